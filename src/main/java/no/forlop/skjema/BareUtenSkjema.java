package no.forlop.skjema;

import java.util.function.Predicate;
import no.forlop.Avvist;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Runs a command only where there is no form that it would go around. */
final class BareUtenSkjema<T> implements Command<T> {

  private final Command<T> kommando;
  private final Predicate<CommandContext> harSkjema;
  private final String avslag;

  BareUtenSkjema(Command<T> kommando, Predicate<CommandContext> harSkjema, String avslag) {
    this.kommando = kommando;
    this.harSkjema = harSkjema;
    this.avslag = avslag;
  }

  @Override
  public T execute(CommandContext kontekst) {
    if (harSkjema.test(kontekst)) {
      throw new Avvist(avslag);
    }
    return kommando.execute(kontekst);
  }

  static Predicate<CommandContext> oppgave(String taskId) {
    return kontekst -> taskId != null && harSkjema(kontekst.getTaskManager().findTaskById(taskId));
  }

  static Predicate<CommandContext> start(ProcessInstantiationBuilderImpl start) {
    return kontekst -> Skjemalager.harSkjema(
        new GetDeployedProcessDefinitionCmd(start, false).execute(kontekst).getStartFormDefinition());
  }

  static boolean harSkjema(TaskEntity oppgave) {
    return oppgave != null && oppgave.getTaskDefinition() != null
        && Skjemalager.harSkjema(oppgave.getTaskDefinition().getFormDefinition());
  }
}
