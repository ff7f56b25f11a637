// Forløp in Camunda Tasklist: report an event, see whom a task concerns and which cases and contacts belong together, and say
// whether two registrations are one person.

import {csrf, lag} from '../../../../../cockpit/plugin/forlop-cockpit/static/app/grunn.js';
import {stellIStand, utkastmerke} from './skjema.js';

stellIStand();

/** Asks the server about a task or a case; throws an Error with the server's own words. */
async function spor(api, slag, id, hva, innhold) {
  const adresse = `${api.tasklistApi}/plugin/forlop/${api.engine}/${slag}/${encodeURIComponent(id)}/${hva}`;
  const svar = await fetch(adresse, {
    method: innhold ? 'POST' : 'GET',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      'Accept': 'application/json',
      'Content-Type': 'application/json',
      'X-XSRF-TOKEN': csrf()
    },
    body: innhold ? JSON.stringify(innhold) : undefined
  });
  const data = await svar.json().catch(() => ({}));
  if (!svar.ok) {
    const utlogget = svar.status === 401 ? 'Du er logget ut. Logg inn og prøv igjen.' : null;
    throw new Error(utlogget || data.melding || data.message || 'Noe gikk galt. Prøv igjen om litt.');
  }
  return data;
}

// ---------------------------------------------------------------------------------------------------------------
// Meld hendelse

function valgtOppgave(scope) {
  const iAdressen = new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
  return iAdressen || scope?.task?.id || null;
}

function tittel(hendelse) {
  return hendelse.merke ? `${hendelse.navn} (${hendelse.merke})` : hendelse.navn;
}

class Hendelsesdialog {

  /** @param slag `oppgave` or `sak`; @param id the task's id or the case number, null = ask for it */
  constructor(api, slag, id, ferdig) {
    this.api = api;
    this.slag = slag;
    this.id = id;
    this.ferdig = ferdig;
    this.innhold = lag('div', {class: 'forlop-dialog-innhold'});
    this.melding = lag('p', {class: 'forlop-melding', role: 'status', 'aria-live': 'polite'});
    // A modal dialog element keeps the focus inside, closes on Esc and gives the focus back.
    this.dialog = lag('dialog', {class: 'forlop-dialog', 'aria-labelledby': 'forlop-dialog-tittel',
      onclose: () => this.dialog.remove()},
      lag('h2', {id: 'forlop-dialog-tittel'}, 'Meld hendelse'), this.melding, this.innhold);
  }

