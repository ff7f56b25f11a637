package no.forlop.motor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Which case an execution belongs to. A called process may lack a business key, so the callers are asked in turn.
 *
 * @param saksnummer case number, or null when no caller has one
 * @param forlop name of the pathway, that is of the outermost process
 * @param forlopId key of the outermost process
 * @param rot id of the outermost process instance
 * @param saksinstans id of the outermost process instance with this case number
 * @param instans id of the execution's own process instance
 * @param prosess key of the execution's own process
 * @param deployment id of the deployment that holds the execution's own process
 * @param hovedaktivitet id of the activity of the outermost process that the execution is in: itself, or what called it
 * @param saksforlop key of the process that the case is: of the outermost process with this case number
 * @param saker the case number and those of the cases that called it, the nearest first
 */
public record Sakskontekst(
    String saksnummer,
    String forlop,
    String forlopId,
    String rot,
    String saksinstans,
    String instans,
    String prosess,
    String deployment,
    String hovedaktivitet,
    String saksforlop,
    List<String> saker) {

  /** Reads the context within a running engine command. */
  public static Sakskontekst av(DelegateExecution execution) {
    ExecutionEntity egen = ((ExecutionEntity) execution).getProcessInstance();
    ExecutionEntity saksinstans = null;
    Set<String> saker = new LinkedHashSet<>();
    ExecutionEntity rot = egen;
    String hovedaktivitet = execution.getCurrentActivityId();
    for (ExecutionEntity instans = egen; instans != null; instans = kaller(instans)) {
      String nummer = instans.getBusinessKey();
      if (nummer != null) {
        saker.add(nummer);
      }
      if (nummer == null ? saker.isEmpty() : nummer.equals(saker.iterator().next())) {
        saksinstans = instans;
      }
      rot = instans;
      if (instans.getSuperExecution() != null) {
        hovedaktivitet = instans.getSuperExecution().getActivityId();
      }
    }
    ProcessDefinitionEntity forlop = rot.getProcessDefinition();
    ProcessDefinitionEntity prosess = egen.getProcessDefinition();
    return new Sakskontekst(
        saker.stream().findFirst().orElse(null),
        forlop.getName() == null ? forlop.getKey() : forlop.getName(),
        forlop.getKey(),
        rot.getId(),
        saksinstans.getId(),
        egen.getId(),
        prosess.getKey(),
        prosess.getDeploymentId(),
        hovedaktivitet,
        saksinstans.getProcessDefinition().getKey(),
        List.copyOf(saker));
  }

  /** The running process instances of the case, the outermost first; what is called with its own case number is another case. */
  public List<ExecutionEntity> deler() {
    List<ExecutionEntity> deler = new ArrayList<>();
    samle(Context.getCommandContext().getExecutionManager().findExecutionById(saksinstans), deler);
    return deler;
  }

  private void samle(ExecutionEntity utforelse, List<ExecutionEntity> deler) {
    if (utforelse.isProcessInstanceExecution()) {
      deler.add(utforelse);
    }
    utforelse.getExecutions().forEach(indre -> samle(indre, deler));
    ExecutionEntity kalt = utforelse.getSubProcessInstance();
    if (kalt != null && (kalt.getBusinessKey() == null || kalt.getBusinessKey().equals(saksnummer))) {
      samle(kalt, deler);
    }
  }

  private static ExecutionEntity kaller(ExecutionEntity instans) {
    ExecutionEntity kallende = instans.getSuperExecution();
    return kallende == null ? null : kallende.getProcessInstance();
  }
}
