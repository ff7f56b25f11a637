package no.forlop.skjema;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The model that the tests of this package run: a start form, a long task form and a last one. */
final class Skjemamodell {

  private static final String PROSESS = "skjematest";

  private Skjemamodell() {}

  static String rullUt(ProcessEngine motor) {
    BpmnModelInstance modell = Bpmn.createExecutableProcess(PROSESS).camundaHistoryTimeToLiveString("P1D")
        .startEvent().camundaFormRef("skjematest-start").camundaFormRefBinding("deployment")
        .userTask("kartlegg").name("Kartlegg").camundaCandidateGroups("leistad")
        .camundaInputParameter("ansatte", "${tilgang.ansatte('leistad')}")
        .camundaFormRef("skjematest-kartlegg").camundaFormRefBinding("deployment")
        .userTask("avslutt").name("Avslutt").camundaCandidateGroups("leistad")
        .camundaFormRef("skjematest-avslutt").camundaFormRefBinding("deployment")
        .endEvent().done();
    modell.<Process>getModelElementById(PROSESS).setCamundaCandidateStarterGroups("leistad");
    return motor.getRepositoryService().createDeployment().name(PROSESS)
        .addModelInstance(PROSESS + ".bpmn", modell)
        .addClasspathResource("skjematest/skjematest-start.form")
        .addClasspathResource("skjematest/skjematest-kartlegg.form")
        .addClasspathResource("skjematest/skjematest-avslutt.form")
        .deploy().getId();
  }

  static String definisjon(ProcessEngine motor) {
    return motor.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(PROSESS).latestVersion()
        .singleResult().getId();
  }
}
