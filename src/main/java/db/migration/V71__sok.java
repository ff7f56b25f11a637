package db.migration;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The indexes that find what begins with some letters. H2's ordinary index does; PostgreSQL needs one of another kind, since
 * its ordinary order depends on the language of the server.
 */
public class V71__sok extends BaseJavaMigration {

  @Override
  public void migrate(Context kontekst) throws Exception {
    boolean postgres = kontekst.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
    String monster = postgres ? " varchar_pattern_ops" : "";
    try (Statement setning = kontekst.getConnection().createStatement()) {
      setning.execute("create index person_merke on person (merke" + monster + ")");
      if (postgres) {
        setning.execute("create index sak_nummer on sak (saksnummer" + monster + ")");
      }
    }
  }
}
