package no.forlop.oversikt;

import java.util.List;

/**
 * A case, those around it, and the contacts with its person.
 *
 * @param lenkede cases that it started, was started from, or otherwise belongs together with
 * @param andre the person's other running cases
 * @param kontakter contacts that are open or planned in all the person's running cases, by time
 * @param andreEnheter contacts of other units that the call of the user's own task can serve, from cases that the user may
 *     not open
 */
public record Oversikt(Sakskort sak, List<Sakskort> lenkede, List<Sakskort> andre, List<Kontakt> kontakter,
    List<Enhetskontakt> andreEnheter) {}
