package no.forlop.cockpit;

import java.util.List;
import java.util.Set;
import no.forlop.tilgang.Tilgang;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who the engine says is asking, and what he may see. */
@Component
class Innsynskontroll {

  private final IdentityService identitet;
  private final Tilgang tilgang;

  Innsynskontroll(@Lazy IdentityService identitet, Tilgang tilgang) {
    this.identitet = identitet;
    this.tilgang = tilgang;
  }

  /**
   * What the one who is logged in may see.
   *
   * @throws IngenAdgang for everybody but management, leaders and administrators
   */
  Lederinnsyn krev() {
    Authentication bruker = identitet.getCurrentAuthentication();
    if (bruker == null || bruker.getUserId() == null) {
      throw new IngenAdgang("Logg inn for å se disse sidene.");
    }
    return av(bruker.getUserId(), bruker.getGroupIds() == null ? List.of() : bruker.getGroupIds());
  }

  Lederinnsyn av(String bruker, List<String> grupper) {
    Set<String> alle = tilgang.enheter().keySet();
    if (Tilgang.serAlt(grupper)) {
      return new Lederinnsyn(bruker, grupper, true, alle);
    }
    Set<String> ledede = Tilgang.leder(grupper);
    ledede.retainAll(alle);
    if (ledede.isEmpty()) {
      throw new IngenAdgang("Sidene er for ledelsen og for ledere av enheter.");
    }
    return new Lederinnsyn(bruker, grupper, false, ledede);
  }
}
