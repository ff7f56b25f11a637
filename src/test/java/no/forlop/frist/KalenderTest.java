package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms by hand, in Oslo. Easter 2026 is 2–6 April; 17 May 2026 is a Sunday, 17 May 2027 a Monday. */
class KalenderTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private final Kalender kalender = new Kalender(OSLO);

  @ParameterizedTest(name = "{0} + {1} ({2}) = {3}")
  @CsvSource({
    // hours and døgn are exact, weekends and holidays or not
    "2026-03-06T15:30, 4 timer,       ingen, 2026-03-06T19:30",
    "2026-03-06T15:30, 2 døgn,        ingen, 2026-03-08T15:30",
    "2026-04-01T12:00, 3 døgn,        ingen, 2026-04-04T12:00",
    // clocks go forward on 29 March and back on 25 October: 24 hours are 24 hours
    "2026-03-28T12:00, 1 døgn,        ingen, 2026-03-29T13:00",
    "2026-03-29T01:30, 1 time,        ingen, 2026-03-29T03:30",
    "2026-10-24T12:00, 1 døgn,        ingen, 2026-10-25T11:00",
    // the same day
    "2026-03-07T22:00, 0 døgn,        ingen, 2026-03-07T23:59",
    "2026-03-06T10:00, 0 virkedager,  ingen, 2026-03-06T16:00",
    "2026-03-06T16:00, 0 virkedager,  ingen, 2026-03-06T16:00",
    "2026-03-06T16:01, 0 virkedager,  ingen, 2026-03-09T16:00",
    "2026-03-07T10:00, 0 virkedager,  ingen, 2026-03-09T16:00",
    // the day of the event does not count; Saturdays and holidays are skipped
    "2026-03-02T09:00, 5 virkedager,  ingen, 2026-03-09T16:00",
    "2026-03-06T15:00, 1 virkedag,    ingen, 2026-03-09T16:00",
    "2026-03-06T23:00, 1 virkedag,    ingen, 2026-03-09T16:00",
    "2026-03-07T10:00, 1 virkedag,    ingen, 2026-03-09T16:00",
    "2026-04-01T10:00, 1 virkedag,    ingen, 2026-04-07T16:00",
    "2026-04-30T10:00, 1 virkedag,    fram,  2026-05-04T16:00",
    "2026-12-23T10:00, 2 virkedager,  ingen, 2026-12-28T16:00",
    "2027-05-14T10:00, 1 virkedag,    ingen, 2027-05-18T16:00",
    // weeks end on the same weekday
    "2026-03-02T09:00, 1 uke,         ingen, 2026-03-09T23:59",
    "2026-03-07T09:00, 1 uke,         ingen, 2026-03-14T23:59",
    "2026-03-07T09:00, 1 uke,         fram,  2026-03-16T23:59",
    "2026-03-07T09:00, 1 uke,         tilbake, 2026-03-13T23:59",
    "2026-03-26T09:00, 1 uke,         tilbake, 2026-04-01T23:59",
    "2026-03-26T09:00, 1 uke,         fram,  2026-04-07T23:59",
    "2026-03-27T09:00, 2 uker,        fram,  2026-04-10T23:59",
    // rolling back never passes the day of the event
    "2026-03-07T09:00, 0 uker,        tilbake, 2026-03-07T23:59",
    // months end on the same date, or on the last day of the month
    "2026-01-15T09:00, 1 måned,       ingen, 2026-02-15T23:59",
    "2026-01-15T09:00, 1 måned,       fram,  2026-02-16T23:59",
    "2026-01-31T09:00, 1 måned,       ingen, 2026-02-28T23:59",
    "2026-01-31T09:00, 1 måned,       fram,  2026-03-02T23:59",
    "2028-01-31T09:00, 1 måned,       ingen, 2028-02-29T23:59",
    "2026-03-31T09:00, 3 måneder,     ingen, 2026-06-30T23:59",
    "2026-11-30T09:00, 3 måneder,     ingen, 2027-02-28T23:59",
    "2026-04-17T09:00, 1 måned,       fram,  2026-05-18T23:59",
    "2027-04-17T09:00, 1 måned,       fram,  2027-05-18T23:59",
    "2027-04-17T09:00, 1 måned,       tilbake, 2027-05-14T23:59",
    // Christmas Eve and New Year's Eve are working days
    "2026-12-17T09:00, 1 uke,         fram,  2026-12-24T23:59",
    "2026-12-18T09:00, 1 uke,         fram,  2026-12-28T23:59"
  })
  void due(LocalDateTime fra, String varighet, String rulling, LocalDateTime forfall) {
    assertThat(kalender.forfall(Anker.ved(oslo(fra)), Varighet.les(varighet), Rulling.les(rulling), Apningstid.KONTORTID)).isEqualTo(oslo(forfall));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-03-07, 0 virkedager, 2026-03-09T16:00",
    "2026-03-06, 0 virkedager, 2026-03-06T16:00",
    "2026-03-06, 0 døgn,       2026-03-06T23:59",
    "2026-03-06, 2 døgn,       2026-03-08T23:59",
    "2026-03-06, 6 timer,      2026-03-06T06:00",
    "2026-03-06, 1 uke,        2026-03-13T23:59"
  })
  void dueFromADateWithoutTime(LocalDate fra, String varighet, LocalDateTime forfall) {
    assertThat(kalender.forfall(Anker.paa(fra), Varighet.les(varighet), Rulling.INGEN, Apningstid.KONTORTID)).isEqualTo(oslo(forfall));
  }

  @ParameterizedTest(name = "{0} + {1} open hours = {2} in office hours, {3} every day 8–20, {4} around the clock")
  @CsvSource({
    "2026-03-02T09:00, 4, 2026-03-02T13:00, 2026-03-02T13:00, 2026-03-02T13:00",
    "2026-03-02T12:00, 4, 2026-03-02T16:00, 2026-03-02T16:00, 2026-03-02T16:00",
    "2026-03-02T13:30, 4, 2026-03-03T09:30, 2026-03-02T17:30, 2026-03-02T17:30",
    "2026-03-02T22:00, 4, 2026-03-03T12:00, 2026-03-03T12:00, 2026-03-03T02:00",
    "2026-03-06T15:00, 4, 2026-03-09T11:00, 2026-03-06T19:00, 2026-03-06T19:00",
    "2026-03-07T05:00, 4, 2026-03-09T12:00, 2026-03-07T12:00, 2026-03-07T09:00",
    "2026-03-06T15:00, 20, 2026-03-11T11:00, 2026-03-08T11:00, 2026-03-07T11:00",
    "2026-04-01T15:00, 4, 2026-04-07T11:00, 2026-04-01T19:00, 2026-04-01T19:00",
    "2026-03-07T12:00, 0, 2026-03-09T08:00, 2026-03-07T12:00, 2026-03-07T12:00",
    "2026-03-28T23:00, 4, 2026-03-30T12:00, 2026-03-29T12:00, 2026-03-29T04:00"
  })
  void dueInOpeningHours(LocalDateTime fra, int timer, LocalDateTime kontor, LocalDateTime dagtid, LocalDateTime dogn) {
    Anker anker = Anker.ved(oslo(fra));
    Varighet varighet = new Varighet(timer, Tidsenhet.APNINGSTIMER);
    assertThat(kalender.forfall(anker, varighet, Rulling.INGEN, Apningstid.KONTORTID)).isEqualTo(oslo(kontor));
    assertThat(kalender.forfall(anker, varighet, Rulling.INGEN, Apningstid.les("alle dager", "08:00", "20:00"))).isEqualTo(oslo(dagtid));
    assertThat(kalender.forfall(anker, varighet, Rulling.INGEN, Apningstid.les("alle dager", "00:00", "24:00"))).isEqualTo(oslo(dogn));
  }

  @Test
  void openingHoursAreForDeadlinesOnly() {
    Varighet time = new Varighet(1, Tidsenhet.APNINGSTIMER);
    Instant tid = oslo("2026-03-06T10:00");
    assertThatIllegalArgumentException().isThrownBy(() -> kalender.etter(Anker.ved(tid), time));
    assertThatIllegalArgumentException().isThrownBy(() -> kalender.varsel(tid, time));
  }

  @Test
  void aRhythmFromADateComesInTheMorning() {
    Anker dato = Anker.paa(LocalDate.of(2026, 3, 6));
    assertThat(kalender.etter(dato, Varighet.les("0 timer"))).isEqualTo(oslo("2026-03-06T08:00"));
    assertThat(kalender.etter(dato, Varighet.les("1 døgn"))).isEqualTo(oslo("2026-03-07T08:00"));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-03-02T13:20, 0 timer,      2026-03-02T13:20",
    "2026-03-02T13:20, 0 uker,       2026-03-02T13:20",
    "2026-03-02T13:20, 2 døgn,       2026-03-04T13:20",
    "2026-03-02T13:20, 1 uke,        2026-03-09T08:00",
    "2026-03-02T23:20, 3 måneder,    2026-06-02T08:00",
    "2026-04-01T13:20, 1 virkedag,   2026-04-07T08:00",
    "2026-10-18T13:20, 1 uke,        2026-10-25T08:00"
  })
  void rhythm(LocalDateTime fra, String varighet, LocalDateTime ventet) {
    assertThat(kalender.etter(Anker.ved(oslo(fra)), Varighet.les(varighet))).isEqualTo(oslo(ventet));
  }

  @ParameterizedTest(name = "{1} before {0} = {2}")
  @CsvSource({
    "2026-03-09T23:59, 2 døgn,       2026-03-07T23:59",
    "2026-03-06T10:00, 4 timer,      2026-03-06T06:00",
    "2026-03-09T16:00, 1 virkedag,   2026-03-06T08:00",
    "2026-04-07T16:00, 2 virkedager, 2026-03-31T08:00",
    "2026-03-09T23:59, 1 uke,        2026-03-02T08:00",
    "2026-03-31T23:59, 1 måned,      2026-02-28T08:00"
  })
  void warning(LocalDateTime forfall, String varighet, LocalDateTime ventet) {
    assertThat(kalender.varsel(oslo(forfall), Varighet.les(varighet))).isEqualTo(oslo(ventet));
  }

  /** The evening before, whatever the hour of the due date, on weekends and across the change of clocks. */
  @ParameterizedTest(name = "{1} evenings before {0} = {2}")
  @CsvSource({
    "2026-03-07T09:00, 1, 2026-03-06T18:00",
    "2026-03-07T02:10, 1, 2026-03-06T18:00",
    "2026-03-07T23:59, 1, 2026-03-06T18:00",
    "2026-03-09T12:00, 2, 2026-03-07T18:00",
    "2026-03-01T00:00, 1, 2026-02-28T18:00",
    "2026-03-30T01:00, 1, 2026-03-29T18:00",
    "2026-10-26T00:30, 1, 2026-10-25T18:00"
  })
  void warningInTheEvening(LocalDateTime forfall, int kvelder, LocalDateTime ventet) {
    assertThat(kalender.varsel(oslo(forfall), new Varighet(kvelder, Tidsenhet.KVELDER))).isEqualTo(oslo(ventet));
  }

  @Test
  void eveningsAreForWarningsOnly() {
    Varighet kveld = new Varighet(1, Tidsenhet.KVELDER);
    Anker anker = Anker.ved(oslo("2026-03-06T10:00"));
    assertThatIllegalArgumentException().isThrownBy(() -> kalender.forfall(anker, kveld, Rulling.INGEN, Apningstid.KONTORTID));
    assertThatIllegalArgumentException().isThrownBy(() -> kalender.etter(anker, kveld));
  }

  @ParameterizedTest(name = "{0}: office hours {1}, every day 8–20 {2}, around the clock {3}")
  @CsvSource({
    "2026-03-02T07:59, false, false, true",
    "2026-03-02T08:00, true,  true,  true",
    "2026-03-02T15:59, true,  true,  true",
    "2026-03-02T16:00, false, true,  true",
    "2026-03-02T23:59, false, false, true",
    "2026-03-07T12:00, false, true,  true",
    "2026-04-03T12:00, false, true,  true"
  })
  void open(LocalDateTime tid, boolean kontor, boolean dagtid, boolean dogn) {
    Instant naa = oslo(tid);
    assertThat(kalender.apent(Apningstid.KONTORTID, naa)).isEqualTo(kontor);
    assertThat(kalender.apent(Apningstid.les("alle dager", "08:00", "20:00"), naa)).isEqualTo(dagtid);
    assertThat(kalender.apent(Apningstid.les("alle dager", "00:00", "24:00"), naa)).isEqualTo(dogn);
  }

  /** Properties that no table of examples covers: every day of eight years. */
  @Test
  void everyDayOfEightYears() {
    Virkedager virkedager = new Virkedager();
    LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2032, 1, 1))
        .forEach(
            dag -> {
              Instant ved = oslo(dag.atTime(12, 0));
              Anker anker = Anker.ved(ved);
              assertThat(dato(kalender.forfall(anker, Varighet.les("1 uke"), Rulling.FRAM, Apningstid.KONTORTID))).satisfies(fram -> {
                assertThat(virkedager.virkedag(fram)).isTrue();
                assertThat(fram).isBetween(dag.plusWeeks(1), dag.plusWeeks(1).plusDays(5));
              });
              assertThat(dato(kalender.forfall(anker, Varighet.les("1 uke"), Rulling.TILBAKE, Apningstid.KONTORTID)))
                  .satisfies(tilbake -> assertThat(virkedager.virkedag(tilbake)).isTrue())
                  .isBetween(dag, dag.plusWeeks(1));
              assertThat(Duration.between(ved, kalender.forfall(anker, Varighet.les("3 døgn"), Rulling.INGEN, Apningstid.KONTORTID)))
                  .isEqualTo(Duration.ofHours(72));
              assertThat(kalender.forfall(anker, Varighet.les("2 virkedager"), Rulling.INGEN, Apningstid.KONTORTID))
                  .isAfter(kalender.forfall(anker, Varighet.les("1 virkedag"), Rulling.INGEN, Apningstid.KONTORTID));
            });
  }

  private static LocalDate dato(Instant tid) {
    return LocalDate.ofInstant(tid, OSLO);
  }

  private static Instant oslo(LocalDateTime tid) {
    return tid.atZone(OSLO).toInstant();
  }

  private static Instant oslo(String tid) {
    return oslo(LocalDateTime.parse(tid));
  }
}
