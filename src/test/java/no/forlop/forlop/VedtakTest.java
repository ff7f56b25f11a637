package no.forlop.forlop;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.forlop.person.Testnummer;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@code vedtak}: from an application to services in place, and what an appeal may change. */
class VedtakTest extends ForlopTest {

  private static final Map<String, Object> SOKNAD = svar("sakstype", "soknad", "soker", "personen", "henvendelse",
      "Trenger hjelp til å få hverdagen til å gå rundt", "onsketTjeneste", "oppfolging", "pasientNavn", "Kari Nordmann",
      "pasientFodselsdato", "1985-04-01", "hvaErViktig", "Å bo trygt", "harBarn", "nei");
  private static final Map<String, Object> VANLIG = svar("konsekvens", "strev", "trengsNar", "senere", "hjelpNaa", "litt",
      "koordinator", "hvk", "stedfortreder", "hvk2");
  private static final Map<String, Object> STRAKS = og(VANLIG, "konsekvens", "alvorlig", "trengsNar", "naa", "hjelpNaa", "ingen");
  private static final Map<String, Object> KARTLAGT = svar("samtaleHoldt", "ja", "egneMal", "Komme meg ut hver dag", "behov",
      "Noen å planlegge uka med", "personensSyn", "En fast person", "samtykkeFastlege", "ja", "samtykkeSpesialist", "nei",
      "samtykkeNav", "ja", "samtykkeParorende", "nei");
  private static final Map<String, Object> VURDERT = svar("vurdering", "Trenger fast oppfølging i hverdagen",
      "opplysningerFra", "nei", "langvarigBehov", "nei", "koordinertBehov", "nei");
  private static final Map<String, Object> LANGVARIG = og(VURDERT, "langvarigBehov", "ja", "koordinertBehov", "ja");
  private static final String LOV = "helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav a (helsetjenester i hjemmet)";
  private static final Map<String, Object> GODTATT = svar("overleveringResultat", "godtatt");
  private static final Map<String, Object> VIL_IKKE_SVARE = svar("tilbakemeldingSvart", "nei");
  private static final Map<String, Object> KLAGE = svar("klager", "personen", "klagenGjelder", "Vil ha hjelp i helgene også");
  private static final Map<String, Object> FORTALT = svar("fortaltHvordan", "mote", "klagerettForklart", true,
      "vilKlage", "nei");
  private static final Map<String, Object> OPPHOLD = svar("oppholdKontakt", "ja", "oppholdAvtale", "Vi snakker sammen på avdelingen",
      "oppholdTjenester", "ingen");
  private static final Map<String, Object> SLUTT = svar("sluttDato", "2026-03-20", "sluttAvtalt", true);

  private static final Map<String, Object> AVTALT = svar("samtaleAvtalt", "ja", "samtaleDato", "2026-03-04", "samtaleSted",
      "Kl. 10 hjemme", "deltakere", liste("ingen"));
  private static final Map<String, Object> FORELOPIG = svar("ventetVedtak", "2026-04-30", "hvorforVenter",
      "Vi har ikke fått snakket sammen ennå", "forelopigSendt", "brev");
  private static final Map<String, Object> TRUKKET = svar("trukketGrunn", "Vil klare seg selv", "trukketForklart", true);
  private static final Map<String, Object> SENDT = svar("sendtDato", "2026-03-02", "papirerSendt", true, "kopiPersonen", true);
  private static final Map<String, Object> ONSKE = svar("avslutningOrd", "Vil klare seg selv", "avslutningBeskjed", "ja",
      "avslutningFare", "nei", "avslutningMelding", "nei");
  private static final Map<String, Object> KLAGE_HJELP = svar("klageGjelder", "Ventetid på telefonen", "klageSvar",
      "Vi beklager", "klageUtfall", "medhold", "klageVidere", "nei");

  @Autowired
  private JdbcClient jdbc;

  // Outcomes

