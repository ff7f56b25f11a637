package no.forlop.varsel;

/**
 * All that the daily mail to a leader may tell; numbers and case numbers, no person.
 *
 * @param enhet name of the unit
 * @param brutt deadlines that are broken
 * @param idag deadlines that are due today
 * @param sakerBrutt case numbers of the broken ones, or a dash
 * @param sakerIdag case numbers of those due today, or a dash
 */
public record Dagsinnhold(String enhet, long brutt, long idag, String sakerBrutt, String sakerIdag) {}
