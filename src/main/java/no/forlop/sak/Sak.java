package no.forlop.sak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Cases as models see them: {@code ${sak.start(execution,'moinntak')}} starts a linked case, and a death is told to every
 * case of the person. The case itself is opened and closed by {@link Sakslytter}, without a word in the model.
 */
@Component("sak")
public class Sak {

  /** Answers that a linked case takes over, so that nobody asks twice; consents come beside them. */
  private static final List<String> FELLES_SVAR =
      List.of("pasientAlder", "pasientKjonn", "sprak", "tolk", "hvaErViktig", "harBarn");
  private static final String SAMTYKKE = "samtykke";

  private final RuntimeService runtime;
  private final Saksregister register;

  Sak(@Lazy RuntimeService runtime, Saksregister register) {
    this.runtime = runtime;
    this.register = register;
  }

  /** Starts another pathway for the same person, linked to this case; returns the new case number. */
  public String start(DelegateExecution execution, String forlop) {
    Map<String, Object> variabler = felles(execution);
    FELLES_SVAR.forEach(navn -> variabler.put(navn, execution.getVariable(navn)));
    return start(execution, forlop, (String) execution.getVariable("pasientId"),
        (String) execution.getVariable("pasientmerke"), variabler);
  }

  /** Starts a pathway for another person of this case (a child, a bereaved); returns the new case number. */
  public String startFor(DelegateExecution execution, String forlop, String personId, String merke) {
    return start(execution, forlop, personId, merke, new HashMap<>());
  }

  /**
   * Starts a linked case with some of this case's variables beside the common ones.
   *
   * @param navn names of variables to carry over, separated by comma
   */
  public String startMed(DelegateExecution execution, String forlop, String navn) {
    Map<String, Object> variabler = felles(execution);
    FELLES_SVAR.forEach(felles -> variabler.put(felles, execution.getVariable(felles)));
    for (String ett : navn.split("\\s*,\\s*")) {
      variabler.put(ett, execution.getVariable(ett));
    }
    return start(execution, forlop, (String) execution.getVariable("pasientId"),
        (String) execution.getVariable("pasientmerke"), variabler);
  }

  /**
   * Tells every other running case of the person of the death. Delivered as jobs of their own, so that a case that moves
   * meanwhile never undoes this one.
   */
  public void dodMeldtTilAlle(DelegateExecution execution) {
    String pasientId = (String) execution.getVariable("pasientId");
    if (pasientId == null) {
      return;
    }
    String egen = saksnummer(execution);
    List<String> andre = new ArrayList<>();
    for (Saksopplysning sak : register.apneFor(pasientId)) {
      if (!sak.saksnummer().equals(egen)) {
        andre.add(sak.prosessinstans());
      }
    }
    if (!andre.isEmpty()) {
      runtime.createMessageCorrelationAsync("dod").processInstanceIds(andre)
          .setVariables(Map.of("dodBekreftetISak", egen)).correlateAllAsync();
    }
  }

  public Optional<Saksopplysning> finn(String saksnummer) {
    return register.finn(saksnummer);
  }

  /** The other cases that this one started or was started from. */
  public List<Saksopplysning> lenkede(String saksnummer) {
    return register.lenket(saksnummer);
  }

  /** The case number that an execution belongs to: of its own instance, or of the case that called it. */
  public static String saksnummer(DelegateExecution execution) {
    String egen = execution.getProcessBusinessKey();
    return egen != null ? egen : (String) execution.getVariable("saksnummer");
  }

  private Map<String, Object> felles(DelegateExecution execution) {
    Map<String, Object> variabler = new HashMap<>();
    execution.getVariables().forEach((navn, verdi) -> {
      if (navn.startsWith(SAMTYKKE)) {
        variabler.put(navn, verdi);
      }
    });
    return variabler;
  }

  private String start(DelegateExecution execution, String forlop, String personId, String merke,
      Map<String, Object> variabler) {
    variabler.put("pasientId", personId);
    variabler.put("pasientmerke", merke);
    variabler.put("lenket", true);
    variabler.put("startetFra", saksnummer(execution));
    return runtime.createProcessInstanceByKey(forlop).setVariables(variabler).execute().getBusinessKey();
  }
}
