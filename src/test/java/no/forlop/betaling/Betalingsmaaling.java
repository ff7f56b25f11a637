package no.forlop.betaling;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the measurement of Cockpit's pages reach this package's queries. */
public final class Betalingsmaaling {

  private static final LocalDate IDAG = LocalDate.of(2026, 3, 2);

  private Betalingsmaaling() {}

  public static void perAar(JdbcClient jdbc) {
    Betalingsbok bok = new Betalingsbok(jdbc);
    bok.dognPerAar(IDAG, bok.forsteDag(), IDAG);
  }

  public static void forsteSide(JdbcClient jdbc) {
    Betalingsbok bok = new Betalingsbok(jdbc);
    bok.forSaker(bok.saker(50, null).stream().map(Betalingssak::saksnummer).toList());
  }
}
