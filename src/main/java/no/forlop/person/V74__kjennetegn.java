package no.forlop.person;

import java.time.Clock;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives the persons who were registered before V73 their mark; a bean, since it takes the register's key. */
@Component
class V74__kjennetegn extends BaseJavaMigration {

  private final Hvelv hvelv;
  private final Clock klokke;

  V74__kjennetegn(Hvelv hvelv, Clock klokke) {
    this.hvelv = hvelv;
    this.klokke = klokke;
  }

  @Override
  public void migrate(Context kontekst) {
    new Personlager(JdbcClient.create(new SingleConnectionDataSource(kontekst.getConnection(), true)), hvelv, klokke)
        .settKjennetegn();
  }
}
