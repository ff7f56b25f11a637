// Tasklist's own place for settings. No limit on loading: after Camunda's 7 seconds a slow line leaves the page on its spinner.
window.require.config({waitSeconds: 0});

export default {
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'Ta oppgaven'},
    focusFilter: {key: 'ctrl+shift+f', description: 'Gå til den første listen'},
    focusList: {key: 'ctrl+alt+l', description: 'Gå til den første oppgaven i listen'},
    focusForm: {key: 'ctrl+alt+f', description: 'Gå til det første feltet i skjemaet'},
    startProcess: {key: 'ctrl+alt+p', description: 'Start et forløp'}
  }
};
