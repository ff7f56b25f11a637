package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.forlop.person.IdentitetsSok;
import no.forlop.person.Testnummer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of the follow-up after an overdose: one per end, and what the sheet says about order, deadlines and limits. */
class OverdoseTest extends ForlopTest {

  private static final String TID = "2026-03-02T08:30+01:00";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DataSource dataSource;

  // The events and answers of the stories

  private static Map<String, Object> hendelse() {
    return svar("tidspunkt", TID, "bydel", "midtbyen", "rusmidler", List.of("opioider"), "nalokson", "ja",
        "naloksonGittAv", "ambulanse", "utfall", "lever", "sykehus", "ja", "intensjon", "uhell",
        "omstendigheter", "Funnet av en forbipasserende");
  }

  private static Map<String, Object> melding() {
    return og(hendelse(), "melder", "amk", "akuttFare", "ja", "samtykkeKontakt", "ikkeSpurt", "personstatus", "kjent",
        "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-05-17", "gravid", "nei", "harBarn", "nei",
        "sprak", "norsk", "tolk", false);
  }

  private static Map<String, Object> dodsmelding() {
    Map<String, Object> melding = og(melding(), "utfall", "dod");
    melding.keySet().removeAll(List.of("sykehus", "hosPersonen", "akuttFare", "samtykkeKontakt", "gravid", "sprak", "tolk"));
    return melding;
  }

  private static Map<String, Object> ukjent(Map<String, Object> melding, String aldersgruppe) {
    Map<String, Object> ukjent = og(melding, "personstatus", "ukjent", "aldersgruppe", aldersgruppe);
    ukjent.keySet().removeAll(List.of("pasientNavn", "pasientFodselsdato"));
    return ukjent;
  }

  private static Map<String, Object> alene(Map<String, Object> melding, String hosPersonen) {
    return og(melding, "sykehus", "nei", "hosPersonen", hosPersonen);
  }

  private Sakshistorie meldt() {
    return start("overdose", "helseteam", melding());
  }

  private static Map<String, Object> kontakt(String svaret) {
    Map<String, Object> kontakt = svar("koordinator", "helseteam", "stedfortreder", "helseteam2", "kontaktSvar", svaret,
        "kontaktmate", "oppsokt");
    return svaret.equals("oppnaadd") ? og(kontakt, "hvaErViktig", "Et sted å bo") : kontakt;
  }

  private static Map<String, Object> rytme(Object... endret) {
    return og(svar("tidligereOverdose", "nei", "injiserer", "nei", "blander", "nei", "lostFengsel", "nei",
        "utskrevetRusfri", "nei", "brukerAlene", "nei", "harNalokson", "ja"), endret);
  }

  private static Map<String, Object> samtale(Object... endret) {
    return og(svar("intensjonSamtale", "uhell", "samtaleHendelse", "Det gikk fort", "toleranse", "ja", "ikkeAlene", "ja",
        "naloksonUtdelt", "ja", "tryggPlan", "ja", "lar", "nei", "hepatittC", "tilbudt", "bosituasjon", "egen",
        "harParorende", "nei"), endret);
  }

  private static Map<String, Object> uten(Map<String, Object> svar, String... navn) {
    Map<String, Object> resten = og(svar);
    resten.keySet().removeAll(List.of(navn));
    return resten;
  }

  private static Map<String, Object> plan(Object... endret) {
    return og(svar("egneMal", "Sove bedre", "personenEnig", "ja", "tiltakNalokson", false, "tiltakLar", false,
        "tiltakMosenter", false, "tiltakBolig", false, "tiltakFastlege", false, "tiltakNav", false, "tiltakTann", false),
        endret);
  }

  private static Map<String, Object> holdt() {
    return svar("kontaktUtfall", "gjennomfort", "siden", "Har hatt det bra", "naloksonNa", "ja");
  }

  private static Map<String, Object> tilbakemelding() {
    return svar("tilbakemeldingSvart", "nei");
  }

  private Sakshistorie iKontakt(Sakshistorie sak) {
    return sak.fullfor("taKontakt", kontakt("oppnaadd"));
  }

  /** To the first planned contact, without measures, in the ordinary rhythm. */
  private Sakshistorie planlagt(Sakshistorie sak) {
    return iKontakt(sak).fullfor("avklarRytme", rytme()).fullfor("holdSamtale", samtale()).fullfor("lagPlan", plan());
  }

