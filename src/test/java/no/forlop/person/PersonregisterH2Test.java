package no.forlop.person;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;

class PersonregisterH2Test extends PersonregisterKrav {

  @Override
  DataSource base() {
    HikariConfig oppsett = new HikariConfig();
    oppsett.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    return new HikariDataSource(oppsett);
  }
}
