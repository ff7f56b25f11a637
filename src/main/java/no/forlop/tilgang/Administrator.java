package no.forlop.tilgang;

import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Outside the demo there is one user from the start: the administrator named by the environment. */
@Component
@Profile("!demo")
class Administrator implements Forstebrukere {

  private final Brukere brukere;
  private final String bruker;
  private final String passord;

  Administrator(Brukere brukere, @Value("${FORLOP_ADMIN_BRUKER:}") String bruker,
      @Value("${FORLOP_ADMIN_PASSORD:}") String passord) {
    if (bruker.isBlank() || passord.isBlank()) {
      throw new ManglerAdministrator();
    }
    this.brukere = brukere;
    this.bruker = bruker;
    this.passord = passord;
  }

  @Override
  public void sikre() {
    brukere.sikre(bruker, passord, "Administrator", null, null, Groups.CAMUNDA_ADMIN);
  }
}
