package no.forlop.sak;

import java.util.List;

/**
 * A case that the user may not open, for the little that may be told of it.
 *
 * @param lopende its process instances that run now
 */
public record StengtSak(Saksopplysning sak, List<Del> lopende) {}
