package no.forlop.frist;

import no.forlop.Avvist;

/** A deadline that cannot be computed: the pathway's table or model must be mended. The message is bokmål and holds no value. */
public class Fristfeil extends Avvist {

  private static final long serialVersionUID = 1L;

  Fristfeil(String melding) {
    super(melding);
  }

  Fristfeil(String melding, Throwable aarsak) {
    super(melding);
    initCause(aarsak);
  }
}
