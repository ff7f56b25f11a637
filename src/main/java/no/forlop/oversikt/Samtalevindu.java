package no.forlop.oversikt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When one call serves two contacts: their days are so close together. What is late is made today.
 *
 * @param dager most days between them; lokal rutine
 */
record Samtalevindu(int dager, ZoneId sone) {

  Samtalevindu {
    if (dager < 0) {
      throw new IllegalArgumentException("forlop.kontakt.samme-samtale-dager: kan ikke være negativt.");
    }
  }

  /** A contact without a time can be made at any time, so with any other. */
  boolean rommer(Instant en, Instant annen, Instant naa) {
    return annen != null && Math.abs(ChronoUnit.DAYS.between(dag(en, naa), dag(annen, naa))) <= dager;
  }

  private LocalDate dag(Instant tid, Instant naa) {
    return (tid == null || tid.isBefore(naa) ? naa : tid).atZone(sone).toLocalDate();
  }
}
