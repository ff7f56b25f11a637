package no.forlop.person;

/**
 * All that the engine may know about a person.
 *
 * @param personId id in the register
 * @param merke short text staff recognise the case by, such as "K.N. 1985" or "Ukjent 12"
 * @param alder whole years today; null when the birth date is unknown
 * @param kjonn sex as far as known
 */
public record Personmerke(String personId, String merke, Integer alder, Kjonn kjonn) {}
