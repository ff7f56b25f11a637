package no.forlop.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Without a key nothing starts, and only the demo has one of its own. */
class NokkelTest {

  private final PersonOppsett oppsett = new PersonOppsett();

  @Test
  void utenNokkelStarterIngenting() {
    assertThatThrownBy(() -> oppsett.hvelv(profil("postgresql"), "")).isInstanceOf(ManglerNokkel.class)
        .hasMessage("Nøkkelen til personregisteret mangler.");
    assertThatThrownBy(() -> oppsett.hvelv(profil("postgresql"), "for kort")).isInstanceOf(ManglerNokkel.class);
    assertThat(new ManglerNokkelForklaring().analyze(new ManglerNokkel("x")).getAction()).contains("FORLOP_PERSON_NOKKEL");
  }

  @Test
  void demoenHarSinEgen() {
    assertThat(oppsett.hvelv(profil("demo"), "")).isNotNull();
  }

  @Test
  void testnumreBareDerDetErSagt() {
    Clock klokke = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    String syntetisk = Testnummer.fodselsnummer(LocalDate.of(1985, 6, 17), 0);
    assertThat(oppsett.nummerleser(profil("demo"), klokke, "").les(syntetisk)).isNotNull();
    assertThat(oppsett.nummerleser(profil("postgresql"), klokke, "true").les(syntetisk)).isNotNull();
    PersonOppsett.Nummerleser streng = oppsett.nummerleser(profil("postgresql"), klokke, "");
    assertThatThrownBy(() -> streng.les(syntetisk)).isInstanceOf(UgyldigOpplysning.class);
  }

  private static MockEnvironment profil(String profil) {
    MockEnvironment miljo = new MockEnvironment();
    miljo.setActiveProfiles(profil);
    return miljo;
  }
}
