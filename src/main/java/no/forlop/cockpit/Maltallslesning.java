package no.forlop.cockpit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counting behind the figures. Cases registered by mistake, and those that only led into a running one, are no courses
 * and are left out; so are cases that were deleted.
 */
@Repository
class Maltallslesning {

  /**
   * Which cases of which days.
   *
   * @param fra first day
   * @param til last day
   * @param enhet unit that has had a part in the case, or null for all
   */
  record Utsnitt(String forlop, LocalDate fra, LocalDate til, String enhet) {}

  /** So many of so many. */
  record Andel(long treff, long av) {}

  /** Half took at most the median, nine of ten at most p90; in seconds, null when there are none. */
  record Fordeling(Double median, Double p90, long antall) {}

  /** So many of one value. */
  record Antall(String verdi, long antall) {}

  /** So many of one value in one month. */
  record Manedsantall(int aar, int maned, String verdi, long antall) {}

  private static final String KURS = """
       (s.utfall is null or s.utfall not in ('feilregistrert', 'lagtTilLopende'))
       and (s.utfall_navn is null or s.utfall_navn not in ('Feilregistrert', 'Lagt til løpende sak'))
       and (s.avsluttet is null or s.utfall is not null)""";

  private static final String IKKE_KURS =
      "select m.saksnummer from sak m where m.utfall_navn in ('Feilregistrert', 'Lagt til løpende sak')";

  private static final String SVAR = """
      case when v.VAR_TYPE_ = 'boolean' then case when v.LONG_ = 1 then 'ja' else 'nei' end
           when v.VAR_TYPE_ = 'string' then v.TEXT_ else cast(v.LONG_ as varchar) end""";

  /** A case's own variable, not one of a task or a part. */
  private static final String VARIABEL =
      " join ACT_HI_VARINST v on v.PROC_INST_ID_ = s.prosessinstans and v.NAME_ = :navn and v.EXECUTION_ID_ = v.PROC_INST_ID_"
          + " and v.TASK_ID_ is null and v.VAR_TYPE_ in ('string', 'boolean', 'integer', 'long')";

  private final JdbcClient jdbc;
  private final Tider tider;

  Maltallslesning(JdbcClient jdbc, Tider tider) {
    this.jdbc = jdbc;
    this.tider = tider;
  }

  long startet(Utsnitt utsnitt) {
    return tell("select count(*) from sak s", saker(utsnitt, "opprettet"));
  }

  long lopende(Utsnitt utsnitt) {
    Vilkar vilkar = new Vilkar().og("s.forlop = :forlop", "forlop", utsnitt.forlop()).og("s.avsluttet is null");
    return tell("select count(*) from sak s", enhet(vilkar, utsnitt));
  }

  /** Ended cases by outcome. */
  List<Antall> utfall(Utsnitt utsnitt) {
    Vilkar vilkar = saker(utsnitt, "avsluttet");
    return jdbc.sql("select s.utfall_navn verdi, count(*) antall from sak s" + vilkar.sql()
        + " group by s.utfall_navn order by antall desc, verdi").params(vilkar.verdier()).query(Antall.class).list();
  }

  /** Deadlines that fell due and were kept, of all that were kept or broken; of some names, or of all. */
  Andel frister(Utsnitt utsnitt, Collection<String> navn) {
    Vilkar vilkar = forfalt(utsnitt).og("f.navn in (:navn)", "navn", navn)
        .og("(f.naadd is not null or f.brutt is not null)");
    return jdbc.sql("select count(case when f.brutt is null then 1 end) treff, count(*) av from frist f" + vilkar.sql())
        .params(vilkar.verdier()).query(Andel.class).single();
  }

  /** From the start of the case until the first of these was reached, of cases that started in these days. */
  Fordeling tidTil(Utsnitt utsnitt, Collection<String> navn) {
    Vilkar vilkar = saker(utsnitt, "opprettet").og("f.navn in (:navn)", "navn", navn).og("f.naadd is not null");
    return fordeling("select s.saksnummer, extract(epoch from min(f.naadd))"
        + " - extract(epoch from (min(s.opprettet) at time zone 'Europe/Oslo')) sekunder"
        + " from sak s join frist f on f.saksnummer = s.saksnummer" + vilkar.sql() + " group by s.saksnummer", vilkar);
  }

