package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.person.Testnummer;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@code moinntak}: help at the MO-senter within one week, and everything that may come of it. */
class MoinntakTest extends ForlopTest {

  private static final Map<String, Object> HENVENDELSE = svar("henvendelsesmate", "oppmote", "personstatus", "kjent",
      "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-04-01", "hvaErViktig", "Ro i hverdagen", "harBarn",
      "nei");
  private static final Map<String, Object> MOTTATT = svar("akuttFare", "nei", "onskerEndring", "ja", "rusproblem", "ja",
      "psykiskProblem", "usikker");
  private static final Map<String, Object> KOORDINATOR = svar("koordinator", "mosenter2", "stedfortreder", "mosenter",
      "samtaleTid", "2026-03-05");
  private static final Map<String, Object> SAMTALE = svar("samtaleHoldt", "ja", "samtaleForm", "senter",
      "personensOnske", "Vil ha egen leilighet og drikke mindre", "hjelpGitt", "Time hos fastlegen og noe å spise",
      "samtykkeParorende", "nei");
  private static final Map<String, Object> PLAN = svar("mal", "Egen leilighet før sommeren", "langvarigBehov", "nei",
      "koordinertBehov", "nei", "personEnig", "ja");
  private static final Map<String, Object> EVALUERT = svar("evalueringHoldt", "ja", "evalueringPersonen",
      "Sover bedre og har fått egen dør", "koordinator", "mosenter2", "stedfortreder", "mosenter");
  private static final Map<String, Object> INGEN_KONTAKT = svar("kontaktResultat", "ikkeOppnaadd");
  private static final Map<String, Object> TAKKER_NEI = svar("kontaktResultat", "onskerIkke");
  private static final Map<String, Object> LEDER_AVSLUTTER = svar("kontaktVidere", "avslutt", "kontaktBegrunnelse",
      "Prøvd i tre uker", "kontaktBeskjed", "ja");
  private static final Map<String, Object> INGEN_PARORENDE = svar("parorendeUtfall", "ingen");
  private static final Map<String, Object> VIL_IKKE_SVARE = svar("tilbakemeldingSvart", "nei");
  private static final Map<String, Object> ONSKE = svar("avslutningOrd", "Vil klare seg selv", "avslutningBeskjed", "ja",
      "avslutningFare", "nei", "avslutningMelding", "nei");
  private static final Map<String, Object> SENDT = svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk");
  private static final Map<String, Object> SVAR = svar("eksterntSvar", "mottatt");

  @Autowired
  private JdbcClient jdbc;

  // Outcomes

  @Test
  @DisplayName("Første samtale innen uka, egen rekkefølge i kartleggingen, plan, to evalueringer og enighet om å avslutte")
  void planGjennomfort() {
    Sakshistorie sak = start("moinntak", "mosenter", og(HENVENDELSE, "tolk", true, "sprak", "Polsk"));
    sak.venterBarePaa("mottak").frist("mottak", kl(2026, 3, 3, 16, 0));
    sak.fullfor("mottak", MOTTATT).venterBarePaa("velgKoordinator").frist("velgKoordinator", kl(2026, 3, 3, 16, 0));
    sak.fullfor("velgKoordinator", KOORDINATOR).venterBarePaa("bestillTolk");
    sak.fullfor("bestillTolk", svar("tolkForm", "oppmote", "tolkBestilt", true)).venterBarePaa("forsteSamtale")
        .frist("forsteSamtale", kl(2026, 3, 9, 23, 59));
    sak.gaaFram(3, DAYS);
    sak.fullfor("forsteSamtale", SAMTALE).venterBarePaa("ivaretaParorende", "lagPlan", "velgOmrader");
    assertThat(milepael(sak)).isEqualTo("holdt");
    assertThat(varsler(sak)).noneMatch(varsel -> varsel.endsWith("ledelse"));

    // The person's own order: housing before alcohol, and legal matters only afterwards.
    sak.fullfor("ivaretaParorende", INGEN_PARORENDE);
    sak.fullfor("velgOmrader", svar("omrader", liste("bolig", "audit"))).venterBarePaa("bolig", "lagPlan");
    sak.fullfor("bolig", svar("boligSvar", "ja", "boligNa", "venner", "boligTrygg", "nei", "soverInne", "ja"))
        .venterBarePaa("audit", "lagPlan");
    sak.fullfor("audit", svar("auditSvar", "nei")).venterBarePaa("gaGjennom", "lagPlan");
    sak.fullfor("gaGjennom", svar("kartleggingPersonen", "Et sted å bo", "flereOmrader", "ja"));
    sak.fullfor("velgOmrader", svar("omrader", liste("rettslig")));
    sak.fullfor("rettslig", svar("rettsligSvar", "nei"));
    sak.fullfor("gaGjennom", svar("kartleggingPersonen", "Et sted å bo", "flereOmrader", "nei")).venterBarePaa("lagPlan");

    sak.fullfor("lagPlan", og(PLAN, "tiltakKriminalitet", true)).venterBarePaa("kriminalitetsforebygging");
    sak.fullfor("kriminalitetsforebygging", svar("kriminalitetTiltak", liste("gjeld"), "kriminalitetPlan", "Avtale om bøter"));
    sak.venterBarePaa();

    sak.gaaTil(kl(2026, 6, 4, 12, 0)).venterBarePaa();
    sak.gaaTil(kl(2026, 6, 6, 12, 0)).venterBarePaa("evaluer");
    sak.fullfor("evaluer", og(EVALUERT, "personVil", "fortsette", "koordinatorVil", "avslutte", "endrePlan", "nei"));
    sak.venterBarePaa().gaaFram(95, DAYS).venterBarePaa("evaluer");
    sak.fullfor("evaluer", og(EVALUERT, "personVil", "fortsette", "koordinatorVil", "fortsette", "endrePlan", "ja"));
    sak.fullfor("lagPlan", PLAN).venterBarePaa().gaaFram(95, DAYS);
    sak.fullfor("evaluer", og(EVALUERT, "personVil", "avslutte", "koordinatorVil", "avslutte"));
    sak.venterBarePaa("beOmTilbakemelding").fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("planGjennomfort").passerte("barnSkalAvklares", "hjelpGittMo", "bolig", "audit", "gaGjennom", "evaluer",
        "lagPlan", "enigeOmSlutt").passerteIkke("meldFare", "veiledVidere", "samtaleKontakt", "onskeMoKall");
  }

