package no.forlop.modell;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Deploys while the context starts: before the web server answers and before any job runs; a bad model stops the start. */
@Component
class Utrulling implements SmartInitializingSingleton {

  private final Modellkontroll kontroll;
  private final Modeller modeller;

  Utrulling(Modellkontroll kontroll, Modeller modeller) {
    this.kontroll = kontroll;
    this.modeller = modeller;
  }

  @Override
  public void afterSingletonsInstantiated() {
    kontroll.sjekk();
    modeller.rullUt();
  }
}
