package no.forlop.cockpit;

import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.forlop.Forlop;
import no.forlop.cockpit.Maltallslesning.Utsnitt;
import no.forlop.plass.Plass;
import no.forlop.tilgang.Tilgang;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.FileSystemUtils;

/**
 * How long each page's queries take with 1,000, 10,000 and 100,000 open deadlines and as many finished cases, on H2 in a file
 * and on PostgreSQL. Not a test; run it with
 *
 * <pre>{@code mvn -q test-compile exec:java -Dexec.mainClass=no.forlop.cockpit.Cockpitmaaling -Dexec.classpathScope=test}</pre>
 *
 * {@code -Dexec.args="h2 10000"}: only that database ({@code h2}, {@code postgresql}), only that size. Prints a table in
 * Markdown.
 */
public final class Cockpitmaaling {

  private static final Instant NAA = Grunnlag.kl("2026-03-02T09:00");
  private static final List<String> ENHETER = List.of("hvk", "ephor", "mosenter", "leistad", "helseteam", "barnevernvakt", "kart",
      "bft", "botiltak", "legevakt", "fastlege", "nav", "stavne");
  private static final List<String> FORLOP = List.of("utskriving", "overdose", "etterlatte", "moinntak", "barn", "kad",
      "trygghetsopphold", "selvmordsatferd", "vedtak", "individuellplan");
  private static final List<String> UTFALL = List.of("Oppfølging fullført", "Ønsket ikke oppfølging", "Ikke oppnådd kontakt",
      "Overført", "Død");
  private static final String REKKE = "§";
  private static final int PORSJON = 5000;
  private static final int OPPVARMING = 30;
  private static final int KJORINGER = 100;

  /** Median and p95 in milliseconds. */
  private record Tid(double median, double p95) {}

  private final Map<String, Map<String, Tid>> tider = new LinkedHashMap<>();

  private Cockpitmaaling() {}

  public static void main(String[] args) throws Exception {
    Forlop.norskTid();
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(ch.qos.logback.classic.Level.WARN);
    List<String> valg = List.of(args);
    List<Integer> storrelser = valg.stream().anyMatch(ett -> ett.matches("[0-9]+"))
        ? valg.stream().filter(ett -> ett.matches("[0-9]+")).map(Integer::valueOf).toList() : List.of(1_000, 10_000, 100_000);
    boolean begge = valg.stream().noneMatch(ett -> ett.matches("[a-z].*"));
    Cockpitmaaling maaling = new Cockpitmaaling();
    for (int storrelse : storrelser) {
      if (begge || valg.contains("h2")) {
        maaling.h2(storrelse);
      }
      if (begge || valg.contains("postgresql")) {
        maaling.postgres(storrelse);
      }
    }
    maaling.skriv();
    System.exit(0);
  }

  private void h2(int antall) throws Exception {
    Path mappe = Files.createTempDirectory("cockpitmaaling");
    // The cache that H2 takes by itself with a heap of 6 GB; tidying the file while it is filled takes most of the time.
    try (HikariDataSource base = basen("jdbc:h2:file:" + mappe.resolve("base")
        + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=393216;AUTO_COMPACT_FILL_RATE=0", "sa")) {
      mal("H2", antall, base, "h2");
    } finally {
      FileSystemUtils.deleteRecursively(mappe);
    }
  }

  private void postgres(int antall) throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        HikariDataSource base = basen(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
      mal("PostgreSQL", antall, base, "postgres");
    }
  }

  private static HikariDataSource basen(String adresse, String bruker) {
    HikariConfig oppsett = new HikariConfig();
    oppsett.setJdbcUrl(adresse);
    oppsett.setUsername(bruker);
    oppsett.setMaximumPoolSize(3);
    return new HikariDataSource(oppsett);
  }

