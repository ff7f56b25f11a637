/** Days that the municipality must pay for while a person waits for its offer: counted by calendar day, times the year's rate. */
package no.forlop.betaling;
