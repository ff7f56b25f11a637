package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import no.forlop.person.Personregister;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Takes in a submitted form: checks it, hands identity to the register and leaves what may become variables.
 *
 * <p>Afterwards every input of the form exists as a variable, so that models and decisions may ask for it: a field that was
 * shown and not answered is null (a checkbox false, a list empty); one that was hidden or only shown keeps its prior value,
 * or is null (false) when there was none. A hidden field that carries an answer is refused, as a stale browser may send it
 * and nobody would see it again; a field that is only shown is ignored. A form start also sets {@code lenket} to false.
 */
@Component
class Skjemamottak {

  private final Personregister person;
  private final Identitetsmottak identitet;
  private final Clock klokke;
  private final Uttrykk uttrykk = new Uttrykk();

  Skjemamottak(Personregister person, Identitetsmottak identitet, Clock klokke) {
    this.person = person;
    this.identitet = identitet;
    this.klokke = klokke;
  }

  /**
   * @param omfang the new instance or the task
   * @param sak id of the case's root process instance
   * @param start whether it is a start form
   * @return what may be stored as variables; never identity
   * @throws Skjemafeil when the form is not right
   */
  VariableMap taImot(Skjema skjema, VariableMap svar, VariableScope omfang, String sak, boolean start) {
    Feltregler regler = new Feltregler(uttrykk, person::inneholderNummer, LocalDate.now(klokke));
    Skjemasjekk sjekk = new Skjemasjekk(skjema, regler, uttrykk, person::kontroller, navn -> variabel(omfang, navn));
    Innhold innhold = sjekk.les(tilJson(svar), (lest, feil) -> identitet.kontroller(lest, feil, omfang, start));
    VariableMap variabler = Variables.createVariables();
    identitet.registrer(innhold, omfang, sak, start, variabler);
    innhold.svar.fields().forEachRemaining(felt -> variabler.put(felt.getKey(), Verdier.tilVariabel(felt.getValue())));
    for (String navn : innhold.uberort) {
      if (!omfang.hasVariable(navn)) {
        variabler.put(navn, skjema.alle().anyMatch(felt -> navn.equals(felt.sti()) && felt.avkryssing()) ? false : null);
      }
    }
    if (start) {
      variabler.put("lenket", false);
    }
    return variabler;
  }

  private static ObjectNode tilJson(VariableMap svar) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String navn : svar.keySet()) {
      JsonNode verdi = Verdier.tilJson(svar.getValueTyped(navn));
      json.set(navn, verdi == null ? json.pojoNode("?") : verdi);
    }
    return json;
  }

  private static JsonNode variabel(VariableScope omfang, String navn) {
    TypedValue verdi = omfang.getVariableTyped(navn, false);
    return verdi == null ? null : Verdier.tilJson(verdi);
  }
}
