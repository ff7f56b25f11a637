package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.forlop.person.IdentitetsSok;
import no.forlop.person.Testnummer;
import no.forlop.plass.Plass;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of the follow-up after suicidal behaviour: the doctor first, the help chosen, contact, safety plan and rhythm. */
class SelvmordsatferdTest extends ForlopTest {

  private static final String KRISEPLASS = "leistad-krise";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DataSource dataSource;
  @Autowired
  private Plass plass;
  @Autowired
  private TaskService oppgaver;

  // The answers of the stories

  private static Map<String, Object> melding(Object... endret) {
    return og(svar("krisetype", "forsok", "hosPersonen", "helsepersonell", "henvendelse", "Tok tabletter i går kveld, ringte selv",
        "vurdertAvLege", "nei", "utskrevetFraSykehus", false, "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-05-17",
        "harBarn", "nei", "tolk", false), endret);
  }

  private Sakshistorie meldt() {
    return start("selvmordsatferd", "legevakt", melding());
  }

  private static Map<String, Object> valg(String valg) {
    return svar("krisetype", "forsok", "legevurdering", "Angrer, vil ha hjelp, har en søster hos seg", "midlerSikret", "ja",
        "personenEnig", "ja", "legensValg", valg);
  }

  private static Map<String, Object> ung(Map<String, Object> valg, Object... endret) {
    Map<String, Object> ung = og(valg, "legensValgUng", valg.get("legensValg"));
    ung.remove("legensValg");
    return og(ung, endret);
  }

  private static Map<String, Object> ansvar(String enhet) {
    return svar("koordinator", enhet, "stedfortreder", enhet + "2");
  }

  private static Map<String, Object> snakket(Object... endret) {
    return og(svar("kontaktSvar", "oppnaadd", "kontaktmate", "hjemmebesok", "hvaErViktig", "Hunden og søsteren",
        "samtykkeFastlege", "nei", "samtykkeParorende", "nei"), endret);
  }

  private static Map<String, Object> utenSvar(String kontaktSvar) {
    return svar("kontaktSvar", kontaktSvar, "kontaktmate", "telefon");
  }

  private static Map<String, Object> plan() {
    return svar("planStatus", "laget", "planVarsel", "Sover ikke", "planStrategier", "Går tur med hunden", "planPersoner", "Søster",
        "planFagfolk", "Legevakt", "planTrygt", "Tablettene er levert", "planGrunner", "Hunden", "midlerSikret", "ja",
        "egneMal", "Tilbake på jobb", "planEnig", "ja");
  }

  private static Map<String, Object> holdt() {
    return svar("kontaktUtfall", "gjennomfort", "siden", "Litt lettere", "planSett", "star", "midlerSikret", "ja");
  }

  private static Map<String, Object> gikk(String kontaktUtfall) {
    return svar("kontaktUtfall", kontaktUtfall);
  }

  private static Map<String, Object> lege(String onskeLege) {
    return svar("onskeOrd", "Vil klare meg selv", "onskeVurdering", "Samtale i dag, rolig og tydelig", "onskeLege", onskeLege);
  }

  private static Map<String, Object> leder(String onskeLeder) {
    return svar("onskeLeder", onskeLeder, "onskeBeskjed", true, "onskeLederGrunn", "Sett legens vurdering");
  }

  /** The doctor has chosen follow-up, and EPHOR's contact person is named. */
  private Sakshistorie valgtOppfolging(Sakshistorie sak) {
    return sak.fullfor("vurderPersonen", valg("oppfolging")).fullfor("velgKontaktperson", ansvar("ephor"));
  }

  /** To the first contact of the rhythm; relatives are cared for, so that only the rhythm waits. */
  private Sakshistorie iRytme(Sakshistorie sak) {
    return medPlan(sak.fullfor("taForsteKontakt", snakket()));
  }

  private Sakshistorie medPlan(Sakshistorie sak) {
    return sak.fullfor("lagSikkerhetsplan", plan()).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
  }

  private Sakshistorie fulgt() {
    return iRytme(valgtOppfolging(meldt()));
  }

  private Sakshistorie tilKontakt(Sakshistorie sak) {
    while (!sak.apneNavn().contains("taOppfolgingskontaktSel")) {
      sak.gaaFram(1, DAYS);
    }
    return sak;
  }

  /** The contacts that remain in the list, all held. */
  private Sakshistorie rytmenUt(Sakshistorie sak, int antall) {
    for (int i = 0; i < antall; i++) {
      tilKontakt(sak).fullfor("taOppfolgingskontaktSel", holdt());
    }
    return sak;
  }

