package no.forlop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import no.forlop.Apptest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Apptest
class DemosakerTest {

  @Autowired
  private Demosaker demo;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;

  @AfterEach
  void rydd() {
    runtime.createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(sak -> runtime.deleteProcessInstance(sak.getId(), "Test over"));
  }

  @Test
  void theSampleCasesFitTheModelsAndAreMadeOnce() {
    int laget = demo.sikre();

    assertThat(laget).isGreaterThanOrEqualTo(5);
    assertThat(oppgaver.createTaskQuery().count()).isGreaterThanOrEqualTo(laget);
    assertThat(oppgaver.createTaskQuery().dueBefore(ClockUtil.getCurrentTime()).count()).as("some are late").isPositive();
    assertThat(oppgaver.createTaskQuery().dueAfter(ClockUtil.getCurrentTime()).count()).as("some are not").isPositive();
    assertThat(demo.sikre()).isZero();
    assertThat(ClockUtil.getCurrentTime()).isCloseTo(new Date(), 60_000);
  }
}
