package no.forlop.frist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The rules of terms. The day of the event does not count; weeks and months end on the same weekday or date, or on the last
 * day of the month; hours and døgn are exact and never roll. A term in working days ends at the close of office hours
 * (16:00), one in weeks or months, and "0 døgn" (the same day), at the end of the day (23:59). What is to be done on a day
 * rather than by it, rhythms and warnings, comes in the morning (08:00); a warning in evenings comes at 18:00. Opening hours
 * are hours in which the unit is open: four of them are four hours at night where it never closes, and end on Monday morning
 * where it closed on Friday.
 */
final class Kalender {

  static final LocalTime MORGEN = LocalTime.of(8, 0);
  static final LocalTime KVELD = LocalTime.of(18, 0);
  static final LocalTime STENGETID = LocalTime.of(16, 0);
  static final LocalTime DAGENS_SLUTT = LocalTime.of(23, 59);

  private final Virkedager virkedager = new Virkedager();
  private final ZoneId sone;

  Kalender(ZoneId sone) {
    this.sone = sone;
  }

  /** Returns when something that started at the event is due, in a unit with these hours. */
  Instant forfall(Anker anker, Varighet varighet, Rulling rulling, Apningstid apningstid) {
    LocalDate dag = anker.dag(sone);
    int antall = varighet.antall();
    return switch (varighet.enhet()) {
      case TIMER -> anker.tid(sone).plus(Duration.ofHours(antall));
      case DOGN ->
          antall == 0 || anker.baredato()
              ? klokken(dag.plusDays(antall), DAGENS_SLUTT)
              : anker.tid(sone).plus(Duration.ofHours(24L * antall));
      case VIRKEDAGER -> virkedagsfrist(anker, antall);
      case UKER -> klokken(rull(dag, dag.plusWeeks(antall), rulling), DAGENS_SLUTT);
      case MANEDER -> klokken(rull(dag, dag.plusMonths(antall), rulling), DAGENS_SLUTT);
      case APNINGSTIMER -> apentFram(anker.tid(sone), Duration.ofHours(antall), apningstid);
      case KVELDER -> throw kanIkke(varighet);
    };
  }

  /** Returns when something in a rhythm comes: exact for hours and døgn, otherwise in the morning of the day. */
  Instant etter(Anker anker, Varighet varighet) {
    LocalDate dag = anker.dag(sone);
    Instant tid = anker.baredato() ? klokken(dag, MORGEN) : anker.tid(sone);
    int antall = varighet.antall();
    if (antall == 0) {
      return tid;
    }
    return switch (varighet.enhet()) {
      case TIMER -> tid.plus(Duration.ofHours(antall));
      case DOGN -> tid.plus(Duration.ofHours(24L * antall));
      case VIRKEDAGER -> klokken(virkedager.pluss(dag, antall), MORGEN);
      case UKER -> klokken(dag.plusWeeks(antall), MORGEN);
      case MANEDER -> klokken(dag.plusMonths(antall), MORGEN);
      case KVELDER, APNINGSTIMER -> throw kanIkke(varighet);
    };
  }

  /**
   * Returns when to warn, so long before the due date: exact for hours and døgn, 18:00 of the day for evenings ("1 kveld" is
   * the evening before), otherwise in the morning of the day.
   */
  Instant varsel(Instant forfall, Varighet varighet) {
    LocalDate dag = LocalDate.ofInstant(forfall, sone);
    int antall = varighet.antall();
    return switch (varighet.enhet()) {
      case TIMER -> forfall.minus(Duration.ofHours(antall));
      case DOGN -> forfall.minus(Duration.ofHours(24L * antall));
      case VIRKEDAGER -> klokken(virkedager.minus(dag, antall), MORGEN);
      case UKER -> klokken(dag.minusWeeks(antall), MORGEN);
      case MANEDER -> klokken(dag.minusMonths(antall), MORGEN);
      case KVELDER -> klokken(dag.minusDays(antall), KVELD);
      case APNINGSTIMER -> throw kanIkke(varighet);
    };
  }

  /** Tells whether a unit with these hours is open at the moment. */
  boolean apent(Apningstid apningstid, Instant naa) {
    ZonedDateTime lokal = naa.atZone(sone);
    return apningstid.gjelder(lokal.toLocalTime())
        && (apningstid.alleDager() || virkedager.virkedag(lokal.toLocalDate()));
  }

  private static IllegalArgumentException kanIkke(Varighet varighet) {
    return new IllegalArgumentException("Her kan det ikke telles i slik tid: " + varighet + ".");
  }

  /** Closed time does not count. */
  private Instant apentFram(Instant fra, Duration timer, Apningstid apningstid) {
    Duration igjen = timer;
    for (LocalDate dag = LocalDate.ofInstant(fra, sone); ; dag = dag.plusDays(1)) {
      if (!apningstid.alleDager() && !virkedager.virkedag(dag)) {
        continue;
      }
      Instant apner = klokken(dag, apningstid.apner());
      Instant stenger = apningstid.stenger() == null ? klokken(dag.plusDays(1), LocalTime.MIDNIGHT) : klokken(dag, apningstid.stenger());
      Instant begynner = apner.isAfter(fra) ? apner : fra;
      if (!begynner.plus(igjen).isAfter(stenger)) {
        return begynner.plus(igjen);
      }
      if (begynner.isBefore(stenger)) {
        igjen = igjen.minus(Duration.between(begynner, stenger));
      }
    }
  }

  private Instant virkedagsfrist(Anker anker, int antall) {
    LocalDate dag = anker.dag(sone);
    if (antall > 0) {
      return klokken(virkedager.pluss(dag, antall), STENGETID);
    }
    // "Same day" that comes after office hours has until the close of the next working day.
    LocalDate idag = virkedager.fraOgMed(dag);
    Instant stengetid = klokken(idag, STENGETID);
    return !anker.baredato() && stengetid.isBefore(anker.tid(sone))
        ? klokken(virkedager.pluss(idag, 1), STENGETID)
        : stengetid;
  }

  private LocalDate rull(LocalDate fra, LocalDate dag, Rulling rulling) {
    return switch (rulling) {
      case INGEN -> dag;
      case FRAM -> virkedager.fraOgMed(dag);
      case TILBAKE -> {
        LocalDate rullet = virkedager.tilOgMed(dag);
        yield rullet.isBefore(fra) ? dag : rullet;
      }
    };
  }

  private Instant klokken(LocalDate dag, LocalTime tid) {
    return dag.atTime(tid).atZone(sone).toInstant();
  }
}
