package no.forlop.person;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words what to do when the key of the register is missing. */
class ManglerNokkelForklaring extends AbstractFailureAnalyzer<ManglerNokkel> {

  @Override
  protected FailureAnalysis analyze(Throwable rot, ManglerNokkel feil) {
    return new FailureAnalysis(
        feil.getMessage(),
        "Lag en nøkkel med «openssl rand -base64 32», ta vare på den et trygt sted, og gi den i miljøvariabelen "
            + "FORLOP_PERSON_NOKKEL (forlop.person.nokkel). Mistes nøkkelen, kan personregisteret ikke leses.",
        feil);
  }
}
