package no.forlop;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What a user asked for cannot be done; the message says in bokmål what was wrong and what is allowed, and never repeats
 * a value. REST answers 400 with it ({@code skjema} sees to that for every command), and the transaction is rolled back.
 * A bad request to the engine, so that the log does not take a user's mistake for a fault of the system.
 */
public class Avvist extends BadUserRequestException {

  private static final long serialVersionUID = 1L;

  public Avvist(String melding) {
    super(melding);
  }
}
