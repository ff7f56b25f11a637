package no.forlop.sak;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import no.forlop.person.PasientFjernet;
import no.forlop.person.PersonEndret;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cases and the links between them; written in the engine's transaction. */
@Component
class Saksregister {

  private final JdbcClient jdbc;
  private final Clock klokke;

  Saksregister(JdbcClient jdbc, Clock klokke) {
    this.jdbc = jdbc;
    this.klokke = klokke;
  }

  void opprett(String saksnummer, String forlop, String prosessinstans, String pasientId, String bruker) {
    jdbc.sql("""
        INSERT INTO sak (saksnummer, forlop, prosessinstans, pasient_id, opprettet, opprettet_av)
        VALUES (?, ?, ?, ?, ?, ?)
        """).params(saksnummer, forlop, prosessinstans, pasientId, naa(), bruker).update();
  }

  /** The register of persons learnt who the patient is, or that two rows were one person. */
  @EventListener
  void folg(PersonEndret endring) {
    jdbc.sql("UPDATE sak SET pasient_id = ? WHERE pasient_id = ?")
        .params(endring.person().personId(), endring.gammelId()).update();
  }

  /** The case goes on without knowing whom it is about. */
  @EventListener
  void folg(PasientFjernet endring) {
    jdbc.sql("UPDATE sak SET pasient_id = ? WHERE prosessinstans = ?")
        .params(endring.person().personId(), endring.rot()).update();
  }

  void lenk(String fra, String til) {
    jdbc.sql("INSERT INTO sak_lenke (fra, til, opprettet) VALUES (?, ?, ?)").params(fra, til, naa()).update();
  }

  /** Keeps the end that was reached; the last one before the case ends is its outcome. */
  void settUtfall(String prosessinstans, String utfall, String navn) {
    jdbc.sql("UPDATE sak SET utfall = ?, utfall_navn = ? WHERE prosessinstans = ? AND avsluttet IS NULL")
        .params(utfall, navn, prosessinstans).update();
  }

  void avslutt(String prosessinstans) {
    jdbc.sql("UPDATE sak SET avsluttet = ? WHERE prosessinstans = ? AND avsluttet IS NULL")
        .params(naa(), prosessinstans).update();
  }

  Optional<Saksopplysning> finn(String saksnummer) {
    return jdbc.sql(VELG + "WHERE saksnummer = ?").param(saksnummer).query(Saksopplysning.class).optional();
  }

  List<Saksopplysning> apneFor(String pasientId) {
    return jdbc.sql(VELG + "WHERE pasient_id = ? AND avsluttet IS NULL ORDER BY opprettet, saksnummer")
        .param(pasientId).query(Saksopplysning.class).list();
  }

  List<Saksopplysning> lenket(String saksnummer) {
    return jdbc.sql(VELG + """
        WHERE saksnummer IN (SELECT til FROM sak_lenke WHERE fra = :s UNION SELECT fra FROM sak_lenke WHERE til = :s)
        ORDER BY opprettet, saksnummer
        """).param("s", saksnummer).query(Saksopplysning.class).list();
  }

  private static final String VELG = """
      SELECT saksnummer, forlop, prosessinstans, pasient_id, opprettet, avsluttet, utfall, utfall_navn FROM sak
      """;

  private LocalDateTime naa() {
    return LocalDateTime.now(klokke);
  }
}
