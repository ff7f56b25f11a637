package no.forlop.sak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule and the links, read from the engine's tables and our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SakstilgangKrav {

  private ProcessEngine motor;
  Saksregister register;
  private Sakstilgang tilgang;

  abstract DataSource base() throws IOException;

  @BeforeAll
  void start() throws IOException {
    DataSource base = base();
    Flyway.configure().dataSource(base).load().migrate();
    var oppsett = new StandaloneInMemProcessEngineConfiguration();
    oppsett.setDataSource(base);
    oppsett.setDatabaseSchemaUpdate("true");
    oppsett.setHistory("full");
    oppsett.setAuthorizationEnabled(true);
    // Not "default": the REST API of another test in this process looks that name up.
    oppsett.setProcessEngineName("sak-" + UUID.randomUUID());
    motor = oppsett.buildProcessEngine();
    motor.getRepositoryService().createDeployment()
        .addModelInstance("del.bpmn", Bpmn.createExecutableProcess("del").camundaHistoryTimeToLiveString("P1D").startEvent()
            .userTask("ring").camundaCandidateGroups("${enhet}").endEvent().done())
        .addModelInstance("sak.bpmn", Bpmn.createExecutableProcess("sak").camundaHistoryTimeToLiveString("P1D").startEvent()
            .callActivity("kall").calledElement("del").camundaIn("enhet", "enhet").endEvent().done())
        .addModelInstance("mor.bpmn", Bpmn.createExecutableProcess("mor").camundaHistoryTimeToLiveString("P1D").startEvent()
            .userTask("finn").camundaCandidateGroups("${finner}")
            .callActivity("hver").calledElement("sak").camundaInBusinessKey("${morsak}-${enhet}").camundaIn("enhet", "enhet")
            .multiInstance().camundaCollection("enheter").camundaElementVariable("enhet").multiInstanceDone().endEvent().done())
        .deploy();
    JdbcClient jdbc = JdbcClient.create(base);
    register = new Saksregister(jdbc, Clock.systemDefaultZone());
    tilgang = new Sakstilgang(motor, jdbc);
  }

  @AfterAll
  void stopp() throws IOException {
    motor.close();
  }

  @AfterEach
  void utlogget() {
    motor.getIdentityService().clearAuthentication();
  }

  @Test
  void theUnitOpensItsCaseWhileItRunsAndAfterwardsAndOthersDoNot() {
    Saksopplysning sak = sak("PGA-1");
    Saksopplysning annen = sak("PGA-2");
    som("leistad", "nav", "leistad");
    assertThat(tilgang.blant(List.of(sak, annen))).hasSize(2).first().satisfies(en ->
        assertThat(en.lopende()).as("the part without a number of its own too").hasSize(2));
    som("nav", "nav");
    assertThat(tilgang.delt(List.of(sak, annen)).apne()).isEmpty();
    assertThat(tilgang.delt(List.of(sak, annen)).stengte()).extracting(en -> en.lopende().size()).containsExactly(2, 2);

    utlogget();
    assertThat(tilgang.delt(List.of(sak))).isEqualTo(new Sakstilgang.Delt(List.of(), List.of()));
    motor.getRuntimeService().deleteProcessInstance(sak.prosessinstans(), "ferdig");
    register.avslutt(sak.prosessinstans());
    som("leistad", "leistad");
    assertThat(tilgang.blant(register.finn(List.of("PGA-1", "PGA-3")))).singleElement()
        .satisfies(en -> assertThat(en.lopende()).isEmpty()).returns(false, TilgjengeligSak::paagar);
  }

  @Test
  void whoHasOneSubCaseOpensThatOneAndTheCaseThatCalledItAndNoSibling() {
    List<Saksopplysning> saker = morMedSostre("SOS", "barnevernvakt", "ephor", "helseteam");

    som("ephor", "ephor");
    assertThat(apne(saker)).containsExactly("SOS", "SOS-ephor");
    assertThat(tilgang.apneRundt(saker.get(0).prosessinstans())).as("the mother, the sub-case and its unnumbered part")
        .hasSize(3).isEqualTo(tilgang.apneRundt(saker.get(1).prosessinstans()));
    som("helseteam", "helseteam");
    assertThat(apne(saker)).containsExactly("SOS", "SOS-helseteam");
    som("barnevernvakt", "barnevernvakt");
    assertThat(apne(saker)).as("who found them all has no part in what others do for each").containsExactly("SOS");
    assertThat(tilgang.apneRundt(saker.get(1).prosessinstans())).containsExactly(saker.get(0).prosessinstans());
    som("begge", "ephor", "helseteam");
    assertThat(apne(saker)).hasSize(3);
    som("nav", "nav");
    assertThat(apne(saker)).isEmpty();
    assertThat(tilgang.apneRundt(saker.get(1).prosessinstans())).isEmpty();
  }

  @Test
  void itIsTheSameWhenTheSubCaseHasEnded() {
    List<Saksopplysning> saker = morMedSostre("SLU", "barnevernvakt", "ephor", "helseteam");
    motor.getTaskService().createTaskQuery().taskCandidateGroup("ephor").list().stream()
        .filter(en -> en.getTaskDefinitionKey().equals("ring")).forEach(en -> motor.getTaskService().complete(en.getId()));

    som("ephor", "ephor");
    assertThat(apne(saker)).containsExactly("SLU", "SLU-ephor");
    assertThat(tilgang.apneRundt(saker.get(0).prosessinstans())).containsExactly(saker.get(0).prosessinstans());
  }

  @Test
  void aTaskThatIsGivenToSomebodyOfAnotherUnitOpensNoSiblingOfItsCase() {
    List<Saksopplysning> saker = morMedSostre("GIT", "barnevernvakt", "ephor", "helseteam");
    String oppgave = motor.getTaskService().createTaskQuery().taskCandidateGroup("ephor").list().stream()
        .filter(en -> erUnder(en.getProcessInstanceId(), saker.get(0))).findFirst().orElseThrow().getId();
    motor.getTaskService().setAssignee(oppgave, "vikar");

    som("vikar", "nav");
    assertThat(apne(saker)).containsExactly("GIT", "GIT-ephor");
  }

  @Test
  void linksSayWhoStartedWhom() {
    sak("PGB-1");
    sak("PGB-2");
    sak("PGB-3");
    register.lenkStartet("PGB-1", "PGB-2");
    register.lenk("PGB-3", "PGB-1");

    assertThat(register.lenker(List.of("PGB-1"))).containsExactlyInAnyOrder(new Sakslenke("PGB-1", "PGB-2", true),
        new Sakslenke("PGB-3", "PGB-1", false));
  }

  private List<String> apne(List<Saksopplysning> saker) {
    return tilgang.blant(saker).stream().map(en -> en.sak().saksnummer()).toList();
  }

  Saksopplysning sak(String saksnummer) {
    return opprett(saksnummer, "sak", motor.getRuntimeService().startProcessInstanceByKey("sak", saksnummer,
        Map.of("enhet", "leistad")).getId());
  }

  /** The case that called the others first, then one of each unit, which has a called part without a number. */
  private List<Saksopplysning> morMedSostre(String nummer, String finner, String... enheter) {
    ProcessInstance mor = motor.getRuntimeService().startProcessInstanceByKey("mor", nummer,
        Map.of("morsak", nummer, "finner", finner, "enheter", List.of(enheter)));
    motor.getTaskService().complete(motor.getTaskService().createTaskQuery().processInstanceId(mor.getId()).singleResult().getId());
    opprett(nummer, "mor", mor.getId());
    for (String enhet : enheter) {
      HistoricProcessInstance sostre = motor.getHistoryService().createHistoricProcessInstanceQuery()
          .processInstanceBusinessKey(nummer + "-" + enhet).singleResult();
      opprett(nummer + "-" + enhet, "sak", sostre.getId());
    }
    return Stream.concat(Stream.of(nummer),
        Stream.of(enheter).map(enhet -> nummer + "-" + enhet))
        .map(en -> register.finn(en).orElseThrow()).toList();
  }

  private boolean erUnder(String instans, Saksopplysning mor) {
    return motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(instans).singleResult()
        .getRootProcessInstanceId().equals(mor.prosessinstans());
  }

  private Saksopplysning opprett(String saksnummer, String forlop, String instans) {
    register.opprett(saksnummer, forlop, instans, "p1", "leistad");
    return register.finn(saksnummer).orElseThrow();
  }

  private void som(String bruker, String... grupper) {
    motor.getIdentityService().setAuthentication(bruker, List.of(grupper));
  }
}
