package no.forlop.varsel;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of the table {@code varselmaler}: text with placeholders from a closed list.
 *
 * @param emne subject
 * @param tekst body
 */
record Varselmal(String emne, String tekst) {

  static final Set<String> PLASSHOLDERE = Set.of("saksnummer", "forlop", "lenke", "oppgave", "frist",
      "enhet", "antallBrutt", "antallIdag", "sakerBrutt", "sakerIdag");

  private static final Pattern PLASSHOLDER = Pattern.compile("\\{([^{}]*)}");

  Varselmal {
    if (emne == null || tekst == null) {
      throw new IllegalArgumentException("Malen mangler emne eller tekst.");
    }
    sjekk(emne);
    sjekk(tekst);
  }

  /** Fills in; a value that is missing becomes a dash. */
  Varselmal fyll(Map<String, String> verdier) {
    return new Varselmal(fyll(emne, verdier).replaceAll("\\R", " "), fyll(tekst, verdier).replace("\\n", "\n"));
  }

  private static String fyll(String mal, Map<String, String> verdier) {
    return PLASSHOLDER
        .matcher(mal)
        .replaceAll(funn -> {
          String verdi = verdier.get(funn.group(1));
          return Matcher.quoteReplacement(verdi == null ? "–" : verdi.replace('{', '(').replace('}', ')'));
        });
  }

  private static void sjekk(String mal) {
    Matcher funn = PLASSHOLDER.matcher(mal);
    while (funn.find()) {
      if (!PLASSHOLDERE.contains(funn.group(1))) {
        throw new IllegalArgumentException("Plassholderen {" + funn.group(1) + "} er ikke tillatt i varsler.");
      }
    }
  }
}