  private void mal(String base, int antall, DataSource kilde, String motortype) {
    long start = System.nanoTime();
    Grunnlag grunnlag = Grunnlag.lag(kilde, motortype);
    fyll(grunnlag.jdbc, antall, motortype.equals("h2"));
    grunnlag.jdbc.sql("analyze").update();
    System.err.printf("%s, %d: filled in %d s%n", base, antall, (System.nanoTime() - start) / 1_000_000_000);
    String kolonne = base + " " + antall;
    Sider sider = new Sider(grunnlag.jdbc, kilde);
    sider.alle().forEach((navn, side) ->
        tider.computeIfAbsent(navn, ny -> new LinkedHashMap<>()).put(kolonne, ta(side)));
  }

  private static Tid ta(IntConsumer side) {
    for (int nr = 0; nr < OPPVARMING; nr++) {
      side.accept(nr);
    }
    double[] tider = IntStream.range(0, KJORINGER).mapToDouble(nr -> {
      long start = System.nanoTime();
      side.accept(nr);
      return (System.nanoTime() - start) / 1e6;
    }).sorted().toArray();
    return new Tid(tider[KJORINGER / 2], tider[(int) Math.ceil(KJORINGER * 0.95) - 1]);
  }

  private void skriv() {
    List<String> kolonner = tider.values().iterator().next().keySet().stream()
        .sorted(Comparator.comparing((String kolonne) -> kolonne.startsWith("P"))
            .thenComparing(kolonne -> Integer.valueOf(kolonne.substring(kolonne.indexOf(' ') + 1)))).toList();
    System.out.println("Median / p95 in ms, " + KJORINGER + " runs. Open deadlines, and as many finished cases:\n");
    System.out.println("| query | " + String.join(" | ", kolonner) + " |");
    System.out.println("|---|" + "---|".repeat(kolonner.size()));
    for (Map.Entry<String, Map<String, Tid>> side : tider.entrySet()) {
      System.out.println("| " + side.getKey() + " | " + kolonner.stream().map(kolonne -> side.getValue().get(kolonne))
          .map(tid -> String.format(Locale.ROOT, "%.1f / %.1f", tid.median(), tid.p95())).collect(Collectors.joining(" | ")) + " |");
    }
  }

  // The data: running cases have two open deadlines each; every finished case has three that are over, and its history.

