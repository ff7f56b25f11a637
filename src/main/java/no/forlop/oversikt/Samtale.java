package no.forlop.oversikt;

import java.util.List;

/**
 * What else the call that a task asks for can serve.
 *
 * @param kontakter contacts of the person's other cases
 * @param andreEnheter contacts of other units, from cases that the user may not open
 */
public record Samtale(List<Kontakt> kontakter, List<Enhetskontakt> andreEnheter) {}