  /** The groups that have had a notice about the case, oldest first. */
  private List<String> varslet(Sakshistorie sak) {
    return jdbc.sql("SELECT gruppe FROM varsel WHERE saksnummer = ? ORDER BY id").param(sak.saksnummer()).query(String.class).list();
  }

  // Followed up to the end

  @Test
  void followedInTheCloseRhythmWithEveryMeasureSideBySide() {
    Sakshistorie sak = start("overdose", "helseteam", og(melding(), "sprak", "somali", "tolk", true));
    sak.venterBarePaa("taKontakt").fristOm("taKontakt", Duration.ofHours(24));
    iKontakt(sak).venterBarePaa("bestillTolk").fullfor("bestillTolk", svar("tolkBestilt", "bestilt"));
    sak.fristOm("avklarRytme", Duration.ofDays(2)).fullfor("avklarRytme", rytme("injiserer", "ja"));
    sak.fullfor("holdSamtale", samtale("harParorende", "ja", "samtykkeParorende", "ja"));
    sak.fullfor("lagPlan", plan("tiltakNalokson", true, "tiltakLar", true, "samtykkeSpesialist", "ja", "tiltakMosenter", true,
        "samtykkeAndre", "ja", "tiltakBolig", true, "samtykkeHvk", "ja", "tiltakFastlege", true, "samtykkeFastlege", "ja",
        "tiltakNav", true, "samtykkeNav", "ja", "tiltakTann", true, "samtykkeTann", "ja"));
    sak.venterBarePaa("ivaretaParorende", "naloksonkurs", "sendEksternt", "sendEksternt", "sendEksternt", "avklarBolig", "avklarNav");
    assertThat(sak.lenkede("moinntak")).isEqualTo(1);
    assertThat((String) sak.lenket("moinntak").variabel("henvendelse")).startsWith("Avtalt i oppfølgingen etter en overdose.");
    sak.frist("naloksonkurs", kl(2026, 3, 9, 23, 59)).frist("avklarBolig", kl(2026, 3, 16, 16, 0));

    sak.fullfor("naloksonkurs", svar("naloksonkurs", "gjennomfort", "naloksonkursMed", "alene"));
    sak.fullfor("avklarBolig", svar("boligbehov", "dekket"));
    sak.fullfor("avklarNav", svar("navAvklart", "samtale", "navTema", List.of("inntekt")));
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "informert", "parorendeInformasjon", List.of("tilbud")));
    for (int i = 0; i < 3; i++) {
      sak.fullforForste("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
      sak.fullforForste("registrerSvar", svar("eksterntSvar", "mottatt"));
    }
    sak.venterBarePaa();
    int[] dager = {2, 7, 14, 21, 28, 56, 84};
    for (int i = 0; i < dager.length; i++) {
      sak.gaaTil(kl(2026, 3, 2, 9, 0).plus(Duration.ofDays(dager[i]).plusHours(2)));
      sak.venterBarePaa("taOppfolgingskontakt").fristOm("taOppfolgingskontakt", Duration.ofDays(1));
      sak.fullfor("taOppfolgingskontakt", holdt());
    }
    sak.venterBarePaa("beOmTilbakemelding").fullfor("beOmTilbakemelding", tilbakemelding());
    sak.avsluttet("fullfort").passerte("taKontakt", "avklarRytme", "holdSamtale", "lagPlan", "taOppfolgingskontakt")
        .passerteIkke("onsketIkke", "dodsfallet", "startSelvmordsatferd");
    assertThat(sak.variabel("rytme")).isEqualTo("tett");
  }

  @Test
  void measuresThatLackConsentDoNotStartAndTheOrdinaryRhythmHasThreeContacts() {
    Sakshistorie sak = iKontakt(meldt()).fullfor("avklarRytme", rytme()).fullfor("holdSamtale", samtale());
    sak.fullfor("lagPlan", plan("tiltakBolig", true, "samtykkeHvk", "nei", "tiltakMosenter", true, "samtykkeAndre", "nei"));
    sak.venterBarePaa();
    assertThat(sak.lenkede("moinntak")).isZero();
    for (int dag : new int[] {7, 28, 84}) {
      sak.gaaTil(kl(2026, 3, 2, 9, 0).plus(Duration.ofDays(dag).plusHours(2)));
      sak.fullfor("taOppfolgingskontakt", holdt());
    }
    sak.fullfor("beOmTilbakemelding", tilbakemelding()).avsluttet("fullfort");
  }

  @Test
  void everyRiskAloneGivesTheCloseRhythm() {
    for (String risiko : List.of("tidligereOverdose", "injiserer", "blander", "lostFengsel", "utskrevetRusfri", "brukerAlene")) {
      Sakshistorie sak = iKontakt(meldt()).fullfor("avklarRytme", rytme(risiko, "ja"));
      gaaTilForsteKontakt(sak.venterBarePaa("holdSamtale"), risiko);
    }
    Sakshistorie sak = iKontakt(meldt()).fullfor("avklarRytme", rytme("harNalokson", "nei"));
    gaaTilForsteKontakt(sak, "harNalokson");
  }

  private void gaaTilForsteKontakt(Sakshistorie sak, String risiko) {
    sak.fullfor("holdSamtale", samtale()).fullfor("lagPlan", plan()).gaaFram(50, HOURS);
    assertThat(sak.apneNavn()).as(risiko).containsExactly("taOppfolgingskontakt");
  }

  // Handed over

  @Test
  void aRefusedHandoverKeepsTheContactsHereAndAnAcceptedOneEndsTheCase() {
    Sakshistorie sak = planlagt(meldt()).gaaFram(8, DAYS);
    Map<String, Object> overfor = svar("kontaktUtfall", "overfores", "siden", "Vil til EPHOR", "naloksonNa", "ja", "tilEnhet", "ephor");
    sak.fullfor("taOppfolgingskontakt", og(overfor, "samtykkeOverforing", "nei")).venterBarePaa();
    sak.gaaFram(21, DAYS).fullfor("taOppfolgingskontakt", og(overfor, "samtykkeOverforing", "ja"));
    sak.venterBarePaa("taImotOverlevering")
        .fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"))
        .fullforSom("helseteamleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true, "overleveringAvgjorelse", "Blir her"));
    sak.venterBarePaa().gaaFram(56, DAYS).fullfor("taOppfolgingskontakt", og(overfor, "samtykkeOverforing", "ja"));
    sak.fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.fullfor("beOmTilbakemelding", tilbakemelding()).avsluttet("overfort").passerteIkke("fullfort");
  }

  @Test
  void aWithdrawnConsentStopsTheDentistAndTheHandover() {
    Sakshistorie sak = iKontakt(meldt()).fullfor("avklarRytme", rytme()).fullfor("holdSamtale", samtale());
    sak.fullfor("lagPlan", plan("tiltakTann", true, "samtykkeTann", "ja")).venterBarePaa("sendEksternt");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", og(samtykker(), "samtykkeTann", "nei"));
    sak.venterBarePaa().passerte("samtykkeTrukketEksternt", "stansetEksternt").gaaFram(8, DAYS);
    sak.fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "overfores", "siden", "Vil til EPHOR", "naloksonNa", "ja", "tilEnhet",
        "ephor", "samtykkeOverforing", "ja")).venterBarePaa("taImotOverlevering");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", og(samtykker(), "samtykkeTann", "nei", "samtykkeOverforing", "nei"));
    sak.venterBarePaa().passerte("stansetOverlevering", "kontaktHoldt").lopende();
    assertThat(varslet(sak)).contains("helseteam", "ephor");
  }

  private static Map<String, Object> samtykker() {
    return svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "nei", "samtykkeNav", "nei", "samtykkeSkole", "nei",
        "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "ja", "samtykkeAndre", "nei");
  }

  // Wishes no more

  @Test
  void theWishToStopClosesTheContactsButNotTheDoctorsAssessment() {
    Sakshistorie sak = iKontakt(start("overdose", "legevakt", og(melding(), "intensjon", "selvmord", "gravid", "ja")));
    sak.fullfor("avklarRytme", rytme()).fullfor("holdSamtale", uten(samtale(), "intensjonSamtale")).fullfor("lagPlan", plan());
    sak.venterBarePaa("hjelpGravid").passerte("startSelvmordsatferd");
    Sakshistorie krise = sak.lenket("selvmordsatferd").lopende();
    assertThat((String) krise.variabel("henvendelse")).contains("ønsket å dø", "Funnet av en forbipasserende");
    assertThat(krise.variabel("krisetype")).isEqualTo("forsok");
    sak.hendelse("onskerIkkeHjelp").venterPaa("registrerOnske", "hjelpGravid");
    sak.fullfor("registrerOnske", svar("avslutningOrd", "Jeg klarer meg", "avslutningBeskjed", "ja", "avslutningFare", "nei", "avslutningMelding", "nei"));
    sak.lopende().venterBarePaa("hjelpGravid");
    sak.fullfor("hjelpGravid", svar("gravidGrunnlag", "samtykke", "gravidKontakt", TID, "gravidSvar", "ja"));
    sak.avsluttet("onsketIkke").passerteIkke("taOppfolgingskontakt", "beOmTilbakemelding");
    krise.lopende();
  }

  @Test
  void noFollowUpWantedAtTheFirstContact() {
    meldt().fullfor("taKontakt", kontakt("onskerIkke")).avsluttet("onsketIkke").passerteIkke("avklarRytme");
  }

  @Test
  void noFollowUpWantedWhenContactIsFoundAgain() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeOppnaadd"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke")).avsluttet("onsketIkke");
  }

  @Test
  void noMoreContactsWantedInTheRhythm() {
    Sakshistorie sak = planlagt(meldt()).gaaFram(8, DAYS);
    sak.fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "onskerIkke")).avsluttet("onsketIkke");
  }

  @Test
  void noMoreContactsWantedWhenLostContactIsFoundAgain() {
    Sakshistorie sak = planlagt(meldt()).gaaFram(8, DAYS);
    sak.fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "ikkeOppnaadd"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke")).avsluttet("onsketIkke");
  }

  // No contact

  @Test
  void attemptsForSevenDaysADoctorAndTheLeaderBeforeTheEnd() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeOppnaadd"));
    sak.venterBarePaa("provSammeDag").fullfor("provSammeDag", svar("kontaktResultat", "ikkeOppnaadd"));
    sak.fullfor("hjemmebesok", svar("kontaktResultat", "ikkeOppnaadd"));
    sak.fullforSom("legevakt", "vurderLeting", svar("leteVurdering", "Ikke grunn til å lete", "leteBeslutning", "nei"));
    int forsok = 0;
    while (!sak.gaaFram(1, DAYS).apneNavn().contains("bestemVidere")) {
      if (sak.apneNavn().contains("provKontakt")) {
        sak.fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
        forsok++;
      }
    }
    assertThat(forsok).isEqualTo(4);
    assertThat(Duration.between(kl(2026, 3, 2, 9, 0), sak.naa())).isGreaterThanOrEqualTo(Duration.ofDays(7));
    sak.fullforSom("helseteamleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Ikke å finne", "kontaktBeskjed", "ja"));
    sak.avsluttet("ikkeOppnaadd").passerteIkke("beOmTilbakemelding");
  }

  @Test
  void lostContactIsSoughtAgainTheSameDayAndTheRhythmGoesOn() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeOppnaadd"))
        .fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    sak.fullfor("avklarRytme", rytme()).fullfor("holdSamtale", samtale()).fullfor("lagPlan", plan()).gaaFram(8, DAYS);
    sak.fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "ikkeOppnaadd"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd")).venterBarePaa();
    sak.gaaFram(28, DAYS).fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "ikkeOppnaadd"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "ikkeOppnaadd")).fullfor("hjemmebesok", svar("kontaktResultat", "ikkeOppnaadd"));
    sak.fullforSom("legevakt", "vurderLeting", svar("leteVurdering", "Politiet leter", "leteBeslutning", "politi"));
    sak.fullfor("folgLeting", svar("kontaktResultat", "ikkeOppnaadd"));
    while (!sak.gaaFram(1, DAYS).apneNavn().contains("bestemVidere")) {
      if (sak.apneNavn().contains("provKontakt")) {
        sak.fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
      }
    }
    sak.fullforSom("helseteamleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Ikke å finne", "kontaktBeskjed", "ja"));
    sak.avsluttet("ikkeOppnaadd").passerte("kontaktGjenopprettet", "mistetKontakt");
  }

  // The person may be unknown

  @Test
  void withoutConsentAndDangerTheEventIsCountedWithoutIdentity() {
    Sakshistorie sak = start("overdose", "helseteam", og(melding(), "akuttFare", "nei", "samtykkeKontakt", "nei"));
    sak.gaaFram(1, MINUTES).venterBarePaa("informerUtenIdentitet").frist("informerUtenIdentitet", kl(2026, 3, 3, 9, 0));
    assertThat((String) sak.variabel("pasientmerke")).startsWith("Ukjent");
    sak.fullfor("informerUtenIdentitet", svar("informasjonGitt", "ja", "barnTryggeUkjent", "nei"));
    sak.avsluttet("ukjentPerson").passerteIkke("oppfolging");
  }

  @Test
  void anUnknownPersonWhoIsNeverFoundIsCounted() {
    Sakshistorie sak = start("overdose", "helseteam", ukjent(melding(), "ukjent"));
    sak.venterBarePaa("finnPersonen").fristOm("finnPersonen", Duration.ofHours(24));
    sak.fullfor("finnPersonen", svar("personFunnet", "ikkeFunnet")).avsluttet("ukjentPerson").passerteIkke("taKontakt");
  }

  @Test
  void anUnknownPersonIsFoundAndFollowed() {
    Sakshistorie sak = start("overdose", "helseteam", ukjent(og(melding(), "akuttFare", "nei", "melder", "helseteamet"), "over18"));
    sak.fullfor("finnPersonen", svar("personFunnet", "anonym", "pasientTelefon", "90000000"));
    sak.fullfor("taKontakt", kontakt("onskerIkke")).avsluttet("onsketIkke");
  }

  @Test
  void aYoungPersonFoundLaterGetsBupAndParents() {
    Sakshistorie sak = start("overdose", "helseteam", ukjent(melding(), "ukjent"));
    sak.fullfor("finnPersonen", svar("personFunnet", "funnet", "pasientNavn", "Nora Lyngstrand", "pasientTelefon", "97001234",
        "pasientFodselsdato", "2010-01-15"));
    sak.venterBarePaa("snakkMedForeldre", "taKontakt");
    sak.fullforSom("bft", "taKontakt", og(kontakt("onskerIkke"), "koordinator", "bft", "stedfortreder", "bft2"));
    sak.fullfor("snakkMedForeldre", foreldre()).fullfor("sendEksternt", svar("eksterntSvar", "ikkeSendt", "eksterntGrunn", "Ikke samtykke"));
    sak.avsluttet("onsketIkke");
    IdentitetsSok.etter("Lyngstrand", "97001234").finnesIkkeI(dataSource);
  }

  private static Map<String, Object> foreldre() {
    return svar("foreldreKontakt", "ja", "ungdommenHort", "Var redd", "bupGang", "forste", "samtykkeSpesialist", "ja", "bekymringsmelding", "ikkeGrunnlag");
  }

  @Test
  void contactedButWillNotBeRegistered() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeSamtykke")).avsluttet("ukjentPerson");
    assertThat((String) sak.variabel("pasientmerke")).startsWith("Ukjent");
    sak.passerte("fjernIdentitetEtterKontakt", "samtyktIkke");
  }

  @Test
  void anAnonymPersonUnder18IsWithBftAndNobodyIsLeftAlone() {
    Map<String, Object> melding = alene(og(ukjent(melding(), "under18"), "personstatus", "anonym", "akuttFare", "nei",
        "samtykkeKontakt", "ja", "harBarn", "ukjent"), "ingen");
    Sakshistorie sak = start("overdose", "helseteam", melding);
    sak.venterBarePaa("avklarBarn", "sorgForSelskap", "snakkMedForeldre", "taKontakt").fristOm("sorgForSelskap", Duration.ofHours(1));
    sak.fullfor("sorgForSelskap", svar("hosPersonenAvklart", "helsepersonell"));
    sak.fullforSom("bft", "avklarBarn", svar("harBarn", "nei"));
    sak.fullfor("snakkMedForeldre", foreldre());
    sak.fullforSom("bft", "sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"));
    sak.fullforSom("bft", "registrerSvar", svar("eksterntSvar", "mottatt"));
    sak.fullforSom("bft", "taKontakt", og(kontakt("onskerIkke"), "koordinator", "bft", "stedfortreder", "bft2")).avsluttet("onsketIkke");
  }

  // What comes up in the talk, and a new overdose

  @Test
  void whatComesUpInTheTalkIsTakenAtOnce() {
    Sakshistorie sak = iKontakt(start("overdose", "helseteam", og(melding(), "gravid", "ukjent"))).fullfor("avklarRytme", rytme());
    sak.fullfor("holdSamtale", samtale("intensjonSamtale", "selvmord", "gravidSamtale", "ja"));
    sak.venterBarePaa("lagPlan", "hjelpGravid");
    assertThat((String) sak.lenket("selvmordsatferd").variabel("henvendelse")).as("what the talk told").contains("Det gikk fort");
    Sakshistorie gravid = iKontakt(start("overdose", "helseteam", og(melding(), "gravid", "ukjent"))).fullfor("avklarRytme", rytme());
    gravid.fullfor("holdSamtale", samtale("gravidSamtale", "ja")).venterBarePaa("lagPlan", "hjelpGravid");
  }

  @Test
  void aNewOverdoseRestartsTheContactsAndLeavesTheMeasuresRunning() {
    Sakshistorie sak = iKontakt(meldt()).fullfor("avklarRytme", rytme()).fullfor("holdSamtale", samtale());
    sak.fullfor("lagPlan", plan("tiltakBolig", true, "samtykkeHvk", "ja")).gaaFram(8, DAYS);
    sak.venterBarePaa("avklarBolig", "taOppfolgingskontakt").hendelse("nyOverdose");
    sak.venterBarePaa("avklarBolig", "registrerHendelse").fristOm("registrerHendelse", Duration.ofHours(2));
    sak.fullforSom("helseteam", "registrerHendelse", og(hendelse(), "gravid", "nei"));
    sak.venterBarePaa("avklarBolig", "taKontakt").fristOm("taKontakt", Duration.ofHours(24));
    planlagt(sak);
    for (int i = 0; i < 3; i++) {
      while (!sak.apneNavn().contains("taOppfolgingskontakt")) {
        sak.gaaFram(1, DAYS);
      }
      sak.fullfor("taOppfolgingskontakt", holdt());
    }
    sak.lopende().venterBarePaa("avklarBolig").hendelse("nyOverdose").venterBarePaa("avklarBolig", "registrerHendelse");
    sak.fullforSom("helseteam", "registrerHendelse", og(hendelse(), "gravid", "nei"));
    sak.fullfor("avklarBolig", svar("boligbehov", "dekket")).fullfor("taKontakt", kontakt("onskerIkke")).avsluttet("onsketIkke");
  }

  private static Map<String, Object> meldingMedNummer() {
    Map<String, Object> melding = og(melding(), "pasientNummer", Testnummer.fodselsnummer(LocalDate.of(1985, 5, 17), 31));
    melding.remove("pasientFodselsdato");
    return melding;
  }

  @Test
  void aSecondReportOfAPersonWhoIsFollowedRestartsTheContactsInTheSameCase() {
    Sakshistorie sak = planlagt(start("overdose", "helseteam", meldingMedNummer())).gaaFram(8, DAYS);
    sak.venterBarePaa("taOppfolgingskontakt");
    Sakshistorie ny = start("overdose", "legevakt", og(meldingMedNummer(), "bydel", "ostbyen", "gravid", "ja"));
    ny.avsluttet("lagtTilLopende").passerte("taImot", "finnLopendeOvd", "meldNyOverdose").passerteIkke("oppfolging");
    // What the report says is in the case, so nobody describes the event again; contact is due within 24 hours.
    sak.venterBarePaa("hjelpGravid", "taKontakt").fristOm("taKontakt", Duration.ofHours(24)).passerteIkke("registrerHendelse");
    // The one who has the case gets it, and nobody is chosen anew.
    assertThat(sak.variabel("koordinator")).isEqualTo("helseteam");
    assertThat(sak.variabel("stedfortreder")).isEqualTo("helseteam2");
    assertThat(sak.lenkede("overdose")).isEqualTo(1);
    sak.fullfor("hjelpGravid", svar("gravidGrunnlag", "samtykke", "gravidKontakt", TID, "gravidSvar", "ja"));
    // An event that staff report without a form is described first, as before.
    sak.hendelse("nyOverdose").venterBarePaa("registrerHendelse");
  }

  @Test
  void atANewOverdoseTheChildrenAreAskedAboutAgainAndTheirCaseIsTold() {
    Sakshistorie sak = start("overdose", "helseteam", og(melding(), "harBarn", "ja"));
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Hos faren"));
    Sakshistorie barn = sak.lenket("barn").venterBarePaa("kartleggBarna");
    sak.hendelse("nyOverdose").fullforSom("helseteam", "registrerHendelse", og(hendelse(), "gravid", "nei"));
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "nei", "barnSituasjon", "Alene hjemme"));
    barn.venterBarePaa("kartleggBarna", "sikreBarna");
    assertThat(sak.lenkede("barn")).isEqualTo(1);
  }

  @Test
  void aSecondReportThatIsFatalIsADeathInTheSameCase() {
    Sakshistorie sak = planlagt(start("overdose", "helseteam", meldingMedNummer()));
    Map<String, Object> dod = og(dodsmelding(), "pasientNummer", meldingMedNummer().get("pasientNummer"));
    dod.remove("pasientFodselsdato");
    start("overdose", "legevakt", dod).avsluttet("lagtTilLopende").passerteIkke("dodsfallet");
    sak.venterBarePaa("avklarDodsbudskap").passerte("dodAvNyOverdose");
  }

  @Test
  void aSecondReportIsAnOwnCaseWhenTheFormerIsClosing() {
    Sakshistorie sak = start("overdose", "helseteam", meldingMedNummer()).hendelse("overfortKommune").venterBarePaa("avtalOverforing");
    start("overdose", "helseteam", meldingMedNummer()).venterBarePaa("taKontakt").passerte("meldNyOverdose", "situasjonen");
    sak.venterBarePaa("avtalOverforing");
  }

  // Death

  @Test
  void aFatalOverdoseWaitsForThePoliceAndRelativesAreFollowed() {
    Sakshistorie sak = start("overdose", "legevakt", og(dodsmelding(), "harBarn", "ukjent"));
    sak.venterBarePaa("avklarDodsbudskap");
    sak.fullforSom("helseteam", "avklarDodsbudskap", svar("dodsdato", "2026-03-02", "dodsarsak", "overdose", "dodsbudskapGitt", "nei"));
    sak.venterBarePaa("avventPolitiet").fristOm("avventPolitiet", Duration.ofHours(24));
    sak.fullfor("avventPolitiet", svar("parorendeKjent", "ja", "dodsbudskapAv", "politi", "dodsbudskapTid", TID));
    sak.venterBarePaa("tilbyParorende", "avklarBarn", "gjennomgaHendelsen").frist("gjennomgaHendelsen", kl(2026, 3, 16, 16, 0));
    sak.fullfor("avklarBarn", svar("harBarn", "nei"));
    sak.fullfor("tilbyParorende", svar("parorendeTilbudt", TID, "parorendeSvar", "ja"));
    assertThat(sak.lenkede("etterlatte")).isEqualTo(1);
    sak.fullforSom("helseteamleder", "gjennomgaHendelsen", gjennomgang());
    sak.avsluttet("dodsfallMedParorende").passerte("avklarDodsbudskap", "avventPolitiet", "tilbyParorende", "startEtterlatte")
        .passerteIkke("taKontakt", "beOmTilbakemelding");
  }

  private static Map<String, Object> gjennomgang() {
    return svar("varselAlvorligHendelse", "ikkePlikt", "kjenteTjenester", "Helseteamet", "laering", "Ringe tidligere");
  }

  @Test
  void aFatalOverdoseWithoutKnownRelatives() {
    Sakshistorie sak = start("overdose", "helseteam", dodsmelding());
    sak.fullfor("avklarDodsbudskap", svar("dodsdato", "2026-03-02", "dodsarsak", "overdose", "dodsbudskapGitt", "ja",
        "dodsbudskapAv", "politi", "dodsbudskapTid", TID, "parorendeKjent", "nei"));
    sak.venterBarePaa("gjennomgaHendelsen").fullforSom("helseteamleder", "gjennomgaHendelsen", gjennomgang());
    sak.avsluttet("dodsfallUtenParorende").passerteIkke("tilbyParorende");
    assertThat(sak.lenkede("etterlatte")).isZero();
  }

  @Test
  void aNewOverdoseThatIsFatal() {
    Sakshistorie sak = meldt().hendelse("nyOverdose");
    Map<String, Object> dod = og(hendelse(), "utfall", "dod");
    dod.remove("sykehus");
    sak.fullforSom("helseteam", "registrerHendelse", dod).venterBarePaa("avklarDodsbudskap");
    sak.fullfor("avklarDodsbudskap", svar("dodsdato", "2026-03-02", "dodsarsak", "overdose", "dodsbudskapGitt", "ja",
        "dodsbudskapAv", "lege", "dodsbudskapTid", TID, "parorendeKjent", "nei"));
    sak.fullforSom("helseteamleder", "gjennomgaHendelsen", gjennomgang()).avsluttet("dodsfallUtenParorende");
  }

  @Test
  void deathReportedIsConfirmedByASecondWorkerAndClosesTheCase() {
    Sakshistorie sak = planlagt(meldt()).hendelse("dod").venterBarePaa("bekreftDod");
    sak.fullforSom("helseteam2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forvekslet")).lopende();
    sak.hendelse("dod").fullforSom("helseteam2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullforSom("legevakt", "avklarDodsarsak", svar("mistanke", "overdose", "dodsdato", "2026-03-02", "dodsbudskapGitt", "nei"));
    assertThat(sak.lenkede("etterlatte")).as("those bereaved by an overdose are followed too").isEqualTo(1);
    sak.fullfor("fortellEnheter", svar("dodEnheter", List.of("ingen"), "dodAvtaler", true));
    sak.fullforSom("helseteamleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet", "dodGjennomgang", "nei"));
    sak.avsluttet("dod").passerteIkke("taOppfolgingskontakt");
  }

  // Events at any time

  @Test
  void movedToAnotherMunicipality() {
    Sakshistorie sak = planlagt(meldt()).hendelse("overfortKommune");
    sak.fullforSom("helseteam", "avtalOverforing", svar("mottakendeKommune", "Orkland", "overforingSamtykke", "nei", "overforingEgen", "Tar kontakt selv"));
    sak.avsluttet("overfortKommune");
  }

  @Test
  void registeredByMistake() {
    meldt().hendelse("feilregistrert").fullforSom("helseteamleder", "begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "To meldinger"))
        .avsluttet("feilregistrert");
  }

  @Test
  void admittedInPrisonNewConsentAndComplaintDoNotEndTheCase() {
    Sakshistorie sak = planlagt(meldt());
    sak.hendelse("innlagt").fullfor("planleggPause", svar("pauseAnsvarlig", "helseteam", "pauseTil", "2026-03-04"));
    sak.gaaFram(3, DAYS).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta"));
    sak.hendelse("fengsel").fullfor("planleggPause", svar("pauseAnsvarlig", "helseteam", "pauseTil", "2026-03-10")).hendelse("tilbake");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", samtykker());
    assertThat(sak.variabel("samtykkeHvk")).isEqualTo("ja");
    sak.hendelse("klage").fullforSom("helseteamleder", "svarPaaKlage",
        svar("klageGjelder", "Ventetid", "klageSvar", "Beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.lopende().passerte("gjenopptattEtterInnleggelse", "gjenopptattEtterFengsel", "samtykkeRegistrert", "klageBehandlet");
  }

  @Test
  void startedFromAnotherCaseItAsksWhatHappened() {
    Sakshistorie sak = startInnenfra("overdose", svar("lenket", true, "pasientmerke", "K.N. 1985", "harBarn", "nei"));
    sak.venterBarePaa("registrerHendelse").fullfor("registrerHendelse", og(hendelse(), "gravid", "nei"));
    sak.venterBarePaa("taKontakt").fullfor("taKontakt", kontakt("onskerIkke")).avsluttet("onsketIkke");
  }

  @Test
  void theLeaderHearsWhenNobodyHasBeenInContactWithin24Hours() {
    Sakshistorie sak = meldt().gaaFram(19, HOURS);
    assertThat(varslet(sak)).as("warned at night, so legevakt too").containsOnly("helseteam", "legevakt");
    int foer = varslet(sak).size();
    sak.gaaFram(6, HOURS).venterBarePaa("taKontakt");
    List<String> brudd = varslet(sak).subList(foer, varslet(sak).size());
    assertThat(brudd).as("broken").contains("helseteamleder");
    sak.gaaFram(2, DAYS);
    assertThat(varslet(sak)).as("each notice once").hasSize(foer + brudd.size());
    sak.fullfor("taKontakt", kontakt("onskerIkke")).avsluttet("onsketIkke");
  }
}
