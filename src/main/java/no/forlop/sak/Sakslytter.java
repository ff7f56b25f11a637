package no.forlop.sak;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens a case when a pathway starts, keeps the end it reaches and closes it when the pathway ends. */
@Component
class Sakslytter {

  private static final List<String> PERSON =
      List.of("pasientId", "pasientAlder", "pasientKjonn", "sprak", "tolk", "hvaErViktig", "harBarn");
  /** What stands in place of a person on the tasks of a case that is an event. */
  private static final String HENDELSE = "Hendelse";

  private final Saksnummer nummer;
  private final Saksregister register;

  Sakslytter(Saksnummer nummer, Saksregister register) {
    this.nummer = nummer;
    this.register = register;
  }

  void apne(DelegateExecution execution, String prefiks, boolean utenPerson) {
    ExecutionEntity instans = (ExecutionEntity) execution;
    if (utenPerson) {
      PERSON.forEach(navn -> instans.setVariable(navn, null));
      instans.setVariable("pasientmerke", HENDELSE);
    }
    String fra = fra(instans);
    String saksnummer = nummer.neste(prefiks);
    String bruker = Context.getCommandContext().getAuthenticatedUserId();
    register.opprett(saksnummer, instans.getProcessDefinition().getKey(), instans.getProcessInstanceId(),
        (String) instans.getVariable("pasientId"), bruker);
    if (fra != null) {
      register.lenkStartet(fra, saksnummer);
    }
    instans.setProcessBusinessKey(saksnummer);
    instans.setVariable("saksnummer", saksnummer);
    instans.setVariable("meldtAv", bruker);
    if (!instans.hasVariable("lenket")) {
      instans.setVariable("lenket", fra != null);
    }
    if (!instans.hasVariable("startetFra")) {
      instans.setVariable("startetFra", fra);
    }
  }

  void ende(DelegateExecution execution) {
    register.settUtfall(execution.getProcessInstanceId(), execution.getCurrentActivityId(),
        execution.getCurrentActivityName());
  }

  void lukk(DelegateExecution execution) {
    register.avslutt(execution.getProcessInstanceId());
  }

  private static String fra(ExecutionEntity instans) {
    ExecutionEntity kaller = instans.getSuperExecution();
    return kaller != null ? kaller.getProcessBusinessKey() : (String) instans.getVariable("startetFra");
  }
}
