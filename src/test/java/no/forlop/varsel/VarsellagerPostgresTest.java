package no.forlop.varsel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox on PostgreSQL, whose keys and types differ from H2's. */
class VarsellagerPostgresTest {

  private static final Instant NAA = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void theWholeLifeOfAMail() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
      Varsellager lager = new Varsellager(JdbcClient.create(postgres.getPostgresDatabase()));
      long varsel = lager.lagre("mal", "hvk", null, new Varselmal("Emne", "Tekst"), NAA);
      lager.tilBruker(varsel, "en", NAA);
      lager.tilBruker(varsel, "to", NAA);

      assertThat(lager.klare(NAA.minusSeconds(1), 10)).isEmpty();
      Epost en = lager.klare(NAA, 1).get(0);
      assertThat(en).isEqualTo(new Epost(en.id(), "en", 0, NAA, "Emne", "Tekst"));
      assertThat(lager.ta(en, NAA.plusSeconds(300))).isTrue();
      assertThat(lager.ta(en, NAA.plusSeconds(300))).isFalse();
      lager.feilet(en.id(), "MailSendException");
      assertThat(lager.klare(NAA.plusSeconds(300), 10)).hasSize(2);
      lager.sendt(en.id(), NAA);
      lager.giOpp(lager.klare(NAA, 10).get(0).id(), "borte", NAA);
      assertThat(lager.klare(NAA.plusSeconds(300), 10)).isEmpty();
    }
  }
}
