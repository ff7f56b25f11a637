package no.forlop.sak;

/** The event cannot be reported, since the case does not listen for it any more; REST answers 409. */
public class SakenHarGaattVidere extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SakenHarGaattVidere() {
    super("Saken har gått videre og tar ikke imot denne hendelsen nå. Ingenting er registrert. "
        + "Åpne oppgaven på nytt og se hva som kan meldes.");
  }
}
