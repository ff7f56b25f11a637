package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.forlop.person.IdentitetsSok;
import no.forlop.person.Testnummer;
import no.forlop.sak.Sak;
import no.forlop.sak.Saksopplysning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of children as next of kin and as bereaved: the family's case, and one case per child. */
class BarnTest extends ForlopTest {

  @Autowired
  private Sak saker;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DataSource datakilde;

  // The family

  @Test
  void everyChildIsFollowedAlsoOneThatBecomesKnownLater() {
    String nummer = Testnummer.fodselsnummer(LocalDate.of(2016, 5, 4), 7);
    Sakshistorie sak = start("barn", "leistad", svar("pasientNavn", "Solvår Tangstad", "pasientTelefon", "97001234",
        "barnVariant", "parorende", "barnTrygge", "ja", "enhet", "leistad", "sprak", "dari", "tolk", true));
    sak.venterBarePaa("kartleggBarna").frist("kartleggBarna", kl(2026, 3, 4, 16, 0)).passerte("barnaTrygge");
    sak.fullfor("kartleggBarna", kartlagt("leistad", og(barn("Eirunn Tangstad", 9), "nummer", nummer), barn("Tormodine Tangstad", 16)));
    sak.frist("samtaleForeldre", kl(2026, 3, 9, 23, 59));
    sak.fullforSom("leistad2", "samtaleForeldre", og(foreldre("ja", "nei"), "foreldretolk", "brukt"));
    sak.venterBarePaa("barnesamtale", "barnesamtale");
    sak.hendelse("nyttBarn").fullforSom("leistad2", "registrerBarn", svar("nyeBarn", List.of(barn("Audgunn Tangstad", 4))));
    sak.venterBarePaa("barnesamtale", "barnesamtale", "barnesamtale");
    for (int i = 0; i < 3; i++) {
      sak.fullforForste("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg("ingen")).fullfor("avtalTiltak", tiltak("seIgjen"));
    }
    sak.venterBarePaa().gaaFram(93, DAYS);
    for (int i = 0; i < 3; i++) {
      sak.fullforForste("seTilBarnet", sett("ivaretatt")).fullforSom("leistadbarneansvarlig", "kvitter", kvittert());
    }
    assertThat(saker.lenkede(sak.saksnummer())).extracting(Saksopplysning::forlop).containsOnly("barn-barnet");
    assertThat(saker.lenkede(sak.saksnummer())).hasSize(3).allSatisfy(barnet -> {
      assertThat(barnet.saksnummer()).startsWith("BRN-2026-");
      assertThat(barnet.utfall()).isEqualTo("ivaretatt");
    });
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    IdentitetsSok.etter("Solvår Tangstad", "97001234", "Eirunn Tangstad", "Tormodine Tangstad", "Audgunn Tangstad", nummer)
        .finnesIkkeI(datakilde);
    sak.avsluttet("barnaErFulgtOpp").passerte("kartleggBarna", "samtaleForeldre", "barnesamtale", "avtalTiltak", "seIgjen",
        "seTilBarnet", "kvitter", "beOmTilbakemelding").passerteIkke("sikreBarna", "meldBekymringen", "helsesykepleier", "skole", "bft");
  }

  @Test
  void unsafeChildrenGoToBarnevernvaktaAtOnce() {
    Sakshistorie sak = meldt("helseteam", "nei");
    sak.venterBarePaa("kartleggBarna", "sikreBarna").fristOm("sikreBarna", Duration.ofHours(1));
    sak.gaaFram(2, HOURS);
    assertThat(varslet("fristBrudd")).contains("barnevernvaktleder");
    sak.fullforSom("barnevernvakt", "sikreBarna", svar("sikretHvordan", "slekt", "sikretNotat", "Mormor er hos barna"));
    sak.fullfor("kartleggBarna", svar("harMindrearige", "nei"));
    sak.avsluttet("ingenMindrearige").passerteIkke("tryggIDag", "samtaleForeldre");
  }

  @Test
  void aLinkedCaseAsksWhatIsMissingTheSameDay() {
    Object kjent = meldt("mosenter", "ja").variabel("pasientId");
    Sakshistorie sak = startInnenfra("barn", svar("pasientId", kjent, "pasientmerke", "K.N.", "lenket", true,
        "enhet", "mosenter", "barnTrygge", null, "barnSituasjon", null, "barnVariant", null));
    // Another case of the adult is running; this one is about other children.
    sak.fullfor("avgjorLopende", svar("lopendeValg", "egenSak"));
    sak.venterBarePaa("kartleggBarna", "tryggIDag").frist("tryggIDag", kl(2026, 3, 2, 23, 59));
    sak.fullfor("tryggIDag", svar("barnTrygge", "usikker", "barnSituasjon", "Vet ikke")).venterPaa("sikreBarna");
    sak.fullfor("sikreBarna", svar("sikretHvordan", "tryggLikevel", "sikretNotat", "Alt i orden"));
    sak.fullfor("kartleggBarna", og(kartlagt("mosenter", barn("Ola Nordmann", 9)), "barnVariant", "parorende"));
    sak.fullfor("samtaleForeldre", svar("foreldresamtale", "utsatt", "foreldresamtaleGrunn", "Kan øke faren", "foreldreOnske", "ikkeSpurt"));
    sak.fullfor("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg("mishandling"));
    sak.venterBarePaa("avtalTiltak", "sendMelding").frist("sendMelding", kl(2026, 3, 2, 23, 59));
    sak.fullfor("sendMelding", melding("sendt")).fullfor("svarMelding", svar("meldingUtfall", "overtatt"));
    sak.fullfor("avtalTiltak", tiltak("seIgjenTidlig")).gaaFram(40, DAYS).fullfor("seTilBarnet", sett("ivaretatt"));
    sak.fullforSom("ephorbarneansvarlig", "kvitter", kvittert());
    assertThat(saker.lenkede(sak.saksnummer())).extracting(Saksopplysning::utfall).containsExactly("bekymringsmeldingSendt");
    sak.avsluttet("barnaErFulgtOpp").passerteIkke("foreldresTilbakemelding");
  }

  @Test
  void aWorriedWorkerReportsFromTheFirstMinuteAndTheChildrenStayWhenTheAdultIsAway() {
    Sakshistorie sak = meldt("leistad", "ja");
    sak.hendelse("bekymring").fullfor("sendMelding", melding("alt")).fullfor("svarMelding", svar("meldingUtfall", "sendt"));
    sak.passerte("meldtIkkeFulgt", "familieMeldt");
    sak.hendelse("innlagt").fullfor("tryggIDag", trygge()).passerte("trygtVedInnleggelse");
    sak.hendelse("fengsel").fullfor("tryggIDag", trygge()).passerte("trygtVedFengsel");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", samtykker()).passerte("samtykkeErRegistrert");
    sak.hendelse("klage").fullfor("svarPaaKlage", svar("klageGjelder", "Ventetid", "klageSvar", "Vi beklager", "klageUtfall",
        "medhold", "klageVidere", "nei")).passerte("klageBehandlet");
    sak.venterBarePaa("kartleggBarna").hendelse("feilregistrert");
    sak.fullforSom("leistadleder", "begrunnFeil", svar("feilGrunn", "person", "feilBegrunnelse", "Feil person"));
    sak.avsluttet("feilregistrert");
  }

  @Test
  void aNewReportAboutTheChildrenIsAskedAboutTheSameDay() {
    Sakshistorie sak = meldt("leistad", "ja");
    sak.hendelse("meldingOmBarna").venterBarePaa("kartleggBarna", "tryggIDag").frist("tryggIDag", kl(2026, 3, 2, 23, 59));
    sak.fullfor("tryggIDag", trygge()).passerte("trygtVedMelding").venterBarePaa("kartleggBarna");
  }

  @Test
  void aSecondStartForTheSameAdultJoinsTheRunningCase() {
    Map<String, Object> melding = svar("pasientNavn", "Kari Nordmann", "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1985, 5, 17), 21), "barnVariant", "parorende", "barnTrygge", "usikker",
        "barnSituasjon", "Hos naboen", "enhet", "leistad");
    Sakshistorie sak = start("barn", "leistad", melding).venterBarePaa("kartleggBarna", "tryggIDag");
    Sakshistorie ny = start("barn", "leistad", melding).venterBarePaa("avgjorLopende");
    ny.fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Var alene i går kveld"))
        .fullfor("taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende").passerteIkke("kartleggBarna");
    assertThat(sak.lenkede("barn")).isEqualTo(1);
  }

  @Test
  void whenTheAdultDiesTheChildrenAreFollowedAsBereaved() {
    Sakshistorie sak = meldt("leistad", "ja");
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", rettet()).passerte("voksenDodRettet").venterBarePaa("kartleggBarna");
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet());
    sak.venterBarePaa("kartleggBarna", "stottEtterlatte", "avklarDodsarsak", "fortellParorende", "fortellEnheter", "vurderVarsel");
    sak.fristOm("stottEtterlatte", Duration.ofDays(1)).passerte("barnesakFinnes");
    sak.fullfor("stottEtterlatte", stotte());
    fullforDodsfall(sak).passerte("folgesSomEtterlatte").lopende();
    sak.fullfor("kartleggBarna", kartlagt("leistad", barn("Ola Nordmann", 9)));
    sak.fullforSom("leistad2", "samtaleForeldre", og(foreldre("ja", "ja"), "etterlattForeldre", List.of("fortalt", "seremoni")));
    sak.fullfor("barnesamtale", og(samtale(), "etterlattBarn", List.of("hendt", "avskjed")));
    sak.fullfor("vurderOmsorg", omsorg("ingen"));
    sak.venterBarePaa("avtalTiltak", "sendEksternt", "sendEksternt", "taImotOverlevering");
    sak.hendelse("overfortKommune").venterBarePaa("avtalOverforing");
    sak.fullfor("avtalOverforing", overforing()).avsluttet("overfortAnnenKommune").passerteIkke("barnaErFulgtOpp");
  }

  @Test
  void theAdultMayDieDuringTheMove() {
    Sakshistorie sak = meldt("leistad", "ja");
    sak.hendelse("overfortKommune").hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet());
    fullforDodsfall(sak).frist("stottEtterlatteVedSlutt", sak.naa().plus(Duration.ofDays(1)));
    sak.fullfor("stottEtterlatteVedSlutt", stotte()).avsluttet("dodUnderOverforing");
  }

