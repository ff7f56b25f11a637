package no.forlop.tilgang;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Groups with their rights, then the first users in them, before the web server answers. */
@Component("tilgangOppstart")
class Oppstart implements SmartInitializingSingleton {

  private final Grunnrettigheter grunnrettigheter;
  private final Forstebrukere brukere;

  Oppstart(Grunnrettigheter grunnrettigheter, Forstebrukere brukere) {
    this.grunnrettigheter = grunnrettigheter;
    this.brukere = brukere;
  }

  @Override
  public void afterSingletonsInstantiated() {
    grunnrettigheter.sikre();
    brukere.sikre();
  }
}
