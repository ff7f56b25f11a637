package no.forlop.tilgang;

import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Outside the demo there is one user from the start: the administrator named by the environment. */
@Configuration
@Profile("!demo")
class Administrator {

  private static final String BRUKER = "FORLOP_ADMIN_BRUKER";
  private static final String PASSORD = "FORLOP_ADMIN_PASSORD";

  /** Asked before anything else is made, so that a start without an administrator touches no database. */
  @Bean
  static BeanFactoryPostProcessor kreverAdministrator(Environment miljo) {
    return fabrikk -> {
      if (miljo.getProperty(BRUKER, "").isBlank() || miljo.getProperty(PASSORD, "").isBlank()) {
        throw new ManglerAdministrator();
      }
    };
  }

  @Bean
  Forstebrukere forstebrukere(Brukere brukere, Environment miljo) {
    return () -> brukere.sikre(miljo.getRequiredProperty(BRUKER), miljo.getRequiredProperty(PASSORD), "Administrator",
        null, null, Groups.CAMUNDA_ADMIN);
  }
}
