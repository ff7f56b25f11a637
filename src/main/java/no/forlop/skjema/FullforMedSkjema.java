package no.forlop.skjema;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;

/** A plain complete of a task that has a form: its variables are the form's answers. */
final class FullforMedSkjema implements Command<VariableMap> {

  private final CompleteTaskCmd opprinnelig;
  private final String taskId;
  private final Map<String, Object> svar;
  private final boolean returner;
  private final boolean deserialiser;

  FullforMedSkjema(CompleteTaskCmd opprinnelig, String taskId, Map<String, Object> svar, boolean returner, boolean deserialiser) {
    this.opprinnelig = opprinnelig;
    this.taskId = taskId;
    this.svar = svar;
    this.returner = returner;
    this.deserialiser = deserialiser;
  }

  @Override
  public VariableMap execute(CommandContext kontekst) {
    TaskEntity oppgave = taskId == null ? null : kontekst.getTaskManager().findTaskById(taskId);
    if (!BareUtenSkjema.harSkjema(oppgave)) {
      return opprinnelig.execute(kontekst);
    }
    kontekst.getProcessEngineConfiguration().getCommandCheckers().forEach(vakt -> vakt.checkTaskWork(oppgave));
    oppgave.getTaskDefinition().getTaskFormHandler().submitFormVariables(new VariableMapImpl(svar == null ? Map.of() : svar), oppgave);
    return new CompleteTaskCmd(taskId, null, returner, deserialiser).execute(kontekst);
  }
}
