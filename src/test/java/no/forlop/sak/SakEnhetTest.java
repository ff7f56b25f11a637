package no.forlop.sak;

import static no.forlop.motor.Modellegenskap.egenskap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The units in {@code sak_enhet}, whose leaders see the case in Cockpit, are those whose workers may open it in Tasklist. */
@Apptest
class SakEnhetTest {

  private static final String MOR = "enhetstest";
  private static final String DEL = "enhetstest-del";
  private static final List<String> ENHETER = List.of("bft", "ephor", "helseteam", "hvk", "leistad", "nav");

  @Autowired
  private ProcessEngine motor;
  @Autowired
  private Saksregister register;
  @Autowired
  private Sakstilgang tilgang;
  @Autowired
  private JdbcClient jdbc;

  private String mor;

  @BeforeEach
  void enSakMedEnUnderForHverEnhet() {
    BpmnModelInstance modell = Bpmn.createExecutableProcess(MOR).camundaHistoryTimeToLiveString("P1D").startEvent()
        .callActivity("hver").calledElement(DEL).camundaIn("gruppe", "gruppe")
        .multiInstance().camundaCollection("grupper").camundaElementVariable("gruppe").multiInstanceDone().endEvent().done();
    egenskap(modell, MOR, "saksprefiks", "ENM");
    BpmnModelInstance del = Bpmn.createExecutableProcess(DEL).camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("ring").camundaCandidateGroups("${gruppe}").endEvent().done();
    egenskap(del, DEL, "saksprefiks", "END");
    motor.getRepositoryService().createDeployment().name(MOR).enableDuplicateFiltering(true)
        .addModelInstance(MOR + ".bpmn", modell).addModelInstance(DEL + ".bpmn", del).deploy();
    mor = motor.getRuntimeService().createProcessInstanceByKey(MOR)
        .setVariables(Map.of("grupper", List.of("leistad", "ephor,helseteam"))).execute().getBusinessKey();
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().deleteProcessInstance(register.finn(mor).orElseThrow().prosessinstans(), "ryddet");
  }

  @Test
  void bothSayTheSameOfTheCaseAndOfThoseThatItCalled() {
    assertThat(enheter(mor)).containsExactly("ephor", "helseteam", "leistad").isEqualTo(somKanApne(mor));
    assertThat(under("leistad")).satisfies(sak ->
        assertThat(enheter(sak)).containsExactly("leistad").isEqualTo(somKanApne(sak)));
    assertThat(under("ephor")).satisfies(sak ->
        assertThat(enheter(sak)).as("every unit that may take the task").containsExactly("ephor", "helseteam")
            .isEqualTo(somKanApne(sak)));
  }

  @Test
  void aUnitThatIsAskedLaterComesInAndTheFirstOneStays() {
    String sak = under("leistad");
    String oppgave = oppgave("leistad").getId();
    motor.getTaskService().addCandidateGroup(oppgave, "bft");
    motor.getTaskService().deleteCandidateGroup(oppgave, "leistad");

    assertThat(enheter(sak)).containsExactly("bft", "leistad").isEqualTo(somKanApne(sak));
    assertThat(enheter(mor)).contains("bft").isEqualTo(somKanApne(mor));
  }

  private String under(String gruppe) {
    return motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(oppgave(gruppe).getProcessInstanceId())
        .singleResult().getBusinessKey();
  }

  private Task oppgave(String gruppe) {
    String rot = register.finn(mor).orElseThrow().prosessinstans();
    return motor.getTaskService().createTaskQuery().processDefinitionKey(DEL).taskCandidateGroup(gruppe).list().stream()
        .filter(en -> motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(en.getProcessInstanceId())
            .singleResult().getRootProcessInstanceId().equals(rot)).findFirst().orElseThrow();
  }

  private List<String> enheter(String saksnummer) {
    return jdbc.sql("select enhet from sak_enhet where saksnummer = ? order by enhet").param(saksnummer).query(String.class)
        .list();
  }

  private List<String> somKanApne(String saksnummer) {
    return ENHETER.stream().filter(enhet -> {
      motor.getIdentityService().setAuthentication(enhet, List.of(enhet));
      try {
        return !tilgang.blant(List.of(register.finn(saksnummer).orElseThrow())).isEmpty();
      } finally {
        motor.getIdentityService().clearAuthentication();
      }
    }).toList();
  }
}
