// Frister: which people are about to be let down, the longest broken first.

import {datofelt, del, dialog, felt, flertall, gaaTil, hent, lag, lenke, navn, parametre, sakslenke, send, sidevis, stykke,
  tabell, tall, tid, varighet, velger} from './felles.js';

function fliser(sammendrag, tilstander, valg) {
  const antall = valg.type ? sammendrag.typer.find(type => type.id === valg.type) : sammendrag.totalt;
  return lag('ul', {class: 'forlop-fliser'}, tilstander.map(({id, navn: tittel}) => {
    const valgt = valg.tilstand === id;
    return lag('li', {}, lag('a', {
      id: `forlop-flis-${id}`,
      class: `forlop-flis forlop-flis-${id}${valgt ? ' forlop-valgt' : ''}`,
      'aria-current': valgt && 'true',
      href: lenke('frister', {...valg, tilstand: valgt ? '' : id})
    }, lag('span', {class: 'forlop-flis-tall'}, tall(antall?.[id] || 0)), lag('span', {}, tittel)));
  }));
}

/** How many of each state, by pathway or by unit; the name sets the filter. */
function fordeling(tittel, rader, nokkel, tilstander, valg) {
  return tabell(tittel, [
    {tittel, rad: true, celle: rad => lag('a', {href: lenke('frister', {...valg, [nokkel]: rad.id})}, rad.navn)},
    ...tilstander.map(({id, navn: tilstand}) => ({tittel: tilstand, tall: true, celle: rad => rad[id]
      ? lag('a', {href: lenke('frister', {...valg, [nokkel]: rad.id, tilstand: id}),
        'aria-label': `${rad.navn}, ${tilstand}: ${rad[id]}`, class: id === 'brutt' && 'forlop-brutt'}, tall(rad[id]))
      : '0'}))
  ], rader, 'Ingen åpne frister.');
}

const TILSTAND = rad => rad.tilstand === 'brutt'
  ? lag('span', {class: 'forlop-brutt'}, `${varighet(rad.over)} over`)
  : rad.tilstand === 'idag' ? lag('span', {class: 'forlop-idag'}, 'I dag') : rad.tilstand === 'pauset' ? 'På pause' : '';

const KOLONNER = [
  {tittel: 'Status', hel: true, celle: TILSTAND},
  {tittel: 'Frist', hel: true, celle: rad => tid(rad.forfall)},
  {tittel: 'Sak', rad: true, hel: true, celle: rad => sakslenke(rad.saksnummer)},
  {tittel: 'Person', hel: true, celle: rad => rad.merke || '–'},
  {tittel: 'Oppgave', celle: rad => rad.type === 'milepael' ? `${rad.tittel} (milepæl)` : rad.tittel},
  {tittel: 'Forløp', celle: rad => navn(rad.forlop)},
  {tittel: 'Enhet', celle: rad => navn(rad.enhet)},
  {tittel: 'Hos', celle: rad => rad.type === 'milepael' ? '–' : navn(rad.hvem, 'Ingen har tatt den')}
];

// ---------------------------------------------------------------------------------------------------------------
// Reassign and remind, for one row or many

/** Rows that are ticked, and the buttons that act on them. */
class Utvalg {

  constructor(ferdig) {
    this.ferdig = ferdig;
    this.valgte = new Map();
    this.teller = lag('span', {class: 'forlop-status', role: 'status'});
    this.knapper = [
      lag('button', {type: 'button', class: 'btn btn-default btn-sm', id: 'forlop-tildel', onclick: () => this.tildel()}, 'Gi til …'),
      lag('button', {type: 'button', class: 'btn btn-default btn-sm', id: 'forlop-purr', onclick: () => this.purr()}, 'Send påminnelse')
    ];
    this.linje = lag('div', {class: 'forlop-knapper'}, ...this.knapper, this.teller);
    this.tell();
  }

