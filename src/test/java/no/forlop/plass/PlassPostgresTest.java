package no.forlop.plass;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** The same promises on PostgreSQL, whose locks and snapshots differ from H2's. */
class PlassPostgresTest extends PlassKrav {

  private EmbeddedPostgres postgres;

  @Override
  DataSource base() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    var oppsett = new HikariConfig();
    oppsett.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
    oppsett.setMaximumPoolSize(20);
    return new HikariDataSource(oppsett);
  }

  /** The engine first: it would wait half a minute for a database that is gone. */
  @Override
  @AfterAll
  void stopp() throws IOException {
    super.stopp();
    postgres.close();
  }
}
