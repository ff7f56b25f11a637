package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.forlop.person.IdentitetsSok;
import no.forlop.person.PersonForOppgave;
import no.forlop.person.Personregister;
import no.forlop.person.Testnummer;
import no.forlop.sak.Sak;
import no.forlop.sak.Saksopplysning;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of the bereaved: one per end of the event and of each bereaved's own case, and what time and choice decide. */
class EtterlatteTest extends ForlopTest {

  private static final String PERSON = "etterlatte-person";

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private Sak saker;

  @Autowired
  private DataSource base;

  @Autowired
  private ProcessEngine motor;

  @Autowired
  private Personregister person;

  // The answers of the stories

  private static Map<String, Object> etterlatt(String navn, String aldersgruppe) {
    return svar("navn", navn, "telefon", "90000001", "relasjon", "familie", "aldersgruppe", aldersgruppe);
  }

  private static Map<String, Object> melding(Map<?, ?>... etterlatte) {
    return svar("meldtFra", "politi", "melderNavn", "Operasjonsleder", "dodsdato", "2026-03-01", "dodsarsak", "selvmord",
        "dodsbudskapGitt", "ja", "dodsbudskapAv", "politi", "dodsbudskapNaar", "i natt", "etterlatte", List.of(etterlatte));
  }

  private static Map<String, Object> budskap() {
    return svar("dodsdato", "2026-03-01", "dodsarsak", "overdose", "dodsbudskapGitt", "ja", "dodsbudskapAv", "prest",
        "dodsbudskapNaar", "i dag kl. 12");
  }

  private static Map<String, Object> kontakt(String svaret, Object... endret) {
    Map<String, Object> kontakt = svar("kontaktMaate", "besok", "kontaktSvar", svaret, "aldersgruppe", "voksen");
    return og(svaret.equals("ikkeSvar") ? kontakt : og(kontakt, "ikkeAlene", "ja"), endret);
  }

  private static Map<String, Object> forste(Object... endret) {
    return og(svar("hvaErViktig", "At noen ringer", "praktiskHjelp", "nei", "sovn", "store", "arbeidSkole", "permisjon",
        "egneTanker", "nei", "skriftligInfo", "gitt"), endret);
  }

  private static Map<String, Object> avtale(String videreAnsvar, Object... endret) {
    Map<String, Object> avtale = svar("egneMal", "Sove om natta", "enig", "ja", "videreAnsvar", videreAnsvar,
        "henvisning", "nei", "gruppe", "nei", "samtykkeFastlege", "ja", "samtykkeSpesialist", "ikkeSpurt", "samtykkeSkole", "ikkeSpurt");
    return og(videreAnsvar.equals("lengre") ? og(avtale, "onsketRytme", "vanlig") : avtale, endret);
  }

  private static Map<String, Object> samtale(String videre, Object... endret) {
    return og(svar("samtaleUtfall", "snakket", "samtaleNotat", "Litt lettere", "egneTanker", "nei", "praktiskHjelp", "nei",
        "henvisning", "nei", "gruppe", "nei", "samtaleVidere", videre), endret);
  }

  private static Map<String, Object> ledd(String navn, int antall, int verdi, Object... mer) {
    Map<String, Object> ledd = new HashMap<>(svar(navn + "Svart", "ja"));
    for (int i = 1; i <= antall; i++) {
      ledd.put("%s%02d".formatted(navn, i), verdi);
    }
    return og(ledd, mer);
  }

  private static Map<String, Object> nytt(String svaret) {
    return svar("kontaktSvar", svaret, "skriftligInfo", "gitt");
  }

  private static Map<String, Object> takketNeiTilSporsmal() {
    return svar("tilbakemeldingSvart", "nei");
  }

  private static Map<String, Object> kontaktperson(String enhet) {
    return svar("koordinator", enhet, "stedfortreder", enhet + "2", "kontaktpersonVarslet", true);
  }

  // The beginnings of the stories

  private Sakshistorie meldt() {
    return utenBarn(start("etterlatte", "barnevernvakt", melding(etterlatt("Kari Nordmann", "voksen"))));
  }

  /** Children are asked about at once, whatever the bereaved answers; here there are none. */
  private static Sakshistorie utenBarn(Sakshistorie sak) {
    return sak.fullforForste("avklarBarn", svar("harBarn", "nei"));
  }

