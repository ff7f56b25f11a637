package no.forlop.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.List;
import no.forlop.Apptest;
import no.forlop.Forlop;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plugin's addresses over HTTP: who gets an answer, what a bad question is told, and that real cases come out. */
@Apptest
class CockpitApiTest {

  static {
    Forlop.norskTid();
  }

  private static final List<String> ADRESSER = List.of("meg", "frister", "frister/sammendrag", "plasser", "plasser/leistad-krise",
      "betaling", "saker", "saker/OVD-2026-00001", "saker/OVD-2026-00001/diagram", "utfall");

  @LocalServerPort
  private int port;
  @Autowired
  private ProcessEngine motor;

  @BeforeEach
  void mandagMorgen() {
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-03-02T08:00:00Z")));
  }

  @AfterEach
  void rydd() {
    ClockUtil.reset();
    motor.getIdentityService().clearAuthentication();
  }

  @Test
  void aStrangerGetsNothing() {
    for (String adresse : ADRESSER) {
      assertThat(Cockpitklient.fremmed(port).hent(adresse).statusCode()).as(adresse).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"leistad", "analytiker", "ephorbarneansvarlig"})
  void whoIsNoManagerGetsNothing(String bruker) {
    Cockpitklient klient = Cockpitklient.som(port, bruker);
    for (String adresse : ADRESSER) {
      assertThat(klient.hent(adresse).statusCode()).as(adresse).isEqualTo(403);
    }
    assertThat(klient.hent("meg").body()).contains("ledelsen");
  }

  @Test
  void aLeaderSeesHerOwnUnitAndManagementSeesAll() {
    JsonNode leder = Cockpitklient.som(port, "leistadleder").json("meg");
    assertThat(leder.get("alt").asBoolean()).isFalse();
    assertThat(leder.get("enheter").findValuesAsText("id")).containsExactly("leistad");
    assertThat(leder.get("betaling").asBoolean()).isTrue();

    for (String bruker : List.of("ledelse", "admin")) {
      JsonNode alt = Cockpitklient.som(port, bruker).json("meg");
      assertThat(alt.get("alt").asBoolean()).isTrue();
      assertThat(alt.get("enheter")).hasSizeGreaterThan(10);
      assertThat(alt.get("forlop").findValuesAsText("id")).contains("overdose", "utskriving");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "frister?tilstand=gammel | 400 | brutt, idag, uke, senere, pauset",
      "frister?enhet=finnesikke | 400 | Velg en av: hvk",
      "frister?forlop=finnesikke | 400 | «forlop»",
      "frister?type=x | 400 | oppgave, milepael",
      "frister?fra=2026-13-01 | 400 | åååå-mm-dd",
      "frister?fra=2026-03-02&til=2026-03-01 | 400 | ikke slutte",
      "frister?antall=0 | 400 | fra 1 til 200",
      "frister?antall=1000 | 400 | fra 1 til 200",
      "frister?etter=tull | 400 | siden før",
      "frister?farge=rod | 400 | Ukjent filter",
      "frister?instans=finnesikke | 404 | finnes ikke",
      "frister/sammendrag?tilstand=brutt | 400 | enhet, forlop",
      "plasser/hotell | 404 | finnes ikke",
      "saker?status=x | 400 | lopende, avsluttet",
      "saker?sok=x | 400 | 2 til 40",
      "saker?til=1999-01-01 | 400 | mellom 2000 og 2099",
      "saker/FINNES-2026-00001 | 404 | finnes ikke",
      "saker/FINNES-2026-00001/diagram | 404 | finnes ikke"})
  void aBadQuestionIsToldWhatIsAllowed(String adresse, int status, String melding) {
    var svar = Cockpitklient.som(port, "ledelse").hent(adresse.replace(" ", "%20"));
    assertThat(svar.statusCode()).as(svar.body()).isEqualTo(status);
    assertThat(svar.body()).contains(melding).doesNotContain("hotell", "gammel");
  }

  @Test
  void anotherUnitIsNotForALeader() {
    var svar = Cockpitklient.som(port, "leistadleder").hent("frister?enhet=hvk");
    assertThat(svar.statusCode()).isEqualTo(403);
    assertThat(svar.body()).contains("leistad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/plugin.js", "app/plugin.css", "lib/chart.umd.min.js", "lib/bpmn-navigated-viewer.production.min.js"})
  void whatThePagesAreMadeOfIsServed(String fil) {
    assertThat(Cockpitklient.fremmed(port).rett("/camunda/api/cockpit/plugin/forlop-cockpit/static/" + fil).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/../../../application.yaml", "lib/../application.yaml", "application.yaml"})
  void nothingElseIs(String fil) {
    assertThat(Cockpitklient.fremmed(port).rett("/camunda/api/cockpit/plugin/forlop-cockpit/static/" + fil).statusCode()).isGreaterThanOrEqualTo(400);
  }
}
