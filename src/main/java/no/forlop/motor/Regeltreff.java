package no.forlop.motor;

/**
 * A rule of a decision table was used by a building block; published since these tables are read without history.
 *
 * @param beslutning decision id
 * @param regel rule id
 */
public record Regeltreff(String beslutning, String regel) {}
