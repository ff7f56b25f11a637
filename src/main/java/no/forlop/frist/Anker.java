package no.forlop.frist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;

/**
 * What a term is counted from: a moment, or a day of which no time is known.
 *
 * @param moment the moment, or null
 * @param dato the day, or null
 */
record Anker(Instant moment, LocalDate dato) {

  Anker {
    if ((moment == null) == (dato == null)) {
      throw new IllegalArgumentException("Et anker er enten et tidspunkt eller en dato.");
    }
  }

  static Anker ved(Instant moment) {
    return new Anker(moment, null);
  }

  static Anker paa(LocalDate dato) {
    return new Anker(null, dato);
  }

  /**
   * Reads the value of a date variable: a Date, or text as forms give it ("2026-11-30", "2026-11-30T12:00", with or without
   * offset).
   *
   * @throws IllegalArgumentException when it is none of these; the value itself is never repeated
   */
  static Anker les(Object verdi, ZoneId sone) {
    if (verdi instanceof Date dato) {
      return ved(dato.toInstant());
    }
    String tekst = verdi.toString().strip();
    try {
      if (tekst.length() == 10) {
        return paa(LocalDate.parse(tekst));
      }
      boolean lokal = !tekst.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
      return ved(lokal ? LocalDateTime.parse(tekst).atZone(sone).toInstant() : OffsetDateTime.parse(tekst).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Verdien er ikke en dato eller et tidspunkt.");
    }
  }

  boolean baredato() {
    return dato != null;
  }

  LocalDate dag(ZoneId sone) {
    return dato != null ? dato : LocalDate.ofInstant(moment, sone);
  }

  /** Returns the moment; a day starts when it begins. */
  Instant tid(ZoneId sone) {
    return moment != null ? moment : dato.atStartOfDay(sone).toInstant();
  }
}
