package no.forlop.varsel;

import java.time.Instant;

/**
 * A mail on its way to one user; the address is looked up when it is sent.
 *
 * @param id row
 * @param bruker user id
 * @param forsok attempts so far
 * @param opprettet when the notice was made
 * @param emne subject
 * @param tekst body
 */
record Epost(long id, String bruker, int forsok, Instant opprettet, String emne, String tekst) {}
