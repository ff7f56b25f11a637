package no.forlop.cockpit;

/** There is no such thing, or none that the user may see: 404. */
class FinnesIkke extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FinnesIkke(String melding) {
    super(melding);
  }
}
