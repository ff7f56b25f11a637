package no.forlop.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import no.forlop.cockpit.Skjerm.Tall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown to one who may not see the cases behind a number. */
class SkjermTest {

  private static final Skjerm PAA = new Skjerm(true);
  private static final Skjerm AV = new Skjerm(false);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, <5", "4, <5", "5, 5", "7, 5", "8, 10", "12, 10", "13, 15"})
  void smallCountsAreHiddenAndOthersRounded(long antall, String tekst) {
    assertThat(PAA.antall(antall).tekst()).isEqualTo(tekst);
    assertThat(AV.antall(antall)).isEqualTo(new Tall(String.valueOf(antall), (double) antall));
  }

  @Test
  void aTotalLessItsOtherCellsTellsNothing() {
    // 10 + 2 = 12: what is shown is 10, <5 and 10.
    assertThat(PAA.antall(10).tekst()).isEqualTo("10");
    assertThat(PAA.antall(2)).isEqualTo(new Tall("<5", null));
    assertThat(PAA.antall(12).tekst()).isEqualTo("10");
  }

  @Test
  void aShareIsHiddenWhenFewAreOnEitherSide() {
    assertThat(PAA.andel(3, 20).tekst()).isEqualTo("skjult");
    assertThat(PAA.andel(17, 20).tekst()).isEqualTo("skjult");
    assertThat(PAA.andel(2, 4).tekst()).isEqualTo("skjult");
    assertThat(PAA.andel(20, 20)).isEqualTo(new Tall("100 %", 100.0));
    assertThat(PAA.andel(11, 20)).isEqualTo(new Tall("55 %", 55.0));
    assertThat(AV.andel(2, 3)).isEqualTo(new Tall("67 %", 67.0));
    assertThat(AV.andel(0, 0)).isEqualTo(new Tall("–", null));
  }

  @Test
  void aMedianOfFewIsHidden() {
    assertThat(PAA.tid(86400.0, 4, false).tekst()).isEqualTo("skjult");
    assertThat(PAA.tid(86400.0, 5, false)).isEqualTo(new Tall("1,0 døgn", 1.0));
    assertThat(AV.tid(5400.0, 1, true)).isEqualTo(new Tall("1,5 timer", 1.5));
    assertThat(AV.tid(null, 0, true)).isEqualTo(new Tall("–", null));
  }
}
