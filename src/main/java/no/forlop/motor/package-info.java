/** What several building blocks need from the engine: which case an execution belongs to, and decision tables read without history. */
package no.forlop.motor;
