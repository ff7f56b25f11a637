package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forlop.person.Testnummer;
import no.forlop.plass.Plass;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@code kad}: from a doctor's request for an acute place to the follow-up after the stay. */
class KadTest extends ForlopTest {

  private static final String PSYKISK = "kad-psykisk";
  private static final String RUS = "kad-rus";
  private static final Map<String, Object> KRITERIER = svar("kritVoksen", "ja", "kritAvklart", "ja", "kritLikeGodt", "ja",
      "kritForordnet", "ja", "behandling", "Søvnmedisin til natten", "ekskSykehus", "nei", "ekskRus", "nei", "ekskFare",
      "nei");
  private static final Map<String, Object> ONSKET = og(KRITERIER, "pasientNavn", "Kari Nordmann", "pasientFodselsdato",
      "1985-04-01", "harBarn", "nei", "lege", "legevakt", "kadType", "psykisk", "henvendelse",
      "Trenger ro og noen i nærheten noen dager");
  private static final Map<String, Object> KOM = svar("ankomst", "kom", "koordinator", "leistad", "stedfortreder",
      "leistad2", "samtykkeParorende", "nei", "hvaErViktig", "Sove og få snakket", "informert", true);
  private static final Map<String, Object> PLAN = svar("egneMal", "Hjem til katten", "tiltak", "Fastlegen neste uke",
      "enigIPlanen", "ja", "sikkerhetsplanAktuell", "nei");
  private static final Map<String, Object> NALOKSON = svar("nalokson", "gitt", "toleranseSagt", true);
  private static final Map<String, Object> REISER = svar("planGitt", true, "medisinerSikret", true, "hjemreise", "folge");
  private static final Map<String, Object> TIL_SYKEHUS = svar("sykehusDato", "2026-03-02", "sykehus", "ostmarka",
      "innleggelsesrapport", true);
  private static final Map<String, Object> AVREISE = svar("avreiseVurdering", "Samtykkekompetent, vil hjem",
      "avreiseTiltak", "avvent");
  private static final Map<String, Object> ONSKE = svar("avslutningOrd", "Vil hjem", "avslutningBeskjed", "ja",
      "avslutningFare", "nei", "avslutningMelding", "nei");
  private static final Map<String, Object> VIL_IKKE_SVARE = svar("tilbakemeldingSvart", "nei");

  @Autowired
  private Plass plass;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TaskService oppgaver;

  @AfterEach
  void toPlasser() {
    plass.settKapasitet(PSYKISK, 2);
    plass.settKapasitet(RUS, 2);
  }

  // Outcomes