  private static void fyll(JdbcClient jdbc, int antall, boolean h2) {
    FORLOP.forEach(forlop -> jdbc.sql("insert into ACT_RE_PROCDEF (ID_, REV_, KEY_, NAME_, VERSION_, STARTABLE_) values (?, 1, ?, ?, 1, true)")
        .params(forlop + ":1:x", forlop, forlop).update());
    jdbc.sql("insert into sak_teller (prefiks, aar, siste) values ('SAK', 2026, ?)").param(antall).update();
    int lopende = antall / 2;
    int alle = lopende + antall;
    String nummer = "'SAK-2026-' || lpad(cast(n as varchar), 6, '0')";
    String person = "'p-' || cast(n as varchar)";
    String instans = "'i-' || cast(n as varchar)";
    String forlop = velg("mod(n * 7, 10)", FORLOP);
    // Cases started over three years; the later half of the numbers runs.
    String startet = "(timestamp '2023-03-01 08:00:00' + mod(n * 7919, 1500000) * interval '1' minute)";
    sett(jdbc, h2, alle, "insert into person (id, slag, merke, kjonn, opprettet, endret) select " + person + ", 'kjent', chr(cast(65 + mod(n, 26) as int)) || '.'"
        + " || chr(cast(65 + mod(n * 3, 26) as int)) || '. ' || cast(1950 + mod(n, 60) as varchar), 'ukjent', current_timestamp, current_timestamp from " + REKKE);
    sett(jdbc, h2, alle, "insert into sak (saksnummer, forlop, prosessinstans, pasient_id, opprettet, opprettet_av, avsluttet, utfall, utfall_navn) select "
        + nummer + ", " + forlop + ", " + instans + ", " + person + ", " + startet + ", 'hvk', case when n <= " + antall + " then "
        + startet + " + mod(n * 31, 90) * interval '1' day end, case when n <= " + antall + " then 'slutt' end, case when n <= "
        + antall + " then " + velg("mod(n / 10, 5)", UTFALL) + " end from " + REKKE);
    for (int enhet = 0; enhet < 2; enhet++) {
      sett(jdbc, h2, alle, "insert into sak_enhet (saksnummer, enhet, forlop, opprettet) select " + nummer + ", "
          + velg("mod(n * 5 + " + enhet * 6 + ", 13)", ENHETER) + ", " + forlop + ", " + startet + " from " + REKKE);
    }
    String kolonner = "insert into frist (type, saksnummer, forlop, forlop_id, saksforlop, prosessdefinisjon, rot_prosessinstans, prosessinstans, navn,"
        + " tittel, enhet, ansvar, hovedaktivitet, oppgave_id, opprettet, forfall, naadd, brutt, apen) select ";
    String sak = "'SAK-2026-' || lpad(cast(k as varchar), 6, '0')";
    String sakforlop = velg("mod(k * 7, 10)", FORLOP);
    String navn = "'oppgave' || cast(mod(n, 8) as varchar)";
    // Open: due from 14 days ago to 60 days ahead.
    String forfall = "(timestamp with time zone '2026-02-16 08:00:00+01' + mod(n * 7919, 106560) * interval '1' minute)";
    sett(jdbc, h2, antall, kolonner + "case when mod(n, 10) = 0 then 'milepael' else 'oppgave' end, " + sak + ", " + sakforlop + ", " + sakforlop + ", " + sakforlop
        + ", " + sakforlop + ", 'i-' || cast(k as varchar), 'i-' || cast(k as varchar), " + navn + ", 'Gjør noe', enhet, enhet, " + navn
        + ", case when mod(n, 10) = 0 then null else 't-' || cast(n as varchar) end, " + forfall + " - interval '5' day, " + forfall + ", null,"
        + " case when " + forfall + " < timestamp with time zone '2026-03-02 09:00:00+01' then " + forfall + " end, true from (select n, "
        + antall + " + mod(n, " + lopende + ") + 1 k, " + velg("mod(n * 5, 13)", ENHETER) + " enhet from " + REKKE + ") x");
    sett(jdbc, h2, antall, "insert into ACT_RU_TASK (ID_, REV_, ASSIGNEE_) select 't-' || cast(n as varchar), 1, case when mod(n, 3) = 0 then 'hvk' end from "
        + REKKE + " where mod(n, 10) <> 0");
    for (int del = 0; del < 3; del++) {
      String ferdig = "(timestamp with time zone '2023-03-01 08:00:00+01' + (mod(n * 7919, 1500000) + " + (del * 3 + 1) * 1440 + ") * interval '1' minute)";
      sett(jdbc, h2, antall, kolonner + (del == 0 ? "'milepael'" : "'oppgave'") + ", " + nummer + ", " + forlop + ", " + forlop + ", " + forlop + ", " + forlop + ", "
          + instans + ", " + instans + ", 'oppgave" + del + "', 'Gjør noe', enhet, enhet, 'oppgave" + del + "', "
          + (del == 0 ? "null" : "'f" + del + "-' || cast(n as varchar)") + ", " + ferdig + " - interval '1' day, " + ferdig + ", "
          + ferdig + " + (mod(n, 20) - 16) * interval '1' hour, case when mod(n, 20) > 16 then " + ferdig + " end, false from (select n, "
          + velg("mod(n * 5 + " + del * 6 + ", 13)", ENHETER) + " enhet from " + REKKE + ") x");
      if (del > 0) {
        sett(jdbc, h2, antall, "insert into ACT_HI_TASKINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, NAME_, TASK_DEF_KEY_, START_TIME_, END_TIME_, DELETE_REASON_) select 'f"
            + del + "-' || cast(n as varchar), " + instans + ", " + instans + ", 'Gjør noe', 'oppgave" + del + "', " + startet + ", " + startet
            + " + interval '1' day, 'completed' from " + REKKE);
      }
    }
    sett(jdbc, h2, alle, "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, PROC_DEF_KEY_, START_TIME_) select "
        + instans + ", " + instans + ", " + instans + ", " + nummer + ", " + forlop + " || ':1:x', " + forlop + ", " + startet + " from " + REKKE);
    for (int nr = 0; nr < 4; nr++) {
      sett(jdbc, h2, alle, "insert into ACT_HI_ACTINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_)"
          + " select 'a" + nr + "-' || cast(n as varchar), " + instans + ", " + instans + ", " + forlop + ", " + forlop + " || ':1:x', " + instans + ", 'node" + nr
          + "', 'Node', 'userTask', " + startet + ", " + startet + " + interval '1' day from " + REKKE);
    }
    for (String[] svar : new String[][] {{"bydel", "midtbyen", "ostbyen", "lerkendal", "heimdal"}, {"utfall", "lever", "lever", "lever", "dod"},
        {"sprak", "norsk", "norsk", "norsk", "norsk"}}) {
      sett(jdbc, h2, alle, "insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, EXECUTION_ID_, NAME_, VAR_TYPE_, TEXT_) select '" + svar[0]
          + "-' || cast(n as varchar), " + instans + ", " + instans + ", " + instans + ", '" + svar[0] + "', 'string', "
          + velg("mod(n * 3, 4)", List.of(svar).subList(1, 5)) + " from " + REKKE);
    }
    sett(jdbc, h2, antall / 5, "insert into plass_opphold (type, eier, sak, merke, fra, til) select 'leistad-etterbehandling', " + instans + ", " + nummer
        + ", 'K.N. 1985', cast(" + startet + " as timestamp with time zone), case when n > 10 then cast(" + startet
        + " + interval '9' day as timestamp with time zone) end from " + REKKE);
    sett(jdbc, h2, 20, "insert into plass_ko (type, eier, sak, merke, prosess, utforelse, prioritet, siden) select 'leistad-etterbehandling', "
        + instans + ", " + nummer + ", 'K.N. 1985', " + instans + ", " + instans + ", 100, current_timestamp from " + REKKE);
    sett(jdbc, h2, antall / 5, "insert into betaling (saksnummer, satstabell, fra, til) select " + nummer + ", 'sats', cast(" + startet + " as date), case when n > 10 then cast("
        + startet + " + interval '4' day as date) end from " + REKKE);
  }

