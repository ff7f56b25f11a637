package no.forlop.frist;

import java.util.Arrays;

/** What happens to a term that ends on a Saturday or a public holiday. */
enum Rulling {
  /** Stays: clinical deadlines. */
  INGEN,
  /** Moves to the next working day: legal and administrative terms (domstolloven § 149). */
  FRAM,
  /** Moves to the last working day before. */
  TILBAKE;

  /**
   * Reads the word of the deadline table; empty means {@link #INGEN}.
   *
   * @throws IllegalArgumentException in bokmål, when it is another word
   */
  static Rulling les(String tekst) {
    if (tekst == null || tekst.isBlank()) {
      return INGEN;
    }
    return Arrays.stream(values())
        .filter(rulling -> rulling.name().equalsIgnoreCase(tekst.strip()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Rulling må være «ingen», «fram» eller «tilbake», ikke «" + tekst + "»."));
  }
}
