package no.forlop.oversikt;

/**
 * That another unit is to contact the person about when the user is: enough to agree who does it. Neither the case nor what
 * it is about, since the user may not open it.
 *
 * @param enhet name of the unit
 * @param hos name of the worker who has it, or of the case's coordinator, or null
 * @param dag ISO 8601 date; today when it is late
 */
public record Enhetskontakt(String enhet, String hos, String dag) {}
