package no.forlop.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the register; the only class that writes and reads ciphertext. */
@Repository
class Personlager {

  private final JdbcClient db;
  private final Hvelv hvelv;
  private final Clock klokke;

  Personlager(JdbcClient db, Hvelv hvelv, Clock klokke) {
    this.db = db;
    this.hvelv = hvelv;
    this.klokke = klokke;
  }

  /** The row of the person, following merges. */
  Optional<Personrad> finn(String id) {
    return db.sql("""
            SELECT p.* FROM person g JOIN person p ON p.id = coalesce(g.flyttet_til, g.id) WHERE g.id = :id
            """)
        .param("id", id).query(this::rad).optional();
  }

  Optional<Personrad> finn(Identitetsnummer nummer) {
    return db.sql("SELECT * FROM person WHERE nummer_oppslag = :oppslag")
        .param("oppslag", hvelv.oppslag(nummer)).query(this::rad).optional();
  }

  /** Serialises registration by number, so that two notices of the same person at once make one row. */
  void laasNummer() {
    neste("nummer");
  }

  int neste(Slag slag) {
    return neste(slag.verdi());
  }

  private int neste(String teller) {
    db.sql("UPDATE person_teller SET siste = siste + 1 WHERE slag = :slag").param("slag", teller).update();
    return db.sql("SELECT siste FROM person_teller WHERE slag = :slag").param("slag", teller).query(Integer.class).single();
  }

  void sett(Personrad rad, Identitetsnummer nummer) {
    OffsetDateTime naa = naa();
    verdier(db.sql("""
            INSERT INTO person (id, slag, merke, kjonn, nummertype, nummer, nummer_oppslag, navn, telefon, epost, adresse,
              kjennetegn, fodselsdato, sprak, tolk, opprettet, endret)
            VALUES (:id, :slag, :merke, :kjonn, :nummertype, :nummer, :oppslag, :navn, :telefon, :epost, :adresse,
              :kjennetegn, :fodselsdato, :sprak, :tolk, :endret, :endret)
            """), rad, nummer, naa).update();
  }

  /** @param nummer the row's number when it is new; null = unchanged */
  void endre(Personrad rad, Identitetsnummer nummer) {
    verdier(db.sql("""
            UPDATE person SET slag = :slag, merke = :merke, kjonn = :kjonn, nummertype = :nummertype, nummer = :nummer,
              nummer_oppslag = coalesce(:oppslag, nummer_oppslag), navn = :navn, telefon = :telefon, epost = :epost,
              adresse = :adresse, fodselsdato = :fodselsdato, kjennetegn = :kjennetegn, sprak = :sprak, tolk = :tolk, endret = :endret
            WHERE id = :id
            """), rad, nummer, naa()).update();
  }

  private JdbcClient.StatementSpec verdier(JdbcClient.StatementSpec sql, Personrad rad, Identitetsnummer nummer, OffsetDateTime naa) {
    String id = rad.id();
    return sql.param("id", id)
        .param("slag", rad.slag().verdi())
        .param("merke", rad.merke())
        .param("kjonn", rad.kjonn().verdi())
        .param("nummertype", rad.nummertype() == null ? null : rad.nummertype().name())
        .param("nummer", hvelv.lukk(id, "nummer", rad.nummer()))
        .param("oppslag", nummer == null ? null : hvelv.oppslag(nummer), java.sql.Types.VARCHAR)
        .param("navn", hvelv.lukk(id, "navn", rad.navn()))
        .param("telefon", hvelv.lukk(id, "telefon", rad.telefon()))
        .param("epost", hvelv.lukk(id, "epost", rad.epost()))
        .param("adresse", hvelv.lukk(id, "adresse", rad.adresse()))
        .param("fodselsdato", hvelv.lukk(id, "fodselsdato", rad.fodselsdato() == null ? null : rad.fodselsdato().toString()))
        .param("kjennetegn", hvelv.kjennetegn(rad.navn(), rad.fodselsdato()), java.sql.Types.VARCHAR)
        .param("sprak", rad.sprak())
        .param("tolk", rad.tolk())
        .param("endret", naa);
  }

