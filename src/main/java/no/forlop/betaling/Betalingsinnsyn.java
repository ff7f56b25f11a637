package no.forlop.betaling;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which groups may see what is paid: the units that answer for it ({@code forlop.betaling.innsyn}). */
@Component
public class Betalingsinnsyn {

  private final List<String> grupper;

  Betalingsinnsyn(@Value("${forlop.betaling.innsyn:hvk,hvkleder,leistadleder,ledelse}") List<String> grupper) {
    this.grupper = grupper;
  }

  public boolean har(Collection<String> brukersGrupper) {
    return brukersGrupper != null && brukersGrupper.stream().anyMatch(grupper::contains);
  }
}
