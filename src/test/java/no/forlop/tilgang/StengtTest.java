package no.forlop.tilgang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forlop.Apptest;
import no.forlop.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing answers a stranger. */
@Apptest
class StengtTest {

  private static final Set<String> METODER = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");

  @LocalServerPort
  private int port;

  @Test
  void noOperationOfTheRestApiAnswersAStrangerOrAWrongPassword() throws IOException {
    List<String[]> operasjoner = operasjoner();
    assertThat(operasjoner).as("Operations in Camunda's own OpenAPI file").hasSizeGreaterThan(350);

    List<String> apne = new ArrayList<>();
    for (Rest ukjent : List.of(Rest.fremmed(port), Rest.som(port, "admin", "feil"), Rest.som(port, "finnesikke", "x"))) {
      for (String[] operasjon : operasjoner) {
        int svar = ukjent.send(operasjon[0], "/engine-rest" + operasjon[1],
            operasjon[0].equals("GET") ? null : "{}").statusCode();
        if (svar != 401) {
          apne.add(operasjon[0] + " " + operasjon[1] + " → " + svar);
        }
      }
    }
    assertThat(apne).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "/actuator, 403", "/actuator/env, 403", "/actuator/metrics, 403", "/h2-console, 403", "/h2-console/login.do, 403",
      "/engine-rest, 401", "/engine-rest/, 401", "/engine-rest/engine, 401", "/engine-rest/engine/default/task, 401",
      "/ENGINE-REST/task, 403", "/api/saker/X/hendelser, 401", "/api, 401",
      "/camunda/api/engine/engine/default/task, 401", "/camunda/api/engine/engine/default/user, 401",
      "/camunda/api/admin/setup/default/user/create, 401", "/api/betaling, 401",
      "/camunda/api/tasklist/plugin/forlop/default/oppgave/x/person, 401",
      "/camunda/api/tasklist/plugin/forlop/default/oppgave/x/hendelser, 401",
      "/camunda/api/cockpit/plugin/forlop-cockpit/default/frister, 401",
      "/camunda/api/cockpit/plugin/forlop-cockpit/default/saker/x, 401",
      "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count, 401", "/error, 403"})
  void aStrangerIsTurnedAway(String sti, int svar) {
    assertThat(Rest.fremmed(port).get(sti).statusCode()).isEqualTo(svar);
  }

  @ParameterizedTest
  @CsvSource({"/actuator/health", "/camunda/app/tasklist/default/", "/camunda/app/welcome/default/"})
  void onlyTheLoginPageAndABareHealthCheckAreOpen(String sti) {
    assertThat(Rest.fremmed(port).get(sti).statusCode()).isEqualTo(200);
  }

  @Test
  void theHealthCheckTellsNothingMore() {
    assertThat(Rest.fremmed(port).get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  private static List<String[]> operasjoner() throws IOException {
    List<String[]> operasjoner = new ArrayList<>();
    try (InputStream fil = StengtTest.class.getResourceAsStream("/openapi.json")) {
      JsonNode stier = new ObjectMapper().readTree(fil).get("paths");
      stier.fields().forEachRemaining(sti -> sti.getValue().fieldNames().forEachRemaining(metode -> {
        String stor = metode.toUpperCase(Locale.ROOT);
        if (METODER.contains(stor)) {
          operasjoner.add(new String[] {stor, sti.getKey().replaceAll("\\{[^}]+}", "x")});
        }
      }));
    }
    return operasjoner;
  }
}
