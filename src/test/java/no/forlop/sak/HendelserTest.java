package no.forlop.sak;

import static no.forlop.motor.Modellegenskap.egenskap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.forlop.Apptest;
import no.forlop.Avvist;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Apptest
class HendelserTest {

  @Autowired
  private Hendelser hendelser;
  @Autowired
  private ProcessEngine motor;

  private String sak;

  @BeforeEach
  void enSakMedToEtterlatte() {
    motor.getRepositoryService().createDeployment().name("hendelsestest").enableDuplicateFiltering(true)
        .addModelInstance("hendelsestest.bpmn", hoved("hendelsestest"))
        .addModelInstance("hendelsestest-del.bpmn", del("hendelsestest-del"))
        .addModelInstance("hendelsestest-egne.bpmn", hoved("hendelsestest-egne"))
        .addModelInstance("hendelsestest-egne-del.bpmn", egneSaker(del("hendelsestest-egne-del"))).deploy();
    start("hendelsestest");
  }

  private void start(String forlop) {
    utlogget();
    sak = motor.getRuntimeService().createProcessInstanceByKey(forlop).setVariables(Map.of("pasientId",
        UUID.randomUUID().toString(), "pasientmerke", "Sak 1", "merker", List.of("A.B. 1990", "C.D. 2001"))).execute()
        .getBusinessKey();
    som("leistad", "leistad");
  }

  /** What is left running would stand in front of other tests' tasks in the unit's list. */
  @AfterEach
  void rydd() {
    utlogget();
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
        .filter(en -> en.getBusinessKey() != null && en.getBusinessKey().startsWith("HTS-"))
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet"));
  }

  private void utlogget() {
    motor.getIdentityService().clearAuthentication();
  }

  @Test
  void theWholeCaseIsListedByNameAndWithMerkeWhereSeveralListen() {
    assertThat(hendelser.forOppgave(oppgave("vurder").getId())).extracting(Hendelse::navn, Hendelse::merke)
        .containsExactly(tuple("Død meldt", "A.B. 1990"), tuple("Død meldt", "C.D. 2001"),
            tuple("Klage mottatt", null), tuple("Ønsker ikke mer hjelp", null));
    assertThat(hendelser.forSak(sak)).hasSize(4);
  }

  @Test
  void theTasksOwnCaseComesBeforeTheOneThatCalledItAndSiblings() {
    start("hendelsestest-egne");
    Task folg = oppgave("folg");
    String egen = utenBruker(() -> motor.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(folg.getProcessInstanceId()).singleResult().getBusinessKey());
    assertThat(egen).isNotEqualTo(sak);

    som("ephor", "ephor");
    assertThat(hendelser.forOppgave(folg.getId())).extracting(Hendelse::saksnummer).hasSize(4).startsWith(egen)
        .contains(sak);
  }

