package no.forlop.betaling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Days that a case is paid for, weekends and holidays too.
 *
 * @param saksnummer the case
 * @param satstabell decision that gives the rate of a year
 * @param fra first day that counts
 * @param til day the waiting ended, which does not count; null while it runs
 */
public record Periode(String saksnummer, String satstabell, LocalDate fra, LocalDate til) {

  public Periode {
    if (fra == null) {
      throw new IllegalArgumentException("En betalingsperiode må ha en første dag.");
    }
    if (til != null && til.isBefore(fra)) {
      throw new IllegalArgumentException("En betalingsperiode kan ikke slutte før den begynner.");
    }
  }

  /** Days per calendar year; a period that still runs counts as if it ended on the given day. */
  public SortedMap<Integer, Long> dognPerAar(LocalDate iDag) {
    LocalDate slutt = til == null ? iDag : til;
    SortedMap<Integer, Long> dogn = new TreeMap<>();
    for (LocalDate dag = fra; dag.isBefore(slutt); ) {
      LocalDate nyttAar = LocalDate.of(dag.getYear() + 1, 1, 1);
      LocalDate neste = nyttAar.isBefore(slutt) ? nyttAar : slutt;
      dogn.put(dag.getYear(), ChronoUnit.DAYS.between(dag, neste));
      dag = neste;
    }
    return dogn;
  }
}