  /** Makes one row out of two of the same person: everything that pointed to {@code fra} points to {@code til}. */
  void flytt(String fra, String til) {
    db.sql("""
            UPDATE person SET flyttet_til = :til, nummer = NULL, nummer_oppslag = NULL, navn = NULL, telefon = NULL, epost = NULL,
              adresse = NULL, fodselsdato = NULL, kjennetegn = NULL, endret = :endret
            WHERE id = :fra OR flyttet_til = :fra
            """)
        .param("fra", fra).param("til", til).param("endret", naa()).update();
    for (String kolonne : List.of("person_id", "annen_id")) {
      db.sql("""
              INSERT INTO person_relasjon (person_id, annen_id, rolle, relasjon, sak, opprettet)
              SELECT DISTINCT %1$s, r.rolle, r.relasjon, r.sak, r.opprettet FROM person_relasjon r WHERE r.%2$s = :fra
              AND NOT EXISTS (SELECT 1 FROM person_relasjon f
                WHERE f.%2$s = :til AND f.%3$s = r.%3$s AND f.rolle = r.rolle AND f.sak = r.sak)
              """.formatted(
                  kolonne.equals("person_id") ? "CAST(:til AS varchar(36)), r.annen_id" : "r.person_id, CAST(:til AS varchar(36))",
                  kolonne, kolonne.equals("person_id") ? "annen_id" : "person_id"))
          .param("fra", fra).param("til", til).update();
      db.sql("DELETE FROM person_relasjon WHERE " + kolonne + " = :fra").param("fra", fra).update();
    }
  }

  /** Other rows with the same name and birth date. */
  List<Personrad> like(Personrad rad) {
    return db.sql("SELECT * FROM person WHERE kjennetegn = :kjennetegn AND id <> :id ORDER BY opprettet, id")
        .param("kjennetegn", hvelv.kjennetegn(rad.navn(), rad.fodselsdato()), java.sql.Types.VARCHAR)
        .param("id", rad.id()).query(this::rad).list();
  }

  /** Those of whom it was answered that they are somebody else, or since then that nobody knows; following merges. */
  Set<String> besvart(String id, OffsetDateTime siden) {
    return new HashSet<>(db.sql("""
            SELECT CASE WHEN coalesce(e.flyttet_til, e.id) = :id THEN coalesce(a.flyttet_til, a.id)
                        ELSE coalesce(e.flyttet_til, e.id) END
              FROM person_likhet l JOIN person e ON e.id = l.en JOIN person a ON a.id = l.annen
             WHERE (e.id = :id OR e.flyttet_til = :id OR a.id = :id OR a.flyttet_til = :id)
               AND (l.svar = 'nei' OR l.svar = 'vetIkke' AND l.tid >= :siden)
            """)
        .param("id", id).param("siden", siden).query(String.class).list());
  }

  /** Keeps who answered what about two rows, and in which case. */
  void svar(String en, String annen, SammePerson svar, String bruker, String sak) {
    db.sql("""
            INSERT INTO person_likhet (id, en, annen, svar, bruker, sak, tid)
            VALUES (:id, :en, :annen, :svar, :bruker, :sak, :tid)
            """)
        .param("id", UUID.randomUUID().toString()).param("en", en).param("annen", annen).param("svar", svar.verdi())
        .param("bruker", bruker).param("sak", sak).param("tid", naa()).update();
  }

  /** Whether the first row was written after the second. */
  boolean nyere(String id, String enn) {
    return db.sql("SELECT count(*) FROM person a JOIN person b ON a.endret > b.endret WHERE a.id = :id AND b.id = :enn")
        .param("id", id).param("enn", enn).query(Integer.class).single() > 0;
  }

  /** Gives rows from before there was such a thing their mark. */
  void settKjennetegn() {
    db.sql("SELECT * FROM person WHERE kjennetegn IS NULL AND navn IS NOT NULL AND fodselsdato IS NOT NULL")
        .query(this::rad).list().forEach(rad ->
            db.sql("UPDATE person SET kjennetegn = :kjennetegn WHERE id = :id AND kjennetegn IS NULL")
                .param("kjennetegn", hvelv.kjennetegn(rad.navn(), rad.fodselsdato()), java.sql.Types.VARCHAR)
                .param("id", rad.id()).update());
  }