  /** To the agreement after the first talk. */
  private Sakshistorie snakket(Sakshistorie sak, Object... endret) {
    return sak.fullfor("taKontakt", kontakt("samtale")).fullfor("forsteSamtale", forste(endret));
  }

  /** EPHOR has taken over and named a contact person. */
  private Sakshistorie overtatt(Sakshistorie sak, Object... endret) {
    return snakket(sak).fullfor("avtalOppfolging", avtale("lengre", endret))
        .fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"))
        .fullfor("velgKontaktperson", kontaktperson("ephor"));
  }

  private void ferdig(Sakshistorie sak, String utfall) {
    Saksopplysning person = saker.finn(sak.lenket(PERSON).saksnummer()).orElseThrow();
    assertThat(person.utfall()).as("Outcome of the bereaved").isEqualTo(utfall);
    assertThat(person.avsluttet()).isNotNull();
    sak.avsluttet("alleEtterlatte");
  }

  private List<String> milepaeler(String saksnummer) {
    return jdbc.sql("SELECT * FROM frist WHERE saksnummer = ? AND navn = 'kontakt'").param(saksnummer).query()
        .listOfRows().stream().map(rad -> rad.get("NAADD") + "/" + rad.get("BRUTT")).toList();
  }

  /** Which groups got a notice of this kind about the case, without repetition. */
  private List<String> varslet(String saksnummer, String mal) {
    return jdbc.sql("SELECT DISTINCT gruppe FROM varsel WHERE saksnummer = ? AND mal = ? ORDER BY gruppe")
        .params(saksnummer, mal).query(String.class).list();
  }

  // The event

  @Test
  void theEventHoldsNoPersonAndEachBereavedHasAnOwnCase() {
    String nummer = Testnummer.fodselsnummer(LocalDate.of(1985, 5, 17), 3);
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(etterlatt("Ola Nordmann", "voksen"),
        og(etterlatt("Solrun Vikahaug", "voksen"), "nummer", nummer, "telefon", "97814523", "adresse", "Bispehaugen 7")));
    assertThat(sak.saksnummer()).startsWith("ETT-2026-");
    assertThat(sak.variabel("pasientId")).isNull();
    assertThat(sak.variabel("pasientmerke")).isEqualTo("Hendelse");
    assertThat(sak.lenkede(PERSON)).isEqualTo(2);
    assertThat(sak.lenket(PERSON).saksnummer()).startsWith("ETP-2026-");
    assertThat(sak.lenket(PERSON).variabel("pasientmerke")).isEqualTo("S.V. 1985");
    sak.venterBarePaa("avklarBarn", "avklarBarn", "taKontakt", "taKontakt");
    utenBarn(utenBarn(sak)).fullforForste("taKontakt", kontakt("aldri")).lopende();
    sak.venterBarePaa("taKontakt").fullfor("taKontakt", kontakt("samtale"));
    sak.fullfor("forsteSamtale", forste()).fullfor("avtalOppfolging", avtale("avslutt"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal()).avsluttet("alleEtterlatte");
    IdentitetsSok.etter("Solrun Vikahaug", "97814523", "Bispehaugen", "Operasjonsleder", nummer).finnesIkkeI(base);
  }

  @Test
  void nobodyIsContactedBeforeTheDeathMessageIsGiven() {
    Map<String, Object> uten = og(melding(etterlatt("Kari Nordmann", "voksen")), "dodsbudskapGitt", "nei");
    uten.keySet().removeAll(List.of("dodsbudskapAv", "dodsbudskapNaar"));
    Sakshistorie sak = start("etterlatte", "barnevernvakt", uten);
    sak.venterBarePaa("avklarBudskap").fristOm("avklarBudskap", Duration.ofHours(12));
    sak.gaaFram(3, HOURS).fullfor("avklarBudskap", budskap());
    utenBarn(sak).venterBarePaa("taKontakt").fristOm("taKontakt", Duration.ofHours(24));
    sak.fullfor("taKontakt", kontakt("aldri"));
    ferdig(sak, "onsketIkke");
    sak.passerte("avklarBudskap", "folgOppEtterlatt").passerteIkke("finnEtterlatte", "nyttTilbud");
  }

