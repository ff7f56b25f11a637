package no.forlop.skjema;

import java.util.List;
import java.util.stream.Collectors;
import no.forlop.Avvist;

/** A form was refused; holds every error at once and never a value. Nothing was stored and the task is still open. */
public final class Skjemafeil extends Avvist {

  private static final long serialVersionUID = 1L;

  private final transient List<Feltfeil> feil;

  Skjemafeil(List<Feltfeil> feil) {
    super("Skjemaet er ikke lagret. " + feil.stream().map(Feltfeil::tekst).collect(Collectors.joining(". ")) + ".");
    this.feil = List.copyOf(feil);
  }

  public List<Feltfeil> feil() {
    return feil;
  }
}
