package no.forlop.varsel;

import no.forlop.Avvist;

/** A notice that cannot be made: the model or the template must be mended. The message is bokmål and holds no value. */
public class Varselfeil extends Avvist {

  private static final long serialVersionUID = 1L;

  Varselfeil(String melding) {
    super(melding);
  }
}
