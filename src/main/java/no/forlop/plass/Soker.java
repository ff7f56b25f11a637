package no.forlop.plass;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The case that asks for a place, as the engine knows it.
 *
 * @param eier process instance that owns the place: the topmost in the call chain with the same case number
 * @param sak case number, or the owner's id where a case has none
 * @param pasient register id of the person, or null
 * @param merke how the person is named among staff, or null
 * @param prosess process instance that asks, and would wait
 * @param utforelse execution that asks
 */
record Soker(String eier, String sak, String pasient, String merke, String prosess, String utforelse) {

  static Soker av(DelegateExecution execution) {
    ExecutionEntity eier = eier((ExecutionEntity) execution);
    String sak = eier.getBusinessKey() == null ? eier.getId() : eier.getBusinessKey();
    return new Soker(eier.getId(), sak, tekst(execution, "pasientId"), tekst(execution, "pasientmerke"),
        execution.getProcessInstanceId(), execution.getId());
  }

  static ExecutionEntity eier(ExecutionEntity execution) {
    ExecutionEntity eier = execution.getProcessInstance();
    while (eier.getBusinessKey() != null && eier.getSuperExecution() != null) {
      ExecutionEntity over = eier.getSuperExecution().getProcessInstance();
      if (!eier.getBusinessKey().equals(over.getBusinessKey())) {
        break;
      }
      eier = over;
    }
    return eier;
  }

  private static String tekst(DelegateExecution execution, String variabel) {
    Object verdi = execution.getVariable(variabel);
    return verdi == null ? null : verdi.toString();
  }
}
