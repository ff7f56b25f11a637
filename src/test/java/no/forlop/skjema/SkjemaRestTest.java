package no.forlop.skjema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import no.forlop.Apptest;
import no.forlop.Rest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way into a case by REST meets the rules of its form: 400 with the fields, nothing stored, the task still open. */
@Apptest
class SkjemaRestTest {

  private static final String PROSESS = "/engine-rest/process-definition/key/skjematest";
  private static final String UKJENT = """
      {"variables": {"personstatus": {"value": "ukjent"}, "harBarn": {"value": "nei"}}}""";
  private static final String GYLDIG = """
      {"variables": {"alder": {"value": 17}, "bruker": {"value": "ja"},
        "rusmidler": {"value": "[\\"alkohol\\"]", "type": "Json"}}}""";
  private static final String FEIL = """
      {"variables": {"alder": {"value": 999}, "hemmelig": {"value": "Kari Nordmann"}}}""";

  @LocalServerPort
  private int port;
  @Autowired
  private ProcessEngine motor;

  private String utrulling;
  private Rest leistad;

  @BeforeEach
  void rullUt() {
    utrulling = Skjemamodell.rullUt(motor);
    leistad = Rest.som(port, "leistad");
  }

  @AfterEach
  void rydd() {
    motor.getRepositoryService().deleteDeployment(utrulling, true);
  }

