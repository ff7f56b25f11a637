package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import no.forlop.person.Testnummer;
import no.forlop.plass.Plass;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stay at Leistad that the person asks for, from the call until the place is free again. */
class TrygghetsoppholdTest extends ForlopTest {

  private static final String PLASS = "leistad-trygghet";

  @Autowired
  private Plass plass;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void toPlasser() {
    plass.settKapasitet(PLASS, 2);
  }

  // Outcomes

  @Test
  void droHjemEtterToDager() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    sak.venterBarePaa("avklarOpphold").fristOm("avklarOpphold", Duration.ofHours(1)).passerte("sjekkOpphold", "anbefal");
    assertThat(sak.variabel("enhet")).isEqualTo("leistad");
    // Stays from before count, so there is nothing to explain.
    avtaler(sak);
    sak.venterBarePaa("tilbyPlass").fristOm("tilbyPlass", Duration.ofHours(2));
    sak.fullfor("tilbyPlass", svar("plassSvar", "kommer", "ankomstAvtalt", "2026-03-02T11:00+01:00"));
    sak.venterBarePaa("taImot").frist("taImot", kl(2026, 3, 2, 15, 0)).forteller("taImot", "grense", "3 døgn");
    Instant ankomst = tarImot(sak);
    sak.venterBarePaa("trygghetssamtale", "ivaretaParorende").frist("trygghetssamtale", ankomst.plus(4, HOURS));
    ingenParorende(sak);
    samtale(sak, "nei");
    sak.venterBarePaa("forberedHjem").frist("forberedHjem", ankomst.plus(60, HOURS));
    // A talk every day, until the end of that day.
    sak.gaaTil(kl(2026, 3, 3, 9, 0)).venterBarePaa("forberedHjem", "dagligSamtale").frist("dagligSamtale", kl(2026, 3, 3, 23, 59));
    sak.fullfor("dagligSamtale", svar("samtaleHoldt", "ja", "dagNotat", "Sov hele natten", "selvmordstanker", "nei"));
    planleggerHjem(sak);
    sak.venterBarePaa("avsluttOpphold").frist("avsluttOpphold", ankomst.plus(3, DAYS)).forteller("avsluttOpphold", "grense", "3 døgn");
    sak.gaaTil(kl(2026, 3, 4, 9, 0)).venterBarePaa("avsluttOpphold", "dagligSamtale");
    assertThat(opptatt(sak)).isOne();
    sak.fullfor("avsluttOpphold", svar("veien", "hjem", "enigIVeien", "ja")).venterBarePaa("beOmTilbakemelding");
    assertThat(opptatt(sak)).isZero();
    assertThat(brutt(sak, PLASS)).isFalse();
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("droHjem").passerte("personenRinger", "seEtterLopendeTry", "avklarOpphold", "tildelTrygghet", "tilbyPlass",
        "taImot", "registrerAnkomst", "trygghetssamtale", "forberedHjem", "avsluttOpphold", "harReist", "frigiEtterOpphold",
        "tilbakemeldingTry", "droHjem").passerteIkke("grenseNaadd", "giHjelpNaa", "startSelvmordsatferd");
  }

  @Test
  void leistadHarAnsvaretTilNoenTarOver() {
    Sakshistorie godtatt = reiserHjem(1, "overtar", "enhet", "mottakerEnhet", "ephor", "gjelder", "Samtaler hver uke", "samtykkeAndre", "ja");
    assertThat(opptatt(godtatt)).isZero();
    godtatt.fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    takkerNeiTilTilbakemelding(godtatt);
    godtatt.avsluttet("droHjem").passerte("harReist", "overleverTry", "overtatt").passerteIkke("folgOppSelv");

    Sakshistorie avslatt = reiserHjem(2, "overtar", "enhet", "mottakerEnhet", "botiltak", "gjelder", "Hjelp hjemme", "samtykkeAndre", "ja");
    avslatt.fullfor("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Fullt"));
    avslatt.fullforSom("botiltakleder", "avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
        "overleveringAvgjorelse", "Leistad ringer"));
    avslatt.venterBarePaa("folgOppSelv").frist("folgOppSelv", kl(2026, 3, 4, 16, 0));
    ringerHjem(avslatt);
    avslatt.avsluttet("droHjem").passerte("ingenOvertar", "fulgtOppSelv");

    Sakshistorie fastlege = reiserHjem(3, "overtar", "fastlege", "gjelder", "Søvn", "samtykkeFastlege", "ja");
    fastlege.fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "brev"))
        .fullfor("registrerSvar", svar("eksterntSvar", "mottatt", "eksterntInnhold", "Time på mandag"));
    takkerNeiTilTilbakemelding(fastlege);
    fastlege.avsluttet("droHjem").passerte("fastlegeTry", "overtatt");

    // Without consent the handover stops, not the help.
    Sakshistorie utenSamtykke = reiserHjem(4, "overtar", "fastlege", "gjelder", "Søvn", "samtykkeFastlege", "nei");
    ringerHjem(utenSamtykke);
    utenSamtykke.avsluttet("droHjem").passerteIkke("fastlegeTry", "overleverTry");
  }

  @Test
  void denSomIkkeSvarerHjemmeBlirIkkeGlemt() {
    Sakshistorie stille = reiserHjem(1, "overtar", "fastlege", "gjelder", "Søvn", "samtykkeFastlege", "nei");
    stille.fullfor("folgOppSelv", svar("hjemmeKontakt", "nei"));
    for (int forsok = 0; forsok < 3; forsok++) {
      stille.gaaFram(15, DAYS).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    stille.fullfor("bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Tre forsøk", "kontaktBeskjed", "ja"));
    // Nobody who could not be reached is asked for feedback.
    stille.avsluttet("droHjem").passerte("sokHjem", "ikkeNaaddHjem").passerteIkke("fulgtOppSelv", "tilbakemeldingTry");

    Sakshistorie funnet = reiserHjem(2, "overtar", "fastlege", "gjelder", "Søvn", "samtykkeFastlege", "nei");
    funnet.fullfor("folgOppSelv", svar("hjemmeKontakt", "nei"));
    funnet.gaaFram(3, DAYS).fullfor("provKontakt", svar("kontaktResultat", "oppnaadd"));
    takkerNeiTilTilbakemelding(funnet);
    funnet.avsluttet("droHjem").passerte("sokHjem", "naaddSent").passerteIkke("fulgtOppSelv");
  }

  @Test
  void vedTreDognMaaVeienAvgjores() {
    Sakshistorie sak = paaLeistad(1);
    Instant ankomst = sak.naa().minusSeconds(1);
    sak.gaaTil(ankomst.plus(61, HOURS));
    assertThat(varslet(sak, "leistad")).as("twelve hours before").isTrue();
    assertThat(brutt(sak, PLASS)).isFalse();
    sak.venterPaa("trygghetssamtale").passerteIkke("grenseNaadd");
    // The limit takes what was being prepared and asks for a decision; a longer stay is no choice.
    sak.gaaTil(ankomst.plus(73, HOURS)).venterPaa("avsluttOpphold").venterIkkePaa("trygghetssamtale").passerte("grenseNaadd");
    assertThat(brutt(sak, PLASS)).isTrue();
    assertThat(varslet(sak, "leistadleder")).isTrue();
    sak.avviser("leistad", "avsluttOpphold", svar("veien", "hjem", "enigIVeien", "ja"), "Hvem følger opp hjemme, og når?");
    sak.fullfor("avsluttOpphold", svar("veien", "hjem", "avreiseAvtale", "Ambulant team i morgen", "enigIVeien", "delvis"));
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("droHjem").passerteIkke("forberedHjem");
  }

  @Test
  void gikkOverTilEtterbehandlingMedPlassenIBehold() {
    Sakshistorie sak = paaLeistad(1);
    samtale(sak, "nei");
    sak.fullfor("forberedHjem", svar("skalHjem", "nei"));
    sak.fullfor("avsluttOpphold", svar("veien", "etterbehandling", "overgangGrunn", "Trenger flere uker", "enigIVeien", "ja"));
    sak.venterBarePaa("folgTilEtterbehandling").fristOm("folgTilEtterbehandling", Duration.ofHours(24));
    Sakshistorie videre = sak.lenket("utskriving");
    assertThat(videre.variabel("fraTrygghetsopphold")).isEqualTo(true);
    assertThat(videre.variabel("henvendelse")).isEqualTo("Trenger flere uker");
    assertThat(videre.variabel("koordinator")).isEqualTo("leistad");
    // Who asked about children in the stay, need not be asked again in the next case.
    videre.venterPaa("svarOvergang").venterIkkePaa("avklarBarn");
    // Nobody loses a bed in between, and the talks go on.
    sak.gaaFram(4, DAYS).venterPaa("folgTilEtterbehandling", "dagligSamtale").passerteIkke("grenseNaadd");
    assertThat(opptatt(sak)).isOne();
    assertThat(brutt(sak, PLASS)).isTrue();
    sak.fullfor("folgTilEtterbehandling", svar("overgang", "avslatt", "overgangNotat", "Ingen plass denne uken")).venterPaa("avsluttOpphold");
    sak.fullfor("avsluttOpphold", svar("veien", "etterbehandling", "overgangGrunn", "Plass likevel", "enigIVeien", "ja"));
    sak.fullfor("folgTilEtterbehandling", svar("overgang", "flyttet"));
    sak.avsluttet("gikkTilEtterbehandling").passerteIkke("tilbakemeldingTry");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void gikkOverTilKad() {
    Sakshistorie sak = paaLeistad(1);
    samtale(sak, "nei");
    sak.fullfor("forberedHjem", svar("skalHjem", "nei"));
    sak.fullfor("avsluttOpphold", svar("veien", "kad", "overgangGrunn", "Mer uro, trenger lege", "enigIVeien", "ja"));
    sak.venterBarePaa("folgTilKad").fristOm("folgTilKad", Duration.ofHours(4));
    assertThat(sak.lenket("kad").variabel("kadType")).isEqualTo("psykisk");
    assertThat(opptatt(sak)).isOne();
    sak.fullfor("folgTilKad", svar("overgang", "flyttet"));
    sak.avsluttet("gikkTilKad").passerte("startKad", "harReist", "frigiEtterOpphold");
    assertThat(opptatt(sak)).isZero();
  }

  @Test
  void innlagtIOppholdet() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("innlagt").venterBarePaa("registrerInnlagt").fristOm("registrerInnlagt", Duration.ofHours(24));
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("registrerInnlagt", svar("innlagtDato", "2026-03-02", "innlagtVed", "ostmarka", "sykehusetVet", true));
    sak.avsluttet("innlagtISpesialist").passerteIkke("tilbakemeldingTry", "avsluttOpphold");
  }

  @Test
  void fulltFaarHjelpNaaOgBlirRingtNaarPlassenErLedig() {
    Sakshistorie forste = paaLeistad(1);
    plass.settKapasitet(PLASS, 1);
    Sakshistorie sak = ringer(tidligerePasient(2));
    avtaler(sak);
    sak.venterBarePaa("giHjelpNaa").fristOm("giHjelpNaa", Duration.ofHours(1));
    assertThat(varslet(sak, "leistadleder")).isTrue();
    hjelpNaa(sak, "ja");
    sak.venterBarePaa("ringMensVenter").fristOm("ringMensVenter", Duration.ofHours(24));
    sak.gaaFram(20, HOURS).fullfor("ringMensVenter", svar("behovFortsatt", "ja", "venteNotat", "Har sovet hos søsteren", "selvmordstanker", "nei"));
    sak.venterBarePaa("ringMensVenter");
    // The one before goes home; the call-back finds the place still wanted.
    samtale(forste, "nei");
    planleggerHjem(forste);
    forste.fullfor("avsluttOpphold", svar("veien", "hjem", "enigIVeien", "ja"));
    sak.venterBarePaa("tilbyPlass").passerte("plassLedigTry");
    sak.fullfor("tilbyPlass", svar("plassSvar", "kommer", "ankomstAvtalt", "2026-03-03T12:00+01:00"));
    tarImot(sak);
    sak.venterPaa("trygghetssamtale");
    assertThat(opptatt(sak)).isOne();
  }

  @Test
  void fulltOgTakkerNeiNaarPlassenBlirLedig() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = ringer(tidligerePasient(1));
    avtaler(sak);
    // The place may free before the help is written down; then the call-back asks for it.
    plass.settKapasitet(PLASS, 1);
    sak.gaaFram(1, HOURS).venterBarePaa("tilbyPlass");
    sak.avviser("leistad", "tilbyPlass", svar("plassSvar", "nei"), "Hvilken hjelp får personen i stedet?");
    sak.fullfor("tilbyPlass", svar("plassSvar", "nei", "hjelpEtterNei", "nettverk"));
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("plassIkkeLedig").passerte("ventPaaPlass", "plassLedigTry", "frigiTry", "fikkHjelp");
    assertThat(plass.naavaerende(PLASS)).isEmpty();
  }

  @Test
  void fulltOgVilIkkeVenteEllerTrengerIkkePlassenLenger() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie vilIkke = ringer(tidligerePasient(1));
    avtaler(vilIkke);
    hjelpNaa(vilIkke, "nei");
    assertThat(plass.ko(PLASS)).isEmpty();
    takkerNeiTilTilbakemelding(vilIkke);
    vilIkke.avsluttet("plassIkkeLedig").passerteIkke("ringMensVenter");

    Sakshistorie trengerIkke = iKo(2);
    trengerIkke.fullfor("ringMensVenter", svar("behovFortsatt", "ikkeSvar")).venterBarePaa("ringMensVenter");
    trengerIkke.fullfor("ringMensVenter", svar("behovFortsatt", "nei", "venteNotat", "Det går bedre", "selvmordstanker", "nei"));
    assertThat(plass.ko(PLASS)).isEmpty();
    takkerNeiTilTilbakemelding(trengerIkke);
    trengerIkke.avsluttet("plassIkkeLedig").passerte("giHjelpNaa", "ringMensVenter", "venteSlutt", "frigiTry");
  }

  @Test
  void ingenVenterUsett() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = iKo(1);
    sak.gaaFram(71, HOURS).venterBarePaa("ringMensVenter");
    sak.gaaFram(2, HOURS).venterBarePaa("ringMensVenter", "avgjorVenting").frist("avgjorVenting", kl(2026, 3, 6, 16, 0));
    sak.fullforSom("leistadleder", "avgjorVenting", svar("venteValg", "vente", "venteGrunn", "Plass i morgen")).venterBarePaa("ringMensVenter");
    sak.gaaFram(3, DAYS).venterBarePaa("ringMensVenter", "avgjorVenting");
    sak.fullforSom("leistadleder", "avgjorVenting", svar("venteValg", "avslutt", "venteGrunn", "Har fått ambulant team", "venteBeskjed", true));
    assertThat(plass.ko(PLASS)).isEmpty();
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("plassIkkeLedig").passerte("ventegrenseNaadd", "avgjorVenting", "nyVentegrense", "avsluttVenting", "ventingAvsluttet");
  }

  @Test
  void denSomIkkeTrengerPlassenHolderIngenPlassIKoen() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = iKo(1).gaaFram(3, DAYS);
    sak.fullforSom("leistadleder", "avgjorVenting", svar("venteValg", "vente", "venteGrunn", "Plass i morgen"));
    sak.fullfor("ringMensVenter", svar("behovFortsatt", "nei", "venteNotat", "Det går bedre", "selvmordstanker", "nei"));
    // What the leader decided about a longer wait waits for nothing more.
    assertThat(plass.ko(PLASS)).isEmpty();
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("plassIkkeLedig").passerte("nyVentegrense", "venteSlutt");
  }

  @Test
  void hjelpenMensDetVarFulltGjelderNaarPlassenBlirTilbudt() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = iKo(1);
    plass.settKapasitet(PLASS, 1);
    sak.gaaFram(1, HOURS).venterBarePaa("tilbyPlass");
    // Nobody asks again which help the person has.
    sak.fullfor("tilbyPlass", svar("plassSvar", "nei"));
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("plassIkkeLedig").passerte("giHjelpNaa", "plassLedigTry", "fikkHjelp");
  }

  @Test
  void enPlassSomBareBleTilbudtErIkkeEtTidligereOpphold() {
    Map<String, Object> melding = person(40, "Kari Nordmann");
    Sakshistorie sak = ringer(melding);
    sak.fullfor("avklarOpphold", og(avklaring("plass", "nei"), "avvikGrunn", "Var her før registeret"));
    sak.fullfor("tilbyPlass", svar("plassSvar", "nei", "hjelpEtterNei", "ingen")).avsluttet("takketNei");
    ringer(melding).avviser("leistad", "avklarOpphold", avklaring("plass", "nei"), "Hvorfor noe annet enn anbefalt?");
  }

  @Test
  void takketNei() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    avtaler(sak);
    sak.fullfor("tilbyPlass", svar("plassSvar", "nei", "hjelpEtterNei", "ingen"));
    sak.avsluttet("takketNei").passerteIkke("tilbakemeldingTry", "ventPaaPlass");
    assertThat(plass.naavaerende(PLASS)).isEmpty();
  }

  @Test
  void svarteIkkeDaPlassenVarLedig() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    avtaler(sak);
    sak.fullfor("tilbyPlass", svar("plassSvar", "ikkeSvar"));
    assertThat(plass.naavaerende(PLASS)).as("the place goes to the next").isEmpty();
    for (int forsok = 0; forsok < 3; forsok++) {
      sak.gaaFram(15, DAYS).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.fullfor("bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Tre forsøk", "kontaktBeskjed", "ja"));
    sak.avsluttet("ikkeOppnaadd").passerte("frigiUteblitt", "finnPersonen", "utenKontakt");
  }

  @Test
  void komIkkeBlirFunnetSammeDag() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    avtaler(sak);
    kommer(sak);
    sak.fullfor("taImot", svar("kom", "nei")).venterBarePaa("provSammeDag");
    sak.fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    // Found: a place is looked for anew.
    sak.venterBarePaa("tilbyPlass");
    kommer(sak);
    sak.fullfor("taImot", svar("kom", "nei"));
    sak.fullfor("provSammeDag", svar("kontaktResultat", "onskerIkke"));
    sak.avsluttet("takketNei").passerte("taImot", "uteble", "kontaktIgjen", "sokPlass", "ikkeOpphold");
  }

  @Test
  void ikkeIMalgruppen() {
    Sakshistorie ukjent = ringer(person(21, "Ola Ny"));
    assertThat(ukjent.apneNavn()).containsExactly("avklarOpphold");
    // The recommendation may be left, with a reason.
    ukjent.avviser("leistad", "avklarOpphold", avklaring("plass", "nei"), "Hvorfor noe annet enn anbefalt?");
    ukjent.fullfor("avklarOpphold", avklaring("annenHjelp", "nei")).venterBarePaa("giAnnenHjelp").fristOm("giAnnenHjelp", Duration.ofHours(2));
    faarAnnenHjelp(ukjent, "ephor");
    ukjent.avsluttet("ikkeMalgruppe").passerteIkke("skaffPlass");

    Sakshistorie ung = start("trygghetsopphold", "leistad", og(person(22, "Ung Ny"),
        "pasientNummer", Testnummer.fodselsnummer(LocalDate.of(2010, 5, 17), 22)));
    ung.fullfor("avklarOpphold", avklaring("annenHjelp", "nei"));
    faarAnnenHjelp(ung, "bft");
    ung.avsluttet("ikkeMalgruppe");

    Sakshistorie trengerLege = ringer(og(tidligerePasient(1), "trengerLege", "ja"));
    trengerLege.fullfor("avklarOpphold", avklaring("annenHjelp", "nei"));
    faarAnnenHjelp(trengerLege, "legevakt");
    trengerLege.avsluttet("ikkeMalgruppe");
  }

  @Test
  void droUtenAvtale() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("droSelv").venterBarePaa("trygghetssamtale", "provSammeDag");
    sak.fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd")).venterPaa("avklarAvreise").fristOm("avklarAvreise", Duration.ofHours(24));
    sak.fullfor("avklarAvreise", svar("kommerTilbake", "ja", "avreiseAvtale", "Tilbake til kvelds")).venterBarePaa("trygghetssamtale");
    sak.hendelse("droSelv").fullfor("provSammeDag", svar("kontaktResultat", "oppnaadd"));
    sak.fullfor("avklarAvreise", svar("kommerTilbake", "nei", "avreiseAvtale", "Vil være hjemme"));
    takkerNeiTilTilbakemelding(sak);
    sak.avsluttet("droHjem").passerte("erTilbake", "erHjemme", "forlotTry", "frigiEtterOpphold");

    Sakshistorie borte = paaLeistad(2);
    borte.hendelse("droSelv").fullfor("provSammeDag", svar("kontaktResultat", "ikkeOppnaadd"))
        .fullfor("hjemmebesok", svar("kontaktResultat", "ikkeOppnaadd"))
        .fullfor("vurderLeting", svar("leteVurdering", "Ikke fare", "leteBeslutning", "nei"));
    while (borte.apneNavn().stream().noneMatch("bestemVidere"::equals)) {
      borte.gaaFram(1, DAYS);
      if (borte.apneNavn().contains("provKontakt")) {
        borte.fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
      }
    }
    borte.fullfor("bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Lett etter", "kontaktBeskjed", "ja"));
    borte.avsluttet("ikkeOppnaadd").passerte("erBorte", "forlotTry").passerteIkke("avklarAvreise");
  }

  // Thoughts of suicide, children, running case

  @Test
  void tankerOmSelvmordGirEgenOppfolgingMedEnGang() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    sak.fullfor("avklarOpphold", avklaring("plass", "ja"));
    sak.venterBarePaa("tilbyPlass").passerte("tankerNevntAvk", "startSelvmordsatferd", "oppfolgingStartetTry");
    Sakshistorie oppfolging = sak.lenket("selvmordsatferd");
    assertThat(oppfolging.variabel("krisetype")).isEqualTo("tanker");
    kommer(sak);
    tarImot(sak);
    ingenParorende(sak);
    samtale(sak, "ja");
    sak.venterBarePaa("forberedHjem").passerte("tankerNevntOpp");
    sak.gaaFram(1, DAYS).fullfor("dagligSamtale", svar("samtaleHoldt", "ja", "dagNotat", "Tungt", "selvmordstanker", "ja"));
    sak.gaaFram(1, DAYS).fullfor("dagligSamtale", svar("samtaleHoldt", "onsketIkke", "dagNotat", "Sov"));
    assertThat(sak.lenkede("selvmordsatferd")).as("once for each time it was said").isEqualTo(3);
    sak.hendelse("selvmordstanker").passerte("tankerMeldtTry", "tankerGittVidere").venterPaa("forberedHjem");
    assertThat(sak.lenkede("selvmordsatferd")).isEqualTo(4);

    // Also while waiting for a place.
    plass.settKapasitet(PLASS, 0);
    Sakshistorie venter = iKo(2);
    venter.fullfor("ringMensVenter", svar("behovFortsatt", "ja", "venteNotat", "Vondt", "selvmordstanker", "ja"));
    venter.venterBarePaa("ringMensVenter").passerte("tankerNevntVen");
    venter.fullfor("ringMensVenter", svar("behovFortsatt", "ikkeSvar"));
    assertThat(venter.lenkede("selvmordsatferd")).isOne();
  }

  @Test
  void nyTelefonHorerTilSakenSomLoper() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = iKo(1);
    Sakshistorie igjen = ringer(tidligerePasient(1));
    igjen.venterBarePaa("avgjorLopende").fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Ringte på nytt"));
    igjen.fullforSom("leistad", "taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende");
    sak.venterBarePaa("ringMensVenter");
    assertThat(plass.ko(PLASS)).hasSize(1);
  }

  @Test
  void barnBlirSettOgLenketSakSpor() {
    Sakshistorie sak = ringer(og(tidligerePasient(1), "harBarn", "ja"));
    sak.venterBarePaa("avklarBarn", "avklarOpphold").fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja"));
    assertThat(sak.lenkede("barn")).isOne();
    sak.venterBarePaa("avklarOpphold").passerte("barnMeldtTry", "barnIvaretattTry");

    Sakshistorie lenket = startInnenfra("trygghetsopphold", svar("pasientId", sak.variabel("pasientId"), "pasientmerke", "K.N. 1970",
        "henvendelse", "Utrygg etter hjemreise", "harBarn", "nei", "lenket", true));
    lenket.fullfor("avgjorLopende", svar("lopendeValg", "egenSak"));
    lenket.venterPaa("avklarOpphold");
  }

  // Events at any time

  @Test
  void fengselFrigirPlassenOgSakenAvklaresPaaNytt() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("fengsel").venterBarePaa("planleggPause");
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("planleggPause", svar("pauseAnsvarlig", "leistad", "pauseTil", "2026-03-09"));
    sak.gaaFram(8, DAYS).fullfor("sjekkPause", svar("pauseStatus", "gjenoppta"));
    sak.venterBarePaa("avklarOpphold").passerte("fengselTry", "frigiVedFengsel", "pauseTry");
    avtaler(sak);
    kommer(sak);
    tarImot(sak);
    sak.venterPaa("trygghetssamtale").gaaFram(20, HOURS).passerteIkke("grenseNaadd");
  }

  @Test
  void onsketIkke() {
    plass.settKapasitet(PLASS, 0);
    Sakshistorie sak = iKo(1);
    sak.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske");
    assertThat(plass.ko(PLASS)).isEmpty();
    sak.fullfor("registrerOnske", svar("avslutningOrd", "Klarer meg", "avslutningBeskjed", "ja", "avslutningFare", "nei", "avslutningMelding", "nei"));
    sak.avsluttet("onsketIkke");
  }

  @Test
  void onsketOmAaSlutteStopperIkkeBarna() {
    Sakshistorie sak = ringer(og(tidligerePasient(9), "harBarn", "ukjent"));
    sak.hendelse("onskerIkkeHjelp").venterBarePaa("registrerOnske", "avklarBarn").fullfor("avklarBarn", svar("harBarn", "nei"));
    sak.fullfor("registrerOnske",
        svar("avslutningOrd", "Klarer meg", "avslutningBeskjed", "ja", "avslutningFare", "nei", "avslutningMelding", "nei"));
    sak.avsluttet("onsketIkke");
  }

  @Test
  void dodMeldt() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forveksling"));
    sak.venterBarePaa("trygghetssamtale").passerte("dodRettetTry");
    dor(sak);
    sak.venterBarePaa("fortellParorende", "fortellEnheter", "vurderVarsel", "avklarDodsarsak").fristOm("avklarDodsarsak", Duration.ofHours(4));
    assertThat(opptatt(sak)).isZero();
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    folgesOpp(sak);
    sak.avsluttet("dod").passerteIkke("startEtterlattesak");

    Sakshistorie mistanke = paaLeistad(2);
    dor(mistanke);
    mistanke.fullfor("avklarDodsarsak", svar("mistanke", "selvmord", "dodsdato", "2026-03-02", "dodsbudskapGitt", "ja", "dodsbudskapAv", "politi"));
    // The bereaved are followed up at once, whatever else is left to do.
    assertThat(mistanke.lenket("etterlatte").variabel("dodsarsak")).isEqualTo("selvmord");
    folgesOpp(mistanke);
    mistanke.avsluttet("dod");
  }

  @Test
  void overfortTilAnnenKommune() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("overfortKommune").venterBarePaa("avtalOverforing");
    sak.fullfor("avtalOverforing", svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei", "overforingEgen", "Tar selv kontakt"));
    sak.avsluttet("overfort");
  }

  @Test
  void feilregistrert() {
    Sakshistorie sak = ringer(tidligerePasient(1));
    sak.hendelse("feilregistrert").fullfor("begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Meldt to ganger"));
    sak.avsluttet("feilregistrert");
  }

  @Test
  void samtykkeOgKlageStopperIngenting() {
    Sakshistorie sak = paaLeistad(1);
    sak.hendelse("klage").venterPaa("trygghetssamtale", "svarPaaKlage");
    sak.fullfor("svarPaaKlage", svar("klageGjelder", "Maten", "klageSvar", "Beklager", "klageUtfall", "medhold", "klageVidere", "nei"));
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "ja",
        "samtykkeNav", "nei", "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "ja",
        "samtykkeAndre", "nei"));
    sak.venterBarePaa("trygghetssamtale").passerte("klageBehandletTry", "samtykkeRegistrertTry");
  }

  // What staff do

  private Sakshistorie ringer(Map<String, Object> melding) {
    return start("trygghetsopphold", "leistad", melding);
  }

  private static Map<String, Object> person(int nr, String navn) {
    return svar("henvendelse", "Sover ikke og er redd for å være alene", "trengerLege", "nei", "pasientTelefon", "90000012",
        "pasientNummer", Testnummer.fodselsnummer(LocalDate.of(1970, 5, 17), nr), "pasientNavn", navn, "harBarn", "nei");
  }

  /** Somebody who has been at Leistad before, according to the register of stays. */
  private Map<String, Object> tidligerePasient(int nr) {
    Map<String, Object> melding = person(nr, "Kari Nordmann");
    Sakshistorie forste = ringer(melding);
    Object pasientId = forste.variabel("pasientId");
    if (forste.apneNavn().contains("avklarOpphold") && plass.opphold((String) pasientId, "leistad-etterbehandling").isEmpty()) {
      startInnenfra("utskriving-plass", svar("pasientId", pasientId, "pasientmerke", "K.N. 1970", "hastegrad", "straks", "klarMeldtTid", null))
          .fullfor("bekreftPlass", svar("innkomstDato", forste.naa().atZone(OSLO).toLocalDate().toString()));
      kom(pasientId);
    }
    forste.hendelse("feilregistrert").fullfor("begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse", "Bare for å finne personen"));
    return melding;
  }

  /** A place that was given counts as a stay only when the person came to it. */
  private void kom(Object pasientId) {
    jdbc.sql("update plass_opphold set ankommet = fra where pasient = ?").param(pasientId).update();
  }

  private static Map<String, Object> avklaring(String tilbud, String tanker) {
    return svar("tilbud", tilbud, "selvmordstanker", tanker, "koordinator", "leistad", "stedfortreder", "leistad2");
  }

  private static void avtaler(Sakshistorie sak) {
    sak.fullfor("avklarOpphold", avklaring("plass", "nei"));
  }

  private static void kommer(Sakshistorie sak) {
    sak.fullfor("tilbyPlass", svar("plassSvar", "kommer", "ankomstAvtalt", sak.naa().atZone(OSLO).toLocalDate() + "T12:00+01:00"));
  }

  private static Instant tarImot(Sakshistorie sak) {
    Instant naa = sak.naa();
    sak.fullfor("taImot", svar("kom", "ja", "koordinator", "leistad", "stedfortreder", "leistad2", "hvaErViktig", "Sove",
        "informert", true, "samtykkeParorende", "nei"));
    return naa;
  }

  private static void samtale(Sakshistorie sak, String tanker) {
    sak.fullfor("trygghetssamtale", svar("utrygghet", "Natten", "hjulpetFor", "At noen er våkne", "avtaleOpphold", "Tur hver dag",
        "selvmordstanker", tanker));
  }

  private static void planleggerHjem(Sakshistorie sak, Object... oppfolging) {
    sak.fullfor("forberedHjem", og(svar("skalHjem", "ja", "egneMal", "Sove i egen seng", "hjemPlan", "Ringe søsteren på kvelden",
        "overtar", "ingen", "kanRinge", true, "enigIPlanen", "ja"), oppfolging));
  }

  /** Somebody who leaves with a plan for who follows up at home. */
  private Sakshistorie reiserHjem(int nr, Object... oppfolging) {
    Sakshistorie sak = paaLeistad(nr);
    samtale(sak, "nei");
    planleggerHjem(sak, oppfolging);
    return sak.fullfor("avsluttOpphold", svar("veien", "hjem", "enigIVeien", "ja"));
  }

  private static void hjelpNaa(Sakshistorie sak, String vilVente) {
    sak.fullfor("giHjelpNaa", svar("hjelpNaa", "nettverk", "hjelpAvtale", "Sover hos søsteren", "hjelpMottatt", "ja", "vilVente", vilVente));
  }

  private static void faarAnnenHjelp(Sakshistorie sak, String hjelp) {
    sak.fullfor("giAnnenHjelp", svar("hjelpNaa", hjelp, "hjelpAvtale", "Time i morgen", "hjelpMottatt", "ja"));
    takkerNeiTilTilbakemelding(sak);
  }

  private static void ringerHjem(Sakshistorie sak) {
    sak.fullfor("folgOppSelv", svar("hjemmeKontakt", "ja", "hjemmeNotat", "Sover bedre"));
    takkerNeiTilTilbakemelding(sak);
  }

  private static void takkerNeiTilTilbakemelding(Sakshistorie sak) {
    sak.fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
  }

  private static void ingenParorende(Sakshistorie sak) {
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
  }

  private static void dor(Sakshistorie sak) {
    sak.hendelse("dod").fullforSom("leistad2", "bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
  }

  private static void folgesOpp(Sakshistorie sak) {
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", SpinValues.jsonValue("[\"fastlege\",\"hvk\"]").create(), "dodAvtaler", true));
    sak.fullfor("vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet", "dodGjennomgang", "nei"));
  }

  /** Somebody who has just come to Leistad. */
  private Sakshistorie paaLeistad(int nr) {
    Sakshistorie sak = ringer(tidligerePasient(nr));
    avtaler(sak);
    kommer(sak);
    tarImot(sak);
    ingenParorende(sak);
    return sak.venterBarePaa("trygghetssamtale");
  }

  /** Somebody who waits for a call-back. */
  private Sakshistorie iKo(int nr) {
    Sakshistorie sak = ringer(tidligerePasient(nr));
    avtaler(sak);
    hjelpNaa(sak, "ja");
    return sak.venterBarePaa("ringMensVenter");
  }

  private long opptatt(Sakshistorie sak) {
    return plass.naavaerende(PLASS).stream().filter(opphold -> opphold.sak().equals(sak.saksnummer())).count();
  }

  private boolean varslet(Sakshistorie sak, String gruppe) {
    return jdbc.sql("SELECT count(*) FROM varsel WHERE saksnummer = ? AND gruppe = ?").params(sak.saksnummer(), gruppe)
        .query(Integer.class).single() > 0;
  }

  private boolean brutt(Sakshistorie sak, String frist) {
    return jdbc.sql("SELECT count(*) FROM frist WHERE saksnummer = ? AND navn = ? AND brutt IS NOT NULL")
        .params(sak.saksnummer(), frist).query(Integer.class).single() > 0;
  }
}