  async apne() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    if (this.id) {
      await this.hent();
    } else {
      this.finn();
    }
  }

  async hent() {
    this.vis(lag('p', {}, 'Henter hendelser …'), this.knapp('Lukk', () => this.dialog.close()));
    try {
      this.hendelser = await spor(this.api, this.slag, this.id, 'hendelser');
      this.velg();
    } catch (feil) {
      this.feil(feil);
      this.vis(this.knapper(this.knapp('Lukk', () => this.dialog.close())));
    }
  }

  finn() {
    const felt = lag('input', {id: 'forlop-saksnummer', class: 'form-control', required: true, autocomplete: 'off',
      pattern: ' *[A-Za-z]{2,8}-[0-9]{4}-[0-9]{5} *', title: 'For eksempel UTS-2026-00042', 'aria-describedby': 'forlop-sak-hjelp'});
    this.vis(lag('form', {method: 'dialog', onsubmit: innsending => {
      innsending.preventDefault();
      this.id = felt.value.trim().toUpperCase();
      this.hent();
    }},
      lag('label', {for: 'forlop-saksnummer'}, 'Saksnummer'), felt,
      lag('p', {id: 'forlop-sak-hjelp'}, 'For en sak der enheten din har eller har hatt oppgaver. Har du en oppgave i saken, kan du melde derfra.'),
      this.knapper(lag('button', {type: 'submit', class: 'btn btn-primary'}, 'Neste'),
        this.knapp('Avbryt', () => this.dialog.close()))));
    felt.focus();
  }

  velg() {
    if (this.hendelser.length === 0) {
      this.vis(lag('p', {}, 'Saken tar ikke imot noen hendelser nå.'),
        this.knapper(this.knapp('Lukk', () => this.dialog.close())));
      return;
    }
    const valg = (hendelse, nr) => lag('label', {class: 'forlop-valg'},
      lag('input', {type: 'radio', name: 'forlop-hendelse', value: nr, required: true}), lag('span', {}, tittel(hendelse)));
    const saker = [...new Set(this.hendelser.map(hendelse => hendelse.saksnummer))];
    const rader = saker.flatMap(sak => [saker.length > 1 ? lag('h3', {}, `Sak ${sak}`) : null,
      ...this.hendelser.map((hendelse, nr) => hendelse.saksnummer === sak ? valg(hendelse, nr) : null)]).filter(Boolean);
    const skjema = lag('form', {method: 'dialog', onsubmit: innsending => {
      innsending.preventDefault();
      this.bekreft(this.hendelser[Number(new FormData(skjema).get('forlop-hendelse'))]);
    }},
      lag('fieldset', {}, lag('legend', {}, 'Hva har skjedd?'), ...rader),
      this.knapper(lag('button', {type: 'submit', class: 'btn btn-primary'}, 'Neste'),
        this.knapp('Avbryt', () => this.dialog.close())));
    this.vis(skjema);
    skjema.querySelector('input').focus();
  }

  bekreft(hendelse) {
    const ja = this.knapp('Meld hendelsen', () => this.meld(hendelse, ja), 'btn-primary');
    this.melding.textContent = '';
    this.vis(
      lag('p', {}, 'Du er i ferd med å melde: ', lag('strong', {}, tittel(hendelse)),
        hendelse.saksnummer ? ` i sak ${hendelse.saksnummer}.` : '.'),
      lag('p', {}, 'Saken går videre med en gang, og meldingen kan ikke angres her.'),
      this.knapper(ja, this.knapp('Tilbake', () => this.velg())));
    ja.focus();
  }

  async meld(hendelse, knapp) {
    knapp.disabled = true;
    try {
      const svar = await spor(this.api, this.slag, this.id, 'hendelser',
        {utforelse: hendelse.utforelse, melding: hendelse.melding});
      this.melding.classList.remove('forlop-feil');
      const lukk = this.knapp('Lukk', () => this.dialog.close(), 'btn-primary');
      this.vis(lag('p', {}, tittel(hendelse)), this.knapper(lukk));
      this.melding.textContent = svar.melding;
      lukk.focus();
      this.ferdig();
    } catch (feil) {
      this.feil(feil);
      const lukk = this.knapp('Lukk', () => this.dialog.close());
      this.vis(this.knapper(lukk));
      lukk.focus();
      this.ferdig();
    }
  }

  feil(feil) {
    this.melding.classList.add('forlop-feil');
    this.melding.textContent = feil.message;
  }

  vis(...innhold) {
    this.innhold.replaceChildren(...innhold);
  }

  knapper(...knapper) {
    return lag('div', {class: 'forlop-knapper'}, ...knapper);
  }

  knapp(tekst, gjor, slag = 'btn-default') {
    return lag('button', {type: 'button', class: `btn ${slag}`, onclick: gjor}, tekst);
  }
}

const meldHendelse = {
  id: 'forlop-meld-hendelse',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render: (node, {api}, scope) => {
    node.append(lag('button', {type: 'button', class: 'btn btn-link forlop-meld', onclick: () => {
      const oppgave = valgtOppgave(scope);
      if (oppgave) {
        new Hendelsesdialog(api, 'oppgave', oppgave, () => scope?.$root?.$broadcast('refresh')).apne();
      }
    }}, 'Meld hendelse ', lag('span', {class: 'glyphicon glyphicon-flash', 'aria-hidden': 'true'})));
  }
};

const meldISak = {
  id: 'forlop-meld-i-sak',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: (node, {api}) => {
    node.append(lag('button', {type: 'button', class: 'btn btn-link forlop-meld-i-sak',
      onclick: () => new Hendelsesdialog(api, 'sak', null, () => {}).apne()},
      lag('span', {class: 'glyphicon glyphicon-flash', 'aria-hidden': 'true'}), ' Meld hendelse i sak'));
  }
};

// ---------------------------------------------------------------------------------------------------------------
// Person

const ROLLER = {pasient: 'Saken gjelder', parorende: 'Pårørende', barn: 'Barn', melder: 'Meldt av', avdod: 'Avdød', person: 'Personen oppgaven gjelder'};
const NUMMER = {FODSELSNUMMER: 'Fødselsnummer', DNUMMER: 'D-nummer', HNUMMER: 'Hjelpenummer'};