  @Test
  void anEventFromAnotherCaseAsksForWhatIsMissingAndTheBereavedAreSearchedFor() {
    folgTil(startInnenfra("etterlatte", svar("dodsbudskapGitt", "ja", "dodsarsak", "overdose")));
    Sakshistorie sak = startInnenfra("etterlatte", svar("dodsbudskapGitt", "ja", "dodsdato", "2026-03-01"));
    sak.fullfor("avklarBudskap", budskap()).venterBarePaa("finnEtterlatte").fristOm("finnEtterlatte", Duration.ofHours(12));
    sak.fullfor("finnEtterlatte", svar("letResultat", "ingen", "letNotat", "Politi og fastlege"));
    sak.frist("bekreftIngen", kl(2026, 3, 4, 16, 0));
    sak.fullforSom("barnevernvaktleder", "bekreftIngen", svar("letVidere", "letMer", "letBegrunnelse", "Spør arbeidsplassen"));
    sak.fullfor("finnEtterlatte", svar("letResultat", "funnet", "etterlatte", List.of(etterlatt("Kari Nordmann", "voksen"))));
    utenBarn(sak).venterBarePaa("taKontakt").passerteIkke("ingenEtterlatte");
    sak.fullfor("taKontakt", kontakt("samtale")).fullfor("forsteSamtale", forste());
    sak.fullfor("avtalOppfolging", avtale("avslutt", "gruppe", "ja"));
    sak.avviser("barnevernvakt", "formidleGruppe", svar("gruppeLeve", true, "gruppeSvar", "paameldt"), "LEVE");
    sak.fullfor("formidleGruppe", svar("gruppeKirken", true, "gruppeSvar", "paameldt"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "fullfort");
  }

  private void folgTil(Sakshistorie sak) {
    sak.fullfor("avklarBudskap", budskap());
    sak.fullfor("finnEtterlatte", svar("letResultat", "funnet", "etterlatte", List.of())).venterBarePaa("finnEtterlatte");
    sak.fullfor("finnEtterlatte", svar("letResultat", "ingen", "letNotat", "Politi og fastlege"));
    sak.fullfor("bekreftIngen", svar("letVidere", "avslutt", "letBegrunnelse", "Ingen kjente"));
    sak.avsluttet("ingenEtterlatte").passerteIkke("folgOppEtterlatt");
  }

  @Test
  void aBereavedMayBeAddedLaterAndTheEventWaitsForAll() {
    Sakshistorie sak = meldt();
    sak.gaaFram(5, DAYS);
    sak.hendelse("nyEtterlatt").fristOm("registrerNyEtterlatt", Duration.ofHours(12));
    sak.fullfor("registrerNyEtterlatt", svar("nyeEtterlatte", List.of(etterlatt("Ola Nordmann", "voksen"))));
    utenBarn(sak).venterBarePaa("taKontakt", "taKontakt");
    assertThat(sak.lenkede(PERSON)).isEqualTo(2);
    sak.fullforForste("taKontakt", kontakt("aldri")).lopende();
    sak.fristOm("taKontakt", Duration.ofHours(24)).fullfor("taKontakt", kontakt("aldri"));
    ferdig(sak, "onsketIkke");
    sak.passerte("nyEtterlatt", "folgOppNyEtterlatt", "nyEtterlattFulgt");
  }

  @Test
  void anEventRegisteredByMistakeEnds() {
    Sakshistorie sak = meldt();
    sak.hendelse("feilregistrert", "Hendelse").venterBarePaa("begrunnFeil");
    sak.fullfor("begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Meldt to ganger"));
    sak.avsluttet("feilregistrertEtt").passerteIkke("alleEtterlatte");
  }

  @Test
  void aComplaintAboutTheEventNeverSlowsHelp() {
    Sakshistorie sak = meldt();
    sak.hendelse("klage", "Hendelse").venterBarePaa("taKontakt", "svarPaaKlage");
    sak.fullfor("svarPaaKlage", klagesvar()).venterBarePaa("taKontakt").passerte("klageBehandletEtt").lopende();
  }

