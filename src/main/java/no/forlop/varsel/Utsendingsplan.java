package no.forlop.varsel;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the sender every minute; {@code forlop.varsel.jobb=false} leaves it to whoever calls it. */
@Component
@ConditionalOnBooleanProperty(name = "forlop.varsel.jobb", matchIfMissing = true)
class Utsendingsplan {

  private final Utsending utsending;

  Utsendingsplan(Utsending utsending) {
    this.utsending = utsending;
  }

  @Scheduled(initialDelayString = "${forlop.varsel.forst:PT45S}", fixedDelayString = "${forlop.varsel.intervall:PT1M}")
  void kjor() {
    utsending.kjor();
  }
}
