package no.forlop.frist;

import java.util.Map;
import java.util.Optional;
import no.forlop.motor.Tabeller;
import no.forlop.motor.Tabellrad;
import org.springframework.stereotype.Component;

/** The deadline tables of the pathways: the decision {@code <slug>-frister} of the deployment that the case runs on. */
@Component
class Fristtabell {

  static final String ENDELSE = "-frister";

  private final Tabeller tabeller;

  Fristtabell(Tabeller tabeller) {
    this.tabeller = tabeller;
  }

  /**
   * Returns the row.
   *
   * @throws Fristfeil when there is no table, no row, or the row cannot be read
   */
  Fristregel regel(String deployment, String frist) {
    if (!tabeller.finnes(deployment, ENDELSE)) {
      throw new Fristfeil("Forløpets mappe har ingen fristtabell (<slug>-frister), men «" + frist + "» skal ha frist.");
    }
    return finn(deployment, frist).orElseThrow(() -> new Fristfeil("Fristtabellen har ingen rad for «" + frist + "»."));
  }

  /** Returns the row, or empty when there is no table or no row. */
  Optional<Fristregel> finn(String deployment, String frist) {
    return tabeller.finnes(deployment, ENDELSE)
        ? tabeller.slaaOpp(deployment, ENDELSE, Map.of("frist", frist)).map(rad -> les(frist, rad))
        : Optional.empty();
  }

  private static Fristregel les(String frist, Tabellrad rad) {
    try {
      return Fristregel.les(rad);
    } catch (IllegalArgumentException e) {
      throw new Fristfeil("Fristen «" + frist + "»: " + e.getMessage(), e);
    }
  }
}
