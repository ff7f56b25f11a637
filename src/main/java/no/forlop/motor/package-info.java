/**
 * What several building blocks need from the engine: which case an execution belongs to, what a model says by extension
 * properties, and decision tables read without history.
 */
package no.forlop.motor;
