package no.forlop.sak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consent that changes while parts of the case are running, each with a copy of its own. */
@Apptest
class SamtykkeTest {

  private static final List<String> MOTTAKERE =
      List.of("Fastlege", "Spesialist", "Nav", "Skole", "Parorende", "Bft", "Hvk", "Andre");
  private static int lopenummer;

  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;
  @Autowired
  private HistoryService historikk;
  @Autowired
  private RepositoryService repository;

  private String saksnummer;
  private ProcessInstance sak;

  @BeforeEach
  void start() {
    if (repository.createDeploymentQuery().deploymentName("samtykkeprove").count() == 0) {
      repository.createDeployment().name("samtykkeprove").addModelInstance("samtykkeprove.bpmn", hoveddel())
          .addModelInstance("samtykkeprove-del.bpmn", del()).addModelInstance("samtykkeprove-lenket.bpmn", lenket()).deploy();
    }
    saksnummer = "SAM-" + ++lopenummer;
    sak = runtime.startProcessInstanceByKey("samtykkeprove", saksnummer, Map.of("enhet", "leistad", "tilEnhet", "bft",
        "samtykkeFastlege", "ja", "samtykkeBft", "ja", "lenketSak", "LEN-S" + lopenummer));
  }

  @AfterEach
  void rydd() {
    if (runtime.createProcessInstanceQuery().processInstanceId(sak.getId()).count() > 0) {
      runtime.deleteProcessInstance(sak.getId(), "ferdig prøvd");
    }
  }

  @Test
  void aPartThatIsRunningDoesNotSendAfterAWithdrawal() {
    endre("samtykkeFastlege", "nei", "samtykkeBft", "ja");
    fullfor("forbered");
    assertThat(passert("sendes")).isFalse();
    assertThat(passert("sendesIkke")).isTrue();
  }

  @Test
  void aLetterThatIsNotSentYetIsStopped() {
    fullfor("forbered");
    assertThat(oppgave("sendEksternt")).isNotNull();
    endre("samtykkeFastlege", "nei", "samtykkeBft", "ja");
    assertThat(oppgave("sendEksternt")).isNull();
    assertThat(passert("stansetEksternt")).isTrue();
    assertThat(runtime.getVariable(del("samtykkeprove-del"), "eksterntSvar")).isEqualTo("ikkeSendt");
    assertThat(oppgave("taImotOverlevering")).as("rests on another consent").isNotNull();
  }

  @Test
  void aHandoverThatIsNotAcceptedYetIsStopped() {
    fullfor("forbered");
    endre("samtykkeFastlege", "ja", "samtykkeBft", "ikkeSpurt");
    assertThat(oppgave("taImotOverlevering")).isNull();
    assertThat(passert("stansetOverlevering")).isTrue();
    assertThat(oppgave("sendEksternt")).isNotNull();
  }

  @Test
  void theNewestAnswersAreShownAndWhatIsNotChangedStays() {
    runtime.setVariable(del("samtykkeprove-del"), "samtykkeNav", "ja");
    runtime.setVariable(del("samtykkeprove-del"), "samtykkeTann", "ja");
    meld();
    assertThat(oppgaver.getVariables(oppgave("endreSamtykke").getId())).containsEntry("samtykkeNav", "ja")
        .containsEntry("sporTann", true).containsEntry("sporOverforing", false);
    svar("samtykkeFastlege", "nei", "samtykkeBft", "ja", "samtykkeNav", "ja", "samtykkeTann", "ja", "samtykkeHjemmel", "hpl23",
        "samtykkeFortalt", "ja");
    assertThat(runtime.getVariables(del("samtykkeprove-del"))).containsEntry("samtykkeNav", "ja").containsEntry("samtykkeFastlege", "nei")
        .doesNotContainKeys("samtykkeHjemmel", "samtykkeSkole");
  }

  @Test
  void anAnswerThatOnlyAPartKnowsIsWithdrawnThere() {
    runtime.setVariable(del("samtykkeprove-del"), "samtykkeTann", "ja");
    endre("samtykkeFastlege", "ja", "samtykkeBft", "ja", "samtykkeTann", "nei");
    assertThat(runtime.getVariable(del("samtykkeprove-del"), "samtykkeTann")).isEqualTo("nei");
  }

  @Test
  void aLinkedCaseHasItsOwnConsents() {
    endre("samtykkeFastlege", "nei", "samtykkeBft", "ja");
    assertThat(runtime.getVariable(del("samtykkeprove-lenket"), "samtykkeFastlege")).isEqualTo("ja");
  }