  @Test
  @DisplayName("Innvilget: to tjenester bestilles samtidig og venter ikke på klagefristen, som ruller over påsken")
  void innvilget() {
    Sakshistorie sak = start("vedtak", "hvk", og(SOKNAD, "tolk", true, "sprak", "Polsk"));
    sak.venterBarePaa("ivaretaParorende", "vurderHast").frist("vurderHast", kl(2026, 3, 2, 16, 0));
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    sak.fullfor("vurderHast", VANLIG).venterBarePaa("avtalSamtale").frist("avtalSamtale", kl(2026, 3, 9, 16, 0));
    sak.avviser("hvk", "avtalSamtale", svar("samtaleAvtalt", "ja", "samtaleDato", "2026-03-04", "samtaleSted", "Kl. 10 hjemme", "deltakere",
        liste("ingen")), "Tolk er bestilt");
    sak.fullfor("avtalSamtale", svar("samtaleAvtalt", "ja", "samtaleDato", "2026-03-04", "samtaleSted", "Kl. 10 hjemme", "deltakere",
        liste("tjeneste"), "tolkBestilt", true)).venterBarePaa("kartlegg").frist("kartlegg", kl(2026, 3, 4, 23, 59));
    sak.gaaTil(kl(2026, 3, 4, 11, 0)).fullfor("kartlegg", KARTLAGT).venterBarePaa("vurderBehov");
    sak.fullfor("vurderBehov", VURDERT).venterBarePaa("fattVedtak");
    sak.fullfor("fattVedtak", vedtak("innvilget", "oppfolging", "aktivitet"));
    sak.venterBarePaa("fortellPersonen", "taImotOverlevering", "taImotOverlevering").frist("fortellPersonen", kl(2026, 3, 5, 16, 0));
    assertThat(variabelI(sak, "gjelder")).startsWith("Aktivitet og arbeidstrening: Fra 10.03.2026. ");
    assertThat((String) sak.variabel("vedtakTekst")).startsWith("Søknaden er innvilget.\n\nDette får du: To besøk i uka\n\n"
        + "Hjelpen starter 10.03.2026.\n\nBegrunnelse: ").contains(LOV, "klage på vedtaket innen 4 uker etter at du fikk vite om det");

    sak.fullforForste("taImotOverlevering", GODTATT).fullfor("taImotOverlevering", GODTATT);
    sak.gaaTil(kl(2026, 3, 6, 10, 0)).fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-06", "tolkBrukt", "ja"));
    sak.venterBarePaa("beOmTilbakemelding").fullfor("beOmTilbakemelding", VIL_IKKE_SVARE).venterBarePaa();
    // Four weeks end on Good Friday, so the term ends on the Tuesday after Easter.
    sak.gaaTil(kl(2026, 4, 7, 23, 0)).lopende().gaaTil(kl(2026, 4, 8, 1, 0));
    sak.avsluttet("innvilget").passerte("fattVedtak", "bestillTjeneste", "klagefristUte").passerteIkke("sendForelopigSvar", "velgHjelp");
    assertThat(milepael(sak)).isEqualTo("holdt");
  }

  @Test
  @DisplayName("Delvis innvilget, med opplysninger fra fastlegen; én enhet sier nei, og en annen tar imot; den andre løses på annen måte")
  void delvisInnvilget() {
    Sakshistorie sak = tilKartlegging(og(VANLIG, "trengsNar", "uker"));
    sak.fullfor("kartlegg", KARTLAGT).fullfor("vurderBehov", og(VURDERT, "opplysningerFra", "fastlege"));
    sak.venterBarePaa("sendEksternt").fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    sak.fullfor("registrerSvar", svar("eksterntSvar", "mottatt", "eksterntInnhold", "Fast kontakt på legekontoret"));
    sak.fullfor("vurderBehov", LANGVARIG).fullfor("fattVedtak", vedtak("delvis", "bolig", "helsehjelp"));
    assertThat(sak.lenkede("individuellplan")).as("Long-term and coordinated needs").isEqualTo(1);
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-02"));
    for (int i = 0; i < 2; i++) {
      sak.fullforForste("taImotOverlevering", svar("overleveringResultat", "avslatt", "overleveringGrunn", "Ikke ledig"));
    }
    sak.venterBarePaa("avgjorAnsvar", "avgjorAnsvar", "beOmTilbakemelding");
    for (int i = 0; i < 2; i++) {
      sak.fullforForste("avgjorAnsvar", svar("overleveringResultat", "avslatt", "overleveringBegge", true,
          "overleveringAvgjorelse", "HVK finner en annen løsning"));
    }
    sak.venterBarePaa("beOmTilbakemelding", "velgAnnenEnhet", "velgAnnenEnhet");
    sak.fullforForste("velgAnnenEnhet", svar("annenLosning", "enhet", "tilEnhet", "ephor"));
    sak.fullfor("velgAnnenEnhet", svar("annenLosning", "selv", "annenLosningHva", "Naboen og hjemmetjenesten hjelper"));
    sak.fullforSom("ephor", "taImotOverlevering", GODTATT).fullfor("beOmTilbakemelding", VIL_IKKE_SVARE).venterBarePaa();
    sak.gaaFram(29, DAYS).avsluttet("delvisInnvilget").passerte("innhent", "fattVedtak", "tjenestenStarter")
        .passerteIkke("klagePaVedtaketVed", "hjelpTrengs");
    assertThat((String) sak.variabel("vedtakTekst")).contains("Søknaden er delvis innvilget.", "Dette er ikke innvilget: Hjelp i helgene");
  }

