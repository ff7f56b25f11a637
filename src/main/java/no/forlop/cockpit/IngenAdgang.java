package no.forlop.cockpit;

/** The user is no manager, or not of this unit: 403. */
class IngenAdgang extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IngenAdgang(String melding) {
    super(melding);
  }
}