  private static Map<String, Object> klagesvar() {
    return svar("klageGjelder", "Ventetid", "klageSvar", "Vi beklager", "klageUtfall", "medhold", "klageVidere", "nei");
  }

  // A bereaved: the whole year

  @Test
  void followedThroughTheFirstYearWithEveryMeasureBesideTheContacts() {
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(etterlatt("Kari Nordmann", "voksen")));
    String nummer = sak.lenket(PERSON).saksnummer();
    sak.frist("taKontakt", kl(2026, 3, 3, 9, 0));
    sak.fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja", "barnSituasjon", "Besteforeldrene"));
    assertThat(sak.lenket(PERSON).lenkede("barn")).isEqualTo(1);
    sak.fullfor("taKontakt", kontakt("samtale", "sprak", "Polsk", "tolk", true));
    assertThat(milepaeler(nummer)).singleElement().asString().doesNotStartWith("null").endsWith("/null");
    sak.venterBarePaa("bestillTolkEtt").fullfor("bestillTolkEtt", svar("tolkBestilt", "oppmote"));
    sak.fristOm("forsteSamtale", Duration.ofDays(3));
    sak.fullfor("forsteSamtale", forste("egneTanker", "ja", "egneTankerNotat", "Vil ikke være alene om natta", "praktiskHjelp", "ja", "praktiskHva", "Gravferd"));
    sak.venterBarePaa("avtalOppfolging");
    Sakshistorie krise = sak.lenket(PERSON).lenket("selvmordsatferd").lopende();
    assertThat((String) krise.variabel("henvendelse")).as("what the talk told").contains("Vil ikke være alene om natta");
    sak.frist("avtalOppfolging", kl(2026, 3, 9, 16, 0));
    sak.fullfor("avtalOppfolging", avtale("lengre", "henvisning", "ja", "henvisningMottaker", "fastlege", "gruppe", "ja",
        "samtykkeSkole", "ja"));
    sak.venterBarePaa("ordnePraktisk", "sendEksternt", "formidleGruppe", "sendEksternt",
        "taImotOverlevering");
    sak.frist("taImotOverlevering", kl(2026, 3, 4, 16, 0));
    sak.fullfor("ordnePraktisk", svar("praktiskTiltak", List.of("gravferd", "nav")));
    sak.fullfor("formidleGruppe", svar("gruppeLeve", true, "gruppeSvar", "paameldt"));
    sak.fullforForste("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "brev"));
    sak.fullforForste("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"));
    sak.fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    sak.frist("velgKontaktperson", kl(2026, 3, 4, 16, 0)).fullfor("velgKontaktperson", kontaktperson("ephor"));
    sak.venterBarePaa("registrerSvar", "registrerSvar");

    sak.gaaTil(kl(2026, 3, 9, 8, 1)).fullfor("holdSamtale", samtale("fortsett", "henvisning", "ja", "henvisningMottaker", "DPS"));
    sak.venterBarePaa("registrerSvar", "registrerSvar", "sendEksternt");
    sak.gaaTil(kl(2026, 3, 23, 8, 1)).venterPaa("holdSamtale", "sendEksternt").fullfor("holdSamtale", samtale("fortsett"));
    sak.fullfor("sendEksternt", svar("eksterntSvar", "ikkeSendt", "eksterntGrunn", "Angret"));
    sak.fullforForste("registrerSvar", svar("eksterntSvar", "mottatt"));
    sak.fullforForste("registrerSvar", svar("eksterntSvar", "mottatt")).venterBarePaa();
    sak.gaaTil(kl(2026, 6, 2, 8, 1)).fullfor("holdSamtale", samtale("fortsett", "gruppe", "ja", "egneTanker", "ja", "egneTankerNotat", "Tyngre nå"));
    sak.venterBarePaa("formidleGruppe");
    assertThat(sak.lenket(PERSON).lenkede("selvmordsatferd")).isEqualTo(2);
    assertThat((String) sak.lenket(PERSON).lenket("selvmordsatferd").variabel("henvendelse")).contains("Tyngre nå");
    sak.fullfor("formidleGruppe", svar("gruppeAnnen", "Unge sørgende", "gruppeSvar", "selv")).venterBarePaa();

