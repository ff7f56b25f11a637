package no.forlop.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open deadlines: how many, and page by page. */
@Repository
class Fristlesning {

  static final List<String> TYPER = List.of("oppgave", "milepael");

  /** Counts, and the same by pathway, unit and type. */
  record Sammendrag(Instant naa, Fristantall totalt, List<Linje> forlop, List<Linje> enheter, List<Linje> typer) {}

  /** One line of the summary. */
  record Linje(String id, String navn, long brutt, long idag, long uke, long senere, long pauset, long alle) {

    static Linje av(Navngitt hva, Fristantall antall) {
      return new Linje(hva.id(), hva.navn(), antall.brutt(), antall.idag(), antall.uke(), antall.senere(), antall.pauset(),
          antall.alle());
    }
  }

  /**
   * A page of a list.
   *
   * @param neste where the next one begins, or null when this was the last
   */
  record Side<T>(List<T> rader, String neste) {}

  private record Gruppe(String forlop, String enhet, String type, Fristantall antall) {}

  /** What is due later is what is left, so that each row is looked at a little less. */
  private static final String TELL = Arrays.stream(Tilstand.values()).filter(tilstand -> tilstand != Tilstand.SENERE)
      .map(tilstand -> "count(*) filter (where " + tilstand.vilkar() + ") " + tilstand.id())
      .collect(Collectors.joining(", ", "", ", count(*) alle"));

  private static final String HVORDAN = Arrays.stream(Tilstand.values())
      .map(tilstand -> "when " + tilstand.vilkar() + " then '" + tilstand.id() + "'")
      .collect(Collectors.joining(" ", "case ", " end tilstand"));

  /**
   * The running instances of the process {@code :prosess}, and those that they have called, directly or through others, each
   * with the activity of that process that it is under.
   */
  static final String DELER = """
      with recursive del (instans, aktivitet) as (
        select e.PROC_INST_ID_, cast(null as varchar(255))
          from ACT_RE_PROCDEF d
          join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_ and e.PARENT_ID_ is null
         where d.KEY_ = :prosess
        union all
        select p.PROC_INST_ID_, coalesce(o.aktivitet, s.ACT_ID_)
          from del o
          join ACT_RU_EXECUTION s on s.PROC_INST_ID_ = o.instans
          join ACT_RU_EXECUTION p on p.SUPER_EXEC_ = s.ID_)
      """;

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Navnebok navnebok;

