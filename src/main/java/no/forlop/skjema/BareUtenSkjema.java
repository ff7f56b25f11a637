package no.forlop.skjema;

import java.util.function.Predicate;
import no.forlop.Avvist;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Runs a command only where there is no form, or other rule, that it would go around. */
final class BareUtenSkjema<T> implements Command<T> {

  private final Command<T> kommando;
  private final Predicate<CommandContext> stengt;
  private final String avslag;

  BareUtenSkjema(Command<T> kommando, Predicate<CommandContext> stengt, String avslag) {
    this.kommando = kommando;
    this.stengt = stengt;
    this.avslag = avslag;
  }

  @Override
  public T execute(CommandContext kontekst) {
    if (stengt.test(kontekst)) {
      throw new Avvist(avslag);
    }
    return kommando.execute(kontekst);
  }

  /** Whether the task has a form; who may not work on the task learns nothing about it. */
  static Predicate<CommandContext> oppgave(String taskId) {
    return kontekst -> {
      TaskEntity oppgave = taskId == null ? null : kontekst.getTaskManager().findTaskById(taskId);
      if (!harSkjema(oppgave)) {
        return false;
      }
      kontekst.getProcessEngineConfiguration().getCommandCheckers().forEach(vakt -> vakt.checkTaskWork(oppgave));
      return true;
    };
  }

  /** Whether the process has a start form; who may not start it learns nothing about it. */
  static Predicate<CommandContext> start(ProcessInstantiationBuilderImpl start) {
    return kontekst -> {
      ProcessDefinitionEntity prosess = new GetDeployedProcessDefinitionCmd(start, false).execute(kontekst);
      if (!Skjemalager.harSkjema(prosess.getStartFormDefinition())) {
        return false;
      }
      kontekst.getProcessEngineConfiguration().getCommandCheckers().forEach(vakt -> vakt.checkCreateProcessInstance(prosess));
      return true;
    };
  }

  static boolean harSkjema(TaskEntity oppgave) {
    return oppgave != null && oppgave.getTaskDefinition() != null
        && Skjemalager.harSkjema(oppgave.getTaskDefinition().getFormDefinition());
  }
}
