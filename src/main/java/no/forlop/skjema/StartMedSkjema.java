package no.forlop.skjema;

import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessInstanceWithVariablesImpl;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionVariableSnapshotObserver;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;

/** A plain start of a process that has a start form: its variables are the form's answers. */
final class StartMedSkjema implements Command<ProcessInstanceWithVariables> {

  private final StartProcessInstanceCmd opprinnelig;
  private final ProcessInstantiationBuilderImpl start;

  StartMedSkjema(StartProcessInstanceCmd opprinnelig, ProcessInstantiationBuilderImpl start) {
    this.opprinnelig = opprinnelig;
    this.start = start;
  }

  @Override
  public ProcessInstanceWithVariables execute(CommandContext kontekst) {
    ProcessDefinitionEntity prosess = new GetDeployedProcessDefinitionCmd(start, false).execute(kontekst);
    if (!Skjemalager.harSkjema(prosess.getStartFormDefinition())) {
      return opprinnelig.execute(kontekst);
    }
    kontekst.getProcessEngineConfiguration().getCommandCheckers().forEach(vakt -> vakt.checkCreateProcessInstance(prosess));
    ExecutionEntity instans = prosess.createProcessInstance(start.getBusinessKey(), start.getCaseInstanceId());
    if (start.getTenantId() != null) {
      instans.setTenantId(start.getTenantId());
    }
    ExecutionVariableSnapshotObserver variabler = new ExecutionVariableSnapshotObserver(instans);
    instans.startWithFormProperties(new VariableMapImpl(start.getVariables()));
    kontekst.getOperationLogManager().logProcessInstanceOperation(UserOperationLogEntry.OPERATION_TYPE_CREATE, instans.getId(),
        instans.getProcessDefinitionId(), prosess.getKey(), List.of(PropertyChange.EMPTY_CHANGE));
    return new ProcessInstanceWithVariablesImpl(instans, variabler.getVariables());
  }
}
