package no.forlop.frist;

import java.util.Locale;
import no.forlop.motor.Tabellrad;

/**
 * One row of a pathway's deadline table.
 *
 * @param regel id of the rule
 * @param beskrivelse what the rule is about
 * @param varighet how long
 * @param fra milestone or date variable to count from, or null for now
 * @param rulling what happens on closed days
 * @param forvarsel how long before to warn, or null
 * @param varsle group that is warned, or null for the task's unit
 * @param brudd group that is told of a breach, or null for the unit's leaders
 * @param vakt group that is told too when the unit is closed, or null
 * @param kilde where the number comes from
 */
record Fristregel(
    String regel,
    String beskrivelse,
    Varighet varighet,
    String fra,
    Rulling rulling,
    Varighet forvarsel,
    String varsle,
    String brudd,
    String vakt,
    String kilde) {

  Fristregel {
    if (varighet.enhet().eksakt() && rulling != Rulling.INGEN) {
      throw new IllegalArgumentException("En frist i timer eller døgn ruller aldri; rulling må være «ingen».");
    }
    if (kilde == null) {
      throw new IllegalArgumentException("Fristen mangler kilde.");
    }
  }

  /** What a milestone is called: the row's description as far as its first remark, without the word itself. */
  String tittel() {
    String tekst = beskrivelse.replaceFirst("(?i)^milepæl:\\s*", "").replaceFirst("\\s*[;(].*$", "").strip();
    return tekst.isEmpty() ? "" : tekst.substring(0, 1).toUpperCase(Locale.ROOT) + tekst.substring(1);
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException in bokmål, when a cell is missing or cannot be read
   */
  static Fristregel les(Tabellrad rad) {
    Integer antall = rad.tall("antall");
    if (antall == null) {
      throw new IllegalArgumentException("Fristen mangler antall.");
    }
    Integer varselAntall = rad.tall("varselAntall");
    return new Fristregel(
        rad.regel(),
        rad.beskrivelse(),
        new Varighet(antall, Tidsenhet.lesFrist(rad.tekst("enhet"))),
        rad.tekst("fra"),
        Rulling.les(rad.tekst("rulling")),
        varselAntall == null ? null : new Varighet(varselAntall, Tidsenhet.lesVarsel(rad.tekst("varselEnhet"))),
        rad.tekst("varsle"),
        rad.tekst("brudd"),
        rad.tekst("vakt"),
        rad.tekst("kilde"));
  }
}
