package no.forlop.sak;

/**
 * Two cases that belong together.
 *
 * @param startet whether the first one started the second
 */
public record Sakslenke(String fra, String til, boolean startet) {

  /** The other one of the two. */
  public String annen(String saksnummer) {
    return saksnummer.equals(fra) ? til : fra;
  }
}
