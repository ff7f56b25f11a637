/**
 * Places (beds, flats) with a capacity, and the queue for them. A place is assigned and freed in the engine's own
 * transaction under the lock of the place type's row, so that no crash or race can give one place to two cases.
 */
package no.forlop.plass;
