// What the manager's pages share: elements, the server, the address, numbers and dates as staff read them, tables, dialogs.

import {csrf, lag} from './grunn.js';

export {lag};

// ---------------------------------------------------------------------------------------------------------------
// The server

const PLUGIN = 'forlop-cockpit';

function rot() {
  return `${document.querySelector('base').getAttribute('cockpit-api')}plugin/${PLUGIN}`;
}

function motor() {
  return window.location.pathname.match(/\/app\/cockpit\/([^/]+)/)?.[1] || 'default';
}

/** The address of something on the server; empty parameters are left out. */
export function adresse(sti, parametre = {}) {
  const sporring = new URLSearchParams(Object.entries(parametre).filter(([, verdi]) => verdi));
  return `${rot()}/${motor()}/${sti}${[...sporring].length ? `?${sporring}` : ''}`;
}

/** An answer that was not the one asked for, in the server's own words. */
export class Tjenerfeil extends Error {
  constructor(status, melding) {
    super(melding);
    this.status = status;
  }
}

const UTEN_EGEN_MELDING = {
  401: 'Du er logget ut. Logg inn og prøv igjen.',
  403: 'Bare ledere har tilgang til denne siden.'
};

async function spor(hvor, valg) {
  const svar = await fetch(hvor, {credentials: 'same-origin', cache: 'no-store', ...valg}).catch(() => {
    throw new Tjenerfeil(0, 'Får ikke kontakt med tjeneren. Prøv igjen om litt.');
  });
  const data = await svar.json().catch(() => ({}));
  if (!svar.ok) {
    throw new Tjenerfeil(svar.status,
      data.melding || UTEN_EGEN_MELDING[svar.status] || 'Noe gikk galt. Prøv igjen om litt.');
  }
  return data;
}

export const hent = (sti, parametre) => spor(adresse(sti, parametre), {headers: {Accept: 'application/json'}});

export const send = (sti, innhold) => spor(adresse(sti), {
  method: 'POST',
  headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf()},
  body: JSON.stringify(innhold)
});

const lastet = new Map();

/** Loads a library that the application serves itself, once; it leaves its name on the window. */
export function bibliotek(fil, navn) {
  if (!lastet.has(fil)) {
    lastet.set(fil, new Promise((ferdig, feil) => document.head.append(lag('script', {
      src: `${rot()}/static/lib/${fil}`,
      onload: () => ferdig(window[navn]),
      onerror: () => {
        lastet.delete(fil);
        feil(new Error('Kunne ikke hente tegneverktøyet. Tallene står i tabellen.'));
      }
    }))));
  }
  return lastet.get(fil);
}

// ---------------------------------------------------------------------------------------------------------------
// The address of a page holds what it shows, so that it can be kept, sent and gone back to

export function parametre() {
  return Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1] || ''));
}

/** A link to a page with these parameters; empty ones are left out. */
export function lenke(side, valg = {}) {
  const sporring = new URLSearchParams(Object.entries(valg).filter(([, verdi]) => verdi));
  return `#/${side}${[...sporring].length ? `?${sporring}` : ''}`;
}

let fokus = null;

/** Goes there; the page is drawn anew and the focus returns to the element with this id, else to where it was. */
export function gaaTil(side, valg, fokusId = document.activeElement?.id) {
  fokus = fokusId || null;
  window.location.hash = lenke(side, valg);
}

// ---------------------------------------------------------------------------------------------------------------
// Pages that say what went wrong

/** What the server said, or that the page itself could not be made. */
function ord(feil) {
  if (feil instanceof Tjenerfeil) {
    return feil.message;
  }
  console.error(feil);
  return 'Siden kunne ikke vises. Prøv igjen, eller last Cockpit på nytt.';
}

/** Fills the frame with what the work makes; shows that it is on its way, and in words why it failed. */
export async function fyll(ramme, arbeid) {
  ramme.setAttribute('aria-busy', 'true');
  if (!ramme.hasChildNodes()) {
    ramme.append(lag('p', {class: 'forlop-henter'}, 'Henter …'));
  }
  try {
    const innhold = await arbeid();
    ramme.replaceChildren(...[innhold].flat().filter(Boolean));
  } catch (feil) {
    // What was asked for wrongly, or is not for this user, is not better the next time.
    const nytter = !(feil.status >= 400 && feil.status < 500);
    ramme.replaceChildren(lag('div', {class: 'alert alert-danger', role: 'alert'}, ord(feil)),
      nytter ? lag('button', {type: 'button', class: 'btn btn-default', onclick: () => fyll(ramme, arbeid)}, 'Prøv igjen') : '');
  }
  ramme.removeAttribute('aria-busy');
  if (fokus) {
    const element = document.getElementById(fokus);
    element?.focus();
    fokus = element ? null : fokus;
  }
}

