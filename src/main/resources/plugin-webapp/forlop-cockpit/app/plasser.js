// Plasser: a board for each kind of place: who has one and until when, who waits and for how long. Below: the days to pay.

import {dag, del, dialog, felt, flertall, gaaTil, hent, lag, lenke, navn, parametre, sakslenke, send, sidevis, stykke, tabell, tall,
  tid, varighet} from './felles.js';

const kroner = verdi => verdi === null || verdi === undefined ? 'sats mangler' : `${tall(verdi)} kr`;

const ledige = type => flertall(type.ledige, 'ledig', 'ledige');

const venter = type => type.venter ? `${type.venter} venter` : 'ingen venter';

function kort(type, valgt) {
  return lag('li', {}, lag('a', {
    id: `forlop-plass-${type.id}`,
    class: `forlop-flis${type.ledige === 0 ? ' forlop-flis-full' : ''}${type.overGrensen ? ' forlop-flis-brutt' : ''}${valgt ? ' forlop-valgt' : ''}`,
    href: lenke('plasser', {type: type.id}),
    'aria-current': valgt && 'true'
  },
  lag('strong', {}, type.navn),
  lag('span', {class: 'forlop-flis-tall'}, ledige(type)),
  lag('span', {}, `${type.opptatt} av ${type.kapasitet} i bruk`),
  lag('span', {}, type.venter ? `${type.venter} venter` : 'Ingen venter'),
  type.overGrensen > 0 && lag('span', {class: 'forlop-brutt'}, `${type.overGrensen} over grensen`)));
}

async function endreKapasitet(type) {
  const antall = lag('input', {type: 'number', min: 0, max: 500, step: 1, required: true, class: 'form-control', value: type.kapasitet});
  const grunn = lag('textarea', {class: 'form-control', rows: 3, minlength: 3, maxlength: 500, required: true});
  const endret = await dialog(`Endre antall plasser: ${type.navn}`, [
    felt('Antall plasser', antall, 'Settes tallet ned, flyttes ingen ut. Settes det opp, får de første i køen plass.'),
    felt('Hvorfor?', grunn)
  ], 'Lagre', () => send(`plasser/${encodeURIComponent(type.id)}/kapasitet`, {kapasitet: antall.valueAsNumber, grunn: grunn.value}));
  if (endret) {
    // The page is drawn anew by its address, which is the same: so through another one.
    gaaTil('plasser', {type: type.id, sett: Date.now()}, 'forlop-endre-kapasitet');
  }
}

async function tavle(valgt) {
  if (!valgt.kanSe) {
    return del(valgt.navn, lag('p', {class: 'forlop-svak'}, valgt.enhet
      ? `Hvem som har plass og hvem som venter, vises for lederen ved ${navn(valgt.enhet)} og for ledelsen.`
      : 'Hvem som har plass og hvem som venter, vises bare for ledelsen.'));
  }
  const {type, opphold, ko, endringer} = await hent(`plasser/${encodeURIComponent(valgt.id)}`);
  return del(type.navn,
    lag('p', {}, `${type.opptatt} av ${flertall(type.kapasitet, 'plass', 'plasser')} er i bruk. ${ledige(type)}, ${venter(type)}. `,
      type.kanEndre && lag('button', {type: 'button', id: 'forlop-endre-kapasitet', class: 'btn btn-default btn-sm',
        onclick: () => endreKapasitet(type)}, 'Endre antall plasser')),
    lag('h3', {}, 'Har plass'),
    tabell(`Har plass: ${type.navn}`, [
      {tittel: 'Person', rad: true, celle: rad => rad.merke || '–'},
      {tittel: 'Sak', celle: rad => sakslenke(rad.saksnummer)},
      {tittel: 'Siden', celle: rad => tid(rad.siden)},
      {tittel: 'Til', celle: rad => rad.til ? tid(rad.til) : 'Ingen grense'},
      {tittel: 'Over grensen', celle: rad => rad.overGrensen ? lag('span', {class: 'forlop-brutt'}, `${varighet(rad.over)} over`) : 'Nei'}
    ], opphold, 'Ingen har plass nå.'),
    lag('h3', {}, 'Venter'),
    tabell(`Kø: ${type.navn}`, [
      {tittel: 'Nr.', tall: true, celle: rad => tall(rad.nr)},
      {tittel: 'Person', rad: true, celle: rad => rad.merke || '–'},
      {tittel: 'Sak', celle: rad => sakslenke(rad.saksnummer)},
      {tittel: 'Siden', celle: rad => tid(rad.siden)},
      {tittel: 'Har ventet', celle: rad => varighet(rad.ventet)}
    ], ko, 'Ingen venter.'),
    endringer.length > 0 && lag('details', {}, lag('summary', {}, 'Endringer i antall plasser'),
      tabell(`Endringer: ${type.navn}`, [
        {tittel: 'Når', rad: true, celle: rad => tid(rad.tid)},
        {tittel: 'Hvem', celle: rad => navn(rad.bruker)},
        {tittel: 'Fra', tall: true, celle: rad => tall(rad.fra)},
        {tittel: 'Til', tall: true, celle: rad => tall(rad.til)},
        {tittel: 'Hvorfor', celle: rad => rad.grunn}
      ], endringer)));
}

