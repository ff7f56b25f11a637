package no.forlop.modell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.forlop.Apptest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** What an analyst is told at start-up when something in the folders is wrong. */
@Apptest
class ModellkontrollTest {

  @Autowired
  private Modellkontroll kontroll;
  @Autowired
  private ResourcePatternResolver ressurser;
  @TempDir
  private Path rot;

  @BeforeEach
  void kopier() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), rot.resolve("processes"));
    FileSystemUtils.copyRecursively(Path.of("forms"), rot.resolve("forms"));
  }

  @Test
  @DisplayName("En endret frist er ingen feil")
  void rett() {
    endre("processes/vedtak/vedtak-frister.dmn", "Hjelp som haster, settes i gang innen to timer", "Hjelp som haster, settes i gang straks");
    assertThatCode(this::sjekk).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("Alle feil sies samlet, med fil og sted")
  void alleFeil() {
    endre("processes/vedtak/vedtak-mottak.bpmn", "vedtak-vurder-hast\"", "vedtak-vurder-hst\"");
    endre("processes/vedtak/vedtak-frister.dmn", "\"kartlegg\"", "\"kartleg\"");
    endre("processes/vedtak/vedtak-frister.dmn", "\"legevakt\"", "\"legevakta\"");
    endre("processes/vedtak/vedtak-utforer.dmn", "\"stavne\"", "\"stavn\"");
    endre("processes/vedtak/vedtak-oppfolging.bpmn", "'klagefrist'", "'klagetid'");
    endre("processes/vedtak/vedtak.bpmn", "vedtak-utfall\"", "vedtak-utfal\"");
    endre("processes/vedtak/vedtak.bpmn", "candidateStarterGroups=\"hvk,bft\"", "candidateStarterGroups=\"hvkk,bft\"");
    endre("processes/vedtak/vedtak-statsforvalter.bpmn", "varsel.send(execution,'purrEksternt'", "varsel.sendt(execution,'purrEksternt'");
    assertThat(feil()).contains("Forløp starter ikke: 8 feil i modellene.",
        "processes/vedtak/vedtak-mottak.bpmn, «Vurder hvor mye det haster» (vurderHast): skjemaet «vedtak-vurder-hst» finnes ikke i forms/vedtak.",
        "processes/vedtak/vedtak-kartlegging.bpmn, «Kartlegg sammen med personen» (kartlegg): vedtak-frister.dmn har ingen rad for «kartlegg».",
        "processes/vedtak/vedtak-frister.dmn, rad 2 (velgHjelp): enheten «legevakta» finnes ikke.",
        "processes/vedtak/vedtak-utforer.dmn, rad 5 (aktivitet): enheten «stavn» finnes ikke. Enhetene er ",
        "processes/vedtak/vedtak-oppfolging.bpmn, ved klagefristUte: vedtak-frister.dmn har ingen rad for «klagetid».",
        "processes/vedtak/vedtak.bpmn, «Finn utfallet» (finnUtfall): beslutningen «vedtak-utfal» finnes ikke.",
        "processes/vedtak/vedtak.bpmn, hvem som kan starte: enheten «hvkk» finnes ikke.",
        "processes/vedtak/vedtak-statsforvalter.bpmn, ved minnOmSvar: varsel.sendt finnes ikke med 3 verdier i parentesen.");
  }

  @Test
  @DisplayName("En celle som ikke kan leses, og en fil som ikke kan leses")
  void uleselig() throws IOException {
    endre("processes/vedtak/vedtak-frister.dmn", "\"timer\"", "\"tima\"");
    assertThat(feil()).contains("én feil", "vedtak-frister.dmn, rad 2 (velgHjelp): «tima» er ikke en tidsenhet. Bruk en av: timer, døgn");
    Files.writeString(rot.resolve("forms/vedtak/vedtak-start.form"), "{\n\"id\": ");
    Files.writeString(rot.resolve("processes/vedtak/vedtak.bpmn"), "<bpmn");
    assertThat(feil()).contains("forms/vedtak/vedtak-start.form: filen er ikke et lesbart skjema (linje 2).",
        "processes/vedtak/vedtak.bpmn: filen kan ikke leses");
  }

  private String feil() {
    return catchThrowableOfType(Modellfeil.class, this::sjekk).getMessage();
  }

  private void sjekk() {
    kontroll.sjekk(new Forlopsmapper(ressurser, rot.toString()).les());
  }

  /** Changes the first place where the text stands. */
  private void endre(String fil, String fra, String til) {
    Path sti = rot.resolve(fil);
    try {
      String tekst = Files.readString(sti).replace("&#34;", "\"").replace("&#39;", "'");
      int sted = tekst.indexOf(fra);
      assertThat(sted).as("«%s» in %s", fra, fil).isNotNegative();
      Files.writeString(sti, tekst.substring(0, sted) + til + tekst.substring(sted + fra.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