  /** Reports the event and answers its form; consents that are not named are not asked for. */
  private void endre(Object... navnOgVerdi) {
    meld();
    svar(navnOgVerdi);
  }

  private void meld() {
    runtime.createMessageCorrelation("endret").processInstanceId(sak.getId()).correlate();
  }

  private void svar(Object... navnOgVerdi) {
    Map<String, Object> svar = new HashMap<>();
    MOTTAKERE.forEach(mottaker -> svar.put("samtykke" + mottaker, "ikkeSpurt"));
    for (int i = 0; i < navnOgVerdi.length; i += 2) {
      svar.put((String) navnOgVerdi[i], navnOgVerdi[i + 1]);
    }
    oppgaver.complete(oppgave("endreSamtykke").getId(), svar);
  }

  private void fullfor(String navn) {
    oppgaver.complete(oppgave(navn).getId());
  }

  private Task oppgave(String navn) {
    return oppgaver.createTaskQuery().processInstanceBusinessKey(saksnummer).taskDefinitionKey(navn).singleResult();
  }

  private String del(String prosess) {
    return runtime.createProcessInstanceQuery().rootProcessInstanceId(sak.getId()).processDefinitionKey(prosess).singleResult().getId();
  }

  private boolean passert(String node) {
    return historikk.createHistoricActivityInstanceQuery().activityId(node).list().stream()
        .anyMatch(passert -> passert.getRootProcessInstanceId().equals(sak.getId()));
  }

  private static BpmnModelInstance hoveddel() {
    ProcessBuilder bygger = Bpmn.createExecutableProcess("samtykkeprove").camundaHistoryTimeToLiveString("P1D").name("Samtykkeprøve");
    bygger.startEvent().parallelGateway("alt")
        .callActivity("delKall").calledElement("samtykkeprove-del").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("enhet", "enhet").camundaIn("tilEnhet", "tilEnhet").camundaIn("samtykkeFastlege", "samtykkeFastlege")
        .camundaIn("samtykkeBft", "samtykkeBft").camundaOut("eksterntSvar", "eksterntSvar").userTask("etterpaa")
        .camundaCandidateGroups("leistad").endEvent()
        .moveToNode("alt").callActivity("lenketKall").calledElement("samtykkeprove-lenket").camundaInBusinessKey("${lenketSak}")
        .camundaIn("samtykkeFastlege", "samtykkeFastlege").endEvent();
    var kall = bygger.eventSubProcess().startEvent().interrupting(false).message("endret")
        .callActivity("samtykkeKall").calledElement("samtykke").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("enhet", "enhet");
    MOTTAKERE.forEach(mottaker -> kall.camundaIn("samtykke" + mottaker, "samtykke" + mottaker)
        .camundaOut("samtykke" + mottaker, "samtykke" + mottaker));
    kall.endEvent();
    return bygger.done();
  }

  /** What a pathway's part does: it asks before it sends, and says which consent each sending rests on. */
  private static BpmnModelInstance del() {
    BpmnModelInstance modell = Bpmn.createExecutableProcess("samtykkeprove-del").camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("forbered").camundaCandidateGroups("leistad")
        .exclusiveGateway("samtykker").condition("nei", "${samtykkeFastlege != 'ja'}").endEvent("sendesIkke")
        .moveToNode("samtykker").condition("ja", "${samtykkeFastlege == 'ja'}").parallelGateway("sendes")
        .callActivity("eksternt").calledElement("eksternoppfolging").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("enhet", "enhet").camundaOut("eksterntSvar", "eksterntSvar").endEvent()
        .moveToNode("sendes").callActivity("overlever").calledElement("overlevering")
        .camundaInBusinessKey("#{execution.processBusinessKey}").camundaIn("enhet", "enhet").camundaIn("tilEnhet", "tilEnhet")
        .endEvent().done();
    kreverSamtykke(modell, "eksternt", "samtykkeFastlege");
    kreverSamtykke(modell, "overlever", "samtykkeBft");
    return modell;
  }

  private static void kreverSamtykke(BpmnModelInstance modell, String kall, String samtykke) {
    CamundaIn inn = modell.newInstance(CamundaIn.class);
    inn.setCamundaSourceExpression("${'" + samtykke + "'}");
    inn.setCamundaTarget("kreverSamtykke");
    ((BaseElement) modell.getModelElementById(kall)).getExtensionElements().addChildElement(inn);
  }

  private static BpmnModelInstance lenket() {
    return Bpmn.createExecutableProcess("samtykkeprove-lenket").camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("lenket").camundaCandidateGroups("leistad").endEvent().done();
  }
}
