package no.forlop.varsel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables {@code varsel} and {@code varsel_epost}: what is told to whom, and the mails on their way. */
@Repository
class Varsellager {

  private final JdbcClient jdbc;

  Varsellager(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long lagre(String mal, String gruppe, String saksnummer, Varselmal varsel, Instant naa) {
    KeyHolder nokkel = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into varsel (mal, gruppe, saksnummer, emne, tekst, opprettet)
            values (:mal, :gruppe, :saksnummer, :emne, :tekst, :naa)
            """)
        .param("mal", mal)
        .param("gruppe", gruppe)
        .param("saksnummer", saksnummer)
        .param("emne", varsel.emne())
        .param("tekst", varsel.tekst())
        .param("naa", tid(naa))
        .update(nokkel, "id");
    return nokkel.getKey().longValue();
  }

  void tilBruker(long varsel, String bruker, Instant naa) {
    jdbc.sql("insert into varsel_epost (varsel_id, bruker, neste_forsok) values (:varsel, :bruker, :naa)")
        .param("varsel", varsel)
        .param("bruker", bruker)
        .param("naa", tid(naa))
        .update();
  }

  List<Epost> klare(Instant naa, int hoyst) {
    return jdbc.sql(
            """
            select e.id, e.bruker, e.forsok, v.opprettet, v.emne, v.tekst
              from varsel_epost e join varsel v on v.id = e.varsel_id
             where e.venter and e.neste_forsok <= :naa
             order by e.neste_forsok, e.id fetch first :hoyst rows only
            """)
        .param("naa", tid(naa))
        .param("hoyst", hoyst)
        .query(Varsellager::epost)
        .list();
  }

  /** Claims the mail by planning its next attempt; only one of several callers gets true. */
  boolean ta(Epost epost, Instant nesteForsok) {
    return jdbc.sql(
                """
                update varsel_epost set neste_forsok = :neste, forsok = forsok + 1
                 where id = :id and venter and forsok = :forsok
                """)
            .param("neste", tid(nesteForsok))
            .param("id", epost.id())
            .param("forsok", epost.forsok())
            .update()
        == 1;
  }

  void sendt(long id, Instant naa) {
    jdbc.sql("update varsel_epost set sendt = :naa, venter = false, feil = null where id = :id")
        .param("naa", tid(naa))
        .param("id", id)
        .update();
  }

  void feilet(long id, String feil) {
    jdbc.sql("update varsel_epost set feil = :feil where id = :id").param("feil", feil).param("id", id).update();
  }

  void giOpp(long id, String feil, Instant naa) {
    jdbc.sql("update varsel_epost set gitt_opp = :naa, venter = false, feil = :feil where id = :id")
        .param("naa", tid(naa))
        .param("feil", feil)
        .param("id", id)
        .update();
  }

  private static Epost epost(ResultSet rs, int nummer) throws SQLException {
    return new Epost(
        rs.getLong("id"),
        rs.getString("bruker"),
        rs.getInt("forsok"),
        rs.getObject("opprettet", OffsetDateTime.class).toInstant(),
        rs.getString("emne"),
        rs.getString("tekst"));
  }

  private static OffsetDateTime tid(Instant tid) {
    return tid.atOffset(ZoneOffset.UTC);
  }
}
