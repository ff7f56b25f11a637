package no.forlop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Apptest
class ApifeilTest {

  @LocalServerPort
  private int port;

  @Test
  void badCallsAreAnsweredInBokmalWithoutRepeatingThem() {
    Rest leistad = Rest.som(port, "leistad");

    svarer(leistad.post("/api/saker/UTS-2026-00001/hendelser", "{\"melding\": Kari"), 400, "Innholdet kan ikke leses");
    svarer(leistad.post("/api/saker/UTS-2026-00001/hendelser", "[]"), 400, "Innholdet kan ikke leses");
    svarer(leistad.post("/api/saker/UTS-2026-00001/hendelser", "{}"), 400, "Feltet «melding» mangler");
    svarer(leistad.send("DELETE", "/api/saker/UTS-2026-00001/hendelser", null), 405, "men GET og POST");
    svarer(leistad.get("/api/finnesikke"), 404, "Adressen finnes ikke");
    svarer(leistad.post("/api/saker/FINNES-IKKE/hendelser", "{\"melding\":\"dod\"}"), 404, "Ingen åpen sak");
  }

  private static void svarer(HttpResponse<String> svar, int status, String melding) {
    assertThat(svar.statusCode()).isEqualTo(status);
    assertThat(svar.body()).contains(melding).doesNotContain("Kari", "xception", "trace");
  }
}
