package no.forlop.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The course of one case from the engine's history, and the way it took through its models. */
@Repository
class Sakshistorikk {

  /**
   * Something that happened, or goes on.
   *
   * @param slag {@code start}, {@code oppgave}, {@code milepael}, {@code beslutning}, {@code hendelse}, {@code plass} or
   *     {@code slutt}
   * @param del name of the called part where it happened, or null for the main model
   * @param fristHoldt null while it is open and not late, and where there is no deadline
   * @param status {@code apen}, {@code ferdig}, {@code avlyst} or null
   */
  record Steg(Instant tid, String slag, String tittel, String del, Navngitt hvem, Navngitt enhet, Instant slutt,
      Instant frist, Boolean fristHoldt, String status, String tekst) {

    Steg med(Navngitt hvem) {
      return new Steg(tid, slag, tittel, del, hvem, enhet, slutt, frist, fristHoldt, status, tekst);
    }
  }

  /** A linked case. */
  record Lenke(String saksnummer, Navngitt forlop, Instant startet, Instant avsluttet, String utfall) {}

  /** One case. */
  record Saksbilde(String saksnummer, String merke, Navngitt forlop, Instant startet, Navngitt startetAv, Instant avsluttet,
      String utfall, String instans, String definisjon, List<Lenke> lenker, List<Steg> hendelser) {}

  /** An activity that was entered, how often, and whether something waits in it. */
  record Aktivitet(String id, long ganger, boolean apen) {}

  /** One model that the case went through. */
  record Del(String instans, String navn, String definisjon, String xml, List<Aktivitet> aktiviteter, List<String> flyter) {}

  private record Sak(String saksnummer, String merke, String forlop, Instant startet, String startetAv, Instant avsluttet,
      String utfall, String instans) {}

  private record Instans(String id, String over, String nokkel, String definisjon, String prosess, Instant startet) {}

  private record Besok(String aktivitet, Instant start, Instant slutt) {}

  private static final int FLEST_DELER = 40;
  private static final long SAMTIDIG_MS = 1500;

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Navnebok navnebok;
  private final Saksliste liste;
  private final Modellbok modeller;

