package no.forlop.frist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.forlop.motor.Modellkrav;
import no.forlop.motor.Tabellrad;
import no.forlop.tilgang.Grupper;
import org.springframework.stereotype.Component;

/** Every row of a deadline table can be read and whom it names exists; so can every offset that a model writes out. */
@Component
class Fristkrav implements Modellkrav {

  private final Grupper grupper;

  Fristkrav(Grupper grupper) {
    this.grupper = grupper;
  }

  @Override
  public boolean gjelder(String beslutning) {
    return beslutning.endsWith(Fristtabell.ENDELSE);
  }

  @Override
  public List<String> feil(Tabellrad rad) {
    try {
      Fristregel regel = Fristregel.les(rad);
      Set<String> kjente = grupper.alle();
      List<String> feil = new ArrayList<>();
      Stream.of(regel.varsle(), regel.brudd(), regel.vakt()).filter(Objects::nonNull).distinct()
          .filter(gruppe -> !kjente.contains(gruppe))
          .forEach(gruppe -> feil.add("enheten «" + gruppe + "» finnes ikke. Skal den varsles, må den stå blant enhetene."));
      return feil;
    } catch (IllegalArgumentException e) {
      return List.of(e.getMessage());
    }
  }

  @Override
  public List<String> feil(String kall, List<String> tekster) {
    if (kall.equals("frist.etter") && tekster.size() > 2 && tekster.get(2) != null) {
      try {
        Varighet.les(tekster.get(2));
      } catch (IllegalArgumentException e) {
        return List.of(e.getMessage());
      }
    }
    return List.of();
  }
}
