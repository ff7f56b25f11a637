package no.forlop.frist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.forlop.tilgang.Tilgang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code frist}. Every call takes part in the running transaction, that is the engine's. */
@Repository
class Fristlager {

  private static final String RAD =
      """
      select id, type, saksnummer, forlop, navn, tittel, enhet, oppgave_id, opprettet, forfall,
             varsle_gruppe, brudd_gruppe, vakt, pauset_fra
        from frist
      """;

  private final JdbcClient jdbc;

  Fristlager(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void lagre(NyFrist ny) {
    Optional<Fristregel> regel = Optional.ofNullable(ny.regel());
    jdbc.sql(
            """
            insert into frist (type, saksnummer, forlop, forlop_id, prosessdefinisjon, rot_prosessinstans, prosessinstans,
                               navn, tittel, enhet, ansvar, hovedaktivitet, saksforlop, oppgave_id, opprettet, forfall, varsle_tid,
                               varsle_gruppe, brudd_gruppe, vakt, pauset_fra, kontakt, regel, kilde)
            values (:type, :saksnummer, :forlop, :forlopId, :prosess, :rot, :instans,
                    :navn, :tittel, :enhet, :ansvar, :hovedaktivitet, :saksforlop, :oppgave, :opprettet, :forfall, :varsleTid,
                    :varsle, :brudd, :vakt, :pausetFra, :kontakt, :regel, :kilde)
            """)
        .param("type", ny.type().kolonne())
        .param("saksnummer", ny.sak().saksnummer())
        .param("forlop", ny.sak().forlop())
        .param("forlopId", ny.sak().forlopId())
        .param("prosess", ny.sak().prosess())
        .param("rot", ny.sak().rot())
        .param("instans", ny.prosessinstans())
        .param("navn", ny.navn())
        .param("tittel", ny.tittel())
        .param("enhet", ny.enhet())
        .param("ansvar", Tilgang.enhet(ny.enhet()))
        .param("hovedaktivitet", ny.type() == Fristtype.OPPGAVE ? ny.sak().hovedaktivitet() : null)
        .param("saksforlop", ny.sak().saksforlop())
        .param("oppgave", ny.oppgaveId())
        .param("opprettet", tid(ny.opprettet()))
        .param("forfall", tid(ny.forfall()))
        .param("varsleTid", tid(ny.varsleTid()))
        .param("varsle", regel.map(Fristregel::varsle).orElse(null))
        .param("brudd", regel.map(Fristregel::brudd).orElse(null))
        .param("vakt", regel.map(Fristregel::vakt).orElse(null))
        .param("pausetFra", tid(ny.pausetFra()))
        .param("kontakt", ny.kontakt())
        .param("regel", regel.map(Fristregel::regel).orElse(null))
        .param("kilde", regel.map(Fristregel::kilde).orElse(null))
        .update();
  }

  Optional<Fristrad> oppgave(String oppgaveId) {
    return jdbc.sql(RAD + "where oppgave_id = :oppgave and apen").param("oppgave", oppgaveId).query(Fristlager::rad).optional();
  }

  Optional<Fristrad> apenMilepael(String saksinstans, String navn) {
    return jdbc.sql(RAD + "where prosessinstans = :instans and apen and type = 'milepael' and navn = :navn")
        .param("instans", saksinstans)
        .param("navn", navn)
        .query(Fristlager::rad)
        .optional();
  }

  /** Returns when the milestone was last reached, or when it was opened if it is not reached yet. */
  Optional<Instant> milepaelstid(String saksinstans, String navn) {
    return jdbc.sql(
            """
            select coalesce(naadd, opprettet) as tid from frist
             where prosessinstans = :instans and type = 'milepael' and navn = :navn
             order by id desc fetch first 1 row only
            """)
        .param("instans", saksinstans)
        .param("navn", navn)
        .query((rs, i) -> tid(rs, "tid"))
        .optional();
  }

  void endre(long id, String enhet, Instant forfall, Instant varsleTid, boolean varslePaaNytt) {
    jdbc.sql(
            """
            update frist set enhet = :enhet, ansvar = :ansvar, forfall = :forfall, varsle_tid = :varsleTid,
                             varslet = case when :paaNytt then null else varslet end
             where id = :id
            """)
        .param("enhet", enhet)
        .param("ansvar", Tilgang.enhet(enhet))
        .param("forfall", tid(forfall))
        .param("varsleTid", tid(varsleTid))
        .param("paaNytt", varslePaaNytt)
        .param("id", id)
        .update();
  }

  void naadd(long id, Instant naa) {
    jdbc.sql("update frist set naadd = :naa, apen = false where id = :id and apen")
        .param("naa", tid(naa))
        .param("id", id)
        .update();
  }

  void avlysOppgave(String oppgaveId, Instant naa) {
    jdbc.sql("update frist set avlyst = :naa, apen = false where oppgave_id = :oppgave and apen")
        .param("naa", tid(naa))
        .param("oppgave", oppgaveId)
        .update();
  }

  /** Cancels the milestones that nobody can reach any more. */
  void avlysMilepaeler(String prosessinstans, Instant naa) {
    jdbc.sql(
            """
            update frist set avlyst = :naa, apen = false
             where prosessinstans = :instans and apen and type = 'milepael'
            """)
        .param("naa", tid(naa))
        .param("instans", prosessinstans)
        .update();
  }

  /** Returns the open deadlines of the case that run. */
  List<Fristrad> lopende(String saksnummer) {
    return jdbc.sql(RAD + "where saksnummer = :sak and apen and pauset_fra is null order by id")
        .param("sak", saksnummer)
        .query(Fristlager::rad)
        .list();
  }

  /** Returns the open deadlines of the case that are held. */
  List<Fristrad> holdte(String saksnummer) {
    return jdbc.sql(RAD + "where saksnummer = :sak and apen and pauset_fra is not null order by id")
        .param("sak", saksnummer)
        .query(Fristlager::rad)
        .list();
  }

  List<ApenOppgave> apneOppgaver(Collection<String> saksnumre) {
    return jdbc.sql(
            """
            select saksnummer, oppgave_id, tittel, enhet, forfall, pauset_fra, kontakt from frist
             where saksnummer in (:saker) and apen and type = 'oppgave' order by forfall, id
            """)
        .param("saker", saksnumre)
        .query(
            (rs, i) ->
                new ApenOppgave(
                    rs.getString("saksnummer"),
                    rs.getString("oppgave_id"),
                    rs.getString("tittel"),
                    rs.getString("enhet"),
                    tid(rs, "forfall"),
                    rs.getObject("pauset_fra") != null,
                    rs.getBoolean("kontakt")))
        .list();
  }

  boolean erKontakt(String oppgaveId) {
    return jdbc.sql("select count(*) from frist where oppgave_id = :oppgave and apen and kontakt")
            .param("oppgave", oppgaveId)
            .query(Integer.class)
            .single()
        > 0;
  }

  void hold(long id, Instant naa) {
    jdbc.sql("update frist set pauset_fra = :naa where id = :id").param("naa", tid(naa)).param("id", id).update();
  }

  /** Moves a deadline that was held; it runs again. */
  void flytt(long id, Instant forfall, Instant varsleTid) {
    jdbc.sql("update frist set forfall = :forfall, varsle_tid = :varsleTid, pauset_fra = null where id = :id")
        .param("forfall", tid(forfall))
        .param("varsleTid", tid(varsleTid))
        .param("id", id)
        .update();
  }

  Optional<Instant> varsleTid(long id) {
    return jdbc.sql("select varsle_tid from frist where id = :id and varsle_tid is not null")
        .param("id", id)
        .query((rs, i) -> tid(rs, "varsle_tid"))
        .optional();
  }

  /** Returns open deadlines that are to be warned of now, the longest waiting first. */
  List<Fristrad> aaVarsle(Instant naa, int hoyst) {
    return jdbc.sql(
            RAD
                + """
                where apen and varslet is null and varsle_tid <= :naa and forfall >= :naa and pauset_fra is null
                order by varsle_tid fetch first :hoyst rows only
                """)
        .param("naa", tid(naa))
        .param("hoyst", hoyst)
        .query(Fristlager::rad)
        .list();
  }

  /** Returns open deadlines that are broken and not recorded as such, the longest overdue first. */
  List<Fristrad> aaBryte(Instant naa, int hoyst) {
    return jdbc.sql(
            RAD
                + """
                where apen and brutt is null and forfall < :naa and (pauset_fra is null or forfall < pauset_fra)
                order by forfall fetch first :hoyst rows only
                """)
        .param("naa", tid(naa))
        .param("hoyst", hoyst)
        .query(Fristlager::rad)
        .list();
  }

  /** Claims the warning; only one of several callers gets true, and none after the deadline was met, moved or paused. */
  boolean taVarsel(long id, Instant naa) {
    return jdbc.sql(
                """
                update frist set varslet = :naa
                 where id = :id and apen and varslet is null and varsle_tid <= :naa and forfall >= :naa and pauset_fra is null
                """)
            .param("naa", tid(naa))
            .param("id", id)
            .update()
        == 1;
  }

  /** Claims the breach; only one of several callers gets true, and none after the deadline was met, moved or paused in time. */
  boolean taBrudd(long id, Instant naa) {
    return jdbc.sql(
                """
                update frist set brutt = forfall
                 where id = :id and apen and brutt is null and forfall < coalesce(pauset_fra, cast(:naa as timestamp with time zone))
                """)
            .param("naa", tid(naa))
            .param("id", id)
            .update()
        == 1;
  }

  private static Fristrad rad(ResultSet rs, int nummer) throws SQLException {
    return new Fristrad(
        rs.getLong("id"),
        Fristtype.av(rs.getString("type")),
        rs.getString("saksnummer"),
        rs.getString("forlop"),
        rs.getString("navn"),
        rs.getString("tittel"),
        rs.getString("enhet"),
        rs.getString("oppgave_id"),
        tid(rs, "opprettet"),
        tid(rs, "forfall"),
        rs.getString("varsle_gruppe"),
        rs.getString("brudd_gruppe"),
        rs.getString("vakt"),
        tid(rs, "pauset_fra"));
  }

  private static OffsetDateTime tid(Instant tid) {
    return tid == null ? null : tid.atOffset(ZoneOffset.UTC);
  }

  private static Instant tid(ResultSet rs, String kolonne) throws SQLException {
    OffsetDateTime tid = rs.getObject(kolonne, OffsetDateTime.class);
    return tid == null ? null : tid.toInstant();
  }
}