  kolonne() {
    const bokser = new Map();
    const alle = lag('input', {type: 'checkbox', 'aria-label': 'Velg alle som vises', onchange: () => bokser.forEach((rad, boks) => {
      boks.checked = alle.checked;
      this.sett(rad, alle.checked);
    })});
    return {tittel: alle, celle: rad => {
      const boks = lag('input', {type: 'checkbox', 'aria-label': `Velg ${rad.tittel} i ${rad.saksnummer}`, onchange: () => {
        alle.checked = alle.checked && boks.checked;
        this.sett(rad, boks.checked);
      }});
      bokser.set(boks, rad);
      alle.checked = false;
      return boks;
    }};
  }

  sett(rad, valgt) {
    if (valgt) {
      this.valgte.set(rad.id, rad);
    } else {
      this.valgte.delete(rad.id);
    }
    this.tell();
  }

  tell() {
    const antall = this.valgte.size;
    this.knapper.forEach(knapp => knapp.disabled = antall === 0);
    this.teller.textContent = antall === 0 ? 'Kryss av frister for å gi dem til en annen eller sende påminnelse.' : `${antall} valgt`;
  }

  async tildel() {
    const oppgaver = [...this.valgte.values()].filter(rad => rad.type === 'oppgave');
    const enheter = new Set(oppgaver.map(rad => rad.enhet?.id));
    if (enheter.size !== 1 || !oppgaver[0].enhet) {
      this.teller.textContent = oppgaver.length ? 'Velg oppgaver fra én enhet om gangen.' : 'Bare oppgaver kan gis til noen, ikke milepæler.';
      return;
    }
    let ansatte;
    try {
      ansatte = await hent('ansatte', {enhet: oppgaver[0].enhet.id});
    } catch (feil) {
      this.teller.textContent = feil.message;
      return;
    }
    const velg = velger('forlop-ny-ansvarlig', ansatte, null, null);
    const ider = [...this.valgte.keys()];
    this.vis(await dialog(`Gi ${flertall(oppgaver.length, 'oppgave', 'oppgaver')} til`,
      felt(`Ansatt, ${navn(oppgaver[0].enhet)}`, velg, 'Den ansatte finner oppgavene i sin liste. Endringen blir loggført.'), 'Gi videre',
      () => send('frister/tildel', {frister: ider, bruker: velg.value})),
    antall => `${flertall(antall, 'oppgave er', 'oppgaver er')} gitt videre.`);
  }

  async purr() {
    const ider = [...this.valgte.keys()];
    this.vis(await dialog(`Send påminnelse om ${flertall(ider.length, 'frist', 'frister')}`, lag('p', {},
      'Den som har oppgaven, får en e-post med saksnummer og lenke. Har ingen tatt den, får enheten den. Påminnelsen blir loggført.'),
    'Send', () => send('frister/purr', {frister: ider})),
    antall => `Påminnelse er sendt om ${flertall(antall, 'frist', 'frister')}.`);
  }

  vis(svar, gjort) {
    if (svar) {
      this.valgte.clear();
      this.tell();
      this.ferdig(lag('div', {class: `alert ${svar.ikkeUtfort.length ? 'alert-warning' : 'alert-success'}`, role: 'status'},
        lag('div', {}, gjort(svar.utfort.length)),
        svar.ikkeUtfort.length > 0 && lag('div', {}, 'Ikke gjort:'),
        svar.ikkeUtfort.length > 0 && lag('ul', {}, svar.ikkeUtfort.map(en => lag('li', {}, `${en.saksnummer || 'Frist'}: ${en.grunn}`)))));
    }
  }
}

/** The list with its buttons; what was done is told above it. */
async function liste(filter, kolonner = KOLONNER) {
  const ramme = lag('div', {id: 'forlop-fristliste', tabindex: '-1'});
  const tegn = async melding => {
    const utvalg = new Utvalg(tegn);
    const rader = await sidevis('Frister', [utvalg.kolonne(), ...kolonner], etter => hent('frister', {...filter, etter}),
      'Ingen frister passer med det du har valgt.');
    ramme.replaceChildren(...[melding, utvalg.linje, rader].filter(Boolean));
    if (melding) {
      ramme.focus();
    }
  };
  await tegn();
  return ramme;
}