  @Test
  void parentsWhoAreNotReachedAreTriedAgainAndTheLeaderDecidesTheEnd() {
    Sakshistorie sak = startInnenfra("barn-foreldre", foreldrene());
    sak.fullfor("samtaleForeldre", ikkeNaadd()).gaaFram(3, DAYS).fullfor("provKontakt", svar("kontaktResultat", "oppnaadd"));
    sak.venterBarePaa("samtaleForeldre").fullfor("samtaleForeldre", ikkeNaadd());
    for (int forsok = 0; forsok < 3; forsok++) {
      sak.gaaFram(7, DAYS).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.fullforSom("leistadleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Ikke svar", "kontaktBeskjed", "ja"));
    sak.avsluttet("foreldreIkkeNaadd").passerte("samtaleForeldre", "nyttForsokForeldre", "samtaleForeldre", "bestemVidere");
  }

  @Test
  void parentsMaySayNoToContact() {
    Sakshistorie sak = startInnenfra("barn-foreldre", foreldrene());
    sak.fullfor("samtaleForeldre", ikkeNaadd()).gaaFram(3, DAYS).fullfor("provKontakt", svar("kontaktResultat", "onskerIkke"));
    sak.avsluttet("foreldreAvviser");
    assertThat(sak.variabel("foreldreOnske")).isEqualTo("nei");
  }