  /** In portions: one statement of a million rows keeps H2 busy with undoing that nobody asks for. */
  private static void sett(JdbcClient jdbc, boolean h2, int til, String sql) {
    for (int fra = 1; fra <= til; fra += PORSJON) {
      jdbc.sql(sql.replace(REKKE, (h2 ? "system_range" : "generate_series") + "(" + fra + ", " + Math.min(til, fra + PORSJON - 1) + ") as s(n)"))
          .update();
    }
  }

  private static String velg(String tall, List<String> verdier) {
    return IntStream.range(0, verdier.size()).mapToObj(nr -> "when " + nr + " then '" + verdier.get(nr) + "'")
        .collect(Collectors.joining(" ", "case " + tall + " ", " end"));
  }

  /** What each page asks the database, with another unit or pathway each time. */
  private static final class Sider {

    private final JdbcClient jdbc;
    private final Fristlesning frister;
    private final Saksliste saker;
    private final Sakshistorikk historikk;
    private final Diagramtall diagram;
    private final Plasstavle plasser;
    private final Maltallslesning maltall;
    private final Lederinnsyn alt = new Lederinnsyn("ledelse", List.of("ledelse"), true, new TreeSet<>(ENHETER));

    private Sider(JdbcClient jdbc, DataSource kilde) {
      this.jdbc = jdbc;
      Tilgang tilgang = mock(Tilgang.class, withSettings().stubOnly());
      when(tilgang.enheter()).thenReturn(ENHETER.stream().collect(Collectors.toMap(en -> en, en -> en)));
      when(tilgang.navn(anyCollection())).thenAnswer(kall -> kall.<Collection<String>>getArgument(0).stream()
          .collect(Collectors.toMap(id -> id, id -> id)));
      Tider tider = new Tider(Clock.fixed(NAA, Grunnlag.OSLO));
      Navnebok navnebok = new Navnebok(jdbc, tilgang);
      frister = new Fristlesning(jdbc, tider, navnebok);
      saker = new Saksliste(jdbc, tider, navnebok);
      Modellbok modeller = mock(Modellbok.class, withSettings().stubOnly());
      when(modeller.modell(org.mockito.ArgumentMatchers.anyString())).thenReturn(new Modellbok.Modell("x", "x", List.of()));
      historikk = new Sakshistorikk(jdbc, tider, navnebok, saker, modeller);
      diagram = new Diagramtall(jdbc, tider, frister, historikk);
      plasser = new Plasstavle(jdbc, tider, navnebok, mock(Plass.class), new DataSourceTransactionManager(kilde));
      maltall = new Maltallslesning(jdbc, tider);
    }

