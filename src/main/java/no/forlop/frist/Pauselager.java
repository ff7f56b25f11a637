package no.forlop.frist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code frist_pause}. Every call takes part in the running transaction, that is the engine's. */
@Repository
class Pauselager {

  private static final String RAD = "select id, saksinstans, prosessinstans, unntatt, fra from frist_pause ";

  private final JdbcClient jdbc;

  Pauselager(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void lagre(String saksinstans, String prosessinstans, String unntatt, Instant fra) {
    jdbc.sql(
            """
            insert into frist_pause (saksinstans, prosessinstans, unntatt, fra)
            values (:sak, :prosess, :unntatt, :fra)
            """)
        .param("sak", saksinstans)
        .param("prosess", prosessinstans)
        .param("unntatt", unntatt)
        .param("fra", fra.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns the pauses that the case is in, the first one first. */
  List<Pause> iSak(String saksinstans) {
    return jdbc.sql(RAD + "where saksinstans = :sak order by id").param("sak", saksinstans).query(Pauselager::rad).list();
  }

  /** Returns those of these cases that are in a pause. */
  Set<String> blant(Collection<String> saksinstanser) {
    return jdbc.sql("select distinct saksinstans from frist_pause where saksinstans in (:saker)")
        .param("saker", saksinstanser)
        .query(String.class)
        .set();
  }

  /** Returns the pauses of the case and holds their rows, so that of two that end at once one is the last. */
  List<Pause> laas(String saksinstans) {
    return jdbc.sql(RAD + "where saksinstans = :sak order by id for update")
        .param("sak", saksinstans)
        .query(Pauselager::rad)
        .list();
  }

  /** Returns the pauses that this process instance has begun. */
  List<Pause> avProsess(String prosessinstans) {
    return jdbc.sql(RAD + "where prosessinstans = :prosess order by id")
        .param("prosess", prosessinstans)
        .query(Pauselager::rad)
        .list();
  }

  void slett(long id) {
    jdbc.sql("delete from frist_pause where id = :id").param("id", id).update();
  }

  private static Pause rad(ResultSet rs, int nummer) throws SQLException {
    return new Pause(
        rs.getLong("id"),
        rs.getString("saksinstans"),
        rs.getString("prosessinstans"),
        rs.getString("unntatt"),
        rs.getObject("fra", OffsetDateTime.class).toInstant());
  }
}
