package no.forlop.plass;

import no.forlop.person.PasientFjernet;
import no.forlop.person.PersonEndret;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stays and queues follow the register of persons: somebody unknown was identified, two rows were one, or a name was taken away. */
@Component
class Personfolge {

  private final JdbcClient jdbc;

  Personfolge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void folg(PersonEndret endring) {
    for (String tabell : new String[] {"plass_opphold", "plass_ko"}) {
      jdbc.sql("update " + tabell + " set pasient = ?, merke = ? where pasient = ?")
          .params(endring.person().personId(), endring.person().merke(), endring.gammelId()).update();
    }
  }

  @EventListener
  void folg(PasientFjernet endring) {
    for (String tabell : new String[] {"plass_opphold", "plass_ko"}) {
      jdbc.sql("update " + tabell + " set pasient = ?, merke = ? where eier = ?")
          .params(endring.person().personId(), endring.person().merke(), endring.rot()).update();
    }
  }
}
