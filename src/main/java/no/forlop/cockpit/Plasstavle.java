package no.forlop.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.forlop.Avvist;
import no.forlop.plass.Plass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The board of places: how full, who is there and for how long, who waits; and the change of a capacity. */
@Component
class Plasstavle {

  /**
   * A kind of place.
   *
   * @param enhet whose leader may change the capacity, or null
   * @param overGrensen stays that have lasted longer than they may
   * @param kanSe whether the persons are shown to this user
   */
  record Type(
      String id,
      String navn,
      Navngitt enhet,
      int kapasitet,
      int opptatt,
      int ledige,
      int venter,
      int overGrensen,
      boolean kanSe,
      boolean kanEndre) {}

  /**
   * A stay.
   *
   * @param til when it must end, or null when nothing says so
   * @param over seconds past that
   */
  record Opphold(String saksnummer, String merke, Instant siden, Instant til, boolean overGrensen, long over) {}

  /** A place in the queue; {@code ventet} in seconds. */
  record Ventende(int nr, String saksnummer, String merke, Instant siden, long ventet, int prioritet) {}

  /** A changed capacity. */
  record Endring(Instant tid, Navngitt bruker, int fra, int til, String grunn) {}

  /** All about one kind of place. */
  record Tavle(Type type, List<Opphold> opphold, List<Ventende> ko, List<Endring> endringer) {}

  private static final int FLEST_PLASSER = 500;
  private static final int FLEST_RADER = 500;

  private static final String TYPER = """
      select t.id, t.navn, t.enhet, t.kapasitet,
             (select count(*) from plass_opphold o where o.type = t.id and o.til is null) opptatt,
             (select count(*) from plass_ko k where k.type = t.id) venter,
             (select count(*) from plass_opphold o
                join frist f on f.saksnummer = o.sak and f.navn = o.type and f.type = 'milepael' and f.apen = true
               where o.type = t.id and o.til is null and f.forfall < :naa) over_grensen
        from plass_type t
      """;

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Navnebok navnebok;
  private final Plass plass;
  private final TransactionTemplate transaksjon;

