package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@code individuellplan}: a plan in the person's own words, and a coordinator also without one. */
class IndividuellplanTest extends ForlopTest {

  private static final Map<String, Object> MELDT = svar("henvendelse", "Hjelp fra NAV, fastlege og EPHOR på en gang",
      "planOnsket", "ikkeSpurt", "samtykkeHvk", "ja", "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-04-01",
      "hvaErViktig", "Å slippe å fortelle alt på nytt", "harBarn", "nei");
  private static final Map<String, Object> BEHOV = svar("personenNaadd", "ja", "langvarigBehov", "ja", "koordinertBehov", "ja",
      "barnBehov", "nei", "behovNotat", "Bolig, økonomi og behandling");
  private static final Map<String, Object> VIL_HA_PLAN = svar("onsketTilbud", "plan");
  private static final Map<String, Object> SAMTYKKER = svar("planSamtykke", "ja", "hvemSamtykket", "personen", "samtykkeFastlege",
      "ja", "samtykkeSpesialist", "nei", "samtykkeNav", "ja", "samtykkeSkole", "ikkeSpurt", "samtykkeParorende", "ja",
      "samtykkeBft", "ikkeSpurt", "samtykkeHvk", "ja", "samtykkeAndre", "ja", "onsketKoordinator", "En som kjenner meg");
  private static final Map<String, Object> UTPEKT = svar("kanTaKoordinator", "ja", "nyKoordinator", "ephor2",
      "nyStedfortreder", "ephor");
  private static final Map<String, Object> SIER_JA = svar("rolleSvar", "ja");
  private static final Map<String, Object> INGEN_PARORENDE = svar("parorendeUtfall", "ingen");
  private static final Map<String, Object> PLAN = svar("mal", "Egen leilighet, og en å ringe til", "flereTiltak", "nei",
      "personEnig", "ja", "planUtlevert", true);
  private static final Map<String, Object> INNKALT = svar("moteOnsker", "Økonomien", "moteDato", "2026-08-20", "moteSted",
      "Kl. 10 på MO-senteret");
  private static final Map<String, Object> REFERAT = svar("moteSvar", "ja", "deltakere", "Personen, fastlegen, NAV",
      "referat", "Gjeldsordning på plass", "referatSendt", true);
  private static final Map<String, Object> FORTSETTER = og(REFERAT, "planVidere", "fortsett", "flereTiltak", "nei",
      "planGjennomgatt", "ja");
  private static final Map<String, Object> GJORT = svar("tiltakSvar", "gjort");
  private static final Map<String, Object> IKKE_GJORT = svar("tiltakSvar", "ikkeGjort", "tiltakNotat", "Ikke vår oppgave");
  private static final Map<String, Object> VIL_IKKE_SVARE = svar("tilbakemeldingSvart", "nei");
  private static final Map<String, Object> ONSKE = svar("avslutningOrd", "Vil klare seg selv", "avslutningBeskjed", "ja",
      "avslutningFare", "nei", "avslutningMelding", "nei");
  private static final Map<String, Object> INGEN_KONTAKT = svar("kontaktResultat", "ikkeOppnaadd");
  private static final Map<String, Object> BEKREFTET = svar("dodsmelding", "bekreftet", "dodKilde", "lege");

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private TaskService oppgaver;

  // Outcomes