  @Test
  void whoHasNoPartInASubCaseNeitherSeesNorReportsWhatItListensFor() {
    start("hendelsestest-egne");
    String oppgave = oppgave("vurder").getId();
    som("ephor", "ephor");
    Hendelse dod = hendelser.forSak(sak).stream().filter(en -> en.melding().equals("dod")).findFirst().orElseThrow();
    som("leistad", "leistad");

    assertThat(hendelser.forOppgave(oppgave)).isEqualTo(hendelser.forSak(sak)).hasSize(2)
        .extracting(Hendelse::saksnummer).containsOnly(sak);
    assertThatThrownBy(() -> hendelser.forSak(dod.saksnummer())).isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.meldFraOppgave(oppgave, dod.utforelse(), "dod"))
        .isInstanceOf(SakenHarGaattVidere.class);
    assertThatThrownBy(() -> hendelser.meldISak(sak, dod.utforelse(), "dod")).isInstanceOf(SakenHarGaattVidere.class);
  }

  @Test
  void deliveredToTheOneThatWasChosenAndTheUserIsKept() {
    Hendelse dod = hendelser.forSak(sak).get(1);

    hendelser.meldFraOppgave(oppgave("vurder").getId(), dod.utforelse(), "dod");

    Task bekreft = oppgave("bekreft");
    assertThat(utenBruker(() -> motor.getTaskService().getVariable(bekreft.getId(), "pasientmerke")))
        .isEqualTo("C.D. 2001");
    assertThat(utenBruker(() -> motor.getTaskService().getVariable(bekreft.getId(), "meldtHendelseAv")))
        .isEqualTo("leistad");
    assertThat(hendelser.forSak(sak)).extracting(Hendelse::navn, Hendelse::merke)
        .as("the interrupting event took the other part's subscription with it")
        .containsExactly(tuple("Død meldt", null), tuple("Klage mottatt", null), tuple("Ønsker ikke mer hjelp", null));
  }

  @Test
  void refusedWhenTheCaseHasMovedOn() {
    String oppgave = oppgave("vurder").getId();
    Hendelse klage = hendelser.forOppgave(oppgave).get(2);
    Hendelse dod = hendelser.forOppgave(oppgave).get(0);
    hendelser.meldISak(sak, null, "onskerIkkeHjelp");

    assertThatThrownBy(() -> hendelser.meldFraOppgave(oppgave, klage.utforelse(), "klage"))
        .as("the task went with the case").isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.meldISak(sak, dod.utforelse(), "dod"))
        .isInstanceOf(SakenHarGaattVidere.class).hasMessageContaining("gått videre");
    assertThat(oppgave("rydd").getName()).isEqualTo("Rydd opp");
  }

  @Test
  void anInternalMessageIsNoEventOfTheStaff() {
    String venter = utenBruker(() -> motor.getRuntimeService().createEventSubscriptionQuery().eventName("internt")
        .list().get(0).getExecutionId());

    assertThatThrownBy(() -> hendelser.meldISak(sak, venter, "internt")).isInstanceOf(SakenHarGaattVidere.class);
  }

  @Test
  void aMessageThatSeveralListenForMustNameTheReceiver() {
    assertThatThrownBy(() -> hendelser.meldISak(sak, null, "dod")).isInstanceOf(Avvist.class)
        .hasMessageContaining("utforelse");
  }

  @Test
  void aUnitThatHadATaskMayStillReportByCaseNumber() {
    motor.getTaskService().complete(oppgave("vurder").getId());
    assertThat(motor.getTaskService().createTaskQuery()
        .processInstanceBusinessKey(sak).count()).as("open tasks of the case that the unit sees").isZero();

    assertThat(hendelser.forSak(sak)).isNotEmpty();
    hendelser.meldISak(sak, null, "onskerIkkeHjelp");

    assertThat(oppgave("rydd").getName()).isEqualTo("Rydd opp");
  }

  @Test
  void somebodyWithoutATaskOfTheCaseNeitherSeesNorReports() {
    Hendelse klage = hendelser.forSak(sak).get(2);
    String oppgave = oppgave("vurder").getId();
    som("nav", "nav");

    assertThatThrownBy(() -> hendelser.forSak(sak)).isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.forOppgave(oppgave)).isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.meldISak(sak, null, "klage")).isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.meldFraOppgave(oppgave, klage.utforelse(), "klage"))
        .isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> hendelser.forSak("HTS-1999-00001")).isInstanceOf(IngenSlikSak.class);
  }

  private static Tuple tuple(Object... verdier) {
    return Tuple.tuple(verdier);
  }

  private void som(String bruker, String... grupper) {
    motor.getIdentityService().setAuthentication(bruker, List.of(grupper));
  }

  private Task oppgave(String navn) {
    return utenBruker(() -> {
      String rot = motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(sak)
          .rootProcessInstances().singleResult().getId();
      return motor.getTaskService().createTaskQuery().taskDefinitionKey(navn).list().stream()
          .filter(en -> motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(
              en.getProcessInstanceId()).singleResult().getRootProcessInstanceId().equals(rot))
          .findFirst().orElseThrow();
    });
  }

  private <T> T utenBruker(Supplier<T> arbeid) {
    var bruker = motor.getIdentityService().getCurrentAuthentication();
    motor.getIdentityService().clearAuthentication();
    try {
      return arbeid.get();
    } finally {
      if (bruker != null) {
        motor.getIdentityService().setAuthentication(bruker.getUserId(), bruker.getGroupIds());
      }
    }
  }

  private static BpmnModelInstance hoved(String id) {
    ProcessBuilder bygger = Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D");
    bygger.startEvent().parallelGateway("begge")
        .userTask("vurder").name("Vurder").camundaCandidateGroups("leistad").endEvent()
        .moveToNode("begge").intermediateCatchEvent("venter").message("internt").endEvent()
        .moveToNode("begge").callActivity("etterlatt").calledElement(id + "-del")
        .camundaInBusinessKey("#{execution.processBusinessKey}").camundaIn("merke", "pasientmerke")
        .multiInstance().camundaCollection("merker").camundaElementVariable("merke").multiInstanceDone().endEvent();
    bygger.eventSubProcess().startEvent("klage").interrupting(false).message("klage").name("Klage på vedtak")
        .userTask("behandle").camundaCandidateGroups("leistadleder").endEvent();
    bygger.eventSubProcess().startEvent("onskerIkke").message("onskerIkkeHjelp").name("Ønsker ikke mer hjelp")
        .userTask("rydd").name("Rydd opp").camundaCandidateGroups("leistad").endEvent();
    BpmnModelInstance modell = bygger.done();
    egenskap(modell, id, "saksprefiks", "HTS");
    egenskap(modell, "klage", "hendelse", "true");
    egenskap(modell, "klage", "hendelseNavn", "Klage mottatt");
    egenskap(modell, "onskerIkke", "hendelse", "true");
    return modell;
  }

  private static BpmnModelInstance egneSaker(BpmnModelInstance del) {
    egenskap(del, "hendelsestest-egne-del", "saksprefiks", "HTD");
    return del;
  }

  private static BpmnModelInstance del(String id) {
    ProcessBuilder bygger = Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D");
    bygger.startEvent().userTask("folg").camundaCandidateGroups("ephor").endEvent();
    bygger.eventSubProcess().startEvent("dod").message("dod").name("Død meldt")
        .userTask("bekreft").camundaCandidateGroups("ephor").endEvent();
    BpmnModelInstance modell = bygger.done();
    egenskap(modell, "dod", "hendelse", "true");
    return modell;
  }
}