    sak.gaaTil(kl(2026, 8, 31, 12, 0)).venterBarePaa();
    sak.gaaTil(kl(2026, 9, 1, 8, 1)).fullfor("holdSamtale", samtale("fortsett")).venterBarePaa("tilbyKartlegging");
    sak.fullfor("tilbyKartlegging", svar("kartleggingSvar", "ja")).fullfor("svarIesr", ledd("iesr", 22, 2));
    sak.fullfor("svarPg13r", ledd("pg13r", 10, 2, "pg13rFungering", "ja"));
    sak.fullfor("gjennomgaaSvar", svar("henvisning", "ja", "henvisningMottaker", "DPS"));
    sak.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt")).venterBarePaa();

    sak.gaaTil(kl(2027, 2, 14, 8, 1)).frist("holdSamtale", kl(2027, 2, 17, 16, 0)).fullfor("holdSamtale", samtale("fortsett"));
    sak.fullfor("tilbyKartlegging", svar("kartleggingSvar", "nei"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "fullfort");
    sak.passerte("taKontakt", "forsteSamtale", "avtalOppfolging", "overlever", "velgKontaktperson", "holdSamtale",
        "svarIesr", "svarPg13r", "henvisKartlagt", "tilbakemeldingEtp").passerteIkke("nyttTilbud", "nyeForsokFor");
  }