function rad(ledetekst, verdi) {
  return verdi === null || verdi === undefined || verdi === '' ? [] : [lag('dt', {}, ledetekst), lag('dd', {}, verdi)];
}

function dato(iso) {
  return iso ? iso.split('-').reverse().join('.') : null;
}

function nummer(kort) {
  if (!kort.nummer) {
    return [];
  }
  return rad(NUMMER[kort.nummertype] || 'Nummer', kort.nummer.replace(/^(\d{6})(\d{5})$/, '$1 $2'));
}

function telefon(kort) {
  return kort.telefon ? rad('Telefon', lag('a', {href: `tel:${kort.telefon.replace(/\s/g, '')}`}, kort.telefon)) : [];
}

function personkort(kort) {
  const rolle = ROLLER[kort.rolle] || 'Person';
  return lag('section', {class: 'forlop-person'},
    lag('h3', {}, kort.navn || (kort.rolle === 'melder' ? 'Navn ikke oppgitt' : kort.merke) || 'Ukjent', lag('small', {}, ` ${kort.relasjon ? `${rolle}, ${kort.relasjon}` : rolle}`)),
    lag('dl', {},
      ...nummer(kort),
      ...(kort.nummer ? [] : rad('Født', dato(kort.fodselsdato))),
      ...telefon(kort),
      ...rad('E-post', kort.epost),
      ...rad('Adresse', kort.adresse),
      ...rad('Språk', kort.sprak),
      ...rad('Tolk', kort.tolk === null || kort.tolk === undefined ? null : kort.tolk ? 'Trenger tolk' : 'Trenger ikke tolk')));
}

function samtykker(liste) {
  return liste.length === 0 ? null : lag('section', {class: 'forlop-person'}, lag('h3', {}, 'Samtykke til å dele opplysninger'),
    lag('dl', {}, ...liste.flatMap(ett => rad(ett.mottaker, ett.svar))));
}

function personer(svar) {
  const gjelder = svar.pasient?.personId;
  const kort = [svar.pasient, ...[...svar.parorende, ...svar.barn, ...svar.andre]
    .filter(en => !gjelder || en.personId !== gjelder)].filter(Boolean);
  return kort.length === 0
    ? [lag('p', {}, 'Ingen personer er registrert i saken ennå.')]
    : [...kort.map(personkort), samtykker(svar.samtykker),
      lag('p', {class: 'forlop-innsyn'}, 'Oppslaget er loggført med navnet ditt, tidspunktet og oppgaven.')].filter(Boolean);
}

const person = {
  id: 'forlop-person',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: 'Person'},
  render: async (node, {api, taskId}) => {
    const ramme = lag('div', {class: 'forlop-personer', 'aria-live': 'polite'}, lag('p', {}, 'Henter …'));
    node.append(ramme);
    try {
      ramme.replaceChildren(...personer(await spor(api, 'oppgave', taskId, 'person')));
    } catch (feil) {
      ramme.replaceChildren(lag('p', {class: 'forlop-feil', role: 'alert'}, feil.message));
    }
  }
};

// ---------------------------------------------------------------------------------------------------------------
// Saker: the cases around the task's case, and contacts with the person that one call can serve

const FORHOLD = {startetHerfra: 'Startet fra denne saken', startetDenne: 'Denne saken ble startet herfra', koblet: 'Hører sammen med denne saken'};
const TILSTAND = {paagar: 'Pågår', pause: 'Satt på pause', avsluttet: 'Avsluttet'};

function tidspunkt(iso, medKlokkeslett = true) {
  return new Date(iso).toLocaleString('nb-NO', {timeZone: 'Europe/Oslo', weekday: medKlokkeslett ? 'long' : undefined, day: 'numeric',
    month: 'long', year: 'numeric', ...(medKlokkeslett ? {hour: '2-digit', minute: '2-digit'} : {})});
}

