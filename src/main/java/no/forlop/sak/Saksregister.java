package no.forlop.sak;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
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

  /** The case goes on without knowing whom it is about; links to cases that know would tell. */
  @EventListener
  void folg(PasientFjernet endring) {
    jdbc.sql("""
        DELETE FROM sak_lenke WHERE fra IN (SELECT saksnummer FROM sak WHERE prosessinstans = :rot)
           OR til IN (SELECT saksnummer FROM sak WHERE prosessinstans = :rot)
        """).param("rot", endring.rot()).update();
    jdbc.sql("UPDATE sak SET pasient_id = ? WHERE prosessinstans = ?")
        .params(endring.person().personId(), endring.rot()).update();
  }

  /** The first case started the second. */
  void lenkStartet(String fra, String til) {
    lenk(fra, til, true);
  }

  /** The two cases belong together, though neither started the other. */
  void lenk(String fra, String til) {
    lenk(fra, til, false);
  }

  private void lenk(String fra, String til, boolean startet) {
    jdbc.sql("INSERT INTO sak_lenke (fra, til, opprettet, startet) VALUES (?, ?, ?, ?)")
        .params(fra, til, naa(), startet).update();
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

  /** Keeps that an event was reported to the case. */
  void meldt(String saksnummer, Hendelse hendelse, String bruker) {
    jdbc.sql("INSERT INTO sak_hendelse (saksnummer, melding, navn, tid, bruker) VALUES (?, ?, ?, ?, ?)")
        .params(saksnummer, hendelse.melding(), hendelse.navn(), naa(), bruker).update();
  }

  Optional<Saksopplysning> finn(String saksnummer) {
    return jdbc.sql(VELG + "WHERE saksnummer = ?").param(saksnummer).query(Saksopplysning.class).optional();
  }

  List<Saksopplysning> apneFor(String pasientId) {
    return jdbc.sql(VELG + "WHERE pasient_id = ? AND avsluttet IS NULL ORDER BY opprettet, saksnummer")
        .param(pasientId).query(Saksopplysning.class).list();
  }

  /**
   * Holds the person's running cases until the transaction ends: whoever looks for a case to join, so as to start one if there
   * is none, waits for another who does the same and then sees what that one started.
   */
  void hold(String pasientId) {
    jdbc.sql("SELECT saksnummer FROM sak WHERE pasient_id = ? AND avsluttet IS NULL ORDER BY saksnummer FOR UPDATE")
        .param(pasientId).query(String.class).list();
  }

  /** The running case of the pathway that has no person of its own and that a case of this person started. */
  Optional<String> hendelsessak(String pasientId, String forlop) {
    return jdbc.sql("""
        SELECT MIN(ny.saksnummer) FROM sak ny JOIN sak_lenke l ON l.til = ny.saksnummer AND l.startet
          JOIN sak fra ON fra.saksnummer = l.fra
        WHERE fra.pasient_id = ? AND ny.forlop = ? AND ny.pasient_id IS NULL AND ny.avsluttet IS NULL
        """).params(pasientId, forlop).query((rad, nr) -> Optional.ofNullable(rad.getString(1))).single();
  }

  /** Those of these numbers that are cases. */
  List<Saksopplysning> finn(Collection<String> saksnumre) {
    return saksnumre.isEmpty() ? List.of()
        : jdbc.sql(VELG + "WHERE saksnummer IN (:saker) ORDER BY opprettet, saksnummer").param("saker", saksnumre)
            .query(Saksopplysning.class).list();
  }

  /** The links that lead to or from these cases. */
  List<Sakslenke> lenker(Collection<String> saksnumre) {
    return saksnumre.isEmpty() ? List.of()
        : jdbc.sql("SELECT fra, til, startet FROM sak_lenke WHERE fra IN (:saker) OR til IN (:saker) ORDER BY opprettet")
            .param("saker", saksnumre).query(Sakslenke.class).list();
  }

  List<Saksopplysning> lenket(String saksnummer) {
    return jdbc.sql(VELG + """
        WHERE saksnummer IN (SELECT til FROM sak_lenke WHERE fra = :s UNION SELECT fra FROM sak_lenke WHERE til = :s)
        ORDER BY opprettet, saksnummer
        """).param("s", saksnummer).query(Saksopplysning.class).list();
  }

  private static final String VELG = """
      SELECT saksnummer, forlop, prosessinstans, pasient_id, opprettet, opprettet_av, avsluttet, utfall, utfall_navn FROM sak
      """;

  private LocalDateTime naa() {
    return LocalDateTime.now(klokke);
  }
}
