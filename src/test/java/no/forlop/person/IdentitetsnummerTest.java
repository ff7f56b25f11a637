package no.forlop.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.forlop.person.Identitetsnummer.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitetsnummerTest {

  private static final LocalDate IDAG = LocalDate.of(2026, 3, 2);

  /** Published synthetic numbers of the tax authority's test register. */
  @ParameterizedTest
  @CsvSource({
    "17912099997, FODSELSNUMMER, 2020-11-17, MANN", "29822099635, FODSELSNUMMER, 2020-02-29, KVINNE",
    "12829499914, FODSELSNUMMER, 1994-02-12, MANN", "12905299938, FODSELSNUMMER, 1952-10-12, MANN",
    "57912075186, DNUMMER, 2020-11-17, MANN", "69822075096, DNUMMER, 2020-02-29, KVINNE",
    "52829400197, DNUMMER, 1994-02-12, MANN", "61883600222, DNUMMER, 1936-08-21, KVINNE"
  })
  void leserSyntetiskeNumre(String siffer, Type type, LocalDate fodt, Kjonn kjonn) {
    Identitetsnummer nummer = Identitetsnummer.av(siffer, true, IDAG);
    assertThat(nummer.type()).isEqualTo(type);
    assertThat(nummer.fodselsdato()).isEqualTo(fodt);
    assertThat(nummer.kjonn()).isEqualTo(kjonn);
  }

  @Test
  void leserAlleSlag() {
    LocalDate fodt = LocalDate.of(1985, 6, 17);
    assertThat(les(Testnummer.nummer(fodt, 0, 0, true, 0)).type()).isEqualTo(Type.FODSELSNUMMER);
    assertThat(les(Testnummer.nummer(fodt, 40, 0, true, 0)).type()).isEqualTo(Type.DNUMMER);
    assertThat(les(Testnummer.nummer(fodt, 0, 40, true, 0)).type()).isEqualTo(Type.HNUMMER);
    assertThat(les(Testnummer.nummer(fodt, 0, 40, true, 0)).fodselsdato()).isEqualTo(fodt);
    assertThat(les(Testnummer.nummer(fodt, 0, 0, true, 0)).kjonn()).isEqualTo(Kjonn.KVINNE);
    assertThat(les(Testnummer.nummer(fodt, 0, 0, false, 0)).kjonn()).isEqualTo(Kjonn.MANN);
    assertThat(les(Testnummer.nummer(LocalDate.of(1890, 1, 2), 0, 0, true, 0)).fodselsdato()).hasYear(1890);
  }

  @Test
  void hvertFeilSifferAvsloeres() {
    String riktig = Testnummer.nummer(LocalDate.of(1985, 6, 17), 0, 0, true, 0);
    for (int i = 0; i < riktig.length(); i++) {
      char[] feil = riktig.toCharArray();
      feil[i] = feil[i] == '9' ? '0' : (char) (feil[i] + 1);
      String tekst = new String(feil);
      assertThatThrownBy(() -> les(tekst)).isInstanceOf(UgyldigOpplysning.class).hasMessageNotContaining(tekst);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567890", "123456789012", "1706850000a", "00000000000", "ola"})
  void avviserDetSomIkkeErNumre(String tekst) {
    assertThatThrownBy(() -> les(tekst)).isInstanceOf(UgyldigOpplysning.class);
  }

  @Test
  void syntetiskeBareEtterAvtale() {
    String syntetisk = Testnummer.fodselsnummer(LocalDate.of(1985, 6, 17), 0);
    assertThatThrownBy(() -> les(syntetisk)).hasMessageContaining("testnummer");
    assertThat(Identitetsnummer.av(syntetisk, true, IDAG).fodselsdato()).isEqualTo(LocalDate.of(1985, 6, 17));
  }

  @Test
  void nyKontrollsifferregelFra2032() {
    String ny = null;
    for (int rest = 1; rest <= 3; rest++) {
      for (int individ = 500; individ < 520; individ++) {
        String siffer = Testnummer.medKontrollsifre("170626" + individ, rest);
        if (siffer != null) {
          ny = siffer;
          String nummer = siffer;
          assertThat(Identitetsnummer.av(nummer, false, LocalDate.of(2032, 1, 1)).kjonn()).isEqualTo(Kjonn.UKJENT);
          assertThatThrownBy(() -> Identitetsnummer.av(nummer, false, LocalDate.of(2031, 12, 31)))
              .hasMessageContaining("kontrollsifrene");
        }
      }
    }
    assertThat(ny).isNotNull();
    String forHoyRest = Testnummer.medKontrollsifre("170626501", 4);
    assertThatThrownBy(() -> Identitetsnummer.av(forHoyRest, false, LocalDate.of(2032, 1, 1)))
        .isInstanceOf(UgyldigOpplysning.class);
  }

  @Test
  void ikkeFoedtFramITid() {
    assertThatThrownBy(() -> les(Testnummer.nummer(IDAG.plusDays(1), 0, 0, true, 0))).hasMessageContaining("fram i tid");
  }

  @Test
  void mellomromTaalesOgSifreneVisesAldri() {
    String siffer = Testnummer.nummer(LocalDate.of(1985, 6, 17), 0, 0, true, 0);
    Identitetsnummer nummer = les(siffer.substring(0, 6) + " " + siffer.substring(6));
    assertThat(nummer).isEqualTo(les(siffer));
    assertThat(nummer.toString()).doesNotContain(siffer.substring(6));
  }

  private static Identitetsnummer les(String tekst) {
    return Identitetsnummer.av(tekst, false, IDAG);
  }
}
