package no.forlop.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forlop.Avvist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cases, running and finished, newest first. */
@Repository
class Saksliste {

  static final List<String> STATUS = List.of("lopende", "avsluttet");

  /**
   * Which cases to list.
   *
   * @param sok beginning of a case number or of a person's merke, or null
   * @param utfall name of the outcome, or null
   * @param status one of {@link #STATUS}, or null
   * @param periode days in which they started
   * @param enheter units that have, or have had, a part in them, or null for all
   */
  record Filter(String sok, String forlop, String utfall, String status, Periode periode, Collection<String> enheter) {}

  /** One case; {@code brutt} is how many deadlines of it were ever broken. */
  record Linje(String saksnummer, String merke, Navngitt forlop, Instant startet, Instant avsluttet, String utfall,
      List<Navngitt> enheter, long brutt, String instans) {}

  /** How many cases there are; not counted further than to 1000. */
  record Treff(long tall, String tekst) {}

  private static final int TELLER_TIL = 1000;
  private static final String PERSON = " person p on p.id = s.pasient_id";

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Navnebok navnebok;

  Saksliste(JdbcClient jdbc, Tider tider, Navnebok navnebok) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.navnebok = navnebok;
  }

  Fristlesning.Side<Linje> side(Filter filter, int antall, Peker etter) {
    Utvalg utvalg = utvalg(filter);
    if (etter != null) {
      String a = utvalg.tabell();
      utvalg.vilkar().og(a + ".opprettet <= :etter", "etter", etter.tid())
          .og("(" + a + ".opprettet < :etter or " + a + ".saksnummer < :sak)", "sak", etter.id());
    }
    List<Linje> rader = jdbc.sql("select s.saksnummer, s.forlop, s.prosessinstans, s.opprettet, s.avsluttet, s.utfall_navn, p.merke"
            + utvalg.fra() + (sjeldent(filter.sok()) ? " join" : " left join") + PERSON + utvalg.vilkar().sql()
            + " order by " + utvalg.orden() + " fetch first :antall rows only")
        .params(utvalg.vilkar().verdier()).param("antall", antall + 1).query(this::linje).list();
    List<Linje> side = rader.subList(0, Math.min(antall, rader.size()));
    return new Fristlesning.Side<>(medResten(side), rader.size() > antall ? peker(side.get(antall - 1)) : null);
  }

  Treff treff(Filter filter) {
    Utvalg utvalg = utvalg(filter);
    long tall = jdbc.sql("select count(*) from (select 1 x" + utvalg.fra() + (merke(filter.sok()) == null ? "" : " join" + PERSON)
            + utvalg.vilkar().sql() + " fetch first :antall rows only) x")
        .params(utvalg.vilkar().verdier()).param("antall", TELLER_TIL + 1).query(Long.class).single();
    return new Treff(Math.min(tall, TELLER_TIL), tall > TELLER_TIL ? TELLER_TIL + "+" : String.valueOf(tall));
  }

  /** Names of the outcomes that cases have ended with. */
  List<String> utfall(String forlop) {
    Vilkar vilkar = new Vilkar().og("utfall_navn is not null").og("forlop = :forlop", "forlop", forlop);
    return jdbc.sql("select distinct utfall_navn from sak" + vilkar.sql()).params(vilkar.verdier()).query(String.class).list()
        .stream().sorted(Navngitt::sammenlign).toList();
  }

  /** Whether the user may see the case: everything, or one that a unit of his has or has had a part in. */
  boolean synlig(String saksnummer, Lederinnsyn innsyn) {
    if (innsyn.alt()) {
      return jdbc.sql("select count(*) from sak where saksnummer = ?").param(saksnummer).query(Integer.class).single() > 0;
    }
    return jdbc.sql("select count(*) from sak_enhet where saksnummer = :sak and enhet in (:enheter)")
        .param("sak", saksnummer).param("enheter", innsyn.enheter()).query(Integer.class).single() > 0;
  }

  private record Utvalg(String fra, String tabell, Vilkar vilkar, String orden) {}

  private Utvalg utvalg(Filter filter) {
    Vilkar vilkar = new Vilkar();
    boolean enEnhet = filter.enheter() != null && filter.enheter().size() == 1;
    String a = enEnhet ? "e" : "s";
    if (enEnhet) {
      vilkar.og("e.enhet = :enhet", "enhet", filter.enheter().iterator().next());
    } else if (filter.enheter() != null) {
      vilkar.og("exists (select 1 from sak_enhet e where e.saksnummer = s.saksnummer and e.enhet in (:enheter))", "enheter",
          filter.enheter());
    }
    vilkar.og(a + ".forlop = :forlop", "forlop", filter.forlop()).og("s.utfall_navn = :utfall", "utfall", filter.utfall());
    if (filter.status() != null) {
      vilkar.og("s.avsluttet is " + (filter.status().equals("lopende") ? "null" : "not null"));
    }
    if (filter.periode().fra() != null) {
      vilkar.og(a + ".opprettet >= :fra", "fra", filter.periode().fra().atStartOfDay());
    }
    if (filter.periode().til() != null) {
      vilkar.og(a + ".opprettet < :til", "til", filter.periode().til().plusDays(1).atStartOfDay());
    }
    sok(vilkar, filter.sok());
    // Ordered as an index is: columns that are fixed come first and cost nothing.
    String forst = enEnhet ? "e.enhet, " + (filter.forlop() == null ? "" : "e.forlop, ")
        : filter.utfall() != null ? "s.utfall_navn, " : filter.forlop() != null ? "s.forlop, " : "";
    return new Utvalg(enEnhet ? " from sak_enhet e join sak s on s.saksnummer = e.saksnummer" : " from sak s", a, vilkar,
        forst + a + ".opprettet desc, " + a + ".saksnummer desc");
  }

  private void sok(Vilkar vilkar, String sok) {
    if (sok == null) {
      return;
    }
    if (sok.length() < 2 || sok.length() > 40) {
      throw new Avvist("Søk med 2 til 40 tegn: begynnelsen på et saksnummer eller på et pasientmerke.");
    }
    String merke = merke(sok);
    if (merke == null) {
      vilkar.og("s.saksnummer like :sok escape '!'", "sok", begynnelse(sok.toUpperCase(Locale.ROOT)));
    } else {
      vilkar.og("p.merke like :sok escape '!'", "sok", merke);
    }
  }

  /** What the merke begins with, as it is written: initials in capitals, a word with one; null for a case number. */
  private String merke(String sok) {
    String stort = sok == null ? null : sok.toUpperCase(Locale.ROOT);
    if (sok == null || erNummer(stort)) {
      return null;
    }
    boolean ord = stort.matches("\\p{L}{2}.*");
    return begynnelse(ord ? stort.charAt(0) + sok.substring(1).toLowerCase(Locale.ROOT) : stort);
  }

  /** Whether a search fits so few persons that their cases are best found from them; else the newest cases soon fill a page. */
  private boolean sjeldent(String sok) {
    String merke = merke(sok);
    return merke != null && jdbc.sql("select count(*) from (select 1 x from person where merke like ? escape '!' fetch first "
        + TELLER_TIL + " rows only) x").param(merke).query(Long.class).single() < TELLER_TIL;
  }

  private boolean erNummer(String stort) {
    return stort.matches("[A-ZÆØÅ]{2,8}(-[0-9]*)*") && jdbc.sql("select count(*) from sak_teller where prefiks = ?")
        .param(stort.replaceFirst("-.*", "")).query(Integer.class).single() > 0;
  }

  private static String begynnelse(String tekst) {
    return tekst.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private Linje linje(ResultSet rs, int nr) throws SQLException {
    return new Linje(rs.getString("saksnummer"), rs.getString("merke"), new Navngitt(rs.getString("forlop"), null),
        tider.lokal(rs, "opprettet"), tider.lokal(rs, "avsluttet"), rs.getString("utfall_navn"), List.of(), 0,
        rs.getString("prosessinstans"));
  }

  private List<Linje> medResten(List<Linje> side) {
    if (side.isEmpty()) {
      return side;
    }
    List<String> numre = side.stream().map(Linje::saksnummer).toList();
    Map<String, List<Navngitt>> enheter = new HashMap<>();
    jdbc.sql("select saksnummer, enhet from sak_enhet where saksnummer in (:saker) order by enhet").param("saker", numre)
        .query((rs, nr) -> enheter.computeIfAbsent(rs.getString(1), ny -> new ArrayList<>()).add(navnebok.enhet(rs.getString(2)))).list();
    Map<String, Long> brutt = new HashMap<>();
    jdbc.sql("select saksnummer, count(*) from frist where saksnummer in (:saker) and brutt is not null group by saksnummer")
        .param("saker", numre).query((rs, nr) -> brutt.put(rs.getString(1), rs.getLong(2))).list();
    Map<String, String> navn = navnebok.prosesser();
    return side.stream().map(sak -> new Linje(sak.saksnummer(), sak.merke(),
        new Navngitt(sak.forlop().id(), navn.getOrDefault(sak.forlop().id(), sak.forlop().id())), sak.startet(),
        sak.avsluttet(), sak.utfall(), enheter.getOrDefault(sak.saksnummer(), List.of()),
        brutt.getOrDefault(sak.saksnummer(), 0L), sak.instans())).toList();
  }

  private String peker(Linje siste) {
    LocalDateTime tid = tider.lokal(siste.startet());
    return new Peker(tid, siste.saksnummer()).tekst();
  }
}