  @Test
  @DisplayName("Innlagt mandag, sett daglig, evaluert på dag tre, varslet kvelden før grensen, hjem fredag med oppfølging")
  void utskrevetHjem() {
    Sakshistorie sak = start("kad", "legevakt", ONSKET);
    sak.venterBarePaa("taImot").fristOm("taImot", Duration.ofHours(4)).forteller("taImot", "grense", "5 døgn");
    assertThat(opptatt(sak)).isOne();
    mottas(sak);
    sak.venterBarePaa("legetilsyn", "dagsnotat").frist("legetilsyn", kl(2026, 3, 2, 16, 0))
        .frist("dagsnotat", kl(2026, 3, 2, 23, 59));
    notatSkrives(sak);
    sak.frist("dagsnotat", kl(2026, 3, 3, 23, 59));
    Instant innlagt = ((Date) sak.variabel("innlagt")).toInstant();
    sesTil(sak, "fortsetter");
    sak.frist("legetilsyn", kl(2026, 3, 3, 16, 0));
    for (int dag = 3; dag <= 4; dag++) {
      sak.gaaTil(kl(2026, 3, dag, 8, 30)).venterIkkePaa("evaluer");
      notatSkrives(sak);
      sesTil(sak, "fortsetter");
    }
    sak.gaaTil(kl(2026, 3, 4, 12, 0)).venterBarePaa("legetilsyn", "dagsnotat", "evaluer").passerteIkke("begrunnLengre")
        .frist("evaluer", innlagt.plus(3, DAYS));
    sak.fullfor("evaluer", svar("evaluering", "Sover bedre", "evalueringVidere", "hjem", "evalueringEnig", "ja"));
    sak.gaaTil(kl(2026, 3, 5, 9, 0));
    notatSkrives(sak);
    sesTil(sak, "fortsetter");
    // The limit is Saturday morning; the evening shift of Friday is told.
    sak.gaaTil(kl(2026, 3, 6, 17, 59));
    assertThat(varslet(sak, "fristVarsel", PSYKISK)).isEmpty();
    sak.gaaTil(kl(2026, 3, 6, 18, 1));
    assertThat(varslet(sak, "fristVarsel", PSYKISK)).containsExactly("leistad");
    sesTil(sak, "hjem");
    sak.venterBarePaa("dagsnotat", "lagPlan").fristOm("lagPlan", Duration.ofDays(1));
    sak.fullfor("lagPlan", og(PLAN, "sikkerhetsplanAktuell", "ja", "oppfolging", liste("fastlege", "ephor", "hvk"),
        "gjelder", "Samtaler og hjelp hjemme", "samtykkeFastlege", "ja", "samtykkeAndre", "ja", "samtykkeHvk", "ja"));
    sak.fullfor("lagSikkerhetsplan", svar("planTegn", "Sover ikke", "planEgne", "Gå tur", "planFolk", "Søster",
        "planHjelpere", "Legevakt 116117", "planTrygt", "Medisiner hos søster", "planUtlevert", true));
    sak.fullfor("skrivUt", REISER);
    assertThat(opptatt(sak)).isZero();
    assertThat(grense(sak)).containsExactly("i tide");
    // Leistad has the responsibility until each receiver has said yes.
    sak.venterBarePaa("sendEksternt", "taImotOverlevering", "taImotOverlevering", "beOmTilbakemelding");
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"))
        .fullfor("registrerSvar", svar("eksterntSvar", "mottatt"));
    sak.fullforForste("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Ikke vårt område"));
    sak.fullforSom("leistadleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Leistad finner en løsning"));
    sak.venterBarePaa("finnLosning").fullfor("finnLosning", svar("losning", "Hjelp fra frivillige", "losningHvem", "annen"));
    sak.avsluttet("utskrevetHjem").passerte("vurdering", "tildelKadPlass", "taImot", "registrerAnkomst", "legetilsyn",
        "evaluer", "lagPlan", "lagSikkerhetsplan", "skrivUt", "frigiKadPlass", "sikreOppfolging", "utskrevetHjem")
        .passerteIkke("giNalokson", "overlever", "begrunnLengre", "avreise", "registrerInnleggelse");
  }

  @Test
  @DisplayName("Fra kad-rus med nalokson; uten samtykke sendes ingenting")
  void hjemFraKadRus() {
    Sakshistorie sak = start("kad", "fastlege", og(ONSKET, "lege", "fastlege", "kadType", "rus"));
    assertThat(plass.naavaerende(RUS)).extracting(opphold -> opphold.sak()).contains(sak.saksnummer());
    mottas(sak);
    sesTil(sak, "hjem");
    sak.fullfor("lagPlan", og(PLAN, "oppfolging", liste("fastlege", "ephor"), "gjelder", "Oppfølging", "samtykkeFastlege",
        "nei", "samtykkeAndre", "ikkeSpurt", "egenKontakt", "Ringer fastlegen mandag"));
    sak.venterBarePaa("dagsnotat", "giNalokson").fullfor("giNalokson", NALOKSON);
    sak.gaaFram(1, HOURS).fullfor("skrivUt", REISER);
    sak.venterBarePaa("beOmTilbakemelding").fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("utskrevetHjem").passerte("giNalokson", "skrivUt").passerteIkke("sendEksternt", "lagSikkerhetsplan");
  }

  @Test
  @DisplayName("Lenger enn fem døgn krever legens grunn og står som brudd")
  void lengerEnnGrensen() {
    Sakshistorie sak = innlagt(og(ONSKET, "kadType", "rus"));
    sak.gaaFram(5, DAYS).venterPaa("begrunnLengre").fristOm("begrunnLengre", Duration.ofHours(4));
    assertThat(grense(sak)).containsExactly("brutt");
    assertThat(varslet(sak, "fristVarsel", RUS)).containsExactly("leistad");
    assertThat(varslet(sak, "fristBrudd", RUS)).containsExactly("leistadleder");
    sak.avviser("legevakt", "begrunnLengre", svar("grenseValg", "lengre", "lengreTil", "2026-03-09"), "Grunn: Må fylles ut");
    sak.fullfor("begrunnLengre", svar("grenseValg", "lengre", "lengreGrunn", "Bolig klar mandag", "lengreTil", "2026-03-09"));
    sak.venterBarePaa("legetilsyn", "dagsnotat", "evaluer").gaaTil(kl(2026, 3, 9, 8, 1));
    sak.venterPaa("begrunnLengre").fullfor("begrunnLengre", svar("grenseValg", "reiser"));
    sesTil(sak, "hjem");
    sak.fullfor("lagPlan", PLAN).fullfor("giNalokson", NALOKSON).fullfor("skrivUt", REISER)
        .fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("utskrevetHjem").passerte("begrunnLengre", "nyGrense", "reiserNaa");
    assertThat(grense(sak)).containsExactly("brutt");
  }

  @Test
  @DisplayName("Et opphold over helgen ses fredag og mandag; notatet skrives også lørdag og søndag")
  void helg() {
    ClockUtil.setCurrentTime(Date.from(kl(2026, 3, 6, 11, 0)));
    Sakshistorie sak = innlagt(ONSKET);
    sak.frist("legetilsyn", kl(2026, 3, 6, 16, 0));
    notatSkrives(sak);
    sesTil(sak, "fortsetter");
    sak.frist("legetilsyn", kl(2026, 3, 9, 16, 0));
    for (int dag = 7; dag <= 8; dag++) {
      sak.gaaTil(kl(2026, 3, dag, 10, 0)).venterPaa("dagsnotat");
      notatSkrives(sak);
    }
    assertThat(varslet(sak, "fristBrudd")).isEmpty();
    // Around the clock: a patient who comes on a Saturday night is seen on Monday.
    ClockUtil.setCurrentTime(Date.from(kl(2026, 3, 14, 23, 0)));
    innlagt(og(ONSKET, "pasientNavn", "Ola Annen")).frist("legetilsyn", kl(2026, 3, 16, 16, 0));
  }

  @Test
  @DisplayName("Leistad har alltid en oppgave i saken så lenge pasienten er der")
  void leistadHarAlltidEnOppgave() {
    Sakshistorie sak = leistadHarOppgave(innlagt(ONSKET));
    sesTil(sak, "fortsetter");
    notatSkrives(leistadHarOppgave(sak));
    leistadHarOppgave(sak).gaaFram(3, DAYS);
    sak.fullfor("evaluer", svar("evaluering", "Trenger mer hjelp", "evalueringVidere", "annet", "evalueringEnig", "ja"));
    leistadHarOppgave(sak).hendelse("forverring");
    leistadHarOppgave(sak).fullfor("vurderForverring", svar("forverringVurdering", "Kan bli", "forverringTiltak", "blir"));
    sesTil(sak, "annet");
    leistadHarOppgave(sak).fullfor("lagPlan", og(PLAN, "tilEnhet", "botiltak", "gjelder", "Hjelp", "samtykkeAndre", "ja"));
    // While the other unit thinks about it, and past the limit.
    leistadHarOppgave(sak).gaaFram(3, DAYS);
    leistadHarOppgave(sak).fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    leistadHarOppgave(sak).fullfor("skrivUt", REISER).venterBarePaa("beOmTilbakemelding");
  }

  @Test
  void innlagtEtterLegetilsyn() {
    Sakshistorie sak = innlagt(ONSKET);
    sesTil(sak, "spesialist");
    sak.venterBarePaa("registrerInnleggelse").fristOm("registrerInnleggelse", Duration.ofHours(4));
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("registrerInnleggelse", TIL_SYKEHUS);
    sak.avsluttet("innlagtSpesialist").passerte("sykehusetTrengs", "tilSykehus", "frigiVedInnleggelse")
        .passerteIkke("oppfolging", "beOmTilbakemelding");
  }

  @Test
  @DisplayName("Forverring: legen vurderer straks; først blir pasienten, neste gang til sykehus")
  void forverret() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("forverring").venterBarePaa("legetilsyn", "dagsnotat", "vurderForverring")
        .fristOm("vurderForverring", Duration.ofHours(1));
    sak.fullfor("vurderForverring", svar("forverringVurdering", "Tettere tilsyn i natt", "forverringTiltak", "blir"));
    sak.venterBarePaa("legetilsyn", "dagsnotat").passerte("blirPaKad");
    sak.hendelse("forverring").fullfor("vurderForverring", svar("forverringVurdering", "Må observeres", "forverringTiltak", "sykehus"));
    sak.fullfor("registrerInnleggelse", TIL_SYKEHUS).avsluttet("innlagtSpesialist").passerte("forverretTilSykehus");
  }

  @Test
  void meldtInnlagt() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("innlagt").fullfor("registrerInnleggelse", TIL_SYKEHUS);
    sak.avsluttet("innlagtSpesialist").passerte("innlagtMeldtKad").passerteIkke("tilSykehus");
  }

  @Test
  void innlagtPaaVeiTilKad() {
    Sakshistorie sak = start("kad", "legevakt", ONSKET);
    sak.fullfor("taImot", svar("ankomst", "innlagt")).fullfor("registrerInnleggelse", TIL_SYKEHUS);
    sak.avsluttet("innlagtSpesialist").passerteIkke("registrerAnkomst", "opphold");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  @DisplayName("Annet tilbud: uten samtykke og etter avslag velges det på nytt; enheten sier ja før pasienten reiser")
  void overfortTilAnnetTilbud() {
    Sakshistorie sak = innlagt(ONSKET);
    Map<String, Object> plan = og(PLAN, "tilEnhet", "botiltak", "gjelder", "Hjelp i hverdagen", "samtykkeAndre", "ja");
    sesTil(sak, "annet");
    sak.fullfor("lagPlan", og(plan, "samtykkeAndre", "nei")).venterBarePaa("legetilsyn", "dagsnotat").passerte("velgesPaNytt");
    sesTil(sak, "annet");
    sak.fullfor("lagPlan", plan).venterBarePaa("dagsnotat", "taImotOverlevering");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"))
        .fullforSom("leistadleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
            "overleveringAvgjorelse", "Leistad beholder"));
    sak.venterBarePaa("legetilsyn", "dagsnotat");
    sesTil(sak, "annet");
    sak.fullfor("lagPlan", plan).fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.venterBarePaa("dagsnotat", "skrivUt").fullfor("skrivUt", REISER).fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("overfortTilbud").passerte("overlever", "enhetenTarImot", "skrivUt", "frigiKadPlass", "overfortTilbud");
  }

  @Test
  @DisplayName("Avslått: legen får alle grunnene som tekst")
  void avslattNiva() {
    Sakshistorie sak = start("kad", "fastlege", og(uten(ONSKET, "behandling"), "lege", "fastlege", "kritAvklart", "nei",
        "kritForordnet", "nei", "ekskRus", "ja"));
    sak.venterBarePaa("henvisVidere").fristOm("henvisVidere", Duration.ofHours(1));
    assertThat(grunner(sak)).isEqualTo("Tilstanden er ikke avklart av en lege som har møtt pasienten. "
        + "Behandling og legemidler er ikke forordnet av lege. Rusen trenger medisinsk overvåking");
    sak.fullforSom("fastlege", "henvisVidere", svar("henvistTil", "legevakt", "henvistAvtale", "Drosje, ventes kl. 11",
        "henvistInformert", true));
    sak.avsluttet("avslattNiva").passerteIkke("tildelKadPlass", "taImot");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void hvertKriteriumHarSinGrunn() {
    assertThat(grunner(start("kad", "legevakt", og(ONSKET, "kritVoksen", "nei")))).isEqualTo("Pasienten er ikke over 18 år");
    assertThat(grunner(start("kad", "legevakt", og(ONSKET, "pasientNavn", "Ung Annen", "pasientFodselsdato", "2009-04-01"))))
        .isEqualTo("Pasienten er ikke over 18 år");
    assertThat(grunner(start("kad", "legevakt", og(ONSKET, "pasientNavn", "Per A", "kritLikeGodt", "nei", "ekskSykehus", "ja"))))
        .isEqualTo("KAD er ikke like godt som sykehus nå. Pasienten trenger spesialisthelsetjenesten");
    assertThat(grunner(start("kad", "legevakt", og(ONSKET, "pasientNavn", "Per B", "ekskFare", "ja")))).isEqualTo("Det er fare for andre");
  }

  @Test
  @DisplayName("Fullt: legen får vite det straks, prøver den andre plasstypen og velger så et annet tilbud")
  void avslattPlass() {
    plass.settKapasitet(PSYKISK, 0);
    plass.settKapasitet(RUS, 0);
    Sakshistorie sak = start("kad", "fastlege", og(ONSKET, "lege", "fastlege"));
    sak.venterBarePaa("velgAnnet").fristOm("velgAnnet", Duration.ofHours(1));
    assertThat(varslet(sak, "kadFull")).containsExactly("fastlege");
    sak.fullfor("velgAnnet", svar("kadType", "rus", "annetValg", "provIgjen")).venterBarePaa("velgAnnet");
    sak.fullfor("velgAnnet", svar("kadType", "psykisk", "annetValg", "spesialist", "annetAvtale", "Østmarka tar imot", "annetInformert", true));
    sak.avsluttet("avslattPlass").passerteIkke("taImot");
    // Nobody stands in a queue: an acute need cannot wait for a place.
    assertThat(plass.ko(PSYKISK)).isEmpty();
    assertThat(plass.ko(RUS)).isEmpty();
  }

  @Test
  @DisplayName("Skrev seg ut selv: legen får vite det, kontakt innen et døgn, ellers letes det")
  void skrevSegUt() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("droSelv").venterBarePaa("vurderAvreise", "kontaktEtterAvreise")
        .fristOm("vurderAvreise", Duration.ofHours(1)).fristOm("kontaktEtterAvreise", Duration.ofHours(24));
    assertThat(varslet(sak, "kadAvreise")).containsExactly("legevakt");
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("vurderAvreise", AVREISE).fullfor("kontaktEtterAvreise", svar("fikkKontakt", "nei"));
    sak.venterBarePaa("provSammeDag").fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    sak.avsluttet("skrevSegUt").passerte("frigiEtterAvreise", "forsokKontakt", "skrevSegUt").passerteIkke("komIkke", "oppfolging");
  }

  @Test
  void komIkke() {
    Sakshistorie sak = start("kad", "legevakt", og(ONSKET, "kadType", "rus"));
    sak.fullfor("taImot", svar("ankomst", "komIkke")).venterBarePaa("vurderAvreise", "kontaktEtterAvreise");
    sak.fullfor("kontaktEtterAvreise", svar("fikkKontakt", "ja", "slikGarDet", "Er hos broren", "vetHvem", true,
        "naloksonTilbudt", "avtalt"));
    sak.fullfor("vurderAvreise", AVREISE).avsluttet("komIkke").passerteIkke("forsokKontakt", "skrevSegUt");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  @DisplayName("Død: rettes, bekreftes, og ved mistanke om selvmord følges de etterlatte opp straks, før annet er gjort")
  void dod() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forveksling"));
    sak.venterBarePaa("legetilsyn", "dagsnotat").passerte("dodRettetKad");
    dorOgBekreftes(sak);
    sak.venterBarePaa("fortellParorende", "fortellEnheter", "vurderVarsel", "avklarDodsarsak").fristOm("avklarDodsarsak", Duration.ofHours(4));
    sak.fullforSom("legevakt", "avklarDodsarsak", svar("mistanke", "selvmord", "dodsdato", "2026-03-02", "dodsbudskapGitt", "ja", "dodsbudskapAv", "politi"));
    Sakshistorie etterlatte = sak.lenket("etterlatte");
    assertThat(etterlatte.variabel("dodsarsak")).isEqualTo("selvmord");
    assertThat(etterlatte.variabel("dodsbudskapAv")).isEqualTo("politi");
    folgesOpp(sak);
    sak.avsluttet("dod").passerte("startEtterlattesak", "dod");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void dodUtenMistankeOmSelvmord() {
    Sakshistorie sak = innlagt(ONSKET);
    dorOgBekreftes(sak);
    folgesOpp(sak);
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei")).avsluttet("dod").passerteIkke("startEtterlattesak");
  }

  // How a case begins

  @Test
  @DisplayName("Startet fra en annen sak: en lege fyller ut kriteriene")
  void startetFraEnAnnenSak() {
    Sakshistorie sak = lenket("Kan ikke være på trygghetsplass lenger");
    sak.venterBarePaa("vurderInnleggelse").fristOm("vurderInnleggelse", Duration.ofHours(1));
    sak.fullforSom("legevakt", "vurderInnleggelse", og(KRITERIER, "kadType", "psykisk"));
    sak.passerte("vurderInnleggelse", "tildelKadPlass", "taImot").venterPaa("taImot");
  }

  @Test
  @DisplayName("Har pasienten alt en sak, venter ikke legen til neste virkedag: svar innen en time, også natt til søndag")
  void legenFaarSvarInnenEnTime() {
    Map<String, Object> samme = og(uten(ONSKET, "pasientFodselsdato"), "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1985, 4, 1), 3));
    ClockUtil.setCurrentTime(Date.from(kl(2026, 3, 8, 2, 0)));
    Sakshistorie svart = innlagt(samme);
    Sakshistorie ny = start("kad", "legevakt", samme);
    ny.venterBarePaa("avgjorLopende").gaaTil(kl(2026, 3, 8, 3, 2));
    assertThat(varslet(ny, "fristBrudd")).contains("legevakt");
    assertThat(varslet(svart, "fristBrudd")).isEmpty();
  }

  @Test
  @DisplayName("Kan pasienten være registrert to ganger, venter ikke legen på svar om det")
  void venterIkkePaaOmDetErSammePerson() {
    innlagt(ONSKET);
    Sakshistorie ny = start("kad", "legevakt", og(uten(ONSKET, "pasientFodselsdato"), "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1985, 4, 1), 5)));
    ny.passerte("finnMuligSak").passerteIkke("avgjorSammePerson").venterBarePaa("taImot");
  }

  @Test
  void nyHenvendelseLeggesTilDenLopendeSaken() {
    Map<String, Object> samme = og(uten(ONSKET, "pasientFodselsdato"), "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1985, 4, 1), 3));
    Sakshistorie sak = innlagt(samme);
    Sakshistorie ny = start("kad", "fastlege", og(samme, "lege", "fastlege"));
    ny.venterBarePaa("avgjorLopende").fullforSom("fastlege", "avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Ny medisinliste"));
    ny.passerteIkke("vurdering");
    ny.fullforForste("taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende");
    sak.venterPaa("dagsnotat");
  }

  @Test
  void barnOgParorende() {
    Sakshistorie sak = start("kad", "legevakt", og(ONSKET, "harBarn", "ja"));
    // Children are asked about at once, beside the admission.
    sak.venterBarePaa("avklarBarn", "taImot").fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja"));
    assertThat(sak.lenkede("barn")).isOne();
    sak.fullfor("taImot", KOM).venterPaa("ivaretaParorende");
  }

  // What may happen

  @Test
  @DisplayName("Nye selvmordstanker starter en egen sak; oppholdet går videre")
  void selvmordstanker() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.fullfor("dagsnotat", svar("notat", "Forteller om mørke tanker", "selvmordstanker", "ja", "krisetype", "tanker"));
    assertThat(sak.lenkede("selvmordsatferd")).isOne();
    assertThat(sak.lenket("selvmordsatferd").variabel("henvendelse")).isEqualTo("Selvmordstanker under opphold på KAD");
    assertThat(sak.lenket("selvmordsatferd").variabel("krisetype")).isEqualTo("tanker");
    sak.venterBarePaa("legetilsyn", "dagsnotat").passerte("dagsnotat", "startSelvmordsatferd", "dagsnotat");
    sak.hendelse("selvmordstanker");
    assertThat(sak.lenkede("selvmordsatferd")).isEqualTo(2);
    sak.venterBarePaa("legetilsyn", "dagsnotat").passerte("selvmordsatferdStartet");
  }

  @Test
  @DisplayName("Ønsker ikke mer hjelp: før ankomst avsluttes saken, i oppholdet får legen vite det, etterpå står utskrivingen")
  void onskerIkkeMerHjelp() {
    Sakshistorie foer = start("kad", "legevakt", og(ONSKET, "harBarn", "ukjent"));
    foer.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske", "avklarBarn");
    assertThat(opptatt(foer)).isZero();
    foer.fullfor("avklarBarn", svar("harBarn", "nei")).fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeHjelp");

    Sakshistorie iOppholdet = innlagt(ONSKET);
    iOppholdet.hendelse("forverring").hendelse("onskerIkkeHjelp").venterBarePaa("vurderAvreise", "kontaktEtterAvreise");
    assertThat(varslet(iOppholdet, "kadAvreise")).containsExactly("legevakt");

    Sakshistorie etterpaa = innlagt(ONSKET);
    sesTil(etterpaa, "hjem");
    etterpaa.fullfor("lagPlan", PLAN).fullfor("skrivUt", REISER).hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE);
    etterpaa.avsluttet("utskrevetHjem").passerteIkke("onsketIkkeHjelp");
  }

  @Test
  void onskerIkkeMensLegenVurderer() {
    Sakshistorie sak = lenket("Trenger ro");
    sak.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", og(ONSKE, "avslutningFare", "ja")).venterBarePaa("vurderFare");
  }

  @Test
  @DisplayName("I fengsel: plassen går til andre, og en lege vurderer på nytt når pasienten er tilbake")
  void fengsel() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("fengsel").venterBarePaa("planleggPause");
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("planleggPause", svar("pauseAnsvarlig", "leistad", "pauseTil", "2026-03-09"));
    sak.gaaFram(8, DAYS).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta")).venterBarePaa("vurderInnleggelse");
    sak.fullfor("vurderInnleggelse", og(KRITERIER, "kadType", "psykisk")).venterBarePaa("taImot");
    mottas(sak).gaaFram(1, DAYS).passerteIkke("evaluer");
  }

  @Test
  void overfortTilAnnenKommune() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("overfortKommune").fullfor("avtalOverforing", svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei", "overforingEgen", "Tar selv kontakt"));
    sak.avsluttet("overfort");
  }

  @Test
  void feilregistrert() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("feilregistrert").fullfor("begrunnFeil", svar("feilGrunn", "person", "feilBegrunnelse", "Feil pasient"));
    sak.avsluttet("feilregistrert");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void samtykkeOgKlageStopperIngenting() {
    Sakshistorie sak = innlagt(ONSKET);
    sak.hendelse("klage").fullfor("svarPaaKlage", svar("klageGjelder", "Maten", "klageSvar", "Beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "ja",
        "samtykkeNav", "nei", "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "ja", "samtykkeAndre", "nei"));
    sak.venterBarePaa("legetilsyn", "dagsnotat").passerte("klageBehandletKad", "samtykkeRegistrertKad");
  }

  // What staff do

  private Sakshistorie innlagt(Map<String, Object> onsket) {
    return mottas(start("kad", "legevakt", onsket));
  }

  private static Sakshistorie mottas(Sakshistorie sak) {
    return sak.fullfor("taImot", KOM).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"))
        .venterBarePaa("legetilsyn", "dagsnotat");
  }

  /** A case that another one starts: no doctor has answered yet. */
  private Sakshistorie lenket(String henvendelse) {
    return startInnenfra("kad", svar("pasientId", UUID.randomUUID().toString(), "pasientmerke", "K.N. 1985", "pasientAlder",
        41, "pasientKjonn", "kvinne", "harBarn", "nei", "lenket", true, "henvendelse", henvendelse, "kadType", null));
  }

  private static void sesTil(Sakshistorie sak, String videre) {
    sak.fullfor("legetilsyn", svar("tilsynNotat", "Vurdert sammen med pasienten", "videre", videre));
  }

  private static void notatSkrives(Sakshistorie sak) {
    sak.fullfor("dagsnotat", svar("notat", "Rolig døgn", "selvmordstanker", "nei"));
  }

  private static void dorOgBekreftes(Sakshistorie sak) {
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
  }

  private static void folgesOpp(Sakshistorie sak) {
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste("fastlege"), "dodAvtaler", true));
    sak.fullfor("vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Vurdert", "dodGjennomgang", "nei"));
  }

  // What the case shows

  private Sakshistorie leistadHarOppgave(Sakshistorie sak) {
    assertThat(oppgaver.createTaskQuery().active().processInstanceBusinessKey(sak.saksnummer()).taskCandidateGroup("leistad")
        .includeAssignedTasks().count()).as("Tasks at Leistad, open now: %s", sak.apneNavn()).isPositive();
    return sak;
  }

  private long opptatt(Sakshistorie sak) {
    return List.of(PSYKISK, RUS).stream().flatMap(type -> plass.naavaerende(type).stream())
        .filter(opphold -> opphold.sak().equals(sak.saksnummer())).count();
  }

  private Object grunner(Sakshistorie sak) {
    sak.venterPaa("henvisVidere");
    return jdbc.sql("SELECT v.TEXT_ FROM ACT_RU_VARIABLE v JOIN ACT_RU_EXECUTION e ON e.ID_ = v.PROC_INST_ID_ "
        + "WHERE e.ROOT_PROC_INST_ID_ = ? AND v.NAME_ = 'avslagsgrunner'").param(sak.rot()).query(String.class).single();
  }

  private List<String> varslet(Sakshistorie sak, String mal) {
    return jdbc.sql("SELECT DISTINCT gruppe FROM varsel WHERE saksnummer = ? AND mal = ? ORDER BY gruppe")
        .params(sak.saksnummer(), mal).query(String.class).list();
  }

  /** Who was told of the limit of the stay; the other tasks' notices are left out by its title. */
  private List<String> varslet(Sakshistorie sak, String mal, String type) {
    return jdbc.sql("SELECT gruppe FROM varsel WHERE saksnummer = ? AND mal = ? AND tekst LIKE ?")
        .params(sak.saksnummer(), mal, "%Opphold på KAD " + type.replace("kad-", "") + "%").query(String.class).list();
  }

  /** Whether each stay's limit was kept. */
  private List<String> grense(Sakshistorie sak) {
    return jdbc.sql("SELECT brutt FROM frist WHERE saksnummer = ? AND navn IN ('kad-psykisk', 'kad-rus')")
        .param(sak.saksnummer()).query((rad, nr) -> rad.getTimestamp("brutt")).list().stream()
        .map((Timestamp brutt) -> brutt == null ? "i tide" : "brutt").toList();
  }

  private static Map<String, Object> uten(Map<String, Object> svar, String navn) {
    Map<String, Object> resten = og(svar);
    resten.remove(navn);
    return resten;
  }

  private static Object liste(String... verdier) {
    return SpinValues.jsonValue(List.of(verdier).stream().map(verdi -> '"' + verdi + '"').toList().toString()).create();
  }
}