  /** From start to end, of cases that ended in these days. */
  Fordeling heleForlopet(Utsnitt utsnitt) {
    Vilkar vilkar = saker(utsnitt, "avsluttet");
    return fordeling("select extract(epoch from s.avsluttet) - extract(epoch from s.opprettet) sekunder from sak s" + vilkar.sql(),
        vilkar);
  }

  /** Started cases by their answer. */
  List<Antall> svar(Utsnitt utsnitt, String navn) {
    Vilkar vilkar = saker(utsnitt, "opprettet").med("navn", navn);
    return jdbc.sql("select verdi, count(*) antall from (select " + SVAR + " verdi from sak s" + VARIABEL + vilkar.sql()
            + ") x where verdi is not null group by verdi order by antall desc, verdi")
        .params(vilkar.verdier()).query(Antall.class).list();
  }

  /**
   * Started cases by month and answer.
   *
   * @param bare name of another variable and the value that it must have, or null
   */
  List<Manedsantall> perManed(Utsnitt utsnitt, String navn, String bareNavn, String bareVerdi, String hendelse) {
    Vilkar vilkar = saker(utsnitt, "opprettet").med("navn", navn);
    bare(vilkar, bareNavn, bareVerdi);
    List<Manedsantall> alle = new ArrayList<>(jdbc.sql("select aar, maned, verdi, count(*) antall from ("
            + "select cast(extract(year from s.opprettet) as int) aar, cast(extract(month from s.opprettet) as int) maned, "
            + SVAR + " verdi from sak s" + VARIABEL + vilkar.sql() + ") x group by aar, maned, verdi")
        .params(vilkar.verdier()).query(Manedsantall.class).list());
    if (hendelse != null) {
      Vilkar hendt = new Vilkar().og(KURS).og("s.forlop = :forlop", "forlop", utsnitt.forlop())
          .og("h.melding = :melding", "melding", hendelse)
          .og("h.tid >= :fra", "fra", utsnitt.fra().atStartOfDay())
          .og("h.tid < :til", "til", utsnitt.til().plusDays(1).atStartOfDay()).med("navn", navn);
      bare(enhet(hendt, utsnitt), bareNavn, bareVerdi);
      alle.addAll(jdbc.sql("select aar, maned, verdi, count(*) antall from ("
              + "select cast(extract(year from h.tid) as int) aar, cast(extract(month from h.tid) as int) maned, " + SVAR
              + " verdi from sak_hendelse h join sak s on s.saksnummer = h.saksnummer" + VARIABEL + hendt.sql()
              + ") x group by aar, maned, verdi")
          .params(hendt.verdier()).query(Manedsantall.class).list());
    }
    return alle;
  }

  /** Ended cases whose person has a new case of the same pathway within so many days. */
  Andel nyInnen(Utsnitt utsnitt, Collection<String> utfall, int dager) {
    Vilkar vilkar = saker(utsnitt, "avsluttet").og("s.pasient_id is not null")
        .og("s.utfall_navn in (:utfall)", "utfall", utfall.isEmpty() ? null : utfall).med("sekunder", dager * 86400L);
    return jdbc.sql("""
        select count(case when ny then 1 end) treff, count(*) av from (
          select exists (select 1 from sak n where n.pasient_id = s.pasient_id and n.forlop = s.forlop
              and n.saksnummer <> s.saksnummer and n.opprettet >= s.avsluttet
              and extract(epoch from n.opprettet) - extract(epoch from s.avsluttet) <= :sekunder
              and (n.utfall_navn is null or n.utfall_navn not in ('Feilregistrert', 'Lagt til løpende sak'))) ny
            from sak s""" + vilkar.sql() + ") x").params(vilkar.verdier()).query(Andel.class).single();
  }

  long venter(Collection<String> typer) {
    return jdbc.sql("select count(*) from plass_ko where type in (:typer)").param("typer", typer).query(Long.class).single();
  }

