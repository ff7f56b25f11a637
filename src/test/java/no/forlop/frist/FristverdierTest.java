package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import no.forlop.motor.Tabellrad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values refuse what a table or a form may have wrong, in words an analyst understands. */
class FristverdierTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @ParameterizedTest
  @CsvSource({
    "2 døgn, 2 døgn", "1 uke, 1 uke", "1 uker, 1 uke", "10 virkedager, 10 virkedager", "1 virkedag, 1 virkedag",
    "' 3  måneder ', 3 måneder", "1 time, 1 time", "0 timer, 0 timer", "2 DØGN, 2 døgn"
  })
  void lengthsInWords(String tekst, String ventet) {
    assertThat(Varighet.les(tekst)).hasToString(ventet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "to døgn", "2", "døgn", "-1 døgn", "2,5 timer", "2døgn", "12345 timer", "2 døgn 3 timer"})
  void notALength(String tekst) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Varighet.les(tekst))
        .withMessage("«" + tekst + "» er ikke en varighet. Skriv et helt tall og en enhet, for eksempel «2 døgn» eller «1 uke».");
  }

  @Test
  void noUnitOfTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Varighet.les("2 dager"))
        .withMessage("«dager» er ikke en tidsenhet. Bruk en av: timer, døgn, virkedager, uker, måneder.");
    assertThatIllegalArgumentException().isThrownBy(() -> Varighet.les("1 kveld")).withMessageContaining("«kveld»");
    assertThatIllegalArgumentException().isThrownBy(() -> Varighet.les(null)).withMessageContaining("ikke en varighet");
    assertThatIllegalArgumentException().isThrownBy(() -> Rulling.les("frem")).withMessageContaining("«ingen», «fram» eller «tilbake»");
  }

  @Test
  void aDeadlineMayAlsoBeInOpeningHours() {
    assertThat(Tidsenhet.lesFrist("åpningstimer")).isEqualTo(Tidsenhet.APNINGSTIMER);
    assertThat(new Varighet(1, Tidsenhet.lesFrist("åpningstime"))).hasToString("1 åpningstime");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tidsenhet.lesFrist("kvelder"))
        .withMessage("«kvelder» er ikke en tidsenhet. Bruk en av: timer, døgn, virkedager, uker, måneder, åpningstimer.");
    assertThatIllegalArgumentException().isThrownBy(() -> Varighet.les("1 åpningstime")).withMessageContaining("«åpningstime»");
    assertThatIllegalArgumentException().isThrownBy(() -> Tidsenhet.lesVarsel("åpningstimer")).withMessageContaining("«åpningstimer»");
  }

  @Test
  void aWarningMayAlsoBeInEvenings() {
    assertThat(Tidsenhet.lesVarsel("kvelder")).isEqualTo(Tidsenhet.KVELDER);
    assertThat(Tidsenhet.lesVarsel("kveld")).isEqualTo(Tidsenhet.KVELDER);
    assertThat(Tidsenhet.lesVarsel("virkedager")).isEqualTo(Tidsenhet.VIRKEDAGER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tidsenhet.lesVarsel("netter"))
        .withMessage("«netter» er ikke en tidsenhet. Bruk en av: timer, døgn, virkedager, uker, måneder, kvelder.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T12:00, 2026-11-30T11:00:00Z",
    "2026-11-30T12:00:30, 2026-11-30T11:00:30Z",
    "2026-11-30T12:00Z, 2026-11-30T12:00:00Z",
    "2026-06-30T12:00+02:00, 2026-06-30T10:00:00Z"
  })
  void momentsAsFormsGiveThem(String tekst, Instant ventet) {
    assertThat(Anker.les(tekst, OSLO)).isEqualTo(Anker.ved(ventet));
  }

  @Test
  void datesAsFormsGiveThem() {
    assertThat(Anker.les("2026-11-30", OSLO)).isEqualTo(Anker.paa(LocalDate.of(2026, 11, 30)));
    assertThat(Anker.les(new Date(0), OSLO)).isEqualTo(Anker.ved(Instant.EPOCH));
    assertThatIllegalArgumentException().isThrownBy(() -> Anker.les("30.11.2026", OSLO)).withMessageNotContaining("30.11");
    assertThatIllegalArgumentException().isThrownBy(() -> new Anker(null, null));
  }

  @Test
  void openingHoursAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> Apningstid.les("hverdager", "08:00", "16:00")).withMessageContaining("«hverdager»");
    assertThatIllegalArgumentException().isThrownBy(() -> Apningstid.les("virkedager", "16:00", "08:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "Milepæl: kontaktet innen et døgn (domene C), Kontaktet innen et døgn",
    "'Milepæl: hjelp innen en uke; varsel dag 5 (s0 §10)', Hjelp innen en uke",
    "Kontakt innen sju døgn, Kontakt innen sju døgn",
    "'', ''"
  })
  void aMilestoneIsCalledWhatItsRowSays(String beskrivelse, String tittel) {
    assertThat(new Fristregel("r1", beskrivelse, Varighet.les("1 uke"), null, Rulling.INGEN, null, null, null, null, "k").tittel())
        .isEqualTo(tittel);
  }

  @Test
  void aRowOfTheTable() {
    Map<String, Object> celler = new HashMap<>(Map.of("antall", 2, "enhet", "døgn", "rulling", "ingen", "kilde", "s0 §1"));
    assertThat(Fristregel.les(new Tabellrad("r1", "", celler)))
        .isEqualTo(new Fristregel("r1", "", Varighet.les("2 døgn"), null, Rulling.INGEN, null, null, null, null, "s0 §1"));

    celler.put("rulling", "fram");
    assertThatIllegalArgumentException().isThrownBy(() -> Fristregel.les(new Tabellrad("r1", "", celler))).withMessageContaining("ruller aldri");
    celler.put("enhet", "uker");
    celler.put("varselAntall", 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Fristregel.les(new Tabellrad("r1", "", celler))).withMessageContaining("tidsenhet");
    celler.put("varselEnhet", "virkedag");
    celler.put("kilde", " ");
    assertThatIllegalArgumentException().isThrownBy(() -> Fristregel.les(new Tabellrad("r1", "", celler))).withMessageContaining("kilde");
    celler.put("antall", "to");
    assertThatIllegalArgumentException().isThrownBy(() -> Fristregel.les(new Tabellrad("r1", "", celler))).withMessageContaining("helt tall");
    celler.remove("antall");
    assertThatIllegalArgumentException().isThrownBy(() -> Fristregel.les(new Tabellrad("r1", "", celler))).withMessageContaining("antall");
  }
}
