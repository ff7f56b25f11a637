package no.forlop.frist;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Norwegian working days: not Saturdays, Sundays and public holidays. 24 and 31 December are working days. */
final class Virkedager {

  private final HolidayManager norske = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));

  boolean virkedag(LocalDate dag) {
    return dag.getDayOfWeek() != DayOfWeek.SATURDAY && !helligdag(dag);
  }

  boolean helligdag(LocalDate dag) {
    return dag.getDayOfWeek() == DayOfWeek.SUNDAY || norske.isHoliday(dag);
  }

  /** Returns the given day if it is a working day, otherwise the first after it. */
  LocalDate fraOgMed(LocalDate dag) {
    return virkedag(dag) ? dag : neste(dag);
  }

  /** Returns the given day if it is a working day, otherwise the last before it. */
  LocalDate tilOgMed(LocalDate dag) {
    return virkedag(dag) ? dag : forrige(dag);
  }

  /** Returns the working day that is the given number of working days after the day, which itself does not count. */
  LocalDate pluss(LocalDate dag, int antall) {
    LocalDate funnet = dag;
    for (int i = 0; i < antall; i++) {
      funnet = neste(funnet);
    }
    return funnet;
  }

  /** Returns the working day that is the given number of working days before the day, which itself does not count. */
  LocalDate minus(LocalDate dag, int antall) {
    LocalDate funnet = dag;
    for (int i = 0; i < antall; i++) {
      funnet = forrige(funnet);
    }
    return funnet;
  }

  private LocalDate neste(LocalDate dag) {
    LocalDate neste = dag.plusDays(1);
    while (!virkedag(neste)) {
      neste = neste.plusDays(1);
    }
    return neste;
  }

  private LocalDate forrige(LocalDate dag) {
    LocalDate forrige = dag.minusDays(1);
    while (!virkedag(forrige)) {
      forrige = forrige.minusDays(1);
    }
    return forrige;
  }
}
