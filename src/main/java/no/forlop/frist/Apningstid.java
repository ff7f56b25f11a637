package no.forlop.frist;

import java.time.LocalTime;

/**
 * When a unit is open, as the table {@code apningstider} says.
 *
 * @param alleDager open on Saturdays and holidays too
 * @param apner first open minute
 * @param stenger first closed minute, or null for the end of the day
 */
record Apningstid(boolean alleDager, LocalTime apner, LocalTime stenger) {

  /** Office hours, for a unit that the table does not know. */
  static final Apningstid KONTORTID = new Apningstid(false, Kalender.MORGEN, Kalender.STENGETID);

  Apningstid {
    if (apner == null || (stenger != null && !apner.isBefore(stenger))) {
      throw new IllegalArgumentException("Åpningstiden må begynne før den slutter.");
    }
  }

  /**
   * Reads a row of the table.
   *
   * @throws IllegalArgumentException in bokmål, when a word or a time cannot be read
   */
  static Apningstid les(String dager, String apner, String stenger) {
    boolean alle =
        switch (dager == null ? "" : dager) {
          case "virkedager" -> false;
          case "alle dager" -> true;
          default -> throw new IllegalArgumentException("Dager må være «virkedager» eller «alle dager», ikke «" + dager + "».");
        };
    return new Apningstid(alle, LocalTime.parse(apner), "24:00".equals(stenger) ? null : LocalTime.parse(stenger));
  }

  boolean gjelder(LocalTime tid) {
    return !tid.isBefore(apner) && (stenger == null || tid.isBefore(stenger));
  }
}
