package no.forlop.betaling;

import java.time.LocalDate;

/**
 * A case that is, or has been, paid for.
 *
 * @param fra first day that counts
 * @param til day that the waiting ended, which does not count; null while it runs
 */
public record Betalingssak(String saksnummer, LocalDate fra, LocalDate til) {

  public boolean loper() {
    return til == null;
  }
}