  @Test
  void beggeStarterSjekkes() throws Exception {
    for (String vei : List.of("/start", "/submit-form")) {
      HttpResponse<String> svar = leistad.post(PROSESS + vei, """
          {"variables": {"personstatus": {"value": "kjent"}, "pasientNummer": {"value": "12345678901"}}}""");
      assertThat(svar.statusCode()).as(vei).isEqualTo(400);
      assertThat(felt(svar)).as(vei).containsExactlyInAnyOrder("pasientNummer", "harBarn");
      assertThat(svar.body()).as(vei).contains("Skjemaet er ikke lagret", "Har personen barn?", "Må fylles ut")
          .doesNotContain("12345678901");
    }
    assertThat(leistad.post(PROSESS + "/start", "{}").statusCode()).isEqualTo(400);
    assertThat(leistad.post(PROSESS + "/start", """
        {"startInstructions": [{"type": "startBeforeActivity", "activityId": "avslutt"}]}""").statusCode()).isEqualTo(400);
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("skjematest").count()).isZero();
    assertThat(leistad.post(PROSESS + "/start", UKJENT).statusCode()).isEqualTo(200);
    assertThat(leistad.post(PROSESS + "/submit-form", UKJENT).statusCode()).isEqualTo(200);
  }

  @Test
  void beggeFullforingerSjekkes() throws Exception {
    String oppgave = oppgave(sak());
    for (String vei : List.of("/complete", "/submit-form")) {
      HttpResponse<String> svar = leistad.post("/engine-rest/task/" + oppgave + vei, FEIL);
      assertThat(svar.statusCode()).as(vei).isEqualTo(400);
      assertThat(felt(svar)).as(vei).containsExactlyInAnyOrder("alder", "bruker", "hemmelig");
      assertThat(svar.body()).as(vei).contains("0–120").doesNotContain("Nordmann");
      assertThat(leistad.post("/engine-rest/task/" + oppgave + vei, "{}").statusCode()).as(vei).isEqualTo(400);
    }
    assertThat(leistad.get("/engine-rest/task/" + oppgave).statusCode()).isEqualTo(200);
    assertThat(leistad.post("/engine-rest/task/" + oppgave + "/submit-form", GYLDIG).statusCode()).isEqualTo(204);
    String annen = oppgave(sak());
    assertThat(leistad.post("/engine-rest/task/" + annen + "/complete", GYLDIG).statusCode()).isEqualTo(204);
  }

  @Test
  void veieneUtenomErStengt() {
    String oppgave = "/engine-rest/task/" + oppgave(sak());
    for (String bruker : List.of("leistad", "admin")) {
      Rest rest = Rest.som(port, bruker);
      assertThat(rest.send("PUT", oppgave + "/variables/pasientNavn", "{\"value\": \"Kari\"}").statusCode()).isEqualTo(400);
      assertThat(rest.send("PUT", oppgave + "/localVariables/pasientNavn", "{\"value\": \"Kari\"}").statusCode()).isEqualTo(400);
      assertThat(rest.post(oppgave + "/variables", "{\"modifications\": {\"x\": {\"value\": 1}}}").statusCode()).isEqualTo(400);
      assertThat(rest.send("DELETE", oppgave + "/variables/lenket", null).statusCode()).isEqualTo(400);
      assertThat(rest.post(oppgave + "/bpmnError", "{\"errorCode\": \"DOD_BEKREFTET\"}").statusCode()).isEqualTo(400);
      assertThat(rest.post(oppgave + "/bpmnEscalation", "{\"escalationCode\": \"X\"}").statusCode()).isEqualTo(400);
      assertThat(rest.post(oppgave + "/resolve", "{\"variables\": {\"x\": {\"value\": 1}}}").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void enAnnenEnhetFaarNeiFoerSkjemaetNevnes() {
    String oppgave = "/engine-rest/task/" + oppgave(sak());
    Rest hvk = Rest.som(port, "hvk");
    assertThat(hvk.post(oppgave + "/complete", FEIL).statusCode()).isEqualTo(403);
    assertThat(hvk.post(oppgave + "/submit-form", FEIL).statusCode()).isEqualTo(403);
    assertThat(hvk.send("PUT", oppgave + "/variables/x", "{\"value\": 1}").statusCode()).isEqualTo(403);
    assertThat(hvk.post(oppgave + "/bpmnError", "{\"errorCode\": \"X\"}").statusCode()).isEqualTo(403);
    assertThat(hvk.post(PROSESS + "/start", "{}").statusCode()).isIn(403, 404);
    assertThat(hvk.post(PROSESS + "/submit-form", "{}").statusCode()).isIn(403, 404);
  }

  /** Tasklist has its own copy of the REST API behind its own login; staff read the message there. */
  @Test
  void tasklistFaarSammeSvar() throws Exception {
    CookieManager kaker = new CookieManager();
    HttpClient nettleser = HttpClient.newBuilder().cookieHandler(kaker).build();
    send(nettleser, kaker, "/camunda/app/tasklist/default/", null, null);
    assertThat(send(nettleser, kaker, "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded", "username=leistad&password=leistad").statusCode()).isEqualTo(200);
    send(nettleser, kaker, "/camunda/app/tasklist/default/", null, null);
    String oppgave = oppgave(sak());
    HttpResponse<String> svar = send(nettleser, kaker,
        "/camunda/api/engine/engine/default/task/" + oppgave + "/submit-form", "application/json", FEIL);
    assertThat(svar.statusCode()).as(svar.body()).isEqualTo(400);
    assertThat(les(svar).path("message").asText()).startsWith("Skjemaet er ikke lagret. ").contains("Alder ved debut: Tallet er for stort");
    assertThat(send(nettleser, kaker, "/camunda/api/engine/engine/default/task/" + oppgave + "/submit-form",
        "application/json", GYLDIG).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> send(HttpClient nettleser, CookieManager kaker, String sti, String type, String innhold)
      throws Exception {
    HttpRequest.Builder bygger = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + sti));
    kaker.getCookieStore().getCookies().stream().filter(kake -> kake.getName().equals("XSRF-TOKEN"))
        .forEach(kake -> bygger.header("X-XSRF-TOKEN", kake.getValue()));
    if (innhold != null) {
      bygger.header("Content-Type", type).header("Accept", "application/json").POST(BodyPublishers.ofString(innhold));
    }
    return nettleser.send(bygger.build(), BodyHandlers.ofString());
  }

  private String sak() {
    HttpResponse<String> svar = leistad.post(PROSESS + "/submit-form", UKJENT);
    assertThat(svar.statusCode()).as(svar.body()).isEqualTo(200);
    return les(svar).path("id").asText();
  }

  private String oppgave(String sak) {
    return motor.getTaskService().createTaskQuery().processInstanceId(sak).singleResult().getId();
  }

  private static List<String> felt(HttpResponse<String> svar) {
    return StreamSupport.stream(les(svar).path("felt").spliterator(), false).map(felt -> felt.path("felt").asText()).toList();
  }

  private static JsonNode les(HttpResponse<String> svar) {
    try {
      return new ObjectMapper().readTree(svar.body());
    } catch (IOException e) {
      throw new IllegalStateException(svar.body(), e);
    }
  }
}
