package no.forlop.forlop;

import org.springframework.context.ApplicationContext;

/** The work that the running system does every minute, done now. */
final class Motortid {

  private Motortid() {}

  static void kjor(ApplicationContext kontekst) {
    // frist and varsel join here when they have landed
  }
}
