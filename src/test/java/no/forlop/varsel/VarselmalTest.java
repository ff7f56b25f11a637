package no.forlop.varsel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VarselmalTest {

  @Test
  void fillsInWhatItMayTell() {
    Varselmal fylt =
        new Varselmal("Sak {saksnummer}", "{oppgave} i {forlop}, frist {frist}\\n{lenke}")
            .fyll(Map.of("saksnummer", "OVD-2026-00042", "forlop", "Oppfølging", "oppgave", "Ring $1", "lenke", "http://x/?task=1"));
    assertThat(fylt).isEqualTo(new Varselmal("Sak OVD-2026-00042", "Ring $1 i Oppfølging, frist –\nhttp://x/?task=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pasientmerke", "pasientNavn", "", "saksnummer "})
  void anythingElseIsRefused(String plassholder) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Varselmal("Emne", "Hei {" + plassholder + "}"))
        .withMessage("Plassholderen {" + plassholder + "} er ikke tillatt i varsler.");
    assertThatIllegalArgumentException().isThrownBy(() -> new Varselmal("Hei {" + plassholder + "}", "Tekst"));
  }

  @Test
  void theSubjectIsOneLine() {
    assertThat(new Varselmal("Sak\r\nBcc: {oppgave}", "t").fyll(Map.of("oppgave", "a\nb")).emne()).isEqualTo("Sak Bcc: a b");
  }

  @Test
  void bothPartsAreNeeded() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Varselmal(null, "t"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Varselmal("e", null));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "2, 20", "3, 40", "4, 60", "100, 60"})
  void theDelayGrowsToAnHour(int forsok, long minutter) {
    assertThat(Utsending.venting(forsok)).isEqualTo(Duration.ofMinutes(minutter));
  }
}