  /** Stays that ended in these days, from arrival, or from the assignment where the arrival is not told. */
  Fordeling opphold(Utsnitt utsnitt, Collection<String> typer) {
    Vilkar vilkar = new Vilkar().og("o.type in (:typer)", "typer", typer)
        .og("o.til >= :fra", "fra", Tider.kolonne(tider.begynner(utsnitt.fra())))
        .og("o.til < :til", "til", Tider.kolonne(tider.begynner(utsnitt.til().plusDays(1))))
        .og("o.sak not in (" + IKKE_KURS + ")");
    if (utsnitt.enhet() != null) {
      vilkar.og("exists (select 1 from sak_enhet e where e.saksnummer = o.sak and e.enhet = :enhet)", "enhet", utsnitt.enhet());
    }
    return fordeling("select extract(epoch from o.til) - extract(epoch from coalesce(o.ankommet, o.fra)) sekunder"
        + " from plass_opphold o" + vilkar.sql(), vilkar);
  }

  /** The tasks that were open when these deadlines were broken. */
  List<Antall> bruddVentetPa(Utsnitt utsnitt, Collection<String> navn) {
    Vilkar vilkar = forfalt(utsnitt).og("f.navn in (:navn)", "navn", navn).og("f.brutt is not null")
        .og("t.oppgave_id is not null").og("t.opprettet <= f.forfall")
        .og("coalesce(t.naadd, t.avlyst, :alltid) > f.forfall", "alltid", Tider.kolonne(tider.naa().plusSeconds(86400)));
    return jdbc.sql("select t.tittel verdi, count(distinct f.id) antall from frist f join frist t on t.saksnummer = f.saksnummer"
        + vilkar.sql() + " group by t.tittel order by antall desc, verdi").params(vilkar.verdier()).query(Antall.class).list();
  }

  private Vilkar saker(Utsnitt utsnitt, String dag) {
    Vilkar vilkar = new Vilkar().og("s.forlop = :forlop", "forlop", utsnitt.forlop())
        .og("s." + dag + " >= :fra", "fra", utsnitt.fra().atStartOfDay())
        .og("s." + dag + " < :til", "til", utsnitt.til().plusDays(1).atStartOfDay()).og(KURS);
    return enhet(vilkar, utsnitt);
  }

  private static Vilkar enhet(Vilkar vilkar, Utsnitt utsnitt) {
    return vilkar.og("exists (select 1 from sak_enhet e where e.saksnummer = s.saksnummer and e.enhet = :enhet)", "enhet",
        utsnitt.enhet());
  }

  private Vilkar forfalt(Utsnitt utsnitt) {
    return new Vilkar().og("f.saksforlop = :forlop", "forlop", utsnitt.forlop())
        .og("f.forfall >= :fra", "fra", Tider.kolonne(tider.begynner(utsnitt.fra())))
        .og("f.forfall < :til", "til", Tider.kolonne(tider.begynner(utsnitt.til().plusDays(1))))
        .og("f.ansvar = :enhet", "enhet", utsnitt.enhet())
        .og("f.saksnummer not in (" + IKKE_KURS + ")");
  }

  private static void bare(Vilkar vilkar, String navn, String verdi) {
    if (navn != null) {
      vilkar.og("exists (select 1 from ACT_HI_VARINST b where b.PROC_INST_ID_ = s.prosessinstans and b.NAME_ = :bareNavn"
          + " and b.TEXT_ = :bareVerdi)", "bareNavn", navn).med("bareVerdi", verdi);
    }
  }

  private Fordeling fordeling(String sekunder, Vilkar vilkar) {
    return jdbc.sql("select percentile_cont(0.5) within group (order by sekunder) median,"
            + " percentile_cont(0.9) within group (order by sekunder) p90, count(*) antall from (" + sekunder + ") x")
        .params(vilkar.verdier())
        .query((rs, nr) -> {
          long antall = rs.getLong("antall");
          return antall == 0 ? new Fordeling(null, null, 0)
              : new Fordeling((double) Math.round(rs.getDouble("median")), (double) Math.round(rs.getDouble("p90")), antall);
        }).single();
  }

  private long tell(String sql, Vilkar vilkar) {
    return jdbc.sql(sql + vilkar.sql()).params(vilkar.verdier()).query(Long.class).single();
  }
}