  @Test
  @DisplayName("Avslått etter mer enn to måneder: foreløpig svar hver måned, og det siste stopper når vedtaket er fattet")
  void avslatt() {
    Sakshistorie sak = tilKartlegging(VANLIG);
    sak.gaaTil(kl(2026, 3, 23, 12, 0)).venterBarePaa("kartlegg").gaaTil(kl(2026, 3, 24, 8, 0));
    sak.venterBarePaa("kartlegg", "sendForelopigSvar").frist("sendForelopigSvar", kl(2026, 4, 7, 23, 59));
    sak.gaaTil(kl(2026, 3, 31, 9, 0)).fullfor("sendForelopigSvar", FORELOPIG).venterBarePaa("kartlegg");
    // The second one counts from the first.
    sak.gaaTil(kl(2026, 4, 22, 8, 0)).frist("sendForelopigSvar", kl(2026, 4, 30, 23, 59));
    assertThat(milepael(sak)).as("A preliminary answer is no vedtak").isEqualTo("brutt");
    sak.gaaTil(kl(2026, 4, 29, 9, 0));
    assertThat(varsler(sak)).contains("fristBrudd>hvkleder", "fristVarsel>hvk");
    sak.fullfor("sendForelopigSvar", og(FORELOPIG, "ventetVedtak", "2026-05-29"));
    sak.gaaTil(kl(2026, 5, 21, 9, 0)).venterBarePaa("kartlegg", "sendForelopigSvar");
    sak.fullfor("kartlegg", og(KARTLAGT, "samtykkeNav", "nei")).fullfor("vurderBehov", og(VURDERT, "opplysningerFra", "nav"));
    sak.venterBarePaa("fattVedtak", "sendForelopigSvar").passerteIkke("innhent");
    sak.avviser("hvk", "fattVedtak", og(vedtak("avslag"), "begrunnelse", null), "Begrunnelse");
    sak.fullfor("fattVedtak", vedtak("avslag")).venterBarePaa("fortellPersonen");
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-05-21")).fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.gaaTil(kl(2026, 6, 18, 12, 0)).venterBarePaa().lopende().gaaTil(kl(2026, 6, 19, 1, 0));
    sak.avsluttet("avslatt").passerte("sendForelopigSvar", "sendForelopigSvar", "vedtakFattetVed", "klagefristUte")
        .passerteIkke("bestillTjeneste");
  }

  @Test
  @DisplayName("Det haster: hjelpen bestilles nå og vedtaket fattes etterpå; det som ikke er med, avsluttes")
  void hjelpForVedtaket() {
    Sakshistorie sak = start("vedtak", "hvk", og(SOKNAD, "soker", "enhet", "personenVet", "ja", "mottattDato", "2026-02-27"));
    sak.fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen")).fullfor("vurderHast", STRAKS);
    sak.venterBarePaa("avtalSamtale", "velgHjelp").frist("avtalSamtale", kl(2026, 3, 3, 16, 0))
        .frist("velgHjelp", kl(2026, 3, 2, 11, 0));
    sak.fullfor("velgHjelp", svar("straksTjenester", liste("ambulant", "bemannet"), "bestilling", "Noen hos personen i kveld"));
    sak.venterBarePaa("avtalSamtale", "taImotOverlevering", "taImotOverlevering");
    sak.fullforForste("taImotOverlevering", GODTATT).fullfor("taImotOverlevering", GODTATT).passerte("hjelpIGangVed");
    // It may become urgent later too.
    sak.hendelse("hasterMer").venterBarePaa("avtalSamtale", "velgHjelp");
    sak.fullfor("velgHjelp", svar("straksTjenester", liste("familie"), "bestilling", "Avlastning i helgen"));
    sak.fullforSom("bft", "taImotOverlevering", GODTATT).venterBarePaa("avtalSamtale");
    assertThat(sak.variabel("iGang").toString()).contains("ambulant", "bemannet", "familie");
    avtal(sak).fullfor("kartlegg", KARTLAGT).fullfor("vurderBehov", VURDERT);
    sak.fullfor("fattVedtak", vedtak("delvis", "ambulant", "oppfolging"));
    sak.venterBarePaa("avsluttTjeneste", "avsluttTjeneste", "fortellPersonen", "taImotOverlevering");
    sak.fullforForste("avsluttTjeneste", SLUTT).fullfor("avsluttTjeneste", SLUTT).fullforSom("ephor", "taImotOverlevering", GODTATT);
    sak.passerte("fortsetter").passerte("tjenestenAvsluttet");
    assertThat(milepael(sak)).isEqualTo("holdt");
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-02")).fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    sak.gaaFram(29, DAYS).avsluttet("delvisInnvilget").passerte("velgHjelp", "bestillTjeneste", "fattVedtak");
  }

  @Test
  @DisplayName("Søknaden trekkes: hjelpen som er i gang, avsluttes")
  void trukket() {
    Sakshistorie sak = start("vedtak", "hvk", SOKNAD).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    sak.fullfor("vurderHast", STRAKS).fullfor("velgHjelp", svar("straksTjenester", liste("ambulant"), "bestilling", "I dag"));
    sak.fullfor("taImotOverlevering", GODTATT).hendelse("soknadTrukket").venterBarePaa("registrerTrukket");
    sak.fullfor("registrerTrukket", TRUKKET).venterBarePaa("avsluttTjeneste").frist("avsluttTjeneste", kl(2026, 3, 9, 23, 59));
    sak.fullforSom("botiltak", "avsluttTjeneste", SLUTT).avsluttet("trukket").passerteIkke("fattVedtak", "oppfolging");
    assertThat(milepael(sak)).isEqualTo("ikke nådd");
  }

