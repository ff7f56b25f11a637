// Måltall: figures of a pathway for a period against the one before. Every chart has its numbers in a table beside it.

import {adresse, bibliotek, dag, datofelt, del, felt, gaaTil, hent, lag, parametre, tabell, velger} from './felles.js';

// Told apart also by those who do not see every colour (Okabe and Ito); the table says the same in numbers.
const FARGER = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#6b6b6b', '#b8a200'];

const tallene = verdier => verdier.map(verdi => verdi?.tall ?? null);

/** Draws when the element is in the page; without the library, or with no number but noughts, the table stands alone. */
function graf(beskrivelse, oppsett, hoyde) {
  if (oppsett.data.datasets.every(ett => ett.data.every(verdi => !verdi))) {
    return null;
  }
  const lerret = lag('canvas', {role: 'img', 'aria-label': `${beskrivelse}. Tallene står i tabellen.`});
  const ramme = lag('div', {class: 'forlop-graf', style: `height:${hoyde}px`}, lerret);
  bibliotek('chart.umd.min.js', 'Chart').then(Chart => {
    if (lerret.isConnected) {
      new Chart(lerret, {...oppsett, options: {
        animation: false, responsive: true, maintainAspectRatio: false, ...oppsett.options,
        plugins: {legend: {position: 'bottom'}, ...oppsett.options?.plugins}}});
    }
  }).catch(feil => ramme.replaceChildren(lag('p', {class: 'forlop-tom'}, feil.message)));
  return ramme;
}

const HELE = {ticks: {precision: 0}, beginAtZero: true};

/** The period and the one before as bars, one pair for each row. */
function stolper(maltall, periode, forrige) {
  return graf(maltall.navn, {
    type: 'bar',
    data: {labels: maltall.rader.map(rad => rad.navn), datasets: [
      {label: periode, data: tallene(maltall.rader.map(rad => rad.verdi)), backgroundColor: FARGER[0]},
      {label: forrige, data: tallene(maltall.rader.map(rad => rad.for)), backgroundColor: FARGER[1]}]},
    options: {indexAxis: 'y', scales: {x: HELE}}
  }, 70 + 44 * maltall.rader.length);
}

function maneder(maltall) {
  return graf(maltall.navn, {
    type: 'bar',
    data: {labels: maltall.kolonner, datasets: maltall.rader.map((rad, nr) =>
      ({label: rad.navn, data: tallene(rad.celler), maxBarThickness: 80, backgroundColor: FARGER[nr % FARGER.length]}))},
    options: {scales: {x: {stacked: true}, y: {...HELE, stacked: true}}}
  }, 260);
}

/** What the figure is, in rows of a table: name, the period, the period before. */
function rader(maltall) {
  switch (maltall.slag) {
    case 'tid':
      return [
        {navn: `Median (${maltall.enhet})`, verdi: maltall.verdi, for: maltall.for},
        {navn: `9 av 10 innen (${maltall.enhet})`, verdi: maltall.p90, for: maltall.forP90},
        ...(maltall.antall ? [{navn: 'Antall', verdi: maltall.antall, for: maltall.forAntall}] : [])];
    case 'andel':
      return [
        {navn: 'Andel', verdi: maltall.verdi, for: maltall.for},
        ...(maltall.av ? [{navn: 'Av', verdi: maltall.av, for: maltall.forAv}] : [])];
    case 'fordeling':
      return [...maltall.rader, {navn: 'I alt', verdi: maltall.verdi, for: maltall.for}];
    default:
      return [{navn: 'Antall', verdi: maltall.verdi, for: maltall.for}];
  }
}

const tekst = verdi => verdi?.tekst ?? '–';

