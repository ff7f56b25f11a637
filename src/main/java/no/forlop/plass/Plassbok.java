package no.forlop.plass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of places, stays and queues. Decides nothing; callers hold the lock of the type they change. */
@Repository
class Plassbok {

  /** A row of the queue with what the engine needs to wake it. */
  record Koplass(long id, String type, Soker soker) {}

  private static final String OPPHOLD = "select id, type, sak, pasient, merke, fra, ankommet, til from plass_opphold ";

  private final JdbcClient jdbc;
  private final Clock klokke;

  Plassbok(JdbcClient jdbc, Clock klokke) {
    this.jdbc = jdbc;
    this.klokke = klokke;
  }

  /** Locks the type's row until the transaction ends and returns its capacity; empty when there is no such type. */
  Optional<Integer> laas(String type) {
    return jdbc.sql("select kapasitet from plass_type where id = ? for update").param(type)
        .query(Integer.class).optional();
  }

  void settKapasitet(String type, int kapasitet) {
    jdbc.sql("update plass_type set kapasitet = ? where id = ?").params(kapasitet, type).update();
  }

  int opptatt(String type) {
    return jdbc.sql("select count(*) from plass_opphold where type = ? and til is null").param(type)
        .query(Integer.class).single();
  }

  boolean holder(String type, String eier) {
    return jdbc.sql("select count(*) from plass_opphold where type = ? and eier = ? and til is null")
        .params(type, eier).query(Integer.class).single() > 0;
  }

  /** True while the stay is not ended. */
  boolean varer(long opphold) {
    return jdbc.sql("select count(*) from plass_opphold where id = ? and til is null").param(opphold)
        .query(Integer.class).single() > 0;
  }

  /** Assigns a place and returns the number of the stay. */
  long tildel(String type, Soker soker) {
    var nokkel = new GeneratedKeyHolder();
    jdbc.sql("insert into plass_opphold (type, eier, sak, pasient, merke, fra) values (?, ?, ?, ?, ?, ?)")
        .params(type, soker.eier(), soker.sak(), soker.pasient(), soker.merke(), naa()).update(nokkel, "id");
    return nokkel.getKeyAs(Number.class).longValue();
  }

  /** Records the arrival at the held place, once; false when the owner holds none of the type. */
  boolean ankommet(String type, String eier) {
    return jdbc.sql("update plass_opphold set ankommet = coalesce(ankommet, ?) where type = ? and eier = ? and til is null")
        .params(naa(), type, eier).update() > 0;
  }

  /** Joins the queue; a case that is in it already keeps its turn and is from now on woken where it waits now. */
  void stillIKo(String type, Soker soker, int prioritet, Instant siden) {
    int flyttet = jdbc.sql("update plass_ko set prosess = ?, utforelse = ?, prioritet = ? where type = ? and eier = ?")
        .params(soker.prosess(), soker.utforelse(), prioritet, type, soker.eier()).update();
    if (flyttet == 0) {
      jdbc.sql("insert into plass_ko (type, eier, sak, pasient, merke, prosess, utforelse, prioritet, siden)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(type, soker.eier(), soker.sak(), soker.pasient(), soker.merke(), soker.prosess(), soker.utforelse(),
              prioritet, siden == null ? naa() : siden.atOffset(ZoneOffset.UTC)).update();
    }
  }

  Optional<Koplass> forst(String type) {
    return jdbc.sql("select * from plass_ko where type = ? order by prioritet, siden, id limit 1").param(type)
        .query((rad, nr) -> new Koplass(rad.getLong("id"), type, new Soker(rad.getString("eier"), rad.getString("sak"),
            rad.getString("pasient"), rad.getString("merke"), rad.getString("prosess"), rad.getString("utforelse"))))
        .optional();
  }

  void forlatKo(long id) {
    jdbc.sql("delete from plass_ko where id = ?").param(id).update();
  }

  /** The types where the owner holds a place or waits, in the order in which locks are taken. */
  List<String> typerFor(String eier) {
    return jdbc.sql("select type from plass_opphold where eier = ? and til is null"
        + " union select type from plass_ko where eier = ? order by 1").params(eier, eier)
        .query(String.class).list();
  }

  void slipp(String type, String eier) {
    jdbc.sql("update plass_opphold set til = ? where type = ? and eier = ? and til is null")
        .params(naa(), type, eier).update();
    jdbc.sql("delete from plass_ko where type = ? and eier = ?").params(type, eier).update();
  }

  /** The types where somebody waits although a place is free, which only a changed capacity can cause. */
  List<String> typerMedLedigOgKo() {
    return jdbc.sql("select t.id from plass_type t where exists (select 1 from plass_ko k where k.type = t.id)"
        + " and t.kapasitet > (select count(*) from plass_opphold o where o.type = t.id and o.til is null) order by t.id")
        .query(String.class).list();
  }

  List<Plasstype> typer() {
    return jdbc.sql("select t.id, t.navn, t.kapasitet,"
        + " (select count(*) from plass_opphold o where o.type = t.id and o.til is null) opptatt,"
        + " (select count(*) from plass_ko k where k.type = t.id) venter from plass_type t order by t.id")
        .query((rad, nr) -> new Plasstype(rad.getString("id"), rad.getString("navn"), rad.getInt("kapasitet"),
            rad.getInt("opptatt"), rad.getInt("venter"))).list();
  }

  List<Opphold> naavaerende(String type) {
    return jdbc.sql(OPPHOLD + "where type = ? and til is null order by fra, id").param(type)
        .query(Plassbok::opphold).list();
  }

  List<Opphold> avPasient(String pasient, String type) {
    return jdbc.sql(OPPHOLD + "where pasient = ? and type = ? order by fra, id").params(pasient, type)
        .query(Plassbok::opphold).list();
  }

  List<Ventende> ko(String type) {
    return jdbc.sql("select * from plass_ko where type = ? order by prioritet, siden, id").param(type)
        .query((rad, nr) -> new Ventende(rad.getLong("id"), type, rad.getString("sak"), rad.getString("pasient"),
            rad.getString("merke"), rad.getInt("prioritet"), tid(rad, "siden"))).list();
  }

  private OffsetDateTime naa() {
    return klokke.instant().atOffset(ZoneOffset.UTC);
  }

  private static Opphold opphold(ResultSet rad, int nr) throws SQLException {
    return new Opphold(rad.getLong("id"), rad.getString("type"), rad.getString("sak"), rad.getString("pasient"),
        rad.getString("merke"), tid(rad, "fra"), tid(rad, "ankommet"), tid(rad, "til"));
  }

  private static Instant tid(ResultSet rad, String kolonne) throws SQLException {
    OffsetDateTime tid = rad.getObject(kolonne, OffsetDateTime.class);
    return tid == null ? null : tid.toInstant();
  }
}
