package no.forlop.tilgang;

import org.camunda.bpm.engine.authorization.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sample users of the demo: for each unit a worker, a second worker and a leader; every password equals the user name. */
@Component
@Profile("demo")
class Demobrukere implements Forstebrukere {

  private static final Logger LOG = LoggerFactory.getLogger(Demobrukere.class);

  private final Brukere brukere;
  private final Enheter enheter;
  private final String adresse;

  Demobrukere(Brukere brukere, Enheter enheter, @Value("${forlop.adresse}") String adresse) {
    this.brukere = brukere;
    this.enheter = enheter;
    this.adresse = adresse;
  }

  @Override
  public void sikre() {
    demo("admin", "Administrator", Groups.CAMUNDA_ADMIN);
    demo("ledelse", "Ledelse", Enheter.LEDELSE);
    demo("analytiker", "Analytiker", Enheter.ANALYTIKER);
    for (Enheter.Enhet enhet : enheter.enheter()) {
      demo(enhet.id(), enhet.navn(), enhet.id());
      demo(enhet.id() + "2", enhet.navn() + " 2", enhet.id());
      demo(enhet.leder(), enhet.navn() + ", leder", enhet.id(), enhet.leder());
      if (enhet.barneansvarlig()) {
        demo(enhet.barneansvarlige(), enhet.navn() + ", barneansvarlig", enhet.id(), enhet.barneansvarlige());
      }
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void fortell() {
    LOG.info("""


        Forløp kjører på {}
        Eksempelbrukere (passord = brukernavn): admin, ledelse, analytiker,
        og for hver enhet en medarbeider, en kollega og en leder ({}, {}2, {}leder):
        {}
        """, adresse, eksempel(), eksempel(), eksempel(),
        String.join(", ", enheter.enheter().stream().map(Enheter.Enhet::id).toList()));
  }

  private String eksempel() {
    return enheter.enheter().get(0).id();
  }

  private void demo(String id, String navn, String... grupper) {
    brukere.sikre(id, id, navn, null, id + "@forlop.example", grupper);
  }
}