  void relasjon(String personId, String annenId, String rolle, String relasjon, String sak) {
    int endret = db.sql("""
            UPDATE person_relasjon SET relasjon = coalesce(:relasjon, relasjon)
            WHERE person_id = :person AND annen_id = :annen AND rolle = :rolle AND sak = :sak
            """)
        .param("relasjon", relasjon, java.sql.Types.VARCHAR).param("person", personId).param("annen", annenId)
        .param("rolle", rolle).param("sak", sak).update();
    if (endret == 0) {
      db.sql("""
              INSERT INTO person_relasjon (person_id, annen_id, rolle, relasjon, sak, opprettet)
              VALUES (:person, :annen, :rolle, :relasjon, :sak, :naa)
              """)
          .param("relasjon", relasjon, java.sql.Types.VARCHAR).param("person", personId).param("annen", annenId)
          .param("rolle", rolle).param("sak", sak).param("naa", naa()).update();
    }
  }

  /** Those related to the person: relatives and children from any case, others from this case only. */
  List<Relasjon> relasjoner(String personId, String sak) {
    return db.sql("""
            SELECT annen_id, rolle, max(relasjon) AS relasjon FROM person_relasjon
            WHERE person_id = :person AND (sak = :sak OR rolle IN ('parorende', 'barn'))
            GROUP BY annen_id, rolle ORDER BY min(opprettet), annen_id
            """)
        .param("person", personId).param("sak", sak)
        .query((rs, i) -> new Relasjon(rs.getString("annen_id"), rs.getString("rolle"), rs.getString("relasjon"))).list();
  }

  /** Those told about in a case that is about nobody yet. */
  List<Relasjon> iSaken(String sak) {
    return db.sql("""
            SELECT annen_id, rolle, relasjon FROM person_relasjon WHERE sak = :sak AND person_id = annen_id
            ORDER BY opprettet, annen_id
            """)
        .param("sak", sak)
        .query((rs, i) -> new Relasjon(rs.getString("annen_id"), rs.getString("rolle"), rs.getString("relasjon"))).list();
  }

  /** Nothing in the register leads from the case to the person any more. */
  void glemRelasjoner(String personId, String sak) {
    db.sql("DELETE FROM person_relasjon WHERE sak = :sak AND person_id = :person")
        .param("sak", sak).param("person", personId).update();
  }

  /** The engine keeps old values of variables; running ones are written anew, so only what they were is removed. */
  void glemHistorikk(String rot) {
    List<String> navn = List.of("pasientId", "pasientmerke", "pasientAlder", "pasientKjonn", "parorendeId", "parorendemerke",
        "barnId", "barnmerke");
    db.sql("DELETE FROM ACT_HI_DETAIL WHERE ROOT_PROC_INST_ID_ = :rot AND NAME_ IN (:navn)")
        .param("rot", rot).param("navn", navn).update();
    db.sql("""
            DELETE FROM ACT_HI_VARINST WHERE ROOT_PROC_INST_ID_ = :rot AND NAME_ IN (:navn)
            AND NOT EXISTS (SELECT 1 FROM ACT_RU_VARIABLE v WHERE v.ID_ = ACT_HI_VARINST.ID_)
            """)
        .param("rot", rot).param("navn", navn).update();
  }

  /** A person as seen from another: id, role and the relation in words. */
  record Relasjon(String personId, String rolle, String relasjon) {}

  OffsetDateTime naa() {
    return OffsetDateTime.now(klokke);
  }

  private Personrad rad(ResultSet rs, int nr) throws SQLException {
    String id = rs.getString("id");
    String type = rs.getString("nummertype");
    String dato = hvelv.aapne(id, "fodselsdato", rs.getString("fodselsdato"));
    boolean tolk = rs.getBoolean("tolk");
    Boolean tolkEllerIkkeSpurt = rs.wasNull() ? null : tolk;
    return new Personrad(
        id,
        Slag.av(rs.getString("slag")),
        rs.getString("merke"),
        Kjonn.valueOf(rs.getString("kjonn").toUpperCase(Locale.ROOT)),
        type == null ? null : Identitetsnummer.Type.valueOf(type),
        hvelv.aapne(id, "nummer", rs.getString("nummer")),
        hvelv.aapne(id, "navn", rs.getString("navn")),
        hvelv.aapne(id, "telefon", rs.getString("telefon")),
        hvelv.aapne(id, "epost", rs.getString("epost")),
        hvelv.aapne(id, "adresse", rs.getString("adresse")),
        dato == null ? null : LocalDate.parse(dato),
        rs.getString("sprak"),
        tolkEllerIkkeSpurt);
  }
}
