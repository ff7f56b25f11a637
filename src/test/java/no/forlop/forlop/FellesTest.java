package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forlop.motor.Tabeller;
import no.forlop.person.Egenskap;
import no.forlop.person.Personmerke;
import no.forlop.person.Personopplysninger;
import no.forlop.person.Personregister;
import no.forlop.person.Slag;
import no.forlop.person.Testnummer;
import no.forlop.varsel.Varsel;
import no.forlop.varsel.Varselinnhold;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of the shared processes, each started as a calling pathway starts it. */
class FellesTest extends ForlopTest {

  private static final Personopplysninger NAVNGITT = new Personopplysninger().med(Egenskap.NAVN, "Kari Nordfjell")
      .med(Egenskap.FODSELSDATO, "1979-04-02");

  @Autowired
  private ProcessEngine motor;
  @Autowired
  private Varsel varsel;
  @Autowired
  private Tabeller tabeller;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Personregister personer;

  // kontaktforsok

  @Test
  void contactIsMadeOnTheSecondOfTheGrowingIntervals() {
    Sakshistorie sak = kall("kontaktforsok", "kontaktRytme", "vanlig");
    sak.venterBarePaa().gaaFram(3, DAYS).venterBarePaa("provKontakt");
    sak.fullfor("provKontakt", kontakt("ikkeOppnaadd")).venterBarePaa();
    sak.gaaTil(kl(2026, 3, 9, 12, 0)).frist("provKontakt", kl(2026, 3, 11, 16, 0));
    sak.fullfor("provKontakt", kontakt("oppnaadd"));
    sak.avsluttet("kontaktOppnaadd").passerte("velgRytme", "provKontakt", "provKontakt", "kontaktOppnaadd")
        .passerteIkke("akuttForsok", "bestemVidere");
    assertThat(sak.variabel("kontaktResultat")).isEqualTo("oppnaadd");
  }

