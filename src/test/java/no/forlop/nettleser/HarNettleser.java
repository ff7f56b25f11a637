package no.forlop.nettleser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves browser tests out where there is no browser, with one line that nobody overlooks; where one is demanded, they fail. */
class HarNettleser implements ExecutionCondition {

  private static final AtomicBoolean SAGT = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext kontekst) {
    if (Nettleser.program().isPresent()) {
      return ConditionEvaluationResult.enabled("A browser is installed");
    }
    if ("krev".equals(System.getProperty("forlop.nettleser", System.getenv("FORLOP_NETTLESER")))) {
      throw new IllegalStateException("FORLOP_NETTLESER=krev, but no browser was found. " + Nettleser.INSTALLER);
    }
    if (SAGT.compareAndSet(false, true)) {
      System.err.println("\n***** BROWSER TESTS LEFT OUT: no Chromium or Chrome found. " + Nettleser.INSTALLER + " *****\n");
    }
    return ConditionEvaluationResult.disabled("No browser. " + Nettleser.INSTALLER);
  }
}