/** A part that may fail without taking the rest of the page with it. */
export async function stykke(arbeid) {
  const ramme = lag('div');
  await fyll(ramme, arbeid);
  return ramme;
}

/** A page in Cockpit's own frame. */
export function side(node, tittel, arbeid) {
  document.title = `${tittel} | Camunda Cockpit`;
  const ramme = lag('div', {class: 'forlop-innhold'});
  node.append(lag('div', {class: 'ctn-view cockpit-section-dashboard forlop-side'},
    lag('section', {}, lag('div', {class: 'inner'}, lag('h1', {class: 'section-title'}, tittel), ramme))));
  return fyll(ramme, arbeid);
}

/** A part of a page with a heading. */
export const del = (tittel, ...innhold) => lag('section', {class: 'forlop-del'}, lag('h2', {}, tittel), ...innhold);

// ---------------------------------------------------------------------------------------------------------------
// Words for times and numbers

const OSLO = {timeZone: 'Europe/Oslo'};
const KLOKKE = new Intl.DateTimeFormat('nb-NO',
  {...OSLO, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'});
const DAG = new Intl.DateTimeFormat('nb-NO', {...OSLO, day: 'numeric', month: 'short', year: 'numeric'});
const TALL = new Intl.NumberFormat('nb-NO');

export const tall = verdi => TALL.format(verdi);

/** A moment, with the year: what year it is now is the server's to know. */
export const tid = iso => iso ? KLOKKE.format(new Date(iso)) : '–';

const DOGN = new Intl.DateTimeFormat('nb-NO', {...OSLO, dateStyle: 'short'});
const KLOKKESLETT = new Intl.DateTimeFormat('nb-NO', {...OSLO, hour: '2-digit', minute: '2-digit'});

/** From one moment to another; the day only once when it is the same. */
export function tidsrom(fra, til) {
  if (!til || tid(fra) === tid(til)) {
    return tid(fra);
  }
  const slutt = DOGN.format(new Date(fra)) === DOGN.format(new Date(til)) ? KLOKKESLETT.format(new Date(til)) : tid(til);
  return `${tid(fra)} – ${slutt}`;
}

export const dag = iso => iso ? DAG.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)) : '–';

export const flertall = (antall, en, flere) => `${tall(antall)} ${antall === 1 ? en : flere}`;

/** Seconds in the two largest units that matter: «3 døgn 4 timer», «2 timer», «15 min». */
export function varighet(sekunder) {
  const minutter = Math.round(sekunder / 60);
  if (minutter < 60) {
    return `${minutter} min`;
  }
  const timer = Math.floor(minutter / 60);
  if (timer < 24) {
    return flertall(timer, 'time', 'timer') + (timer < 4 && minutter % 60 ? ` ${minutter % 60} min` : '');
  }
  const rest = timer % 24;
  return `${tall(Math.floor(timer / 24))} døgn` + (timer < 96 && rest ? ` ${flertall(rest, 'time', 'timer')}` : '');
}

/** A unit or a worker, who has an id and a name. */
export const navn = (en, ingen = '–') => en ? en.navn || en.id : ingen;

export const sakslenke = saksnummer => lag('a', {href: lenke('saker', {sak: saksnummer})}, saksnummer);

// ---------------------------------------------------------------------------------------------------------------
// Tables

/**
 * A table in Cockpit's look. Wide ones scroll inside their frame, which the keyboard reaches.
 *
 * @param kolonner {tittel, celle(rad), tall: true for numbers, rad: true for the cell that names the row, hel: true for
 *   what is kept on one line}
 */
export function tabell(tittel, kolonner, rader, tom = 'Ingen.') {
  if (rader.length === 0) {
    return lag('p', {class: 'forlop-tom'}, tom);
  }
  const kropp = lag('tbody', {}, rader.map(rad => rekke(kolonner, rad)));
  return lag('div', {class: 'forlop-tabell', tabindex: '0', role: 'region', 'aria-label': tittel},
    lag('table', {class: 'table cam-table'},
      lag('caption', {class: 'sr-only'}, tittel),
      lag('thead', {}, lag('tr', {}, kolonner.map(kolonne =>
        lag('th', {scope: 'col', class: klasse(kolonne)}, kolonne.tittel)))),
      kropp));
}

const klasse = kolonne => [kolonne.tall && 'forlop-tall', kolonne.hel && 'forlop-hel'].filter(Boolean).join(' ') || null;

export function rekke(kolonner, rad) {
  return lag('tr', {}, kolonner.map(kolonne =>
    lag(kolonne.rad ? 'th' : 'td', {scope: kolonne.rad && 'row', class: klasse(kolonne)}, kolonne.celle(rad))));
}

/**
 * Rows page by page: the first at once, the next when asked for.
 *
 * @param hentSide takes where to go on from, answers {rader, neste}
 */