  // The child

  @Test
  void theChildIsCaredForAfterFollowUpOverTime() {
    Sakshistorie barnet = barnet("ja", "ja");
    barnet.frist("barnesamtale", kl(2026, 3, 16, 23, 59));
    barnet.fullfor("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg("usikker"));
    barnet.venterBarePaa("avtalTiltak", "sendEksternt", "sendEksternt", "taImotOverlevering");
    sendtOgBesvart(barnet);
    barnet.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    barnet.fullforSom("bftleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Avsenderen følger opp"));
    barnet.fullfor("avtalTiltak", tiltak("seIgjen")).venterBarePaa().gaaTil(kl(2026, 6, 2, 23, 59)).gaaFram(1, HOURS);
    barnet.fullfor("seTilBarnet", og(sett("fortsatt"), "seIgjenValg", "seIgjenTidlig")).venterBarePaa();
    barnet.gaaFram(32, DAYS).fullfor("seTilBarnet", sett("ivaretatt"));
    barnet.fullfor("kvitter", kvittert()).avsluttet("ivaretatt")
        .passerte("barnesamtale", "vurderOmsorg", "avtalTiltak", "seIgjen", "seTilBarnet", "seIgjen", "seTilBarnet", "kvitter")
        .passerteIkke("meldBekymringen");
  }

