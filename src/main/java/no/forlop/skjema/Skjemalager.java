package no.forlop.skjema;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;

/** Finds the Camunda Form that a start or a task of a version refers to, and keeps it read: a deployed form never changes. */
@Component
class Skjemalager {

  private final Map<String, Skjema> lest = new ConcurrentHashMap<>();

  static boolean harSkjema(FormDefinition definisjon) {
    return definisjon != null && definisjon.getCamundaFormDefinitionKey() != null;
  }

  /**
   * The form, or empty when the element has none of this kind.
   *
   * @param omfang where an expression that names the form is evaluated; null for start forms
   */
  Optional<Skjema> finn(FormDefinition definisjon, String utrulling, VariableScope omfang) {
    if (!harSkjema(definisjon)) {
      return Optional.empty();
    }
    Expression uttrykk = definisjon.getCamundaFormDefinitionKey();
    String navn = omfang == null ? uttrykk.getExpressionText() : String.valueOf(uttrykk.getValue(omfang));
    CamundaFormRefImpl ref = new CamundaFormRefImpl(navn, definisjon.getCamundaFormDefinitionBinding());
    if (definisjon.getCamundaFormDefinitionVersion() != null) {
      ref.setVersion(Integer.parseInt(definisjon.getCamundaFormDefinitionVersion().getExpressionText()));
    }
    if ("deployment".equals(ref.getBinding())) {
      return Optional.of(lest.computeIfAbsent(utrulling + "/" + navn, nokkel -> hent(ref, utrulling)));
    }
    return Optional.of(hent(ref, utrulling));
  }

  private static Skjema hent(CamundaFormRefImpl ref, String utrulling) {
    CommandContext kontekst = Context.getCommandContext();
    return kontekst.runWithoutAuthorization(() -> {
      CamundaFormDefinition skjema = new GetCamundaFormDefinitionCmd(ref, utrulling).execute(kontekst);
      if (skjema == null) {
        throw new IllegalStateException("The form " + ref.getKey() + " is not in the deployment");
      }
      return Skjema.les(kontekst.getResourceManager()
          .findResourceByDeploymentIdAndResourceName(skjema.getDeploymentId(), skjema.getResourceName()).getBytes());
    });
  }
}
