// What the pages in Cockpit and the plugin in Tasklist share.

/** An element with properties and children; text is always text, never markup. */
export function lag(navn, egenskaper = {}, ...barn) {
  const element = document.createElement(navn);
  for (const [nokkel, verdi] of Object.entries(egenskaper)) {
    if (nokkel.startsWith('on')) {
      element.addEventListener(nokkel.slice(2), verdi);
    } else if (verdi !== undefined && verdi !== null && verdi !== false) {
      element.setAttribute(nokkel, verdi === true ? '' : verdi);
    }
  }
  element.append(...barn.flat().filter(ett => ett !== null && ett !== undefined && ett !== false));
  return element;
}

/** The token that a request which changes something must carry. */
export function csrf() {
  return document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] || '';
}
