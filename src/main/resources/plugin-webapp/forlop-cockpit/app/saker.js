// Saker: every case, running or ended, and for each its course: what was done, by whom, in time or not, and why.

import {bibliotek, datofelt, del, felt, gaaTil, hent, lag, lenke, navn, parametre, sakslenke, sidevis, stykke, tabell, tall,
  tid, tidsrom, velger} from './felles.js';

// ---------------------------------------------------------------------------------------------------------------
// The search

function filtre(meg, utfall, valg) {
  const sett = nokkel => verdi => gaaTil('saker', {...valg, [nokkel]: verdi});
  const sok = lag('input', {id: 'forlop-sok', type: 'search', class: 'form-control input-sm', value: valg.sok, minlength: 2});
  return lag('form', {class: 'forlop-filtre', role: 'search', onsubmit: hendelse => {
    hendelse.preventDefault();
    gaaTil('saker', {...valg, sok: sok.value.trim()}, 'forlop-sok');
  }},
  felt('Saksnummer eller merke', sok),
  lag('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, 'Søk'),
  felt('Forløp', velger('forlop-forlop', meg.saksforlop, valg.forlop, 'Alle', verdi =>
    gaaTil('saker', {...valg, forlop: verdi, utfall: ''}))),
  felt('Status', velger('forlop-status', [{id: 'lopende', navn: 'Løper'}, {id: 'avsluttet', navn: 'Avsluttet'}], valg.status, 'Alle',
    sett('status'))),
  felt('Utfall', velger('forlop-utfall', utfall.map(ett => ({id: ett, navn: ett})), valg.utfall, 'Alle', sett('utfall'))),
  felt('Enhet', velger('forlop-enhet', meg.enheter, valg.enhet, 'Alle', sett('enhet'))),
  felt('Startet fra', datofelt('forlop-fra', valg.fra, sett('fra'))),
  felt('Til', datofelt('forlop-til', valg.til, sett('til'))),
  Object.keys(valg).length > 0 && lag('a', {class: 'btn btn-link btn-sm', href: lenke('saker')}, 'Vis alle'));
}

async function liste(valg) {
  const [meg, utfall] = await Promise.all([hent('meg'), hent('utfall', {forlop: valg.forlop})]);
  let forste;
  try {
    forste = await hent('saker', valg);
  } catch (feil) {
    return [filtre(meg, utfall, valg), lag('p', {class: 'alert alert-danger', role: 'alert'}, feil.message)];
  }
  return [
    filtre(meg, utfall, valg),
    lag('p', {role: 'status'}, `${forste.treff.tekst} ${forste.treff.tall === 1 ? 'sak' : 'saker'}`),
    await sidevis('Saker', [
      {tittel: 'Sak', rad: true, hel: true, celle: rad => sakslenke(rad.saksnummer)},
      {tittel: 'Person', hel: true, celle: rad => rad.merke || '–'},
      {tittel: 'Forløp', celle: rad => navn(rad.forlop)},
      {tittel: 'Startet', hel: true, celle: rad => tid(rad.startet)},
      {tittel: 'Avsluttet', hel: true, celle: rad => rad.avsluttet ? tid(rad.avsluttet) : 'Løper'},
      {tittel: 'Utfall', celle: rad => rad.utfall || '–'},
      {tittel: 'Enheter', celle: rad => rad.enheter.map(enhet => navn(enhet)).join(', ') || '–'},
      {tittel: 'Frister brutt', tall: true, celle: rad => rad.brutt ? lag('span', {class: 'forlop-brutt'}, tall(rad.brutt)) : '0'}
    ], etter => etter ? hent('saker', {...valg, etter}) : forste, 'Ingen saker passer med det du har valgt.')
  ];
}

// ---------------------------------------------------------------------------------------------------------------
// One case

const SLAG = {
  start: 'Start', oppgave: 'Oppgave', milepael: 'Milepæl', beslutning: 'Beslutning', hendelse: 'Hendelse', plass: 'Plass', slutt: 'Slutt'
};
const STATUS = {apen: 'Åpen', avlyst: 'Falt bort'};

function fristord(hendelse) {
  if (!hendelse.frist) {
    return null;
  }
  return hendelse.fristHoldt === false ? lag('span', {class: 'forlop-brutt'}, `Frist ${tid(hendelse.frist)}: brutt`)
    : lag('span', {}, `Frist ${tid(hendelse.frist)}${hendelse.fristHoldt ? ': holdt' : ''}`);
}

function hendelse(en) {
  const hvem = [...new Set([en.hvem && navn(en.hvem), en.enhet && navn(en.enhet)].filter(Boolean))].join(', ');
  return lag('li', {class: `forlop-hendelse forlop-hendelse-${en.slag}${en.status === 'avlyst' ? ' forlop-avlyst' : ''}`},
    lag('span', {class: 'forlop-nar'}, tidsrom(en.tid, en.slutt)),
    lag('span', {class: 'forlop-svak'}, SLAG[en.slag] || en.slag),
    lag('div', {},
      lag('strong', {}, en.tittel),
      en.del && lag('span', {class: 'forlop-svak'}, ` i ${en.del}`),
      STATUS[en.status] && lag('span', {class: 'forlop-svak'}, ` · ${STATUS[en.status]}`),
      en.tekst && lag('div', {}, en.tekst),
      (hvem || en.frist) && lag('div', {class: 'forlop-svak'}, hvem, hvem && en.frist ? ' · ' : '', fristord(en))));
}

function lenker(alle) {
  return tabell('Lenkede saker', [
    {tittel: 'Sak', rad: true, celle: rad => sakslenke(rad.saksnummer)},
    {tittel: 'Forløp', celle: rad => navn(rad.forlop)},
    {tittel: 'Startet', celle: rad => tid(rad.startet)},
    {tittel: 'Status', celle: rad => rad.avsluttet ? `Avsluttet ${tid(rad.avsluttet)}${rad.utfall ? `: ${rad.utfall}` : ''}` : 'Løper'}
  ], alle, 'Ingen lenkede saker.');
}

/** Draws one model with the path that the case took, and what is open now. */
async function tegn(ramme, delen) {
  try {
    const BpmnJS = await bibliotek('bpmn-navigated-viewer.production.min.js', 'BpmnJS');
    const viser = new BpmnJS({container: ramme});
    await viser.importXML(delen.xml);
    const flate = viser.get('canvas');
    const elementer = viser.get('elementRegistry');
    delen.aktiviteter.filter(en => elementer.get(en.id)).forEach(en => flate.addMarker(en.id, en.apen ? 'forlop-her' : 'forlop-passert'));
    delen.flyter.filter(id => elementer.get(id)).forEach(id => flate.addMarker(id, 'forlop-passert'));
    flate.zoom('fit-viewport');
  } catch (feil) {
    ramme.replaceChildren(lag('p', {class: 'forlop-tom'}, feil.message));
  }
}

async function diagrammer(saksnummer) {
  const {deler} = await hent(`saker/${encodeURIComponent(saksnummer)}/diagram`);
  const ramme = lag('div', {class: 'forlop-diagram'});
  const vis = nr => {
    const delen = deler[nr];
    const lerret = lag('div', {class: 'forlop-lerret', role: 'figure',
      'aria-label': `Diagram av ${delen.navn} med veien saken har gått. Det samme står i forløpet over.`});
    ramme.replaceChildren(lerret);
    // The element must have its size before the diagram is fitted to it.
    requestAnimationFrame(() => tegn(lerret, delen));
  };
  const velg = velger('forlop-del', deler.map((delen, nr) => ({id: String(nr), navn: delen.navn})), '0', null, verdi => vis(Number(verdi)));
  if (deler.length > 0) {
    vis(0);
  }
  return deler.length === 0 ? lag('p', {}, 'Diagrammet finnes ikke lenger.')
    : lag('div', {}, deler.length > 1 && felt('Del av forløpet', velg), ramme,
      lag('p', {class: 'forlop-svak'}, 'Blått: her har saken vært. Oransje: her står den nå.'));
}

async function sak(saksnummer) {
  const en = await hent(`saker/${encodeURIComponent(saksnummer)}`);
  document.title = `${en.saksnummer} | Camunda Cockpit`;
  return [
    lag('p', {}, lag('a', {href: lenke('saker')}, 'Alle saker')),
    lag('h2', {}, `${en.saksnummer} ${navn(en.forlop)}`),
    lag('dl', {class: 'forlop-fakta'},
      ...[['Person', en.merke || '–'], ['Startet', `${tid(en.startet)}${en.startetAv ? ` av ${navn(en.startetAv)}` : ''}`],
        ['Avsluttet', en.avsluttet ? tid(en.avsluttet) : 'Løper'], ['Utfall', en.utfall || '–']]
        .flatMap(([hva, verdi]) => [lag('dt', {}, hva), lag('dd', {}, verdi)])),
    !en.avsluttet && lag('p', {}, lag('a', {href: `#/process-instance/${en.instans}/runtime`}, 'Åpne i Cockpit')),
    del('Lenkede saker', lenker(en.lenker)),
    del('Forløpet', lag('ol', {class: 'forlop-tidslinje'}, en.hendelser.map(hendelse))),
    del('Veien på diagrammet', await stykke(() => diagrammer(en.saksnummer)))
  ];
}

export function vis() {
  const {sak: saksnummer, ...valg} = parametre();
  return saksnummer ? sak(saksnummer) : liste(valg);
}
