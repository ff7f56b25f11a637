package no.forlop.frist;

import java.time.Instant;

/**
 * One pause that a case is in.
 *
 * @param id row
 * @param saksinstans the outermost process instance of the case
 * @param prosessinstans the process instance that began the pause
 * @param unntatt the process instance that goes on, or null
 * @param fra since when the case has stood still
 */
record Pause(long id, String saksinstans, String prosessinstans, String unntatt, Instant fra) {}
