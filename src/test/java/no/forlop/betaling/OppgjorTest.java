package no.forlop.betaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OppgjorTest {

  private static final Map<Integer, Integer> SATSER = Map.of(2023, 5508, 2024, 5745);

  @Test
  void dagenForMeldingenTellerOgDagenTilbudetErKlartTellerIkke() {
    assertThat(dogn("2024-03-01", "2024-03-04", null)).isEqualTo(Map.of(2024, 3L));
  }

  @Test
  void tilbudKlartSammeDagKosterIngenting() {
    Oppgjor oppgjor = oppgjor("2024-03-01", "2024-03-01");
    assertThat(oppgjor.dogn()).isZero();
    assertThat(oppgjor.kroner()).isZero();
    assertThat(oppgjor.tekst()).isEqualTo("0 kroner");
  }

  @Test
  void helgOgHelligdagTeller() {
    // Maundy Thursday to the Tuesday after Easter.
    assertThat(dogn("2024-03-28", "2024-04-02", null)).isEqualTo(Map.of(2024, 5L));
  }

  @Test
  void skuddagenTeller() {
    assertThat(dogn("2024-02-28", "2024-03-01", null)).isEqualTo(Map.of(2024, 2L));
  }

  @Test
  void hvertAarHarSinSats() {
    Oppgjor oppgjor = oppgjor("2023-12-30", "2024-01-03");
    assertThat(oppgjor.dognPerAar()).isEqualTo(Map.of(2023, 2L, 2024, 2L));
    assertThat(oppgjor.kroner()).isEqualTo(2 * 5508 + 2 * 5745);
    assertThat(oppgjor.aarUtenSats()).isEmpty();
    assertThat(oppgjor.tekst()).isEqualTo("22506 kroner");
  }

  @Test
  void toAarsskifter() {
    assertThat(dogn("2022-12-31", "2024-01-02", null)).isEqualTo(Map.of(2022, 1L, 2023, 365L, 2024, 1L));
  }

  @Test
  void ukjentSatsGirDognUtenSum() {
    Oppgjor oppgjor = oppgjor("2025-05-01", "2025-05-06");
    assertThat(oppgjor.dogn()).isEqualTo(5);
    assertThat(oppgjor.kroner()).isNull();
    assertThat(oppgjor.tekst()).isEqualTo("sats mangler for 2025");
  }

  @Test
  void sumOverAarsskifteSierHvilketAarSomMangler() {
    Oppgjor oppgjor = oppgjor("2024-12-31", "2025-01-03");
    assertThat(oppgjor.kroner()).isEqualTo(5745);
    assertThat(oppgjor.aarUtenSats()).containsExactly(2025);
    assertThat(oppgjor.tekst()).isEqualTo("5745 kroner, sats mangler for 2025");
  }

  @Test
  void flereSakerLeggesSammen() {
    Oppgjor kjent = oppgjor("2024-03-01", "2024-03-03");
    Oppgjor ukjent = oppgjor("2025-03-01", "2025-03-02");
    assertThat(Oppgjor.INGENTING.og(kjent)).isEqualTo(kjent);
    assertThat(Oppgjor.INGENTING.og(ukjent)).isEqualTo(ukjent);
    assertThat(ukjent.og(oppgjor("2024-03-01", "2024-03-01"))).isEqualTo(ukjent);
    assertThat(ukjent.og(ukjent).kroner()).isNull();
    assertThat(kjent.og(ukjent).og(kjent).tekst()).isEqualTo("22980 kroner, sats mangler for 2025");
    assertThat(kjent.og(ukjent).dogn()).isEqualTo(3);
  }

  @Test
  void lopendePeriodeRegnesTilIDag() {
    assertThat(dogn("2024-03-01", null, "2024-03-08")).isEqualTo(Map.of(2024, 7L));
  }

  @Test
  void periodenKanIkkeSlutteForDenBegynner() {
    assertThatThrownBy(() -> periode("2024-03-02", "2024-03-01")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Periode("UTS-2024-00001", "satser", null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Integer, Long> dogn(String fra, String til, String iDag) {
    return periode(fra, til).dognPerAar(iDag == null ? null : LocalDate.parse(iDag));
  }

  private static Oppgjor oppgjor(String fra, String til) {
    return Oppgjor.av(periode(fra, til).dognPerAar(null), SATSER::get);
  }

  private static Periode periode(String fra, String til) {
    return new Periode("UTS-2024-00001", "satser", LocalDate.parse(fra), til == null ? null : LocalDate.parse(til));
  }
}
