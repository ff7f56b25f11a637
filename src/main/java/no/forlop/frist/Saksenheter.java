package no.forlop.frist;

import java.util.Collection;
import no.forlop.motor.Sakskontekst;
import no.forlop.tilgang.Tilgang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code sak_enhet}: which units have, or have had, a task or milestone in a case or in a case that it called. It
 * is what {@code sak.Sakstilgang} reads of a worker's groups from history, by unit, for the lists of the units' leaders.
 */
@Repository
class Saksenheter {

  private final JdbcClient jdbc;

  Saksenheter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From now on the units of these groups have had a part in the case, and in those that called it. */
  void taMed(Sakskontekst sak, Collection<String> grupper) {
    grupper.stream().map(Tilgang::enhet).distinct().sorted()
        .forEach(enhet -> sak.saker().forEach(saksnummer -> taMed(saksnummer, enhet)));
  }

  /** The row of the case is the lock: two tasks at once make one row. */
  private void taMed(String saksnummer, String enhet) {
    if (erMed(saksnummer, enhet)) {
      return;
    }
    jdbc.sql("select forlop from sak where saksnummer = ? for update").param(saksnummer).query(String.class).optional();
    if (!erMed(saksnummer, enhet)) {
      jdbc.sql(
              """
              insert into sak_enhet (saksnummer, enhet, forlop, opprettet)
              select saksnummer, cast(? as varchar), forlop, opprettet from sak where saksnummer = ?
              """)
          .params(enhet, saksnummer)
          .update();
    }
  }

  private boolean erMed(String saksnummer, String enhet) {
    return jdbc.sql("select count(*) from sak_enhet where saksnummer = ? and enhet = ?")
            .params(saksnummer, enhet)
            .query(Integer.class)
            .single()
        > 0;
  }
}