  @Test
  @DisplayName("Vil ikke søke likevel, sier personen når vi ringer igjen")
  void trukketVedKontaktforsok() {
    Sakshistorie sak = tilKartlegging(VANLIG);
    sak.fullfor("kartlegg", svar("samtaleHoldt", "nei")).gaaFram(3, DAYS);
    sak.fullfor("provKontakt", svar("kontaktResultat", "oppnaadd")).venterBarePaa("avtalSamtale");
    sak.frist("avtalSamtale", kl(2026, 3, 9, 16, 0)).fullfor("avtalSamtale", svar("samtaleAvtalt", "nei")).gaaFram(3, DAYS);
    sak.fullfor("provKontakt", svar("kontaktResultat", "onskerIkke")).venterBarePaa("registrerTrukket");
    sak.fullfor("registrerTrukket", TRUKKET).avsluttet("trukket").passerte("villeIkke", "soknadTrukketKontakt");
  }

  @Test
  @DisplayName("Ingen kontakt: vedtaket fattes likevel på det som er kjent")
  void utenSamtale() {
    Sakshistorie sak = tilKartlegging(VANLIG);
    sak.fullfor("kartlegg", svar("samtaleHoldt", "nei"));
    for (int dager : new int[] {3, 6, 9}) {
      sak.gaaFram(dager, DAYS).fullfor("provKontakt", svar("kontaktResultat", "ikkeOppnaadd"));
    }
    sak.fullforSom("hvkleder", "bestemVidere", svar("kontaktVidere", "avslutt", "kontaktBegrunnelse", "Prøvd i tre uker",
        "kontaktBeskjed", "ja")).venterBarePaa("vurderBehov");
    sak.fullfor("vurderBehov", og(VURDERT, "opplysningerFra", "spesialist")).venterBarePaa("fattVedtak");
    sak.fullfor("fattVedtak", vedtak("avslag")).passerte("utenSamtale").venterBarePaa("fortellPersonen");
    avslutt(sak);
  }

  // Appeals

  @Test
  @DisplayName("Klage tatt til følge av en annen enn den som fattet vedtaket: tjenestene endres med en gang")
  void klageTattTilFolge() {
    Sakshistorie sak = fortalt();
    sak.gaaFram(10, DAYS).hendelse("klagePaVedtak").venterBarePaa("registrerKlage");
    sak.fullfor("registrerKlage", og(KLAGE, "klageDato", "2026-03-12")).venterBarePaa("vurderKlage");
    sak.frist("vurderKlage", kl(2026, 3, 26, 23, 59));
    sak.avviser("hvk", "vurderKlage", vurdering("omgjores"), "av en annen");
    sak.fullforSom("hvk2", "vurderKlage", vurdering("omgjores")).venterBarePaa("endreVedtak");
    sak.fullfor("endreVedtak", nyttVedtak("oppfolging", "ambulant")).venterBarePaa("fortellEndring", "taImotOverlevering");
    assertThat(variabelI(sak, "nyttVedtakTekst")).startsWith("Vedtaket er endret etter klagen din.")
        .contains("klage på vedtaket innen 4 uker etter at du fikk vite om det");
    sak.fullforSom("botiltak", "taImotOverlevering", GODTATT);
    sak.fullfor("fortellEndring", svar("fortaltHvordan", "telefon", "endringFortaltDato", "2026-03-12"));
    sak.avsluttet("klageTattTilFolge").passerte("klagePaVedtaketVed", "vurderKlage", "endreTjenester")
        .passerteIkke("sendStatsforvalter", "klagefristUte");
  }

  @Test
  @DisplayName("Klage ikke tatt til følge: enheten minnes om å purre til Statsforvalteren svarer at vedtaket står")
  void klageIkkeTattTilFolge() {
    Sakshistorie sak = klaget(fortalt());
    sak.fullforSom("hvkleder", "vurderKlage", vurdering("opprettholdes")).venterBarePaa("sendStatsforvalter");
    sak.fullfor("sendStatsforvalter", SENDT).venterBarePaa("registrerAvgjorelse");
    sak.frist("registrerAvgjorelse", kl(2026, 6, 2, 23, 59)).gaaTil(kl(2026, 5, 5, 9, 0));
    assertThat(purringer(sak)).isEqualTo(1);
    sak.gaaTil(kl(2026, 6, 5, 9, 0)).venterBarePaa("registrerAvgjorelse");
    assertThat(purringer(sak)).isEqualTo(2);
    sak.gaaTil(kl(2026, 7, 8, 9, 0));
    assertThat(purringer(sak)).isEqualTo(3);
    sak.fullfor("registrerAvgjorelse", svar("avgjorelse", "stadfestet", "avgjorelseInnhold", "Vedtaket er forsvarlig"));
    sak.venterBarePaa("fortellKlagesvar").gaaTil(kl(2026, 9, 7, 9, 0));
    assertThat(purringer(sak)).as("None after the answer").isEqualTo(3);
    sak.fullfor("fortellKlagesvar", klagesvar("2026-09-07"));
    sak.avsluttet("klageIkkeTattTilFolge").passerte("vurderKlage", "minnOmSvar", "fortellKlagesvar").passerteIkke("endreVedtak");
  }

