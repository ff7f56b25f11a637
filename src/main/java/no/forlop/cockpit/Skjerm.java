package no.forlop.cockpit;

import java.util.Locale;

/**
 * How numbers are shown to one who may not see the cases behind them. Counts of 1 to 4 are "<5"; all others are rounded to
 * 5, so that neither a total less the other cells nor one period less another tells what was hidden.
 *
 * @param pa whether the numbers are screened
 */
record Skjerm(boolean pa) {

  private static final int MINST = 5;
  private static final Tall INGEN = new Tall("–", null);
  private static final Tall SKJULT = new Tall("skjult", null);

  /**
   * A number as people read it.
   *
   * @param tekst with its unit
   * @param tall for charts, or null when it is hidden or there is none
   */
  record Tall(String tekst, Double tall) {}

  Tall antall(long antall) {
    if (!pa || antall == 0) {
      return new Tall(String.valueOf(antall), (double) antall);
    }
    if (antall < MINST) {
      return new Tall("<" + MINST, null);
    }
    long rundet = Math.round(antall / (double) MINST) * MINST;
    return new Tall(String.valueOf(rundet), (double) rundet);
  }

  Tall andel(long treff, long av) {
    if (av == 0) {
      return INGEN;
    }
    if (pa && (lite(treff) || lite(av - treff))) {
      return SKJULT;
    }
    double andel = 100.0 * treff / av;
    long rundet = pa ? Math.round(andel / MINST) * MINST : Math.round(andel);
    return new Tall(rundet + " %", (double) rundet);
  }

  /** Seconds, as days or hours. */
  Tall tid(Double sekunder, long antall, boolean timer) {
    if (sekunder == null || antall == 0) {
      return INGEN;
    }
    if (pa && antall < MINST) {
      return SKJULT;
    }
    double enheter = sekunder / (timer ? 3600 : 86400);
    double rundet = Math.round(enheter * 10) / 10.0;
    return new Tall(String.format(Locale.forLanguageTag("nb-NO"), "%.1f %s", rundet, timer ? "timer" : "døgn"), rundet);
  }

  private static boolean lite(long antall) {
    return antall > 0 && antall < MINST;
  }
}
