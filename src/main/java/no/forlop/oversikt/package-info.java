/**
 * What a worker sees across a person's cases: those that belong together, the person's other running ones, and the contacts
 * that one call can serve. Never a case that the user may not open, and never who the person is; of another unit's contact no
 * more than {@link no.forlop.oversikt.AndreEnheter} says.
 */
package no.forlop.oversikt;
