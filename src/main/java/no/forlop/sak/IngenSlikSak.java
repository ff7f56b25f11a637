package no.forlop.sak;

/** There is no such open task or case, or the user may not see it, which is told apart to nobody; REST answers 404. */
public class IngenSlikSak extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private IngenSlikSak(String melding) {
    super(melding);
  }

  static IngenSlikSak oppgave() {
    return new IngenSlikSak("Oppgaven finnes ikke lenger, eller du har ikke tilgang til den.");
  }

  static IngenSlikSak utenSak() {
    return new IngenSlikSak("Oppgaven hører ikke til noen sak.");
  }

  static IngenSlikSak sak() {
    return new IngenSlikSak("Ingen åpen sak med dette saksnummeret har eller har hatt en oppgave som du har tilgang til.");
  }
}
