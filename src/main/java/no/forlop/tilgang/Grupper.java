package no.forlop.tilgang;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Every group that a model or a table may name, also before the first start has made them. */
@Component
public class Grupper {

  private final Enheter enheter;
  private final IdentityService identitet;

  Grupper(Enheter enheter, IdentityService identitet) {
    this.enheter = enheter;
    this.identitet = identitet;
  }

  /** Returns the ids: units, their leaders, those responsible for children, management and what an administrator has added. */
  public Set<String> alle() {
    Set<String> alle = new TreeSet<>(Set.of(Enheter.LEDELSE, Enheter.ANALYTIKER));
    for (Enheter.Enhet enhet : enheter.enheter()) {
      alle.add(enhet.id());
      alle.add(enhet.leder());
      if (enhet.barneansvarlig()) {
        alle.add(enhet.barneansvarlige());
      }
    }
    identitet.createGroupQuery().list().stream().map(Group::getId).forEach(alle::add);
    return alle;
  }
}
