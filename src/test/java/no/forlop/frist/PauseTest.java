package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that is paused by the shared process {@code pause}, as the pathways call it from an event. */
@Apptest
class PauseTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final String DATO = "${frist.etter(execution,null,'%s')}";
  private static int lopenummer;

  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;
  @Autowired
  private ManagementService styring;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private JdbcClient jdbc;

  private String saksnummer;
  private ProcessInstance sak;

  /** Monday 2 March 2026 at 09:00: a rhythm, a part with a task and its timer, and a linked case with a timer. */
  @BeforeEach
  void start() {
    // Once: what the builder makes has new ids each time, and a changed model alone would lack the table.
    if (repository.createDeploymentQuery().deploymentName("pauseprove").count() == 0) {
      repository.createDeployment().name("pauseprove")
          .addModelInstance("pauseprove.bpmn", hoveddel()).addModelInstance("pauseprove-del.bpmn", del())
          .addModelInstance("pauseprove-rapport.bpmn", rapport()).addModelInstance("pauseprove-lenket.bpmn", lenket())
          .addClasspathResource("frist/processes/fristprove/fristprove-frister.dmn").deploy();
    }
    klokken(2, 9);
    saksnummer = "PAU-" + ++lopenummer;
    sak = runtime.startProcessInstanceByKey("pauseprove", saksnummer,
        Map.of("pasientmerke", "K.N. 1985", "enhet", "leistad", "lenketSak", "LEN-" + lopenummer));
  }

  @AfterEach
  void rydd() {
    if (runtime.createProcessInstanceQuery().processInstanceId(sak.getId()).count() > 0) {
      runtime.deleteProcessInstance(sak.getId(), "ferdig prøvd");
    }
    assertThat(jdbc.sql("select count(*) from frist_pause").query(Long.class).single()).as("pauses left").isZero();
    ClockUtil.reset();
  }

  @Test
  void rhythmsAndPartsStandStillAndMove() {
    klokken(3, 9);
    meld("innlagt");
    assertThat(timer("rytme").isSuspended()).isTrue();
    assertThat(timer("purring").isSuspended()).isTrue();
    klokken(13, 9);
    tilbake();

    assertThat(timer("rytme").isSuspended()).isFalse();
    assertThat(forfall("rytme")).as("two døgn and ten").isEqualTo(mars(14, 9));
    assertThat(forfall("purring")).isEqualTo(mars(15, 9));
    assertThat(oppgave("vurder").getDueDate().toInstant()).isEqualTo(mars(14, 9));
  }

  @Test
  void whatBeginsInThePauseIsHeldFromThere() {
    meld("innlagt");
    klokken(4, 9);
    fullfor("vurder");
    assertThat(timer("senere").isSuspended()).isTrue();
    assertThat(holdt("hjelp")).containsExactly(mars(4, 9));
    assertThat(holdt("rapport")).containsExactly(mars(4, 9));
    Instant foer = oppgave("rapport").getDueDate().toInstant();
    klokken(9, 9);
    tilbake();

    assertThat(forfall("senere")).as("a day from the 4th and five of pause").isEqualTo(mars(10, 9));
    assertThat(oppgave("rapport").getDueDate().toInstant()).isEqualTo(foer.plusSeconds(5 * 86400));
    assertThat(holdt("rapport")).containsOnlyNulls();
  }

  @Test
  void eventsGoOnAndSoDoesThePauseItself() {
    meld("klaget");
    meld("innlagt");
    meld("klaget");
    assertThat(timere("klagefrist")).hasSize(2).noneMatch(Job::isSuspended);
    assertThat(holdt("besvarKlage")).hasSize(2).containsOnlyNulls();
    assertThat(holdt("planleggPause")).hasSize(1).containsOnlyNulls();
    oppgaver.complete(oppgave("planleggPause").getId(), Map.of("pauseAnsvarlig", "leistad2", "pauseTil", "2026-03-20"));
    assertThat(timer("pauseSlutt").isSuspended()).isFalse();
    tilbake();
  }

  @Test
  void aLinkedCaseIsNotPaused() {
    meld("innlagt");
    assertThat(timer("lenketRytme").isSuspended()).isFalse();
    tilbake();
    assertThat(forfall("lenketRytme")).isEqualTo(mars(6, 9));
  }

  @Test
  void ofTwoPausesTheLastOneResumes() {
    meld("innlagt");
    klokken(3, 9);
    meld("innlagt");
    klokken(4, 9);
    fullfor("vurder");
    klokken(5, 9);
    tilbake();
    assertThat(timer("rytme").isSuspended()).isTrue();
    klokken(6, 9);
    tilbake();
    assertThat(forfall("rytme")).as("two døgn and four").isEqualTo(mars(8, 9));
    assertThat(forfall("senere")).isEqualTo(mars(7, 9));
  }

  @Test
  void aPauseThatIsBrokenOffIsOver() {
    meld("innlagt");
    klokken(5, 9);
    String pause = runtime.createProcessInstanceQuery().processDefinitionKey("pause").active().list().get(0).getId();
    runtime.createProcessInstanceModification(pause).cancelAllForActivity("underPause").execute();
    assertThat(timer("rytme").isSuspended()).isFalse();
    assertThat(forfall("rytme")).isEqualTo(mars(7, 9));
  }

  @Test
  void whatInterruptsTheCaseEndsThePause() {
    meld("innlagt");
    klokken(5, 9);
    meld("feil");
    assertThat(jdbc.sql("select count(*) from frist_pause").query(Long.class).single()).isZero();
    assertThat(holdt("besvarFeil")).hasSize(1).containsOnlyNulls();
    assertThat(oppgave("vurder")).isNull();
  }

  private void meld(String melding) {
    runtime.createMessageCorrelation(melding).processInstanceId(sak.getId()).correlate();
  }

  private void tilbake() {
    var lytter = runtime.createEventSubscriptionQuery().eventName("tilbake").list().get(0);
    runtime.messageEventReceived("tilbake", lytter.getExecutionId());
  }

  private Task oppgave(String navn) {
    return oppgaver.createTaskQuery().processInstanceBusinessKey(saksnummer).taskDefinitionKey(navn).singleResult();
  }

  private void fullfor(String navn) {
    oppgaver.complete(oppgave(navn).getId());
  }

  private List<Job> timere(String navn) {
    return styring.createJobQuery().activityId(navn).list();
  }

  private Job timer(String navn) {
    return styring.createJobQuery().activityId(navn).singleResult();
  }

  private Instant forfall(String navn) {
    return timer(navn).getDuedate().toInstant();
  }

  /** Since when the deadlines of this name are held. */
  private List<Instant> holdt(String navn) {
    return jdbc.sql("select pauset_fra from frist where saksnummer = :sak and navn = :navn and apen").param("sak", saksnummer)
        .param("navn", navn).query((rs, i) -> rs.getObject(1, OffsetDateTime.class)).list().stream()
        .map(tid -> tid == null ? null : tid.toInstant()).toList();
  }

  private static BpmnModelInstance hoveddel() {
    ProcessBuilder bygger = Bpmn.createExecutableProcess("pauseprove").camundaHistoryTimeToLiveString("P1D").name("Pauseprøve");
    bygger.startEvent().parallelGateway("alt")
        .intermediateCatchEvent("rytme").timerWithDate(DATO.formatted("2 døgn")).endEvent()
        .moveToNode("alt").userTask("vurder").camundaCandidateGroups("leistad").camundaDueDate("${frist.oppgave(execution)}")
        .serviceTask("malt").camundaExpression("${frist.milepael(execution,'hjelp')}").parallelGateway("etterpaa")
        .intermediateCatchEvent("senere").timerWithDate(DATO.formatted("1 døgn")).endEvent()
        .moveToNode("etterpaa").callActivity("rapportKall").calledElement("pauseprove-rapport")
        .camundaInBusinessKey("#{execution.processBusinessKey}").endEvent()
        .moveToNode("alt").callActivity("delKall").calledElement("pauseprove-del").endEvent()
        .moveToNode("alt").callActivity("lenketKall").calledElement("pauseprove-lenket").camundaInBusinessKey("${lenketSak}").endEvent();
    bygger.eventSubProcess().startEvent().interrupting(false).message("innlagt")
        .callActivity("pauseKall").calledElement("pause").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("enhet", "enhet").camundaIn("pasientmerke", "pasientmerke").endEvent();
    bygger.eventSubProcess().startEvent().interrupting(false).message("klaget")
        .userTask("besvarKlage").camundaCandidateGroups("leistadleder").camundaDueDate(DATO.formatted("1 uke"))
        .boundaryEvent("klagefrist").cancelActivity(false).timerWithDate(DATO.formatted("1 døgn")).endEvent()
        .moveToActivity("besvarKlage").endEvent();
    bygger.eventSubProcess().startEvent().message("feil")
        .userTask("besvarFeil").camundaCandidateGroups("leistadleder").camundaDueDate(DATO.formatted("1 uke")).endEvent();
    return bygger.done();
  }

  private static BpmnModelInstance del() {
    return Bpmn.createExecutableProcess("pauseprove-del").camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("delen").camundaCandidateGroups("leistad").camundaDueDate("${frist.oppgave(execution)}")
        .boundaryEvent("purring").cancelActivity(false).timerWithDate(DATO.formatted("3 døgn")).endEvent()
        .moveToActivity("delen").endEvent().done();
  }

  private static BpmnModelInstance rapport() {
    return Bpmn.createExecutableProcess("pauseprove-rapport").camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("rapport").camundaCandidateGroups("leistad").camundaDueDate("${frist.oppgave(execution)}").endEvent().done();
  }

  private static BpmnModelInstance lenket() {
    return Bpmn.createExecutableProcess("pauseprove-lenket").camundaHistoryTimeToLiveString("P1D").startEvent()
        .intermediateCatchEvent("lenketRytme").timerWithDate(DATO.formatted("4 døgn")).endEvent().done();
  }

  private static void klokken(int dag, int time) {
    ClockUtil.setCurrentTime(Date.from(mars(dag, time)));
  }

  private static Instant mars(int dag, int time) {
    return LocalDateTime.of(2026, 3, dag, time, 0).atZone(OSLO).toInstant();
  }
}