  @Test
  @DisplayName("En annen tjeneste overtar først når den har tatt imot; lederne avgjør et avslag; kartlegging stopper med saken")
  void overfortTjeneste() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", PLAN).gaaFram(95, DAYS);
    Map<String, Object> overfores = og(EVALUERT, "personVil", "annen", "koordinatorVil", "annen", "overtarEnhet", "ephor");
    sak.fullfor("evaluer", overfores).venterPaa("taImotOverlevering");
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Ingen ledig tid"));
    sak.fullforSom("mosenterleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "MO-senteret beholder saken")).venterIkkePaa("beOmTilbakemelding");
    sak.gaaFram(95, DAYS).fullfor("evaluer", overfores);
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt")).venterBarePaa("beOmTilbakemelding");
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("overfortTjeneste").passerte("evalOverlever", "annenOvertok").passerteIkke("planGjennomfort", "gaGjennom");
  }

  @Test
  @DisplayName("Uten rus: Rask psykisk helsehjelp tar imot")
  void utenforMalgruppen() {
    Sakshistorie sak = utenfor("rusproblem", "nei");
    sak.fullfor("veiled", svar("tilbud", "rph", "samtykkeAndre", "ja", "veiledning", "Vi ringer sammen"));
    sak.venterBarePaa("taImotOverlevering").fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.avsluttet("utenforMalgruppen").passerte("anbefalTilbud", "veiled", "personenVeiledet")
        .passerteIkke("samtale", "velgKoordinator", "hjelpGittMo");
    assertThat(variabelI(sak, "anbefaltTilbud")).isEqualTo("Rask psykisk helsehjelp");
    assertThat(milepael(sak)).as("Good advice within the week is help").isEqualTo("holdt");
  }

  @Test
  @DisplayName("Uten psykiske problemer: enheten tar ikke imot, Gryta svarer ikke, og personen tar kontakt selv")
  void veiledesTilNoenTarImot() {
    Sakshistorie sak = utenfor("psykiskProblem", "nei");
    Map<String, Object> mestring = svar("tilbud", "mestring", "samtykkeAndre", "ja", "veiledning", "Vi ringer sammen");
    sak.fullfor("veiled", mestring);
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Feil tilbud"));
    sak.fullforSom("ephorleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "MO-senteret finner et annet tilbud"));
    sak.venterBarePaa("nyttTilbud").fullfor("nyttTilbud", og(mestring, "tilbud", "gryta"));
    sak.fullfor("sendEksternt", SENDT).fullfor("registrerSvar", svar("eksterntSvar", "uteble"));
    sak.venterBarePaa("nyttTilbud").fullfor("nyttTilbud", og(mestring, "samtykkeAndre", "nei"));
    sak.avsluttet("utenforMalgruppen").passerte("veiledOverlever", "veiledEksternt", "tarKontaktSelv")
        .passerteIkke("personenVeiledet");
  }

  @Test
  @DisplayName("Ønsker ikke endring: Gryta anbefales. Verken rus eller psyke: fastlegen")
  void anbefalinger() {
    Sakshistorie gryta = utenfor("onskerEndring", "nei");
    gryta.fullfor("veiled", svar("tilbud", "gryta", "samtykkeAndre", "ikkeSpurt", "veiledning", "Vet hvor det er"));
    gryta.avsluttet("utenforMalgruppen");
    assertThat(variabelI(gryta, "anbefaltTilbud")).isEqualTo("Gryta");

    Sakshistorie fastlege = utenfor("rusproblem", "nei", "psykiskProblem", "nei");
    fastlege.fullfor("veiled", svar("tilbud", "fastlege", "samtykkeFastlege", "ja", "veiledning", "Time bestilles"));
    fastlege.fullfor("sendEksternt", SENDT).fullfor("registrerSvar", SVAR).avsluttet("utenforMalgruppen");
    assertThat(variabelI(fastlege, "anbefaltTilbud")).isEqualTo("Fastlege");
  }

  @Test
  @DisplayName("Under 18 år: Barne- og familietjenesten tar imot")
  void under18() {
    Sakshistorie mottak = startInnenfra("moinntak-mottak", svar("saksnummer", "MOI-18", "enhet", "mosenter",
        "pasientAlder", 17, "henvendtDato", null, "lenket", false));
    mottak.fullfor("mottak", MOTTATT);
    assertThat(mottak.variabel("iMalgruppe")).isEqualTo(false);
    Sakshistorie veiledning = startInnenfra("moinntak-veiledning", svar("saksnummer", "MOI-18", "enhet", "mosenter",
        "pasientAlder", 17, "rusproblem", "ja", "psykiskProblem", "ja", "onskerEndring", "ja", "koordinator", null,
        "samtykkeFastlege", null));
    veiledning.fullfor("veiled", svar("tilbud", "bft", "samtykkeAndre", "ja", "veiledning", "Møte med foreldre"));
    veiledning.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    veiledning.avsluttet("personenVeiledet");
    assertThat(veiledning.variabel("anbefaltTilbud")).isEqualTo("Barne- og familietjenesten");
  }

  @Test
  @DisplayName("Personen ønsker ikke mer hjelp")
  void onsketIkkeHjelp() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske");
    sak.fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeHjelp").passerteIkke("mistetKontakt", "sporOmTilbakemelding");
    assertThat(milepael(sak)).isEqualTo("holdt");
  }

