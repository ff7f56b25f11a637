package no.forlop.nettleser;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.forlop.forlop.Sakshistorie;
import no.forlop.plass.Plass;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** One whole case of each pathway as staff do it in Tasklist, each in his own window; pictures in target/skjermbilder. */
@Nettlesertest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeleSakerTest extends Nettlesergrunnlag {

  @Autowired
  private Plass plass;

  private Sakshistorie sak;
  private String saksnummer;
  private String forlop;
  private int bilde;

  @BeforeEach
  void mandagMorgen() {
    rydd();
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:00Z")));
  }

  @AfterEach
  void rydd() {
    ClockUtil.reset();
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(rest -> motor.getRuntimeService().deleteProcessInstance(rest.getId(), "Story over"));
  }

  @Test
  void utskriving() {
    start("utskriving", "hvk", svar("meldingstype", "utskrivningsklar", "avsender", "ostmarka", "pasientNummer",
        "12858510048", "pasientNavn", "Kari Nordmann", "pasientTelefon", "900 00 001", "harBarn", "nei", "meldingInnhold",
        List.of("problem", "andre", "diagnose", "funksjon", "mote", "oppfolging")));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    fullfor("svarSykehus", svar("svar", "kan", "koordinator", ansatt("hvk"), "stedfortreder", ansatt("hvk2")));
    fullfor("velgTilbud", svar("tilbud", "leistad", "hastegrad", "straks"));
    fullfor("bekreftPlass", svar("innkomstDato", "2026-03-02"));
    fullfor("bekreftUtreise", svar("mottakBekreftet", true, "fastlegeInformert", "ja", "medisiner", true, "epikrise",
        "folger", "selvmordstanker", "nei", "samtykkeFastlege", "ja", "samtykkeSpesialist", "ja", "samtykkeParorende",
        "ikkeSpurt"));
    fullfor("taImot", svar("koordinator", ansatt("leistad"), "stedfortreder", ansatt("leistad2"), "hvaErViktig",
        "Komme hjem", "informert", true));
    fullfor("kartlegg", svar("hjelpebehov", "selv", "egenBolig", "ja", "behovNotat", "Mat og struktur", "tryggHjemme", "ja"));
    fullfor("individuellplan", svar("individuellPlan", "ikkeBehov"));
    fullfor("velgVidere", svar("tilbud", "egenUten"));
    fullfor("lagPlan", svar("egneMal", "Klare meg selv", "tiltak", "Ringe ved behov", "enigIPlanen", "ja"));
    fullfor("skrivUt", svar("planUtlevert", true, "trygghetsplassInfo", true, "epikriseStatus", "mottatt",
        "kontaktAvtale", "2026-03-08"));
    fullfor("kontakt", svar("fikkKontakt", "ja", "slikGarDet", "Bra", "tjenesterIGang", "ja", "epikriseStatus", "mottatt"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetUten");
  }

  @Test
  void overdose() {
    start("overdose", "legevakt", svar("tidspunkt", "2026-03-02T08:30", "bydel", "midtbyen", "rusmidler",
        List.of("opioider"), "nalokson", "ja", "naloksonGittAv", "ambulanse", "utfall", "lever", "sykehus", "ja",
        "intensjon", "uhell", "omstendigheter", "Funnet av en forbipasserende", "melder", "amk", "akuttFare", "ja",
        "samtykkeKontakt", "ikkeSpurt", "personstatus", "kjent", "pasientNavn", "Kari Nordmann", "pasientFodselsdato",
        "1985-05-17", "gravid", "nei", "harBarn", "nei", "sprak", "norsk"));
    fullfor("taKontakt", svar("koordinator", ansatt("helseteam"), "stedfortreder", ansatt("helseteam2"), "kontaktSvar",
        "oppnaadd", "kontaktmate", "oppsokt", "hvaErViktig", "Et sted å bo"));
    fullfor("avklarRytme", svar("tidligereOverdose", "nei", "injiserer", "nei", "blander", "nei", "lostFengsel", "nei",
        "utskrevetRusfri", "nei", "brukerAlene", "nei", "harNalokson", "ja"));
    fullfor("holdSamtale", svar("intensjonSamtale", "uhell", "samtaleHendelse", "Det gikk fort", "toleranse", "ja",
        "ikkeAlene", "ja", "naloksonUtdelt", "ja", "tryggPlan", "ja", "lar", "nei", "hepatittC", "tilbudt", "bosituasjon",
        "egen", "harParorende", "nei"));
    fullfor("lagPlan", svar("egneMal", "Sove bedre", "personenEnig", "ja"));
    gaaTil("2026-03-09T11:00:00Z");
    fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "gjennomfort", "siden", "Har hatt det bra", "naloksonNa", "ja"));
    gaaTil("2026-03-30T10:00:00Z");
    fullfor("taOppfolgingskontakt", svar("kontaktUtfall", "overfores", "siden", "Vil til EPHOR", "naloksonNa", "ja",
        "tilEnhet", "ephor", "samtykkeOverforing", "ja"));
    fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("overfort");
  }

  @Test
  void etterlatte() {
    start("etterlatte", "barnevernvakt", svar("meldtFra", "politi", "melderNavn", "Operasjonsleder", "dodsdato",
        "2026-03-01", "dodsarsak", "selvmord", "dodsbudskapGitt", "ja", "dodsbudskapAv", "politi", "dodsbudskapNaar",
        "i natt", "etterlatte", List.of(svar("navn", "Kari Nordmann", "telefon", "90000001", "relasjon", "familie",
            "aldersgruppe", "voksen"))));
    fullfor("avklarBarn", svar("harBarn", "nei"));
    fullfor("taKontakt", svar("kontaktMaate", "besok", "kontaktSvar", "samtale", "aldersgruppe", "voksen", "ikkeAlene", "ja"));
    fullfor("forsteSamtale", svar("hvaErViktig", "At noen ringer", "praktiskHjelp", "nei", "sovn", "store", "arbeidSkole",
        "permisjon", "egneTanker", "nei", "skriftligInfo", "gitt"));
    fullfor("avtalOppfolging", svar("egneMal", "Sove om natta", "enig", "ja", "videreAnsvar", "lengre", "henvisning", "nei",
        "gruppe", "nei", "samtykkeFastlege", "ja", "samtykkeSpesialist", "ikkeSpurt", "samtykkeSkole", "ikkeSpurt",
        "onsketRytme", "faerre"));
    fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    fullfor("velgKontaktperson", svar("koordinator", ansatt("ephor"), "stedfortreder", ansatt("ephor2"),
        "kontaktpersonVarslet", true));
    gaaTil("2026-03-23T08:00:00Z");
    fullfor("holdSamtale", snakket("fortsett"));
    gaaTil("2026-09-01T08:00:00Z");
    fullfor("holdSamtale", snakket("enige"));
    fullfor("tilbyKartlegging", svar("kartleggingSvar", "ja"));
    fullfor("svarIesr", ledd("iesr", 22, 1));
    fullfor("svarPg13r", med(ledd("pg13r", 10, 3), "pg13rFungering", "ja"));
    fullfor("gjennomgaaSvar", svar("henvisning", "nei"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("alleEtterlatte");
  }

  @Test
  void moinntak() {
    start("moinntak", "mosenter", svar("henvendelsesmate", "oppmote", "personstatus", "kjent", "pasientNavn",
        "Kari Nordmann", "pasientFodselsdato", "1985-04-01", "hvaErViktig", "Ro i hverdagen", "harBarn", "nei"));
    fullfor("mottak", svar("akuttFare", "nei", "onskerEndring", "ja", "rusproblem", "ja", "psykiskProblem", "usikker"));
    fullfor("velgKoordinator", svar("koordinator", ansatt("mosenter2"), "stedfortreder", ansatt("mosenter"), "samtaleTid",
        "2026-03-05"));
    gaaTil("2026-03-05T09:00:00Z");
    fullfor("forsteSamtale", svar("samtaleHoldt", "ja", "samtaleForm", "senter", "personensOnske",
        "Vil ha egen leilighet og drikke mindre", "hjelpGitt", "Time hos fastlegen og noe å spise", "samtykkeParorende", "nei"));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    fullfor("velgOmrader", svar("omrader", List.of("bolig", "audit")));
    for (int omraade = 0; omraade < 2; omraade++) {
      if (sak.apneNavn().contains("bolig")) {
        fullfor("bolig", svar("boligSvar", "ja", "boligNa", "venner", "boligTrygg", "nei", "soverInne", "ja"));
      } else {
        fullfor("audit", svar("auditSvar", "nei"));
      }
    }
    fullfor("gaGjennom", svar("kartleggingPersonen", "Et sted å bo", "flereOmrader", "nei"));
    fullfor("lagPlan", svar("mal", "Egen leilighet før sommeren", "langvarigBehov", "nei", "koordinertBehov", "nei",
        "personEnig", "ja"));
    gaaTil(naa().plus(95, DAYS).toString());
    fullfor("evaluer", svar("evalueringHoldt", "ja", "evalueringPersonen", "Sover bedre og har fått egen dør", "personVil",
        "avslutte", "koordinatorVil", "avslutte"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("planGjennomfort");
  }

  /** Full at first: other help, a call-back, and then the stay until the limit asks for a decision. */
  @Test
  void trygghetsopphold() {
    plass.settKapasitet("leistad-trygghet", 0);
    start("trygghetsopphold", "leistad", svar("henvendelse", "Sover ikke og er redd for å være alene", "trengerLege", "nei",
        "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-04-01", "pasientTelefon", "900 00 001", "harBarn", "nei"));
    fullfor("avklarOpphold", svar("tilbud", "plass", "avvikGrunn", "Var her før registeret", "selvmordstanker", "nei",
        "koordinator", ansatt("leistad2"), "stedfortreder", ansatt("leistad")));
    fullfor("giHjelpNaa", svar("hjelpNaa", "nettverk", "hjelpAvtale", "Sover hos søsteren", "hjelpMottatt", "ja", "vilVente", "ja"));
    fullfor("ringMensVenter", svar("behovFortsatt", "ja", "venteNotat", "Fortsatt utrygg", "selvmordstanker", "nei"));
    plass.settKapasitet("leistad-trygghet", 2);
    sak.gaaFram(1, SECONDS);
    fullfor("tilbyPlass", svar("plassSvar", "kommer", "ankomstAvtalt", "2026-03-02T12:00"));
    fullfor("taImot", svar("kom", "ja", "hvaErViktig", "Sove om natten", "informert", true, "samtykkeParorende", "nei"));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    fullfor("trygghetssamtale", svar("utrygghet", "Nettene", "hjulpetFor", "At noen er våkne", "avtaleOpphold", "Tur hver dag",
        "selvmordstanker", "nei"));
    gaaTil("2026-03-03T09:00:00Z");
    fullfor("dagligSamtale", svar("samtaleHoldt", "ja", "dagNotat", "Sov hele natten", "selvmordstanker", "nei"));
    gaaTil("2026-03-04T09:00:00Z");
    fullfor("dagligSamtale", svar("samtaleHoldt", "onsketIkke", "dagNotat", "Ville være i fred"));
    gaaTil("2026-03-05T13:00:00Z");
    fullfor("avsluttOpphold", svar("veien", "hjem", "avreiseAvtale", "Ambulant team ringer i morgen", "enigIVeien", "ja"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("droHjem");
  }

  @Test
  void kad() {
    start("kad", "legevakt", svar("pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-04-01", "harBarn", "nei",
        "lege", "legevakt", "kadType", "rus", "henvendelse", "Vil bort fra miljøet noen dager", "kritVoksen", "ja",
        "kritAvklart", "ja", "kritLikeGodt", "ja", "kritForordnet", "ja", "behandling", "Faste medisiner", "ekskSykehus",
        "nei", "ekskRus", "nei", "ekskFare", "nei"));
    fullfor("taImot", svar("ankomst", "kom", "koordinator", ansatt("leistad"), "stedfortreder", ansatt("leistad2"),
        "samtykkeParorende", "nei", "hvaErViktig", "Sove", "informert", true));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    gaaTil("2026-03-03T09:00:00Z");
    fullfor("dagsnotat", svar("notat", "Rolig døgn", "selvmordstanker", "nei"));
    fullfor("legetilsyn", svar("tilsynNotat", "Uthvilt, klar for å reise", "videre", "hjem"));
    fullfor("lagPlan", svar("egneMal", "Hjem til katten", "tiltak", "Fastlegen neste uke", "enigIPlanen", "ja",
        "sikkerhetsplanAktuell", "nei", "oppfolging", List.of("fastlege"), "gjelder", "Samtaler", "samtykkeFastlege", "ja"));
    fullfor("giNalokson", svar("nalokson", "gitt", "toleranseSagt", true));
    fullfor("skrivUt", svar("planGitt", true, "medisinerSikret", true, "hjemreise", "folge"));
    fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "elektronisk"));
    fullfor("registrerSvar", svar("eksterntSvar", "mottatt"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("utskrevetHjem");
  }

  /** A crisis place first, then home: contact, safety plan and the rhythm. */
  @Test
  void selvmordsatferd() {
    start("selvmordsatferd", "fastlege", svar("krisetype", "tanker", "hosPersonen", "helsepersonell", "henvendelse",
        "Sa at hun ikke orker mer", "vurdertAvLege", "ja", "legevurderingMeldt", "Trenger ro noen dager", "pasientNavn", "Kari Nordmann",
        "pasientFodselsdato", "1985-04-01", "pasientTelefon", "900 00 001", "harBarn", "nei"));
    fullfor("vurderPersonen", svar("legevurdering", "Vil ha hjelp, tør ikke være hjemme alene", "midlerSikret", "ja", "personenEnig", "ja",
        "legensValg", "leistad"));
    fullfor("taImotLeistad", svar("leistadAnkomst", "kommet", "hvaErViktig", "Hunden", "leistadTrygt", "ja"));
    gaaTil("2026-03-03T07:00:00Z");
    fullfor("dagligKontakt", svar("dagSiden", "Har sovet", "oppholdStatus", "blir"));
    fullfor("dagligKontakt", svar("dagSiden", "Vil hjem til hunden", "oppholdStatus", "reiser"));
    fullfor("klargjorUtreise", svar("utreiseTid", "2026-03-03T12:00", "utreiseMed", "parorende", "midlerSikret", "ja", "utreiseNummer", true));
    fullfor("velgKontaktperson", svar("koordinator", ansatt("ephor"), "stedfortreder", ansatt("ephor2")));
    gaaTil("2026-03-04T07:00:00Z");
    fullfor("taForsteKontakt", svar("kontaktSvar", "oppnaadd", "kontaktmate", "hjemmebesok", "hvaErViktig", "Hunden", "samtykkeFastlege",
        "nei", "samtykkeParorende", "ja"));
    fullfor("lagSikkerhetsplan", svar("planStatus", "avtalt", "midlerSikret", "avtalt", "egneMal", "Gå tur hver dag", "planEnig", "ja"));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    for (String dag : List.of("2026-03-06", "2026-03-10", "2026-03-17", "2026-04-02")) {
      gaaTil(dag + "T12:00:00Z");
      fullfor("taOppfolgingskontaktSel", dag.equals("2026-03-06")
          ? svar("kontaktUtfall", "gjennomfort", "siden", "Lettere", "planSett", "endret", "midlerSikret", "ja", "planVarsel", "Sover ikke",
              "planStrategier", "Går tur", "planPersoner", "Søster", "planFagfolk", "Legevakt", "planTrygt", "Levert", "planGrunner", "Hunden")
          : svar("kontaktUtfall", "gjennomfort", "siden", "Bra", "planSett", "star", "midlerSikret", "ja"));
    }
    fullfor("avtalVidere", svar("veienVidere", "avslutt"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("fullfort");
  }

  /** From the offer to the first review, with an action for a unit and one for the coordinator. */
  @Test
  void individuellplan() {
    start("individuellplan", "bft", svar("henvendelse", "Trenger én å ringe til", "planOnsket", "ikkeSpurt", "samtykkeHvk", "ja",
        "pasientNavn", "Kari Nordmann", "pasientFodselsdato", "1985-04-01", "hvaErViktig", "Å slippe å fortelle alt på nytt",
        "harBarn", "nei"));
    fullfor("avklarBehov", svar("personenNaadd", "ja", "langvarigBehov", "ja", "koordinertBehov", "ja", "barnBehov", "nei",
        "behovNotat", "Bolig og økonomi"));
    fullfor("tilbyPlan", svar("onsketTilbud", "plan"));
    fullfor("innhentSamtykke", svar("planSamtykke", "ja", "hvemSamtykket", "personen", "samtykkeFastlege", "ja",
        "samtykkeSpesialist", "nei", "samtykkeNav", "ja", "samtykkeSkole", "ikkeSpurt", "samtykkeParorende", "ja", "samtykkeBft",
        "ikkeSpurt", "samtykkeHvk", "ja", "samtykkeAndre", "ja", "onsketKoordinator", "En som kjenner meg"));
    fullfor("velgEnhet", svar("koordinatorEnhet", "ephor"));
    fullforSom("ephor", "utpekKoordinator", svar("kanTaKoordinator", "ja", "nyKoordinator", ansatt("ephor2"), "nyStedfortreder",
        ansatt("ephor")));
    fullfor("taImotRollen", svar("rolleSvar", "ja"));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    fullfor("lagPlanen", svar("mal", "Egen leilighet, og en å ringe til", "flereTiltak", "ja", "nyeTiltak", List.of(
        svar("hva", "Søke gjeldsordning", "utforer", "nav", "innen", "2026-03-20"),
        svar("hva", "Følge til visning", "utforer", "koordinator", "innen", "2026-03-24")), "personEnig", "ja", "planUtlevert", true));
    fullfor("gjennomforTiltak", svar("tiltakSvar", "gjort", "tiltakNotat", "Søknaden er sendt"));
    fullfor("folgOppSelv", svar("tiltakSvar", "ikkeGjort", "tiltakNotat", "Ny visning i april"));
    fullfor("finnNyLosning", svar("nyLosning", "utgar"));
    gaaTil("2026-08-03T09:00:00Z");
    fullfor("kallInn", svar("moteOnsker", "Økonomien", "moteDato", "2026-08-20", "moteSted", "Kl. 10 på MO-senteret", "deltarFastlege",
        true, "deltarNav", true));
    gaaTil("2026-08-20T10:00:00Z");
    fullfor("holdMote", svar("moteSvar", "ja", "deltakere", "Personen, NAV", "referat", "Gjelden er ordnet", "referatSendt", true,
        "planVidere", "avslutt", "apneAvtalt", true));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("planAvsluttet");
  }

  /** A vedtak after the month is out, an appeal, and Statsforvalteren who changes it. */
  @Test
  void vedtak() {
    start("vedtak", "hvk", svar("sakstype", "soknad", "soker", "parorende", "personenVet", "ja", "henvendelse",
        "Trenger hjelp til å få hverdagen til å gå rundt", "onsketTjeneste", "oppfolging", "pasientNavn", "Kari Nordmann",
        "pasientFodselsdato", "1985-04-01", "pasientTelefon", "900 00 001", "hvaErViktig", "Å bo trygt", "harBarn", "nei"));
    fullfor("ivaretaParorende", svar("parorendeUtfall", "ingen"));
    fullfor("vurderHast", svar("konsekvens", "alvorlig", "trengsNar", "naa", "hjelpNaa", "litt", "koordinator", ansatt("hvk"),
        "stedfortreder", ansatt("hvk2")));
    fullfor("velgHjelp", svar("straksTjenester", List.of("oppfolging"), "bestilling", "Et besøk hver dag denne uka"));
    fullforSom("ephor", "taImotOverlevering", svar("overleveringResultat", "godtatt"));
    fullfor("avtalSamtale", svar("samtaleAvtalt", "ja", "samtaleDato", "2026-03-24", "samtaleSted", "Kl. 10 hjemme", "deltakere",
        List.of("parorende")));
    gaaTil("2026-03-24T13:00:00Z");
    fullfor("sendForelopigSvar", svar("ventetVedtak", "2026-04-01", "hvorforVenter", "Vi trenger mer tid til å snakke sammen",
        "forelopigSendt", "brev"));
    fullfor("kartlegg", svar("samtaleHoldt", "ja", "egneMal", "Komme meg ut hver dag", "dagensHjelp", "Søsteren handler",
        "behov", "Noen å planlegge uka med", "personensSyn", "En fast person", "samtykkeFastlege", "ja", "samtykkeSpesialist", "nei",
        "samtykkeNav", "nei", "samtykkeParorende", "ja"));
    fullfor("vurderBehov", svar("vurdering", "Trenger fast oppfølging i hverdagen", "opplysningerFra", "nei", "langvarigBehov", "ja",
        "koordinertBehov", "nei"));
    fullfor("fattVedtak", svar("vedtakUtfall", "delvis", "tjenester", List.of("oppfolging"), "faarTekst", "To besøk i uka i et år",
        "startDato", "2026-03-30", "faarIkkeTekst", "Hjelp i helgene", "begrunnelse", "Hverdagene er vanskeligst", "lovgrunnlag",
        List.of("helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav a (helsetjenester i hjemmet)")));
    fullfor("fortellPersonen", svar("fortaltHvordan", "mote", "informertDato", "2026-03-24", "klagerettForklart", true,
        "personensReaksjon", "Glad for besøkene, vil ha hjelp i helgene", "vilKlage", "ja"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    fullfor("registrerKlage", svar("klageDato", "2026-03-24", "klager", "personen", "klagenGjelder", "Helgene er verst"));
    fullforSom("hvk2", "vurderKlage", svar("klageVurdering", "opprettholdes", "klageBegrunnelse", "Søsteren er der i helgene"));
    fullfor("sendStatsforvalter", svar("sendtDato", "2026-03-24", "papirerSendt", true, "kopiPersonen", true));
    gaaTil("2026-06-01T10:00:00Z");
    fullfor("registrerAvgjorelse", svar("avgjorelse", "omgjort", "avgjorelseInnhold", "Skal ha hjelp også i helgene"));
    fullfor("endreVedtak", svar("tjenester", List.of("ambulant"), "faarTekst", "Besøk også i helgene", "startDato", "2026-06-06",
        "begrunnelse", "Slik Statsforvalteren har bestemt", "lovgrunnlag",
        List.of("helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav a (helsetjenester i hjemmet)")));
    fullfor("taImotOverlevering", svar("overleveringResultat", "godtatt"));
    fullfor("fortellEndring", svar("fortaltHvordan", "telefon", "endringFortaltDato", "2026-06-01"));
    sak.avsluttet("klageTattTilFolge");
  }

  /** One child whose parent is in treatment: talks with parent and child, and a look again until the child is well. */
  @Test
  void barn() {
    start("barn", "leistad", svar("pasientNavn", "Kari Nordmann", "pasientTelefon", "900 00 001", "barnVariant", "parorende",
        "barnTrygge", "usikker", "barnSituasjon", "Hos naboen", "enhet", "leistad"));
    fullfor("tryggIDag", svar("barnTrygge", "ja", "barnSituasjon", "Hos mormor", "barnTryggTiltak", "Mormor blir til fredag"));
    fullfor("kartleggBarna", svar("harMindrearige", "ja", "barn", List.of(svar("navn", "Ola Nordmann", "alder", 9, "relasjon",
        "barn", "omsorg", "slekt", "arena", "skole")), "koordinator", ansatt("leistad2"), "stedfortreder", ansatt("leistad")));
    fullfor("samtaleForeldre", svar("foreldresamtale", "holdt", "hvaErViktig", "At Ola har det som før", "foreldreOnske", "ja",
        "samtykkeAndre", "ja", "samtykkeSkole", "nei", "samtykkeBft", "nei", "samtykkeBarnesamtale", "ja"));
    fullfor("barnesamtale", svar("barnesamtaleHoldt", "ja", "barnesamtaleSamtykke", "forelder", "barnesamtaleTolk", "ikkeNodvendig",
        "barnetsOrd", "Å være med venner", "barnesamtaleTema", List.of("forklart", "skyld")));
    fullfor("vurderOmsorg", svar("alvorGrunn", "ingen", "omsorgVurdering", "Har det trygt hos mormor"));
    fullfor("avtalTiltak", svar("barnTiltak", List.of("samtaler"), "barnMaal", "Fotball hver uke", "barnEnig", "ja", "seIgjenValg",
        "seIgjen"));
    fullfor("sendEksternt", svar("eksterntSvar", "sendt", "eksterntMaate", "telefon"));
    fullfor("registrerSvar", svar("eksterntSvar", "mottatt", "eksterntInnhold", "Snakker med Ola hver uke"));
    gaaTil("2026-06-05T08:00:00Z");
    fullfor("seTilBarnet", svar("barnetNaa", "Det går bra", "barnStatus", "ivaretatt", "barnStatusNotat", "Er hjemme igjen"));
    fullfor("kvitter", svar("kvittering", "godkjent"));
    fullfor("beOmTilbakemelding", svar("tilbakemeldingSvart", "nei"));
    sak.avsluttet("barnaErFulgtOpp");
  }

  private static Map<String, Object> snakket(String videre) {
    return svar("samtaleUtfall", "snakket", "samtaleNotat", "Litt lettere", "egneTanker", "nei", "praktiskHjelp", "nei",
        "henvisning", "nei", "gruppe", "nei", "samtaleVidere", videre);
  }

  private static Map<String, Object> ledd(String navn, int antall, int verdi) {
    Map<String, Object> ledd = svar(navn + "Svart", "ja");
    for (int i = 1; i <= antall; i++) {
      ledd.put("%s%02d".formatted(navn, i), verdi);
    }
    return ledd;
  }

  private static Map<String, Object> med(Map<String, Object> svar, String navn, Object verdi) {
    svar.put(navn, verdi);
    return svar;
  }

  private void start(String slug, String bruker, Map<String, Object> svar) {
    forlop = slug;
    bilde = 0;
    leser.still(naa());
    saksnummer = leser.som(bruker).startProsess(slug, svar, navn("start"));
    ProcessInstance instans = motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(saksnummer)
        .rootProcessInstances().singleResult();
    sak = Sakshistorie.av(app, instans.getId());
  }

  /** As the one it is given to, or the worker of its first group. */
  private void fullfor(String oppgave, Map<String, Object> svar) {
    Task task = leser.som("hvk").apen(saksnummer, oppgave);
    fullforSom(task.getAssignee() != null ? task.getAssignee() : motor.getTaskService().getIdentityLinksForTask(task.getId())
        .stream().map(IdentityLink::getGroupId).filter(gruppe -> gruppe != null).sorted().findFirst().orElseThrow(), oppgave, svar);
  }

  private void fullforSom(String bruker, String oppgave, Map<String, Object> svar) {
    leser.som(bruker).fullfor(saksnummer, oppgave, svar, navn(oppgave));
    sak.gaaFram(1, SECONDS);
  }

  private void gaaTil(String tid) {
    sak.gaaTil(Instant.parse(tid));
    leser.still(naa());
  }

  private static Instant naa() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private String navn(String steg) {
    return "%s-%02d-%s".formatted(forlop, ++bilde, steg);
  }

  private String ansatt(String bruker) {
    IdentityService identitet = motor.getIdentityService();
    return identitet.createUserQuery().userId(bruker).singleResult().getFirstName();
  }

  private static Map<String, Object> svar(Object... navnOgVerdi) {
    Map<String, Object> svar = new HashMap<>();
    for (int i = 0; i < navnOgVerdi.length; i += 2) {
      svar.put((String) navnOgVerdi[i], navnOgVerdi[i + 1]);
    }
    return svar;
  }
}
