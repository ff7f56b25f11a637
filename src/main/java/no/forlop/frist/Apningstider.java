package no.forlop.frist;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import no.forlop.motor.Tabeller;
import no.forlop.motor.Tabellrad;
import org.springframework.stereotype.Component;

/** Opening hours of the units, from the decision {@code apningstider}. */
@Component
class Apningstider {

  private final Tabeller tabeller;
  private final Kalender kalender;

  Apningstider(Tabeller tabeller, Clock klokke) {
    this.tabeller = tabeller;
    this.kalender = new Kalender(klokke.getZone());
  }

  /**
   * Tells whether a unit is open.
   *
   * @throws Fristfeil when the unit's row cannot be read
   */
  boolean apent(String gruppe, Instant naa) {
    return kalender.apent(av(gruppe), naa);
  }

  /**
   * When a unit is open. One that the table does not know keeps office hours.
   *
   * @throws Fristfeil when the unit's row cannot be read
   */
  Apningstid av(String gruppe) {
    return gruppe == null
        ? Apningstid.KONTORTID
        : tabeller
            .slaaOppNyeste("apningstider", Map.of("gruppe", gruppe))
            .map(rad -> les(gruppe, rad))
            .orElse(Apningstid.KONTORTID);
  }

  private static Apningstid les(String gruppe, Tabellrad rad) {
    try {
      return Apningstid.les(rad.tekst("dager"), rad.tekst("apner"), rad.tekst("stenger"));
    } catch (IllegalArgumentException | DateTimeParseException | NullPointerException e) {
      throw new Fristfeil("Åpningstiden til «" + gruppe + "» kan ikke leses: " + e.getMessage(), e);
    }
  }
}
