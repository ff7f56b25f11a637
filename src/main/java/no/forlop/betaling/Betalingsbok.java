package no.forlop.betaling;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of paid days; written in the engine's transaction. */
@Repository
class Betalingsbok {

  private static final String VELG = "SELECT saksnummer, satstabell, fra, til FROM betaling WHERE NOT annullert ";

  private final JdbcClient jdbc;

  Betalingsbok(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a period, or opens the one of the same first day again: then the offer was not ready after all. */
  void apne(String saksnummer, String satstabell, LocalDate fra) {
    int apnet = jdbc.sql("UPDATE betaling SET til = NULL, annullert = FALSE WHERE saksnummer = ? AND fra = ?")
        .params(saksnummer, fra).update();
    if (apnet == 0) {
      jdbc.sql("INSERT INTO betaling (saksnummer, satstabell, fra) VALUES (?, ?, ?)")
          .params(saksnummer, satstabell, fra).update();
    }
  }

  void lukk(String saksnummer, LocalDate til) {
    jdbc.sql("UPDATE betaling SET til = ? WHERE saksnummer = ? AND til IS NULL").params(til, saksnummer).update();
  }

  void annuller(String saksnummer) {
    jdbc.sql("UPDATE betaling SET annullert = TRUE WHERE saksnummer = ?").param(saksnummer).update();
  }

  List<Periode> forSak(String saksnummer) {
    return jdbc.sql(VELG + "AND saksnummer = ? ORDER BY fra").param(saksnummer).query(Periode.class).list();
  }

  List<Periode> alle() {
    return jdbc.sql(VELG + "ORDER BY fra, saksnummer").query(Periode.class).list();
  }
}