async function betaling() {
  const forste = await hent('betaling');
  const uten = forste.samlet.aarUtenSats;
  return del('Betaling for utskrivningsklare',
    lag('p', {}, `${tall(forste.samlet.dogn)} døgn i alt${forste.samlet.kroner === null ? '' : `, ${kroner(forste.samlet.kroner)}`}.`
      + (uten.length ? ` Sats mangler for ${uten.join(', ')}, så de døgnene er ikke med i summen.` : '')),
    tabell('Betaling per år', [
      {tittel: 'År', rad: true, celle: rad => String(rad.aar)},
      {tittel: 'Døgn', tall: true, celle: rad => tall(rad.dogn)},
      {tittel: 'Sats per døgn', tall: true, celle: rad => kroner(rad.sats)},
      {tittel: 'Sum', tall: true, celle: rad => kroner(rad.kroner)}
    ], forste.perAar, 'Ingen døgn å betale for.'),
    lag('h3', {}, 'Per sak'),
    await sidevis('Betaling per sak', [
      {tittel: 'Sak', rad: true, celle: rad => sakslenke(rad.saksnummer)},
      {tittel: 'Person', celle: rad => rad.merke || '–'},
      {tittel: 'Utskrivningsklar fra', celle: rad => dag(rad.fra)},
      {tittel: 'Til', celle: rad => rad.loper ? lag('strong', {}, 'Løper') : dag(rad.til)},
      {tittel: 'Døgn', tall: true, celle: rad => tall(rad.dogn)},
      {tittel: 'Per år', celle: rad => rad.dognPerAar.map(aar => lag('div', {},
        `${aar.aar}: ${tall(aar.dogn)} døgn, ${aar.sats === null ? 'sats mangler' : `${kroner(aar.sats)} per døgn`}`))},
      {tittel: 'Sum', tall: true, celle: rad => kroner(rad.kroner)}
    ], async etter => {
      const {saker: rader, neste} = etter ? await hent('betaling', {etter}) : forste;
      return {rader, neste};
    }, 'Ingen saker har døgn å betale for.'));
}

export async function vis() {
  const valg = parametre();
  const [meg, alle] = await Promise.all([hent('meg'), hent('plasser')]);
  // The leader's own first.
  const typer = [...alle.filter(type => type.kanSe), ...alle.filter(type => !type.kanSe)];
  const valgt = typer.find(type => type.id === valg.type) || typer[0];
  return [
    lag('ul', {class: 'forlop-fliser forlop-fliser-brede'}, typer.map(type => kort(type, type === valgt))),
    valgt && await stykke(() => tavle(valgt)),
    meg.betaling && await stykke(betaling)
  ];
}