  @Test
  @DisplayName("Statsforvalteren sender saken tilbake, HVK vurderer på nytt, og Statsforvalteren endrer til slutt vedtaket")
  void statsforvalterenEndrer() {
    Sakshistorie sak = klaget(fortalt());
    sak.fullforSom("hvk2", "vurderKlage", vurdering("opprettholdes")).fullfor("sendStatsforvalter", SENDT);
    sak.fullfor("registrerAvgjorelse", svar("avgjorelse", "opphevet", "avgjorelseInnhold", "Ikke godt nok utredet"));
    sak.venterBarePaa("vurderKlage").avviser("hvk", "vurderKlage", vurdering("opprettholdes"), "av en annen");
    sak.fullforSom("hvk2", "vurderKlage", vurdering("opprettholdes")).fullfor("sendStatsforvalter", SENDT);
    sak.fullfor("registrerAvgjorelse", svar("avgjorelse", "omgjort", "avgjorelseInnhold", "Skal ha hjelp i helgene"));
    sak.fullfor("endreVedtak", nyttVedtak("oppfolging")).venterBarePaa("fortellEndring");
    sak.fullfor("fortellEndring", svar("fortaltHvordan", "mote", "endringFortaltDato", "2026-03-02"));
    sak.avsluttet("klageTattTilFolge").passerte("sendStatsforvalter", "vurderKlage", "sendStatsforvalter", "endreVedtak");
  }

  @Test
  @DisplayName("Delvis medhold gjennomføres med en gang, og resten avgjøres av Statsforvalteren")
  void delvisMedhold() {
    Sakshistorie sak = klaget(fortalt());
    sak.fullforSom("hvk2", "vurderKlage", vurdering("delvis")).fullfor("endreVedtak", nyttVedtak("oppfolging", "aktivitet"));
    sak.fullforSom("stavne", "taImotOverlevering", GODTATT);
    sak.fullfor("fortellEndring", svar("fortaltHvordan", "mote", "endringFortaltDato", "2026-03-02"));
    sak.venterBarePaa("sendStatsforvalter").fullfor("sendStatsforvalter", SENDT);
    sak.fullfor("registrerAvgjorelse", svar("avgjorelse", "stadfestet", "avgjorelseInnhold", "Resten står"));
    sak.fullfor("fortellKlagesvar", klagesvar("2026-03-02")).avsluttet("klageTattTilFolge").passerte("delvisTattTilFolge");
  }

  @Test
  @DisplayName("Klagen trekkes: vedtaket står")
  void klagenTrukket() {
    Sakshistorie sak = klaget(fortalt());
    sak.hendelse("klageTrukket").avsluttet("innvilget").passerte("klagenTrukket").passerteIkke("sendStatsforvalter");
    Sakshistorie senere = klaget(fortalt());
    senere.fullforSom("hvk2", "vurderKlage", vurdering("omgjores")).venterBarePaa("endreVedtak");
    senere.hendelse("klageTrukket").avsluttet("innvilget").passerteIkke("endreTjenester");
  }

  @Test
  @DisplayName("Innlagt og i fengsel holder ingen lovfrist igjen: foreløpig svar etter en måned, klagefrist på fire uker")
  void fristeneLoperUnderOpphold() {
    Sakshistorie fortalt = fortalt().hendelse("fengsel").fullfor("tilpassSaken", OPPHOLD).venterBarePaa();
    Sakshistorie sak = start("vedtak", "hvk", og(SOKNAD, "pasientNavn", "Ola Annen")).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    sak.hendelse("innlagt").venterBarePaa("vurderHast", "tilpassSaken");
    sak.fullfor("vurderHast", VANLIG).fullfor("tilpassSaken", OPPHOLD);
    sak.gaaTil(kl(2026, 3, 24, 10, 0)).venterBarePaa("avtalSamtale", "sendForelopigSvar");
    sak.frist("sendForelopigSvar", kl(2026, 4, 7, 23, 59)).fullfor("sendForelopigSvar", FORELOPIG);
    fortalt.gaaTil(kl(2026, 4, 1, 12, 0)).avsluttet("innvilget");
    avslutt(sak);
  }