  @Test
  void bftTakesOverTheMeasures() {
    Sakshistorie barnet = barnet("ja", "ja");
    barnet.fullfor("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg("ingen"));
    sendtOgBesvart(barnet);
    barnet.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    barnet.fullfor("avtalTiltak", tiltak("seIgjen")).fullfor("kvitter", kvittert());
    barnet.avsluttet("fulgtAvBft").passerte("taImotOverlevering", "bftFolger").passerteIkke("seTilBarnet");
  }

  @Test
  void aNewWorryIsReportedAndBarnevernetTakesOver() {
    Sakshistorie barnet = barnet("ja", "nei");
    barnet.fullfor("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg("ingen")).fullfor("avtalTiltak", tiltak("seIgjenTidlig"));
    // One month is Maundy Thursday: the day after Easter instead.
    barnet.gaaTil(kl(2026, 4, 7, 12, 0)).venterBarePaa().gaaFram(12, HOURS);
    barnet.fullfor("seTilBarnet", sett("bekymring")).venterBarePaa("vurderOmsorg");
    barnet.fullfor("vurderOmsorg", omsorg("omsorgssvikt")).venterBarePaa("sendMelding", "avtalTiltak");
    barnet.fullfor("sendMelding", melding("sendt")).frist("svarMelding", kl(2026, 4, 29, 23, 59));
    barnet.fullfor("svarMelding", svar("meldingUtfall", "overtatt")).fullfor("avtalTiltak", tiltak("seIgjenTidlig"));
    barnet.gaaFram(32, DAYS).fullfor("seTilBarnet", sett("ivaretatt")).fullfor("kvitter", kvittert());
    barnet.avsluttet("bekymringsmeldingSendt").passerte("nyBekymring", "vurderOmsorg", "sendMelding", "barnevernetFolger");
  }

  @Test
  void parentsWhoWantNothingEndItWhenThereIsNoDuty() {
    Sakshistorie barnet = barnet("nei", "nei");
    barnet.fullfor("barnesamtale", svar("barnesamtaleHoldt", "nei", "barnesamtaleGrunn", "ikkeSamtykke", "barnesamtaleForklaring", "Mor sa nei"));
    barnet.fullfor("vurderOmsorg", omsorg("ingen")).venterBarePaa("kvitter");
    barnet.fullfor("kvitter", svar("kvittering", "mangler", "kvitteringMangler", "Vurdering av skolen"));
    barnet.fullfor("vurderOmsorg", omsorg("ingen")).fullfor("kvitter", kvittert());
    barnet.avsluttet("foreldreOnsketIkke").passerteIkke("avtalTiltak", "sendMelding");
  }

  @Test
  void theDutyToReportNeedsNoConsent() {
    for (String grunn : List.of("sykdom", "atferd", "utnyttet")) {
      Sakshistorie barnet = barnet("nei", "nei");
      barnet.fullfor("barnesamtale", samtale()).fullfor("vurderOmsorg", omsorg(grunn)).venterBarePaa("sendMelding");
      barnet.fullfor("sendMelding", melding("sendt")).fullfor("svarMelding", svar("meldingUtfall", "sendt"));
      barnet.fullfor("kvitter", kvittert()).avsluttet("bekymringsmeldingSendt").passerteIkke("avtalTiltak");
    }
  }

  @Test
  void aWorryMayTurnOutToBeNone() {
    Sakshistorie barnet = barnet("nei", "nei");
    barnet.hendelse("bekymring").fullfor("sendMelding", svar("meldingSendt", "nei", "meldingGrunn", "Misforståelse"));
    barnet.passerte("meldingIkkeSendt", "barnMeldtBekymring").venterBarePaa("barnesamtale");
    barnet.hendelse("samtykkeEndret").fullfor("endreSamtykke", samtykker()).passerte("samtykkeBarnRegistrert");
    barnet.hendelse("feilregistrert").fullfor("begrunnFeil", svar("feilGrunn", "annet", "feilBegrunnelse", "Over 18 år"));
    barnet.avsluttet("barnetFeilregistrert");
  }

  @Test
  void parentsMayEndItLaterButNeverADuty() {
    Sakshistorie barnet = barnet("ja", "nei");
    barnet.hendelse("onskerIkkeHjelp").venterBarePaa("vurderPlikt").fullfor("vurderPlikt", omsorg("ingen"));
    barnet.fullfor("kvitterOnske", svar("onskeInformert", true)).avsluttet("onsketIkkeOppfolging").passerteIkke("meldLikevel");

    Sakshistorie annet = barnet("ja", "nei");
    annet.hendelse("onskerIkkeHjelp").hendelse("dod").fullforSom("leistad2", "bekreftDod", rettet()).passerte("dodAvslutningRettet");
    annet.fullfor("vurderPlikt", omsorg("omsorgssvikt")).fullfor("sendMelding", melding("sendt"));
    annet.fullfor("svarMelding", svar("meldingUtfall", "overtatt")).fullfor("kvitterOnske", svar("onskeInformert", true));
    annet.avsluttet("meldtVedAvslutning").passerte("pliktVedNei", "meldLikevel", "kvitterOnske");
  }

  @Test
  void aChildMayDie() {
    Sakshistorie barnet = barnet("ja", "nei");
    barnet.hendelse("dod").fullforSom("leistad2", "bekreftDod", rettet()).passerte("barnetsDodRettet").venterBarePaa("barnesamtale");
    barnet.hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet()).venterIkkePaa("barnesamtale");
    fullforDodsfall(barnet).avsluttet("dod");

    Sakshistorie annet = barnet("ja", "nei");
    annet.hendelse("onskerIkkeHjelp").hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet());
    fullforDodsfall(annet).avsluttet("dod").passerte("dodAvslutningBekreftet");
  }

