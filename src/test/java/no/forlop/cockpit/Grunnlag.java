package no.forlop.cockpit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database with the engine's and the application's own tables, and a few words to put rows into them by hand. */
final class Grunnlag {

  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  final JdbcClient jdbc;
  private long nummer;

  private Grunnlag(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes the tables.
   *
   * @param motortype name of the database in the engine's own scripts: {@code h2} or {@code postgres}
   */
  static Grunnlag lag(DataSource base, String motortype) {
    ResourceDatabasePopulator skript = new ResourceDatabasePopulator();
    for (String del : List.of("engine", "history", "identity", "decision.engine", "decision.history")) {
      skript.addScript(new ClassPathResource(
          "org/camunda/bpm/engine/db/create/activiti." + motortype + ".create." + del + ".sql"));
    }
    skript.execute(base);
    Flyway.configure().dataSource(base).baselineOnMigrate(true).baselineVersion("0").load().migrate();
    return new Grunnlag(JdbcClient.create(base));
  }

  void tom() {
    for (String tabell : List.of("frist", "sak_lenke", "sak_enhet", "sak_hendelse", "sak", "plass_kapasitet", "plass_opphold",
        "plass_ko", "betaling", "person", "ACT_HI_VARINST", "ACT_HI_TASKINST", "ACT_HI_ACTINST", "ACT_HI_PROCINST",
        "ACT_HI_DEC_OUT", "ACT_HI_DECINST", "ACT_HI_OP_LOG", "ACT_RU_TASK", "ACT_RU_EXECUTION", "ACT_RE_PROCDEF", "revisjon", "sak_teller")) {
      jdbc.sql("delete from " + tabell).update();
    }
  }

  /** Local time in Oslo, such as {@code 2026-03-02T09:00}. */
  static Instant kl(String lokal) {
    return LocalDateTime.parse(lokal).atZone(OSLO).toInstant();
  }

  void prosess(String nokkel, String navn) {
    jdbc.sql("insert into ACT_RE_PROCDEF (ID_, REV_, KEY_, NAME_, VERSION_, STARTABLE_) values (?, 1, ?, ?, 1, true)")
        .params(nokkel + ":1:x", nokkel, navn).update();
  }

  /** A running process instance, called by an activity of another, or of nobody. */
  void instans(String id, String prosess, String kaller, String aktivitet) {
    if (kaller != null) {
      utforelse(id + "-kall", kaller, kaller, null, aktivitet, jdbc.sql("select PROC_DEF_ID_ from ACT_RU_EXECUTION where ID_ = ?")
          .param(kaller).query(String.class).single());
    }
    utforelse(id, id, null, kaller == null ? null : id + "-kall", null, prosess + ":1:x");
  }

  private void utforelse(String id, String instans, String over, String kalt, String aktivitet, String definisjon) {
    jdbc.sql("insert into ACT_RU_EXECUTION (ID_, PROC_INST_ID_, PARENT_ID_, SUPER_EXEC_, ACT_ID_, PROC_DEF_ID_) values (?, ?, ?, ?, ?, ?)")
        .params(id, instans, over, kalt, aktivitet, definisjon).update();
  }

  Sak sak(String nummer, String forlop, String startet) {
    jdbc.sql("insert into person (id, slag, merke, kjonn, opprettet, endret) values (?, 'kjent', ?, 'ukjent', ?, ?)")
        .params("p-" + nummer, "Merke " + nummer, tid(kl(startet)), tid(kl(startet))).update();
    jdbc.sql("insert into sak (saksnummer, forlop, prosessinstans, pasient_id, opprettet, opprettet_av) values (?, ?, ?, ?, ?, 'hvk')")
        .params(nummer, forlop, "i-" + nummer, "p-" + nummer, LocalDateTime.parse(startet)).update();
    return new Sak(nummer, forlop);
  }

  static OffsetDateTime tid(Instant tid) {
    return tid == null ? null : tid.atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime tid(String lokal) {
    return lokal == null ? null : tid(kl(lokal));
  }

  /** A case that rows are put into. */
  final class Sak {

    final String nummer;
    private final String forlop;

    private Sak(String nummer, String forlop) {
      this.nummer = nummer;
      this.forlop = forlop;
    }

    Sak enheter(String... enheter) {
      Arrays.stream(enheter).forEach(enhet -> jdbc.sql(
          "insert into sak_enhet (saksnummer, enhet, forlop, opprettet) select saksnummer, cast(? as varchar), forlop, opprettet from sak where saksnummer = ?")
          .params(enhet, nummer).update());
      return this;
    }

    Sak avsluttet(String naar, String utfall) {
      jdbc.sql("update sak set avsluttet = ?, utfall = ?, utfall_navn = ? where saksnummer = ?")
          .params(LocalDateTime.parse(naar), utfall == null ? null : "slutt", utfall, nummer).update();
      return this;
    }

    Sak person(String annen) {
      jdbc.sql("update sak set pasient_id = ? where saksnummer = ?").params("p-" + annen, nummer).update();
      return this;
    }

    Sak svar(String navn, String verdi) {
      jdbc.sql("insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, EXECUTION_ID_, NAME_, VAR_TYPE_, TEXT_) values (?, ?, ?, ?, 'string', ?)")
          .params("v" + ++Grunnlag.this.nummer, "i-" + nummer, "i-" + nummer, navn, verdi).update();
      return this;
    }

    Rad oppgave(String navn, String enhet, String opprettet, String forfall) {
      return new Rad(this, "oppgave", navn, enhet, opprettet, forfall);
    }

    Rad milepael(String navn, String enhet, String opprettet, String forfall) {
      return new Rad(this, "milepael", navn, enhet, opprettet, forfall);
    }
  }

  /** A deadline that is put in when it is finished. */
  final class Rad {

    private final Sak sak;
    private final String type;
    private final String navn;
    private final String enhet;
    private final String opprettet;
    private final String forfall;
    private String naadd;
    private String brutt;
    private String avlyst;
    private String pauset;
    private String hoved;
    private String hvem;
    private String prosess;
    private String instans;
    private String rot;

    private Rad(Sak sak, String type, String navn, String enhet, String opprettet, String forfall) {
      this.sak = sak;
      this.type = type;
      this.navn = navn;
      this.enhet = enhet;
      this.opprettet = opprettet;
      this.forfall = forfall;
      this.prosess = sak.forlop;
      this.instans = "i-" + sak.nummer;
      this.rot = sak.forlop;
    }

    Rad naadd(String naar) {
      naadd = naar;
      return this;
    }

    Rad brutt(String naar) {
      brutt = naar;
      return this;
    }

    Rad avlyst(String naar) {
      avlyst = naar;
      return this;
    }

    Rad pauset(String fra) {
      pauset = fra;
      return this;
    }

    Rad under(String hovedmodell, String aktivitet) {
      rot = hovedmodell;
      hoved = aktivitet;
      return this;
    }

    Rad iProsess(String nokkel) {
      prosess = nokkel;
      return this;
    }

    Rad iInstans(String id) {
      instans = id;
      return this;
    }

    Rad tattAv(String bruker) {
      hvem = bruker;
      return this;
    }

    /** Puts it in and returns the number of the row. */
    long inn() {
      String oppgave = type.equals("oppgave") ? "t" + ++nummer : null;
      boolean apen = naadd == null && avlyst == null;
      jdbc.sql("""
          insert into frist (type, saksnummer, forlop, forlop_id, saksforlop, prosessdefinisjon, rot_prosessinstans, prosessinstans,
            navn, tittel, enhet, ansvar, hovedaktivitet, oppgave_id, opprettet, forfall, naadd, brutt, avlyst, pauset_fra, apen)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """).params(type, sak.nummer, "Navn på " + rot, rot, sak.forlop, prosess, "i-" + sak.nummer, instans, navn,
          "Gjør " + navn, enhet, no.forlop.tilgang.Tilgang.enhet(enhet), hoved == null && oppgave != null ? navn : hoved, oppgave,
          tid(opprettet), tid(forfall), tid(naadd), tid(brutt), tid(avlyst), tid(pauset), apen).update();
      if (hvem != null) {
        jdbc.sql("insert into ACT_RU_TASK (ID_, REV_, ASSIGNEE_) values (?, 1, ?)").params(oppgave, hvem).update();
      }
      return jdbc.sql("select max(id) from frist").query(Long.class).single();
    }
  }
}
