package no.forlop.betaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.forlop.Apptest;
import no.forlop.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Paid days are for those who answer for them. */
@Apptest
class BetalingApiTest {

  private static final String SAK = "BET-2023-00001";

  @LocalServerPort
  private int port;
  @Autowired
  private Betalingsbok bok;

  @BeforeEach
  void fireDogn() {
    bok.apne(SAK, "utskriving-dognsats", LocalDate.of(2023, 12, 30));
    bok.lukk(SAK, LocalDate.of(2024, 1, 3));
  }

  @Test
  void dognOgBelopForEnSak() {
    assertThat(Rest.som(port, "hvk").get("/api/betaling/" + SAK).body())
        .isEqualTo("{\"saksnummer\":\"" + SAK + "\",\"dogn\":4,\"dognPerAar\":{\"2023\":2,\"2024\":2},\"kroner\":22506,\"aarUtenSats\":[]}");
  }

  @Test
  void samletForLedere() {
    for (String leder : new String[] {"hvkleder", "leistadleder", "ledelse"}) {
      assertThat(Rest.som(port, leder).get("/api/betaling").body()).contains("\"samlet\"", SAK);
    }
  }

  @Test
  void ikkeForAndre() {
    for (String bruker : new String[] {"leistad", "botiltak", "analytiker"}) {
      assertThat(Rest.som(port, bruker).get("/api/betaling").statusCode()).isEqualTo(403);
      assertThat(Rest.som(port, bruker).get("/api/betaling/" + SAK).statusCode()).isEqualTo(403);
    }
    assertThat(Rest.fremmed(port).get("/api/betaling").statusCode()).isEqualTo(401);
  }
}
