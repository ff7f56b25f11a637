package no.forlop.plass;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Teaches the engine to wake waiting cases, and to free what a case holds when it ends, however it ends. */
@Component
class Plassmotor extends AbstractProcessEnginePlugin {

  private final Vekking vekking;
  private final Plassbok bok;
  private final Fordeling fordeling;

  Plassmotor(Vekking vekking, Plassbok bok, Fordeling fordeling) {
    this.vekking = vekking;
    this.bok = bok;
    this.fordeling = fordeling;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void preInit(ProcessEngineConfigurationImpl motor) {
    List<JobHandler> jobber = motor.getCustomJobHandlers() == null
        ? new ArrayList<>() : new ArrayList<>(motor.getCustomJobHandlers());
    jobber.add(vekking);
    motor.setCustomJobHandlers(jobber);

    List<BpmnParseListener> lesere = motor.getCustomPostBPMNParseListeners() == null
        ? new ArrayList<>() : new ArrayList<>(motor.getCustomPostBPMNParseListeners());
    lesere.add(new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity modell) {
        modell.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) Plassmotor.this::avslutt);
      }
    });
    motor.setCustomPostBPMNParseListeners(lesere);
  }

  private void avslutt(DelegateExecution prosess) {
    String eier = prosess.getProcessInstanceId();
    bok.typerFor(eier).forEach(type -> fordeling.frigi(type, eier));
  }
}
