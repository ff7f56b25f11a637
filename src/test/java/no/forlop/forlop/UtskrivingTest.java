package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.forlop.betaling.Betaling;
import no.forlop.person.Testnummer;
import no.forlop.plass.Plass;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Discharge from hospital to the municipality, from the first notice to the follow-up at home. */
class UtskrivingTest extends ForlopTest {

  private static final String LEISTAD = "leistad-etterbehandling";
  private static final List<String> ALT = List.of("problem", "andre", "diagnose", "funksjon", "mote", "oppfolging");

  @Autowired
  private Plass plass;
  @Autowired
  private Betaling betaling;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void tiPlasser() {
    plass.settKapasitet(LEISTAD, 10);
  }

  // Outcomes

  @Test
  void hjemMedTjenesterEtterLeistad() {
    Sakshistorie sak = utskrivningsklar("ostmarka");
    sak.venterBarePaa("ivaretaParorende", "svarSykehus").frist("svarSykehus", kl(2026, 3, 2, 23, 59));
    ingenParorende(sak);
    svarer(sak, "kan");
    sak.venterBarePaa("velgTilbud").frist("velgTilbud", kl(2026, 3, 3, 16, 0));
    tilLeistad(sak, "dager");
    sak.venterBarePaa("folgOpphold", "kartlegg", "individuellplan").frist("folgOpphold", kl(2026, 3, 9, 23, 59))
        .frist("kartlegg", kl(2026, 3, 9, 16, 0)).frist("individuellplan", kl(2026, 3, 9, 16, 0));
    kartlegger(sak, "noe", "ja", "ja");
    assertThat(sak.variabel("anbefaltVidere")).isEqualTo("egenMed");
    sak.frist("velgVidere", kl(2026, 3, 11, 16, 0));
    velgerVidere(sak, "egenMed", "botiltak");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"))
        .frist("lagPlan", kl(2026, 3, 16, 16, 0));
    lagerPlan(sak);
    // Leaving Leistad does not wait for the vedtak, which is a case of its own.
    sak.venterBarePaa("folgOpphold", "skrivUt");
    Sakshistorie vedtak = sak.lenket("vedtak").lopende();
    assertThat((String) vedtak.variabel("henvendelse")).contains("egen bolig med tjenester", "Hverdagen");
    assertThat(vedtak.variabel("onsketTjeneste")).isEqualTo("ambulant");
    skriverUt(sak);
    sak.venterBarePaa("kontakt").frist("kontakt", kl(2026, 3, 9, sak.naa().atZone(OSLO).getHour(), sak.naa().atZone(OSLO).getMinute()));
    faarKontakt(sak);
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetMed").passerte("melding", "mottak", "svarSykehus", "avklaring", "tildelPlass", "bekreftPlass",
        "bekreftUtreise", "taImot", "kartlegg", "velgVidere", "lagPlan", "skrivUt", "frigiPlass", "kontakt", "utskrevetMed")
        .passerteIkke("startDogn", "folgVentetid", "meldTilbudKlart", "startSelvmordsatferd", "startPlan");
    vedtak.lopende();
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isZero();
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void hjemUtenTjenester() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "selv", "ja", "ja");
    assertThat(sak.variabel("anbefaltVidere")).isEqualTo("egenUten");
    sak.fullfor("velgVidere", svar("tilbud", "egenUten"));
    lagerPlan(sak);
    sak.venterBarePaa("folgOpphold", "skrivUt");
    skriverUt(sak);
    faarKontakt(sak);
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetUten").passerteIkke("overlever", "startVedtak");
  }

  @Test
  void bemannetBoligNaarLederneErEnige() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "dogn", "nei", null);
    assertThat(sak.variabel("anbefaltVidere")).isEqualTo("bemannet");
    velgerVidere(sak, "bemannet", "botiltak");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Ingen ledig bolig"));
    // A refusal goes to both leaders; meanwhile Leistad keeps the responsibility.
    sak.fullforSom("botiltakleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Leistad beholder inntil videre"));
    sak.venterBarePaa("folgOpphold", "velgVidere");
    velgerVidere(sak, "bemannet", "botiltak");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    lagerPlan(sak);
    skriverUt(sak);
    faarKontakt(sak);
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("bemannet").passerte("maaVelgesPaNytt", "enhetOvertar", "lagPlan", "startVedtak");
  }

  @Test
  void annetTilbudEtterOpphold() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "noe", "nei", null);
    assertThat(sak.variabel("anbefaltVidere")).isEqualTo("annet");
    velgerVidere(sak, "annet", "stavne");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    lagerPlan(sak);
    skriverUt(sak);
    faarKontakt(sak);
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("annetEtterOpphold");
  }

  @Test
  void annetTilbudUtenOpphold() {
    Sakshistorie sak = utskrivningsklar("tsb");
    ingenParorende(sak);
    svarer(sak, "kan");
    // After TSB the usual offer is another one than Leistad; without consent the handover stops, not the help.
    velger(sak, "annet", "stavne", "nei");
    sak.venterBarePaa("velgTilbud").passerte("krevesSamtykke");
    sak.fullfor("velgTilbud", svar("tilbud", "ekstern", "tilbudGrunn", "Har fått plass", "mottaker", "Privat tiltak",
        "samtykkeAndre", "ja", "gjelder", "Botrening"));
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "brev"))
        .fullfor("registrerSvar", svar("eksterntSvar", "avslatt", "eksterntInnhold", "Har ikke plass"));
    sak.venterBarePaa("velgTilbud").passerte("ikkeMottatt");
    sak.fullfor("velgTilbud", svar("tilbud", "ekstern", "tilbudGrunn", "Har fått plass", "mottaker", "Privat tiltak 2",
        "samtykkeAndre", "ja", "gjelder", "Botrening"));
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "brev"))
        .fullfor("registrerSvar", svar("eksterntSvar", "mottatt", "eksterntInnhold", "Plass fra mandag"));
    reiser(sak, "nei");
    sak.avsluttet("annetUtenOpphold").passerte("eksternOvertar", "bekreftUtreise").passerteIkke("opphold", "oppfolging");
  }

  @Test
  void barneOgFamilietjenestenHarSakenUnder18() {
    Sakshistorie sak = start("utskriving", "hvk",
        og(melding("ostmarka"), "pasientNummer", "03840960098", "pasientNavn", "Ung Nordmann"));
    ingenParorende(sak);
    svarer(sak, "kan");
    velger(sak, "annet", "bft", "ja");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    reiser(sak, "nei");
    sak.avsluttet("annetUtenOpphold");
  }

  @Test
  void direkteHjemEtterBetalingsdognOgSelvmordstanker() {
    Sakshistorie sak = utskrivningsklar("nidaros");
    ingenParorende(sak);
    sak.fullfor("svarSykehus", svar("svar", "kanIkke", "kanTaImotFra", "2026-03-06", "koordinator", "hvk", "stedfortreder", "hvk2"));
    sak.gaaFram(2, DAYS);
    // No consent to a handover: HVK follows up itself.
    sak.fullfor("velgTilbud", svar("tilbud", "egenMed", "tilbudGrunn", "Ønsker seg hjem", "mottakerEnhet", "botiltak",
        "samtykkeAndre", "nei", "gjelder", "Hjelp i hverdagen"));
    sak.passerte("folgerSelv", "startVedtak").venterBarePaa("meldTilbudKlart");
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isEqualTo(2);
    sak.gaaFram(1, DAYS).fullfor("meldTilbudKlart", svar("meldtTil", "Vakthavende", "tilbudMeldt", true));
    // Three days, whatever the day that the patient arrives; 2026 has no known rate.
    sak.gaaFram(1, DAYS);
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isEqualTo(3);
    assertThat(betaling.regnskap(sak.saksnummer()).tekst()).isEqualTo("sats mangler for 2026");
    reiser(sak, "ja");
    sak.venterBarePaa("kontakt");
    Sakshistorie krise = sak.lenket("selvmordsatferd").lopende();
    assertThat(krise.variabel("utskrevetFraSykehus")).isEqualTo(true);
    sak.fullfor("kontakt", svar("fikkKontakt", "nei"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    faarKontakt(sak);
    // The plan is made at home for the one who was never at Leistad.
    sak.frist("lagPlanHjemme", kl(2026, 3, 20, 16, 0)).fullfor("lagPlanHjemme",
        svar("egneMal", "Være hjemme", "tiltak", "Besøk", "enigIPlanen", "delvis", "uenighet", "Vil ha flere besøk"));
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetMed").passerte("startDogn", "kanIkkeEnna", "stoppDognUtreise", "startSelvmordsatferd", "velgRytme")
        .passerteIkke("opphold");
    assertThat(betaling.perSak()).containsKey(sak.saksnummer());
    assertThat(betaling.samlet().dognPerAar().get(2026)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void ikkeKontaktEtterUtskriving() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "selv", "ja", "nei");
    assertThat(sak.variabel("anbefaltVidere")).isEqualTo("egenMed");
    sak.fullfor("velgVidere", svar("tilbud", "egenUten", "avvikGrunn", "Pasienten ønsker det selv"));
    lagerPlan(sak);
    skriverUt(sak);
    // Warned two days before, broken after seven.
    sak.gaaFram(8, DAYS);
    assertThat(varslet(sak, "leistad")).isTrue();
    assertThat(varslet(sak, "leistadleder")).isTrue();
    sak.fullfor("kontakt", svar("fikkKontakt", "nei"));
    for (int forsok = 0; forsok < 3; forsok++) {
      sak.gaaFram(15, DAYS).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.fullfor("bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Tre forsøk", "kontaktBeskjed", "ja"));
    sak.avsluttet("utskrevetUten").passerte("velgRytme", "ikkeNadd").passerteIkke("tilbakemelding");
  }

  @Test
  void reinnlagtFraLeistad() {
    Sakshistorie sak = paaLeistad();
    sak.hendelse("innlagt").venterBarePaa("registrerReinnlagt");
    assertThat(opptatt(sak)).isZero();
    reinnlegger(sak);
    sak.avsluttet("reinnlagt").passerte("innlagtIgjen", "frigiVedReinnleggelse").passerteIkke("skrivUt");
  }

  @Test
  void reinnlagtEtterUtskriving() {
    Sakshistorie sak = hjemme();
    sak.hendelse("innlagt").venterBarePaa("registrerReinnlagt");
    reinnlegger(sak);
    sak.avsluttet("reinnlagt").passerte("innlagtEtter");

    // A vedtak that is on its way goes on in its own case.
    Sakshistorie medVedtak = paaLeistad();
    kartlegger(medVedtak, "noe", "ja", "ja");
    velgerVidere(medVedtak, "egenMed", "ephor");
    medVedtak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    lagerPlan(medVedtak);
    medVedtak.hendelse("innlagt").venterBarePaa("registrerReinnlagt");
    reinnlegger(medVedtak);
    medVedtak.avsluttet("reinnlagt");
    medVedtak.lenket("vedtak").lopende();
  }

  @Test
  void reisteHjemFraSykehusetUtenBehov() {
    Sakshistorie sak = innlagt();
    sak.venterBarePaa("folgInnleggelsen", "ivaretaParorende").frist("folgInnleggelsen", kl(2026, 3, 10, 16, 0));
    ingenParorende(sak);
    sak.fullfor("folgInnleggelsen", svar("innleggelseStatus", "innlagt", "forventetUtskriving", "2026-03-20"))
        .frist("folgInnleggelsen", kl(2026, 3, 20, 16, 0));
    sak.fullfor("folgInnleggelsen", svar("innleggelseStatus", "hjemme"));
    sak.avsluttet("utenBehov").passerteIkke("svarSykehus", "avklaring");

    Sakshistorie meldt = innlagt();
    ingenParorende(meldt);
    meldt.hendelse("utskrevetHjem").avsluttet("utenBehov").passerte("reistHjem");

    Sakshistorie vurdert = utskrivningsklar("tiller");
    ingenParorende(vurdert);
    svarer(vurdert, "kan");
    vurdert.fullfor("velgTilbud", svar("tilbud", "ingen", "tilbudGrunn", "Trenger ikke tjenester"));
    vurdert.avsluttet("utenBehov").passerte("ingenBehov");
  }

  @Test
  void meldingenTrekkesMensPasientenStaarIKo() {
    fullt();
    Sakshistorie sak = utskrivningsklar("ostmarka");
    ingenParorende(sak);
    svarer(sak, "kan");
    sak.fullfor("velgTilbud", svar("tilbud", "leistad", "hastegrad", "vente"));
    sak.venterBarePaa("folgVentetid");
    sak.hendelse("meldingTrukket").venterBarePaa("registrerTrukket");
    assertThat(plass.ko(LEISTAD)).isEmpty();
    sak.fullfor("registrerTrukket", svar("trukketGrunn", "annet"));
    sak.avsluttet("meldingTrukketTilbake");
  }

  @Test
  void feilKommune() {
    Sakshistorie sak = utskrivningsklar("ostmarka");
    ingenParorende(sak);
    sak.hendelse("feilKommune").frist("svarFeilKommune", kl(2026, 3, 2, 16, 0));
    sak.fullfor("svarFeilKommune", svar("riktigKommune", "Malvik", "avsenderInformert", true));
    sak.avsluttet("feilKommuneSlutt").passerteIkke("velgTilbud");
  }

  @Test
  void individuellPlanStartesSomEgenSak() {
    Sakshistorie sak = paaLeistad();
    sak.fullfor("individuellplan", svar("individuellPlan", "startes", "planMerknad", "Bolig, NAV og DPS"));
    Sakshistorie plan = sak.lenket("individuellplan").lopende();
    assertThat((String) plan.variabel("henvendelse")).contains("Bolig, NAV og DPS");
    assertThat(plan.variabel("planOnsket")).isEqualTo("ja");
    sak.venterBarePaa("folgOpphold", "kartlegg");
    feilregistrerer(sak);
    plan.lopende();
  }

  @Test
  void leistadHarEnOppgaveSaaLengePasientenErDer() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "dogn", "nei", null);
    velgerVidere(sak, "bemannet", "botiltak");
    // Leistad waits for others, and the task of the stay comes again until the patient leaves.
    sak.venterBarePaa("folgOpphold", "taImotOverlevering").gaaFram(5, DAYS);
    sak.fullforSom("leistad2", "folgOpphold", svar("paaLeistadNa", "ja", "oppholdNotat", "Sover bedre"));
    sak.venterBarePaa("folgOpphold", "taImotOverlevering").frist("folgOpphold", kl(2026, 3, 14, 23, 59));
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    lagerPlan(sak);
    sak.fullfor("folgOpphold", svar("paaLeistadNa", "nei")).venterBarePaa("skrivUt").passerte("oppholdOver");
    skriverUt(sak);
    sak.venterBarePaa("kontakt").passerteIkke("reisteSelv");
  }

  @Test
  void trygghetsoppholdGaarOverTilEtterbehandling() {
    Sakshistorie forst = paaLeistad();
    fullt();
    Sakshistorie sak = fraTrygghetsopphold();
    sak.venterBarePaa("svarOvergang", "avklarBarn").frist("svarOvergang", kl(2026, 3, 2, 23, 59)).passerteIkke("mottak");
    sak.fullfor("avklarBarn", svar("harBarn", "nei"));
    ingenParorende(sak);
    sak.fullfor("svarOvergang", svar("tilbud", "leistad", "hastegrad", "straks")).venterBarePaa("folgVentetid");
    sak.avviser("hvk", "folgVentetid", svar(), "Hva er gjort i ventetiden?");
    sak.fullfor("folgVentetid", svar("venteNotat", "Har trygghetsplass til i morgen")).venterBarePaa("folgVentetid");
    forst.hendelse("innlagt");
    sak.venterBarePaa("bekreftPlass").fullfor("bekreftPlass", svar("innkomstDato", "2026-03-02"));
    // No hospital to leave, no days to pay.
    sak.venterBarePaa("taImot").passerteIkke("bekreftUtreise", "startDogn");
    sak.fullfor("taImot", svar("koordinator", "leistad", "stedfortreder", "leistad2", "hvaErViktig", "Ro", "informert", true));
    kartlegger(sak, "selv", "ja", "ja");
    sak.fullfor("velgVidere", svar("tilbud", "egenUten"));
    lagerPlan(sak);
    sak.fullfor("skrivUt", svar("planUtlevert", true, "trygghetsplassInfo", true, "kontaktAvtale", "2026-03-08"));
    sak.fullfor("kontakt", svar("fikkKontakt", "ja", "slikGarDet", "Bra", "tjenesterIGang", "ja"));
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetUten").passerte("overgang", "svarOvergang", "plassOvergang", "taImot", "skrivUt");
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isZero();
  }

  @Test
  void annetTilbudEnnEtterbehandlingEtterTrygghetsopphold() {
    Sakshistorie sak = fraTrygghetsopphold();
    sak.fullfor("avklarBarn", svar("harBarn", "nei"));
    ingenParorende(sak);
    sak.avviser("hvk", "svarOvergang", svar("tilbud", "annet"), "Hvilket tilbud er avtalt");
    sak.fullfor("svarOvergang", svar("tilbud", "annet", "overgangAvtale", "Daglige besøk hjemme"));
    sak.avsluttet("annetUtenOpphold").passerteIkke("plassOvergang", "leistad");
  }

  @Test
  void droSelvFraLeistad() {
    Sakshistorie sak = paaLeistad();
    sak.hendelse("droSelv").venterPaa("kartlegg", "provSammeDag");
    sak.fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    sak.fullfor("avklarRetur", svar("kommerTilbake", "ja", "avreiseAvtale", "Kommer i kveld"));
    sak.venterBarePaa("folgOpphold", "kartlegg", "individuellplan").passerte("tilbakePaLeistad");
    assertThat(opptatt(sak)).isOne();
    sak.hendelse("droSelv").fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke"));
    sak.fullfor("avklarRetur", svar("kommerTilbake", "nei", "avreiseAvtale", "HVK og fastlege er informert"));
    sak.avsluttet("droSelv").passerte("forlotLeistad", "frigiEtterAvreise");
    assertThat(opptatt(sak)).isZero();
  }

  // Notices, answers and paid days

  @Test
  void andreMeldingKommerISammeSak() {
    Sakshistorie sak = innlagt();
    ingenParorende(sak);
    sak.hendelse("utskrivningsklar").frist("registrerMelding", kl(2026, 3, 2, 16, 0));
    registrerer(sak, "utskrivningsklar");
    sak.venterBarePaa("svarSykehus");
    // The patient gets worse, and is ready again later: the days between are not paid for.
    sak.fullfor("svarSykehus", svar("svar", "kanIkke", "kanTaImotFra", "2026-03-05", "koordinator", "hvk", "stedfortreder", "hvk2"));
    sak.gaaFram(1, DAYS).hendelse("ikkeKlar").venterBarePaa("folgInnleggelsen").gaaFram(2, DAYS);
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isEqualTo(1);
    sak.fullfor("folgInnleggelsen", svar("innleggelseStatus", "utskrivningsklar"));
    registrerer(sak, "utskrivningsklar");
    svarer(sak, "kan");
    sak.venterBarePaa("velgTilbud").passerte("meldtKlar", "startDogn", "ikkeKlar", "stansVenting", "stoppDogn");
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isEqualTo(1);
    feilregistrerer(sak);
  }

  @Test
  void nyttStartskjemaLeggesTilDenLopendeSaken() {
    Sakshistorie sak = innlagt("ja").fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja"));
    ingenParorende(sak);
    sak.venterBarePaa("folgInnleggelsen");
    Sakshistorie melding = start("utskriving", "leistad",
        og(melding("nidaros"), "harBarn", "ja", "sykehusOnske", "Hjem til familien", "hvaErViktig", "Hunden"));
    melding.avsluttet("lagtTilLopende").passerte("finnLopende", "leggTil", "horerTil").passerteIkke("startBarn", "mottak");
    // What the notice says is in the case, complete, so nobody types it again and the answer is due the same day.
    sak.venterBarePaa("svarSykehus").frist("svarSykehus", kl(2026, 3, 2, 23, 59)).passerteIkke("registrerMelding");
    assertThat(melding.lenket("utskriving").saksnummer()).isEqualTo(sak.saksnummer());
    svarer(sak, "kan");
    assertThat(sak.variabel("sykehusOnske")).isEqualTo("Hjem til familien");
    assertThat(sak.variabel("hvaErViktig")).isEqualTo("Hunden");
    assertThat(sak.variabel("avsender")).isEqualTo("nidaros");
    // A patient with another number is another case.
    annenPasient(1).venterPaa("svarSykehus").passerte("lopende", "egenSak").passerteIkke("leggTil");
  }

  @Test
  void barnSomForstNevnesINesteMeldingBlirIkkeBorte() {
    Sakshistorie sak = innlagt();
    ingenParorende(sak);
    Sakshistorie melding = start("utskriving", "hvk", og(melding("ostmarka"), "harBarn", "ja"));
    sak.venterBarePaa("svarSykehus");
    melding.venterBarePaa("avklarBarn").fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja"));
    melding.avsluttet("lagtTilLopende").passerte("leggTil", "avklarMeldteBarn", "horerTilBarnAvklart");
    // The next notice that says so finds the case of the children.
    Sakshistorie igjen = start("utskriving", "hvk", og(melding("ostmarka"), "harBarn", "ja"));
    igjen.fullfor("avklarMelding", svar("sammeInnleggelse", "ja")).avsluttet("lagtTilLopende");
    assertThat(igjen.lenkede("barn")).isZero();
    assertThat(melding.lenkede("barn")).isOne();
  }

  @Test
  void meldingenAvklaresNaarSakenIkkeTarImot() {
    Sakshistorie sak = utskrivningsklar("ostmarka");
    ingenParorende(sak);
    Sakshistorie samme = utskrivningsklar("ostmarka");
    samme.venterBarePaa("avklarMelding").frist("avklarMelding", kl(2026, 3, 2, 16, 0));
    samme.fullfor("avklarMelding", svar("sammeInnleggelse", "ja"));
    samme.avsluttet("lagtTilLopende");
    Sakshistorie innlagt = innlagt();
    innlagt.passerte("meldInnlagt", "avklarMelding").fullfor("avklarMelding", svar("sammeInnleggelse", "ja"))
        .avsluttet("lagtTilLopende");
    Sakshistorie lenket = startInnenfra("utskriving", svar("harBarn", "nei", "lenket", true,
        "pasientId", sak.variabel("pasientId"), "pasientmerke", "K.N. 1985"));
    lenket.venterBarePaa("avklarMelding").passerteIkke("meldInnlagt", "leggTil")
        .fullfor("avklarMelding", svar("sammeInnleggelse", "nei")).venterPaa("registrerMelding").passerte("egenSak");
    sak.venterBarePaa("svarSykehus");
    assertThat(sak.lenkede("utskriving")).isEqualTo(3);
  }

  @Test
  void nyInnleggelseBlirEgenSakOgAvslutterDenForrige() {
    Sakshistorie sak = hjemme();
    Sakshistorie ny = innlagt();
    ny.venterPaa("folgInnleggelsen").passerte("meldInnlagt", "egenSak", "startBarn");
    sak.venterBarePaa("registrerReinnlagt");
    assertThat(sak.variabel("avsender")).isEqualTo("ostmarka");
    // The notice of readiness goes to the newest, though the former is not closed yet.
    start("utskriving", "hvk", melding("nidaros")).avsluttet("lagtTilLopende");
    ny.venterPaa("svarSykehus");
    reinnlegger(sak);
    sak.avsluttet("reinnlagt");
    ny.lopende();
  }

  @Test
  void lenketSakSporOmMeldingen() {
    Sakshistorie sak = startInnenfra("utskriving", svar("harBarn", "nei", "lenket", true, "pasientmerke", "K.N. 1985"));
    sak.venterPaa("registrerMelding");
    registrerer(sak, "innlagt");
    sak.venterPaa("folgInnleggelsen");
    ingenParorende(sak);
    sak.hendelse("utskrevetHjem").avsluttet("utenBehov");
  }

  @Test
  void ufullstendigMeldingSendesTilbake() {
    Sakshistorie sak = start("utskriving", "hvk", og(melding("ostmarka"), "meldingInnhold", liste(List.of())));
    ingenParorende(sak);
    String[][] utfyllinger = {
        {"problem", "andre", "diagnose", "funksjon", "mote"}, {"problem", "andre", "diagnose", "funksjon", "oppfolging"},
        {"problem", "andre", "diagnose", "funksjon"}, {"mote", "oppfolging"}, {"problem", "mote"}, {"diagnose", "oppfolging"}};
    for (String[] utfylling : utfyllinger) {
      sak.frist("beOmUtfylling", kl(2026, 3, 2, 23, 59));
      sak.fullfor("beOmUtfylling", svar("forelopigSvar", "vet", "kontaktSykehus", "Sykepleier på avdelingen"))
          .frist("registrerUtfylt", kl(2026, 3, 3, 16, 0));
      sak.fullfor("registrerUtfylt", svar("utfylling", "vurder", "meldingInnhold", liste(List.of(utfylling))));
    }
    sak.fullfor("beOmUtfylling", svar("forelopigSvar", "kan", "kontaktSykehus", "Sykepleier på avdelingen"));
    sak.fullfor("registrerUtfylt", svar("utfylling", "videre", "utfyllingGrunn", "Pasienten skal ikke vente"));
    // An incomplete notice gives no duty to pay, whatever the answer and however late.
    sak.gaaFram(1, DAYS).passerte("ikkeSvart", "ingenDogn").passerteIkke("dognTelles");
    sak.fullfor("svarSykehus", svar("svar", "kanIkke", "kanTaImotFra", "2026-03-05", "koordinator", "hvk", "stedfortreder", "hvk2"));
    sak.gaaFram(3, DAYS).venterBarePaa("velgTilbud").passerteIkke("meldingFullstendig");
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isZero();
    feilregistrerer(sak);
  }

  @Test
  void tolvAarUtenSvar() {
    ClockUtil.setCurrentTime(Date.from(kl(2013, 12, 30, 9, 0)));
    Sakshistorie sak = utskrivningsklar("ostmarka");
    sak.gaaTil(kl(2013, 12, 31, 8, 0)).passerte("ikkeSvart", "dognTelles").venterPaa("svarSykehus");
    assertThat(varslet(sak, "hvkleder")).isTrue();
    sak.gaaTil(kl(2025, 1, 3, 9, 0));
    ingenParorende(sak);
    svarer(sak, "kan");
    var oppgjor = betaling.regnskap(sak.saksnummer());
    assertThat(oppgjor.dognPerAar()).containsEntry(2013, 2L).containsEntry(2014, 365L).containsEntry(2024, 366L)
        .containsEntry(2025, 2L);
    assertThat(oppgjor.aarUtenSats()).containsExactly(2013, 2025);
    assertThat(oppgjor.kroner()).isEqualTo(365L * (4255 + 4387 + 4622 + 4747 + 4885 + 5167 + 5306 + 5508)
        + 366L * (4505 + 5036 + 5745));
    feilregistrerer(sak);
    // A case that was a mistake costs nothing.
    assertThat(betaling.regnskap(sak.saksnummer()).dogn()).isZero();
  }

  @Test
  void koenTilLeistadFolgerHastegrad() {
    Sakshistorie forst = paaLeistad();
    fullt();
    Sakshistorie kanVente = stillesIKo(annenPasient(1), "vente");
    assertThat(varslet(kanVente, "leistadleder")).isTrue();
    Sakshistorie haster = stillesIKo(annenPasient(2), "straks");
    Sakshistorie klarForst = annenPasient(3);
    Sakshistorie klarSist = annenPasient(4);
    stillesIKo(klarSist, "dager");
    stillesIKo(klarForst, "dager");
    // The answer to the hospital changes while the patient waits, and then the days count from the complete notice.
    kanVente.frist("folgVentetid", kl(2026, 3, 4, 16, 0)).gaaFram(1, DAYS);
    kanVente.fullfor("folgVentetid", svar("svar", "kan", "venteNotat", "Snakket med avdelingen"));
    assertThat(betaling.regnskap(kanVente.saksnummer()).dogn()).isZero();
    kanVente.fullfor("folgVentetid", svar("svar", "kanIkke", "venteNotat", "Ingen plass denne uken"));
    assertThat(betaling.regnskap(kanVente.saksnummer()).dogn()).isOne();

    forst.hendelse("innlagt");
    reinnlegger(forst);
    haster.venterBarePaa("bekreftPlass").fristOm("bekreftPlass", Duration.ofHours(4));
    klarForst.venterBarePaa("folgVentetid");
    feilregistrerer(haster);
    // The same urgency: the one who was ready first, not the one who joined the queue first.
    klarForst.venterBarePaa("bekreftPlass");
    klarSist.venterBarePaa("folgVentetid");
    feilregistrerer(klarForst);
    feilregistrerer(klarSist);
    kanVente.venterBarePaa("bekreftPlass");
    kanVente.fullfor("bekreftPlass", svar("innkomstDato", "2026-03-04"));
    kanVente.venterBarePaa("meldTilbudKlart");
    feilregistrerer(kanVente);
  }

  // Events at any time

  @Test
  void onskerIkkeEtterbehandling() {
    Sakshistorie sak = paaLeistad();
    sak.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske");
    sak.fullfor("registrerOnske", svar("avslutningOrd", "Vil hjem", "avslutningBeskjed", "ja", "avslutningFare", "nei", "avslutningMelding", "nei"));
    sak.avsluttet("onsketIkke");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void dodsmeldingRettesOgBekreftes() {
    Sakshistorie sak = paaLeistad();
    sak.hendelse("dod").venterPaa("kartlegg", "bekreftDod");
    sak.fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forveksling"));
    sak.venterBarePaa("folgOpphold", "kartlegg", "individuellplan").passerte("dodRettetUts");
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.venterIkkePaa("kartlegg");
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste(List.of("fastlege", "hvk")), "dodAvtaler", true));
    sak.fullfor("vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet", "dodGjennomgang", "nei"));
    sak.avsluttet("dod");
  }

  @Test
  void overfortTilAnnenKommune() {
    Sakshistorie sak = hjemme();
    sak.hendelse("overfortKommune").venterBarePaa("avtalOverforing");
    sak.fullfor("avtalOverforing", svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei", "overforingEgen", "Tar selv kontakt"));
    sak.avsluttet("overfort");
  }

  @Test
  void feilregistrert() {
    Sakshistorie sak = utskrivningsklar("ostmarka");
    feilregistrerer(sak);
    sak.avsluttet("feilregistrert").passerteIkke("velgTilbud");
  }

  @Test
  void pauseSamtykkeOgKlageStopperIngenting() {
    Sakshistorie sak = hjemme();
    sak.hendelse("klage").venterPaa("kontakt", "svarPaaKlage");
    sak.fullfor("svarPaaKlage", svar("klageGjelder", "Ventetid", "klageSvar", "Beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "ja",
        "samtykkeNav", "nei", "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "ja",
        "samtykkeAndre", "nei"));
    assertThat(sak.variabel("samtykkeNav")).isEqualTo("nei");
    sak.hendelse("fengsel").fullfor("planleggPause", svar("pauseAnsvarlig", "leistad", "pauseTil", "2026-03-09"));
    sak.gaaFram(8, DAYS).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta"));
    sak.venterBarePaa("kontakt").passerte("klageBehandletUts", "samtykkeRegistrertUts", "gjenopptattUts");
    faarKontakt(sak);
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetUten");
  }

  // What staff do

  private Sakshistorie utskrivningsklar(String avsender) {
    return start("utskriving", "hvk", melding(avsender));
  }

  private Sakshistorie innlagt() {
    return innlagt("nei");
  }

  private Sakshistorie innlagt(String harBarn) {
    Map<String, Object> melding = og(melding("ostmarka"), "meldingstype", "innlagt", "innlagtDato", "2026-03-01",
        "forventetUtskriving", "2026-03-10", "harBarn", harBarn);
    melding.remove("meldingInnhold");
    return start("utskriving", "hvk", melding);
  }

  /** As `trygghetsopphold` starts it, with the workers of the stay. */
  private Sakshistorie fraTrygghetsopphold() {
    return startInnenfra("utskriving", svar("pasientId", java.util.UUID.randomUUID().toString(), "pasientmerke", "K.N. 1985",
        "lenket", true, "fraTrygghetsopphold", true, "henvendelse", "Trenger mer tid før hjemreise", "harBarn", "ukjent",
        "koordinator", "leistad", "stedfortreder", "leistad2"));
  }

  private static Map<String, Object> melding(String avsender) {
    return svar("meldingstype", "utskrivningsklar", "avsender", avsender, "pasientNummer", "12858510048",
        "pasientNavn", "Kari Nordmann", "harBarn", "nei", "meldingInnhold", liste(ALT));
  }

  private static void registrerer(Sakshistorie sak, String type) {
    sak.fullfor("registrerMelding", type.equals("innlagt")
        ? svar("meldingstype", type, "avsender", "ostmarka", "innlagtDato", "2026-03-01", "forventetUtskriving", "2026-03-10")
        : svar("meldingstype", type, "avsender", "ostmarka", "meldingInnhold", liste(ALT)));
  }

  private static void svarer(Sakshistorie sak, String svar) {
    sak.fullfor("svarSykehus", svar("svar", svar, "koordinator", "hvk", "stedfortreder", "hvk2"));
  }

  private static void velger(Sakshistorie sak, String tilbud, String enhet, String samtykke) {
    sak.fullfor("velgTilbud", svar("tilbud", tilbud, "mottakerEnhet", enhet, "samtykkeAndre", samtykke, "gjelder", "Hverdagen"));
  }

  private static void ingenParorende(Sakshistorie sak) {
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
  }

  private static void tilLeistad(Sakshistorie sak, String hastegrad) {
    sak.fullfor("velgTilbud", svar("tilbud", "leistad", "hastegrad", hastegrad));
    sak.fullfor("bekreftPlass", svar("innkomstDato", "2026-03-02"));
    reiser(sak, "nei");
    sak.frist("taImot", kl(2026, 3, 2, 23, 59)).fullfor("taImot", svar("koordinator", "leistad", "stedfortreder", "leistad2",
        "hvaErViktig", "Komme hjem", "informert", true));
  }

  private static void reiser(Sakshistorie sak, String selvmordstanker) {
    sak.fullfor("bekreftUtreise", svar("mottakBekreftet", true, "fastlegeInformert", "ja", "medisiner", true, "epikrise", "folger",
        "selvmordstanker", selvmordstanker, "samtykkeFastlege", "ja", "samtykkeSpesialist", "ja", "samtykkeParorende", "ikkeSpurt"));
  }

  private static void kartlegger(Sakshistorie sak, String hjelpebehov, String egenBolig, String tryggHjemme) {
    Map<String, Object> kartlegging = svar("hjelpebehov", hjelpebehov, "egenBolig", egenBolig, "behovNotat", "Mat og struktur");
    if (tryggHjemme != null) {
      kartlegging.put("tryggHjemme", tryggHjemme);
    }
    sak.fullfor("kartlegg", kartlegging);
    sak.fullfor("individuellplan", svar("individuellPlan", "ikkeBehov"));
  }

  private static void velgerVidere(Sakshistorie sak, String tilbud, String enhet) {
    sak.fullfor("velgVidere", svar("tilbud", tilbud, "mottakerEnhet", enhet, "samtykkeAndre", "ja", "gjelder", "Hverdagen"));
  }

  private static void lagerPlan(Sakshistorie sak) {
    sak.fullfor("lagPlan", svar("egneMal", "Klare meg selv", "tiltak", "Besøk to ganger i uken", "enigIPlanen", "ja"));
  }

  private static void skriverUt(Sakshistorie sak) {
    sak.fullfor("skrivUt", svar("planUtlevert", true, "trygghetsplassInfo", true, "epikriseStatus", "mottatt", "kontaktAvtale", "2026-03-08"));
  }

  private static void faarKontakt(Sakshistorie sak) {
    sak.fullfor("kontakt", svar("fikkKontakt", "ja", "slikGarDet", "Bra", "tjenesterIGang", "ja", "epikriseStatus", "mottatt"));
  }

  private static void reinnlegger(Sakshistorie sak) {
    sak.fullfor("registrerReinnlagt", svar("reinnlagtDato", "2026-03-02", "reinnlagtVed", "ostmarka", "innleggelsesrapport", true));
  }

  private static void feilregistrerer(Sakshistorie sak) {
    sak.hendelse("feilregistrert").fullfor("begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Meldt to ganger"));
    sak.avsluttet("feilregistrert");
  }

  /** A patient who is at Leistad, received and not yet mapped. */
  private Sakshistorie paaLeistad() {
    Sakshistorie sak = utskrivningsklar("ostmarka");
    ingenParorende(sak);
    svarer(sak, "kan");
    tilLeistad(sak, "straks");
    return sak;
  }

  /** A patient who is home after Leistad, without services. */
  private Sakshistorie hjemme() {
    Sakshistorie sak = paaLeistad();
    kartlegger(sak, "selv", "ja", "ja");
    sak.fullfor("velgVidere", svar("tilbud", "egenUten"));
    lagerPlan(sak);
    skriverUt(sak);
    return sak.venterBarePaa("kontakt");
  }

  private Sakshistorie annenPasient(int nr) {
    return start("utskriving", "hvk", og(melding("ostmarka"), "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1970, 5, 17), nr), "pasientNavn", "Kari Annen"));
  }

  private static Sakshistorie stillesIKo(Sakshistorie sak, String hastegrad) {
    ingenParorende(sak);
    svarer(sak, "kan");
    return sak.fullfor("velgTilbud", svar("tilbud", "leistad", "hastegrad", hastegrad)).venterBarePaa("folgVentetid");
  }

  private void fullt() {
    plass.settKapasitet(LEISTAD, plass.naavaerende(LEISTAD).size());
  }

  private long opptatt(Sakshistorie sak) {
    return plass.naavaerende(LEISTAD).stream().filter(opphold -> opphold.sak().equals(sak.saksnummer())).count();
  }

  private boolean varslet(Sakshistorie sak, String gruppe) {
    return jdbc.sql("SELECT count(*) FROM varsel WHERE saksnummer = ? AND gruppe = ?").params(sak.saksnummer(), gruppe)
        .query(Integer.class).single() > 0;
  }

  private static Object liste(List<String> verdier) {
    return SpinValues.jsonValue(verdier.stream().map(verdi -> '"' + verdi + '"').toList().toString()).create();
  }
}
