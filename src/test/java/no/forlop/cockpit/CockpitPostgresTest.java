package no.forlop.cockpit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** The same answers on PostgreSQL. */
class CockpitPostgresTest extends CockpitKrav {

  private EmbeddedPostgres postgres;

  @Override
  DataSource base() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    return postgres.getPostgresDatabase();
  }

  @Override
  String motortype() {
    return "postgres";
  }

  @AfterAll
  void stopp() throws IOException {
    postgres.close();
  }
}
