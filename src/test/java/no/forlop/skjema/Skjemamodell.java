package no.forlop.skjema;

import org.camunda.bpm.engine.ProcessEngine;

/** The model that the tests of this package run: a start form, a long task form and a last one. */
final class Skjemamodell {

  private Skjemamodell() {}

  static String rullUt(ProcessEngine motor) {
    return motor.getRepositoryService().createDeployment().name("skjematest")
        .addClasspathResource("skjematest/skjematest.bpmn")
        .addClasspathResource("skjematest/skjematest-start.form")
        .addClasspathResource("skjematest/skjematest-kartlegg.form")
        .addClasspathResource("skjematest/skjematest-avslutt.form")
        .deploy().getId();
  }

  static String definisjon(ProcessEngine motor) {
    return motor.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("skjematest").latestVersion()
        .singleResult().getId();
  }
}
