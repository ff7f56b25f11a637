package no.forlop.motor;

import java.util.Map;

/**
 * The one rule of a decision table that matched.
 *
 * @param regel id of the rule in the model
 * @param beskrivelse what the rule is about, as the table says it; empty when it does not
 * @param verdier the outputs by name
 */
public record Tabellrad(String regel, String beskrivelse, Map<String, Object> verdier) {

  /** Returns the output as trimmed text, or null when it is missing or blank. */
  public String tekst(String navn) {
    Object verdi = verdier.get(navn);
    return verdi == null || verdi.toString().isBlank() ? null : verdi.toString().strip();
  }

  /**
   * Returns the output as a whole number, or null when it is missing.
   *
   * @throws IllegalArgumentException when the output is not a whole number
   */
  public Integer tall(String navn) {
    String verdi = tekst(navn);
    try {
      return verdi == null ? null : new java.math.BigDecimal(verdi).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("«" + navn + "» må være et helt tall, ikke «" + verdi + "».", e);
    }
  }
}
