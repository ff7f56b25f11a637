package no.forlop.cockpit;

import java.time.LocalDate;
import no.forlop.Avvist;

/**
 * Days, both included.
 *
 * @param fra first day, or null for no beginning
 * @param til last day, or null for no end
 */
record Periode(LocalDate fra, LocalDate til) {

  private static final LocalDate FORST = LocalDate.of(2000, 1, 1);
  private static final LocalDate SIST = LocalDate.of(2100, 1, 1);

  /**
   * Checks.
   *
   * @throws Avvist in bokmål, when it ends before it begins or lies outside every calendar in use
   */
  static Periode av(LocalDate fra, LocalDate til) {
    if (fra != null && til != null && til.isBefore(fra)) {
      throw new Avvist("Perioden kan ikke slutte («til») før den begynner («fra»).");
    }
    for (LocalDate dag : new LocalDate[] {fra, til}) {
      if (dag != null && (dag.isBefore(FORST) || !dag.isBefore(SIST))) {
        throw new Avvist("Datoene i perioden må ligge mellom 2000 og 2099.");
      }
    }
    return new Periode(fra, til);
  }
}
