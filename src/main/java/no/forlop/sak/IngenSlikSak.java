package no.forlop.sak;

/** There is no such open task or case, or the user may not see it, which is told apart to nobody; REST answers 404. */
public class IngenSlikSak extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IngenSlikSak(String melding) {
    super(melding);
  }
}