/** The day of an ISO date, which has no time zone. */
function ukedag(iso) {
  return new Date(`${iso}T12:00:00Z`).toLocaleDateString('nb-NO', {timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
}

/** Tasklist at another task, with the same filter. */
function oppgavelenke(id, tekst, hjelp) {
  const sok = new URLSearchParams(window.location.hash.split('?')[1] || '');
  sok.delete('detailsTab');
  sok.set('task', id);
  return lag('a', {href: `#/?${sok}`, 'aria-label': hjelp}, tekst);
}

function ansvar(sak) {
  return [
    ...rad('Koordinator', sak.koordinator),
    ...rad('Stedfortreder', sak.stedfortreder),
    ...rad(sak.enheter.length > 1 ? 'Enheter med oppgaver nå' : 'Enhet med oppgaver nå', sak.enheter.join(', '))];
}

function tilstand(sak) {
  return sak.tilstand === 'avsluttet'
    ? `Avsluttet ${tidspunkt(sak.avsluttet, false)}${sak.utfall ? `: ${sak.utfall}` : ''}` : TILSTAND[sak.tilstand];
}

function start(sak) {
  return [tidspunkt(sak.startet, false), sak.startetAv ? `av ${sak.startetAv}` : null,
    sak.startetFra ? `fra sak ${sak.startetFra}` : null].filter(Boolean).join(' ');
}

function sakskort(sak, denne) {
  return lag('li', {class: 'forlop-sak'},
    lag('h4', {}, sak.saksnummer, lag('span', {}, ` ${sak.forlop}`)),
    sak.forhold ? lag('p', {}, FORHOLD[sak.forhold], sak.annenPerson ? '. Gjelder en annen person' : '') : null,
    lag('dl', {}, ...rad('Tilstand', tilstand(sak)), ...ansvar(sak), ...rad('Startet', start(sak))),
    sak.oppgave && !denne
      ? lag('p', {}, oppgavelenke(sak.oppgave, `Åpne oppgaven «${sak.oppgavenavn}»`, `Åpne oppgaven «${sak.oppgavenavn}» i sak ${sak.saksnummer}`))
      : null);
}

function naar(kontakt) {
  if (kontakt.pause) {
    return 'Satt på pause';
  }
  if (!kontakt.tid) {
    return 'Ingen frist';
  }
  return `${kontakt.planlagt ? 'Planlagt' : kontakt.forsinket ? 'Skulle vært gjort innen' : 'Innen'} ${tidspunkt(kontakt.tid)}`;
}

function hosHvem(kontakt) {
  return kontakt.hos && kontakt.enhet && kontakt.hos !== kontakt.enhet ? `${kontakt.hos}, ${kontakt.enhet}` : kontakt.hos || kontakt.enhet;
}

/** How to take the contact: by its task, or with those who have it. */
function veien(kontakt, denneOppgaven) {
  if (kontakt.oppgave && kontakt.oppgave !== denneOppgaven) {
    return oppgavelenke(kontakt.oppgave, kontakt.planlagt ? 'Åpne saken' : 'Åpne oppgaven',
      `${kontakt.planlagt ? 'Åpne' : `Åpne oppgaven «${kontakt.navn}» i`} sak ${kontakt.saksnummer}`);
  }
  return !kontakt.planlagt && hosHvem(kontakt) ? `Avtal med ${hosHvem(kontakt)} hvem som tar den.` : null;
}

/** The first contact of each case, and how many more it has. */
function perSak(kontakter) {
  return [...new Set(kontakter.map(en => en.saksnummer))].map(sak => kontakter.filter(en => en.saksnummer === sak))
    .map(iSaken => [iSaken[0], iSaken.length - 1]);
}

function kontaktlinje(kontakt, denneOppgaven, iOversikt, flere = 0) {
  const vei = veien(kontakt, denneOppgaven);
  return lag('li', {class: 'forlop-kontakt'},
    lag('strong', {class: kontakt.forsinket ? 'forlop-forsinket' : null}, naar(kontakt)),
    iOversikt && kontakt.sammeSamtale ? lag('span', {class: 'forlop-merke'}, 'Kan tas i samme samtale') : null,
    lag('div', {}, `${kontakt.navn}${flere ? ` og ${flere} til` : ''}, sak ${kontakt.saksnummer} (${kontakt.forlop})`),
    iOversikt && hosHvem(kontakt) ? lag('div', {}, `Hos ${hosHvem(kontakt)}`) : null,
    vei ? lag('div', {}, vei) : null);
}

/** What may be told of another unit's contact, and why; empty when there is none. */
function enhetslinjer(kontakter) {
  return kontakter.map(en => lag('li', {class: 'forlop-kontakt'},
    lag('strong', {}, `Skal kontaktes ${ukedag(en.dag)}`),
    lag('div', {}, `${en.enhet}. Avtal med ${en.hos || 'enheten'} hvem som gjør det.`)));
}

const OM_ANDRE_ENHETER = 'Personen har sagt ja til at enhetene deler opplysninger. Hva den andre kontakten gjelder, vises ikke. Oppslaget er loggført med navnet ditt, tidspunktet og oppgaven.';

function avsnitt(tittel, linjer, tom) {
  return lag('section', {}, lag('h3', {}, tittel), linjer.length === 0 ? lag('p', {}, tom) : lag('ul', {}, ...linjer));
}

const saker = {
  id: 'forlop-saker',
  pluginPoint: 'tasklist.task.detail',
  priority: 850,
  properties: {label: 'Saker'},
  render: async (node, {api, taskId}) => {
    const ramme = lag('div', {class: 'forlop-saker', 'aria-live': 'polite'}, lag('p', {}, 'Henter …'));
    node.append(ramme);
    try {
      const svar = await spor(api, 'oppgave', taskId, 'saker');
      ramme.replaceChildren(
        avsnitt('Denne saken', [sakskort(svar.sak, true)], ''),
        avsnitt('Andre kontakter med personen', svar.kontakter.map(en => kontaktlinje(en, taskId, true)), 'Ingen åpne eller planlagte.'),
        ...(svar.andreEnheter.length === 0 ? [] : [
          avsnitt('Andre enheter som skal kontakte personen', enhetslinjer(svar.andreEnheter), ''),
          lag('p', {class: 'forlop-innsyn'}, OM_ANDRE_ENHETER)]),
        avsnitt('Saker som hører sammen med denne', svar.lenkede.map(en => sakskort(en)), 'Ingen.'),
        avsnitt('Andre saker som pågår for personen', svar.andre.map(en => sakskort(en)), 'Ingen.'),
        lag('p', {class: 'forlop-innsyn'}, 'Her står saker der enheten din har eller har hatt oppgaver.'));
    } catch (feil) {
      ramme.replaceChildren(lag('p', {class: 'forlop-feil', role: 'alert'}, feil.message));
    }
  }
};

// What a worker must notice before the form is filled in.
class Tips {

  /** @param hva what to ask the server about the task; @param innhold makes the notice of its answer, nothing = none */
  constructor(api, hva, klasse, innhold) {
    this.api = api;
    this.hva = hva;
    this.innhold = innhold;
    this.boks = lag('div', {class: `forlop-tips ${klasse}`, role: 'status'});
  }

  async vis(oppgave) {
    this.oppgave = oppgave;
    this.boks.remove();
    const svar = oppgave ? await spor(this.api, 'oppgave', oppgave, this.hva).catch(() => null) : null;
    const innhold = svar ? this.innhold(svar, oppgave) : [];
    const plass = innhold.length > 0 ? await this.plass(oppgave) : null;
    if (plass) {
      this.boks.replaceChildren();
      plass.prepend(this.boks);
      // Filled after it is there, so that a screen reader says it.
      requestAnimationFrame(() => this.boks.replaceChildren(...innhold));
    }
  }

  /** Where the task's form is shown, as soon as it is there; null when another task was opened meanwhile. */
  async plass(oppgave) {
    for (let forsok = 0; forsok < 40 && this.oppgave === oppgave; forsok++) {
      const plass = document.querySelector('.task-card .tab-content');
      if (plass) {
        return plass;
      }
      await new Promise(ferdig => setTimeout(ferdig, 100));
    }
    return null;
  }
}

/** The same call can serve another case, or other units are to contact the person too. */
function sammeSamtale({kontakter, andreEnheter}, oppgave) {
  return kontakter.length + andreEnheter.length === 0 ? [] : [
    lag('h3', {}, kontakter.some(en => en.oppgave) ? 'Ta det i samme samtale' : 'Flere skal kontakte personen: avtal hvem som gjør det'),
    ...(kontakter.length === 0 ? [] : [
      lag('p', {}, 'Personen skal også kontaktes:'),
      lag('ul', {}, ...perSak(kontakter).map(([forst, flere]) => kontaktlinje(forst, oppgave, false, flere)))]),
    ...(andreEnheter.length === 0 ? [] : [
      lag('ul', {}, ...enhetslinjer(andreEnheter)), lag('p', {class: 'forlop-innsyn'}, OM_ANDRE_ENHETER)])];
}

const samtaletips = {
  id: 'forlop-samtaletips',
  pluginPoint: 'tasklist.task.action',
  priority: 1,
  render: (node, {api}, scope) => {
    const tips = new Tips(api, 'samtale', 'forlop-samtale', sammeSamtale);
    scope.$watch(() => scope.task?.id, oppgave => tips.vis(oppgave));
  }
};

// The task of the model that asks the same question in its form.
const SPOR_I_SKJEMAET = 'avgjorSammePerson';

/** A person with the same name and birth date, registered twice or not: only somebody who knows can tell. */
class Likhet {

  constructor(api, scope) {
    this.api = api;
    this.scope = scope;
    this.tips = new Tips(api, 'sammeperson', 'forlop-likhet', (saker, oppgave) => saker.length === 0 ? []
      : [lag('h3', {}, 'Kan dette være samme person?'), ...saker.map(sak => this.sporsmal(sak, oppgave))]);
  }

  sporsmal(sak, oppgave) {
    const linje = lag('div', {class: 'forlop-sporsmal'});
    const vis = (...innhold) => linje.replaceChildren(...innhold);
    const knapp = (tekst, gjor, slag = 'btn-default') => lag('button', {type: 'button', class: `btn ${slag}`, onclick: gjor}, tekst);
    const svar = async verdi => {
      vis(lag('p', {}, 'Lagrer …'));
      try {
        await spor(this.api, 'oppgave', oppgave, 'sammeperson', {saksnummer: sak.saksnummer, svar: verdi});
        vis(lag('p', {}, verdi === 'ja' ? 'Registreringene er slått sammen. Fanen Saker viser begge sakene.' : 'Svaret er lagret.'));
        this.scope.$root?.$broadcast('refresh');
      } catch (feil) {
        vis(lag('p', {class: 'forlop-feil', role: 'alert'}, feil.message));
      }
    };
    const bekreft = () => {
      const ja = knapp('Slå sammen', () => svar('ja'), 'btn-primary');
      vis(lag('p', {}, 'De to registreringene blir én, i alle sakene til personen. Det kan ikke angres.'),
        lag('div', {class: 'forlop-knapper'}, ja, knapp('Tilbake', still)));
      ja.focus();
    };
    const still = () => vis(
      lag('p', {}, `Sak ${sak.saksnummer} gjelder en med samme navn og fødselsdato (${sak.merke}). `,
        sak.oppgave ? oppgavelenke(sak.oppgave, 'Åpne saken', `Åpne sak ${sak.saksnummer}`) : ''),
      this.scope.task?.taskDefinitionKey === SPOR_I_SKJEMAET ? lag('p', {}, 'Svar i skjemaet under.')
        : lag('div', {class: 'forlop-knapper'}, knapp('Ja, samme person', bekreft), knapp('Nei, en annen', () => svar('nei')),
          knapp('Vet ikke ennå', () => svar('vetIkke'))));
    still();
    return linje;
  }
}

const sammePerson = {
  id: 'forlop-sammeperson',
  pluginPoint: 'tasklist.task.action',
  priority: 2,
  render: (node, {api}, scope) => {
    const likhet = new Likhet(api, scope);
    scope.$watch(() => scope.task?.id, oppgave => likhet.tips.vis(oppgave));
  }
};

// ---------------------------------------------------------------------------------------------------------------
// Lists begin with what is due first, until the user sorts otherwise. Tasklist keeps the order in its address.

const FORST_FORFALT = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]);

const rekkefolge = {
  id: 'forlop-rekkefolge',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  render: (node, tillegg, scope) => {
    const sted = window.angular.element(document.body).injector().get('$location');
    const sorter = () => {
      if (sted.path() === '/' && !sted.search().sorting) {
        sted.search('sorting', FORST_FORFALT).replace();
      }
    };
    scope.$root.$on('$locationChangeSuccess', sorter);
    sorter();
  }
};

export default [meldHendelse, meldISak, person, saker, samtaletips, sammePerson, rekkefolge, utkastmerke];