  @Test
  void aChildMayMove() {
    Sakshistorie barnet = barnet("ja", "nei");
    barnet.hendelse("overfortKommune").fullfor("avtalOverforing", overforing()).avsluttet("barnetOverfort");
  }

  private Sakshistorie meldt(String enhet, String trygge) {
    return start("barn", enhet, svar("pasientNavn", "Kari Nordmann", "barnVariant", "parorende", "barnTrygge", trygge,
        "enhet", enhet));
  }

  /** One child's case, as the family's case starts it. */
  private Sakshistorie barnet(String onske, String samtykke) {
    return startInnenfra("barn-barnet", svar("pasientId", UUID.randomUUID().toString(), "pasientmerke", "O.N.", "pasientAlder", 9,
        "pasientKjonn", null, "forelderMerke", "K.N.", "enhet", "leistad", "meldtAv", "leistad", "koordinator", "leistad2",
        "stedfortreder", "leistad", "barneansvarlig", "leistadbarneansvarlig", "barnVariant", "parorende", "foreldreOnske", onske,
        "meldingUtfall", "ingen", "samtykkeAndre", samtykke, "samtykkeSkole", samtykke, "samtykkeBft", samtykke));
  }

  private static void sendtOgBesvart(Sakshistorie sak) {
    for (int i = 0; i < 2; i++) {
      sak.fullforForste("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"));
      sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt"));
    }
  }

  private static Sakshistorie fullforDodsfall(Sakshistorie sak) {
    sak.fullfor("fortellParorende", svar("dodParorende", "ja", "dodTilbud", List.of("oppfolging")));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", List.of("fastlege"), "dodAvtaler", true));
    return sak.fullforSom("leistadleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Påregnelig", "dodGjennomgang", "nei"));
  }

  private static Map<String, Object> barn(String navn, int alder) {
    return svar("navn", navn, "alder", alder, "relasjon", "barn", "omsorg", "personen", "arena", "skole");
  }

  @SafeVarargs
  private static Map<String, Object> kartlagt(String enhet, Map<String, Object>... barn) {
    return svar("harMindrearige", "ja", "barn", List.of(barn), "koordinator", enhet + "2", "stedfortreder", enhet);
  }

  private static Map<String, Object> foreldre(String onske, String samtykke) {
    return svar("foreldresamtale", "holdt", "foreldreOnske", onske, "samtykkeAndre", samtykke, "samtykkeSkole", samtykke,
        "samtykkeBft", samtykke, "samtykkeBarnesamtale", "ja");
  }

  private static Map<String, Object> foreldrene() {
    return svar("pasientId", UUID.randomUUID().toString(), "pasientmerke", "K.N.", "enhet", "leistad", "meldtAv", "leistad",
        "koordinator", "leistad2", "barnVariant", "parorende", "tolk", false);
  }

  private static Map<String, Object> ikkeNaadd() {
    return svar("foreldresamtale", "ikkeNaadd", "foreldresamtaleGrunn", "Svarer ikke");
  }

  private static Map<String, Object> samtale() {
    return svar("barnesamtaleHoldt", "ja", "barnesamtaleSamtykke", "forelder", "barnesamtaleTolk", "ikkeNodvendig",
        "barnetsOrd", "Å være med venner", "barnesamtaleTema", List.of("skyld", "trygg"));
  }

  private static Map<String, Object> omsorg(String grunn) {
    Map<String, Object> svar = svar("alvorGrunn", grunn, "omsorgVurdering", "Går på skole, trenger støtte");
    return grunn.equals("usikker") ? og(svar, "droftetMed", "barnevern") : svar;
  }

  private static Map<String, Object> tiltak(String naar) {
    return svar("barnTiltak", List.of("samtaler"), "barnMaal", "Være trygg hjemme", "barnEnig", "ja", "seIgjenValg", naar);
  }

  private static Map<String, Object> sett(String status) {
    return svar("barnStatus", status, "barnStatusNotat", "Samtalene hjalp");
  }

  private static Map<String, Object> melding(String sendt) {
    return svar("meldingSendt", sendt, "meldingForeldre", "nei", "meldingGrunn", "Bekymring for omsorgen");
  }

  private static Map<String, Object> kvittert() {
    return svar("kvittering", "godkjent");
  }

  private static Map<String, Object> trygge() {
    return svar("barnTrygge", "ja", "barnSituasjon", "Hos mormor");
  }

  private static Map<String, Object> stotte() {
    return svar("etterlattStotte", List.of("fortalt", "voksen"), "etterlattPlan", "Snakke med skolen");
  }

  private static Map<String, Object> rettet() {
    return svar("dodsmelding", "rettet", "dodRettGrunn", "Navnelikhet");
  }

  private static Map<String, Object> bekreftet() {
    return svar("dodsmelding", "bekreftet", "dodKilde", "lege");
  }

  private static Map<String, Object> overforing() {
    return svar("mottakendeKommune", "Stjørdal", "overforingSamtykke", "nei", "overforingEgen", "Liste over kontakter");
  }

  private static Map<String, Object> samtykker() {
    return svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "ja", "samtykkeNav", "nei", "samtykkeSkole", "nei",
        "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "nei", "samtykkeAndre", "nei");
  }

  private List<String> varslet(String mal) {
    return jdbc.sql("SELECT gruppe FROM varsel WHERE mal = ?").param(mal).query(String.class).list();
  }
}
