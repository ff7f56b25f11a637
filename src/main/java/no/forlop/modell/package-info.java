/** Brings the pathway folders into the engine: one folder is one deployment, new only when something in it changed. */
package no.forlop.modell;
