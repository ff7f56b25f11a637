package no.forlop.tilgang;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes users in the engine's own user store. */
@Component
class Brukere {

  private final IdentityService identitet;

  Brukere(@Lazy IdentityService identitet) {
    this.identitet = identitet;
  }

  /** Makes the user with these groups when there is none of that id; an existing one is left as it is. */
  void sikre(String id, String passord, String fornavn, String etternavn, String epost, String... grupper) {
    if (identitet.createUserQuery().userId(id).count() > 0) {
      return;
    }
    User bruker = identitet.newUser(id);
    bruker.setPassword(passord);
    bruker.setFirstName(fornavn);
    // Tasklist writes a missing last name as null.
    bruker.setLastName(etternavn == null ? "" : etternavn);
    bruker.setEmail(epost);
    identitet.saveUser(bruker);
    for (String gruppe : grupper) {
      identitet.createMembership(id, gruppe);
    }
  }
}