    Map<String, IntConsumer> alle() {
      Map<String, IntConsumer> alle = new LinkedHashMap<>();
      Peker midt = midtpaa("select forfall, id from frist where apen order by forfall offset (select count(*) / 2 from frist where apen) rows fetch first 1 row only");
      Peker gammel = new Peker(LocalDateTime.of(2024, 6, 1, 0, 0), "X");
      alle.put("Frister: summary, all", nr -> frister.sammendrag(null, null));
      alle.put("Frister: summary, one unit", nr -> frister.sammendrag(Set.of(enhet(nr)), null));
      alle.put("Frister: first page, all", nr -> liste(List.of(), null, null, null, null));
      alle.put("Frister: first page, one unit", nr -> liste(List.of(), Set.of(enhet(nr)), null, null, null));
      alle.put("Frister: first page, one pathway", nr -> liste(List.of(), null, forlop(nr), null, null));
      alle.put("Frister: unit and pathway, due today", nr -> liste(List.of(Tilstand.IDAG), Set.of(enhet(nr)), forlop(nr), null, null));
      alle.put("Frister: milestones due later", nr -> liste(List.of(Tilstand.SENERE), null, null, "milepael", null));
      alle.put("Frister: page in the middle", nr -> liste(List.of(), null, null, null, midt));
      alle.put("Diagram: badges of a pathway", nr -> diagram.definisjon(forlop(nr) + ":1:x", null));
      alle.put("Plasser: all types", nr -> plasser.typer(alt));
      alle.put("Plasser: one board", nr -> plasser.tavle("leistad-etterbehandling", alt));
      alle.put("Betaling: per year", nr -> no.forlop.betaling.Betalingsmaaling.perAar(jdbc));
      alle.put("Betaling: first page", nr -> no.forlop.betaling.Betalingsmaaling.forsteSide(jdbc));
      alle.put("Saker: first page, all", nr -> saker(null, null, null, null, null, null));
      alle.put("Saker: first page, one unit", nr -> saker(null, null, null, null, Set.of(enhet(nr)), null));
      alle.put("Saker: pathway and outcome", nr -> saker(null, forlop(nr), UTFALL.get(nr % 5), null, null, null));
      alle.put("Saker: running of a unit", nr -> saker(null, null, null, "lopende", Set.of(enhet(nr)), null));
      alle.put("Saker: search merke", nr -> saker((char) ('A' + nr % 26) + "." + (char) ('A' + nr * 3 % 26), null, null, null, null, null));
      alle.put("Saker: search case number", nr -> saker("SAK-2026-%06d".formatted(nr + 1), null, null, null, null, null));
      alle.put("Saker: page in the middle", nr -> saker(null, null, null, null, null, gammel));
      alle.put("Saker: how many (to 1000)", nr -> saker.treff(new Saksliste.Filter(null, forlop(nr), null, null, Periode.av(null, null), null)));
      alle.put("Sak: course", nr -> historikk.sak("SAK-2026-%06d".formatted(nr + 1), alt));
      alle.put("Sak: way on the diagram", nr -> historikk.diagram("SAK-2026-%06d".formatted(nr + 1), alt));
      for (int maneder : new int[] {3, 12}) {
        String periode = "Måltall, " + maneder + " months: ";
        alle.put(periode + "started", nr -> maltall.startet(utsnitt(nr, maneder, null)));
        alle.put(periode + "started, one unit", nr -> maltall.startet(utsnitt(nr, maneder, enhet(nr))));
        alle.put(periode + "by outcome", nr -> maltall.utfall(utsnitt(nr, maneder, null)));
        alle.put(periode + "deadlines kept", nr -> maltall.frister(utsnitt(nr, maneder, null), null));
        alle.put(periode + "milestone kept", nr -> maltall.frister(utsnitt(nr, maneder, null), List.of("oppgave0")));
        alle.put(periode + "time to milestone", nr -> maltall.tidTil(utsnitt(nr, maneder, null), List.of("oppgave0")));
        alle.put(periode + "whole course", nr -> maltall.heleForlopet(utsnitt(nr, maneder, null)));
        alle.put(periode + "by answer", nr -> maltall.svar(utsnitt(nr, maneder, null), "bydel"));
        alle.put(periode + "by month and district", nr -> maltall.perManed(utsnitt(nr, maneder, null), "bydel", null, null, "nyOverdose"));
        alle.put(periode + "deaths by month and district", nr -> maltall.perManed(utsnitt(nr, maneder, null), "bydel", "utfall", "dod", null));
        alle.put(periode + "readmitted", nr -> maltall.nyInnen(utsnitt(nr, maneder, null), List.of(UTFALL.get(0)), 30));
        alle.put(periode + "length of stay", nr -> maltall.opphold(utsnitt(nr, maneder, null), List.of("leistad-etterbehandling")));
        alle.put(periode + "what breaches waited for", nr -> maltall.bruddVentetPa(utsnitt(nr, maneder, null), List.of("oppgave0")));
      }
      return alle;
    }

    private Peker midtpaa(String sql) {
      return jdbc.sql(sql).query((rs, nr) -> new Peker(LocalDateTime.ofInstant(Tider.tid(rs, "forfall"), java.time.ZoneOffset.UTC),
          String.valueOf(rs.getLong("id")))).single();
    }

    private void liste(List<Tilstand> tilstander, Set<String> enheter, String forlop, String type, Peker etter) {
      frister.liste(new Fristfilter(tilstander, enheter, forlop, type, Periode.av(null, null), null, null), 50, etter);
    }

    private void saker(String sok, String forlop, String utfall, String status, Set<String> enheter, Peker etter) {
      saker.side(new Saksliste.Filter(sok, forlop, utfall, status, Periode.av(null, null), enheter), 50, etter);
    }

    private static Utsnitt utsnitt(int nr, int maneder, String enhet) {
      LocalDate fra = LocalDate.of(2024, 1 + nr % 9, 1);
      return new Utsnitt(forlop(nr), fra, fra.plusMonths(maneder).minusDays(1), enhet);
    }

    private static String enhet(int nr) {
      return ENHETER.get(nr % ENHETER.size());
    }

    private static String forlop(int nr) {
      return FORLOP.get(nr % FORLOP.size());
    }
  }
}
