package no.forlop.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.forlop.Forlop;
import no.forlop.cockpit.Maltallslesning.Andel;
import no.forlop.cockpit.Maltallslesning.Antall;
import no.forlop.cockpit.Maltallslesning.Manedsantall;
import no.forlop.cockpit.Maltallslesning.Utsnitt;
import no.forlop.plass.Plass;
import no.forlop.tilgang.Tilgang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Each query against a few rows that were counted by hand; the same on every database. It is Monday 2 March 2026, 09:00. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CockpitKrav {

  static {
    Forlop.norskTid();
  }

  private static final Instant NAA = Grunnlag.kl("2026-03-02T09:00");
  private static final Periode ALLTID = Periode.av(null, null);
  private static final Lederinnsyn ALT = new Lederinnsyn("ledelse", List.of("ledelse"), true, Set.of("hvk", "leistad", "mosenter"));
  private static final Lederinnsyn LEISTAD = new Lederinnsyn("leistadleder", List.of("leistad", "leistadleder"), false, Set.of("leistad"));

  private static final Lederinnsyn EPHOR = new Lederinnsyn("ephorleder", List.of("ephor", "ephorleder"), false, Set.of("ephor"));

  private Grunnlag grunnlag;
  private Fristlesning frister;
  private Saksliste saker;
  private Sakshistorikk historikk;
  private Diagramtall diagram;
  private Maltallslesning maltall;
  private Plasstavle plasser;
  private Plass plass;

  abstract DataSource base() throws Exception;

  abstract String motortype();

  @BeforeAll
  void start() throws Exception {
    DataSource base = base();
    grunnlag = Grunnlag.lag(base, motortype());
    Tilgang tilgang = mock(Tilgang.class);
    Map<String, String> enheter = new LinkedHashMap<>();
    enheter.put("hvk", "Helse- og velferdskontor");
    enheter.put("leistad", "Leistad");
    enheter.put("mosenter", "MO-senteret");
    when(tilgang.enheter()).thenReturn(enheter);
    when(tilgang.navn(anyCollection())).thenAnswer(kall -> kall.<Collection<String>>getArgument(0).stream()
        .collect(Collectors.toMap(id -> id, id -> id.toUpperCase(Locale.ROOT))));
    Tider tider = new Tider(Clock.fixed(NAA, Grunnlag.OSLO));
    Navnebok navnebok = new Navnebok(grunnlag.jdbc, tilgang);
    frister = new Fristlesning(grunnlag.jdbc, tider, navnebok);
    saker = new Saksliste(grunnlag.jdbc, tider, navnebok);
    Modellbok modeller = mock(Modellbok.class);
    when(modeller.regel("rytme:1:x", "r1")).thenReturn("Tidligere overdose (s0)");
    when(modeller.modell("overdose:1:x")).thenReturn(new Modellbok.Modell("Overdose", "<xml/>", List.of(
        new Modellbok.Flyt("f1", "start", "taKontakt", true), new Modellbok.Flyt("f2", "valg", "a", false),
        new Modellbok.Flyt("f3", "valg", "b", false))));
    historikk = new Sakshistorikk(grunnlag.jdbc, tider, navnebok, saker, modeller);
    diagram = new Diagramtall(grunnlag.jdbc, tider, frister, historikk);
    maltall = new Maltallslesning(grunnlag.jdbc, tider);
    plass = mock(Plass.class);
    plasser = new Plasstavle(grunnlag.jdbc, tider, navnebok, plass, new DataSourceTransactionManager(base));
  }

  @BeforeEach
  void rydd() {
    grunnlag.tom();
    grunnlag.prosess("overdose", "Oppfølging etter overdose");
    grunnlag.prosess("moinntak", "MO-senteret");
  }

  // Frister

  /** Two broken, one later today, one on Sunday, one next Monday, one held, one broken before it was held, and two that are over. */
  private void niFrister() {
    Grunnlag.Sak a = grunnlag.sak("OVD-2026-00001", "overdose", "2026-02-20T10:00").enheter("leistad", "hvk");
    a.oppgave("ring", "leistad", "2026-02-20T10:00", "2026-02-27T16:00").tattAv("leistad2").inn();
    a.oppgave("se", "leistadleder", "2026-02-20T10:00", "2026-03-01T16:00").inn();
    a.milepael("kontakt", "hvk", "2026-02-20T10:00", "2026-03-02T23:59").inn();
    a.oppgave("plan", "hvk", "2026-02-20T10:00", "2026-03-08T23:59").inn();
    a.oppgave("gjort", "hvk", "2026-02-20T10:00", "2026-02-21T10:00").naadd("2026-02-21T09:00").inn();
    a.oppgave("avlyst", "hvk", "2026-02-20T10:00", "2026-02-21T10:00").avlyst("2026-02-21T09:00").inn();
    Grunnlag.Sak b = grunnlag.sak("MOI-2026-00001", "moinntak", "2026-02-25T10:00").enheter("mosenter");
    b.oppgave("evaluer", "mosenter", "2026-02-25T10:00", "2026-03-09T00:00").inn();
    b.oppgave("held", "mosenter", "2026-02-25T10:00", "2026-02-28T12:00").pauset("2026-02-26T12:00").inn();
    b.oppgave("sent", "mosenter", "2026-02-25T10:00", "2026-02-26T12:00").pauset("2026-02-27T12:00").inn();
  }

  @Test
  void openDeadlinesAreCountedByStatePathwayUnitAndType() {
    niFrister();
    Fristlesning.Sammendrag alt = frister.sammendrag(null, null);
    assertThat(alt.totalt()).isEqualTo(new Fristantall(3, 1, 1, 1, 1));
    assertThat(alt.forlop()).extracting("id", "navn", "brutt", "idag", "uke", "senere", "pauset", "alle").containsExactly(
        tuple("moinntak", "MO-senteret", 1L, 0L, 0L, 1L, 1L, 3L),
        tuple("overdose", "Oppfølging etter overdose", 2L, 1L, 1L, 0L, 0L, 4L));
    assertThat(alt.enheter()).extracting("id", "brutt", "alle").containsExactly(
        tuple("hvk", 0L, 2L), tuple("leistad", 2L, 2L), tuple("mosenter", 1L, 3L));
    assertThat(alt.typer()).extracting("id", "alle").containsExactly(tuple("milepael", 1L), tuple("oppgave", 6L));

    assertThat(frister.sammendrag(Set.of("leistad"), null).totalt()).isEqualTo(new Fristantall(2, 0, 0, 0, 0));
    assertThat(frister.sammendrag(null, "moinntak").totalt()).isEqualTo(new Fristantall(1, 0, 0, 1, 1));
    assertThat(frister.sammendrag(Set.of("hvk"), "moinntak").totalt()).isEqualTo(Fristantall.INGEN);
  }

  @Test
  void theListHasTheLongestBrokenFirstWithEverythingItShows() {
    niFrister();
    List<Fristlinje> rader = liste(List.of(), null, null, null, ALLTID);
    assertThat(rader).extracting(Fristlinje::aktivitet)
        .containsExactly("sent", "ring", "held", "se", "kontakt", "plan", "evaluer");
    Fristlinje ring = rader.get(1);
    assertThat(ring).extracting("type", "saksnummer", "merke", "tittel", "tilstand", "over", "sakinstans", "prosess")
        .containsExactly("oppgave", "OVD-2026-00001", "Merke OVD-2026-00001", "Gjør ring", "brutt", 61L * 3600 + 4 * 3600,
            "i-OVD-2026-00001", "overdose");
    assertThat(ring.forlop()).isEqualTo(new Navngitt("overdose", "Navn på overdose"));
    assertThat(ring.enhet()).isEqualTo(new Navngitt("leistad", "Leistad"));
    assertThat(ring.hvem()).isEqualTo(new Navngitt("leistad2", "LEISTAD2"));
    assertThat(ring.forfall()).isEqualTo(Grunnlag.kl("2026-02-27T16:00"));
    assertThat(rader.get(4)).extracting("type", "oppgaveId", "hvem", "over").containsExactly("milepael", null, null, 0L);
    assertThat(frister.medId(List.of(ring.id(), -1L))).containsExactly(ring);
  }

  @Test
  void everyFilterLeavesWhatItSays() {
    niFrister();
    assertThat(liste(List.of(Tilstand.BRUTT), null, null, null, ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("sent", "ring", "se");
    assertThat(liste(List.of(Tilstand.IDAG, Tilstand.UKE), null, null, null, ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("kontakt", "plan");
    assertThat(liste(List.of(Tilstand.SENERE), null, null, null, ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("evaluer");
    assertThat(liste(List.of(Tilstand.PAUSET), null, null, null, ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("held");
    assertThat(liste(List.of(), Set.of("leistad"), null, null, ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("ring", "se");
    assertThat(liste(List.of(), Set.of("leistad", "hvk"), null, null, ALLTID)).hasSize(4);
    assertThat(liste(List.of(), null, "overdose", null, ALLTID)).hasSize(4);
    assertThat(liste(List.of(), Set.of("hvk"), "overdose", "milepael", ALLTID)).extracting(Fristlinje::aktivitet).containsExactly("kontakt");
    assertThat(liste(List.of(), null, null, null, Periode.av(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 1))))
        .extracting(Fristlinje::aktivitet).containsExactly("ring", "held", "se");
    Fristfilter prosess = new Fristfilter(List.of(), null, null, null, ALLTID, "moinntak", null);
    assertThat(frister.liste(prosess, 10, null).rader()).hasSize(3);
    Fristfilter instans = new Fristfilter(List.of(), null, null, null, ALLTID, null, List.of("i-OVD-2026-00001"));
    assertThat(frister.liste(instans, 10, null).rader()).hasSize(4);
  }

  @Test
  void pagesFollowEachOtherAlsoWhenManyAreDueAtTheSameMoment() {
    Grunnlag.Sak sak = grunnlag.sak("OVD-2026-00001", "overdose", "2026-02-20T10:00").enheter("leistad");
    for (int nr = 0; nr < 7; nr++) {
      sak.oppgave("o" + nr, "leistad", "2026-02-20T10:00", nr < 5 ? "2026-03-01T16:00" : "2026-03-02T16:00").inn();
    }
    Fristfilter filter = new Fristfilter(List.of(), Set.of("leistad"), null, null, ALLTID, null, null);
    Fristlesning.Side<Fristlinje> forste = frister.liste(filter, 3, null);
    Fristlesning.Side<Fristlinje> andre = frister.liste(filter, 3, Peker.les(forste.neste()));
    Fristlesning.Side<Fristlinje> siste = frister.liste(filter, 3, Peker.les(andre.neste()));
    assertThat(forste.rader()).extracting(Fristlinje::aktivitet).containsExactly("o0", "o1", "o2");
    assertThat(andre.rader()).extracting(Fristlinje::aktivitet).containsExactly("o3", "o4", "o5");
    assertThat(siste.rader()).extracting(Fristlinje::aktivitet).containsExactly("o6");
    assertThat(siste.neste()).isNull();
    Peker bak = new Peker(java.time.LocalDateTime.of(2099, 1, 1, 0, 0), "1");
    assertThat(frister.liste(filter, 3, bak)).isEqualTo(new Fristlesning.Side<>(List.of(), null));
  }

  private List<Fristlinje> liste(List<Tilstand> tilstander, Set<String> enheter, String forlop, String type, Periode periode) {
    return frister.liste(new Fristfilter(tilstander, enheter, forlop, type, periode, null, null), 50, null).rader();
  }

  // Diagram

  @Test
  void badgesCountWhatIsInsideAndTheMedianIsOfWhatIsFinished() {
    Grunnlag.Sak sak = grunnlag.sak("OVD-2026-00001", "overdose", "2026-02-20T10:00").enheter("leistad");
    sak.oppgave("ring", "leistad", "2026-02-20T10:00", "2026-03-01T10:00").iProsess("overdose-kontakt").under("overdose", "kontakt").inn();
    sak.oppgave("se", "hvk", "2026-02-20T10:00", "2026-03-02T16:00").iProsess("overdose-kontakt").under("overdose", "kontakt").inn();
    sak.oppgave("plan", "leistad", "2026-02-20T10:00", "2026-04-01T10:00").inn();
    sak.oppgave("plan", "leistad", "2026-02-20T10:00", "2026-04-01T10:00").naadd("2026-02-20T11:00").inn();
    sak.oppgave("plan", "leistad", "2026-02-20T10:00", "2026-04-01T10:00").naadd("2026-02-20T12:00").inn();
    sak.oppgave("plan", "leistad", "2026-02-20T10:00", "2026-04-01T10:00").naadd("2026-02-20T20:00").inn();
    grunnlag.prosess("overdose-kontakt", "Kontakt");

    assertThat(diagram.definisjon("overdose:1:x", null)).containsExactly(
        new Diagramtall.Aktivitet("kontakt", 2, 1, 1, null, 0),
        new Diagramtall.Aktivitet("plan", 1, 0, 0, 7200L, 3));
    assertThat(diagram.definisjon("overdose:1:x", Set.of("hvk"))).extracting("id", "apne").contains(tuple("kontakt", 1L), tuple("plan", 0L));
    assertThat(diagram.definisjon("overdose-kontakt:1:x", null)).extracting("id", "apne", "brutt")
        .containsExactly(tuple("ring", 1L, 1L), tuple("se", 1L, 0L));
    assertThatThrownBy(() -> diagram.definisjon("finnes:1:ikke", null)).isInstanceOf(FinnesIkke.class);
  }

  @Test
  void aModelInTheMiddleCountsItsOwnTasksAndWhatIsUnderItsCalls() {
    grunnlag.prosess("overdose-oppfolging", "Oppfølging");
    grunnlag.prosess("overdose-kontakt", "Kontakt");
    for (String nr : List.of("1", "2")) {
      Grunnlag.Sak sak = grunnlag.sak("OVD-2026-0000" + nr, "overdose", "2026-02-20T10:00").enheter("leistad");
      String hoved = "i-" + sak.nummer;
      grunnlag.instans(hoved, "overdose", null, null);
      grunnlag.instans(hoved + "-o", "overdose-oppfolging", hoved, "oppfolging");
      grunnlag.instans(hoved + "-k", "overdose-kontakt", hoved + "-o", "kontakt");
      grunnlag.instans(hoved + "-d", "overdose-kontakt", hoved + "-k", "dypere");
      sak.oppgave("samtale", "leistad", "2026-02-20T10:00", "2026-04-01T10:00").iProsess("overdose-oppfolging").iInstans(hoved + "-o")
          .under("overdose", "oppfolging").inn();
      sak.oppgave("ring", "leistad", "2026-02-20T10:00", "2026-03-01T10:00").iProsess("overdose-kontakt").iInstans(hoved + "-k")
          .under("overdose", "oppfolging").inn();
      sak.oppgave("ring", "hvk", "2026-02-20T10:00", "2026-03-02T16:00").iProsess("overdose-kontakt").iInstans(hoved + "-d")
          .under("overdose", "oppfolging").inn();
      sak.oppgave("annet", "leistad", "2026-02-20T10:00", "2026-03-02T16:00").inn();
    }
    assertThat(diagram.definisjon("overdose:1:x", null)).extracting("id", "apne").containsExactly(tuple("annet", 2L), tuple("oppfolging", 6L));
    assertThat(diagram.definisjon("overdose-oppfolging:1:x", null)).extracting("id", "apne", "idag", "brutt")
        .containsExactly(tuple("kontakt", 4L, 2L, 2L), tuple("samtale", 2L, 0L, 0L));
    assertThat(diagram.definisjon("overdose-oppfolging:1:x", Set.of("hvk"))).extracting("id", "apne").containsExactly(tuple("kontakt", 2L));
    Fristfilter oppfolging = new Fristfilter(List.of(), null, null, null, ALLTID, "overdose-oppfolging", null);
    assertThat(frister.liste(oppfolging, 50, null).rader()).extracting(Fristlinje::aktivitet)
        .containsExactly("ring", "ring", "ring", "ring", "samtale", "samtale");
    assertThat(frister.liste(oppfolging, 5, Peker.les(frister.liste(oppfolging, 5, null).neste())).rader()).hasSize(1);
  }

  // Plasser

  @Test
  void theBoardShowsWhoIsThereUntilWhenAndWhoWaits() {
    Grunnlag.Sak inne = grunnlag.sak("SEL-2026-00001", "selvmord", "2026-02-20T10:00");
    inne.milepael("leistad-krise", "leistad", "2026-02-27T12:00", "2026-03-02T08:00").inn();
    opphold("SEL-2026-00001", "2026-02-27T11:00", "2026-02-27T12:00", null);
    opphold("SEL-2026-00002", "2026-03-01T11:00", null, null);
    opphold("SEL-2026-00003", "2026-02-01T11:00", null, "2026-02-03T11:00");
    ko("SEL-2026-00004", 100, "2026-03-01T09:00");
    ko("SEL-2026-00005", 1, "2026-03-02T08:30");

    Plasstavle.Tavle tavle = plasser.tavle("leistad-krise", LEISTAD);
    assertThat(tavle.type()).isEqualTo(new Plasstavle.Type("leistad-krise", "Leistad, kriseplass", new Navngitt("leistad", "Leistad"),
        2, 2, 0, 2, 1, true, true));
    assertThat(tavle.opphold()).containsExactly(
        new Plasstavle.Opphold("SEL-2026-00001", "K.N. 1985", Grunnlag.kl("2026-02-27T12:00"), Grunnlag.kl("2026-03-02T08:00"), true, 3600),
        new Plasstavle.Opphold("SEL-2026-00002", "K.N. 1985", Grunnlag.kl("2026-03-01T11:00"), null, false, 0));
    assertThat(tavle.ko()).extracting("nr", "saksnummer", "ventet")
        .containsExactly(tuple(1, "SEL-2026-00005", 1800L), tuple(2, "SEL-2026-00004", 24L * 3600));
    assertThat(plasser.typer(ALT)).extracting("id").contains("kad-rus", "nattkrise-menn");
  }

  @Test
  void capacityIsChangedWithAReasonThatIsKept() {
    plasser.settKapasitet("leistad-krise", 3, " Nytt rom ", LEISTAD);
    org.mockito.Mockito.verify(plass).settKapasitet("leistad-krise", 3);
    assertThat(plasser.tavle("leistad-krise", LEISTAD).endringer()).containsExactly(
        new Plasstavle.Endring(NAA, new Navngitt("leistadleder", "LEISTADLEDER"), 2, 3, "Nytt rom"));
    assertThatThrownBy(() -> plasser.settKapasitet("leistad-krise", 3, "x", LEISTAD)).hasMessageContaining("3 til 500");
    assertThatThrownBy(() -> plasser.settKapasitet("leistad-krise", -1, "Feil", LEISTAD)).hasMessageContaining("0 til 500");
    assertThatThrownBy(() -> plasser.settKapasitet("leistad-krise", null, "Feil", LEISTAD)).hasMessageContaining("0 til 500");
    for (String annens : List.of("gjenganger-bolig", "nattkrise-menn")) {
      assertThatThrownBy(() -> plasser.settKapasitet(annens, 3, "Nytt rom", LEISTAD)).isInstanceOf(IngenAdgang.class);
      assertThatThrownBy(() -> plasser.tavle(annens, LEISTAD)).isInstanceOf(IngenAdgang.class);
    }
    assertThat(plasser.typer(EPHOR)).filteredOn(Plasstavle.Type::kanEndre).extracting("id").containsExactly("gjenganger-bolig");
    assertThatThrownBy(() -> plasser.settKapasitet("hotell", 3, "Nytt rom", ALT)).isInstanceOf(FinnesIkke.class);
  }

  private void opphold(String sak, String fra, String ankommet, String til) {
    grunnlag.jdbc.sql("insert into plass_opphold (type, eier, sak, merke, fra, ankommet, til) values ('leistad-krise', ?, ?, 'K.N. 1985', ?, ?, ?)")
        .params(sak, sak, Grunnlag.tid(Grunnlag.kl(fra)), ankommet == null ? null : Grunnlag.tid(Grunnlag.kl(ankommet)),
            til == null ? null : Grunnlag.tid(Grunnlag.kl(til))).update();
  }

  private void ko(String sak, int prioritet, String siden) {
    grunnlag.jdbc.sql("insert into plass_ko (type, eier, sak, merke, prosess, utforelse, prioritet, siden) values ('leistad-krise', ?, ?, 'A.B. 1990', ?, ?, ?, ?)")
        .params(sak, sak, sak, sak, prioritet, Grunnlag.tid(Grunnlag.kl(siden))).update();
  }

  // Saker

  private void fireSaker() {
    grunnlag.jdbc.sql("insert into sak_teller (prefiks, aar, siste) values ('OVD', 2026, 2)").update();
    grunnlag.sak("OVD-2026-00001", "overdose", "2026-01-10T10:00").enheter("leistad").avsluttet("2026-02-10T10:00", "Oppfølging fullført")
        .oppgave("ring", "leistad", "2026-01-10T10:00", "2026-01-11T10:00").naadd("2026-01-12T10:00").brutt("2026-01-11T10:00").inn();
    grunnlag.sak("OVD-2026-00002", "overdose", "2026-01-10T10:00").enheter("leistad", "hvk");
    grunnlag.sak("MOI-2026-00001", "moinntak", "2026-02-01T10:00").enheter("hvk").avsluttet("2026-02-20T10:00", "Død");
    grunnlag.sak("MOI-2026-00002", "moinntak", "2026-02-01T23:59").enheter("mosenter");
  }

  @Test
  void casesComeNewestFirstAndEveryFilterLeavesWhatItSays() {
    fireSaker();
    assertThat(sok(null, null, null, null, ALLTID, null))
        .containsExactly("MOI-2026-00002", "MOI-2026-00001", "OVD-2026-00002", "OVD-2026-00001");
    assertThat(sok("ovd-2026-00001", null, null, null, ALLTID, null)).containsExactly("OVD-2026-00001");
    assertThat(sok("OVD-2026", null, null, null, ALLTID, null)).containsExactly("OVD-2026-00002", "OVD-2026-00001");
    grunnlag.jdbc.sql("update person set merke = 'K.N. 1985' where id = 'p-MOI-2026-00002'").update();
    assertThat(sok("k.n. 19", null, null, null, ALLTID, null)).containsExactly("MOI-2026-00002");
    assertThat(sok("k.n.", null, null, null, ALLTID, Set.of("hvk"))).isEmpty();
    assertThat(sok("merke", null, null, null, ALLTID, null)).hasSize(3);
    assertThat(sok("OVD", null, null, null, ALLTID, Set.of("hvk"))).containsExactly("OVD-2026-00002");
    assertThat(sok("%%", null, null, null, ALLTID, null)).isEmpty();
    assertThat(sok(null, "moinntak", null, null, ALLTID, null)).containsExactly("MOI-2026-00002", "MOI-2026-00001");
    assertThat(sok(null, null, "Død", null, ALLTID, null)).containsExactly("MOI-2026-00001");
    assertThat(sok(null, null, null, "lopende", ALLTID, null)).containsExactly("MOI-2026-00002", "OVD-2026-00002");
    assertThat(sok(null, null, null, "avsluttet", ALLTID, null)).containsExactly("MOI-2026-00001", "OVD-2026-00001");
    assertThat(sok(null, null, null, null, Periode.av(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1)), null)).hasSize(2);
    assertThat(sok(null, null, null, null, ALLTID, Set.of("hvk"))).containsExactly("MOI-2026-00001", "OVD-2026-00002");
    assertThat(sok(null, "overdose", null, "lopende", ALLTID, Set.of("hvk"))).containsExactly("OVD-2026-00002");
    assertThat(sok(null, null, null, null, ALLTID, Set.of("hvk", "leistad"))).hasSize(3);
    assertThat(saker.utfall(null)).containsExactly("Død", "Oppfølging fullført");
    assertThat(saker.utfall("overdose")).containsExactly("Oppfølging fullført");
  }

  @Test
  void aCaseIsShownWithItsUnitsAndBrokenDeadlines() {
    fireSaker();
    Saksliste.Linje sak = saker.side(filter("OVD-2026-00001", null, null, null, ALLTID, null), 10, null).rader().get(0);
    assertThat(sak).isEqualTo(new Saksliste.Linje("OVD-2026-00001", "Merke OVD-2026-00001",
        new Navngitt("overdose", "Oppfølging etter overdose"), Grunnlag.kl("2026-01-10T10:00"), Grunnlag.kl("2026-02-10T10:00"),
        "Oppfølging fullført", List.of(new Navngitt("leistad", "Leistad")), 1, "i-OVD-2026-00001"));
    assertThat(saker.treff(filter(null, null, null, null, ALLTID, null))).isEqualTo(new Saksliste.Treff(4, "4"));
  }

  @Test
  void pagesOfCasesFollowEachOther() {
    fireSaker();
    for (Set<String> enheter : java.util.Arrays.asList(null, Set.of("leistad"))) {
      Saksliste.Filter alle = filter(null, null, null, null, ALLTID, enheter);
      Fristlesning.Side<Saksliste.Linje> forste = saker.side(alle, 1, null);
      Fristlesning.Side<Saksliste.Linje> andre = saker.side(alle, 10, Peker.les(forste.neste()));
      assertThat(forste.rader()).hasSize(1);
      assertThat(andre.rader()).hasSize(enheter == null ? 3 : 1).doesNotContainAnyElementsOf(forste.rader());
      assertThat(andre.neste()).isNull();
    }
  }

  @Test
  void aLeaderSeesTheCasesThatHerUnitHasAPartIn() {
    fireSaker();
    assertThat(saker.synlig("OVD-2026-00001", LEISTAD)).isTrue();
    assertThat(saker.synlig("MOI-2026-00001", LEISTAD)).isFalse();
    assertThat(saker.synlig("MOI-2026-00001", ALT)).isTrue();
    assertThat(saker.synlig("FINNES-IKKE", ALT)).isFalse();
    assertThatThrownBy(() -> historikk.sak("MOI-2026-00001", LEISTAD)).isInstanceOf(FinnesIkke.class);
  }

  private List<String> sok(String sok, String forlop, String utfall, String status, Periode periode, Set<String> enheter) {
    return saker.side(filter(sok, forlop, utfall, status, periode, enheter), 50, null).rader().stream()
        .map(Saksliste.Linje::saksnummer).toList();
  }

  private static Saksliste.Filter filter(String sok, String forlop, String utfall, String status, Periode periode, Set<String> enheter) {
    return new Saksliste.Filter(sok, forlop, utfall, status, periode, enheter);
  }

  @Test
  void theCourseOfACaseIsInOrderWithWhoWhenAndWhy() {
    Grunnlag.Sak sak = grunnlag.sak("OVD-2026-00001", "overdose", "2026-01-10T10:00").enheter("leistad")
        .avsluttet("2026-01-13T10:00", "Oppfølging fullført");
    grunnlag.sak("MOI-2026-00001", "moinntak", "2026-01-12T10:00").enheter("leistad");
    grunnlag.sak("MOI-2026-00002", "moinntak", "2026-01-12T10:00").enheter("hvk");
    for (String til : List.of("MOI-2026-00001", "MOI-2026-00002")) {
      grunnlag.jdbc.sql("insert into sak_lenke (fra, til, opprettet) values ('OVD-2026-00001', ?, ?)")
          .params(til, java.time.LocalDateTime.parse("2026-01-12T10:00")).update();
    }
    sak.milepael("kontakt", "leistad", "2026-01-10T10:00", "2026-01-11T10:00").naadd("2026-01-11T09:00").inn();
    sak.oppgave("ring", "leistad", "2026-01-10T11:00", "2026-01-11T10:00").naadd("2026-01-12T09:00").brutt("2026-01-11T10:00").inn();
    String oppgave = grunnlag.jdbc.sql("select oppgave_id from frist where navn = 'ring'").query(String.class).single();
    var naar = java.time.LocalDateTime.parse("2026-01-10T11:00");
    grunnlag.jdbc.sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, PROC_DEF_KEY_, START_TIME_)"
        + " values ('i-OVD-2026-00001', 'i-OVD-2026-00001', 'i-OVD-2026-00001', 'OVD-2026-00001', 'overdose:1:x', 'overdose', ?)").params(naar).update();
    grunnlag.jdbc.sql("insert into ACT_HI_TASKINST (ID_, PROC_INST_ID_, NAME_, TASK_DEF_KEY_, START_TIME_, END_TIME_, DELETE_REASON_) values (?, 'i-OVD-2026-00001', 'Ring personen', 'ring', ?, ?, 'completed')")
        .params(oppgave, naar, naar.plusHours(46)).update();
    grunnlag.jdbc.sql("insert into ACT_HI_OP_LOG (ID_, PROC_INST_ID_, TASK_ID_, USER_ID_, ENTITY_TYPE_, OPERATION_TYPE_, TIMESTAMP_) values ('l1', 'i-OVD-2026-00001', ?, 'leistad2', 'Task', 'Complete', ?)")
        .params(oppgave, naar).update();
    grunnlag.jdbc.sql("insert into ACT_HI_DECINST (ID_, PROC_INST_ID_, DEC_DEF_ID_, DEC_DEF_KEY_, DEC_DEF_NAME_, EVAL_TIME_) values ('d1', 'i-OVD-2026-00001', 'rytme:1:x', 'rytme', 'Oppfølgingsrytme', ?)")
        .params(naar.plusMinutes(1)).update();
    grunnlag.jdbc.sql("insert into ACT_HI_DEC_OUT (ID_, DEC_INST_ID_, RULE_ID_, VAR_TYPE_, TEXT_) values ('o1', 'd1', 'r1', 'string', 'tett')").update();
    for (String[] besok : new String[][] {{"start", "0", "0"}, {"taKontakt", "0", "60"}, {"valg", "60", "60"}, {"a", "60", "61"}, {"b", "5000", "5001"}}) {
      grunnlag.jdbc.sql("insert into ACT_HI_ACTINST (ID_, PROC_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_) values (?, 'i-OVD-2026-00001', 'overdose', 'overdose:1:x', 'e', ?, 'x', ?, ?)")
          .params("a-" + besok[0], besok[0], naar.plusSeconds(Long.parseLong(besok[1])), naar.plusSeconds(Long.parseLong(besok[2]))).update();
    }
    grunnlag.jdbc.sql("insert into sak_hendelse (saksnummer, melding, navn, tid, bruker) values ('OVD-2026-00001', 'klage', 'Klage mottatt', ?, 'hvk')")
        .params(naar.plusDays(1)).update();

    Sakshistorikk.Saksbilde bilde = historikk.sak("OVD-2026-00001", LEISTAD);
    assertThat(bilde.hendelser()).extracting("slag", "tittel", "fristHoldt", "status", "tekst").containsExactly(
        tuple("start", "Saken startet", null, null, null),
        tuple("milepael", "Gjør kontakt", true, "ferdig", null),
        tuple("oppgave", "Ring personen", false, "ferdig", null),
        tuple("beslutning", "Oppfølgingsrytme", null, null, "tett: Tidligere overdose (s0)"),
        tuple("hendelse", "Klage mottatt", null, "ferdig", null),
        tuple("slutt", "Oppfølging fullført", null, null, null));
    assertThat(bilde.hendelser().get(2).hvem()).isEqualTo(new Navngitt("leistad2", "LEISTAD2"));
    assertThat(bilde.hendelser().get(2).enhet()).isEqualTo(new Navngitt("leistad", "Leistad"));
    assertThat(bilde.hendelser().get(2).frist()).isEqualTo(Grunnlag.kl("2026-01-11T10:00"));
    assertThat(bilde.startetAv()).isEqualTo(new Navngitt("hvk", "HVK"));
    assertThat(bilde.lenker()).as("only what she may open").extracting("saksnummer").containsExactly("MOI-2026-00001");
    assertThat(historikk.sak("OVD-2026-00001", ALT).lenker()).hasSize(2);

    assertThat(historikk.diagram("OVD-2026-00001", LEISTAD)).singleElement().satisfies(del -> {
      assertThat(del.aktiviteter()).extracting("id").containsExactlyInAnyOrder("start", "taKontakt", "valg", "a", "b");
      assertThat(del.flyter()).as("b came much later, by another way").containsExactly("f1", "f2");
    });
  }

  // Måltall

  private static Utsnitt januar(String enhet) {
    return new Utsnitt("moinntak", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), enhet);
  }

  @Test
  void figuresLeaveOutMistakesAndCountTheRest() {
    grunnlag.sak("MOI-1", "moinntak", "2026-01-01T00:00").enheter("mosenter").avsluttet("2026-01-31T23:59", "Plan gjennomført");
    grunnlag.sak("MOI-2", "moinntak", "2026-01-31T23:59").enheter("mosenter", "hvk");
    grunnlag.sak("MOI-3", "moinntak", "2026-01-15T10:00").enheter("mosenter").avsluttet("2026-01-16T10:00", "Feilregistrert");
    grunnlag.sak("MOI-4", "moinntak", "2026-01-15T10:00").enheter("mosenter").avsluttet("2026-01-15T10:00", "Lagt til løpende sak");
    grunnlag.sak("MOI-5", "moinntak", "2026-01-15T10:00").avsluttet("2026-01-16T10:00", null);
    grunnlag.sak("MOI-6", "moinntak", "2025-12-31T23:59").avsluttet("2026-02-01T00:00", "Død");
    grunnlag.sak("OVD-1", "overdose", "2026-01-15T10:00");

    assertThat(maltall.startet(januar(null))).isEqualTo(2);
    assertThat(maltall.startet(januar("hvk"))).isEqualTo(1);
    assertThat(maltall.lopende(januar(null))).isEqualTo(1);
    assertThat(maltall.utfall(januar(null))).containsExactly(new Antall("Plan gjennomført", 1));
    assertThat(maltall.heleForlopet(januar(null))).isEqualTo(new Maltallslesning.Fordeling(31 * 86400.0 - 60, 31 * 86400.0 - 60, 1));
    assertThat(maltall.heleForlopet(januar("hvk"))).isEqualTo(new Maltallslesning.Fordeling(null, null, 0));
  }

  @Test
  void keptAndBrokenDeadlinesAndTheTimeUntilTheFirstHelp() {
    String[][] dager = {{"1", "05"}, {"2", "06"}, {"3", "14"}, {"4", null}};
    for (String[] dag : dager) {
      Grunnlag.Sak sak = grunnlag.sak("MOI-" + dag[0], "moinntak", "2026-01-05T10:00").enheter("mosenter");
      Grunnlag.Rad hjelp = sak.milepael("hjelp", "mosenter", "2026-01-05T10:00", "2026-01-12T23:59");
      if (dag[1] != null) {
        hjelp.naadd("2026-01-" + dag[1] + "T22:00");
      }
      if (dag[1] == null || dag[1].equals("14")) {
        hjelp.brutt("2026-01-12T23:59");
      }
      hjelp.inn();
      sak.oppgave("velgKoordinator", "mosenter", "2026-01-06T10:00", "2026-01-07T10:00").naadd("2026-01-20T10:00").brutt("2026-01-07T10:00").inn();
      sak.oppgave("avlyst", "hvk", "2026-01-06T10:00", "2026-01-07T10:00").avlyst("2026-01-06T11:00").inn();
    }
    grunnlag.sak("MOI-9", "moinntak", "2026-01-05T10:00").avsluttet("2026-01-06T10:00", "Feilregistrert")
        .milepael("hjelp", "mosenter", "2026-01-05T10:00", "2026-01-12T23:59").brutt("2026-01-12T23:59").inn();

    assertThat(maltall.frister(januar(null), List.of("hjelp"))).isEqualTo(new Andel(2, 4));
    assertThat(maltall.frister(januar(null), null)).isEqualTo(new Andel(2, 8));
    assertThat(maltall.frister(januar("hvk"), null)).isEqualTo(new Andel(0, 0));
    // 12 h, 36 h and 228 h: nine of ten lie four fifths of the way from the second to the third.
    assertThat(maltall.tidTil(januar(null), List.of("hjelp")))
        .isEqualTo(new Maltallslesning.Fordeling(36 * 3600.0, 682_560.0, 3));
    assertThat(maltall.bruddVentetPa(januar(null), List.of("hjelp"))).containsExactly(new Antall("Gjør velgKoordinator", 2));
  }

  @Test
  void answersAreCountedByValueAndByMonth() {
    grunnlag.sak("MOI-1", "moinntak", "2026-01-05T10:00").svar("bydel", "midtbyen").svar("utfall", "dod");
    grunnlag.sak("MOI-2", "moinntak", "2026-01-31T23:30").svar("bydel", "midtbyen").svar("utfall", "lever");
    grunnlag.sak("MOI-3", "moinntak", "2026-01-31T23:30").svar("bydel", "heimdal");
    grunnlag.sak("MOI-4", "moinntak", "2025-12-31T23:30").svar("bydel", "heimdal").svar("utfall", "lever");
    grunnlag.jdbc.sql("insert into sak_hendelse (saksnummer, melding, navn, tid) values ('MOI-4', 'nyOverdose', 'Ny overdose', ?)")
        .params(java.time.LocalDateTime.parse("2026-01-20T10:00")).update();

    assertThat(maltall.svar(januar(null), "bydel")).containsExactly(new Antall("midtbyen", 2), new Antall("heimdal", 1));
    assertThat(maltall.perManed(januar(null), "bydel", null, null, null)).containsExactlyInAnyOrder(
        new Manedsantall(2026, 1, "midtbyen", 2), new Manedsantall(2026, 1, "heimdal", 1));
    assertThat(maltall.perManed(januar(null), "bydel", "utfall", "dod", null)).containsExactly(new Manedsantall(2026, 1, "midtbyen", 1));
    assertThat(maltall.perManed(januar(null), "bydel", null, null, "nyOverdose")).containsExactlyInAnyOrder(
        new Manedsantall(2026, 1, "midtbyen", 2), new Manedsantall(2026, 1, "heimdal", 1), new Manedsantall(2026, 1, "heimdal", 1));
  }

  @Test
  void readmissionsWithinThirtyDays() {
    grunnlag.sak("MOI-1", "moinntak", "2025-12-01T10:00").avsluttet("2026-01-10T10:00", "Utskrevet");
    grunnlag.sak("MOI-2", "moinntak", "2026-02-09T10:00").person("MOI-1");
    grunnlag.sak("MOI-3", "moinntak", "2025-12-01T10:00").avsluttet("2026-01-10T10:00", "Utskrevet");
    grunnlag.sak("MOI-4", "moinntak", "2026-02-09T10:01").person("MOI-3");
    grunnlag.sak("MOI-5", "moinntak", "2025-12-01T10:00").avsluttet("2026-01-10T10:00", "Død");

    assertThat(maltall.nyInnen(januar(null), List.of("Utskrevet"), 30)).isEqualTo(new Andel(1, 2));
    assertThat(maltall.nyInnen(januar(null), List.of(), 31)).isEqualTo(new Andel(2, 3));
  }

  @Test
  void staysAndQueuesOfPlaces() {
    opphold("A", "2026-01-01T10:00", "2026-01-02T10:00", "2026-01-04T10:00");
    opphold("B", "2026-01-01T10:00", null, "2026-01-05T10:00");
    opphold("C", "2026-01-01T10:00", null, "2026-02-01T00:00");
    ko("D", 1, "2026-01-01T10:00");
    assertThat(maltall.opphold(januar(null), List.of("leistad-krise")))
        .isEqualTo(new Maltallslesning.Fordeling(3 * 86400.0, 3.8 * 86400.0, 2));
    assertThat(maltall.venter(List.of("leistad-krise", "kad-rus"))).isEqualTo(1);
  }
}
