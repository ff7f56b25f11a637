package no.forlop.plass;

import java.time.Instant;

/**
 * A case in the queue for a place.
 *
 * @param id number of the row
 * @param type place type
 * @param sak case number
 * @param pasient register id of the person, or null
 * @param merke how the person is named among staff, or null
 * @param prioritet lower comes first
 * @param siden waiting since
 */
public record Ventende(long id, String type, String sak, String pasient, String merke, int prioritet, Instant siden) {}
