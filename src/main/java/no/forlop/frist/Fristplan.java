package no.forlop.frist;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the deadline job every minute; {@code forlop.frist.jobb=false} leaves it to whoever calls it. */
@Component
@ConditionalOnBooleanProperty(name = "forlop.frist.jobb", matchIfMissing = true)
class Fristplan {

  private final Fristjobb jobb;

  Fristplan(Fristjobb jobb) {
    this.jobb = jobb;
  }

  @Scheduled(initialDelayString = "${forlop.frist.forst:PT30S}", fixedDelayString = "${forlop.frist.intervall:PT1M}")
  void kjor() {
    jobb.kjor();
  }
}
