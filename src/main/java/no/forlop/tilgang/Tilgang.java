package no.forlop.tilgang;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.forlop.Avvist;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What models may ask about users: {@code ${tilgang.ansatte('mosenter')}} and {@code ${tilgang.annenEnn(task, bruker)}}. */
@Component("tilgang")
public class Tilgang {

  private final IdentityService identitet;

  Tilgang(@Lazy IdentityService identitet) {
    this.identitet = identitet;
  }

  /** The workers of a group as choices of a form: value = user id, label = name. */
  public List<Map<String, String>> ansatte(String gruppe) {
    return identitet.createUserQuery().memberOfGroup(gruppe).orderByUserId().asc().unlimitedList().stream()
        .map(bruker -> Map.of("value", bruker.getId(), "label", navn(bruker))).toList();
  }

  /** Refuses to complete a task that must be done by somebody else than the given user. */
  public void annenEnn(DelegateTask oppgave, String bruker) {
    String naa = Context.getCommandContext().getAuthenticatedUserId();
    if (bruker != null && bruker.equals(naa)) {
      throw new Avvist("Oppgaven «" + oppgave.getName()
          + "» må gjøres av en annen. Be en kollega om å fullføre den.");
    }
  }

  private static String navn(User bruker) {
    String navn = Stream.of(bruker.getFirstName(), bruker.getLastName()).filter(del -> del != null && !del.isBlank())
        .reduce((forst, sist) -> forst + " " + sist).orElse("");
    return navn.isBlank() ? bruker.getId() : navn;
  }
}
