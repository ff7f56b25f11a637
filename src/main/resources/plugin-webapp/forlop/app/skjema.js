// Camunda Forms in Tasklist, for staff who are interrupted: what is typed is there when one comes back, nothing is sent or
// closed by accident, and what is wrong is seen.

import {lag} from '../../../../../cockpit/plugin/forlop-cockpit/static/app/grunn.js';

// ---------------------------------------------------------------------------------------------------------------
// Drafts. Tasklist writes a form to the browser's storage in clear text and reads it there when the form is opened. Here this
// page's memory takes and answers instead, so that a reload, a log-out or another user leaves nothing.

const LAGRET = /^(?:camunda-form|camForm):/;

/** By task, or by pathway for a start form: the answers that differ from those the form came with, and when. */
let utkast = new Map();
let eier = null;
/** The pathway of the start form that is open; Tasklist calls every start form "undefined". */
let startskjema = null;
/** What Tasklist last would have written. */
let sistLagret = null;
/** What each open task's form came with, as Tasklist has it. */
const svarFraFor = new Map();
/** The forms on the screen. */
const apne = new Set();

function minneForLager() {
  const {setItem, getItem} = Storage.prototype;
  Storage.prototype.setItem = function (nokkel, verdi) {
    if (LAGRET.test(nokkel)) {
      sistLagret = verdi;
    } else {
      setItem.call(this, nokkel, verdi);
    }
  };
  Storage.prototype.getItem = function (nokkel) {
    if (!LAGRET.test(nokkel)) {
      return getItem.call(this, nokkel);
    }
    const id = nokkel.replace(LAGRET, '');
    const funnet = utkast.get(id === 'undefined' ? startskjema : id);
    return funnet ? JSON.stringify(funnet.svar) : null;
  };
  for (const lager of [window.localStorage, window.sessionStorage]) {
    Object.keys(lager).filter(nokkel => LAGRET.test(nokkel)).forEach(nokkel => lager.removeItem(nokkel));
  }
}

function tomt(svar) {
  return svar === undefined || svar === null || svar === '' || svar === false
    || (typeof svar === 'object' && Object.values(svar).every(tomt));
}

/** Whether an answer is the one the form came with, which may hold more of a row than the form shows. */
function uendret(fraFor, svar) {
  if (tomt(svar) || tomt(fraFor)) {
    return tomt(svar) && tomt(fraFor);
  }
  return typeof svar === 'object'
    ? (!Array.isArray(svar) || svar.length === fraFor.length)
      && Object.entries(svar).every(([nokkel, verdi]) => uendret(fraFor[nokkel], verdi))
    : svar === fraFor;
}

function merkKort() {
  document.querySelectorAll('[data-utkast]').forEach(merke => {
    merke.hidden = !utkast.has(merke.dataset.utkast);
  });
}

function nyEier(navn) {
  if (navn !== eier) {
    utkast = new Map();
    eier = navn;
  }
}

/** One form on the screen, from when Tasklist has read its draft until it is sent or left. */
class Skjema {

  constructor({taskId, processDefinitionKey}, lagre) {
    this.nokkel = taskId || processDefinitionKey;
    this.erStart = !taskId;
    this.lagre = lagre;
    // Those who have logged in since have another.
    this.utkast = utkast;
    this.endret = false;
    apne.add(this);
  }

  forlat() {
    if (this.endret) {
      this.lagre();
      const fraFor = svarFraFor.get(this.nokkel) || {};
      const svar = Object.entries(JSON.parse(sistLagret)).filter(([nokkel, verdi]) => !uendret(fraFor[nokkel]?.value, verdi));
      sistLagret = null;
      if (svar.length > 0) {
        this.utkast.set(this.nokkel, {svar: Object.fromEntries(svar), tid: new Date()});
      } else {
        this.utkast.delete(this.nokkel);
      }
    }
    this.lukk();
  }

  ferdig() {
    this.utkast.delete(this.nokkel);
    this.lukk();
  }

  lukk() {
    this.endret = false;
    svarFraFor.delete(this.nokkel);
    apne.delete(this);
    merkKort();
  }
}