export async function sidevis(tittel, kolonner, hentSide, tom) {
  const forste = await hentSide(undefined);
  const ramme = lag('div', {}, tabell(tittel, kolonner, forste.rader, tom));
  let neste = forste.neste;
  if (neste) {
    const status = lag('span', {role: 'status', class: 'forlop-status'});
    let henter = false;
    // Never disabled while it works: a button that is loses the focus of the keyboard.
    const knapp = lag('button', {type: 'button', class: 'btn btn-default', onclick: async () => {
      if (henter) {
        return;
      }
      henter = true;
      try {
        const mer = await hentSide(neste);
        ramme.querySelector('tbody').append(...mer.rader.map(rad => rekke(kolonner, rad)));
        status.textContent = `${flertall(mer.rader.length, 'rad', 'rader')} til er vist.`;
        neste = mer.neste;
        if (!neste) {
          ramme.querySelector('.forlop-tabell').focus();
          knapp.remove();
        }
      } catch (feil) {
        status.textContent = ord(feil);
      }
      henter = false;
    }}, 'Vis flere');
    ramme.append(knapp, status);
  }
  return ramme;
}

// ---------------------------------------------------------------------------------------------------------------
// Fields and dialogs

let lopenummer = 0;

/** A labelled field; the label stands above it. */
export function felt(merkelapp, kontroll, hjelp) {
  const id = kontroll.id || `forlop-felt-${++lopenummer}`;
  kontroll.id = id;
  if (hjelp) {
    kontroll.setAttribute('aria-describedby', `${id}-hjelp`);
  }
  return lag('div', {class: 'forlop-felt'}, lag('label', {for: id}, merkelapp), kontroll,
    hjelp && lag('span', {class: 'help-block', id: `${id}-hjelp`}, hjelp));
}

/**
 * Tells of a change when the choice is made: a list or a date changes at every key, and the page that is drawn anew would
 * take the field from under the hand. Keys within a second belong together, as the browser reads them in a list.
 */
function naarDetErValgt(kontroll, endret) {
  let ventende;
  let medTaster = false;
  const fortell = () => {
    clearTimeout(ventende);
    if (ventende && kontroll.isConnected) {
      ventende = null;
      endret(kontroll.value);
    }
  };
  kontroll.addEventListener('keydown', () => medTaster = true);
  kontroll.addEventListener('pointerdown', () => medTaster = false);
  // After the focus has come to the next field, where it is to stay.
  kontroll.addEventListener('blur', () => ventende && setTimeout(fortell));
  kontroll.addEventListener('change', () => {
    clearTimeout(ventende);
    ventende = setTimeout(fortell, medTaster ? 1000 : 0);
  });
  return kontroll;
}

/** @param alle what the empty choice says, or null when one must be chosen */
export function velger(id, valg, valgt, alle, endret) {
  const kontroll = lag('select', {id, class: 'form-control input-sm'},
    alle && lag('option', {value: ''}, alle),
    valg.map(ett => lag('option', {value: ett.id, selected: ett.id === valgt}, ett.navn)));
  return endret ? naarDetErValgt(kontroll, endret) : kontroll;
}

export function datofelt(id, verdi, endret) {
  return naarDetErValgt(lag('input', {id, type: 'date', class: 'form-control input-sm', value: verdi}), endret);
}

/**
 * Asks before something is done. The dialog keeps the focus, closes on Esc and gives the focus back; an error stays in it.
 *
 * @param utfor what the button does; its answer is what the dialog answers, null when it was given up
 */
export function dialog(tittel, innhold, knapp, utfor) {
  return new Promise(ferdig => {
    let svar = null;
    let sender = false;
    const melding = lag('p', {class: 'forlop-feil', role: 'alert'});
    const ok = lag('button', {type: 'submit', class: 'btn btn-primary'}, knapp);
    // Another page behind it, by the browser's own button: it was about the page that is gone.
    const lukk = () => ramme.close();
    window.addEventListener('hashchange', lukk);
    const ramme = lag('dialog', {class: 'forlop-dialog', 'aria-labelledby': 'forlop-dialog-tittel', onclose: () => {
      window.removeEventListener('hashchange', lukk);
      ramme.remove();
      ferdig(svar);
    }},
    lag('form', {method: 'dialog', onsubmit: async hendelse => {
      hendelse.preventDefault();
      if (sender) {
        return;
      }
      sender = true;
      melding.textContent = '';
      try {
        svar = await utfor();
        ramme.close();
      } catch (feil) {
        melding.textContent = ord(feil);
      }
      sender = false;
    }},
    lag('h2', {id: 'forlop-dialog-tittel'}, tittel), ...[innhold].flat(), melding,
    lag('div', {class: 'forlop-knapper'}, ok,
      lag('button', {type: 'button', class: 'btn btn-default', onclick: lukk}, 'Avbryt'))));
    document.body.append(ramme);
    ramme.showModal();
  });
}
