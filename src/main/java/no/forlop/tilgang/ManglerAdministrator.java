package no.forlop.tilgang;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application was started without the demo and without an administrator. */
class ManglerAdministrator extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ManglerAdministrator() {
    super("Forløp starter ikke: miljøvariablene FORLOP_ADMIN_BRUKER og FORLOP_ADMIN_PASSORD mangler.");
  }

  /** Says it without a stack trace. */
  static class Forklaring extends AbstractFailureAnalyzer<ManglerAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable rot, ManglerAdministrator feil) {
      return new FailureAnalysis(feil.getMessage(),
          "Sett begge miljøvariablene, eller start med profilen demo for å prøve systemet med eksempelbrukere.", feil);
    }
  }
}
