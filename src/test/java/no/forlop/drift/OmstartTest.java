package no.forlop.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forlop.Rest;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as its own process: how it starts, what it refuses, and what is left after {@code kill -9}. */
class OmstartTest {

  /** What must be the same before and after; jobs hold the timers. */
  private static final List<String> TABELLER = List.of("ACT_RU_TASK", "ACT_RU_EVENT_SUBSCR", "ACT_RU_VARIABLE", "sak",
      "frist", "person", "plass_opphold", "plass_ko");
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir
  private Path mappe;
  private Process prosess;

  @AfterEach
  void stopp() {
    if (prosess != null) {
      prosess.destroyForcibly();
    }
  }

  @Test
  void withoutDemoItRefusesToStartWithoutAnAdministrator() throws Exception {
    prosess = start(Map.of());

    assertThat(prosess.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(prosess.exitValue()).isNotZero();
    assertThat(logg()).contains("FORLOP_ADMIN_BRUKER og FORLOP_ADMIN_PASSORD mangler").doesNotContain("\tat ");
  }

  @Test
  void withoutDemoTheOnlyUserIsTheAdministrator() throws Exception {
    prosess = start(Map.of("FORLOP_ADMIN_BRUKER", "sjef", "FORLOP_ADMIN_PASSORD", "hemmelig-nok",
        "FORLOP_PERSON_NOKKEL", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
    int port = oppe();

    Rest sjef = Rest.som(port, "sjef", "hemmelig-nok");
    assertThat(new ObjectMapper().readTree(sjef.get("/engine-rest/user").body())).hasSize(1);
    assertThat(sjef.get("/engine-rest/task/count").body()).contains("\"count\":0");
    assertThat(Rest.som(port, "admin").get("/engine-rest/task").statusCode()).isEqualTo(401);
    assertThat(logg()).doesNotContain("hemmelig-nok");
  }

  @Test
  void everythingIsThereAfterAKill() throws Exception {
    prosess = start(Map.of(), "--spring.profiles.active=demo");
    int port = oppe();
    jobberErGjort(port);
    JsonNode foer = oppgaver(port);
    assertThat(foer).isNotEmpty();

    prosess.destroyForcibly().waitFor();
    assertThat(mappe.resolve("data/forlop.mv.db")).exists();
    assertThat(mappe.resolve("data/forlop.trace.db")).as("errors with their values, in clear text").doesNotExist();
    Map<String, String> etterDrap = innhold();
    prosess = start(Map.of(), "--spring.profiles.active=demo",
        "--camunda.bpm.job-execution.enabled=false", "--forlop.frist.jobb=false", "--forlop.varsel.jobb=false");
    JsonNode etter = oppgaver(oppe());
    prosess.destroyForcibly().waitFor();

    assertThat(etter).isEqualTo(foer);
    assertThat(innhold()).isEqualTo(etterDrap);
    assertThat(etterDrap.get("person")).isNotEqualTo("0");
  }

  private JsonNode oppgaver(int port) throws IOException {
    return new ObjectMapper().readTree(
        Rest.som(port, "admin").get("/engine-rest/task?sortBy=id&sortOrder=asc&maxResults=1000").body());
  }

  private Map<String, String> innhold() throws SQLException {
    Map<String, String> antall = new TreeMap<>();
    try (Connection base = DriverManager.getConnection("jdbc:h2:file:" + mappe.resolve("data/forlop") + ";TRACE_LEVEL_FILE=0", "sa", "");
        Statement sporring = base.createStatement()) {
      for (String tabell : TABELLER) {
        antall.put(tabell, en(sporring, "SELECT COUNT(*) FROM " + tabell));
      }
      antall.put("timere", en(sporring,
          "SELECT LISTAGG(HANDLER_CFG_ || DUEDATE_, ',') WITHIN GROUP (ORDER BY HANDLER_CFG_, DUEDATE_) FROM ACT_RU_JOB WHERE TYPE_ = 'timer'"));
    }
    return antall;
  }

  private static String en(Statement sporring, String sql) throws SQLException {
    try (ResultSet svar = sporring.executeQuery(sql)) {
      svar.next();
      return String.valueOf(svar.getString(1));
    }
  }

  private Process start(Map<String, String> miljo, String... argumenter) throws IOException {
    List<String> kommando = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "no.forlop.Forlop", "--server.port=0"));
    kommando.addAll(List.of(argumenter));
    ProcessBuilder bygger = new ProcessBuilder(kommando).directory(mappe.toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(loggfil()));
    bygger.environment().keySet().removeIf(navn -> navn.startsWith("FORLOP_"));
    bygger.environment().putAll(miljo);
    return bygger.start();
  }

  /** Waits until it answers; the port that it found free. */
  private int oppe() {
    return vent().ignoreExceptions().until(() -> {
      Matcher port = PORT.matcher(logg());
      return port.find() && logg().contains("Started Forlop")
          && Rest.fremmed(Integer.parseInt(port.group(1))).get("/actuator/health").statusCode() == 200
              ? Integer.parseInt(port.group(1)) : 0;
    }, port -> port > 0);
  }

  /** Timers of the sample cases that were due before the start have run. */
  private void jobberErGjort(int port) {
    vent().until(() -> Rest.som(port, "admin").get("/engine-rest/job/count?executable=true").body().equals("{\"count\":0}"));
  }

  private ConditionFactory vent() {
    return Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(300))
        .failFast("Stopped at start, see its log", () -> !prosess.isAlive());
  }

  private File loggfil() {
    return mappe.resolve("logg").toFile();
  }

  private String logg() throws IOException {
    return Files.readString(loggfil().toPath());
  }
}
