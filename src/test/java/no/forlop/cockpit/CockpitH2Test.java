package no.forlop.cockpit;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The queries on H2, the database that a fresh machine runs with. */
class CockpitH2Test extends CockpitKrav {

  @Override
  DataSource base() {
    return new DriverManagerDataSource("jdbc:h2:mem:cockpit;DB_CLOSE_DELAY=-1", "sa", "");
  }

  @Override
  String motortype() {
    return "h2";
  }
}
