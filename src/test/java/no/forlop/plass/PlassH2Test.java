package no.forlop.plass;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Places on H2, the database that a fresh machine runs with. */
class PlassH2Test extends PlassKrav {

  @Override
  DataSource base() {
    var oppsett = new HikariConfig();
    oppsett.setJdbcUrl("jdbc:h2:mem:plass;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    oppsett.setUsername("sa");
    oppsett.setMaximumPoolSize(20);
    return new HikariDataSource(oppsett);
  }
}
