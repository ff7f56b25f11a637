package no.forlop.cockpit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the badges on diagrams say: open and broken deadlines at each activity, and how long its tasks have taken. */
@Repository
class Diagramtall {

  /**
   * One activity.
   *
   * @param medianSekunder of its newest finished tasks, or null when there is none
   * @param ferdige how many those are
   */
  record Aktivitet(String id, long apne, long idag, long brutt, Long medianSekunder, long ferdige) {}

  private record Tid(String aktivitet, long median, long antall) {}

  /** The newest finished tasks tell how it is now, and reading them takes the same time however many there are. */
  private static final int NYESTE = 1000;

  private static final String PERSENTIL = """
      select navn, percentile_cont(0.5) within group (order by sekunder) median, count(*) antall from (
        select navn, extract(epoch from naadd) - extract(epoch from opprettet) sekunder from frist
         where prosessdefinisjon = :prosess and naadd is not null and oppgave_id is not null
         order by prosessdefinisjon, naadd desc fetch first :nyeste rows only) x
       group by navn
      """;

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Fristlesning frister;
  private final Sakshistorikk historikk;

  Diagramtall(JdbcClient jdbc, Tider tider, Fristlesning frister, Sakshistorikk historikk) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.frister = frister;
    this.historikk = historikk;
  }

  /**
   * All running cases of a process definition, whatever version they run on.
   *
   * @param enheter units whose deadlines count, or null for all
   * @throws FinnesIkke when there is no such definition
   */
  List<Aktivitet> definisjon(String definisjon, Collection<String> enheter) {
    String prosess = prosess(definisjon);
    Map<String, Fristantall> antall = new TreeMap<>();
    if (frister.erHovedmodell(prosess)) {
      tell(antall, "f.hovedaktivitet", frister.apne(tider.naa()).og("f.forlop_id = :prosess", "prosess", prosess)
          .og("f.hovedaktivitet is not null").og("f.ansvar in (:enheter)", "enheter", enheter));
    } else {
      tell(antall, "f.navn", frister.apne(tider.naa()).og("f.prosessdefinisjon = :prosess", "prosess", prosess)
          .og("f.oppgave_id is not null").og("f.ansvar in (:enheter)", "enheter", enheter));
      tell(antall, Fristlesning.DELER, "del.aktivitet", "del join frist f on f.prosessinstans = del.instans",
          frister.apne(tider.naa()).med("prosess", prosess).og("del.aktivitet is not null").og("f.oppgave_id is not null")
              .og("f.ansvar in (:enheter)", "enheter", enheter));
    }
    return sammen(antall, prosess);
  }

  /** One process instance and everything below it; what is inside a call counts at the call. */
  List<Aktivitet> instans(String instans) {
    String prosess = prosess("select PROC_DEF_KEY_ from ACT_HI_PROCINST where ID_ = ?", instans);
    Map<String, String> kall = historikk.kallUnder(instans);
    Map<String, Fristantall> antall = new TreeMap<>();
    tell(antall, "f.navn", frister.apne(tider.naa()).og("f.prosessinstans = :instans", "instans", instans)
        .og("f.oppgave_id is not null"));
    if (!kall.isEmpty()) {
      Map<String, Fristantall> perInstans = new HashMap<>();
      tell(perInstans, "f.prosessinstans", frister.apne(tider.naa()).og("f.prosessinstans in (:under)", "under", kall.keySet())
          .og("f.oppgave_id is not null"));
      perInstans.forEach((under, tall) -> antall.merge(kall.get(under), tall, Fristantall::og));
    }
    return sammen(antall, prosess);
  }

  /**
   * The key of a process definition; the id does not always tell it.
   *
   * @throws FinnesIkke when there is no such definition
   */
  String prosess(String definisjon) {
    return prosess("select KEY_ from ACT_RE_PROCDEF where ID_ = ?", definisjon);
  }

  private String prosess(String sql, String id) {
    return jdbc.sql(sql).param(id).query(String.class).optional()
        .orElseThrow(() -> new FinnesIkke("Modellen eller saken finnes ikke."));
  }

  private void tell(Map<String, Fristantall> antall, String per, Vilkar vilkar) {
    tell(antall, "", per, "frist f", vilkar);
  }

  private void tell(Map<String, Fristantall> antall, String med, String per, String fra, Vilkar vilkar) {
    jdbc.sql(med + "select " + per + " per, " + Fristlesning.tell() + " from " + fra + vilkar.sql() + " group by " + per)
        .params(vilkar.verdier())
        .query((rs, nr) -> antall.merge(rs.getString("per"), Fristlesning.antall(rs), Fristantall::og)).list();
  }

  private List<Aktivitet> sammen(Map<String, Fristantall> antall, String prosess) {
    Map<String, Tid> tid = new HashMap<>();
    jdbc.sql(PERSENTIL).param("prosess", prosess).param("nyeste", NYESTE)
        .query((rs, nr) -> new Tid(rs.getString("navn"), Math.round(rs.getDouble("median")), rs.getLong("antall"))).list()
        .forEach(en -> tid.put(en.aktivitet(), en));
    tid.keySet().forEach(aktivitet -> antall.putIfAbsent(aktivitet, Fristantall.INGEN));
    return antall.entrySet().stream().map(en -> {
      Tid brukt = tid.get(en.getKey());
      return new Aktivitet(en.getKey(), en.getValue().alle(), en.getValue().idag(), en.getValue().brutt(),
          brukt == null ? null : Long.valueOf(brukt.median()), brukt == null ? 0 : brukt.antall());
    }).toList();
  }
}
