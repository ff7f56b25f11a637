/** Messages to staff by e-mail: case number and link, never identity. Written in the transaction of what they tell about. */
package no.forlop.varsel;
