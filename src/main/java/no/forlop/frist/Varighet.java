package no.forlop.frist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as a deadline table gives it: "2 døgn", "1 uke", "10 virkedager".
 *
 * @param antall how many, 0 to 9999
 * @param enhet of what
 */
record Varighet(int antall, Tidsenhet enhet) {

  private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,4})\\s+(\\p{L}+)\\s*");

  Varighet {
    if (antall < 0 || antall > 9999) {
      throw new IllegalArgumentException("Antall må være fra 0 til 9999, ikke " + antall + ".");
    }
    if (enhet == null) {
      throw new IllegalArgumentException("Varigheten mangler enhet.");
    }
  }

  /**
   * Reads a length in words.
   *
   * @throws IllegalArgumentException in bokmål, when the text is not a whole number and a unit
   */
  static Varighet les(String tekst) {
    Matcher funnet = FORM.matcher(tekst == null ? "" : tekst);
    if (!funnet.matches()) {
      throw new IllegalArgumentException(
          "«" + tekst + "» er ikke en varighet. Skriv et helt tall og en enhet, for eksempel «2 døgn» eller «1 uke».");
    }
    return new Varighet(Integer.parseInt(funnet.group(1)), Tidsenhet.les(funnet.group(2)));
  }

  @Override
  public String toString() {
    return antall + " " + enhet.etter(antall);
  }
}
