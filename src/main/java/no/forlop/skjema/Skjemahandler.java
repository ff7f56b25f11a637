package no.forlop.skjema;

import no.forlop.Avvist;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.FormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before the engine's own form handler: that one gets the checked answers without identity, since it also writes
 * form history from what it is given.
 */
abstract class Skjemahandler implements FormHandler {

  private final FormHandler motorens;
  private final ObjectProvider<Skjemalager> lager;
  private final ObjectProvider<Skjemamottak> mottak;

  private Skjemahandler(FormHandler motorens, ObjectProvider<Skjemalager> lager, ObjectProvider<Skjemamottak> mottak) {
    this.motorens = motorens;
    this.lager = lager;
    this.mottak = mottak;
  }

  @Override
  public void parseConfiguration(Element element, DeploymentEntity utrulling, ProcessDefinitionEntity prosess, BpmnParse parser) {
    // Already done by the engine's handler when this one is put before it.
  }

  final void ta(VariableMap svar, VariableScope omfang, Sted sted) {
    Context.getCommandContext().runWithoutAuthorization(() -> {
      VariableMap godkjent = lager.getObject().finn(sted.definisjon(), sted.utrulling(), sted.start() ? null : omfang)
          .map(skjema -> mottak.getObject().taImot(skjema, svar, omfang, sted.sak(), sted.start())).orElse(svar);
      motorens.submitFormVariables(godkjent, omfang);
      return null;
    });
  }

  /** Where the form was submitted: which form, of which deployment, in which case. */
  record Sted(FormDefinition definisjon, String utrulling, String sak, boolean start) {}

  private static String sak(ExecutionEntity instans) {
    return instans.getRootProcessInstanceId() != null ? instans.getRootProcessInstanceId() : instans.getProcessInstanceId();
  }

  /** Before a start form. */
  static final class Start extends Skjemahandler implements StartFormHandler {

    private final StartFormHandler motorens;

    Start(StartFormHandler motorens, ObjectProvider<Skjemalager> lager, ObjectProvider<Skjemamottak> mottak) {
      super(motorens, lager, mottak);
      this.motorens = motorens;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity prosess) {
      return motorens.createStartFormData(prosess);
    }

    @Override
    public void submitFormVariables(VariableMap svar, VariableScope omfang) {
      ExecutionEntity instans = (ExecutionEntity) omfang;
      if (instans.getBusinessKey() != null || instans.getCaseInstanceId() != null) {
        throw new Avvist("Saksnummeret gis av systemet og kan ikke oppgis når saken startes.");
      }
      ProcessDefinitionEntity prosess = instans.getProcessDefinition();
      ta(svar, omfang, new Sted(prosess.getStartFormDefinition(), prosess.getDeploymentId(), sak(instans), true));
    }
  }

  /** Before a task form. */
  static final class Oppgave extends Skjemahandler implements TaskFormHandler {

    private final TaskFormHandler motorens;

    Oppgave(TaskFormHandler motorens, ObjectProvider<Skjemalager> lager, ObjectProvider<Skjemamottak> mottak) {
      super(motorens, lager, mottak);
      this.motorens = motorens;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity oppgave) {
      return motorens.createTaskForm(oppgave);
    }

    @Override
    public void submitFormVariables(VariableMap svar, VariableScope omfang) {
      TaskEntity oppgave = (TaskEntity) omfang;
      ExecutionEntity instans = oppgave.getProcessInstance();
      ta(svar, omfang, new Sted(oppgave.getTaskDefinition().getFormDefinition(),
          instans.getProcessDefinition().getDeploymentId(), sak(instans), false));
    }
  }
}
