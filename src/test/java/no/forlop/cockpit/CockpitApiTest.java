package no.forlop.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import no.forlop.Forlop;
import no.forlop.Rest;
import no.forlop.skjema.Innenfra;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plugin's addresses over HTTP: who gets an answer, what a bad question is told, and that real cases come out. */
@Apptest
class CockpitApiTest {

  static {
    Forlop.norskTid();
  }

  private static final List<String> ADRESSER = List.of("meg", "frister", "frister/sammendrag", "plasser", "plasser/leistad-krise",
      "betaling", "ansatte?enhet=hvk",
      "maltall?forlop=moinntak", "maltall.csv?forlop=moinntak", "diagram/definisjon/x", "diagram/instans/x", "saker", "saker/OVD-2026-00001", "saker/OVD-2026-00001/diagram", "utfall");

  @LocalServerPort
  private int port;
  @Autowired
  private ProcessEngine motor;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DagligEpost epost;

  @BeforeEach
  void mandagMorgen() {
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-03-02T08:00:00Z")));
  }

  @AfterEach
  void rydd() {
    ClockUtil.reset();
    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(rest -> motor.getRuntimeService().deleteProcessInstance(rest.getId(), "Test over"));
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
      "ansatte | 400 | Oppgi «enhet»",
      "maltall | 400 | Oppgi «forlop»",
      "maltall?forlop=x | 400 | må være en av",
      "maltall?forlop=moinntak&fra=2026-01-01 | 400 | både «fra» og «til»",
      "maltall?forlop=moinntak&fra=2020-01-01&til=2026-01-01 | 400 | høyst tre år",
      "maltall?forlop=moinntak&mot=x | 400 | forrige, aaret",
      "maltall.csv?forlop=x | 400 | må være en av",
      "diagram/definisjon/x | 404 | finnes ikke",
      "diagram/instans/x | 404 | finnes ikke",
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

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "frister/tildel | {} | 400 | Velg en ansatt",
      "frister/tildel | {\"frister\":[],\"bruker\":\"hvk\"} | 400 | Velg 1 til 200",
      "frister/tildel | {\"frister\":[1],\"bruker\":\"finnesikke\"} | 400 | Velg en ansatt",
      "frister/purr | {\"frister\":\"alle\"} | 400 | JSON-objekt",
      "frister/purr | tull | 400 | JSON-objekt",
      "frister/purr | null | 400 | JSON-objekt",
      "daglig-epost | {\"pa\":true} | 400 | for ledere av enheter",
      "plasser/leistad-krise/kapasitet | {\"kapasitet\":-1,\"grunn\":\"Stengt\"} | 400 | 0 til 500",
      "plasser/leistad-krise/kapasitet | {\"kapasitet\":2} | 400 | grunn"})
  void aBadOrderIsToldWhatIsAllowed(String adresse, String json, int status, String melding) {
    var svar = Cockpitklient.som(port, "ledelse").send(adresse, json);
    assertThat(svar.statusCode()).as(svar.body()).isEqualTo(status);
    assertThat(svar.body()).contains(melding).doesNotContain("finnesikke");
  }

  @Test
  void aLeaderSeesGivesAwayAndRemindsOfTheTasksOfARealCase() {
    ProcessInstance sak = nySak();
    String nummer = sak.getBusinessKey();
    Cockpitklient leder = Cockpitklient.som(port, "mosenterleder");
    JsonNode rad = rad(leder, nummer);
    assertThat(rad.get("merke").asText()).isEqualTo("Ukjent 4711");
    assertThat(rad.get("enhet").get("id").asText()).isEqualTo("mosenter");
    assertThat(rad.get("hvem").isNull()).isTrue();
    assertThat(rad.has("gruppe")).as("not part of the answer").isFalse();
    String id = rad.get("id").asText();

    assertThat(leder.json("ansatte?enhet=mosenter").findValuesAsText("id")).contains("mosenter", "mosenter2", "mosenterleder");
    JsonNode tildelt = Cockpitklient.les(leder.send("frister/tildel", "{\"frister\":[" + id + ",-5],\"bruker\":\"mosenter2\"}"));
    assertThat(tildelt.get("utfort")).extracting(JsonNode::asText).containsExactly(id);
    assertThat(tildelt.get("ikkeUtfort").get(0).get("grunn").asText()).contains("ikke lenger åpen");
    assertThat(rad(leder, nummer).get("hvem").get("id").asText()).isEqualTo("mosenter2");
    assertThat(motor.getTaskService().createTaskQuery().taskId(rad.get("oppgaveId").asText()).singleResult().getAssignee()).isEqualTo("mosenter2");
    assertThat(Cockpitklient.les(leder.send("frister/tildel", "{\"frister\":[" + id + "],\"bruker\":\"hvk\"}")).get("ikkeUtfort").get(0).get("grunn").asText())
        .contains("arbeider ikke i MO-senteret");

    assertThat(Cockpitklient.les(leder.send("frister/purr", "{\"frister\":[" + id + "]}")).get("utfort")).hasSize(1);
    assertThat(jdbc.sql("select e.bruker from varsel v join varsel_epost e on e.varsel_id = v.id where v.mal = 'paminnelse' and v.saksnummer = ?")
        .param(nummer).query(String.class).list()).containsExactly("mosenter2");
    assertThat(jdbc.sql("select bruker || ' ' || handling || ' ' || detaljer from revisjon where saksnummer = ? order by id").param(nummer)
        .query(String.class).list()).containsExactly("mosenterleder tildelt ingen → mosenter2", "mosenterleder purret mosenter2");

    Cockpitklient annen = Cockpitklient.som(port, "botiltakleder");
    assertThat(Cockpitklient.les(annen.send("frister/tildel", "{\"frister\":[" + id + "],\"bruker\":\"botiltak\"}")).get("utfort")).isEmpty();
    assertThat(annen.hent("saker/" + nummer).statusCode()).isEqualTo(404);
    assertThat(annen.hent("diagram/instans/" + sak.getId()).statusCode()).isEqualTo(404);
    assertThat(annen.hent("frister?instans=" + sak.getId()).statusCode()).isEqualTo(404);
  }

  @Test
  void aRealCaseIsShownOnItsDiagramInItsTabAndAmongTheCases() {
    ProcessInstance sak = nySak();
    String nummer = sak.getBusinessKey();
    Cockpitklient leder = Cockpitklient.som(port, "mosenterleder");
    JsonNode merker = leder.json("diagram/instans/" + sak.getId()).get("aktiviteter");
    assertThat(merker).isNotEmpty();
    assertThat(merker.get(0).get("apne").asInt()).isPositive();
    JsonNode definisjon = leder.json("diagram/definisjon/" + Cockpitklient.kode(sak.getProcessDefinitionId())).get("aktiviteter");
    assertThat(definisjon.findValuesAsText("id")).contains(merker.get(0).get("id").asText());
    assertThat(leder.json("frister?instans=" + sak.getId()).get("rader")).isNotEmpty();
    assertThat(leder.json("frister?definisjon=" + Cockpitklient.kode(sak.getProcessDefinitionId())).get("rader").findValuesAsText("saksnummer")).contains(nummer);

    JsonNode funnet = leder.json("saker?sok=" + nummer);
    assertThat(funnet.get("treff").get("tekst").asText()).isEqualTo("1");
    JsonNode bilde = leder.json("saker/" + nummer);
    assertThat(bilde.get("hendelser").findValuesAsText("slag")).startsWith("start").contains("oppgave");
    assertThat(Rest.som(port, "mosenter").post("/api/saker/" + nummer + "/hendelser", "{\"melding\":\"klage\"}").statusCode()).isEqualTo(204);
    assertThat(leder.json("saker/" + nummer).get("hendelser")).filteredOn(steg -> steg.get("tittel").asText().equals("Klage mottatt"))
        .singleElement().satisfies(steg -> {
          assertThat(steg.get("slag").asText()).isEqualTo("hendelse");
          assertThat(steg.get("hvem").get("id").asText()).isEqualTo("mosenter");
        });
    JsonNode deler = leder.json("saker/" + nummer + "/diagram").get("deler");
    assertThat(deler.get(0).get("definisjon").asText()).startsWith("moinntak:");
    assertThat(deler.get(0).get("xml").asText()).contains("bpmn");
    assertThat(deler.get(0).get("aktiviteter")).isNotEmpty();
    assertThat(deler.get(0).get("flyter")).isNotEmpty();
  }

  @Test
  void everyPathwayHasFiguresAndTheyComeAsAFileToo() {
    nySak();
    Cockpitklient ledelse = Cockpitklient.som(port, "ledelse");
    for (JsonNode forlop : ledelse.json("meg").get("saksforlop")) {
      JsonNode side = ledelse.json("maltall?forlop=" + forlop.get("id").asText() + "&fra=2026-01-01&til=2026-03-31");
      assertThat(side.get("maltall")).hasSizeGreaterThanOrEqualTo(5);
      assertThat(side.get("skjermet").asBoolean()).isFalse();
      assertThat(side.get("forFra").asText()).isEqualTo("2025-10-01");
    }
    JsonNode mo = ledelse.json("maltall?forlop=moinntak&fra=2026-03-01&til=2026-03-31&mot=aaret");
    assertThat(mo.get("maltall").findValuesAsText("id")).contains("lopende", "startet", "utfall", "frister", "varighet", "hjelp", "dager", "brudd");
    assertThat(mo.get("forTil").asText()).isEqualTo("2025-03-31");
    var fil = ledelse.hent("maltall.csv?forlop=overdose");
    assertThat(fil.body()).startsWith("\ufeffmaltall;hva;fra;til;verdi\r\n").contains("Overdoser per måned og bydel");
    assertThat(fil.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"maltall-overdose.csv\"");

    Cockpitklient leder = Cockpitklient.som(port, "mosenterleder");
    assertThat(leder.json("maltall?forlop=moinntak").get("skjermet").asBoolean()).isTrue();
    assertThat(leder.json("maltall?forlop=moinntak&enhet=mosenter").get("skjermet").asBoolean()).isFalse();
    assertThat(leder.hent("maltall?forlop=moinntak&enhet=hvk").statusCode()).isEqualTo(403);
    assertThat(leder.hent("maltall?forlop=moinntak&fra=2026-01-02&til=2026-02-28").body()).contains("hele måneder");
    assertThat(leder.hent("betaling").statusCode()).isEqualTo(403);
  }

  @Test
  void theDailyMailIsMadeOnceADayForThoseWhoWantIt() {
    ProcessInstance sak = nySak();
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-03-20T05:59:00Z")));
    epost.kjor();
    assertThat(dagligTil("mosenterleder")).as("before seven").isEmpty();

    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-03-20T06:01:00Z")));
    epost.kjor();
    epost.kjor();
    assertThat(dagligTil("mosenterleder")).singleElement().satisfies(tekst ->
        assertThat(tekst).contains("MO-senteret", "brutte frister", sak.getBusinessKey()).doesNotContain("Ukjent 4711"));

    Cockpitklient leder = Cockpitklient.som(port, "mosenterleder");
    assertThat(leder.json("meg").get("dagligEpost").asBoolean()).isTrue();
    assertThat(Cockpitklient.les(leder.send("daglig-epost", "{\"pa\":false}")).get("dagligEpost").asBoolean()).isFalse();
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-03-21T07:00:00Z")));
    epost.kjor();
    assertThat(dagligTil("mosenterleder")).hasSize(1);
    assertThat(Cockpitklient.les(leder.send("daglig-epost", "{\"pa\":true}")).get("dagligEpost").asBoolean()).isTrue();
    epost.kjor();
    assertThat(dagligTil("mosenterleder")).hasSize(2);
  }

  private List<String> dagligTil(String bruker) {
    return jdbc.sql("select v.emne || v.tekst from varsel v join varsel_epost e on e.varsel_id = v.id where v.mal = 'dagligOversikt' and e.bruker = ?")
        .param(bruker).query(String.class).list();
  }

  private JsonNode rad(Cockpitklient klient, String saksnummer) {
    for (JsonNode rad : klient.json("frister?enhet=mosenter&type=oppgave&antall=200").get("rader")) {
      if (rad.get("saksnummer").asText().equals(saksnummer)) {
        return rad;
      }
    }
    throw new AssertionError("No deadline of " + saksnummer);
  }

  private ProcessInstance nySak() {
    jdbc.sql("insert into person (id, slag, merke, kjonn, opprettet, endret) select 'cockpitprove', 'ukjent', 'Ukjent 4711', 'ukjent', current_timestamp, current_timestamp"
        + " where not exists (select 1 from person where id = 'cockpitprove')").update();
    return Innenfra.kjor(() -> motor.getRuntimeService().createProcessInstanceByKey("moinntak").setVariables(Map.of(
        "pasientId", "cockpitprove", "pasientmerke", "Ukjent 4711", "lenket", true, "harBarn", "nei", "tolk", false)).execute());
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