  @Test
  @DisplayName("Personen vil klage da vedtaket ble fortalt: klagen registreres med en gang")
  void klagerMedEnGang() {
    Sakshistorie sak = fattet();
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-02", "vilKlage", "ja"));
    sak.venterBarePaa("beOmTilbakemelding", "registrerKlage").passerteIkke("klagetid");
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE).hendelse("klageTrukket").avsluttet("innvilget");
  }

  @Test
  @DisplayName("Klage på et tidligere vedtak: for sent, men gode grunner; ikke gode grunner; eller trukket")
  void senKlage() {
    Map<String, Object> sen = og(SOKNAD, "sakstype", "klage", "onsketTjeneste", null);
    Map<String, Object> register = og(KLAGE, "klageDato", "2026-03-02", "vedtakTekst", "Avslag på ambulant team i januar",
        "tjenester", liste("oppfolging"), "vedtakAv", "hvk2", "klageFrist", "nei", "klageTasImot", "ja",
        "klageTasImotGrunn", "Var innlagt");
    Sakshistorie sak = start("vedtak", "hvk", sen).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    sak.venterBarePaa("registrerKlage").fullfor("registrerKlage", register);
    sak.avviser("hvk2", "vurderKlage", vurdering("omgjores"), "av en annen").fullfor("vurderKlage", vurdering("omgjores"));
    sak.fullfor("endreVedtak", nyttVedtak("oppfolging", "ambulant")).fullforSom("botiltak", "taImotOverlevering", GODTATT);
    sak.fullfor("fortellEndring", svar("fortaltHvordan", "post", "endringFortaltDato", "2026-03-02"));
    sak.avsluttet("klageTattTilFolge").passerte("senKlage", "fortsetter").passerteIkke("behandling");

    Sakshistorie avvist = start("vedtak", "hvk", sen).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    avvist.fullfor("registrerKlage", og(register, "klageTasImot", "nei")).venterBarePaa("fortellKlagesvar");
    avvist.fullfor("fortellKlagesvar", klagesvar("2026-03-02")).avsluttet("klageIkkeTattTilFolge").passerteIkke("vurderKlage");

    Sakshistorie trukket = start("vedtak", "hvk", sen).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    trukket.hendelse("klageTrukket").avsluttet("trukket").passerteIkke("registrerTrukket");
  }

  // Who has the case, and how urgent it is

  @Test
  @DisplayName("Under 18 år: Barne- og familietjenesten har saken")
  void under18() {
    Sakshistorie sak = start("vedtak", "bft", og(SOKNAD, "pasientFodselsdato", "2010-04-01", "soker", "parorende",
        "personenVet", "nei")).fullforSom("bft", "ivaretaParorende", svar("parorendeUtfall", "ingen"));
    sak.fullforSom("bft", "vurderHast", og(VANLIG, "koordinator", "bft", "stedfortreder", "bft2")).venterBarePaa("avtalSamtale");
    sak.fullforSom("bft", "avtalSamtale", AVTALT).hendelse("klage");
    sak.fullforSom("bftleder", "svarPaaKlage", KLAGE_HJELP).venterBarePaa("kartlegg");
    avslutt(sak);
  }

  @Test
  @DisplayName("Hastegraden: konsekvens, når hjelpen trengs, og hva personen har nå")
  void hastegrad() {
    assertThat(haster("alvorlig", "senere", "litt")).isEqualTo("straks");
    assertThat(haster("alvorlig", "naa", "nok")).isEqualTo("snart");
    assertThat(haster("strev", "naa", "ingen")).isEqualTo("straks");
    assertThat(haster("forverring", "naa", "nok")).isEqualTo("snart");
    assertThat(haster("forverring", "senere", "nok")).isEqualTo("snart");
    assertThat(haster("strev", "uker", "ingen")).isEqualTo("snart");
    assertThat(haster("strev", "senere", "ingen")).isEqualTo("vanlig");
  }

  @Test
  @DisplayName("Startet fra en annen sak: barn og pårørende er ivaretatt der, og koordinatoren der vises og får vite utfallet")
  void lenket() {
    Sakshistorie sak = startInnenfra("vedtak", svar("pasientId", UUID.randomUUID().toString(), "pasientmerke", "K.N. 1985",
        "pasientAlder", 40, "pasientKjonn", "kvinne", "lenket", true, "startetFra", null, "harBarn", "ja", "henvendelse",
        "Trenger bolig", "onsketTjeneste", "bolig", "koordinator", "mosenter2", "stedfortreder", "mosenter", "enhet", "mosenter"));
    sak.venterBarePaa("vurderHast").passerte("ivaretattDerVed").passerteIkke("avklarBarnVed");
    assertThat(sak.variabel("kontaktIStartsaken")).isEqualTo("mosenter2");
    sak.fullfor("vurderHast", VANLIG).venterBarePaa("avtalSamtale").frist("avtalSamtale", kl(2026, 3, 9, 16, 0));
    avtal(sak).fullfor("kartlegg", KARTLAGT).fullfor("vurderBehov", svar("vurdering", "Trenger bolig", "opplysningerFra", "nei"));
    sak.venterBarePaa("fattVedtak").passerteIkke("startPlan").fullfor("fattVedtak", vedtak("avslag"));
    sak.avviser("hvk", "fortellPersonen", og(FORTALT, "informertDato", "2026-03-02"), "få vite hva som er bestemt");
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-02", "kanFortelles", "ja"));
    sak.venterBarePaa("beOmTilbakemelding", "lesVedtaket").fullforSom("mosenter2", "lesVedtaket", svar("vedtakLest", true));
    sak.fullfor("beOmTilbakemelding", VIL_IKKE_SVARE).gaaFram(29, DAYS).avsluttet("avslatt");
  }

  @Test
  @DisplayName("Søknad nummer to: legges til saken som løper, eller blir egen sak")
  void lopendeSak() {
    Map<String, Object> samme = og(SOKNAD, "pasientFodselsdato", null, "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1985, 4, 1), 7));
    Sakshistorie forste = start("vedtak", "hvk", samme).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    forste.fullfor("vurderHast", VANLIG);
    Sakshistorie andre = start("vedtak", "hvk", samme);
    andre.venterBarePaa("avgjorLopende").fullfor("avgjorLopende", svar("lopendeValg", "leggTil", "lopendeNotat", "Ny adresse"));
    andre.fullfor("taMedHenvendelse", svar("tattMed", true)).avsluttet("lagtTilLopende").passerteIkke("behandling");
    Sakshistorie tredje = start("vedtak", "hvk", og(samme, "onsketTjeneste", "bolig"));
    tredje.fullfor("avgjorLopende", svar("lopendeValg", "egenSak")).venterBarePaa("ivaretaParorende", "vurderHast");
    avslutt(tredje);
    avslutt(forste);
  }

  // Events at any time

  @Test
  @DisplayName("Ønsker ikke mer hjelp: tjenestene i vedtaket avsluttes")
  void onsketIkkeHjelp() {
    Sakshistorie sak = fortalt();
    sak.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).venterBarePaa("avsluttTjeneste");
    sak.fullforSom("ephor", "avsluttTjeneste", SLUTT).avsluttet("onsketIkkeHjelp").passerteIkke("klagefristUte");
  }

  @Test
  @DisplayName("Død: feil melding rettes, riktig melding bekreftes av en annen")
  void dod() {
    Sakshistorie sak = tilKartlegging(VANLIG);
    sak.hendelse("dod").fullfor("bekreftDod", svar("dodsmelding", "rettet", "dodRettGrunn", "Forvekslet"));
    sak.venterBarePaa("kartlegg").passerte("dodRettetVed").hendelse("dod");
    sak.fullfor("bekreftDod", svar("dodsmelding", "bekreftet", "dodKilde", "lege"));
    sak.fullfor("fortellParorende", svar("dodParorende", "ingen"));
    sak.fullfor("avklarDodsarsak", svar("mistanke", "nei"));
    sak.fullfor("fortellEnheter", svar("dodEnheter", liste("fastlege"), "dodAvtaler", true));
    sak.fullforSom("hvkleder", "vurderVarsel", svar("dodVarsel", "nei", "dodVarselGrunn", "Ventet død", "dodGjennomgang", "nei"));
    sak.avsluttet("dod").passerte("dodFeilVed", "dodsfallVedKall");
  }

  @Test
  @DisplayName("Overført til annen kommune, og feilregistrert")
  void overfortOgFeilregistrert() {
    Sakshistorie sak = tilKartlegging(VANLIG);
    sak.hendelse("overfortKommune").fullfor("avtalOverforing", svar("mottakendeKommune", "Malvik", "overforingSamtykke", "nei",
        "overforingEgen", "Nummeret til legevakten")).avsluttet("overfort");
    Sakshistorie feil = tilKartlegging(VANLIG);
    feil.hendelse("feilregistrert").fullforSom("hvkleder", "begrunnFeil", svar("feilGrunn", "dobbelt", "feilBegrunnelse",
        "Registrert to ganger")).avsluttet("feilregistrert");
  }

  @Test
  @DisplayName("Innlagt, i fengsel, nytt samtykke og klage på hjelpen stopper ikke saken; barn får sin egen")
  void hendelserUnderveis() {
    Sakshistorie sak = start("vedtak", "hvk", og(SOKNAD, "harBarn", "ja"));
    sak.venterBarePaa("avklarBarn", "vurderHast").fullfor("avklarBarn", svar("harBarn", "ja", "barnTrygge", "ja",
        "barnSituasjon", "Hos mormor")).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    assertThat(sak.lenkede("barn")).isEqualTo(1);
    sak.fullfor("vurderHast", VANLIG);
    avtal(sak);
    for (String hendelse : List.of("innlagt", "fengsel")) {
      sak.hendelse(hendelse).venterBarePaa("kartlegg", "tilpassSaken").frist("tilpassSaken", kl(2026, 3, 5, 16, 0));
      sak.fullfor("tilpassSaken", OPPHOLD);
    }
    sak.passerte("tilpassetInnlagtVed", "tilpassetFengselVed").venterBarePaa("kartlegg");
    sak.hendelse("samtykkeEndret").fullfor("endreSamtykke", svar("samtykkeFastlege", "ja", "samtykkeSpesialist", "nei",
        "samtykkeNav", "nei", "samtykkeSkole", "nei", "samtykkeParorende", "nei", "samtykkeBft", "nei", "samtykkeHvk", "nei",
        "samtykkeAndre", "nei"));
    sak.hendelse("klage").fullforSom("hvkleder", "svarPaaKlage", KLAGE_HJELP);
    sak.passerte("samtykkeRegistrertVed", "klageHjelpBehandletVed").venterBarePaa("kartlegg");
    avslutt(sak);
  }

  // How the stories are told

  private Sakshistorie tilKartlegging(Map<String, Object> hast) {
    Sakshistorie sak = start("vedtak", "hvk", SOKNAD).fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    return avtal(sak.fullfor("vurderHast", hast)).venterBarePaa("kartlegg");
  }

  private static Sakshistorie avtal(Sakshistorie sak) {
    return sak.fullfor("avtalSamtale", AVTALT);
  }

  /** Granted, the service taken over, and the person told on 2 March; only the term for appeal is left. */
  private Sakshistorie fortalt() {
    Sakshistorie sak = fattet();
    sak.fullfor("fortellPersonen", og(FORTALT, "informertDato", "2026-03-02")).fullfor("beOmTilbakemelding", VIL_IKKE_SVARE);
    return sak.venterBarePaa();
  }

  /** Granted, and the service taken over; the person does not know yet. */
  private Sakshistorie fattet() {
    Sakshistorie sak = tilKartlegging(VANLIG).fullfor("kartlegg", KARTLAGT);
    sak.fullfor("vurderBehov", og(LANGVARIG, "koordinertBehov", "nei"));
    return sak.fullfor("fattVedtak", vedtak("innvilget", "oppfolging")).fullforSom("ephor", "taImotOverlevering", GODTATT);
  }

  private Sakshistorie klaget(Sakshistorie sak) {
    return sak.hendelse("klagePaVedtak").fullfor("registrerKlage", og(KLAGE, "klageDato", "2026-03-02")).venterBarePaa("vurderKlage");
  }

  private String haster(String konsekvens, String trengsNar, String hjelpNaa) {
    Sakshistorie mottak = startInnenfra("vedtak-mottak", svar("saksnummer", "VED-HAST", "enhet", "hvk", "pasientAlder", 40,
        "soknadMottattTid", "2026-03-02"));
    mottak.fullfor("vurderHast", og(VANLIG, "konsekvens", konsekvens, "trengsNar", trengsNar, "hjelpNaa", hjelpNaa));
    return (String) mottak.avsluttet("hastVurdert").variabel("hastegrad");
  }

  /** Leaves nothing running behind the story. */
  private static void avslutt(Sakshistorie sak) {
    sak.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeHjelp");
  }

  private static Map<String, Object> vurdering(String klageVurdering) {
    return svar("klageVurdering", klageVurdering, "klageBegrunnelse", "Vurdert hvert punkt i klagen");
  }

  private static Map<String, Object> klagesvar(String dag) {
    return svar("fortaltHvordan", "mote", "svarFortaltDato", dag, "videreHjelp", "Hjelpen fra før fortsetter");
  }

  private static Map<String, Object> nyttVedtak(String... tjenester) {
    return svar("tjenester", liste(tjenester), "faarTekst", "Hjelp også i helgene", "startDato", "2026-03-14", "begrunnelse",
        "Helgene er de vanskeligste dagene", "lovgrunnlag", liste(LOV));
  }

  private static JsonValue liste(String... verdier) {
    return SpinValues.jsonValue(Arrays.stream(verdier).map(verdi -> '"' + verdi + '"')
        .collect(Collectors.joining(",", "[", "]"))).create();
  }

  private static Map<String, Object> vedtak(String utfall, String... tjenester) {
    Map<String, Object> svar = svar("vedtakUtfall", utfall, "begrunnelse", "Personen klarer ikke hverdagen alene",
        "lovgrunnlag", liste(LOV));
    if (!utfall.equals("avslag")) {
      svar = og(svar, "tjenester", liste(tjenester), "faarTekst", "To besøk i uka", "startDato", "2026-03-10");
    }
    return utfall.equals("innvilget") ? svar : og(svar, "faarIkkeTekst", "Hjelp i helgene");
  }

  private List<String> varsler(Sakshistorie sak) {
    return jdbc.sql("SELECT mal || '>' || gruppe FROM varsel WHERE saksnummer = ?").param(sak.saksnummer())
        .query(String.class).list();
  }

  private long purringer(Sakshistorie sak) {
    return varsler(sak).stream().filter("purrEksternt>hvk"::equals).count();
  }

  /** How the milestone {@code vedtak} went: kept, broken, or not reached when the case ended. */
  private String milepael(Sakshistorie sak) {
    return jdbc.sql("SELECT CASE WHEN brutt IS NOT NULL THEN 'brutt' WHEN naadd IS NOT NULL THEN 'holdt' ELSE 'ikke nådd' END "
        + "FROM frist WHERE saksnummer = ? AND type = 'milepael' AND navn = 'vedtak'").param(sak.saksnummer())
        .query(String.class).single();
  }

  /** What a part of the case holds, such as a called process. */
  private String variabelI(Sakshistorie sak, String navn) {
    List<String> verdier = jdbc.sql("""
        SELECT TEXT_ FROM ACT_HI_VARINST WHERE ROOT_PROC_INST_ID_ = ? AND NAME_ = ? AND TEXT_ IS NOT NULL ORDER BY TEXT_
        """).params(sak.rot(), navn).query(String.class).list();
    return verdier.isEmpty() ? null : verdier.get(0);
  }
}
