package no.forlop.modell;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Something in the pathway folders cannot be used. Says all of it at once, so that an analyst mends it in one go. */
class Modellfeil extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  Modellfeil(List<String> feil) {
    this(feil, null);
  }

  Modellfeil(List<String> feil, Throwable grunn) {
    super("Forløp starter ikke: %s i modellene.%n%s".formatted(feil.size() == 1 ? "én feil" : feil.size() + " feil",
        String.join(System.lineSeparator(), feil.stream().map(en -> "  - " + en).toList())), grunn);
  }

  /** Says it without a stack trace. */
  static class Forklaring extends AbstractFailureAnalyzer<Modellfeil> {

    @Override
    protected FailureAnalysis analyze(Throwable rot, Modellfeil feil) {
      return new FailureAnalysis(feil.getMessage(),
          "Rett filene i Camunda Modeler og start igjen. Ingenting er tatt i bruk, og løpende saker er som før.", feil);
    }
  }
}
