// On the diagrams of Cockpit: how many are due and broken at each task, and how long it usually takes.

import {hent, lag, varighet} from './felles.js';

const LESBART = 0.5;

const alt = ({apne, idag, brutt, ferdige}) =>
  `Åpne frister: ${apne}, brutt: ${brutt}, i dag: ${idag}. Fullførte oppgaver: ${ferdige}.`;

function merke(aktivitet) {
  const {apne, idag, brutt, medianSekunder} = aktivitet;
  const ord = [
    brutt > 0 && [`${brutt} brutt`, 'forlop-merke-brutt'],
    idag > 0 && [`${idag} i dag`, 'forlop-merke-idag'],
    apne > 0 && [`${apne} ${apne === 1 ? 'åpen' : 'åpne'}`, 'forlop-merke-apne'],
    medianSekunder !== null && medianSekunder !== undefined && [`median ${varighet(medianSekunder)}`, 'forlop-merke-median']
  ].filter(Boolean);
  return ord.length === 0 ? null : lag('div', {class: 'forlop-merker', title: alt(aktivitet)},
    ord.map(([tekst, klasse]) => lag('span', {class: `forlop-merke ${klasse}`}, tekst)));
}

/** For a diagram that is shown so small that no word can be read: how many are broken, or else due today. */
function lite(aktivitet) {
  const {idag, brutt} = aktivitet;
  return brutt + idag === 0 ? null : lag('div', {title: alt(aktivitet),
    class: `forlop-merke forlop-merke-lite ${brutt > 0 ? 'forlop-merke-brutt' : 'forlop-merke-idag'}`}, brutt > 0 ? `${brutt}!` : String(idag));
}

/** Puts a badge under each task that has something to tell. Who is no manager sees the diagram as it was. */
export async function merk(viser, sti) {
  const {aktiviteter} = await hent(sti);
  const lagene = viser.get('overlays');
  const elementer = viser.get('elementRegistry');
  for (const aktivitet of aktiviteter) {
    const innhold = elementer.get(aktivitet.id) && merke(aktivitet);
    if (innhold) {
      lagene.add(aktivitet.id, 'forlop', {position: {bottom: -4, left: 0}, show: {minZoom: LESBART}, html: innhold});
    }
    const kort = innhold && lite(aktivitet);
    if (kort) {
      lagene.add(aktivitet.id, 'forlop', {position: {top: 0, left: 0}, show: {maxZoom: LESBART}, scale: {min: 1}, html: kort});
    }
  }
}
