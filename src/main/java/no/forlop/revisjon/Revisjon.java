package no.forlop.revisjon;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the audit trail. */
@Component
public class Revisjon {

  private final JdbcClient jdbc;
  private final Clock klokke;

  Revisjon(JdbcClient jdbc, Clock klokke) {
    this.jdbc = jdbc;
    this.klokke = klokke;
  }

  /**
   * Adds a row in the running transaction.
   *
   * @param bruker who did it
   * @param handling what was done, such as {@code tildelt}
   * @param saksnummer the case, or null
   * @param gjelder id of the task, deadline or place type, or null
   * @param detaljer from what to what, without identity, or null
   */
  public void skriv(String bruker, String handling, String saksnummer, String gjelder, String detaljer) {
    jdbc.sql("insert into revisjon (tid, bruker, handling, saksnummer, gjelder, detaljer) values (?, ?, ?, ?, ?, ?)")
        .params(klokke.instant().atOffset(ZoneOffset.UTC), bruker, handling, saksnummer, gjelder, detaljer).update();
  }
}