  Sakshistorikk(JdbcClient jdbc, Tider tider, Navnebok navnebok, Saksliste liste, Modellbok modeller) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.navnebok = navnebok;
    this.liste = liste;
    this.modeller = modeller;
  }

  /**
   * The case and its course.
   *
   * @throws FinnesIkke when there is no such case, or the user's units have no part in it
   */
  Saksbilde sak(String saksnummer, Lederinnsyn innsyn) {
    Sak sak = finn(saksnummer, innsyn);
    List<Instans> instanser = instanser(sak);
    Map<String, String> prosesser = navnebok.prosesser();
    Map<String, String> deler = new HashMap<>();
    instanser.stream().filter(en -> !en.id().equals(sak.instans()))
        .forEach(en -> deler.put(en.id(), prosesser.getOrDefault(en.prosess(), en.prosess())));
    List<String> ider = instanser.stream().map(Instans::id).toList();
    List<Steg> steg = new ArrayList<>();
    steg.add(new Steg(sak.startet(), "start", "Saken startet", null, person(sak.startetAv()), null, null, null, null, null, null));
    steg.addAll(oppgaver(ider, deler));
    steg.addAll(milepaeler(saksnummer));
    steg.addAll(beslutninger(ider, deler));
    List<Steg> meldte = meldte(saksnummer);
    steg.addAll(meldte);
    hendelser(ider, deler).stream().filter(en -> meldte.stream().noneMatch(meldt -> samme(meldt, en))).forEach(steg::add);
    steg.addAll(plasser(saksnummer));
    if (sak.avsluttet() != null) {
      steg.add(new Steg(sak.avsluttet(), "slutt", sak.utfall() == null ? "Saken ble slettet" : sak.utfall(), null, null, null,
          null, null, null, null, null));
    }
    steg.sort(Comparator.comparing(Steg::tid).thenComparing(en -> REKKEFOLGE.indexOf(en.slag())));
    Map<String, Navngitt> brukere = navnebok.brukere(steg.stream().map(Steg::hvem).filter(Objects::nonNull).map(Navngitt::id)
        .toList());
    return new Saksbilde(sak.saksnummer(), sak.merke(), new Navngitt(sak.forlop(),
        prosesser.getOrDefault(sak.forlop(), sak.forlop())), sak.startet(),
        sak.startetAv() == null ? null : brukere.get(sak.startetAv()), sak.avsluttet(), sak.utfall(), sak.instans(),
        instanser.stream().filter(en -> en.id().equals(sak.instans())).map(Instans::definisjon).findFirst().orElse(null),
        lenker(saksnummer, innsyn, prosesser),
        steg.stream().map(en -> en.hvem() == null ? en : en.med(brukere.get(en.hvem().id()))).toList());
  }

  private static final List<String> REKKEFOLGE =
      List.of("start", "hendelse", "beslutning", "plass", "milepael", "oppgave", "slutt");

  /**
   * The models that the case went through, the main one first, with what was passed in each.
   *
   * @throws FinnesIkke when there is no such case, or the user's units have no part in it
   */
  List<Del> diagram(String saksnummer, Lederinnsyn innsyn) {
    Sak sak = finn(saksnummer, innsyn);
    return instanser(sak).stream().limit(FLEST_DELER).map(this::del).toList();
  }

  /** The process instances below this one that belong to the same case, with itself; empty when there is none. */
  List<String> instanserUnder(String instans) {
    List<Instans> alle = iRot(instans);
    Set<String> under = new TreeSet<>(Set.of(instans));
    int antall;
    do {
      antall = under.size();
      alle.stream().filter(en -> en.over() != null && under.contains(en.over())).map(Instans::id).forEach(under::add);
    } while (under.size() > antall);
    return alle.isEmpty() ? List.of() : List.copyOf(under);
  }

  /** The process instances below this one, each with the activity of this one that called it, directly or through others. */
  Map<String, String> kallUnder(String instans) {
    Map<String, String> kall = new HashMap<>();
    jdbc.sql("select CALL_PROC_INST_ID_, ACT_ID_ from ACT_HI_ACTINST where PROC_INST_ID_ = ? and CALL_PROC_INST_ID_ is not null")
        .param(instans).query((rs, nr) -> kall.put(rs.getString(1), rs.getString(2))).list();
    List<Instans> alle = iRot(instans);
    int antall;
    do {
      antall = kall.size();
      alle.stream().filter(en -> en.over() != null && kall.containsKey(en.over()))
          .forEach(en -> kall.put(en.id(), kall.get(en.over())));
    } while (kall.size() > antall);
    return kall;
  }

  /** The case number of the process instance, its own or that of the nearest caller; null when there is none. */
  String saksnummer(String instans) {
    Map<String, Instans> alle = new HashMap<>();
    iRot(instans).forEach(en -> alle.put(en.id(), en));
    for (Instans en = alle.get(instans); en != null; en = en.over() == null ? null : alle.get(en.over())) {
      if (en.nokkel() != null) {
        return en.nokkel();
      }
    }
    return null;
  }

  private Sak finn(String saksnummer, Lederinnsyn innsyn) {
    if (!liste.synlig(saksnummer, innsyn)) {
      throw new FinnesIkke("Saken finnes ikke, eller ingen enhet som du leder har hatt del i den.");
    }
    return jdbc.sql("""
        select s.saksnummer, p.merke, s.forlop, s.opprettet, s.opprettet_av, s.avsluttet, s.utfall_navn, s.prosessinstans
          from sak s left join person p on p.id = s.pasient_id where s.saksnummer = ?
        """).param(saksnummer)
        .query((rs, nr) -> new Sak(rs.getString(1), rs.getString(2), rs.getString(3), tider.lokal(rs, "opprettet"),
            rs.getString(5), tider.lokal(rs, "avsluttet"), rs.getString(7), rs.getString(8))).single();
  }

  private List<Instans> iRot(String instans) {
    return jdbc.sql("""
        select ID_, SUPER_PROCESS_INSTANCE_ID_, BUSINESS_KEY_, PROC_DEF_ID_, PROC_DEF_KEY_, START_TIME_ from ACT_HI_PROCINST
         where ROOT_PROC_INST_ID_ = (select ROOT_PROC_INST_ID_ from ACT_HI_PROCINST where ID_ = ?)
         order by START_TIME_, ID_
        """).param(instans)
        .query((rs, nr) -> new Instans(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5),
            tider.lokal(rs, "START_TIME_"))).list();
  }

  /** The case's own process instance and the parts it has called; what has a number of its own is another case. */
  private List<Instans> instanser(Sak sak) {
    List<Instans> alle = iRot(sak.instans());
    Map<String, Instans> egne = new LinkedHashMap<>();
    alle.stream().filter(en -> en.id().equals(sak.instans())).forEach(en -> egne.put(en.id(), en));
    int antall;
    do {
      antall = egne.size();
      alle.stream().filter(en -> en.over() != null && egne.containsKey(en.over()))
          .filter(en -> en.nokkel() == null || en.nokkel().equals(sak.saksnummer()))
          .forEach(en -> egne.put(en.id(), en));
    } while (egne.size() > antall);
    return List.copyOf(egne.values());
  }

  private List<Steg> oppgaver(List<String> instanser, Map<String, String> deler) {
    if (instanser.isEmpty()) {
      return List.of();
    }
    Map<String, String> fullforte = new HashMap<>();
    jdbc.sql("""
        select TASK_ID_, USER_ID_ from ACT_HI_OP_LOG
         where PROC_INST_ID_ in (:instanser) and ENTITY_TYPE_ = 'Task' and OPERATION_TYPE_ = 'Complete'
        """).param("instanser", instanser)
        .query((rs, nr) -> fullforte.put(rs.getString(1), rs.getString(2) == null ? "" : rs.getString(2))).list();
    return jdbc.sql("""
        select t.ID_, t.PROC_INST_ID_, t.NAME_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.START_TIME_, t.END_TIME_, t.DELETE_REASON_,
               f.ansvar, f.forfall, f.naadd, f.brutt
          from ACT_HI_TASKINST t left join frist f on f.oppgave_id = t.ID_
         where t.PROC_INST_ID_ in (:instanser)
        """).param("instanser", instanser)
        .query((rs, nr) -> {
          Instant slutt = tider.lokal(rs, "END_TIME_");
          boolean ferdig = "completed".equals(rs.getString("DELETE_REASON_"));
          String hvem = Stream.of(fullforte.get(rs.getString("ID_")), rs.getString("ASSIGNEE_"))
              .filter(en -> en != null && !en.isEmpty()).findFirst().orElse(null);
          String navn = rs.getString("NAME_");
          return new Steg(tider.lokal(rs, "START_TIME_"), "oppgave", navn == null ? rs.getString("TASK_DEF_KEY_") : navn,
              deler.get(rs.getString("PROC_INST_ID_")), person(hvem), navnebok.enhet(rs.getString("ansvar")), slutt,
              Tider.tid(rs, "forfall"), holdt(rs), slutt == null ? "apen" : ferdig ? "ferdig" : "avlyst", null);
        }).list();
  }

  private List<Steg> milepaeler(String saksnummer) {
    return jdbc.sql("""
        select tittel, ansvar, opprettet, forfall, naadd, brutt, avlyst from frist
         where saksnummer = ? and type = 'milepael'
        """).param(saksnummer)
        .query((rs, nr) -> {
          Instant naadd = Tider.tid(rs, "naadd");
          Instant avlyst = Tider.tid(rs, "avlyst");
          return new Steg(Tider.tid(rs, "opprettet"), "milepael", rs.getString("tittel"), null, null,
              navnebok.enhet(rs.getString("ansvar")), naadd == null ? avlyst : naadd, Tider.tid(rs, "forfall"), holdt(rs),
              naadd != null ? "ferdig" : avlyst != null ? "avlyst" : "apen", null);
        }).list();
  }

  /** Broken as soon as it is recorded or past; kept when it was reached in time. */
  private Boolean holdt(ResultSet rs) throws SQLException {
    Instant forfall = Tider.tid(rs, "forfall");
    if (forfall == null) {
      return null;
    }
    if (rs.getObject("brutt") != null) {
      return false;
    }
    return rs.getObject("naadd") == null ? null : Boolean.TRUE;
  }

  private List<Steg> beslutninger(List<String> instanser, Map<String, String> deler) {
    record Rad(String id, String instans, String navn, String definisjon, Instant tid, String regel, String verdi) {}
    if (instanser.isEmpty()) {
      return List.of();
    }
    List<Rad> rader = jdbc.sql("""
        select d.ID_, d.PROC_INST_ID_, d.DEC_DEF_NAME_, d.DEC_DEF_KEY_, d.DEC_DEF_ID_, d.EVAL_TIME_, o.RULE_ID_, o.TEXT_,
               o.VAR_TYPE_, o.LONG_, o.DOUBLE_
          from ACT_HI_DECINST d left join ACT_HI_DEC_OUT o on o.DEC_INST_ID_ = d.ID_
         where d.PROC_INST_ID_ in (:instanser) order by d.EVAL_TIME_, d.ID_, o.RULE_ORDER_, o.ID_
        """).param("instanser", instanser)
        .query((rs, nr) -> new Rad(rs.getString("ID_"), rs.getString("PROC_INST_ID_"),
            rs.getString("DEC_DEF_NAME_") == null ? rs.getString("DEC_DEF_KEY_") : rs.getString("DEC_DEF_NAME_"),
            rs.getString("DEC_DEF_ID_"), tider.lokal(rs, "EVAL_TIME_"), rs.getString("RULE_ID_"), verdi(rs))).list();
    Map<String, List<Rad>> perBeslutning =
        rader.stream().collect(Collectors.groupingBy(Rad::id, LinkedHashMap::new, Collectors.toList()));
    return perBeslutning.values().stream().map(beslutning -> {
      Rad forste = beslutning.get(0);
      String verdier = beslutning.stream().map(Rad::verdi).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
      String hvorfor = beslutning.stream().map(Rad::regel).filter(Objects::nonNull).distinct()
          .map(regel -> modeller.regel(forste.definisjon(), regel)).filter(tekst -> !tekst.isEmpty())
          .collect(Collectors.joining("; "));
      String tekst = verdier.isEmpty() ? hvorfor : hvorfor.isEmpty() ? verdier : verdier + ": " + hvorfor;
      return new Steg(forste.tid(), "beslutning", forste.navn(), deler.get(forste.instans()), null, null, null, null, null, null,
          tekst.isEmpty() ? null : tekst);
    }).toList();
  }

  private static String verdi(ResultSet rs) throws SQLException {
    String type = rs.getString("VAR_TYPE_");
    if (type == null || type.equals("null")) {
      return null;
    }
    return switch (type) {
      case "boolean" -> rs.getLong("LONG_") == 1 ? "ja" : "nei";
      case "string" -> rs.getString("TEXT_");
      case "integer", "long" -> rs.getString("LONG_");
      case "double" -> rs.getString("DOUBLE_");
      default -> null;
    };
  }

  /** Events that staff or machines reported. */
  private List<Steg> meldte(String saksnummer) {
    return jdbc.sql("select navn, tid, bruker from sak_hendelse where saksnummer = ?").param(saksnummer)
        .query((rs, nr) -> new Steg(tider.lokal(rs, "tid"), "hendelse", rs.getString("navn"), null,
            person(rs.getString("bruker")), null, null, null, null, "ferdig", null)).list();
  }

  private static boolean samme(Steg meldt, Steg inntruffet) {
    return meldt.tittel().equals(inntruffet.tittel())
        && Math.abs(meldt.tid().toEpochMilli() - inntruffet.tid().toEpochMilli()) <= SAMTIDIG_MS;
  }

  /** Messages and other events that came from outside the flow. */
  private List<Steg> hendelser(List<String> instanser, Map<String, String> deler) {
    if (instanser.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
        select PROC_INST_ID_, ACT_ID_, ACT_NAME_, START_TIME_, END_TIME_ from ACT_HI_ACTINST
         where PROC_INST_ID_ in (:instanser)
           and ACT_TYPE_ in ('messageStartEvent', 'boundaryMessage', 'intermediateMessageCatch', 'escalationStartEvent')
        """).param("instanser", instanser)
        .query((rs, nr) -> {
          Instant slutt = tider.lokal(rs, "END_TIME_");
          String navn = rs.getString("ACT_NAME_");
          return new Steg(slutt == null ? tider.lokal(rs, "START_TIME_") : slutt, "hendelse",
              navn == null ? rs.getString("ACT_ID_") : navn, deler.get(rs.getString("PROC_INST_ID_")), null, null, null, null,
              null, slutt == null ? "apen" : "ferdig", null);
        }).list();
  }

  private List<Steg> plasser(String saksnummer) {
    return jdbc.sql("""
        select t.navn, o.fra, o.til from plass_opphold o join plass_type t on t.id = o.type where o.sak = ?
        """).param(saksnummer)
        .query((rs, nr) -> new Steg(Tider.tid(rs, "fra"), "plass", "Plass: " + rs.getString("navn"), null, null, null,
            Tider.tid(rs, "til"), null, null, rs.getObject("til") == null ? "apen" : "ferdig", null)).list();
  }

  private List<Lenke> lenker(String saksnummer, Lederinnsyn innsyn, Map<String, String> prosesser) {
    return jdbc.sql("""
        select saksnummer, forlop, opprettet, avsluttet, utfall_navn from sak
         where saksnummer in (select til from sak_lenke where fra = :s union select fra from sak_lenke where til = :s)
         order by opprettet, saksnummer
        """).param("s", saksnummer)
        .query((rs, nr) -> new Lenke(rs.getString(1), new Navngitt(rs.getString(2),
            prosesser.getOrDefault(rs.getString(2), rs.getString(2))), tider.lokal(rs, "opprettet"),
            tider.lokal(rs, "avsluttet"), rs.getString(5))).list().stream()
        .filter(lenke -> liste.synlig(lenke.saksnummer(), innsyn)).toList();
  }

  private Del del(Instans instans) {
    List<Besok> besok = jdbc.sql("""
        select ACT_ID_, START_TIME_, END_TIME_ from ACT_HI_ACTINST where PROC_INST_ID_ = ?
         order by START_TIME_, SEQUENCE_COUNTER_
        """).param(instans.id())
        .query((rs, nr) -> new Besok(rs.getString(1), tider.lokal(rs, "START_TIME_"), tider.lokal(rs, "END_TIME_"))).list();
    Map<String, List<Besok>> perAktivitet =
        besok.stream().collect(Collectors.groupingBy(Besok::aktivitet, LinkedHashMap::new, Collectors.toList()));
    Modellbok.Modell modell = modeller.modell(instans.definisjon());
    List<Aktivitet> aktiviteter = perAktivitet.entrySet().stream().map(en -> new Aktivitet(en.getKey(), en.getValue().size(),
        en.getValue().stream().anyMatch(ett -> ett.slutt() == null))).toList();
    List<String> flyter = modell.flyter().stream().filter(flyt -> passert(flyt, perAktivitet.get(flyt.fra()),
        perAktivitet.get(flyt.til()))).map(Modellbok.Flyt::id).toList();
    return new Del(instans.id(), modell.navn(), instans.definisjon(), modell.xml(), aktiviteter, flyter);
  }

  /** The engine keeps no flows: one was passed when its target began as its source ended, or when there was no other way. */
  private static boolean passert(Modellbok.Flyt flyt, List<Besok> fra, List<Besok> til) {
    if (fra == null || til == null) {
      return false;
    }
    return fra.stream().filter(en -> en.slutt() != null).anyMatch(en -> flyt.eneste()
        || til.stream().anyMatch(annen -> Math.abs(annen.start().toEpochMilli() - en.slutt().toEpochMilli()) <= SAMTIDIG_MS));
  }

  private static Navngitt person(String id) {
    return id == null ? null : new Navngitt(id, id);
  }
}