/** Tells that a form holds answers that are not sent, and lets them go. */
function beskjed(skjema, slett) {
  const tid = utkast.get(skjema.nokkel)?.tid
    .toLocaleTimeString('nb-NO', {timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit'});
  return tid ? [lag('div', {class: 'forlop-utkast'},
    lag('p', {}, `Dette skrev du kl. ${tid}. Det er ikke sendt.`,
      skjema.erStart ? ' Gjelder det en annen person nå, må du begynne på nytt.' : null),
    lag('button', {type: 'button', class: 'btn btn-default', onclick: slett}, 'Slett og begynn på nytt'))] : [];
}

/** Follows Tasklist's own form by a second directive of the same name, which AngularJS allows. */
const folgSkjema = () => ({
  restrict: 'A',
  require: 'camTasklistForm',
  link: {
    pre: (omraade, [element], attributter, styring) => {
      const {registerSaveHandler, registerCompletionHandler, notifyFormDirty, notifyFormValidated} = styring;
      const plass = lag('div');
      let skjema = null;
      startskjema = styring.getParams().processDefinitionKey || startskjema;

      const ferdig = () => {
        skjema?.ferdig();
        skjema = null;
      };
      const slett = () => {
        ferdig();
        const form = styring.getTasklistForm();
        const {type} = form;
        omraade.$apply(() => { form.type = null; });
        omraade.$apply(() => { form.type = type; });
      };

      styring.registerSaveHandler = lagre => {
        if (styring.getTasklistForm().type === 'camunda-forms') {
          skjema = new Skjema(styring.getParams(), lagre);
          element.prepend(plass);
          plass.replaceChildren(...beskjed(skjema, slett));
        }
        registerSaveHandler.call(styring, lagre);
      };
      styring.registerCompletionHandler = send => registerCompletionHandler.call(styring, svar => send((feil, resultat) => {
        if (!feil) {
          ferdig();
        }
        svar(feil, resultat);
      }));
      styring.notifyFormDirty = endret => {
        // To Tasklist it is unchanged once it is saved.
        if (skjema && endret) {
          skjema.endret = true;
        }
        notifyFormDirty.call(styring, endret);
      };
      // A field in a list leaves an empty entry among the form's errors once it is touched; Tasklist takes that for an error
      // and shuts its button for good. So only a form that could not be shown shuts it: a click checks it and shows why.
      styring.notifyFormValidated = ugyldig =>
        notifyFormValidated.call(styring, ugyldig && Boolean(styring.getTasklistForm()?.$error));

      omraade.$on('taskremoved', ferdig);
      omraade.$on('$destroy', () => {
        // A field tells what was typed last when it is left.
        element.querySelector(':focus')?.blur();
        skjema?.forlat();
      });
    }
  }
});

const folgBruker = ['$rootScope', 'camAPI', ($rootScope, camAPI) => {
  $rootScope.$on('authentication.changed', (hendelse, bruker) => bruker && nyEier(bruker.name));
  $rootScope.$on('authentication.logout.success', () => nyEier(null));

  const Task = camAPI.resource('task');
  const {formVariables} = Task;
  Task.formVariables = (hva, ferdig) => formVariables.call(Task, hva, ferdig).then(svar => {
    svarFraFor.set(hva.id, svar);
    return svar;
  });
}];

/** On a card: the task has answers that are not sent. */
export const utkastmerke = {
  id: 'forlop-utkast',
  pluginPoint: 'tasklist.card',
  priority: 1,
  render: (node, {taskId}) => {
    node.append(lag('span', {class: 'forlop-ikke-sendt', 'data-utkast': taskId, hidden: !utkast.has(taskId)}, 'Ikke sendt'));
  }
};

function advarVedForlating() {
  window.addEventListener('beforeunload', hendelse => {
    if (utkast.size > 0 || [...apne].some(skjema => skjema.endret)) {
      hendelse.preventDefault();
    }
  });
}

// ---------------------------------------------------------------------------------------------------------------
// Keys, and the reason for a refusal

// Enter in a field would submit the whole form; a task is completed with its button.
function vernSkjema() {
  document.addEventListener('keydown', hendelse => {
    if (hendelse.key === 'Enter' && hendelse.target.matches?.('.fjs-form input')) {
      hendelse.preventDefault();
    }
  }, true);
}

// Esc closes a calendar or a list; it must not close the start form with everything that is typed there.
function vernStartskjema() {
  document.documentElement.addEventListener('keydown', hendelse => {
    if (hendelse.key === 'Escape' && hendelse.target.closest?.('.modal .fjs-form')) {
      hendelse.stopPropagation();
    }
  });
}

// In a long form the reason for a refusal is far from the button: it is brought into view.
function visGrunn() {
  document.addEventListener('click', hendelse => {
    const knapp = hendelse.target.closest?.('.modal-footer button, .form-actions button');
    const ramme = knapp?.closest('.modal-content, .task-details');
    const skjema = ramme?.querySelector('.fjs-form');
    if (!skjema) {
      return;
    }
    const sett = new Set(ramme.querySelectorAll('.alert'));
    let forsok = 0;
    const se = setInterval(() => {
      const grunn = skjema.querySelector('.fjs-form-field-error')?.closest('.fjs-form-field')
        || [...ramme.querySelectorAll('.alert')].find(varsel => !sett.has(varsel));
      if (grunn) {
        grunn.scrollIntoView({block: 'center'});
      }
      if (grunn || ++forsok === 20) {
        clearInterval(se);
      }
    }, 150);
  });
}

/** Before Tasklist starts. */
export function stellIStand() {
  minneForLager();
  window.angular.module('cam.tasklist').directive('camTasklistForm', folgSkjema).run(folgBruker);
  advarVedForlating();
  vernSkjema();
  vernStartskjema();
  visGrunn();
}
