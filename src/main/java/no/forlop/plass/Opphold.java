package no.forlop.plass;

import java.time.Instant;

/**
 * A stay at a place.
 *
 * @param id number of the row
 * @param type place type
 * @param sak case number of the case that holds or held the place
 * @param pasient register id of the person, or null where the case has none
 * @param merke how the person is named among staff, or null
 * @param fra when the place was assigned
 * @param ankommet when the person came; null before that, and where the model does not tell
 * @param til when it was freed; null while the place is held
 */
public record Opphold(long id, String type, String sak, String pasient, String merke, Instant fra, Instant ankommet,
    Instant til) {}
