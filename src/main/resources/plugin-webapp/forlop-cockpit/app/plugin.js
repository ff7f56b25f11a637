// Forløp in Camunda Cockpit: what a manager needs to see at once. Every page is fetched when it is opened, and what goes
// wrong in one of them is told there, so that it never blanks Cockpit.

import {del, fyll, hent, lag, side} from './felles.js';

/** Managers only: the server knows who they are, and refuses everybody else whatever the menu shows. */
const bareLedere = ['$rootScope', $rootScope => svar => hent('meg')
  .then(() => true, () => false)
  .then(tilgang => $rootScope.$applyAsync(() => svar(null, tilgang)))];

const SIDER = [
  {id: 'frister', tittel: 'Frister'},
  {id: 'plasser', tittel: 'Plasser'},
  {id: 'maltall', tittel: 'Måltall'},
  {id: 'saker', tittel: 'Saker'}
];

const meny = SIDER.map(({id, tittel}, nr) => ({
  id: `forlop-meny-${id}`,
  pluginPoint: 'cockpit.navigation',
  // The last of the entries, in this order.
  priority: 4 - nr,
  properties: {
    label: tittel,
    pagePath: `#/${id}`,
    checkActive: adresse => new RegExp(`#/${id}(\\?|$)`).test(adresse),
    access: bareLedere
  }
}));

const sider = SIDER.map(({id, tittel}) => ({
  id: `forlop-side-${id}`,
  pluginPoint: 'cockpit.route',
  properties: {path: `/${id}`, label: tittel},
  render: node => side(node, tittel, async () => (await import(`./${id}.js`)).vis())
}));

const oversikt = {
  id: 'forlop-frister',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: {label: 'Frister'},
  render: async node => {
    const tilgang = await hent('meg').then(() => true, () => false);
    if (tilgang) {
      const ramme = lag('div');
      node.append(lag('div', {class: 'forlop-oversikt'}, del('Frister', ramme)));
      await fyll(ramme, async () => (await import('./frister.js')).oversikt());
    }
  }
};

const faner = [
  {slag: 'processDefinition', nokkel: 'processDefinitionId', filter: id => ({definisjon: id})},
  {slag: 'processInstance', nokkel: 'processInstanceId', filter: id => ({instans: id})}
].map(({slag, nokkel, filter}) => ({
  id: `forlop-frister-${slag}`,
  pluginPoint: `cockpit.${slag}.runtime.tab`,
  priority: 15,
  properties: {label: 'Frister'},
  render: (node, parametre) => fyll(node, async () => (await import('./frister.js')).fane(filter(parametre[nokkel])))
}));

const diagrammer = [
  {slag: 'processDefinition', nokkel: 'processDefinitionId', sti: 'definisjon'},
  {slag: 'processInstance', nokkel: 'processInstanceId', sti: 'instans'}
].map(({slag, nokkel, sti}) => ({
  id: `forlop-merker-${slag}`,
  pluginPoint: `cockpit.${slag}.diagram.plugin`,
  render: (viser, parametre) => import('./diagram.js')
    .then(diagram => diagram.merk(viser, `diagram/${sti}/${encodeURIComponent(parametre[nokkel])}`))
    .catch(feil => console.warn(`Fristene kunne ikke vises på diagrammet: ${feil.message}`))
}));

export default [...meny, ...sider, oversikt, ...faner, ...diagrammer];