// ---------------------------------------------------------------------------------------------------------------
// The page, the part of the dashboard and the tab

function filtre(meg, valg) {
  const sett = nokkel => verdi => gaaTil('frister', {...valg, [nokkel]: verdi});
  return lag('div', {class: 'forlop-filtre', role: 'group', 'aria-label': 'Filtre'},
    felt('Enhet', velger('forlop-enhet', meg.enheter, valg.enhet, 'Alle', sett('enhet'))),
    felt('Forløp', velger('forlop-forlop', meg.forlop, valg.forlop, 'Alle', sett('forlop'))),
    felt('Slag', velger('forlop-type', [{id: 'oppgave', navn: 'Oppgaver'}, {id: 'milepael', navn: 'Milepæler'}], valg.type, 'Alle',
      sett('type'))),
    felt('Forfaller fra', datofelt('forlop-fra', valg.fra, sett('fra'))),
    felt('Til', datofelt('forlop-til', valg.til, sett('til'))),
    Object.keys(valg).length > 0 && lag('a', {class: 'btn btn-link btn-sm', href: lenke('frister')}, 'Vis alle'));
}

function dagligEpost(meg) {
  if (meg.dagligEpost === null) {
    return null;
  }
  const status = lag('span', {role: 'status', class: 'forlop-status'});
  const boks = lag('input', {type: 'checkbox', id: 'forlop-daglig', checked: meg.dagligEpost, onchange: async () => {
    try {
      const {dagligEpost: pa} = await send('daglig-epost', {pa: boks.checked});
      status.textContent = pa ? 'Du får e-posten hver morgen.' : 'Du får ikke lenger e-posten.';
    } catch (feil) {
      boks.checked = !boks.checked;
      status.textContent = feil.message;
    }
  }});
  return lag('p', {class: 'forlop-daglig'}, boks,
    lag('label', {for: 'forlop-daglig'}, 'Send meg hver morgen en e-post om brutte frister og frister i dag'), status);
}

export async function vis() {
  const valg = parametre();
  // Without the counts, the filters and the list's own message still tell what is wrong and how to get on.
  const [meg, sammendrag] = await Promise.all([
    hent('meg'), hent('frister/sammendrag', {enhet: valg.enhet, forlop: valg.forlop}).catch(() => null)]);
  return [
    sammendrag && fliser(sammendrag, meg.tilstander, valg),
    filtre(meg, valg),
    await stykke(() => liste(valg)),
    sammendrag && lag('div', {class: 'forlop-to'},
      del('Etter forløp', fordeling('Forløp', sammendrag.forlop, 'forlop', meg.tilstander, valg)),
      del('Etter enhet', fordeling('Enhet', sammendrag.enheter, 'enhet', meg.tilstander, valg))),
    dagligEpost(meg)
  ];
}

/** For the dashboard: the counts, and those that are broken or due today. */
export async function oversikt() {
  const [meg, sammendrag, forste] = await Promise.all([
    hent('meg'), hent('frister/sammendrag'), hent('frister', {tilstand: 'brutt,idag', antall: 10})]);
  return [
    fliser(sammendrag, meg.tilstander, {}),
    tabell('Frister som er brutt eller forfaller i dag', KOLONNER, forste.rader, 'Ingen frister er brutt eller forfaller i dag.'),
    lag('p', {}, lag('a', {href: lenke('frister')}, 'Alle frister'))
  ];
}

/** Under a diagram: the open deadlines of this process or case, called parts included. */
export async function fane(filter) {
  return liste(filter, KOLONNER.filter(kolonne => kolonne.tittel !== 'Forløp'));
}
