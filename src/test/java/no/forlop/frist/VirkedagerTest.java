package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirkedagerTest {

  private final Virkedager virkedager = new Virkedager();

  /** By hand: the year's public holidays that are not Sundays. */
  @ParameterizedTest
  @CsvSource({
    "2024, 01-01 03-28 03-29 04-01 05-01 05-09 05-17 05-20 12-25 12-26",
    "2025, 01-01 04-17 04-18 04-21 05-01 05-17 05-29 06-09 12-25 12-26",
    "2026, 01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25 12-26",
    "2027, 01-01 03-25 03-26 03-29 05-01 05-06 05-17 12-25",
    "2038, 01-01 04-22 04-23 04-26 05-01 05-17 06-03 06-14 12-25"
  })
  void theYearsHolidays(int aar, String ventet) {
    Stream<LocalDate> alle = LocalDate.of(aar, 1, 1).datesUntil(LocalDate.of(aar + 1, 1, 1));
    List<String> funnet =
        alle.filter(dag -> virkedager.helligdag(dag) && dag.getDayOfWeek().getValue() != 7)
            .map(dag -> dag.toString().substring(5))
            .toList();
    assertThat(String.join(" ", funnet)).isEqualTo(ventet);
  }

  @Test
  void christmasEveAndNewYearsEveAreWorkingDays() {
    assertThat(virkedager.virkedag(LocalDate.of(2026, 12, 24))).isTrue();
    assertThat(virkedager.virkedag(LocalDate.of(2026, 12, 31))).isTrue();
  }

  @Test
  void saturdaysAndSundaysAreNot() {
    assertThat(virkedager.virkedag(LocalDate.of(2026, 3, 7))).isFalse();
    assertThat(virkedager.virkedag(LocalDate.of(2026, 3, 8))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 1, 2026-04-07",
    "2026-04-01, 5, 2026-04-13",
    "2026-12-23, 3, 2026-12-29",
    "2026-12-31, 1, 2027-01-04",
    "2027-05-14, 1, 2027-05-18",
    "2026-03-07, 1, 2026-03-09",
    "2026-03-05, 0, 2026-03-05"
  })
  void forwardsAndBack(LocalDate fra, int antall, LocalDate til) {
    assertThat(virkedager.pluss(fra, antall)).isEqualTo(til);
    if (antall > 0 && virkedager.virkedag(fra)) {
      assertThat(virkedager.minus(til, antall)).isEqualTo(fra);
    }
  }
}
