package no.forlop;

/**
 * What a user asked for cannot be done; the message says in bokmål what was wrong and what is allowed, and never repeats
 * a value. REST answers 400 with it, and the transaction is rolled back.
 */
public class Avvist extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Avvist(String melding) {
    super(melding);
  }
}