  Plasstavle(JdbcClient jdbc, Tider tider, Navnebok navnebok, Plass plass, PlatformTransactionManager transaksjoner) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.navnebok = navnebok;
    this.plass = plass;
    this.transaksjon = new TransactionTemplate(transaksjoner);
  }

  /** Every kind of place, by name. */
  List<Type> typer(Lederinnsyn innsyn) {
    return jdbc.sql(TYPER + " order by t.navn, t.id").param("naa", Tider.kolonne(tider.naa()))
        .query((rs, nr) -> type(rs, innsyn)).list();
  }

  /**
   * One kind of place; persons only for its own leader and those who see all.
   *
   * @throws FinnesIkke when there is no such type
   * @throws IngenAdgang when the persons are not for this user
   */
  Tavle tavle(String id, Lederinnsyn innsyn) {
    Type type = type(id, innsyn);
    if (!type.kanSe()) {
      throw new IngenAdgang("Hvem som har plass og venter, vises for enhetens egen leder.");
    }
    Instant naa = tider.naa();
    return new Tavle(type, opphold(id, naa), ko(id, naa), endringer(id));
  }

  /**
   * Changes the capacity and keeps who did it and why.
   *
   * @throws FinnesIkke when there is no such type
   * @throws IngenAdgang when the user does not lead the unit that has the places
   */
  Type settKapasitet(String id, Integer kapasitet, String grunn, Lederinnsyn innsyn) {
    if (!type(id, innsyn).kanEndre()) {
      throw new IngenAdgang("Kapasiteten endres av lederen for enheten som har plassene, eller av ledelsen.");
    }
    if (kapasitet == null || kapasitet < 0 || kapasitet > FLEST_PLASSER) {
      throw new Avvist("Kapasiteten må være et helt tall fra 0 til " + FLEST_PLASSER + ".");
    }
    String strippet = grunn == null ? "" : grunn.strip();
    if (strippet.length() < 3 || strippet.length() > 500) {
      throw new Avvist("Skriv en grunn på 3 til 500 tegn.");
    }
    transaksjon.executeWithoutResult(status -> {
      int fra = jdbc.sql("select kapasitet from plass_type where id = ? for update").param(id).query(Integer.class).single();
      plass.settKapasitet(id, kapasitet);
      jdbc.sql("insert into plass_kapasitet (type, fra, til, grunn, bruker, tid) values (?, ?, ?, ?, ?, ?)")
          .params(id, fra, kapasitet, strippet, innsyn.bruker(), Tider.kolonne(tider.naa())).update();
    });
    return type(id, innsyn);
  }

  private Type type(String id, Lederinnsyn innsyn) {
    return jdbc.sql(TYPER + " where t.id = :id").param("naa", Tider.kolonne(tider.naa())).param("id", id)
        .query((rs, nr) -> type(rs, innsyn)).optional()
        .orElseThrow(() -> new FinnesIkke("Plasstypen finnes ikke."));
  }

  private List<Opphold> opphold(String type, Instant naa) {
    return jdbc.sql("""
        select o.sak, o.merke, o.fra, o.ankommet,
               (select max(f.forfall) from frist f
                 where f.saksnummer = o.sak and f.navn = o.type and f.type = 'milepael' and f.apen = true) frist
          from plass_opphold o where o.type = :type and o.til is null
         order by o.fra, o.id fetch first :antall rows only
        """).param("type", type).param("antall", FLEST_RADER)
        .query((rs, nr) -> {
          Instant ankommet = Tider.tid(rs, "ankommet");
          Instant frist = Tider.tid(rs, "frist");
          boolean over = frist != null && frist.isBefore(naa);
          return new Opphold(rs.getString("sak"), rs.getString("merke"),
              ankommet == null ? Tider.tid(rs, "fra") : ankommet, frist, over,
              over ? Duration.between(frist, naa).toSeconds() : 0);
        }).list();
  }

  private List<Ventende> ko(String type, Instant naa) {
    return jdbc.sql("""
        select sak, merke, siden, prioritet from plass_ko where type = :type
         order by type, prioritet, siden, id fetch first :antall rows only
        """).param("type", type).param("antall", FLEST_RADER)
        .query((rs, nr) -> {
          Instant siden = Tider.tid(rs, "siden");
          return new Ventende(nr + 1, rs.getString("sak"), rs.getString("merke"), siden,
              Math.max(0, Duration.between(siden, naa).toSeconds()), rs.getInt("prioritet"));
        }).list();
  }

  private List<Endring> endringer(String type) {
    List<Endring> endringer = jdbc.sql("""
        select tid, bruker, fra, til, grunn from plass_kapasitet where type = :type
         order by tid desc, id desc fetch first 20 rows only
        """).param("type", type)
        .query((rs, nr) -> new Endring(Tider.tid(rs, "tid"), new Navngitt(rs.getString("bruker"), null), rs.getInt("fra"),
            rs.getInt("til"), rs.getString("grunn"))).list();
    Map<String, Navngitt> brukere = navnebok.brukere(endringer.stream().map(en -> en.bruker().id()).toList());
    return endringer.stream().map(en -> new Endring(en.tid(), brukere.get(en.bruker().id()), en.fra(), en.til(), en.grunn()))
        .toList();
  }

  private Type type(ResultSet rs, Lederinnsyn innsyn) throws SQLException {
    String enhet = rs.getString("enhet");
    int kapasitet = rs.getInt("kapasitet");
    int opptatt = rs.getInt("opptatt");
    boolean egen = innsyn.ser(enhet);
    return new Type(rs.getString("id"), rs.getString("navn"), navnebok.enhet(enhet), kapasitet, opptatt,
        Math.max(0, kapasitet - opptatt), rs.getInt("venter"), rs.getInt("over_grensen"), egen, egen);
  }
}