function tabellFor(maltall, periode, forrige) {
  if (maltall.slag !== 'tabell') {
    const hva = {tittel: lag('span', {class: 'sr-only'}, 'Hva'), rad: true, celle: rad => rad.navn};
    // What is counted now belongs to no period.
    return tabell(maltall.navn, maltall.for === null ? [hva, {tittel: 'Nå', tall: true, celle: rad => tekst(rad.verdi)}] : [hva,
      {tittel: periode, tall: true, celle: rad => tekst(rad.verdi)},
      {tittel: forrige, tall: true, celle: rad => tekst(rad.for)}], rader(maltall));
  }
  const maned = kolonner => kolonner.map((tittel, nr) => ({tittel, tall: true, celle: rad => tekst(rad.celler[nr])}));
  const hva = {tittel: lag('span', {class: 'sr-only'}, 'Hva'), rad: true, celle: rad => rad.navn};
  return lag('div', {},
    tabell(maltall.navn, [hva, ...maned(maltall.kolonner)], maltall.rader, 'Ingen i perioden.'),
    maltall.forRader?.length > 0 && lag('details', {}, lag('summary', {}, `Til sammenligning: ${forrige}`),
      tabell(`${maltall.navn}, ${forrige}`, [{...hva, tittel: lag('span', {class: 'sr-only'}, 'Hva')}, ...maned(maltall.forKolonner)], maltall.forRader)));
}

/** Whether a goal was reached, in words. */
function mal(maltall) {
  if (maltall.mal === null || maltall.mal === undefined) {
    return null;
  }
  const na = maltall.verdi?.tall;
  const ord = na === null || na === undefined ? '' : na >= maltall.mal ? ' Nådd.' : ' Ikke nådd.';
  return lag('p', {class: ord === ' Ikke nådd.' && 'forlop-brutt'}, `Mål: ${maltall.mal} ${maltall.enhet}.${ord}`);
}

function figur(maltall, periode, forrige) {
  const harRader = maltall.rader?.length > 0;
  return lag('section', {class: 'forlop-figur'},
    lag('h2', {}, maltall.navn),
    maltall.forklaring && lag('p', {class: 'forlop-forklaring'}, maltall.forklaring),
    mal(maltall),
    maltall.slag === 'fordeling' && harRader && stolper(maltall, periode, forrige),
    maltall.slag === 'tabell' && harRader && maneder(maltall),
    tabellFor(maltall, periode, forrige));
}

export async function vis() {
  const valg = parametre();
  const meg = await hent('meg');
  const forlop = meg.saksforlop.some(ett => ett.id === valg.forlop) ? valg.forlop : meg.saksforlop[0]?.id;
  const sporring = {forlop, fra: valg.fra, til: valg.til, enhet: valg.enhet, mot: valg.mot};
  const sett = nokkel => verdi => gaaTil('maltall', {...valg, [nokkel]: verdi});
  const periodevelger = svar => lag('div', {class: 'forlop-filtre', role: 'group', 'aria-label': 'Hva tallene gjelder'},
    felt('Forløp', velger('forlop-forlop', meg.saksforlop, forlop, null, sett('forlop'))),
    felt('Enhet', velger('forlop-enhet', meg.enheter, valg.enhet, 'Hele kommunen', sett('enhet'))),
    felt('Fra og med', datofelt('forlop-fra', svar?.fra || valg.fra, sett('fra'))),
    felt('Til og med', datofelt('forlop-til', svar?.til || valg.til, sett('til'))),
    felt('Sammenlign med', velger('forlop-mot', [{id: 'aaret', navn: 'Samme periode året før'}], valg.mot, 'Perioden før',
      sett('mot'))),
    svar && lag('a', {class: 'btn btn-default btn-sm', href: adresse('maltall.csv', sporring), download: `maltall-${forlop}.csv`}, 'Last ned CSV'));
  let svar;
  try {
    svar = await hent('maltall', sporring);
  } catch (feil) {
    // The filters stay, so that a wrong period can be mended.
    return [periodevelger(null), lag('p', {class: 'alert alert-danger', role: 'alert'}, feil.message)];
  }
  const periode = `${dag(svar.fra)} – ${dag(svar.til)}`;
  const forrige = `${dag(svar.forFra)} – ${dag(svar.forTil)}`;
  return [
    periodevelger(svar),
    svar.skjermet && lag('p', {class: 'alert alert-info'},
      'Antall under 5 vises som <5, og andre tall er rundet av, så ingen kan kjennes igjen.'),
    lag('div', {class: 'forlop-figurer'}, svar.maltall.map(ett => figur(ett, periode, forrige)))
  ];
}