  Fristlesning(JdbcClient jdbc, Tider tider, Navnebok navnebok) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.navnebok = navnebok;
  }

  Sammendrag sammendrag(Collection<String> enheter, String forlop) {
    Instant naa = tider.naa();
    Vilkar vilkar = apne(naa).og("f.ansvar in (:enheter)", "enheter", enheter).og("f.forlop_id = :forlop", "forlop", forlop);
    List<Gruppe> grupper = jdbc.sql("select f.forlop_id, f.ansvar, f.type, " + TELL + " from frist f" + vilkar.sql()
            // All open: fixed, but the index begins with it, and H2 then need not sort.
            + " group by f.apen, f.forlop_id, f.ansvar, f.type")
        .params(vilkar.verdier())
        .query((rs, nr) -> new Gruppe(rs.getString("forlop_id"), rs.getString("ansvar"), rs.getString("type"), antall(rs)))
        .list();
    Map<String, String> prosesser = navnebok.prosesser();
    return new Sammendrag(naa,
        grupper.stream().map(Gruppe::antall).reduce(Fristantall.INGEN, Fristantall::og),
        linjer(grupper, Gruppe::forlop, id -> new Navngitt(id, prosesser.getOrDefault(id, id))),
        linjer(grupper, Gruppe::enhet, navnebok::enhet),
        linjer(grupper, Gruppe::type, Fristlesning::type));
  }

  /** A page of open deadlines, the longest broken first. */
  Side<Fristlinje> liste(Fristfilter filter, int antall, Peker etter) {
    Instant naa = tider.naa();
    Vilkar vilkar = apne(naa)
        .og("f.ansvar in (:enheter)", "enheter", filter.enheter())
        .og("f.forlop_id = :forlop", "forlop", filter.forlop())
        .og("f.type = :type", "type", filter.type())
        .og("f.forfall >= :fra", "fra", filter.periode().fra() == null ? null
            : Tider.kolonne(tider.begynner(filter.periode().fra())))
        .og("f.forfall < :til", "til", filter.periode().til() == null ? null
            : Tider.kolonne(tider.begynner(filter.periode().til().plusDays(1))))
        .og("f.prosessinstans in (:instanser)", "instanser", filter.instanser());
    boolean delmodell = filter.prosess() != null && !erHovedmodell(filter.prosess());
    if (filter.prosess() != null) {
      vilkar.og(delmodell ? """
          f.id in (select e.id from frist e where e.apen = true and e.prosessdefinisjon = :prosess
            union select u.id from del join frist u on u.prosessinstans = del.instans and u.apen = true)"""
          : "f.forlop_id = :prosess", "prosess", filter.prosess());
    }
    avgrens(vilkar, filter.tilstander(), naa);
    if (etter != null) {
      vilkar.og("f.forfall >= :etter", "etter", Tider.kolonne(etter.tid().toInstant(ZoneOffset.UTC)))
          .og("(f.forfall > :etter or f.id > :id)", "id", etter.nummer());
    }
    // Ordered as the index is: columns that are fixed come first and cost nothing.
    String orden = enkelt(filter.enheter()) ? "f.apen, f.ansvar, f.forfall, f.id"
        : filter.forlop() != null ? "f.apen, f.forlop_id, f.forfall, f.id" : "f.apen, f.forfall, f.id";
    List<Fristlinje> rader = jdbc.sql((delmodell ? DELER : "") + """
            select f.*, s.prosessinstans sakinstans, p.merke, t.ASSIGNEE_ hvem
              from (select f.id, f.type, f.saksnummer, f.forlop_id, f.forlop, f.tittel, f.navn, f.ansvar, f.opprettet,
                           f.forfall, f.oppgave_id, f.prosessdefinisjon, f.prosessinstans, f.enhet, """ + " " + HVORDAN
            + " from frist f" + vilkar.sql() + " order by " + orden + " fetch first :antall rows only) f" + """

              left join sak s on s.saksnummer = f.saksnummer
              left join person p on p.id = s.pasient_id
              left join ACT_RU_TASK t on t.ID_ = f.oppgave_id
             order by f.forfall, f.id
            """)
        .params(vilkar.verdier()).param("antall", antall + 1)
        .query((rs, nr) -> linje(rs, naa)).list();
    List<Fristlinje> side = rader.subList(0, Math.min(antall, rader.size()));
    return new Side<>(medNavn(side), rader.size() > antall ? peker(side.get(antall - 1)) : null);
  }

  /** These open deadlines, as far as they exist. */
  List<Fristlinje> medId(Collection<Long> ider) {
    Instant naa = tider.naa();
    Vilkar vilkar = apne(naa).og("f.id in (:ider)", "ider", ider);
    return medNavn(jdbc.sql("""
            select f.*, s.prosessinstans sakinstans, p.merke, t.ASSIGNEE_ hvem, """ + " " + HVORDAN + """

              from frist f
              left join sak s on s.saksnummer = f.saksnummer
              left join person p on p.id = s.pasient_id
              left join ACT_RU_TASK t on t.ID_ = f.oppgave_id
            """ + vilkar.sql() + " order by f.forfall, f.id")
        .params(vilkar.verdier()).query((rs, nr) -> linje(rs, naa)).list());
  }


  Vilkar apne(Instant naa) {
    return new Vilkar().og("f.apen = true").og("f.forfall is not null").med("naa", Tider.kolonne(naa))
        .med("morgen", Tider.kolonne(tider.iMorgen())).med("uke", Tider.kolonne(tider.nesteUke()));
  }

  static Fristantall antall(ResultSet rs) throws SQLException {
    long brutt = rs.getLong("brutt");
    long idag = rs.getLong("idag");
    long uke = rs.getLong("uke");
    long pauset = rs.getLong("pauset");
    return new Fristantall(brutt, idag, uke, rs.getLong("alle") - brutt - idag - uke - pauset, pauset);
  }

  static String tell() {
    return TELL;
  }

  /** Whether deadlines are counted by this process: whether it is the main model of a pathway that runs. */
  boolean erHovedmodell(String prosess) {
    return jdbc.sql("select count(*) from (select 1 from frist where apen = true and forlop_id = ? fetch first 1 row only) x")
        .param(prosess).query(Integer.class).single() > 0;
  }

  /** The exact conditions, and the bounds of time that they lie within, which an index can use. */
  private void avgrens(Vilkar vilkar, List<Tilstand> tilstander, Instant naa) {
    if (tilstander.isEmpty()) {
      return;
    }
    vilkar.og(tilstander.stream().map(tilstand -> "(" + tilstand.vilkar() + ")").collect(Collectors.joining(" or ", "(", ")")));
    if (!tilstander.contains(Tilstand.PAUSET)) {
      Tilstand forst = tilstander.stream().min(Tilstand::compareTo).orElseThrow();
      Tilstand sist = tilstander.stream().max(Tilstand::compareTo).orElseThrow();
      if (forst != Tilstand.BRUTT) {
        vilkar.og(forst == Tilstand.IDAG ? "f.forfall >= :naa" : forst == Tilstand.UKE ? "f.forfall >= :morgen"
            : "f.forfall >= :uke");
      }
      if (sist != Tilstand.SENERE) {
        vilkar.og(sist == Tilstand.BRUTT ? "f.forfall < :naa" : sist == Tilstand.IDAG ? "f.forfall < :morgen"
            : "f.forfall < :uke");
      }
    }
  }

  private static boolean enkelt(Collection<String> enheter) {
    return enheter != null && enheter.size() == 1;
  }

  private List<Linje> linjer(List<Gruppe> grupper, Function<Gruppe, String> hva, Function<String, Navngitt> navn) {
    Map<String, Fristantall> antall = new TreeMap<>();
    grupper.stream().filter(gruppe -> hva.apply(gruppe) != null)
        .forEach(gruppe -> antall.merge(hva.apply(gruppe), gruppe.antall(), Fristantall::og));
    return antall.entrySet().stream().map(en -> Linje.av(navn.apply(en.getKey()), en.getValue()))
        .sorted((en, annen) -> Navngitt.sammenlign(en.navn(), annen.navn())).toList();
  }

  private static Navngitt type(String id) {
    return new Navngitt(id, id.equals("oppgave") ? "Oppgaver" : "Milepæler");
  }

  private Fristlinje linje(ResultSet rs, Instant naa) throws SQLException {
    Instant forfall = Tider.tid(rs, "forfall");
    String tilstand = rs.getString("tilstand");
    boolean brutt = Tilstand.BRUTT.id().equals(tilstand);
    String hvem = rs.getString("hvem");
    return new Fristlinje(rs.getLong("id"), rs.getString("type"), rs.getString("saksnummer"), rs.getString("merke"),
        new Navngitt(rs.getString("forlop_id"), rs.getString("forlop")), rs.getString("tittel"), rs.getString("navn"),
        navnebok.enhet(rs.getString("ansvar")), hvem == null ? null : new Navngitt(hvem, hvem), Tider.tid(rs, "opprettet"),
        forfall, tilstand, brutt ? Duration.between(forfall, naa).toSeconds() : 0, rs.getString("oppgave_id"),
        rs.getString("prosessdefinisjon"), rs.getString("prosessinstans"), rs.getString("sakinstans"), rs.getString("enhet"));
  }

  private List<Fristlinje> medNavn(List<Fristlinje> rader) {
    Map<String, Navngitt> brukere = navnebok.brukere(rader.stream().map(Fristlinje::hvem).filter(Objects::nonNull)
        .map(Navngitt::id).toList());
    return rader.stream().map(rad -> rad.hvem() == null ? rad
        : new Fristlinje(rad.id(), rad.type(), rad.saksnummer(), rad.merke(), rad.forlop(), rad.tittel(), rad.aktivitet(),
            rad.enhet(), brukere.get(rad.hvem().id()), rad.opprettet(), rad.forfall(), rad.tilstand(), rad.over(),
            rad.oppgaveId(), rad.prosess(), rad.instans(), rad.sakinstans(), rad.gruppe())).toList();
  }

  private static String peker(Fristlinje siste) {
    return new Peker(LocalDateTime.ofInstant(siste.forfall(), ZoneOffset.UTC), String.valueOf(siste.id())).tekst();
  }
}
