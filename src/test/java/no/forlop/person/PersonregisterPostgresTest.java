package no.forlop.person;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** The same promises on PostgreSQL, whose types and locks differ from H2's. */
class PersonregisterPostgresTest extends PersonregisterKrav {

  private EmbeddedPostgres postgres;

  @Override
  DataSource base() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    HikariConfig oppsett = new HikariConfig();
    oppsett.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
    return new HikariDataSource(oppsett);
  }

  @AfterAll
  void stoppPostgres() throws IOException {
    postgres.close();
  }
}
