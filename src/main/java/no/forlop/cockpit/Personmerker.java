package no.forlop.cockpit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How staff name the persons of cases: never an identity. */
final class Personmerker {

  private Personmerker() {}

  static Map<String, String> les(JdbcClient jdbc, Collection<String> saksnumre) {
    Map<String, String> merker = new HashMap<>();
    if (!saksnumre.isEmpty()) {
      jdbc.sql("select s.saksnummer, p.merke from sak s join person p on p.id = s.pasient_id where s.saksnummer in (:saker)")
          .param("saker", saksnumre).query((rs, nr) -> merker.put(rs.getString(1), rs.getString(2))).list();
    }
    return merker;
  }
}
