// On the diagrams of Cockpit: how many are due and broken at each task, and how long it usually takes.

import {hent, lag, varighet} from './felles.js';

function merke({apne, idag, brutt, medianSekunder, ferdige}) {
  const ord = [
    brutt > 0 && [`${brutt} brutt`, 'forlop-merke-brutt'],
    idag > 0 && [`${idag} i dag`, 'forlop-merke-idag'],
    apne > 0 && [`${apne} åpne`, 'forlop-merke-apne'],
    medianSekunder !== null && medianSekunder !== undefined && [`median ${varighet(medianSekunder)}`, 'forlop-merke-median']
  ].filter(Boolean);
  return ord.length === 0 ? null : lag('div', {class: 'forlop-merker',
    title: `Åpne frister: ${apne}, brutt: ${brutt}, i dag: ${idag}. Fullførte oppgaver: ${ferdige}.`},
  ord.map(([tekst, klasse]) => lag('span', {class: `forlop-merke ${klasse}`}, tekst)));
}

/** Puts a badge under each task that has something to tell. Who is no manager sees the diagram as it was. */
export async function merk(viser, sti) {
  const {aktiviteter} = await hent(sti);
  const lagene = viser.get('overlays');
  const elementer = viser.get('elementRegistry');
  for (const aktivitet of aktiviteter) {
    const innhold = merke(aktivitet);
    if (innhold && elementer.get(aktivitet.id)) {
      lagene.add(aktivitet.id, 'forlop', {position: {bottom: -4, left: 0}, html: innhold});
    }
  }
}