  @Test
  void theLeaderDecidesTheEndAndMayStartAnotherRound() {
    Sakshistorie sak = kall("kontaktforsok", "kontaktRytme", "vanlig");
    for (int forsok = 0; forsok < 3; forsok++) {
      sak.gaaFram(7, DAYS).fullfor("provKontakt", kontakt("ikkeOppnaadd"));
    }
    sak.venterBarePaa("bestemVidere");
    sak.fullfor("bestemVidere", svar("kontaktVidere", "fortsett", "kontaktBegrunnelse", "Ny adresse"));
    sak.venterBarePaa();
    for (int forsok = 0; forsok < 3; forsok++) {
      sak.gaaFram(7, DAYS).fullfor("provKontakt", kontakt("ikkeOppnaadd"));
    }
    sak.fullfor("bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Ikke svar", "kontaktBeskjed", "ja"));
    sak.avsluttet("kontaktIkkeOppnaadd");
  }

  @Test
  void whenItIsUrgentTheSameDayTheHomeThenADoctorDecidesOnSearch() {
    Sakshistorie sak = kall("kontaktforsok", "kontaktRytme", "akutt");
    sak.venterBarePaa("provSammeDag").frist("provSammeDag", kl(2026, 3, 2, 13, 0));
    sak.fullfor("provSammeDag", kontakt("ikkeOppnaadd")).venterBarePaa("hjemmebesok");
    sak.fullfor("hjemmebesok", kontakt("ikkeOppnaadd")).venterBarePaa("vurderLeting");
    sak.fullforSom("legevakt", "vurderLeting", svar("leteVurdering", "Sårbar situasjon", "leteBeslutning", "begge"));
    sak.fullfor("folgLeting", kontakt("ikkeOppnaadd")).venterBarePaa();
    sak.gaaFram(25, HOURS).fullfor("provKontakt", kontakt("onskerIkke"));
    sak.avsluttet("onsketIkkeKontakt").passerte("provSammeDag", "hjemmebesok", "vurderLeting", "folgLeting", "ikkeSvar",
        "velgRytme", "provKontakt");
  }

  @Test
  void foundWithoutSearchMeansNoMoreAttempts() {
    Sakshistorie sak = kall("kontaktforsok", "kontaktRytme", "akutt");
    sak.fullfor("provSammeDag", kontakt("oppnaadd"));
    sak.avsluttet("kontaktOppnaadd").passerte("fikkSvar").passerteIkke("hjemmebesok", "velgRytme");
  }

  @Test
  void theDoctorMayDecideAgainstSearch() {
    Sakshistorie sak = kall("kontaktforsok", "kontaktRytme", "akutt");
    sak.fullfor("provSammeDag", kontakt("ikkeOppnaadd")).fullfor("hjemmebesok", kontakt("ikkeOppnaadd"));
    sak.fullfor("vurderLeting", svar("leteVurdering", "Sett i dag av andre", "leteBeslutning", "nei"));
    sak.passerteIkke("folgLeting").gaaFram(2, DAYS).fullfor("provKontakt", kontakt("oppnaadd"));
    sak.avsluttet("kontaktOppnaadd");
  }

  // avklarbarn

  @Test
  void unknownChildrenAreClarifiedTheSameDayAndGetTheirCase() {
    Sakshistorie sak = kall("avklarbarn", "harBarn", "ukjent");
    sak.venterBarePaa("avklarBarn").frist("avklarBarn", kl(2026, 3, 2, 23, 59));
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "nei", "barnSituasjon", "Alene hjemme"));
    sak.avsluttet("barnesakStartet");
    assertThat((String) sak.variabel("barnSak")).startsWith("BAR-2026-");
  }

  @Test
  void knownChildrenNeedNoQuestion() {
    Sakshistorie sak = kall("avklarbarn", "harBarn", "ja", "barnTrygge", "ja");
    sak.avsluttet("barnesakStartet").passerteIkke("avklarBarn");
  }

  @Test
  void noChildrenIsTheEnd() {
    kall("avklarbarn", "harBarn", "nei").avsluttet("ingenBarn").passerteIkke("avklarBarn", "startBarnesak");
  }

  @Test
  void whyItCouldNotBeClarifiedIsRecorded() {
    Sakshistorie sak = kall("avklarbarn", "harBarn", "ukjent");
    sak.fullfor("avklarBarn", svar("harBarn", "umulig", "barnUavklart", "Personen er ukjent"));
    sak.avsluttet("ikkeAvklart");
  }

  @Test
  void aCaseThatExistsIsNotStartedAgain() {
    kall("avklarbarn", "harBarn", "ja", "barnSak", "BAR-2026-00001").avsluttet("barnesakFinnes");
  }

  @Test
  void aRunningCaseIsToldOfTheNewReportInsteadOfASecondOne() {
    String person = UUID.randomUUID().toString();
    Sakshistorie barn = startInnenfra("barn", svar("pasientId", person, "pasientmerke", "K.N. 1985", "enhet", "ephor", "barnTrygge", "ja",
        "barnSituasjon", "Hos mormor"));
    Sakshistorie sak = kall("avklarbarn", "pasientId", person, "saksnummer", moinntak(person, null).saksnummer(), "harBarn", "ukjent");
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "nei", "barnSituasjon", "Alene hjemme"));
    sak.avsluttet("lagtTilBarnesak").passerte("avklarBarn", "finnBarnesak", "meldBarnesak").passerteIkke("startBarnesak");
    assertThat(sak.variabel("barnSak")).isEqualTo(barn.saksnummer());
    barn.venterBarePaa("kartleggBarna", "sikreBarna");
    assertThat(barn.variabel("barnSituasjon")).isEqualTo("Alene hjemme");
    assertThat(barn.lenkede("moinntak")).as("linked to the case that reported").isEqualTo(1);
  }

  @Test
  void aCaseThatIsBeingClosedIsNotJoined() {
    String person = UUID.randomUUID().toString();
    Sakshistorie feil = startInnenfra("barn", svar("pasientId", person, "pasientmerke", "K.N. 1985", "enhet", "ephor", "barnTrygge", "ja",
        "barnSituasjon", null)).hendelse("feilregistrert").venterBarePaa("begrunnFeil");
    Sakshistorie sak = kall("avklarbarn", "pasientId", person, "saksnummer", moinntak(person, null).saksnummer(), "harBarn", "ja",
        "barnTrygge", "ja");
    sak.avsluttet("barnesakStartet").passerte("meldBarnesak", "startBarnesak");
    assertThat(sak.variabel("barnSak")).isNotEqualTo(feil.saksnummer());
  }

  // parorende

  @Test
  void relativesAreInformedAndHeard() {
    Sakshistorie sak = kall("parorende", "samtykkeParorende", "nei");
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "informert", "parorendeInformasjon", List.of("tilbud")));
    sak.avsluttet("parorendeInformert");
  }

  @Test
  void relativesMayGetSupportOfTheirOwn() {
    Sakshistorie sak = kall("parorende", "samtykkeParorende", "ja");
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "stotte", "parorendeInformasjon", List.of("tilbud", "stotte"),
        "parorendeSyn", "Søvn", "parorendeOmPersonen", "Planen er delt"));
    sak.fullfor("stottParorende", svar("parorendeStotte", List.of("samtaler")));
    sak.avsluttet("parorendeStottet");
  }

  @Test
  void noKnownRelatives() {
    Sakshistorie sak = kall("parorende", "samtykkeParorende", null);
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen")).avsluttet("ingenParorende");
  }

  @Test
  void thePersonIsAskedAgainBeforeRelativesAreContacted() {
    Sakshistorie sak = kall("parorende", "samtykkeParorende", "nei");
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ikkeNa", "parorendeOnske", "Vil fortelle det selv")).venterBarePaa();
    sak.gaaFram(15, DAYS).venterBarePaa("sporIgjen").frist("sporIgjen", kl(2026, 3, 23, 16, 0));
    sak.fullfor("sporIgjen", svar("parorendeUtfall", "stotte", "parorendeInformasjon", List.of("tilbud")));
    sak.fullfor("stottParorende", svar("parorendeStotte", List.of("samtaler"))).avsluttet("parorendeStottet");
  }

  @Test
  void thePersonMayStillNotWantItTheSecondTime() {
    Sakshistorie sak = kall("parorende", "samtykkeParorende", "nei").fullfor("ivaretaParorende", svar("parorendeUtfall", "ikkeNa"));
    sak.gaaFram(15, DAYS).avviser("leistad", "sporIgjen", svar(), "Hva er gjort?");
    sak.fullfor("sporIgjen", svar("parorendeUtfall", "ikkeNa"));
    sak.avsluttet("parorendeIkkeKontaktet").passerteIkke("stottParorende");
  }

  // tilbakemelding

  @Test
  void thePersonAnswersFourQuestions() {
    Sakshistorie sak = kall("tilbakemelding");
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "ja", "tilbakemeldingHort", 9, "tilbakemeldingRett", 8,
        "tilbakemeldingMaate", 7, "tilbakemeldingHelhet", 10));
    sak.avsluttet("tilbakemeldingGitt");
    assertThat(sak.variabel("tilbakemeldingHelhet")).isEqualTo(10);
  }

  @Test
  void thePersonMayDecline() {
    kall("tilbakemelding").fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei")).avsluttet("tilbakemeldingAvslatt");
  }

  // lopendesak

  @Test
  void aPersonWithoutARunningCaseIsAskedNothing() {
    Sakshistorie sak = kall("lopendesak", "henvendelse", "Trenger hjelp", "saksnummer", null);
    sak.avsluttet("ingenLopendeSak").passerteIkke("avgjorLopende");
    assertThat(sak.variabel("lagtTil")).isEqualTo(false);
  }

  @Test
  void aSecondApproachIsTakenIntoTheRunningCaseByTheOneWhoHasIt() {
    String person = UUID.randomUUID().toString();
    Sakshistorie lopende = moinntak(person, "mosenter2");
    Sakshistorie ny = moinntak(person, null);
    Sakshistorie sak = kall("lopendesak", "pasientId", person, "enhet", "mosenter", "saksnummer", ny.saksnummer(),
        "henvendelse", "Har mistet boligen");
    sak.venterBarePaa("avgjorLopende").frist("avgjorLopende", kl(2026, 3, 2, 13, 0));
    sak.avviser("mosenter", "avgjorLopende", svar("lopendeValg", "leggTil"), "Hva er nytt, og hva haster?");
    sak.fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Sover ute i natt"));
    sak.venterBarePaa("taMedHenvendelse").frist("taMedHenvendelse", kl(2026, 3, 3, 16, 0));
    sak.fullforSom("mosenter2", "taMedHenvendelse", svar("tattMed", true));
    sak.avsluttet("lagtTilSaken");
    assertThat(sak.variabel("lagtTil")).isEqualTo(true);
    assertThat(lopende.lenkede("moinntak")).as("the running case shows the approach").isEqualTo(1);
  }

  @Test
  void aUnitThatNeverClosesDecidesAtNightAndOthersWhenTheyOpen() {
    String person = UUID.randomUUID().toString();
    moinntak(person, null);
    String ny = moinntak(person, null).gaaTil(kl(2026, 3, 6, 22, 0)).saksnummer();
    kall("lopendesak", "pasientId", person, "saksnummer", ny, "henvendelse", null).frist("avgjorLopende", kl(2026, 3, 7, 2, 0));
    kall("lopendesak", "pasientId", person, "saksnummer", ny, "henvendelse", null, "enhet", "mosenter")
        .frist("avgjorLopende", kl(2026, 3, 9, 12, 0));
  }

  @Test
  void aSecondApproachAboutSomethingElseBecomesAnOwnCase() {
    String person = UUID.randomUUID().toString();
    moinntak(person, null);
    Sakshistorie sak = kall("lopendesak", "pasientId", person, "enhet", "mosenter", "saksnummer",
        moinntak(person, null).saksnummer(), "henvendelse", null);
    sak.fullfor("avgjorLopende", svar("lopendeValg", "egenSak"));
    sak.avsluttet("egenSak").passerteIkke("taMedHenvendelse");
    assertThat(sak.variabel("lagtTil")).isEqualTo(false);
  }

  // lopendesak: the same person, registered twice

  @Test
  void anApproachByNameIsJoinedToTheCaseOfTheSamePersonByNumber() {
    Personmerke numret = registrert(numret(1));
    Sakshistorie lopende = moinntak(registrert(NAVNGITT).personId(), "mosenter2");
    Sakshistorie ny = moinntak(numret.personId(), null);
    ny.venterBarePaa("avgjorSammePerson").frist("avgjorSammePerson", kl(2026, 3, 2, 13, 0));
    ny.avviser("mosenter", "avgjorSammePerson", svar("sammePerson", "ja"), "Hører henvendelsen til saken som løper?");

    ny.fullfor("avgjorSammePerson", svar("sammePerson", "ja", "lopendeValg", "leggTil", "lopendeNotat", "Sover ute i natt"));

    assertThat(lopende.variabel("pasientId")).as("one person from now on").isEqualTo(numret.personId());
    ny.venterBarePaa("taMedHenvendelse").fullforSom("mosenter2", "taMedHenvendelse", svar("tattMed", true));
    ny.avsluttet("lagtTilLopende").passerteIkke("avgjorLopende");
    assertThat(lopende.lopende().lenkede("moinntak")).isEqualTo(1);
    assertThat(jdbc.sql("select bruker from person_likhet where svar = 'ja' and sak = ?").param(ny.saksnummer())
        .query(String.class).list()).as("who said so").containsExactly("mosenter");
  }

  @Test
  void aDeathReachesBothCasesOnceTheyAreKnownToBeAboutOnePerson() {
    Sakshistorie lopende = moinntak(registrert(NAVNGITT).personId(), null);
    Sakshistorie ny = moinntak(registrert(numret(2)).personId(), null);
    ny.fullfor("avgjorSammePerson", svar("sammePerson", "ja", "lopendeValg", "egenSak"));
    ny.venterIkkePaa("taMedHenvendelse").passerte("egenSak").lopende();

    ny.hendelse("dod").fullforSom("mosenter2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));

    lopende.passerteIkke("bekreftDod").avsluttet("dodMo");
  }

  @Test
  void whoeverIsSomebodyElseIsNotAskedAboutAgain() {
    Personmerke annen = registrert(NAVNGITT);
    moinntak(annen.personId(), null);
    Personmerke person = registrert(numret(3));
    Sakshistorie ny = moinntak(person.personId(), null);
    ny.fullfor("avgjorSammePerson", svar("sammePerson", "nei")).passerte("egenSak").lopende();
    assertThat(personer.merke(annen.personId())).as("still two").isEqualTo(annen);
    Sakshistorie sak = ny.gaaFram(3, DAYS);
    kall("lopendesak", "pasientId", person.personId(), "saksnummer", sak.saksnummer(), "enhet", "mosenter", "henvendelse", null)
        .avsluttet("ingenLopendeSak");
  }

  @Test
  void whoDoesNotKnowYetIsAskedAgainAnotherDay() {
    moinntak(registrert(NAVNGITT).personId(), null);
    Personmerke person = registrert(NAVNGITT);
    Sakshistorie ny = moinntak(person.personId(), null);
    ny.fullfor("avgjorSammePerson", svar("sammePerson", "vetIkke")).passerte("egenSak").lopende();
    Map<String, Object> igjen = svar("pasientId", person.personId(), "pasientmerke", "K.N. 1979", "saksnummer", ny.saksnummer(),
        "enhet", "mosenter", "henvendelse", null);
    startInnenfra("lopendesak", igjen).avsluttet("ingenLopendeSak");
    ny.gaaFram(1, DAYS);
    startInnenfra("lopendesak", igjen).venterBarePaa("avgjorSammePerson");
    startInnenfra("lopendesak", og(igjen, "haster", true)).avsluttet("ingenLopendeSak");
  }

  // overlevering

  @Test
  void theReceiverAcceptsTheHandover() {
    Sakshistorie sak = overlevering();
    sak.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.avsluttet("overleveringGodtatt").passerteIkke("avgjorAnsvar");
  }

  @Test
  void aRefusalGoesToBothLeaders() {
    Sakshistorie sak = overlevering();
    sak.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    assertThat(varslet("overleveringAvslatt")).contains("leistadleder", "bftleder");
    sak.fullforSom("bftleder", "avgjorAnsvar", svar("overleveringResultat", "godtatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Plass fra mandag"));
    sak.avsluttet("overleveringGodtatt").passerte("taImotOverlevering", "avgjorAnsvar");
  }

  @Test
  void theLeadersMayLeaveItWithTheSender() {
    Sakshistorie sak = overlevering();
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    sak.fullforSom("leistadleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Avsenderen følger opp"));
    sak.avsluttet("overleveringAvslatt");
  }

  @Test
  void aWithdrawnConsentStopsWhatIsNotHandedOverOrSent() {
    Sakshistorie innen = kall("overlevering", "tilEnhet", "bft", "gjelder", "Tiltak", "kreverSamtykke", "samtykkeBft");
    Sakshistorie ut = kall("eksternoppfolging", "mottaker", "fastlege", "gjelder", "epikrise", "kreverSamtykke", "samtykkeFastlege");
    innen.venterBarePaa("taImotOverlevering");
    motor.getRuntimeService().setVariable(innen.rot(), "samtykkeBft", "nei");
    innen.avsluttet("stansetOverlevering");
    assertThat(innen.variabel("overleveringResultat")).isEqualTo("avslatt");
    assertThat(varslet("samtykkeTrukket")).as("sender and receiver are told").contains("leistad", "bft");
    int foer = varslet("samtykkeTrukket").size();
    ut.venterBarePaa("sendEksternt");
    motor.getRuntimeService().setVariable(ut.rot(), "samtykkeFastlege", "nei");
    ut.avsluttet("stansetEksternt");
    assertThat(ut.variabel("eksterntSvar")).isEqualTo("ikkeSendt");
    assertThat(varslet("samtykkeTrukket")).as("the sender is told").hasSize(foer + 1);
  }

  // eksternoppfolging

  @Test
  void anAnswerFromOutsideIsRegisteredAndRemindedOf() {
    Sakshistorie sak = ekstern();
    sak.fullforSom("leistad2", "sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "brev"));
    sak.venterBarePaa("registrerSvar").gaaFram(8, DAYS).venterBarePaa("registrerSvar").passerte("minnPaa", "paaminnet");
    assertThat(varslet("purrEksternt")).contains("leistad");
    sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt", "eksterntInnhold", "Time 1. april"));
    sak.avsluttet("svarMottatt");
  }

  @Test
  void theReceiverOutsideMaySayNo() {
    ekstern().fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"))
        .fullfor("registrerSvar", svar("eksterntSvar", "avslatt")).avsluttet("takketNei").passerteIkke("minnPaa");
  }

  @Test
  void anAnswerMayNeverCome() {
    ekstern().fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "mote"))
        .fullfor("registrerSvar", svar("eksterntSvar", "uteble")).avsluttet("svarUteble");
  }

  @Test
  void withoutConsentNothingIsSent() {
    ekstern().fullfor("sendEksternt", svar("eksterntSvar", "ikkeSendt", "eksterntGrunn", "Ikke samtykke"))
        .avsluttet("ikkeSendt").passerteIkke("registrerSvar");
  }

  // avslutningsonske

  @Test
  void aWishToEndIsRegistered() {
    Sakshistorie sak = kall("avslutningsonske");
    sak.fullfor("registrerOnske", onske("nei", "nei"));
    sak.avsluttet("onskeRegistrert").passerteIkke("vurderFare", "meldBekymring");
  }

  @Test
  void dangerAndTheDutyToReportDoNotRestOnTheWish() {
    Sakshistorie sak = kall("avslutningsonske");
    sak.fullfor("registrerOnske", onske("ja", "ja")).venterBarePaa("vurderFare", "meldBekymring");
    sak.fullfor("meldBekymring", svar("bekymringSendt", "ja", "bekymringGrunn", "Omsorg"));
    sak.fullforSom("legevakt", "vurderFare", svar("fareVurdering", "Vurdert", "fareTiltak", "avtale"));
    sak.avsluttet("onskeRegistrert");
  }

  @Test
  void aDeathReportedDuringTheWishIsConfirmedOrCorrected() {
    Sakshistorie sak = kall("avslutningsonske");
    sak.hendelse("dod").venterBarePaa("registrerOnske", "bekreftDod");
    sak.fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Navnelikhet"));
    sak.passerte("dodRettetVedOnske").venterBarePaa("registrerOnske");
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet());
    sak.passerte("dodBekreftetVedOnske");
  }

  // dodsbekreftelse

  @Test
  void anotherWorkerConfirmsTheDeath() {
    Sakshistorie sak = kall("dodsbekreftelse", "meldtHendelseAv", "leistad");
    sak.avviser("leistad", "bekreftDod", bekreftet(), "av en annen");
    sak.fullforSom("leistad2", "bekreftDod", bekreftet()).avsluttet("dodErBekreftet");
    assertThat(sak.variabel("dodBekreftet")).isEqualTo(true);
  }

  @Test
  void legevaktMayConfirmADeathWhenTheUnitIsClosed() {
    Sakshistorie sak = kall("dodsbekreftelse", "enhet", "mosenter", "meldtHendelseAv", "legevakt");
    assertThat(jdbc.sql("SELECT enhet FROM frist WHERE prosessinstans = ? AND navn = 'bekreftDod'").param(sak.rot()).query(String.class).list())
        .as("the deadline is the unit's all the same").containsExactly("mosenter");
    sak.avviser("legevakt", "bekreftDod", bekreftet(), "av en annen");
    sak.fullforSom("legevakt2", "bekreftDod", bekreftet()).avsluttet("dodErBekreftet");
    kall("dodsbekreftelse", "enhet", "legevakt", "meldtHendelseAv", "legevakt").fullforSom("legevakt2", "bekreftDod", bekreftet())
        .avsluttet("dodErBekreftet");
  }

  @Test
  void aWrongReportIsCorrected() {
    Sakshistorie sak = kall("dodsbekreftelse", "meldtHendelseAv", "leistad");
    sak.fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Navnelikhet"));
    sak.avsluttet("dodErRettet");
    assertThat(sak.variabel("dodBekreftet")).isEqualTo(false);
  }

  @Test
  void aDeathConfirmedInAnotherCaseIsNotAskedAboutAgain() {
    kall("dodsbekreftelse", "dodBekreftetISak", "OVD-2026-00001").avsluttet("dodErBekreftet").passerteIkke("bekreftDod");
  }

  // dodsfall

  @Test
  void everyoneIsToldAndTheLeaderConsidersANotice() {
    Sakshistorie sak = kall("dodsfall", "harBarn", "nei");
    sak.venterBarePaa("avklarDodsarsak", "fortellParorende", "fortellEnheter", "vurderVarsel")
        .passerte("frigiPlasser", "meldAlleSaker", "ingenBarn");
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellParorende", svar("dodParorende", "ja", "dodTilbud", List.of("samtale", "oppfolging")));
    sak.fullfor("fortellEnheter", svar("dodEnheter", List.of("fastlege"), "dodAvtaler", true));
    sak.fullforSom("leistadleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Påregnelig", "dodGjennomgang", "ja"));
    sak.avsluttet("dodsfallFulgtOpp");
  }

  @Test
  void theDeathIsFollowedUpInOneCaseOnly() {
    kall("dodsfall", "dodBekreftetISak", "OVD-2026-00001").avsluttet("fulgtAnnenSak").passerte("frigiPlasser")
        .passerteIkke("meldAlleSaker", "fortellParorende");
  }

  @Test
  void aConfirmedDeathMayStillBeCorrected() {
    Sakshistorie sak = kall("dodsfall", "harBarn", "nei");
    sak.hendelse("dodRettet").venterBarePaa("rettDodsmelding");
    sak.fullforSom("leistadleder", "rettDodsmelding",
        svar("dodRettFortalt", true, "dodRettPersonen", true, "dodRettGrunn", "Navnelikhet"));
    sak.avsluttet("dodsmeldingRettet");
    assertThat(sak.variabel("dodRettet")).isEqualTo(true);
  }

  @Test
  void childrenWithARunningCaseAreFollowedThereAndNotAskedAboutAgain() {
    String person = UUID.randomUUID().toString();
    startInnenfra("barn", svar("pasientId", person, "pasientmerke", "K.N. 1985", "enhet", "ephor", "barnTrygge", "ja", "barnSituasjon", null));
    kall("dodsfall", "pasientId", person, "saksnummer", moinntak(person, null).saksnummer(), "harBarn", "ukjent")
        .passerte("barnesakFinnes").venterBarePaa("avklarDodsarsak", "fortellParorende", "fortellEnheter", "vurderVarsel");
  }

  // etterlattvurdering

  @Test
  void theBereavedAreFollowedUpAtOnceWhenItMayBeSuicideOrOverdose() {
    for (String arsak : List.of("selvmord", "overdose")) {
      String person = UUID.randomUUID().toString();
      Sakshistorie moinntak = moinntak(person, null);
      Sakshistorie sak = kall("etterlattvurdering", "pasientId", person, "saksnummer", moinntak.saksnummer());
      sak.frist("avklarDodsarsak", kl(2026, 3, 2, 13, 0));
      sak.avviser("legevakt", "avklarDodsarsak", svar("mistanke", arsak), "Dødsdato");
      sak.fullforSom("legevakt", "avklarDodsarsak", svar("mistanke", arsak, "dodsdato", "2026-03-01", "dodsbudskapGitt", "ja",
          "dodsbudskapAv", "politi"));
      sak.avsluttet("etterlatteFolgesOpp");
      Sakshistorie etterlatte = moinntak.lenket("etterlatte");
      assertThat(List.of("dodsarsak", "dodsdato", "dodsbudskapGitt", "dodsbudskapAv")).map(etterlatte::variabel)
          .containsExactly(arsak, "2026-03-01", "ja", "politi");
    }
  }

  @Test
  void theBereavedByAnotherCauseOrWhoAreFollowedAlreadyGetNoCase() {
    for (String svaret : List.of("nei", "fulgtOpp")) {
      kall("etterlattvurdering").fullforSom("leistad", "avklarDodsarsak", svar("mistanke", svaret)).avsluttet("ingenEtterlattesak")
          .passerteIkke("startEtterlattesak");
    }
  }

  // kommuneoverforing

  @Test
  void theNewMunicipalityTakesOver() {
    Sakshistorie sak = flytter("ja");
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt")).avsluttet("overfort").passerteIkke("avgjorKommune");
  }

  @Test
  void theLeaderSettlesItWhenTheNewMunicipalitySaysNo() {
    Sakshistorie sak = flytter("ja");
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    sak.fullfor("registrerSvar", svar("eksterntSvar", "avslatt"));
    sak.fullforSom("leistadleder", "avgjorKommune", svar("kommuneAvgjorelse", "De overtar 1. april", "kommuneAnsvar", true));
    sak.avsluttet("overfort");
  }

  @Test
  void withoutConsentThePersonCarriesTheInformation() {
    flytter("nei").avsluttet("overfortUten").passerteIkke("sendTilKommune");
  }

  @Test
  void aDeathDuringTheMove() {
    Sakshistorie sak = kall("kommuneoverforing");
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Feil"));
    sak.passerte("dodRettetVedFlytting").hendelse("dod").fullforSom("leistad2", "bekreftDod", bekreftet());
    sak.passerte("dodBekreftetVedFlytting");
  }

  // feilregistrering, pause, samtykke, klage

  @Test
  void theLeaderGivesTheReasonForAnError() {
    kall("feilregistrering").fullforSom("leistadleder", "begrunnFeil",
        svar("feilGrunn", "dobbelt", "feilBegrunnelse", "To saker om det samme")).avsluttet("erFeilregistrert");
  }

  @Test
  void aPauseEndsOnTheAgreedDate() {
    Sakshistorie sak = kall("pause", "pauseArsak", "innlagt");
    sak.fullfor("planleggPause", svar("pauseAnsvarlig", "leistad2", "pauseTil", "2026-03-20")).venterBarePaa();
    sak.gaaTil(kl(2026, 3, 20, 9, 0)).fullforSom("leistad2", "sjekkPause", svar("pauseStatus", "forleng", "pauseTil", "2026-03-30"));
    sak.venterBarePaa().gaaTil(kl(2026, 3, 30, 9, 0)).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta"));
    sak.avsluttet("sakenGjenopptatt").passerte("stansFrister", "sjekkPause", "sjekkPause", "startFrister");
  }

  @Test
  void aPauseEndsWhenThePersonIsBack() {
    Sakshistorie sak = kall("pause", "pauseArsak", "fengsel");
    sak.fullfor("planleggPause", svar("pauseAnsvarlig", "leistad2", "pauseTil", "2026-09-01"));
    sak.hendelse("tilbake").avsluttet("sakenGjenopptatt").passerteIkke("sjekkPause");
  }

  @Test
  void consentIsGivenAndWithdrawnPerReceiver() {
    Sakshistorie sak = kall("samtykke", "samtykkeNav", "ja");
    sak.fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "ja", "samtykkeNav", "nei", "samtykkeSkole",
        "ikkeSpurt", "samtykkeParorende", "nei", "samtykkeBft", "ja", "samtykkeHvk", "ja", "samtykkeAndre", "ikkeSpurt"));
    sak.avsluttet("samtykkeRegistrert");
    assertThat(sak.variabel("samtykkeNav")).isEqualTo("nei");
  }

  @Test
  void theLeaderAnswersAComplaint() {
    kall("klage").fullforSom("leistadleder", "svarPaaKlage", klage("nei")).avsluttet("klageBesvart");
  }

  @Test
  void aComplaintMayGoOn() {
    kall("klage").fullfor("svarPaaKlage", klage("ja"))
        .fullforSom("leistadleder", "sendKlage", svar("klageSendt", true, "klageInformert", true)).avsluttet("klageSendt");
  }

  // varselmaler, apningstider

  @Test
  void theOnCallUnitIsToldWhenTheUnitIsClosed() {
    for (String enhet : List.of("leistad", "legevakt", "barnevernvakt", "hvk")) {
      kall("avklarbarn", "harBarn", "ukjent", "enhet", enhet).gaaFram(20, HOURS);
    }
    assertThat(varslet("fristBrudd")).contains("leistadleder", "legevaktleder", "barnevernvaktleder", "hvkleder", "barnevernvakt");
  }

  @Test
  void everyTemplateMakesANoticeWithTheCaseNumber() {
    String tabell = motor.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKey("varselmaler")
        .latestVersion().singleResult().getId();
    for (Rule regel : motor.getRepositoryService().getDmnModelInstance(tabell).getModelElementsByType(Rule.class)) {
      String mal = regel.getInputEntries().iterator().next().getTextContent().strip().replace("\"", "");
      varsel.legg(mal, "leistad", new Varselinnhold("UTS-2026-00099", "Utskriving", "Ta imot", "i dag", null));
      assertThat(varslet(mal)).contains("leistad");
    }
  }

  @Test
  void everyFigureIsFoundByItsPathwayAndNumber() {
    String tabell = motor.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKey("maltall")
        .latestVersion().singleResult().getId();
    for (Rule regel : motor.getRepositoryService().getDmnModelInstance(tabell).getModelElementsByType(Rule.class)) {
      List<String> inn = regel.getInputEntries().stream().map(en -> en.getTextContent().strip().replace("\"", "")).toList();
      assertThat(tabeller.slaaOppNyeste("maltall", Map.of("forlop", inn.get(0), "nr", Integer.valueOf(inn.get(1)))))
          .get().extracting(rad -> rad.regel()).isEqualTo(regel.getId());
    }
  }

  private Sakshistorie kall(String prosess, Object... navnOgVerdi) {
    return startInnenfra(prosess, og(svar("pasientId", UUID.randomUUID().toString(), "pasientmerke", "K.N. 1985", "pasientAlder", 41,
        "pasientKjonn", "kvinne", "enhet", "leistad", "meldtAv", "leistad", "koordinator", null), navnOgVerdi));
  }

  private Personmerke registrert(Personopplysninger opplysninger) {
    return personer.registrer(Slag.KJENT, opplysninger);
  }

  private static Personopplysninger numret(int nr) {
    return new Personopplysninger().med(Egenskap.NAVN, "Nordfjell, Kari Anne")
        .med(Egenskap.NUMMER, Testnummer.fodselsnummer(LocalDate.of(1979, 4, 2), nr));
  }

  private Sakshistorie moinntak(String person, String koordinator) {
    return startInnenfra("moinntak", svar("pasientId", person, "pasientmerke", "K.N. 1985", "lenket", true, "harBarn", "nei",
        "tolk", false, "koordinator", koordinator));
  }

  private Sakshistorie overlevering() {
    return kall("overlevering", "tilEnhet", "bft", "gjelder", "Tiltak for barnet");
  }

  private Sakshistorie ekstern() {
    return kall("eksternoppfolging", "mottaker", "fastlege", "gjelder", "epikrise", "koordinator", "leistad2");
  }

  private Sakshistorie flytter(String samtykke) {
    Map<String, Object> svar = og(svar("mottakendeKommune", "Stjørdal", "overforingSamtykke", samtykke),
        samtykke.equals("ja") ? "overforingInnhold" : "overforingEgen", "Det viktigste");
    return kall("kommuneoverforing").fullfor("avtalOverforing", svar);
  }

  private static Map<String, Object> kontakt(String resultat) {
    return svar("kontaktResultat", resultat);
  }

  private static Map<String, Object> onske(String fare, String melding) {
    return svar("avslutningOrd", "Vil klare meg selv", "avslutningBeskjed", "ja", "avslutningFare", fare, "avslutningMelding", melding);
  }

  private static Map<String, Object> bekreftet() {
    return svar("dodsmelding", "bekreftet", "dodKilde", "lege", "dodDato", "2026-03-02");
  }

  private static Map<String, Object> klage(String videre) {
    return svar("klageGjelder", "Ventetid", "klageSvar", "Vi beklager", "klageUtfall", "medhold", "klageVidere", videre);
  }

  /** The groups that have had notices of this template. */
  private List<String> varslet(String mal) {
    return jdbc.sql("SELECT gruppe FROM varsel WHERE mal = ?").param(mal).query(String.class).list();
  }
}