  /** Attempts in the fast rhythm until the leader ends them. */
  private Sakshistorie aldriFunnet(Sakshistorie sak, String lederen) {
    sak.fullfor("provSammeDag", svar("kontaktResultat", "ikkeOppnaadd")).fullfor("hjemmebesok", svar("kontaktResultat", "ikkeOppnaadd"));
    sak.fullforSom("legevakt", "vurderLeting", svar("leteVurdering", "Ikke grunn til å lete", "leteBeslutning", "nei"));
    while (!sak.gaaFram(1, DAYS).apneNavn().contains("bestemVidere")) {
      if (sak.apneNavn().contains("provKontakt")) {
        sak.fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
      }
    }
    return sak.fullforSom(lederen, "bestemVidere",
        svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Ikke å finne", "kontaktBeskjed", "ja"));
  }

  private List<String> varslet(Sakshistorie sak) {
    return jdbc.sql("SELECT gruppe FROM varsel WHERE saksnummer = ? ORDER BY id").param(sak.saksnummer()).query(String.class).list();
  }

  private long paaLeistad(Sakshistorie sak) {
    return plass.naavaerende(KRISEPLASS).stream().filter(opphold -> sak.saksnummer().equals(opphold.sak())).count();
  }

  // Followed up to the end

  @Test
  void aDoctorFirstThenContactSafetyPlanAndTheRhythmAsLongAsAgreed() {
    Sakshistorie sak = start("selvmordsatferd", "fastlege", melding("sprak", "polsk", "tolk", true, "vurdertAvLege", "ja",
        "legevurderingMeldt", "Trenger tett oppfølging", "pasientNavn", "Ingvild Stormoen", "pasientTelefon", "97001239"));
    sak.venterBarePaa("vurderPersonen").frist("vurderPersonen", kl(2026, 3, 2, 23, 59));
    sak.fullforSom("legevakt", "vurderPersonen", valg("oppfolging"));
    sak.venterBarePaa("velgKontaktperson").fristOm("velgKontaktperson", Duration.ofHours(4));
    sak.avviser("ephor", "velgKontaktperson", svar("koordinator", "ephor", "stedfortreder", "ephor"), "");
    sak.fullfor("velgKontaktperson", ansvar("ephor")).fullfor("bestillTolkSel", svar("tolkBestilt", "bestilt"));
    sak.venterBarePaa("taForsteKontakt").frist("taForsteKontakt", kl(2026, 3, 3, 9, 0));
    sak.fullfor("taForsteKontakt", snakket("samtykkeFastlege", "ja", "samtykkeParorende", "ja"));
    sak.venterBarePaa("lagSikkerhetsplan").fullfor("lagSikkerhetsplan", plan());
    sak.venterBarePaa("ivaretaParorende", "sendEksternt");
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "informert", "parorendeInformasjon", List.of("tilbud")));
    sak.fullforForste("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"))
        .fullforForste("registrerSvar", svar("eksterntSvar", "mottatt")).venterBarePaa();
    for (int dag : new int[] {3, 7, 14, 30}) {
      sak.gaaTil(kl(2026, 3, 2, 9, 0).plus(Duration.ofDays(dag)).minus(Duration.ofHours(2))).venterBarePaa();
      sak.gaaFram(3, HOURS).venterBarePaa("taOppfolgingskontaktSel").fristOm("taOppfolgingskontaktSel", Duration.ofDays(1));
      sak.fullfor("taOppfolgingskontaktSel", holdt());
    }
    sak.venterBarePaa("avtalVidere").fullfor("avtalVidere", svar("veienVidere", "fortsett", "rytme", "ukentlig", "videreOrd", "Litt til"));
    rytmenUt(sak, 4).fullfor("avtalVidere", svar("veienVidere", "fortsett", "rytme", "manedlig"));
    rytmenUt(sak, 3).fullfor("avtalVidere", svar("veienVidere", "avslutt"));
    sak.venterBarePaa("beOmTilbakemelding").fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("fullfort").passerte("vurderPersonen", "velgKontaktperson", "taForsteKontakt", "kontaktNaadd", "lagSikkerhetsplan",
        "taOppfolgingskontaktSel", "avtalVidere", "kontakteneFullfort").passerteIkke("sorgForSelskapSel", "vaerHos");
    IdentitetsSok.etter("Ingvild Stormoen", "97001239").finnesIkkeI(dataSource);
  }

  @Test
  void handedOverToLongerFollowUpOnlyWithConsentAndWhenAccepted() {
    Sakshistorie sak = rytmenUt(fulgt(), 4);
    Map<String, Object> overfor = svar("veienVidere", "langvarig", "tilEnhet", "mosenter");
    sak.fullfor("avtalVidere", og(overfor, "samtykkeAndre", "nei"));
    rytmenUt(sak.venterBarePaa(), 4).fullfor("avtalVidere", og(overfor, "samtykkeAndre", "ja"));
    sak.fullforSom("mosenter", "taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    sak.fullforSom("ephorleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true, "overleveringAvgjorelse", "Blir her"));
    rytmenUt(sak.venterBarePaa(), 4).fullfor("avtalVidere", og(overfor, "samtykkeAndre", "ja"));
    sak.fullforSom("mosenter", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei")).avsluttet("overfortLangvarig").passerteIkke("fullfort");
  }

  @Test
  void assessedAndNoFollowUpNeeded() {
    meldt().fullfor("vurderPersonen", valg("ingen")).avsluttet("ikkeBehov").passerteIkke("velgKontaktperson", "beOmTilbakemelding");
  }

  // The doctor chooses, and chooses again

  @Test
  void theDoctorChoosesAgainWhenSpecialistCareKartAndLeistadCannot() {
    Sakshistorie en = meldt().fullfor("vurderPersonen", valg("leistad")).venterBarePaa("taImotLeistad");
    Sakshistorie to = start("selvmordsatferd", "ephor", melding("pasientNavn", "Per Pukk", "pasientFodselsdato", "1970-01-02"))
        .fullfor("vurderPersonen", valg("leistad")).venterBarePaa("taImotLeistad");
    Sakshistorie sak = start("selvmordsatferd", "helseteam", melding("pasientNavn", "Liv Lie", "pasientFodselsdato", "1991-10-20"));
    sak.fullfor("vurderPersonen", valg("spesialist")).fristOm("avklarSpesialist", Duration.ofHours(4));
    sak.fullfor("avklarSpesialist", svar("spesialistHvor", "ostmarka", "spesialistSvar", "avslatt", "spesialistGrunn", "Ikke behov for innleggelse"));
    sak.venterBarePaa("vurderPersonen").fullfor("vurderPersonen", valg("kart")).fristOm("svarKart", Duration.ofHours(2));
    sak.fullfor("svarKart", svar("kartSvar", "nei", "kartGrunn", "Ingen på vakt"));
    sak.venterBarePaa("vurderPersonen").fullfor("vurderPersonen", valg("leistad")).venterBarePaa("vurderPersonen");
    sak.fullfor("vurderPersonen", valg("oppfolging")).venterBarePaa("velgKontaktperson");
    assertThat(List.of(paaLeistad(en), paaLeistad(to), paaLeistad(sak))).containsExactly(1L, 1L, 0L);
  }

  @Test
  void kartFollowsUpWhenItAccepts() {
    Sakshistorie sak = meldt().fullfor("vurderPersonen", valg("kart")).venterBarePaa("svarKart");
    sak.fullfor("svarKart", svar("kartSvar", "ja")).venterBarePaa("velgKontaktperson");
    iRytme(sak.fullforSom("kart", "velgKontaktperson", ansvar("kart")));
    assertThat(List.of(sak.variabel("enhet"), sak.variabel("koordinator"))).as("known to the whole case").containsExactly("kart", "kart");
    assertThat(sak.gaaFram(73, HOURS).apneNavn()).containsExactly("taOppfolgingskontaktSel");
  }

  @Test
  void specialistCareTakesOver() {
    meldt().fullfor("vurderPersonen", valg("spesialist"))
        .fullfor("avklarSpesialist", svar("spesialistHvor", "nidaros", "spesialistSvar", "spesialist"))
        .avsluttet("overfortSpesialist").passerteIkke("velgKontaktperson");
  }

  @Test
  void admittedThenTheFollowUpGoesOnFromTheDischarge() {
    Sakshistorie sak = meldt().fullfor("vurderPersonen", valg("spesialist"))
        .fullfor("avklarSpesialist", svar("spesialistHvor", "ostmarka", "spesialistSvar", "innlagt"));
    sak.venterBarePaa("folgInnleggelsenSel").fristOm("folgInnleggelsenSel", Duration.ofDays(3));
    sak.gaaFram(3, DAYS).fullfor("folgInnleggelsenSel", svar("innleggelseStatus", "innlagt")).venterBarePaa("folgInnleggelsenSel");
    sak.gaaFram(2, DAYS).fullfor("folgInnleggelsenSel", svar("innleggelseStatus", "utskrevet", "utskrevetTid", "2026-03-08T12:00+01:00",
        "sykehusVurdering", "Bedre, ønsker oppfølging hjemme"));
    sak.fullfor("velgKontaktperson", ansvar("ephor")).frist("taForsteKontakt", kl(2026, 3, 9, 12, 0));
    iRytme(sak).gaaTil(kl(2026, 3, 11, 13, 0)).venterBarePaa("taOppfolgingskontaktSel");
    sak.hendelse("innlagt").venterBarePaa("folgInnleggelsenSel");
    sak.fullfor("folgInnleggelsenSel", svar("innleggelseStatus", "overtatt", "sykehusVurdering", "DPS følger opp hver uke"))
        .avsluttet("overfortSpesialist");
  }

  @Test
  void specialistCareTreatsAndTheMunicipalityFollowsUp() {
    meldt().fullfor("vurderPersonen", valg("spesialist"))
        .fullfor("avklarSpesialist", svar("spesialistHvor", "tiller", "spesialistSvar", "oppfolging")).venterBarePaa("velgKontaktperson");
  }

  // Out of hospital

  @Test
  void leavingHospitalTheHospitalDoctorsAssessmentCountsAndContactRunsFromTheDischarge() {
    Sakshistorie sak = startInnenfra("selvmordsatferd", svar("lenket", true, "pasientId", null, "pasientmerke", "K.N. 1985", "pasientAlder", 40,
        "harBarn", "nei", "henvendelse", "Reiser fra Østmarka, har hatt tanker om selvmord", "krisetype", "tanker", "utskrevetFraSykehus", true,
        "koordinator", "leistad", "stedfortreder", "leistad2"));
    assertThat(sak.variabel("koordinator")).as("another unit's worker until somebody here is named").isNull();
    sak.venterBarePaa("registrerSykehus").fristOm("registrerSykehus", Duration.ofHours(4));
    sak.fullfor("registrerSykehus", svar("utskrevetTid", "2026-03-03T14:00+01:00", "sykehusVurdering", "Sikkerhetsplan laget", "sykehusHolder", "ja"));
    sak.fullfor("velgKontaktperson", ansvar("ephor")).frist("taForsteKontakt", kl(2026, 3, 4, 14, 0)).passerteIkke("vurderPersonen");
    iRytme(sak).gaaTil(kl(2026, 3, 6, 13, 0)).venterBarePaa().gaaFram(2, HOURS).venterBarePaa("taOppfolgingskontaktSel");
  }

  @Test
  void leavingHospitalWithSomethingChangedADoctorAssessesTheSameDay() {
    Sakshistorie sak = start("selvmordsatferd", "ephor", melding("utskrevetFraSykehus", true, "utskrevetTid", "2026-03-02T08:00+01:00"));
    sak.fullfor("registrerSykehus", svar("utskrevetTid", "2026-03-02T08:00+01:00", "sykehusVurdering", "Reiste før samtalen", "sykehusHolder", "nei"));
    sak.venterBarePaa("vurderPersonen").fullfor("vurderPersonen", valg("oppfolging")).venterBarePaa("velgKontaktperson");
  }

  // Crisis place at Leistad

  @Test
  void aStayAtLeistadWithDailyContactItsLimitAndTheWayHome() {
    Sakshistorie sak = meldt().fullfor("vurderPersonen", valg("leistad")).venterBarePaa("taImotLeistad");
    sak.fristOm("taImotLeistad", Duration.ofHours(2));
    sak.fullfor("taImotLeistad", svar("leistadAnkomst", "kommet", "hvaErViktig", "Sove", "leistadTrygt", "ja"));
    for (int dag = 0; dag < 2; dag++) {
      sak.venterBarePaa("dagligKontakt").fristOm("dagligKontakt", Duration.ofDays(1)).gaaFram(19, HOURS);
      sak.fullfor("dagligKontakt", svar("dagSiden", "Har sovet", "oppholdStatus", "blir"));
    }
    sak.gaaTil(kl(2026, 3, 4, 18, 0)).fullfor("dagligKontakt", svar("dagSiden", "Bedre", "oppholdStatus", "blir"));
    assertThat(varslet(sak)).isEmpty();
    sak.gaaTil(kl(2026, 3, 4, 22, 0));
    assertThat(varslet(sak)).as("12 hours before the limit").containsExactly("leistad");
    sak.gaaFram(12, HOURS).venterBarePaa("dagligKontakt");
    assertThat(varslet(sak)).as("after three døgn").contains("leistadleder");
    sak.fullfor("dagligKontakt", svar("dagSiden", "Venter på søsteren", "oppholdStatus", "blir", "oppholdLengre", "Søsteren kommer i kveld"));
    sak.fullfor("dagligKontakt", svar("dagSiden", "Klar", "oppholdStatus", "reiser"));
    sak.fristOm("klargjorUtreise", Duration.ofDays(1));
    assertThat(paaLeistad(sak)).isEqualTo(1);
    sak.fullfor("klargjorUtreise", svar("utreiseTid", "2026-03-05T18:00+01:00", "utreiseMed", "parorende", "midlerSikret", "ja", "utreiseNummer", true,
        "utreiseNotat", "Søsteren blir over natten"));
    assertThat(paaLeistad(sak)).isZero();
    sak.fullfor("velgKontaktperson", ansvar("ephor")).frist("taForsteKontakt", kl(2026, 3, 6, 18, 0));
    assertThat(oppgaver.getVariable(oppgaver.createTaskQuery().processInstanceBusinessKey(sak.saksnummer())
        .taskDefinitionKey("taForsteKontakt").singleResult().getId(), "utreiseNotat")).isEqualTo("Søsteren blir over natten");
    sak.passerte("taImotLeistad", "registrerAnkomst", "dagligKontakt", "klargjorUtreise", "frigiEtterOpphold", "velgKontaktperson");
  }

  private Sakshistorie paaLeistadNaa() {
    return meldt().fullfor("vurderPersonen", valg("leistad"))
        .fullfor("taImotLeistad", svar("leistadAnkomst", "kommet", "leistadTrygt", "ja"));
  }

  @Test
  void aNewCrisisAtLeistadSomebodyStaysWhileTheDoctorChooses() {
    Sakshistorie sak = paaLeistadNaa().hendelse("nyKrise");
    sak.venterBarePaa("vaerHos", "vurderPersonen").fristOm("vaerHos", Duration.ofHours(4));
    sak.fullfor("vaerHos", svar("vaerHosNotat", "Sitter sammen")).venterBarePaa("vaerHos", "vurderPersonen");
    sak.fullfor("vurderPersonen", valg("leistad")).venterBarePaa("taImotLeistad");
    assertThat(paaLeistad(sak)).isEqualTo(1);
    sak.fullfor("taImotLeistad", svar("leistadAnkomst", "kommet", "leistadTrygt", "ja"));
    sak.fullfor("dagligKontakt", svar("dagSiden", "Verre", "oppholdStatus", "lege")).venterBarePaa("vaerHos", "vurderPersonen");
    sak.fullfor("vurderPersonen", valg("spesialist")).venterBarePaa("vaerHos", "avklarSpesialist");
    sak.fullfor("avklarSpesialist", svar("spesialistHvor", "ostmarka", "spesialistSvar", "innlagt")).venterBarePaa("folgInnleggelsenSel");
    assertThat(paaLeistad(sak)).isZero();
  }

  @Test
  void admittedFromLeistadFreesThePlace() {
    Sakshistorie sak = paaLeistadNaa().hendelse("innlagt").venterBarePaa("folgInnleggelsenSel").passerteIkke("sorgForSelskapSel");
    assertThat(paaLeistad(sak)).isZero();
  }

  @Test
  void inPrisonOrMovedFreesThePlaceAtOnce() {
    Sakshistorie fengslet = paaLeistadNaa().hendelse("fengsel").venterPaa("planleggPause");
    assertThat(paaLeistad(fengslet)).isZero();
    Sakshistorie flyttet = paaLeistadNaa().hendelse("overfortKommune").venterBarePaa("avtalOverforing");
    assertThat(paaLeistad(flyttet)).isZero();
  }

  @Test
  void neverCameToLeistadAndWasFound() {
    Sakshistorie sak = meldt().fullfor("vurderPersonen", valg("leistad")).fullfor("taImotLeistad", svar("leistadAnkomst", "komIkke"));
    sak.venterBarePaa("provSammeDag").fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd")).venterBarePaa("velgKontaktperson");
    assertThat(paaLeistad(sak)).isZero();
  }

  @Test
  void leftLeistadOnTheirOwnAndDidNotWantMore() {
    Sakshistorie sak = paaLeistadNaa().fullfor("dagligKontakt", svar("dagSiden", "Borte ved tilsyn", "oppholdStatus", "droSelv"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke")).venterBarePaa("vurderOnsket");
    sak.fullfor("vurderOnsket", lege("fortsetter")).venterBarePaa("velgKontaktperson");
  }

  @Test
  void leftLeistadOnTheirOwnAndWasNotFound() {
    Sakshistorie sak = paaLeistadNaa().fullfor("dagligKontakt", svar("dagSiden", "Borte ved tilsyn", "oppholdStatus", "droSelv"));
    aldriFunnet(sak, "ephorleder").avsluttet("ikkeOppnaadd").passerte("borte").passerteIkke("beOmTilbakemelding");
  }

  // A new crisis

  @Test
  void aNewCrisisBringsTheDoctorBackAndRestartsTheRhythmInTheSameCase() {
    Sakshistorie sak = rytmenUt(fulgt(), 2).venterBarePaa().hendelse("nyKrise");
    sak.venterBarePaa("vurderPersonen", "sorgForSelskapSel").fristOm("sorgForSelskapSel", Duration.ofHours(1));
    sak.fullforSom("ephor", "sorgForSelskapSel", svar("hosPersonenAvklart", "parorende"));
    Instant vurdert = sak.naa();
    sak.fullfor("vurderPersonen", valg("oppfolging")).venterBarePaa("taForsteKontakt");
    sak.frist("taForsteKontakt", vurdert.plus(Duration.ofHours(24)));
    iRytme(sak).gaaTil(vurdert.plus(Duration.ofDays(3)).plusSeconds(3600)).venterBarePaa("taOppfolgingskontaktSel");
    sak.fullfor("taOppfolgingskontaktSel", gikk("nyKrise"));
    sak.venterBarePaa("vurderPersonen", "sorgForSelskapSel").fullfor("vurderPersonen", valg("ingen"));
    sak.lopende().fullforSom("legevakt", "sorgForSelskapSel", svar("hosPersonenAvklart", "helsepersonell")).avsluttet("ikkeBehov");
  }

  @Test
  void aNewCrisisBeforeAnybodyIsNamedStillAsksWho() {
    Sakshistorie sak = meldt().fullfor("vurderPersonen", valg("oppfolging")).venterBarePaa("velgKontaktperson").hendelse("nyKrise");
    sak.fullfor("vurderPersonen", valg("oppfolging")).venterPaa("velgKontaktperson");
  }

  @Test
  void aSecondStartTellsTheRunningCaseAndWaitsForNobody() {
    String nummer = Testnummer.fodselsnummer(LocalDate.of(1979, 4, 3), 21);
    Sakshistorie sak = iRytme(valgtOppfolging(start("selvmordsatferd", "legevakt", melding("pasientNummer", nummer))));
    Sakshistorie ny = start("selvmordsatferd", "kart", melding("pasientNummer", nummer, "henvendelse", "Ringte KART i natt", "harBarn", "ukjent"));
    ny.avsluttet("lagtTilLopende").passerteIkke("vurderPersonen");
    sak.venterBarePaa("vurderPersonen", "avklarBarn").fullfor("vurderPersonen", valg("oppfolging"));
    sak.fullforSom("ephor", "avklarBarn", svar("harBarn", "nei"));
    rytmenUt(iRytme(sak), 4).fullfor("avtalVidere", svar("veienVidere", "avslutt")).venterBarePaa("beOmTilbakemelding");
    start("selvmordsatferd", "kart", melding("pasientNummer", nummer)).venterBarePaa("vurderPersonen").passerte("tokImot", "blirEgenSak");
  }

  // Started by another pathway, and the young

  @Test
  void startedByAnotherPathwayItAsksWhatIsMissing() {
    Sakshistorie sak = startInnenfra("selvmordsatferd", svar("lenket", true, "pasientmerke", "Anonym 7", "harBarn", "nei",
        "henvendelse", "Sa i samtalen at hun ikke orker mer"));
    sak.venterBarePaa("vurderPersonen", "sorgForSelskapSel");
    assertThat(sak.variabel("henvendelse")).isEqualTo("Sa i samtalen at hun ikke orker mer");
    sak.fullfor("vurderPersonen", ung(valg("oppfolging"), "aldersgruppe", "under18"));
    sak.venterBarePaa("sorgForSelskapSel", "snakkMedForeldreSel", "velgKontaktperson");
    sak.fullforSom("bft", "velgKontaktperson", ansvar("bft")).fullfor("taForsteKontakt", utenSvar("ikkeOppnaadd"));
    Sakshistorie voksen = startInnenfra("selvmordsatferd", svar("lenket", true, "pasientmerke", "Anonym 8", "harBarn", "nei"));
    voksen.fullfor("vurderPersonen", og(valg("kart"), "aldersgruppe", "over18")).fullfor("svarKart", svar("kartSvar", "ja"));
    voksen.venterBarePaa("velgKontaktperson", "sorgForSelskapSel");
  }

  @Test
  void under18TheParentsAndBupAreThereFromTheStart() {
    Sakshistorie sak = start("selvmordsatferd", "barnevernvakt", melding("pasientNavn", "Nora Lyngstrand", "pasientFodselsdato", "2010-01-15",
        "hosPersonen", "parorende"));
    sak.venterBarePaa("vurderPersonen", "snakkMedForeldreSel").fristOm("snakkMedForeldreSel", Duration.ofHours(4));
    sak.fullfor("snakkMedForeldreSel", svar("foreldreKontakt", "ja", "ungdommenHort", "Vil ha mamma med", "foreldreTrygt", "ja",
        "samtykkeSpesialist", "ja", "bekymringsmelding", "ikkeGrunnlag"));
    sak.fullforSom("bft", "sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"));
    sak.fullforSom("bft", "registrerSvar", svar("eksterntSvar", "mottatt"));
    sak.avviser("legevakt", "vurderPersonen", valg("leistad"), "").fullfor("vurderPersonen", ung(valg("oppfolging")));
    sak.fullforSom("bft", "velgKontaktperson", ansvar("bft"));
    sak.venterBarePaa("taForsteKontakt");
  }

  @Test
  void childrenAreAskedAboutAtOnceAndTheirCaseLivesOn() {
    Sakshistorie sak = start("selvmordsatferd", "ephor", melding("harBarn", "ukjent"));
    sak.venterBarePaa("vurderPersonen", "avklarBarn");
    sak.fullfor("vurderPersonen", valg("ingen")).lopende();
    sak.fullforSom("ephor", "avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Hos far")).avsluttet("ikkeBehov");
    assertThat(sak.lenkede("barn")).isEqualTo(1);
  }

  // Does not want more help

  @Test
  void theWishToStopEndsNothingBeforeADoctorAndTheLeaderHaveSeenIt() {
    Sakshistorie sak = fulgt().hendelse("onskerIkkeHjelp").venterBarePaa("vurderOnsket").fristOm("vurderOnsket", Duration.ofHours(4));
    sak.fullfor("vurderOnsket", lege("fortsetter")).venterBarePaa();
    sak.hendelse("onskerIkkeHjelp").fullfor("vurderOnsket", lege("avsluttes")).venterBarePaa("lederSerOnsket");
    sak.fullfor("lederSerOnsket", leder("fortsett")).venterBarePaa();
    tilKontakt(sak).hendelse("onskerIkkeHjelp").venterBarePaa("taOppfolgingskontaktSel", "vurderOnsket");
    sak.fullfor("vurderOnsket", lege("avsluttes")).fullfor("lederSerOnsket", leder("avslutt"));
    sak.avsluttet("onsketIkke").passerte("vurderOnsket", "lederSerOnsket", "onskeGodtatt").passerteIkke("beOmTilbakemelding");
  }

  @Test
  void whenTheDoctorSeesThatHelpIsNeededTheDoctorChoosesAgain() {
    Sakshistorie sak = fulgt().hendelse("onskerIkkeHjelp").fullfor("vurderOnsket", lege("hjelpNa"));
    sak.venterBarePaa("vurderPersonen", "sorgForSelskapSel").fullfor("vurderPersonen", valg("ingen"));
    sak.fullforSom("ephor", "sorgForSelskapSel", svar("hosPersonenAvklart", "parorende")).avsluttet("ikkeBehov");
  }

  @Test
  void noFollowUpWantedAtTheFirstContact() {
    Sakshistorie sak = valgtOppfolging(start("selvmordsatferd", "ephor", melding("harBarn", "ja")))
        .fullfor("taForsteKontakt", utenSvar("onskerIkke")).venterPaa("vurderOnsket");
    sak.fullforForste("vurderOnsket", og(lege("avsluttes"), "onskeBarn", "ikkeGrunnlag")).fullfor("lederSerOnsket", leder("avslutt"));
    sak.lopende().venterBarePaa("avklarBarn");
    sak.fullforSom("ephor", "avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Hos far")).avsluttet("onsketIkke");
  }

  @Test
  void persuadedByTheDoctorTheFollowUpGoesOn() {
    Sakshistorie sak = valgtOppfolging(meldt()).fullfor("taForsteKontakt", utenSvar("ikkeOppnaadd"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke")).fullfor("vurderOnsket", lege("fortsetter"));
    sak.venterBarePaa("lagSikkerhetsplan").fullfor("lagSikkerhetsplan", planUten("planStatus", "onsketIkke"));
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    tilKontakt(sak).fullfor("taOppfolgingskontaktSel", gikk("onskerIkke")).fullfor("vurderOnsket", lege("fortsetter")).venterBarePaa();
    tilKontakt(sak).fullfor("taOppfolgingskontaktSel", gikk("ikkeOppnaadd")).fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke"));
    sak.fullfor("vurderOnsket", lege("avsluttes")).fullfor("lederSerOnsket", leder("avslutt")).avsluttet("onsketIkke");
  }

  private static Map<String, Object> planUten(Object... endret) {
    return og(svar("midlerSikret", "ja", "egneMal", "Tilbake på jobb", "planEnig", "delvis"), endret);
  }

  // No contact

  @Test
  void noContactTheSameDayAVisitADoctorAndTheLeaderBeforeTheEnd() {
    Sakshistorie sak = valgtOppfolging(meldt()).fullfor("taForsteKontakt", utenSvar("ikkeOppnaadd")).venterBarePaa("provSammeDag");
    aldriFunnet(sak, "ephorleder").avsluttet("ikkeOppnaadd").passerte("sokKontakt", "ingenKontaktSel", "utenKontakt");
  }

  @Test
  void lostInTheRhythmFoundOnceThenLost() {
    Sakshistorie sak = tilKontakt(medPlan(valgtOppfolging(meldt()).fullfor("taForsteKontakt", utenSvar("ikkeOppnaadd"))
        .fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"))));
    sak.fullfor("taOppfolgingskontaktSel", gikk("ikkeOppnaadd")).fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd")).venterBarePaa();
    tilKontakt(sak).fullfor("taOppfolgingskontaktSel", gikk("ikkeOppnaadd"));
    aldriFunnet(sak, "ephorleder").avsluttet("ikkeOppnaadd").passerte("mistetKontaktSel", "kontaktTapt");
  }

  @Test
  void theLeaderHearsWhenNobodyHasBeenInContactWithin24Hours() {
    Sakshistorie sak = valgtOppfolging(meldt()).gaaFram(19, HOURS);
    assertThat(varslet(sak)).as("warned at night, so legevakt too").contains("ephor", "legevakt");
    sak.gaaFram(6, HOURS).venterBarePaa("taForsteKontakt");
    assertThat(varslet(sak)).as("broken").contains("ephorleder");
  }

  // Death

  @Test
  void aDeathThatMayBeSuicideStartsTheCaseOfTheBereaved() {
    Sakshistorie sak = fulgt().hendelse("dod").venterBarePaa("bekreftDod");
    sak.fullforSom("ephor2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forvekslet")).lopende();
    sak.hendelse("dod").fullforSom("ephor2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.venterBarePaa("avklarDodsarsak", "fortellParorende", "fortellEnheter", "vurderVarsel").fristOm("avklarDodsarsak", Duration.ofHours(4));
    sak.fullforSom("ephor", "avklarDodsarsak", svar("mistanke", "selvmord", "dodsdato", "2026-03-02", "dodsbudskapGitt", "ja", "dodsbudskapAv", "politi"));
    assertThat(sak.lenkede("etterlatte")).isEqualTo(1);
    etterDodsfall(sak).avsluttet("dod").passerteIkke("taOppfolgingskontaktSel");
  }

  private Sakshistorie etterDodsfall(Sakshistorie sak) {
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", List.of("ingen"), "dodAvtaler", true));
    return sak.fullforSom("ephorleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet", "dodGjennomgang", "nei"));
  }

  @Test
  void aDeathWithAnotherCause() {
    Sakshistorie sak = meldt().hendelse("dod").fullforSom("ephor2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    etterDodsfall(sak).fullforSom("legevakt", "avklarDodsarsak", svar("mistanke", "nei")).avsluttet("dod");
    assertThat(sak.lenkede("etterlatte")).isZero();
  }

  // Events at any time

  @Test
  void movedToAnotherMunicipality() {
    Sakshistorie sak = fulgt().hendelse("overfortKommune");
    sak.fullforSom("ephor", "avtalOverforing", svar("mottakendeKommune", "Orkland", "overforingSamtykke", "nei", "overforingEgen", "Tar kontakt selv"));
    sak.avsluttet("overfortKommune");
  }

  @Test
  void registeredByMistake() {
    meldt().hendelse("feilregistrert").fullforSom("ephorleder", "begrunnFeil", svar("feilGrunn", "person", "feilBegrunnelse", "Feil person"))
        .avsluttet("feilregistrert");
  }

  @Test
  void inPrisonNewConsentAndComplaintDoNotEndTheCase() {
    Sakshistorie sak = fulgt();
    sak.hendelse("fengsel").fullfor("planleggPause", svar("pauseAnsvarlig", "ephor", "pauseTil", "2026-03-10")).hendelse("tilbake");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "nei", "samtykkeNav", "nei",
        "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "ja", "samtykkeAndre", "nei"));
    sak.hendelse("klage").fullforSom("ephorleder", "svarPaaKlage",
        svar("klageGjelder", "Ventetid", "klageSvar", "Beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.lopende().passerte("gjenopptattEtterFengsel", "samtykkeRegistrert", "klageBehandlet");
  }
}