  @Test
  @DisplayName("Kom ikke til første samtale: kontakt igjen og ny time, neste gang takker personen nei")
  void takketNeiForSamtalen() {
    Sakshistorie sak = tilSamtale();
    sak.fullfor("forsteSamtale", svar("samtaleHoldt", "nei")).venterBarePaa().gaaFram(3, DAYS);
    sak.fullfor("provKontakt", svar("kontaktResultat", "oppnaadd")).venterBarePaa("forsteSamtale");
    sak.fullfor("forsteSamtale", svar("samtaleHoldt", "nei")).gaaFram(3, DAYS);
    sak.fullfor("provKontakt", TAKKER_NEI).venterBarePaa("registrerOnske").fullfor("registrerOnske", ONSKE);
    sak.avsluttet("onsketIkkeKontakt").passerteIkke("hjelpGittMo", "mistetKontakt");
    assertThat(milepael(sak)).isEqualTo("ikke nådd");
  }

  @Test
  @DisplayName("Takker nei når vi ringer om evalueringen")
  void takketNeiVedEvaluering() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", PLAN).gaaFram(95, DAYS);
    Map<String, Object> komIkke = svar("evalueringHoldt", "nei", "koordinator", "mosenter2", "stedfortreder", "mosenter");
    sak.fullfor("evaluer", komIkke).gaaFram(3, DAYS).fullfor("provKontakt", svar("kontaktResultat", "oppnaadd"));
    sak.fullfor("evaluer", komIkke).gaaFram(3, DAYS).fullfor("provKontakt", TAKKER_NEI);
    sak.fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeKontakt").passerte("evalKontakt", "evaluer", "evalNei");
  }

  @Test
  @DisplayName("Mister kontakten før første samtale: forsøkene blir sjeldnere, og lederen avgjør")
  void mistetKontakt() {
    Sakshistorie sak = tilSamtale();
    sak.fullfor("forsteSamtale", svar("samtaleHoldt", "nei"));
    faarIkkeKontakt(sak);
    sak.avsluttet("mistetKontakt").passerte("forsteSamtale", "samtaleKontakt", "samtaleMistet").passerteIkke("hjelpGittMo");
    assertThat(milepael(sak)).isEqualTo("brutt");
    assertThat(varsler(sak)).contains("fristBrudd>ledelse");
  }

  @Test
  @DisplayName("Mister kontakten ved evaluering")
  void mistetKontaktVedEvaluering() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", PLAN).gaaFram(95, DAYS);
    sak.fullfor("evaluer", svar("evalueringHoldt", "nei", "koordinator", "mosenter2", "stedfortreder", "mosenter"));
    faarIkkeKontakt(sak);
    sak.avsluttet("mistetKontakt").passerte("evaluer", "evalMistet");
  }

  @Test
  @DisplayName("Uteblitt kontakt meldes underveis: først igjen, så takk nei, i en annen sak borte")
  void kontaktUteblitt() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("kontaktUteblitt").venterPaa("lagPlan").gaaFram(3, DAYS);
    sak.fullfor("provKontakt", svar("kontaktResultat", "oppnaadd")).venterPaa("lagPlan").passerte("kontaktIgjenMo");
    sak.hendelse("kontaktUteblitt").gaaFram(3, DAYS).fullfor("provKontakt", TAKKER_NEI);
    sak.fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeKontakt").passerte("neiTakkMo");

    Sakshistorie borte = tilPlan();
    borte.hendelse("kontaktUteblitt");
    faarIkkeKontakt(borte);
    borte.avsluttet("mistetKontakt").passerte("tapKontaktMo").passerteIkke("onsketIkkeKontakt");
  }

  @Test
  @DisplayName("Død: bekreftes av en annen enn den som meldte")
  void dod() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("dod").venterPaa("bekreftDod", "lagPlan");
    sak.fullfor("bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege")).venterIkkePaa("lagPlan", "velgOmrader");
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste("fastlege"), "dodAvtaler", true));
    sak.fullforSom("mosenterleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet død", "dodGjennomgang", "nei"));
    sak.avsluttet("dodMo").passerte("dodFeilMo").passerteIkke("sporOmTilbakemelding", "dodRettetMo");
  }

  @Test
  @DisplayName("Feil dødsmelding rettes, og saken går videre")
  void dodRettet() {
    Sakshistorie sak = tilSamtale();
    sak.hendelse("dod").fullfor("bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forvekslet"));
    sak.venterBarePaa("forsteSamtale").passerte("dodRettetMo");
    avslutt(sak);
  }

  @Test
  @DisplayName("Død meldes mens ønsket om å avslutte behandles")
  void dodMensSakenAvsluttes() {
    Sakshistorie sak = tilSamtale();
    sak.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske").hendelse("dod");
    sak.fullfor("bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.venterBarePaa("avklarDodsarsak", "fortellEnheter", "fortellParorende", "vurderVarsel");
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste("fastlege"), "dodAvtaler", true));
    sak.fullforSom("mosenterleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet død", "dodGjennomgang", "nei"));
    sak.avsluttet("dodMo").passerteIkke("onsketIkkeHjelp");
  }

  @Test
  @DisplayName("Overført til annen kommune")
  void overfortKommune() {
    Sakshistorie sak = tilSamtale();
    sak.hendelse("overfortKommune").venterBarePaa("avtalOverforing").fullfor("avtalOverforing",
        svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei", "overforingEgen", "Telefonnummer til legevakten"));
    sak.avsluttet("overfortKommuneMo");
  }

  @Test
  @DisplayName("Feilregistrert")
  void feilregistrert() {
    Sakshistorie sak = start("moinntak", "mosenter", HENVENDELSE);
    sak.hendelse("feilregistrert").venterBarePaa("begrunnFeil");
    sak.fullforSom("mosenterleder", "begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Registrert to ganger"));
    sak.avsluttet("feilregistrertMo");
  }

  @Test
  @DisplayName("Innlagt, i fengsel, nytt samtykke og klage stopper ikke saken")
  void hendelserUnderveis() {
    Sakshistorie sak = tilSamtale();
    for (String hendelse : List.of("innlagt", "fengsel")) {
      sak.hendelse(hendelse).venterPaa("planleggPause", "forsteSamtale");
      sak.fullfor("planleggPause", svar("pauseAnsvarlig", "mosenter", "pauseTil", "2026-03-04"));
      sak.hendelse("tilbake");
    }
    sak.passerte("gjenopptattInnlagtMo", "gjenopptattFengselMo");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "nei",
        "samtykkeNav", "nei", "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "nei",
        "samtykkeAndre", "nei"));
    assertThat(sak.variabel("samtykkeFastlege")).isEqualTo("ja");
    sak.hendelse("klage").fullforSom("mosenterleder", "svarPaaKlage", svar("klageGjelder", "Ventetid", "klageSvar",
        "Vi beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.passerte("samtykkeRegistrertMo", "klageBehandletMo").venterBarePaa("forsteSamtale");
    avslutt(sak);
  }

  // The week

  @Test
  @DisplayName("Ikke samtale innen uka: leder varsles dag 5, ledelsen dag 7, og årsaken skrives ned når samtalen holdes")
  void fristenBrytes() {
    Sakshistorie sak = tilSamtale();
    sak.gaaTil(kl(2026, 3, 7, 23, 0));
    assertThat(varsler(sak)).doesNotContain("fristVarsel>mosenterleder", "fristBrudd>ledelse");
    sak.gaaTil(kl(2026, 3, 8, 12, 0));
    assertThat(varsler(sak)).contains("fristVarsel>mosenterleder").doesNotContain("fristBrudd>ledelse");
    sak.gaaTil(kl(2026, 3, 10, 8, 0));
    assertThat(varsler(sak)).contains("fristBrudd>ledelse");
    sak.fullfor("forsteSamtale", og(SAMTALE, "arsakForsinket", "kapasitet"));
    assertThat(milepael(sak)).isEqualTo("brutt");
    avslutt(sak);
  }

  @Test
  @DisplayName("Tok kontakt lørdag: dag 7 er stengt, så fristen er fredagen før")
  void stengtDagSju() {
    Sakshistorie sak = start("moinntak", "mosenter", og(HENVENDELSE, "henvendtDato", "2026-02-28"));
    sak.fullfor("mottak", MOTTATT).fullfor("velgKoordinator", KOORDINATOR);
    sak.frist("forsteSamtale", kl(2026, 3, 6, 23, 59));
    avslutt(sak);
  }

  @Test
  @DisplayName("Tar personen kontakt igjen, tar den som har saken det med; uka regnes fra kontakten")
  void tarKontaktIgjen() {
    Map<String, Object> henvendelse = og(HENVENDELSE, "pasientNummer", Testnummer.fodselsnummer(LocalDate.of(1985, 4, 1), 11));
    henvendelse.remove("pasientFodselsdato");
    Sakshistorie sak = start("moinntak", "mosenter", henvendelse).fullfor("mottak", MOTTATT).fullfor("velgKoordinator", KOORDINATOR);
    Sakshistorie igjen = start("moinntak", "mosenter", henvendelse).venterBarePaa("avgjorLopende");
    igjen.fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Trenger time før torsdag"));
    igjen.fullforSom("mosenter2", "taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende").passerteIkke("mottak");
    sak.venterBarePaa("forsteSamtale");
    Sakshistorie egen = start("moinntak", "mosenter", henvendelse).gaaFram(3, DAYS);
    egen.fullfor("avgjorLopende", svar("lopendeValg", "egenSak")).fullfor("mottak", MOTTATT).fullfor("velgKoordinator", KOORDINATOR);
    egen.frist("forsteSamtale", kl(2026, 3, 9, 23, 59));
  }

  // What cannot wait

  @Test
  @DisplayName("Akutt fare i mottaket: 113 med en gang, legen vurderer, og inntaket går videre")
  void akuttFareIMottak() {
    Sakshistorie sak = start("moinntak", "mosenter", HENVENDELSE);
    sak.fullfor("mottak", og(MOTTATT, "akuttFare", "ja")).venterBarePaa("ringAkutthjelp", "velgKoordinator");
    sak.frist("ringAkutthjelp", kl(2026, 3, 2, 10, 0));
    sak.fullfor("ringAkutthjelp", ringt("selvmord")).venterBarePaa("velgKoordinator").passerte("startSelvmordsatferd", "straksGitt");
    sak.lenket("selvmordsatferd").lopende();
    // Reported later by anyone in the case; not about suicide, so no doctor's task follows.
    sak.hendelse("akuttFare").venterBarePaa("ringAkutthjelp", "velgKoordinator");
    sak.fullfor("ringAkutthjelp", ringt("somatisk")).venterBarePaa("velgKoordinator").passerte("akutthjelpTilkalt");
    avslutt(sak);
  }

  @Test
  @DisplayName("Det kartleggingen avdekker, får hjelp med en gang, mens kartleggingen og planen går videre")
  void straksFraKartlegging() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("velgOmrader", svar("omrader",
        liste("selvmord", "selvmord", "selvmord", "overdose", "overdose", "vold", "vold", "graviditet", "graviditet")));
    sak.fullfor("selvmordstanker", svar("selvmordSvar", "ja", "tankerNa", "ja", "fareNa", "ja"))
        .venterPaa("ringAkutthjelp", "selvmordstanker", "lagPlan");
    sak.fullfor("ringAkutthjelp", ringt("selvmord"));
    assertThat(sak.lenkede("selvmordsatferd")).isEqualTo(1);
    sak.fullfor("selvmordstanker", svar("selvmordSvar", "ja", "tankerNa", "ja", "fareNa", "nei", "selvmordSamtale",
        "Kan ringe søsteren")).venterIkkePaa("ringAkutthjelp");
    assertThat(sak.lenkede("selvmordsatferd")).isEqualTo(2);
    assertThat((String) sak.lenket("selvmordsatferd").variabel("henvendelse")).contains("Kan ringe søsteren");
    sak.fullfor("selvmordstanker", svar("selvmordSvar", "nei")).passerte("selvmordstanker");
    assertThat(sak.lenkede("selvmordsatferd")).isEqualTo(2);
    Map<String, Object> overdose = svar("overdoseSvar", "ja", "hattOverdose", "sisteAr", "brukerAlene", "ja", "harNalokson",
        "nei", "onskerHelseteam", "ja");
    sak.fullfor("overdoseErfaring", overdose).venterPaa("nalokson");
    sak.fullfor("overdoseErfaring", og(overdose, "onskerHelseteam", "nei"));
    Map<String, Object> vold = svar("voldSvar", "ja", "voldUtsatt", "na", "voldAndre", "nei", "voldHjelp", "ja",
        "voldNotat", "Vil flytte trygt");
    sak.fullfor("vold", vold).venterPaa("folgOppVold", "nalokson");
    assertThat(sak.variabel("selvmordSamtale")).as("What the coordinator heard reaches the doctor").isEqualTo("Kan ringe søsteren");
    assertThat(sak.variabel("voldNotat")).isEqualTo("Vil flytte trygt");
    sak.fullfor("vold", og(vold, "voldHjelp", "nei"));
    Map<String, Object> gravid = svar("graviditetSvar", "ja", "gravid", "ja", "onskerRessursteam", "ja");
    sak.fullfor("graviditet", gravid).venterPaa("ressursteam");
    sak.fullfor("graviditet", og(gravid, "onskerRessursteam", "nei"));
    sak.venterBarePaa("folgOppVold", "gaGjennom", "ivaretaParorende", "lagPlan", "nalokson", "ressursteam");
    sak.fullforSom("helseteam", "nalokson", svar("naloksonGitt", "ja"));
    sak.fullforSom("bft", "ressursteam", svar("ressursteamTar", "ja", "ressursteamPlan", "Møte på torsdag"));
    sak.fullfor("folgOppVold", svar("voldTiltak", liste("krisesenter"), "barnVitne", "ikkeBarn", "voldPlan", "Avtale"));
    sak.passerte("naloksonTilbudt", "svangerskapFulgt", "tryggPlan").venterBarePaa("gaGjennom", "ivaretaParorende", "lagPlan");
    avslutt(sak);
  }

  @Test
  @DisplayName("Barn: trygge i dag spørres det om ved siden av mottaket, og barnesaken lever videre når personen takker nei")
  void barn() {
    Sakshistorie sak = start("moinntak", "mosenter", og(HENVENDELSE, "harBarn", "ja"));
    sak.venterBarePaa("avklarBarn", "mottak").frist("avklarBarn", kl(2026, 3, 2, 23, 59));
    sak.fullfor("mottak", MOTTATT).venterBarePaa("avklarBarn", "velgKoordinator");
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Hos mormor"));
    sak.venterBarePaa("velgKoordinator").passerte("barnSkalAvklares", "avklarBarnMo", "barnAvklartMo");
    assertThat(sak.lenkede("barn")).isEqualTo(1);
    avslutt(sak);
    sak.lenket("barn").lopende();
  }

  // Mapping

  @Test
  @DisplayName("Alle de andre områdene, i personens rekkefølge; barn som dukker opp, avklares")
  void hverdagOgHelse() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("velgOmrader", svar("omrader",
        liste("nettverk", "okonomi", "arbeid", "kropp", "psykisk", "dudit", "nettverk")));
    Map<String, Object> nettverk = svar("nettverkSvar", "ja", "nettverkHvem", "Søster", "nettverkStotte", "ja", "harBarn", "nei");
    sak.fullfor("nettverk", nettverk);
    sak.fullfor("okonomi", svar("okonomiSvar", "ja", "inntekt", "trygd", "gjeld", "ja", "penger", "ja"));
    sak.fullfor("arbeid", svar("arbeidSvar", "ja", "arbeidNa", "ingen", "arbeidOnske", "Snekre"));
    sak.fullfor("kropp", svar("kroppSvar", "ja", "harFastlege", "ja", "tannhjelp", "ja"));
    sak.fullfor("psykiskHelse", svar("sclSvar", "nei"));
    sak.fullfor("dudit", svar("duditSvar", "nei"));
    sak.venterBarePaa("ivaretaParorende", "lagPlan", "nettverk");
    sak.fullfor("nettverk", og(nettverk, "harBarn", "ja")).venterPaa("avklarBarn", "gaGjennom", "lagPlan");
    sak.fullfor("avklarBarn", svar("harBarn", "umulig", "barnUavklart", "Personen husker ikke hvor barnet bor"));
    sak.venterPaa("gaGjennom").passerte("meldBarn", "avklarBarnMo", "barnAvklartMo");
    assertThat(variabelI(sak, "duditFunn")).isEqualTo("Ikke besvart");
    avslutt(sak);
  }

  @Test
  @DisplayName("AUDIT: grensen er 8 for menn og 6 for kvinner; ukjent kjønn får den laveste")
  void audit() {
    assertThat(funn("audit", "auditFunn", 5, "kvinne")).isEqualTo("Under grensen");
    assertThat(funn("audit", "auditFunn", 7, "mann")).isEqualTo("Under grensen");
    assertThat(funn("audit", "auditFunn", 6, "kvinne")).startsWith("Over grensen");
    assertThat(funn("audit", "auditFunn", 6, "ukjent")).startsWith("Over grensen");
    assertThat(funn("audit", "auditFunn", 6, null)).startsWith("Over grensen");
    assertThat(funn("audit", "auditFunn", 8, "mann")).startsWith("Over grensen");
    assertThat(funn("audit", "auditFunn", 16, "mann")).startsWith("Godt over grensen");
    assertThat(funn("audit", "auditFunn", 19, "kvinne")).startsWith("Godt over grensen");
    assertThat(funn("audit", "auditFunn", 20, "kvinne")).startsWith("20 eller mer");
    assertThat(funn("audit", "auditFunn", 40, "mann")).startsWith("20 eller mer");
  }

  @Test
  @DisplayName("DUDIT: grensen er 6 for menn og 2 for kvinner; ukjent kjønn får den laveste")
  void dudit() {
    assertThat(funn("dudit", "duditFunn", 1, "kvinne")).isEqualTo("Under grensen");
    assertThat(funn("dudit", "duditFunn", 5, "mann")).isEqualTo("Under grensen");
    assertThat(funn("dudit", "duditFunn", 2, "kvinne")).startsWith("Over grensen");
    assertThat(funn("dudit", "duditFunn", 2, "ukjent")).startsWith("Over grensen");
    assertThat(funn("dudit", "duditFunn", 6, "mann")).startsWith("Over grensen");
    assertThat(funn("dudit", "duditFunn", 24, "kvinne")).startsWith("Over grensen");
    assertThat(funn("dudit", "duditFunn", 25, "mann")).startsWith("25 eller mer");
  }

  @Test
  @DisplayName("SCL-10: grensen er et gjennomsnitt på 1,85")
  void scl10() {
    assertThat(scl(2, 2, 2, 2, 2, 2, 2, 2, 1, 1)).isEqualTo("Under grensen");
    assertThat(scl(2, 2, 2, 2, 2, 2, 2, 2, 2, 1)).startsWith("Over grensen");
  }

  // Plan and measures

  @Test
  @DisplayName("Anonym: tiltak uten identitet starter, ellers spørres det, og personen kan velge på nytt")
  void anonym() {
    Sakshistorie sak = start("moinntak", "mosenter", svar("henvendelsesmate", "rad", "radFra", "Gatejurist", "personstatus",
        "anonym", "hvaErViktig", "Et sted å sove", "harBarn", "nei"));
    sak.fullfor("mottak", MOTTATT).fullfor("velgKoordinator", KOORDINATOR);
    sak.fullfor("forsteSamtale", SAMTALE).fullfor("ivaretaParorende", INGEN_PARORENDE);
    sak.fullfor("lagPlan", og(PLAN, "tiltakBolig", true, "samtykkeHvk", "ja")).venterPaa("innhentIdentitet");
    sak.fullfor("innhentIdentitet", svar("identitetGitt", "nei")).venterPaa("lagPlan");
    sak.fullfor("lagPlan", og(PLAN, "tiltakGryta", true, "samtykkeAndre", "nei")).venterIkkePaa("innhentIdentitet");
    sak.fullfor("kontaktSelv", svar("egenKontakt", "sammen")).gaaFram(95, DAYS);
    sak.fullfor("evaluer", og(EVALUERT, "personVil", "fortsette", "koordinatorVil", "fortsette", "endrePlan", "ja"));
    sak.fullfor("lagPlan", og(PLAN, "tiltakBolig", true, "samtykkeHvk", "ja"));
    sak.fullfor("innhentIdentitet", svar("identitetGitt", "ja", "pasientNavn", "Ola Nordmann", "pasientFodselsdato",
        "1990-01-02"));
    sak.venterPaa("taImotOverlevering");
    assertThat((String) variabelI(sak, "pasientmerke")).isEqualTo("O.N. 1990");
    avslutt(sak);
  }

  @Test
  @DisplayName("Startet fra en annen sak: mottaket spør om det som mangler")
  void lenketSak() {
    Sakshistorie sak = startInnenfra("moinntak", svar("pasientmerke", "Ukjent 12", "lenket", true, "harBarn", "nei", "tolk",
        false, "hvaErViktig", "Et sted å sove"));
    sak.fullfor("mottak", og(MOTTATT, "henvendelsesmate", "rad")).venterBarePaa("velgKoordinator");
    avslutt(sak);
  }

  @Test
  @DisplayName("Kommunale tiltak: NAV, bolig og Stavne side om side med individuell plan, hver med sin enhet og frist")
  void kommunaleTiltak() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", og(PLAN, "tiltakOkonomi", true, "tiltakBolig", true, "tiltakStavne", true, "samtykkeNav", "ja",
        "samtykkeHvk", "ja", "samtykkeAndre", "ja", "langvarigBehov", "ja", "koordinertBehov", "ja"));
    sak.venterBarePaa("ivaretaParorende", "taImotOverlevering", "taImotOverlevering", "taImotOverlevering",
        "tilbyIndividuellplan", "velgOmrader");
    Map<String, Object> godtatt = svar("overleveringResultat", "godtatt");
    sak.fullforForste("taImotOverlevering", godtatt).fullforForste("taImotOverlevering", godtatt)
        .fullforForste("taImotOverlevering", godtatt);
    sak.venterPaa("avklarOkonomi", "startAktivitet");
    assertThat((String) sak.lenket("vedtak").lopende().variabel("henvendelse")).contains("Egen leilighet før sommeren");
    sak.frist("avklarOkonomi", kl(2026, 3, 16, 23, 59));
    sak.fullforSom("nav", "avklarOkonomi", svar("okonomiTiltak", liste("gjeld"), "okonomiAvtale", "Nedbetaling"));
    sak.fullforSom("stavne", "startAktivitet", svar("aktivitetTilbud", "dagsverket", "aktivitetAvtale", "To dager i uken"));
    sak.fullfor("tilbyIndividuellplan", svar("onskerIp", "ja", "samtykkeHvk", "ja"));
    assertThat(sak.lenket("individuellplan").lopende().variabel("planOnsket")).isEqualTo("ja");
    sak.venterBarePaa("ivaretaParorende", "velgOmrader").passerte("enhetFerdig", "tiltakFerdigMo");
    avslutt(sak);
  }

  @Test
  @DisplayName("Uten samtykke får personen hjelp til å ta kontakt selv; tar enheten ikke imot, finnes noe annet")
  void enhetenTarIkkeImot() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", og(PLAN, "tiltakOkonomi", true, "tiltakStavne", true, "samtykkeNav", "nei", "samtykkeAndre", "ja",
        "langvarigBehov", "ja", "koordinertBehov", "ja"));
    sak.fullfor("hjelpEgenKontakt", svar("egenKontakt", "selv"));
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    sak.fullforSom("stavneleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Stavne har fullt"));
    sak.fullfor("annenLosning", svar("annenLosning", "Frivillig verksted"));
    sak.fullfor("tilbyIndividuellplan", svar("onskerIp", "nei"));
    sak.passerte("egenKontaktTatt", "annenLosningFunnet", "tiltakFerdigMo").passerteIkke("startPlan", "startAktivitet");
    avslutt(sak);
  }

  @Test
  @DisplayName("Henvisninger: svar følges opp, ventetiden spørres det om, og et nei blir ikke siste ord")
  void henvisninger() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", og(PLAN, "tiltakTsb", true, "samtykkeSpesialist", "ja", "langvarigBehov", "ja"));
    sak.fullfor("sendEksternt", SENDT).fullfor("registrerSvar", SVAR).venterIkkePaa("folgOppVentetid");
    sak.gaaFram(29, DAYS).fullfor("folgOppVentetid", svar("behandlingStatus", "venter", "startDato", "2026-05-01"));
    sak.venterIkkePaa("folgOppVentetid").gaaFram(29, DAYS);
    sak.fullfor("folgOppVentetid", svar("behandlingStatus", "startet")).passerte("hjelpenStartet");
    avslutt(sak);

    Sakshistorie annen = tilPlan();
    annen.fullfor("lagPlan", og(PLAN, "tiltakDps", true, "samtykkeSpesialist", "ja"));
    annen.fullfor("sendEksternt", SENDT).fullfor("registrerSvar", svar("eksterntSvar", "avslatt"));
    annen.fullfor("vurderNyHenvisning", svar("nyHenvisning", "ny", "henvisningNotat", "Sender flere opplysninger"));
    annen.fullfor("sendEksternt", SENDT).fullfor("registrerSvar", svar("eksterntSvar", "uteble"));
    annen.fullfor("vurderNyHenvisning", svar("nyHenvisning", "annet", "henvisningNotat", "Prøver fastlegen"));
    annen.passerte("utenHenvisning");
    avslutt(annen);
  }

  @Test
  @DisplayName("Fastlege, frivillige og Gryta")
  void fastlegeFrivilligeOgGryta() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", og(PLAN, "tiltakFastlege", true, "tiltakFrivillig", true, "tiltakGryta", true,
        "samtykkeFastlege", "ja", "samtykkeAndre", "ja"));
    for (int i = 0; i < 3; i++) {
      sak.fullforForste("sendEksternt", SENDT).fullforForste("registrerSvar", SVAR);
    }
    sak.gaaFram(29, DAYS);
    sak.fullforForste("folgOppVentetid", svar("behandlingStatus", "startet"));
    sak.fullforForste("folgOppVentetid", svar("behandlingStatus", "ikkeAktuelt"));
    sak.fullforForste("folgOppVentetid", svar("behandlingStatus", "startet"));
    sak.passerte("ikkeAktuelt", "tiltakFerdigMo");
    avslutt(sak);
  }

  @Test
  @DisplayName("Er de ikke enige om å avslutte, fortsetter saken")
  void ikkeEnige() {
    Sakshistorie sak = tilPlan();
    sak.fullfor("lagPlan", PLAN);
    for (Map<String, Object> uenige : List.of(svar("personVil", "avslutte", "koordinatorVil", "annen"),
        svar("personVil", "annen", "koordinatorVil", "avslutte"),
        svar("personVil", "avslutte", "koordinatorVil", "fortsette", "endrePlan", "nei"))) {
      sak.gaaFram(95, DAYS).fullfor("evaluer", og(EVALUERT, uenige.entrySet().stream()
          .flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray())).venterIkkePaa("evaluer", "lagPlan");
    }
    sak.gaaFram(95, DAYS).fullfor("evaluer",
        og(EVALUERT, "personVil", "annen", "koordinatorVil", "fortsette", "endrePlan", "ja")).venterPaa("lagPlan");
    avslutt(sak);
  }

  // How the stories are told

  private Sakshistorie tilSamtale() {
    return start("moinntak", "mosenter", HENVENDELSE).fullfor("mottak", MOTTATT).fullfor("velgKoordinator", KOORDINATOR)
        .venterBarePaa("forsteSamtale");
  }

  private Sakshistorie tilPlan() {
    return tilSamtale().fullfor("forsteSamtale", SAMTALE).venterBarePaa("ivaretaParorende", "lagPlan", "velgOmrader");
  }

  private Sakshistorie utenfor(Object... svar) {
    return start("moinntak", "mosenter", HENVENDELSE).fullfor("mottak", og(MOTTATT, svar)).venterBarePaa("veiled");
  }

  private void faarIkkeKontakt(Sakshistorie sak) {
    for (int dager : new int[] {3, 6, 9}) {
      sak.gaaFram(dager, DAYS).fullfor("provKontakt", INGEN_KONTAKT);
    }
    sak.fullforSom("mosenterleder", "bestemVidere", LEDER_AVSLUTTER);
  }

  /** Leaves nothing running behind the story. */
  private void avslutt(Sakshistorie sak) {
    sak.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeHjelp");
  }

  private static Map<String, Object> ringt(String gjelder) {
    return svar("ringtTil", "legevakt", "fareGjelder", gjelder, "hosPersonen", "Koordinator", "akuttNotat", "Venter på lege");
  }

  private String funn(String instrument, String resultat, int sum, String kjonn) {
    int ledd = "audit".equals(instrument) ? 10 : 11;
    Map<String, Object> svar = svar(instrument + "Svar", "ja");
    int igjen = sum;
    for (int i = 1; i <= ledd; i++) {
      int poeng = i > ledd - 2 ? (igjen >= 4 ? 4 : igjen >= 2 ? 2 : 0) : Math.min(4, igjen);
      svar.put(instrument + i, String.valueOf(poeng));
      igjen -= poeng;
    }
    assertThat(igjen).isZero();
    Sakshistorie del = startInnenfra("moinntak-rus", svar("saksnummer", "MOI-RUS", "enhet", "mosenter", "omrade", instrument,
        "koordinator", "mosenter", "pasientKjonn", kjonn));
    del.fullfor(instrument, svar);
    return (String) del.avsluttet("rusFerdig").variabel(resultat);
  }

  private String scl(int... poeng) {
    Map<String, Object> svar = svar("sclSvar", "ja");
    for (int i = 0; i < poeng.length; i++) {
      svar.put("scl" + (i + 1), String.valueOf(poeng[i]));
    }
    Sakshistorie del = startInnenfra("moinntak-helse", svar("saksnummer", "MOI-SCL", "enhet", "mosenter", "omrade", "psykisk",
        "koordinator", "mosenter", "onskerRessursteam", null));
    del.fullfor("psykiskHelse", svar);
    return (String) del.avsluttet("helseFerdig").variabel("sclFunn");
  }

  private static JsonValue liste(String... verdier) {
    return SpinValues.jsonValue(Arrays.stream(verdier).map(v -> '"' + v + '"').collect(Collectors.joining(",", "[", "]")))
        .create();
  }

  /** The last value of a variable anywhere in the case. */
  private Object variabelI(Sakshistorie sak, String navn) {
    List<String> verdier = jdbc.sql("SELECT TEXT_ FROM ACT_HI_VARINST WHERE ROOT_PROC_INST_ID_ = ? AND NAME_ = ? "
        + "AND TEXT_ IS NOT NULL ORDER BY CREATE_TIME_").params(sak.rot(), navn).query(String.class).list();
    return verdier.isEmpty() ? null : verdier.get(verdier.size() - 1);
  }

  private List<String> varsler(Sakshistorie sak) {
    return jdbc.sql("SELECT mal || '>' || gruppe FROM varsel WHERE saksnummer = ?").param(sak.saksnummer())
        .query(String.class).list();
  }

  /** How the milestone {@code hjelp} went: kept, broken, or not reached when the case ended. */
  private String milepael(Sakshistorie sak) {
    return jdbc.sql("SELECT CASE WHEN brutt IS NOT NULL THEN 'brutt' WHEN naadd IS NOT NULL THEN 'holdt' ELSE 'ikke nådd' END "
        + "FROM frist WHERE saksnummer = ? AND type = 'milepael' AND navn = 'hjelp'").param(sak.saksnummer())
        .query(String.class).single();
  }
}
