package no.forlop.sak;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Case numbers such as {@code OVD-2026-00042}: counted per prefix and year, in the caller's transaction. */
@Component
class Saksnummer {

  private final JdbcClient jdbc;
  private final Clock klokke;

  Saksnummer(JdbcClient jdbc, Clock klokke) {
    this.jdbc = jdbc;
    this.klokke = klokke;
  }

  @Transactional
  String neste(String prefiks) {
    int aar = LocalDate.now(klokke).getYear();
    if (tellOpp(prefiks, aar) == 0) {
      // Two first cases of a year at once: the second waits for the first and then counts on from it.
      jdbc.sql("""
          INSERT INTO sak_teller (prefiks, aar, siste)
          SELECT :prefiks, :aar, 0 WHERE NOT EXISTS (SELECT 1 FROM sak_teller WHERE prefiks = :prefiks AND aar = :aar)
          """).param("prefiks", prefiks).param("aar", aar).update();
      tellOpp(prefiks, aar);
    }
    int nummer = jdbc.sql("SELECT siste FROM sak_teller WHERE prefiks = :prefiks AND aar = :aar")
        .param("prefiks", prefiks).param("aar", aar).query(Integer.class).single();
    return "%s-%d-%05d".formatted(prefiks, aar, nummer);
  }

  private int tellOpp(String prefiks, int aar) {
    return jdbc.sql("UPDATE sak_teller SET siste = siste + 1 WHERE prefiks = :prefiks AND aar = :aar")
        .param("prefiks", prefiks).param("aar", aar).update();
  }
}