  @Test
  @DisplayName("Fra behov til plan: tilbud, samtykke, koordinator, tiltak hos hver sin part, gjennomgang etter fem måneder, avsluttet som ønsket")
  void planAvsluttet() {
    Sakshistorie sak = start("individuellplan", "mosenter", og(MELDT, "tolk", true, "sprak", "Polsk"));
    sak.venterBarePaa("bestillTolk").frist("bestillTolk", kl(2026, 3, 3, 16, 0));
    sak.fullforSom("hvk", "bestillTolk", svar("tolkForm", "oppmote", "tolkBestilt", true)).venterBarePaa("avklarBehov")
        .frist("avklarBehov", kl(2026, 3, 16, 23, 59));
    sak.fullforSom("hvk", "avklarBehov", BEHOV).venterBarePaa("tilbyPlan");
    sak.fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).venterBarePaa("innhentSamtykke");
    sak.fullforSom("hvk", "innhentSamtykke", SAMTYKKER).venterBarePaa("velgEnhet");
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "ephor")).venterBarePaa("utpekKoordinator");
    sak.fullforSom("ephor", "utpekKoordinator", UTPEKT).venterBarePaa("taImotRollen");
    assertThat(oppgave(sak, "taImotRollen").getAssignee()).isEqualTo("ephor2");
    sak.fullfor("taImotRollen", SIER_JA).venterBarePaa("ivaretaParorende", "lagPlanen");
    sak.fullfor("ivaretaParorende", INGEN_PARORENDE);

    // Each part gets what it does by its own date; the person has the last word on the plan.
    sak.fullfor("lagPlanen", og(PLAN, "personEnig", "nei", "planUtlevert", null)).venterBarePaa("lagPlanen");
    sak.fullfor("lagPlanen", og(PLAN, "flereTiltak", "ja", "nyeTiltak", tiltak("Søke gjeldsordning", "nav", "2026-03-20",
        "Følge til legetime", "ephor", "2026-03-12", "Time om medisiner", "fastlege", "2026-04-10", "Ringe søsteren",
        "personen", "2026-03-15")));
    sak.venterBarePaa("folgOppSelv", "gjennomforTiltak", "gjennomforTiltak", "sendEksternt");
    sak.frist("folgOppSelv", kl(2026, 3, 16, 16, 0));
    assertThat(grupper(sak, "gjennomforTiltak")).containsExactlyInAnyOrder("ephor", "nav");
    sak.fullforForste("gjennomforTiltak", GJORT);
    sak.fullfor("gjennomforTiltak", GJORT).fullfor("folgOppSelv", GJORT);
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt")).venterBarePaa("sjekkEksternt")
        .frist("sjekkEksternt", kl(2026, 4, 10, 16, 0));
    sak.fullfor("sjekkEksternt", GJORT).venterBarePaa().passerte("tiltaketGjort", "tiltakeneFerdig");

    // The invitation comes a month before the review is due; a new date is found when the person could not come.
    sak.gaaTil(kl(2026, 8, 2, 12, 0)).venterBarePaa().gaaTil(kl(2026, 8, 3, 12, 0)).venterBarePaa("kallInn");
    assertThat(gjennomgang(sak)).containsExactly("2026-09-02");
    sak.fullfor("kallInn", og(INNKALT, "deltarFastlege", true, "deltarNav", true)).venterBarePaa("holdMote")
        .frist("holdMote", kl(2026, 8, 24, 16, 0));
    sak.fullfor("holdMote", svar("moteSvar", "nyTid")).venterBarePaa("kallInn");
    sak.fullfor("kallInn", INNKALT).fullfor("holdMote", og(FORTSETTER, "flereTiltak", "ja", "nyeTiltak",
        tiltak("Søke dagsverk", "stavne", "2026-09-01")));
    sak.venterBarePaa("gjennomforTiltak").frist("gjennomforTiltak", kl(2026, 9, 1, 16, 0)).passerte("planGjennomgatt");
    sak.fullfor("gjennomforTiltak", GJORT).venterBarePaa();
    assertThat(gjennomgang(sak)).containsExactly("2026-09-02", "2027-02-03");

    sak.gaaTil(kl(2027, 1, 4, 9, 0)).venterBarePaa("kallInn").fullfor("kallInn", og(INNKALT, "moteDato", "2027-01-11"));
    sak.fullfor("holdMote", og(REFERAT, "planVidere", "avslutt", "apneAvtalt", true)).venterBarePaa("beOmTilbakemelding");
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("planAvsluttet").passerte("barnMaaAvklares", "tilbyPlan", "innhentSamtykke", "koordinatorNavngitt", "lagPlanen",
        "tidForGjennomgang", "planGjennomgatt", "onskerSlutt").passerteIkke("avtalKoordinering", "moteKontakt", "finnNyLosning");
    assertThat(varsler(sak)).noneMatch(varsel -> varsel.startsWith("fristBrudd"));
  }

  @Test
  @DisplayName("Personen takker nei til både plan og koordinator")
  void onsketIkkePlan() {
    Sakshistorie sak = start("individuellplan", "bft", MELDT).fullforSom("hvk", "avklarBehov", BEHOV);
    sak.fullforSom("hvk", "tilbyPlan", svar("onsketTilbud", "ingen", "kanSporreIgjen", true));
    sak.avsluttet("onsketIkkePlan").passerte("tilbyPlan", "takketNei").passerteIkke("innhentSamtykke", "utpekKoordinator");
  }

  @Test
  @DisplayName("Ikke behov for plan nå: annen hjelp avtales, og personen kjenner retten til å klage")
  void annenHjelp() {
    Sakshistorie sak = start("individuellplan", "botiltak", MELDT)
        .fullforSom("hvk", "avklarBehov", og(BEHOV, "langvarigBehov", "nei", "koordinertBehov", "nei"));
    sak.fullforSom("hvk", "tilbyPlan", svar("onsketTilbud", "annen", "annenHjelp", "Mestringstilbud; orientert om klage",
        "kanSporreIgjen", true)).avsluttet("annenHjelpAvtalt").passerte("annetPasserBedre");
    assertThat(variabelI(sak, "anbefaling")).isEqualTo("samtale");
  }

  @Test
  @DisplayName("En lav anbefaling avslår ingen: koordinator uten plan, plan vurdert underveis, ett tiltak utgår, avsluttet")
  void koordinatorUtenPlan() {
    Sakshistorie sak = start("individuellplan", "helseteam", MELDT)
        .fullforSom("hvk", "avklarBehov", og(BEHOV, "langvarigBehov", "nei", "koordinertBehov", "usikker"));
    assertThat(variabelI(sak, "anbefaling")).isEqualTo("koordinator");
    sak.fullforSom("hvk", "tilbyPlan", svar("onsketTilbud", "koordinator"));
    Map<String, Object> utenPlan = og(SAMTYKKER);
    utenPlan.remove("planSamtykke");
    sak.fullforSom("hvk", "innhentSamtykke", utenPlan);
    koordinatorPaaPlass(sak).venterBarePaa("avtalKoordinering").passerteIkke("lagPlanen");
    Map<String, Object> avtale = svar("koordineringsAvtale", "Holde i trådene", "flereTiltak", "nei");
    sak.fullfor("avtalKoordinering", avtale).venterBarePaa();

    sak.hendelse("ekstraMote").venterBarePaa("kallInn").fullfor("kallInn", INNKALT);
    sak.fullfor("holdMote", og(FORTSETTER, "planGjennomgatt", "nei")).venterBarePaa();
    assertThat(gjennomgang(sak)).as("A meeting about one thing moves no review").containsExactly("2026-09-02");
    sak.hendelse("ekstraMote").fullfor("kallInn", INNKALT).fullfor("holdMote", og(REFERAT, "planVidere", "plan"));
    sak.venterBarePaa("fornySamtykke").fullfor("fornySamtykke", og(SAMTYKKER, "planSamtykke", "nei", "onsketKoordinator", null));
    sak.venterBarePaa("avtalKoordinering").fullfor("avtalKoordinering", og(avtale, "flereTiltak", "ja", "nyeTiltak",
        tiltak("Samtaler om søvn", "dps", "2026-04-01")));
    sak.venterBarePaa("folgOppSelv").fullfor("folgOppSelv", IKKE_GJORT).venterBarePaa("finnNyLosning");
    sak.fullfor("finnNyLosning", svar("nyLosning", "utgar")).venterBarePaa().passerte("tiltaketUtgar");
    sak.hendelse("ekstraMote").fullfor("kallInn", INNKALT).fullfor("holdMote", og(REFERAT, "planVidere", "avslutt", "apneAvtalt", true));
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.avsluttet("koordinatorAvsluttet").passerteIkke("lagPlanen", "sendEksternt", "planAvsluttet");
  }

  @Test
  @DisplayName("Personen stopper planen; den som ikke har fått koordinator ennå, ønsket ikke plan")
  void stoppetAvPersonen() {
    Sakshistorie sak = tilPlan().fullfor("lagPlanen", og(PLAN, "flereTiltak", "ja", "nyeTiltak", tiltak("Kurs", "stavne", "2026-04-01")));
    sak.venterPaa("gjennomforTiltak").hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske").fullfor("registrerOnske", ONSKE);
    sak.avsluttet("stoppetAvPersonen").passerteIkke("sporTilbakemeldingIpl", "takketNeiIpl");
    assertThat(varsler(sak)).as("Who was to do something is told").contains("tiltakLukket>stavne");

    Sakshistorie tidlig = start("individuellplan", "leistad", MELDT);
    tidlig.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).avsluttet("takketNeiIpl");
  }

  @Test
  @DisplayName("Død: bekreftes av en annen enn den som meldte")
  void dod() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("dod").venterPaa("bekreftDod", "lagPlanen").fullfor("bekreftDod", BEKREFTET).venterIkkePaa("lagPlanen");
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste("fastlege"), "dodAvtaler", true));
    sak.fullforSom("ephorleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet død", "dodGjennomgang", "nei"));
    sak.avsluttet("dodIpl").passerte("dodFeilIpl").passerteIkke("dodRettetIpl", "sporTilbakemeldingIpl");
  }

  @Test
  @DisplayName("Feil dødsmelding rettes, og planen går videre")
  void dodRettet() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("dod").fullfor("bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forvekslet"));
    sak.venterBarePaa("ivaretaParorende", "lagPlanen").passerte("dodRettetIpl");
  }

  @Test
  @DisplayName("Personen flytter, og planen overføres til den nye kommunen")
  void nyKommune() {
    Sakshistorie sak = tilPlan();
    sak.hendelse("overfortKommune").venterBarePaa("avtalOverforing").fullforSom("ephor2", "avtalOverforing",
        svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei", "overforingEgen", "Planen på papir"));
    sak.avsluttet("overfortKommuneIpl");
  }

  @Test
  @DisplayName("Feilregistrert")
  void feilregistrert() {
    Sakshistorie sak = start("individuellplan", "hvk", MELDT);
    sak.hendelse("feilregistrert").fullforSom("hvkleder", "begrunnFeil",
        svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Registrert to ganger")).avsluttet("feilregistrertIpl");
  }

  @Test
  @DisplayName("Får ikke kontakt før behovet er avklart: nytt forsøk, så nei takk, i en annen sak borte")
  void utenKontaktVedAvklaring() {
    Map<String, Object> ikkeNaadd = svar("personenNaadd", "nei");
    Sakshistorie sak = start("individuellplan", "hvk", MELDT).fullforSom("hvk", "avklarBehov", ikkeNaadd);
    sak.gaaFram(3, DAYS).fullforSom("hvk", "provKontakt", svar("kontaktResultat", "oppnaadd")).venterBarePaa("avklarBehov");
    sak.fullforSom("hvk", "avklarBehov", ikkeNaadd).gaaFram(3, DAYS);
    sak.fullforSom("hvk", "provKontakt", svar("kontaktResultat", "onskerIkke")).avsluttet("onsketIkkePlan").passerte("avklaringNei");

    Sakshistorie borte = start("individuellplan", "hvk", MELDT).fullforSom("hvk", "avklarBehov", ikkeNaadd);
    faarIkkeKontakt(borte, "hvk").avsluttet("mistetKontaktIpl").passerte("avklaringMistet");
  }

  @Test
  @DisplayName("Kommer ikke til møtet: kontakt igjen og ny tid, så vil personen stoppe; i en annen sak avgjør lederen")
  void utenKontaktVedMote() {
    Map<String, Object> borteFraMotet = svar("moteSvar", "utenKontakt");
    Sakshistorie sak = tilOppfolging();
    sak.hendelse("ekstraMote").fullfor("kallInn", INNKALT).fullfor("holdMote", borteFraMotet).gaaFram(3, DAYS);
    sak.fullforSom("ephor", "provKontakt", svar("kontaktResultat", "oppnaadd")).venterBarePaa("kallInn").fullfor("kallInn", INNKALT);
    sak.fullfor("holdMote", borteFraMotet).gaaFram(3, DAYS).fullforSom("ephor", "provKontakt", svar("kontaktResultat", "onskerIkke"));
    sak.fullfor("registrerOnske", ONSKE).avsluttet("stoppetVedKontakt").passerte("moteNei");

    Sakshistorie borte = tilOppfolging();
    borte.hendelse("ekstraMote").fullfor("kallInn", INNKALT).fullfor("holdMote", borteFraMotet);
    faarIkkeKontakt(borte, "ephor").avsluttet("mistetKontaktIpl").passerte("moteMistet");
  }

  // Started elsewhere

  @Test
  @DisplayName("Fra en annen sak, der personen alt har sagt ja: ingen spør igjen, og koordinatoren går videre")
  void fraAnnenSak() {
    Sakshistorie sak = startInnenfra("individuellplan", svar("pasientId", null, "pasientmerke", "K.N. 1985", "henvendelse",
        "Plan ønsket ved MO-senteret", "planOnsket", "ja", "koordinator", "mosenter2", "stedfortreder", "mosenter",
        "langvarigBehov", "ja", "koordinertBehov", "ja", "harBarn", "nei"));
    sak.fullforSom("hvk", "avklarBehov", og(BEHOV, "koordinatorFortsetter", "ja", "koordinatorEnhet", "mosenter"));
    sak.venterBarePaa("innhentSamtykke").fullforSom("hvk", "innhentSamtykke", SAMTYKKER).venterBarePaa("utpekKoordinator");
    sak.fullforSom("mosenter", "utpekKoordinator", svar("kanTaKoordinator", "ja", "nyKoordinator", "mosenter2",
        "nyStedfortreder", "mosenter")).fullforSom("mosenter2", "taImotRollen", SIER_JA);
    sak.venterBarePaa("ivaretaParorende", "lagPlanen").passerteIkke("tilbyPlan", "velgEnhet");
    assertThat(sak.variabel("enhet")).isEqualTo("mosenter");
  }

  @Test
  @DisplayName("Har alt sagt ja, men svarene peker mot noe annet: da snakker de sammen om tilbudet likevel")
  void altSagtJaMenUsikkertBehov() {
    Sakshistorie sak = start("individuellplan", "ephor", og(MELDT, "planOnsket", "ja"))
        .fullforSom("hvk", "avklarBehov", og(BEHOV, "koordinertBehov", "nei")).venterBarePaa("tilbyPlan");
    sak.fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).fullforSom("hvk", "innhentSamtykke", og(SAMTYKKER, "planSamtykke", "nei"));
    assertThat(sak.venterBarePaa("velgEnhet").variabel("avtalt")).as("Without consent still a coordinator").isEqualTo("koordinator");
  }

  @Test
  @DisplayName("Én plan per person: en ny henvendelse legges til saken som løper")
  void lagtTilLopende() {
    Map<String, Object> kjent = og(MELDT, "pasientNummer", "14837931062");
    kjent.remove("pasientFodselsdato");
    Sakshistorie forste = koordinatorPaaPlass(start("individuellplan", "ephor", kjent).fullforSom("hvk", "avklarBehov", BEHOV)
        .fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).fullforSom("hvk", "innhentSamtykke", SAMTYKKER));
    Sakshistorie ny = start("individuellplan", "mosenter", kjent).venterBarePaa("avgjorLopende");
    ny.fullforSom("hvk", "avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Gjelder den samme planen"));
    assertThat(oppgave(ny, "taMedHenvendelse").getAssignee()).as("The plan's coordinator").isEqualTo("ephor2");
    ny.fullforSom("ephor2", "taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende").passerteIkke("avklarBehov");
    forste.venterPaa("lagPlanen");
  }

  @Test
  @DisplayName("Barn avklares ved siden av, og barnekoordinator når et eget barn har alvorlige behov")
  void barn() {
    Sakshistorie sak = start("individuellplan", "bft", og(MELDT, "harBarn", "ja")).venterBarePaa("avklarBarn", "avklarBehov");
    sak.fullforSom("hvk", "avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Hos mormor"));
    sak.venterBarePaa("avklarBehov").passerte("barnMaaAvklares", "barnAvklartIpl");
    sak.fullforSom("hvk", "avklarBehov", og(BEHOV, "barnBehov", "egetBarn")).fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN);
    sak.fullforSom("hvk", "innhentSamtykke", SAMTYKKER).venterBarePaa("velgEnhet");
    assertThat(variabelI(sak, "koordinatortype")).isEqualTo("barnekoordinator");
    assertThat(variabelI(sak, "koordinatorEnhet")).isEqualTo("bft");
    sak.lenket("barn").lopende();
  }

  @Test
  @DisplayName("Under 18 år: Barne- og familietjenesten foreslås, med barnekoordinator når behovene er alvorlige")
  void under18() {
    assertThat(koordinator(16, "personen")).containsExactly("barnekoordinator", "bft");
    assertThat(koordinator(16, "nei")).containsExactly("koordinator", "bft");
    assertThat(koordinator(40, "personen")).containsExactly("koordinator", null);
    Sakshistorie plan = startInnenfra("individuellplan-plan", svar("saksnummer", "IPL-U", "enhet", "bft", "pasientAlder", 12,
        "avtalt", "plan", "planSamtykke", "ja", "koordinator", "bft", "mal", null, "hvaErViktig", null));
    plan.avviser("bft", "lagPlanen", PLAN, "Er barnet hørt");
    plan.fullfor("lagPlanen", og(PLAN, "barnetHort", "ja")).avsluttet("planenLaget");
  }

  // Underway

  @Test
  @DisplayName("Gruppa møtes mens planen lages; møtet flytter ingen gjennomgang")
  void oppstartsmote() {
    Sakshistorie sak = tilPlan().fullfor("ivaretaParorende", INGEN_PARORENDE);
    sak.hendelse("ekstraMote").venterBarePaa("kallInn", "lagPlanen").fullfor("kallInn", INNKALT);
    sak.fullfor("lagPlanen", PLAN).venterBarePaa("holdMote");
    sak.fullfor("holdMote", svar("moteSvar", "ja", "deltakere", "Personen og NAV", "referat", "Alle er med", "referatSendt", true));
    sak.venterBarePaa().passerte("oppstartHoldt", "gjennomgangBestemt").passerteIkke("planGjennomgatt");
    assertThat(gjennomgang(sak)).containsExactly("2026-09-02");
  }

  @Test
  @DisplayName("Ingen koordinator på fire uker: HVKs leder varsles, ledelsen får vite om bruddet")
  void koordinatorUteblir() {
    Sakshistorie sak = start("individuellplan", "ephor", MELDT).fullforSom("hvk", "avklarBehov", BEHOV)
        .fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).fullforSom("hvk", "innhentSamtykke", SAMTYKKER);
    sak.gaaTil(kl(2026, 3, 23, 12, 0));
    assertThat(varsler(sak)).contains("fristVarsel>hvkleder").doesNotContain("fristBrudd>ledelse");
    sak.gaaTil(kl(2026, 3, 31, 8, 0));
    assertThat(varsler(sak)).contains("fristBrudd>ledelse");
    koordinatorPaaPlass(sak).venterBarePaa("lagPlanen");
    assertThat(naadd(sak, "koordinator")).isTrue();

    Sakshistorie stoppet = start("individuellplan", "ephor", og(MELDT, "pasientNavn", "Ola Annen"))
        .fullforSom("hvk", "avklarBehov", BEHOV)
        .fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).fullforSom("hvk", "innhentSamtykke", SAMTYKKER);
    stoppet.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).avsluttet("takketNeiIpl");
    assertThat(naadd(stoppet, "koordinator")).as("Nobody was named").isFalse();
  }

  @Test
  @DisplayName("Gjennomgangen blir ikke holdt: enheten varsles to uker før seks måneder er gått, lederen når de er gått")
  void gjennomgangUteblir() {
    Sakshistorie sak = tilOppfolging();
    sak.gaaTil(kl(2026, 8, 18, 23, 0));
    assertThat(gjennomgangsvarsler(sak)).isEmpty();
    sak.gaaTil(kl(2026, 8, 19, 12, 0));
    assertThat(gjennomgangsvarsler(sak)).containsExactly("fristVarsel>ephor");
    sak.gaaTil(kl(2026, 9, 3, 8, 0));
    assertThat(gjennomgangsvarsler(sak)).containsExactly("fristVarsel>ephor", "fristBrudd>ephorleder");
    sak.fullfor("kallInn", og(INNKALT, "moteDato", "2026-09-07"));
    sak.fullfor("holdMote", og(REFERAT, "planVidere", "plan"));
    sak.venterBarePaa("lagPlanen").fullfor("lagPlanen", PLAN).venterBarePaa();
  }

  @Test
  @DisplayName("Innlagt eller i fengsel: planen stanser ikke, koordinatoren tilpasser den sammen med personen")
  void innlagtOgFengsel() {
    Sakshistorie sak = tilOppfolging();
    sak.hendelse("innlagt").venterBarePaa("tilpassPlanen").frist("tilpassPlanen", kl(2026, 3, 5, 16, 0));
    assertThat(oppgave(sak, "tilpassPlanen").getAssignee()).isEqualTo("ephor2");
    sak.fullfor("tilpassPlanen", svar("oppholdKontakt", "ja", "oppholdAvtale", "Leiligheten beholdes", "flereTiltak", "ja",
        "nyeTiltak", tiltak("Betale husleien", "koordinator", "2026-03-20"))).venterBarePaa("folgOppSelv");
    sak.fullfor("folgOppSelv", GJORT).passerte("tilpassetInnlagtIpl");
    sak.hendelse("fengsel").fullfor("tilpassPlanen", svar("oppholdKontakt", "prover", "oppholdAvtale", "Ringes på mandag",
        "flereTiltak", "nei")).passerte("ingenTiltak", "tilpassetFengselIpl");
    assertThat(gjennomgang(sak)).as("No pause").containsExactly("2026-09-02");
    sak.gaaTil(kl(2026, 8, 3, 12, 0)).venterBarePaa("kallInn");
  }

  @Test
  @DisplayName("Trukket samtykke stopper det som var delt; en annen løsning finnes, og klagen stopper ikke planen")
  void samtykkeTrekkes() {
    Sakshistorie sak = tilOppfolging();
    sak.hendelse("planEndres").venterBarePaa("registrerEndring").fullfor("registrerEndring", svar("endringNotat", "NAV blir med",
        "endringEnig", true, "flereTiltak", "ja", "nyeTiltak", tiltak("Arbeidsavklaring", "nav", "2026-04-01", "Samtale",
        "fastlege", "2026-04-02")));
    sak.venterBarePaa("gjennomforTiltak", "sendEksternt");
    Map<String, Object> trukket = og(SAMTYKKER, "samtykkeNav", "nei");
    List.of("planSamtykke", "hvemSamtykket", "onsketKoordinator").forEach(trukket::remove);
    sak.hendelse("samtykkeEndret").fullforSom("ephor", "endreSamtykke", trukket).venterBarePaa("finnNyLosning", "sendEksternt");
    sak.fullfor("finnNyLosning", svar("nyLosning", "ny", "utforer", "ephor", "innen", "2026-04-15")).venterBarePaa("gjennomforTiltak",
        "sendEksternt").frist("gjennomforTiltak", kl(2026, 4, 15, 16, 0));
    sak.fullfor("sendEksternt", svar("eksterntSvar", "ikkeSendt", "eksterntGrunn", "Personen ringer selv")).venterPaa("finnNyLosning");
    sak.fullfor("finnNyLosning", svar("nyLosning", "utgar")).fullfor("gjennomforTiltak", GJORT).passerte("delingStanset", "endringFulgt");
    assertThat(varsler(sak)).contains("tiltakLukket>nav");
    sak.hendelse("klage").fullforSom("ephorleder", "svarPaaKlage", svar("klageGjelder", "Møtene", "klageSvar", "Vi beklager",
        "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.passerte("samtykkeRegistrertIpl", "klageBehandletIpl").venterBarePaa();
  }

  @Test
  @DisplayName("Bytte av koordinator: enheten kan ikke, den spurte kan ikke, så ja; den gamle har ansvaret så lenge, og oppgavene flyttes")
  void byttAvKoordinator() {
    Sakshistorie sak = tilOppfolging();
    sak.hendelse("ekstraMote").hendelse("nyKoordinator").venterBarePaa("avklarBytte", "kallInn");
    sak.fullforSom("hvk", "avklarBytte", svar("bytteType", "ny", "onsketKoordinator", "En mann"));
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "botiltak"));
    sak.fullforSom("botiltak", "utpekKoordinator", svar("kanTaKoordinator", "nei", "enhetNotat", "Ingen ledige"));
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "mosenter"));
    Map<String, Object> fraMosenter = svar("kanTaKoordinator", "ja", "nyKoordinator", "mosenter", "nyStedfortreder", "mosenter2");
    sak.fullforSom("mosenter", "utpekKoordinator", fraMosenter);
    sak.fullforSom("mosenter", "taImotRollen", svar("rolleSvar", "nei", "rolleNotat", "Slutter i mai")).venterPaa("velgEnhet");
    assertThat(oppgave(sak, "kallInn").getAssignee()).isEqualTo("ephor2");
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "mosenter"));
    sak.fullforSom("mosenter", "utpekKoordinator", fraMosenter).fullforSom("mosenter", "taImotRollen", SIER_JA).venterBarePaa("kallInn");
    assertThat(oppgave(sak, "kallInn").getAssignee()).isEqualTo("mosenter");
    assertThat(grupper(sak, "kallInn")).containsExactly("mosenter");
    assertThat(sak.variabel("koordinator")).isEqualTo("mosenter");
    sak.fullfor("kallInn", INNKALT);
    assertThat(oppgave(sak, "holdMote").getAssignee()).isEqualTo("mosenter");

    // Away: the deputy takes over at once; nothing else changes.
    sak.hendelse("nyKoordinator").fullforSom("hvk", "avklarBytte", svar("bytteType", "stedfortreder"));
    assertThat(oppgave(sak, "holdMote").getAssignee()).isEqualTo("mosenter2");
    assertThat(sak.variabel("stedfortreder")).isEqualTo("mosenter");
    sak.hendelse("nyKoordinator").fullforSom("hvk", "avklarBytte", svar("bytteType", "ingen"));
    assertThat(oppgave(sak, "holdMote").getAssignee()).isEqualTo("mosenter2");
    sak.passerte("bytteGjort", "ikkeBytte").venterBarePaa("holdMote");
  }

  @Test
  @DisplayName("Hvert tiltak går dit det skal: egen enhet og de personen har sagt ja til får det, ellers hjelper koordinatoren")
  void hvemGjorHva() {
    for (String utforer : List.of("skole", "bft", "dps", "annen", "hvk", "stavne", "nav", "navstat")) {
      assertThat(tiltaket(utforer, "nei")).as(utforer).isEqualTo("folgOppSelv");
    }
    for (String utforer : List.of("bft", "hvk", "stavne", "nav")) {
      assertThat(tiltaket(utforer, "ja")).as(utforer).isEqualTo("gjennomforTiltak");
    }
    for (String utforer : List.of("skole", "dps", "annen", "fastlege")) {
      assertThat(tiltaket(utforer, "ja")).as(utforer).isEqualTo("sendEksternt");
    }
    assertThat(tiltaket("ephor", "nei")).as("The coordinator's own unit").isEqualTo("gjennomforTiltak");
  }

  // How the stories are told

  private Sakshistorie tilPlan() {
    Sakshistorie sak = start("individuellplan", "ephor", MELDT).fullforSom("hvk", "avklarBehov", BEHOV)
        .fullforSom("hvk", "tilbyPlan", VIL_HA_PLAN).fullforSom("hvk", "innhentSamtykke", SAMTYKKER);
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "ephor")).fullforSom("ephor", "utpekKoordinator", UTPEKT);
    return sak.fullfor("taImotRollen", SIER_JA).venterBarePaa("ivaretaParorende", "lagPlanen");
  }

  private Sakshistorie tilOppfolging() {
    return tilPlan().fullfor("ivaretaParorende", INGEN_PARORENDE).fullfor("lagPlanen", PLAN).venterBarePaa();
  }

  private Sakshistorie koordinatorPaaPlass(Sakshistorie sak) {
    sak.fullforSom("hvk", "velgEnhet", svar("koordinatorEnhet", "ephor")).fullforSom("ephor", "utpekKoordinator", UTPEKT);
    return sak.fullfor("taImotRollen", SIER_JA).fullfor("ivaretaParorende", INGEN_PARORENDE);
  }

  private static Sakshistorie faarIkkeKontakt(Sakshistorie sak, String enhet) {
    for (int dager : new int[] {3, 6, 9}) {
      sak.gaaFram(dager, DAYS).fullforSom(enhet, "provKontakt", INGEN_KONTAKT);
    }
    return sak.fullforSom(enhet + "leder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Prøvd i tre uker",
        "kontaktBeskjed", "ja"));
  }

  private List<Object> koordinator(int alder, String barnBehov) {
    Sakshistorie del = startInnenfra("individuellplan-koordinator", svar("saksnummer", "IPL-K", "enhet", "hvk", "pasientAlder", alder,
        "barnBehov", barnBehov, "koordinatorFortsetter", null, "hvaErViktig", null)).venterBarePaa("velgEnhet");
    return Arrays.asList(del.variabel("koordinatortype"), del.variabel("koordinatorEnhet"));
  }

  /** The first task of an action done by this part, with this answer to every consent. */
  private String tiltaket(String utforer, String samtykke) {
    Map<String, Object> inn = svar("saksnummer", "IPL-T", "enhet", "ephor", "koordinator", "ephor2", "gjelder", "Samtale", "utforer",
        utforer, "innen", "2026-03-20");
    List.of("Fastlege", "Spesialist", "Nav", "Skole", "Parorende", "Bft", "Hvk", "Andre").forEach(hvem -> inn.put("samtykke" + hvem, samtykke));
    return startInnenfra("individuellplan-tiltaket", inn).apneNavn().get(0);
  }

  /** What, who and by when, in turn. */
  private static JsonValue tiltak(String... ord) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < ord.length; i += 3) {
      json.append("%s{\"hva\":\"%s\",\"utforer\":\"%s\",\"innen\":\"%s\"}".formatted(i == 0 ? "" : ",", ord[i], ord[i + 1], ord[i + 2]));
    }
    return SpinValues.jsonValue("[" + json + "]").create();
  }

  private static JsonValue liste(String... verdier) {
    return SpinValues.jsonValue(Arrays.stream(verdier).map(v -> '"' + v + '"').collect(Collectors.joining(",", "[", "]"))).create();
  }

  private Task oppgave(Sakshistorie sak, String navn) {
    return oppgaver.createTaskQuery().taskDefinitionKey(navn).processInstanceBusinessKey(sak.saksnummer()).singleResult();
  }

  private List<String> grupper(Sakshistorie sak, String navn) {
    return oppgaver.createTaskQuery().taskDefinitionKey(navn).processInstanceBusinessKey(sak.saksnummer()).list().stream()
        .flatMap(task -> oppgaver.getIdentityLinksForTask(task.getId()).stream()).map(lenke -> lenke.getGroupId())
        .filter(gruppe -> gruppe != null).toList();
  }

  /** Due dates of the milestone, oldest first. */
  private List<String> gjennomgang(Sakshistorie sak) {
    return jdbc.sql("SELECT forfall FROM frist WHERE saksnummer = ? AND type = 'milepael' AND navn = 'gjennomgang' ORDER BY forfall")
        .param(sak.saksnummer()).query((rad, nr) -> rad.getTimestamp(1).toInstant().atZone(OSLO).toLocalDate().toString()).list();
  }

  private boolean naadd(Sakshistorie sak, String milepael) {
    return jdbc.sql("SELECT naadd IS NOT NULL FROM frist WHERE saksnummer = ? AND type = 'milepael' AND navn = ?")
        .params(sak.saksnummer(), milepael).query(Boolean.class).single();
  }

  private List<String> varsler(Sakshistorie sak) {
    return jdbc.sql("SELECT mal || '>' || gruppe FROM varsel WHERE saksnummer = ?").param(sak.saksnummer()).query(String.class).list();
  }

  /** Notices about the milestone. */
  private List<String> gjennomgangsvarsler(Sakshistorie sak) {
    return jdbc.sql("SELECT mal || '>' || gruppe FROM varsel WHERE saksnummer = ? AND emne || tekst LIKE '%lanen gjennomgås%' ORDER BY id").param(sak.saksnummer())
        .query(String.class).list();
  }

  /** The last value of a variable anywhere in the case. */
  private Object variabelI(Sakshistorie sak, String navn) {
    List<String> verdier = jdbc.sql("SELECT TEXT_ FROM ACT_HI_VARINST WHERE ROOT_PROC_INST_ID_ = ? AND NAME_ = ? "
        + "AND TEXT_ IS NOT NULL ORDER BY CREATE_TIME_").params(sak.rot(), navn).query(String.class).list();
    return verdier.isEmpty() ? null : verdier.get(verdier.size() - 1);
  }
}
