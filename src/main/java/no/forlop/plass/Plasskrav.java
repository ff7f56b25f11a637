package no.forlop.plass;

import java.util.List;
import java.util.stream.Collectors;
import no.forlop.motor.Modellkrav;
import org.springframework.stereotype.Component;

/** Whoever asks for a place, asks for a type that exists. */
@Component
class Plasskrav implements Modellkrav {

  private final Plassbok bok;

  Plasskrav(Plassbok bok) {
    this.bok = bok;
  }

  @Override
  public List<String> feil(String kall, List<String> tekster) {
    String type = kall.startsWith("plass.") && tekster.size() > 1 ? tekster.get(1) : null;
    List<String> kjente = type == null ? List.of() : bok.typer().stream().map(Plasstype::id).toList();
    return type == null || kjente.contains(type) ? List.of()
        : List.of("plasstypen «%s» finnes ikke. Bruk en av: %s.".formatted(type, kjente.stream().sorted().collect(Collectors.joining(", "))));
  }
}
