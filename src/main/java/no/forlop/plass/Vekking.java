package no.forlop.plass;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * Wakes a waiting case by an exclusive job of its own process instance, never inside the command that freed the place:
 * a waiter that has moved or gone must not roll back the releaser's work. The job names the process instance only, not
 * the execution, since a job whose execution is gone could never run.
 */
@Component
class Vekking implements JobHandler<Vekking.Oppdrag> {

  static final String TYPE = "plassLedig";
  static final String MELDING = "plassLedig";
  static final String TILDELT = "plassTildelt";

  /** Which stay the case is woken for, and where it waits. */
  record Oppdrag(long opphold, String prosess, String utforelse) implements JobHandlerConfiguration {

    static Oppdrag av(String tekst) {
      String[] del = tekst.split(" ");
      return new Oppdrag(Long.parseLong(del[0]), del[1], del[2]);
    }

    @Override
    public String toCanonicalString() {
      return opphold + " " + prosess + " " + utforelse;
    }
  }

  private final Plassbok bok;

  Vekking(Plassbok bok) {
    this.bok = bok;
  }

  /** False when the waiting process instance does not exist any more. */
  boolean finnes(Soker soker) {
    return prosess(soker.prosess()) != null;
  }

  /** Puts the wake-up in the queue of jobs, in the releaser's transaction. */
  void bestill(long opphold, Soker soker) {
    ExecutionEntity prosess = prosess(soker.prosess());
    ProcessDefinitionEntity modell = prosess.getProcessDefinition();
    MessageEntity jobb = new MessageEntity();
    jobb.setProcessInstanceId(prosess.getId());
    jobb.setRootProcessInstanceId(prosess.getRootProcessInstanceId());
    jobb.setProcessDefinitionId(modell.getId());
    jobb.setProcessDefinitionKey(modell.getKey());
    jobb.setDeploymentId(modell.getDeploymentId());
    jobb.setSuspensionState(prosess.getSuspensionState());
    jobb.setExclusive(true);
    jobb.setRetries(Context.getProcessEngineConfiguration().getDefaultNumberOfRetries());
    jobb.setJobHandlerType(TYPE);
    jobb.setJobHandlerConfiguration(new Oppdrag(opphold, soker.prosess(), soker.utforelse()));
    Context.getCommandContext().getJobManager().send(jobb);
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public void execute(Oppdrag oppdrag, ExecutionEntity ingen, CommandContext kommando, String leietaker) {
    if (!bok.varer(oppdrag.opphold())) {
      return;
    }
    List<EventSubscriptionEntity> venter = kommando.getEventSubscriptionManager()
        .findEventSubscriptionsByProcessInstanceId(oppdrag.prosess()).stream()
        .filter(abonnement -> abonnement.isSubscriptionForEventType(EventType.MESSAGE))
        .filter(abonnement -> MELDING.equals(abonnement.getEventName()))
        .toList();
    venter.stream().filter(abonnement -> venter.size() == 1 || under(abonnement.getExecution(), oppdrag.utforelse()))
        .findFirst()
        .ifPresent(abonnement -> abonnement.eventReceived(Map.of(TILDELT, true), false));
  }

  @Override
  public Oppdrag newConfiguration(String tekst) {
    return Oppdrag.av(tekst);
  }

  @Override
  public void onDelete(Oppdrag oppdrag, JobEntity jobb) {
    // Nothing belongs to the job but itself.
  }

  private static ExecutionEntity prosess(String id) {
    return Context.getCommandContext().getExecutionManager().findExecutionById(id);
  }

  private static boolean under(ExecutionEntity utforelse, String id) {
    for (ExecutionEntity e = utforelse; e != null; e = e.getParent()) {
      if (e.getId().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
