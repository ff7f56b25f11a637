package no.forlop.cockpit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every ten minutes; {@code forlop.varsel.jobb=false} leaves it to whoever calls it. */
@Component
@ConditionalOnBooleanProperty(name = "forlop.varsel.jobb", matchIfMissing = true)
class Dagligplan {

  private final DagligEpost epost;

  Dagligplan(DagligEpost epost) {
    this.epost = epost;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
  void kjor() {
    epost.kjor();
  }
}
