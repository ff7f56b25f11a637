package no.forlop.plass;

import no.forlop.motor.Sakskontekst;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The case that asks for a place, as the engine knows it.
 *
 * @param eier process instance that owns the place: the outermost in the call chain with the same case number
 * @param sak case number, or the owner's id where a case has none
 * @param pasient register id of the person, or null
 * @param merke how the person is named among staff, or null
 * @param prosess process instance that asks, and would wait
 * @param utforelse execution that asks
 */
record Soker(String eier, String sak, String pasient, String merke, String prosess, String utforelse) {

  static Soker av(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    return new Soker(sak.saksinstans(), sak.saksnummer() == null ? sak.saksinstans() : sak.saksnummer(),
        tekst(execution, "pasientId"), tekst(execution, "pasientmerke"), execution.getProcessInstanceId(),
        execution.getId());
  }

  private static String tekst(DelegateExecution execution, String variabel) {
    Object verdi = execution.getVariable(variabel);
    return verdi == null ? null : verdi.toString();
  }
}
