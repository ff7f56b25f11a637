package no.forlop.sak;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The rule on H2, the database that a fresh machine runs with. */
class SakstilgangH2Test extends SakstilgangKrav {

  @Override
  DataSource base() {
    return JdbcConnectionPool.create("jdbc:h2:mem:sakstilgang;DB_CLOSE_DELAY=-1", "sa", "");
  }
}