  @Test
  void lowOrMissingAnswersRefuseNobody() {
    Sakshistorie sak = overtatt(meldt(), "onsketRytme", "faerre");
    sak.gaaTil(kl(2026, 3, 9, 12, 0)).venterBarePaa();
    sak.gaaTil(kl(2026, 3, 23, 8, 1)).fullfor("holdSamtale", samtale("fortsett")).venterBarePaa();
    sak.gaaTil(kl(2026, 9, 1, 8, 1)).fullfor("holdSamtale", samtale("fortsett"));
    sak.fullfor("tilbyKartlegging", svar("kartleggingSvar", "ja")).fullfor("svarIesr", ledd("iesr", 22, 1));
    sak.avviser("ephor", "svarPg13r", ledd("pg13r", 10, 6, "pg13rFungering", "nei"), "Tallet er for stort");
    sak.fullfor("svarPg13r", ledd("pg13r", 10, 3, "pg13rFungering", "ja"));
    sak.passerte("summerIesr", "vurderIesr", "summerPg13r", "vurderPg13r", "anbefalHenvisning");
    sak.fullfor("gjennomgaaSvar", svar("henvisning", "nei")).passerte("kartleggingFerdig").venterBarePaa();
    sak.gaaTil(kl(2027, 2, 14, 8, 1)).fullfor("holdSamtale", samtale("henvist"));
    sak.fullfor("tilbyKartlegging", svar("kartleggingSvar", "ja")).fullfor("svarIesr", svar("iesrSvart", "nei"));
    sak.fullfor("svarPg13r", svar("pg13rSvart", "nei"));
    sak.fullfor("gjennomgaaSvar", svar("henvisning", "ja", "henvisningMottaker", "fastlege")).venterBarePaa("sendEksternt");
    sak.fullfor("sendEksternt", svar("eksterntSvar", "ikkeSendt", "eksterntGrunn", "Tar kontakt selv"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "henvist");
  }

  @Test
  void aBereavedUnder18IsFollowedByTheFamilyServiceAndGetsAChildCase() {
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(etterlatt("Lise Nordmann", "ungdom")));
    sak.fullfor("taKontakt", kontakt("samtale", "aldersgruppe", "ungdom")).fullfor("forsteSamtale", forste()).venterBarePaa("avtalOppfolging");
    sak.fullfor("avtalOppfolging", avtale("lengre", "onsketRytme", "faerre", "samtykkeSkole", "nei"));
    assertThat(sak.lenket(PERSON).lenkede("barn")).isEqualTo(1);
    sak.gaaFram(3, DAYS);
    assertThat(varslet(sak.lenket(PERSON).saksnummer(), "fristBrudd")).containsExactly("bftleder", "ledelse");
    sak.fullforSom("bft", "taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Full"));
    sak.fullforSom("bftleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Barnevernvakta beholder"));
    sak.fullforSom("barnevernvakt", "velgKontaktperson", kontaktperson("barnevernvakt"));
    sak.gaaTil(kl(2026, 3, 23, 8, 1)).fullfor("holdSamtale", samtale("fortsett"));
    sak.gaaTil(kl(2026, 9, 1, 8, 1)).fullfor("holdSamtale", samtale("onskerIkke")).venterIkkePaa("tilbyKartlegging");
    ferdig(sak, "onsketIkke");
    sak.passerte("overlever", "settEnhet", "velgKontaktperson").passerteIkke("tilbakemeldingEtp");
  }

  @Test
  void aBereavedChildShowsAnAdultToPhone() {
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(og(etterlatt("Torbjørg Lyngås", "barn"), "voksenNavn",
        "Ragndid Lyngås", "voksenTelefon", "97001235"), etterlatt("Ola Nordmann", "voksen")));
    List<PersonForOppgave> vist = sak.oppgaver("taKontakt").stream().map(this::fanenPerson).toList();
    assertThat(vist).hasSize(2).anySatisfy(barnet -> assertThat(barnet.parorende()).singleElement().satisfies(voksen -> {
      assertThat(voksen.navn()).isEqualTo("Ragndid Lyngås");
      assertThat(voksen.telefon()).isEqualTo("97001235");
      assertThat(voksen.relasjon()).isEqualTo("foresatt");
    })).anySatisfy(voksen -> assertThat(voksen.parorende()).isEmpty());
    IdentitetsSok.etter("Torbjørg Lyngås", "Ragndid Lyngås", "97001235").finnesIkkeI(base);
  }

  private PersonForOppgave fanenPerson(String oppgave) {
    motor.getIdentityService().setAuthentication("barnevernvakt", List.of("barnevernvakt"));
    try {
      return person.personForOppgave(oppgave);
    } finally {
      motor.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void aSecondNoticeOfTheSameDeathDoesNotContactTheBereavedTwice() {
    Map<String, Object> kari = og(etterlatt("Kari Nordmann", "ungdom"), "nummer", Testnummer.fodselsnummer(LocalDate.of(2009, 5, 17), 41));
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(kari)).venterBarePaa("taKontakt");
    Sakshistorie igjen = start("etterlatte", "barnevernvakt", melding(kari)).venterBarePaa("avgjorLopende");
    igjen.fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Meldt av sykehuset også"));
    igjen.fullfor("taMedHenvendelse", svar("tattMed", true));
    ferdig(igjen, "lagtTilLopende");
    // Another death: an own case, and the child case that runs is enough.
    Sakshistorie annet = start("etterlatte", "barnevernvakt", melding(kari)).fullfor("avgjorLopende", svar("lopendeValg", "egenSak"));
    annet.venterBarePaa("taKontakt").passerte("harBarnesak").passerteIkke("startBarnesakSelv");
    sak.venterBarePaa("taKontakt").passerte("startBarnesakSelv");
  }

  @Test
  void anotherServiceHasTakenOverAlreadyAtTheFirstTalk() {
    Sakshistorie sak = snakket(meldt()).fullfor("avtalOppfolging", avtale("henvist"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "henvist");
    sak.passerte("vaktaAvslutter", "henvist").passerteIkke("overlever", "samtaler");
  }

  // A bereaved: declined, never, no contact

  @Test
  void theOfferIsRepeatedAfterOneAndFourWeeks() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("nei"));
    sak.venterBarePaa();
    sak.gaaTil(kl(2026, 3, 9, 7, 59)).venterBarePaa();
    sak.gaaTil(kl(2026, 3, 9, 8, 1)).frist("giNyttTilbud", kl(2026, 3, 12, 16, 0)).fullfor("giNyttTilbud", nytt("nei"));
    sak.venterBarePaa();
    sak.gaaTil(kl(2026, 3, 30, 8, 1)).fullfor("giNyttTilbud", nytt("nei"));
    ferdig(sak, "onsketIkke");
    sak.passerte("velgTilbudstider", "giNyttTilbud", "takketNeiFor").passerteIkke("forsteSamtale");
  }

  @Test
  void aLaterYesLeadsToTheFirstTalk() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("nei"));
    sak.gaaTil(kl(2026, 3, 9, 8, 1)).fullfor("giNyttTilbud", nytt("samtale")).venterPaa("forsteSamtale");
    sak.fullfor("forsteSamtale", forste()).fullfor("avtalOppfolging", avtale("avslutt"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "fullfort");
    sak.passerte("giNyttTilbud", "forsteSamtale");
  }

  @Test
  void neverIsRespected() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("aldri"));
    ferdig(sak, "onsketIkke");
    sak.passerte("ivaretaBarn", "aldriKontaktFor", "onsketIkke").passerteIkke("nyttTilbud", "nyeForsokFor");
  }

  @Test
  void withoutContactTheAttemptsGoOnUntilTheLeaderEndsThem() {
    Sakshistorie sak = start("etterlatte", "barnevernvakt", melding(etterlatt("Kari Nordmann", "voksen")));
    String nummer = sak.lenket(PERSON).saksnummer();
    sak.fullfor("taKontakt", kontakt("ikkeSvar")).venterBarePaa("avklarBarn");
    sak.gaaFram(2, DAYS);
    assertThat(milepaeler(nummer)).singleElement().asString().startsWith("null/").isNotEqualTo("null/null");
    assertThat(varslet(nummer, "fristVarsel")).containsExactly("barnevernvaktleder");
    assertThat(varslet(nummer, "fristBrudd")).contains("barnevernvaktleder");
    for (int dag : new int[] {4, 9, 16}) {
      sak.gaaTil(kl(2026, 3, dag, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.fullforSom("barnevernvaktleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Tre forsøk",
        "kontaktBeskjed", "ja"));
    sak.fullfor("avklarBarn", svar("harBarn", "umulig", "barnUavklart", "Ingen kontakt"));
    ferdig(sak, "ikkeKontakt");
    sak.passerte("nyeForsokFor", "ikkeOppnaaddFor", "ikkeKontakt").passerteIkke("forsteSamtale");
  }

  @Test
  void aLaterAttemptReachesTheBereaved() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeSvar"));
    sak.gaaTil(kl(2026, 3, 4, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "oppnaadd")).venterBarePaa("forsteSamtale");
    sak.fullfor("forsteSamtale", forste()).fullfor("avtalOppfolging", avtale("lengre"));
    sak.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt")).fullfor("velgKontaktperson", kontaktperson("ephor"));
    sak.gaaTil(kl(2026, 3, 11, 8, 1)).fullfor("holdSamtale", samtale("enige"));
    sak.fullfor("beOmTilbakemelding", takketNeiTilSporsmal());
    ferdig(sak, "fullfort");
    sak.passerte("fikkSvarFor", "forsteSamtale");
  }

  @Test
  void reachedButNotNowIsOfferedAgain() {
    Sakshistorie sak = meldt().fullfor("taKontakt", kontakt("ikkeSvar"));
    sak.gaaTil(kl(2026, 3, 4, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "onskerIkke"));
    sak.gaaTil(kl(2026, 3, 11, 8, 1)).fullfor("giNyttTilbud", nytt("aldri"));
    ferdig(sak, "onsketIkke");
  }

  @Test
  void contactIsLostUnderWay() {
    Sakshistorie sak = overtatt(meldt());
    sak.gaaTil(kl(2026, 3, 9, 8, 1)).fullfor("holdSamtale", svar("samtaleUtfall", "ikkeSvar"));
    sak.gaaTil(kl(2026, 3, 11, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "oppnaadd"));
    sak.fullfor("holdSamtale", samtale("fortsett")).passerte("nyeForsokSam", "samtaleHoldt");
    sak.gaaTil(kl(2026, 3, 23, 8, 1)).fullfor("holdSamtale", svar("samtaleUtfall", "ikkeSvar"));
    for (int dag : new int[] {25, 30}) {
      sak.gaaTil(kl(2026, 3, dag, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.gaaTil(kl(2026, 4, 6, 10, 0)).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    sak.fullforSom("ephorleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Svarer ikke", "kontaktBeskjed", "nei"));
    ferdig(sak, "ikkeKontakt");
    sak.passerte("kontaktTaptSam", "rytmeFerdig").passerteIkke("tilbakemeldingEtp");
  }

  // A bereaved: events at any time

  @Test
  void wantsNoMoreHelp() {
    Sakshistorie sak = overtatt(meldt());
    sak.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", svar("avslutningOrd", "Vil klare meg selv", "avslutningBeskjed",
        "ja", "avslutningFare", "nei", "avslutningMelding", "nei"));
    ferdig(sak, "onskerIkkeHjelpSluttEtp");
    sak.passerteIkke("tilbakemeldingEtp");
  }

  @Test
  void theBereavedDies() {
    Sakshistorie sak = overtatt(meldt());
    sak.hendelse("dod").fullforSom("ephor", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.venterIkkePaa("holdSamtale");
    dodsfallet(sak);
    ferdig(sak, "dodEtpSlutt");
    sak.passerte("dodMeldtEtp", "bekreftDodEtp", "dodBekreftetEtp", "dodsfallStarterEtp", "folgOppDodEtp");
  }

  private static void dodsfallet(Sakshistorie sak) {
    for (int runde = 0; runde < 6; runde++) {
      for (String oppgave : new ArrayList<>(sak.apneNavn())) {
        switch (oppgave) {
          case "avklarDodsarsak" -> sak.fullfor(oppgave, svar("mistanke", "nei"));
          case "fortellParorende" -> sak.fullfor(oppgave, svar("dodParorende", "ingen"));
          case "fortellEnheter" -> sak.fullfor(oppgave, svar("dodEnheter", List.of("ingen"), "dodAvtaler", true));
          case "avklarBarn" -> sak.fullfor(oppgave, svar("harBarn", "nei"));
          case "vurderVarsel" -> sak.fullfor(oppgave, svar("dodVarsel", "nei", "dodVarselGrunn", "Ikke aktuelt", "dodGjennomgang", "ja"));
          default -> throw new AssertionError("Open after a death: " + oppgave);
        }
      }
    }
  }

  @Test
  void aWrongMessageOfDeathIsCorrectedAndTheCaseGoesOn() {
    Sakshistorie sak = meldt();
    sak.hendelse("dod").fullforSom("barnevernvakt", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forveksling"));
    sak.venterBarePaa("taKontakt").passerte("dodRettetEtp").passerteIkke("dodsfallStarterEtp").lopende();
  }

  @Test
  void livesInAnotherMunicipality() {
    Sakshistorie sak = meldt();
    sak.hendelse("overfortKommune").fullfor("avtalOverforing", svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei",
        "overforingEgen", "Tar kontakt selv"));
    ferdig(sak, "overfortSluttEtp");
    sak.passerteIkke("forsteSamtale");
  }

  @Test
  void aBereavedRegisteredByMistake() {
    Sakshistorie sak = meldt();
    String merke = (String) sak.lenket(PERSON).variabel("pasientmerke");
    sak.hendelse("feilregistrert", merke).fullfor("begrunnFeil", svar("feilGrunn", "person", "feilBegrunnelse", "Feil person"));
    ferdig(sak, "feilSluttEtp");
  }

  @Test
  void pausesConsentAndComplaintsLeaveTheCaseRunning() {
    Sakshistorie sak = meldt();
    String merke = (String) sak.lenket(PERSON).variabel("pasientmerke");
    Instant forfall = kl(2026, 3, 3, 9, 0);
    sak.frist("taKontakt", forfall);
    for (String hendelse : new String[] {"innlagt", "fengsel"}) {
      sak.hendelse(hendelse).fullfor("planleggPause", svar("pauseAnsvarlig", "barnevernvakt", "pauseTil",
          sak.naa().atZone(OSLO).toLocalDate().plusDays(2).toString()));
      sak.gaaFram(3, DAYS).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta")).venterPaa("taKontakt");
    }
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "nei",
        "samtykkeNav", "ikkeSpurt", "samtykkeSkole", "ikkeSpurt", "samtykkeParorende", "nei", "samtykkeBft", "ikkeSpurt",
        "samtykkeHvk", "ikkeSpurt", "samtykkeAndre", "nei"));
    assertThat(sak.lenket(PERSON).variabel("samtykkeFastlege")).isEqualTo("ja");
    sak.hendelse("klage", merke).fullfor("svarPaaKlage", klagesvar()).venterBarePaa("taKontakt").lopende();
    sak.passerte("innlagtSluttEtp", "fengselSluttEtp", "samtykkeEndretSluttEtp", "klageSluttEtp");
  }
}
