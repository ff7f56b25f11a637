package no.forlop.motor;

import camundajar.impl.scala.util.Either;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Reads FEEL without evaluating it. The engine itself reads a cell first when a case comes to the table. */
public final class Feel {

  private static final Pattern STED = Pattern.compile(":(\\d+)(?:, found|\\s|$)");
  private static final FeelEngine MOTOR = new FeelEngine.Builder().build();

  private Feel() {}

  /** Returns what is wrong with an expression (an input, an output cell, a field of a form), in bokmål; empty when it can be read. */
  public static Optional<String> feil(String uttrykk) {
    return feil(uttrykk, MOTOR.parseExpression(uttrykk));
  }

  /** Returns what is wrong with an input cell, in bokmål; empty when it can be read. */
  public static Optional<String> feilICelle(String tester) {
    return feil(tester, MOTOR.parseUnaryTests(tester));
  }

  private static Optional<String> feil(String tekst, Either<FeelEngine.Failure, ParsedExpression> svar) {
    if (svar.isRight()) {
      return Optional.empty();
    }
    Matcher sted = STED.matcher(svar.left().get().message());
    return Optional.of("«%s» er ikke gyldig FEEL%s.".formatted(tekst, sted.find() ? " (ved tegn " + sted.group(1) + ")" : ""));
  }
}
