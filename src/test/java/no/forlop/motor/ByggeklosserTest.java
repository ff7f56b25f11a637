package no.forlop.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.forlop.Apptest;
import no.forlop.skjema.Innenfra;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Models call the building blocks, and nothing else of the application. */
@Apptest
class ByggeklosserTest {

  @Autowired
  private ProcessEngine motor;

  private String deployment;

  @AfterEach
  void rydd() {
    motor.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Test
  void aBuildingBlockAnswers() {
    assertThat(start("${tilgang.ansatte('leistad').size() > 1}").isEnded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dataSource", "jdbcClient", "mailSender", "personregister", "processEngine"})
  void noOtherBeanIsThere(String navn) {
    assertThatThrownBy(() -> start("${" + navn + "}")).hasStackTraceContaining("Cannot resolve identifier '" + navn + "'");
  }

  private ProcessInstance start(String uttrykk) {
    deployment = motor.getRepositoryService().createDeployment().addModelInstance("navneprove.bpmn",
        Bpmn.createExecutableProcess("navneprove").camundaHistoryTimeToLiveString("P1D").startEvent()
            .serviceTask("kall").camundaExpression(uttrykk).endEvent().done()).deploy().getId();
    return Innenfra.kjor(() -> motor.getRuntimeService().startProcessInstanceByKey("navneprove"));
  }
}
