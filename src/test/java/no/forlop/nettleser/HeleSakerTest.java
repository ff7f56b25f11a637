package no.forlop.nettleser;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.forlop.forlop.Sakshistorie;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One whole case of each pathway as staff do it in Tasklist, each in his own window; pictures in target/skjermbilder. */
@Nettlesertest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeleSakerTest {

  @LocalServerPort
  private int port;
  @Autowired
  private ApplicationContext app;
  @Autowired
  private ProcessEngine motor;

  private Nettleser leser;
  private Sakshistorie sak;
  private String saksnummer;
  private String forlop;
  private int bilde;

  @BeforeAll
  void apneNettleser() {
    leser = new Nettleser(app, port);
  }

  @AfterAll
  void lukk() {
    leser.close();
  }

  @BeforeEach
  void mandagMorgen() {
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
