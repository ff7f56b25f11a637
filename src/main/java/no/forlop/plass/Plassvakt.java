package no.forlop.plass;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then for free places that somebody waits for, since a capacity is a row that anyone in charge may edit. */
@Component
class Plassvakt {

  private final Plass plass;

  Plassvakt(Plass plass) {
    this.plass = plass;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
  void fyll() {
    plass.fyllLedige();
  }
}
