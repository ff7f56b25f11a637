package no.forlop.modell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.forlop.Apptest;
import org.assertj.core.api.SoftAssertions;
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

  /**
   * A mistake that an analyst makes.
   *
   * @param fra what stands in the file
   * @param til what is put in its place
   * @param sted the place that is told, after the name of the file
   * @param hva what is told about it
   */
  private record Feil(String fil, String fra, String til, String sted, String hva) {}

  private static final List<Feil> I_MODELLER = List.of(
      new Feil("processes/vedtak/vedtak.bpmn", "candidateStarterGroups=\"hvk,bft\"", "candidateStarterGroups=\"hvkk,bft\"",
          ", hvem som kan starte", "enheten «hvkk» finnes ikke. Enhetene er "),
      new Feil("processes/kad/kad.bpmn", " camunda:candidateStarterGroups=\"legevakt,fastlege\"", "",
          "", "ingen enhet kan starte prosessen (Candidate starter groups)."),
      new Feil("processes/vedtak/vedtak-mottak.bpmn", "vedtak-vurder-hast\"", "vedtak-vurder-hst\"",
          ", «Vurder hvor mye det haster» (vurderHast)", "skjemaet «vedtak-vurder-hst» finnes ikke. Bruk en av: vedtak-"),
      new Feil("processes/vedtak/vedtak.bpmn", "vedtak-utfall\"", "vedtak-utfal\"",
          ", «Finn utfallet» (finnUtfall)", "beslutningen «vedtak-utfal» finnes ikke. Bruk en av: "),
      new Feil("processes/vedtak/vedtak.bpmn", "calledElement=\"lopendesak\"", "calledElement=\"lopendesak\" camunda:calledElementBinding=\"deployment\"",
          ", «Se etter løpende sak» (seEtterLopende)", "prosessen «lopendesak» ligger i mappen felles. Sett Binding til latest."),
      new Feil("processes/vedtak/vedtak-oppfolging.bpmn", "frist.om(execution,'klagefrist'", "frist.om(execution,'klagetid'",
          ", «Klagefristen er ute» (klagefristUte)", "vedtak-frister.dmn har ingen rad for «klagetid». Bruk en av: "),
      new Feil("processes/vedtak/vedtak-behandling.bpmn", "frist.naadd(execution,'vedtak'", "frist.naadd(execution,'vedtatt'",
          ", ", "ingen fristtabell har en rad for «vedtatt»."),
      new Feil("processes/kad/kad-opphold.bpmn", "'1 virkedag'", "'1 hverdag'", ", ", "«hverdag» er ikke en tidsenhet. Bruk en av: timer, døgn"),
      new Feil("processes/vedtak/vedtak-statsforvalter.bpmn", "varsel.send(execution,'purrEksternt'", "varsel.sendt(execution,'purrEksternt'",
          ", ", "varsel.sendt finnes ikke med 3 verdier i parentesen."),
      new Feil("processes/felles/eksternoppfolging.bpmn", "varsel.send(execution,'purrEksternt'", "varsel.send(execution,'purreEksternt'",
          ", ", "varselmalen «purreEksternt» finnes ikke. Bruk en av: "),
      new Feil("processes/trygghetsopphold/trygghetsopphold-plass.bpmn", "tildel(execution,'leistad-trygghet'", "tildel(execution,'leistad-trygg'",
          ", ", "plasstypen «leistad-trygg» finnes ikke. Bruk en av: gjenganger-bolig, "),
      new Feil("processes/selvmordsatferd/selvmordsatferd-mottak.bpmn", "'nyKrise'", "'nyKrisa'",
          ", «Meld ny krise til saken» (meldNyKrise)", "meldingen «nyKrisa» finnes ikke. Bruk en av: "),
      new Feil("processes/overdose/overdose-dodsfall.bpmn", "sak.startMed(execution,'etterlatte'", "sak.startMed(execution,'etterlate'",
          ", «Start sak for etterlatte» (startEtterlatte)", "forløpet «etterlate» finnes ikke. Bruk en av: barn, "),
      new Feil("processes/felles/avklarbarn.bpmn", "sak.lopende(execution,'barn'", "sak.lopende(execution,'barna'",
          ", «Finn løpende barnesak» (finnBarnesak)", "forløpet «barna» finnes ikke."),
      new Feil("processes/felles/lopendesak.bpmn", "${sak.lopende(execution)}", "${saken.lopende(execution)}",
          ", «Finn løpende sak» (finnLopendeSak)", "byggeklossen «saken» finnes ikke. Byggeklossene er betaling, frist, "),
      new Feil("processes/trygghetsopphold/trygghetsopphold-opphold.bpmn", "${frist.om(execution,'nyDag')}", "${frist.om(execution,'nyDag'}",
          ", ", "«${frist.om(execution,'nyDag'}» kan ikke leses. Se etter klammer, "),
      new Feil("processes/utskriving/utskriving-svar.bpmn", "camunda:candidateGroups=\"hvk\"", "camunda:candidateGroups=\"hvkontor\"",
          ", «", "enheten «hvkontor» finnes ikke."),
      new Feil("processes/selvmordsatferd/selvmordsatferd-mottak.bpmn", "id=\"meldNyKrise\"", "camunda:class=\"x.Y\" id=\"meldNyKrise\"",
          ", «Meld ny krise til saken» (meldNyKrise)", "her står class. En modell kan bare kalle byggeklossene: betaling, frist, "));

  private static final List<Feil> I_TABELLER = List.of(
      new Feil("processes/vedtak/vedtak-frister.dmn", "\"legevakt\"", "\"legevakta\"", ", rad 2 (velgHjelp)", "enheten «legevakta» finnes ikke."),
      new Feil("processes/kad/kad-frister.dmn", "\"timer\"", "\"tima\"", ", rad ", "«tima» er ikke en tidsenhet. Bruk en av: timer, døgn"),
      new Feil("processes/vedtak/vedtak-utforer.dmn", "\"stavne\"", "\"stavn\"",
          ", rad 5 (aktivitet)", "enheten «stavn» finnes ikke. Enhetene er "),
      new Feil("processes/vedtak/vedtak-utforer.dmn", "\"aktivitet\"", "\"aktivitet",
          ", rad 5 (aktivitet)", "«\"aktivitet» er ikke gyldig FEEL"),
      new Feil("processes/etterlatte/etterlatte-frister.dmn", "\"timer\"", "timer", ", rad ", "«timer» skal stå i anførselstegn."),
      new Feil("processes/vedtak/vedtak-enhet.dmn", "if pasientAlder = null then false else", "if pasientAlder = null then false",
          ", kolonnen «Under 18 år»", "«if pasientAlder = null then false pasientAlder < 18» er ikke gyldig FEEL (ved tegn 4)."),
      new Feil("processes/vedtak/vedtak-utfall.dmn", "decision id=\"vedtak-utfall\"", "decision id=\"vedtakutfall\"",
          "", "beslutningens id er «vedtakutfall», men skal være som filnavnet, «vedtak-utfall»."));

  private static final List<Feil> I_SKJEMAER = List.of(
      new Feil("forms/kad/kad-start.form", "\"hide\": \"=", "\"hide\": \"=(", "", "feltet «"),
      new Feil("forms/vedtak/vedtak-start.form", "\"pasient.navn\"", "\"pasient.navnet\"",
          "", "feltet «Navn»: egenskapen «identitet» skal si hvem og hva, for eksempel «pasient.navn». Hvem er en av: pasient, "),
      new Feil("forms/barn/barn-start.form", "\"type\": \"radio\"", "\"type\": \"filepicker\"",
          "", "felt av typen «filepicker» kan ikke brukes. Bruk en av: checkbox, "),
      new Feil("forms/individuellplan/individuellplan-velg-enhet.form", "\"value\": \"ephor\"", "\"value\": \"efor\"",
          ", feltet «", "enheten «efor» finnes ikke. Enhetene er "));

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
  @DisplayName("Alle feil sies samlet, hver med fil, sted og hva som er lov")
  void alleFeil() {
    List<Feil> alle = Stream.of(I_MODELLER, I_TABELLER, I_SKJEMAER).flatMap(List::stream).toList();
    alle.forEach(en -> endre(en.fil(), en.fra(), en.til()));

    List<String> sagt = feil().lines().toList();

    SoftAssertions.assertSoftly(hver -> alle.forEach(en -> hver.assertThat(sagt).as("%s → %s", en.fil(), en.til())
        .anySatisfy(linje -> assertThat(linje).startsWith("  - " + en.fil() + en.sted()).contains(": " + en.hva()))));
    assertThat(sagt.get(0)).isEqualTo("Forløp starter ikke: " + alle.size() + " feil i modellene.");
  }

  @Test
  @DisplayName("En oppgave uten rad, uten enhet og uten skjema, og to rader om samme oppgave")
  void oppgaver() {
    endre("processes/vedtak/vedtak-frister.dmn", "\"kartlegg\"", "\"velgHjelp\"");
    endre("processes/vedtak/vedtak-mottak.bpmn", " camunda:candidateGroups=\"", " camunda:candidateUsers=\"");
    assertThat(feil()).contains("Forløp starter ikke: 3 feil i modellene.",
        "(kartlegg): vedtak-frister.dmn har ingen rad for «kartlegg». Hver oppgave skal ha én rad.",
        "(velgHjelp): vedtak-frister.dmn har 2 rader for «velgHjelp». Hver oppgave skal ha én rad.",
        "oppgaven har ingen enhet (Candidate groups), så ingen ser den.");
  }

  @Test
  @DisplayName("En fil som ikke kan leses")
  void uleselig() throws IOException {
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
