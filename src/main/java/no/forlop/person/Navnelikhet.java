package no.forlop.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form in which names are compared: first and last name in whatever order, without case, accents and signs. Names in
 * between are left out, since people do not always tell them. Å, æ and ø are as aa, ae and oe, and not as a and o.
 */
final class Navnelikhet {

  private Navnelikhet() {}

  /** @return null when the name has no letter */
  static String av(String navn) {
    String fornavnForst = navn.replaceFirst("^([^,]+),(.+)$", "$2 $1");
    String bokstaver = Normalizer.normalize(fornavnForst, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
        .replace("å", "aa").replaceAll("[æä]", "ae").replaceAll("[øö]", "oe");
    // Accents become signs of their own, which stand inside a word and are dropped; any other sign is between words.
    List<String> ord = Arrays.stream(Normalizer.normalize(bokstaver, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}'’`´]", "").split("[^\\p{L}]+")).filter(ett -> !ett.isEmpty()).toList();
    return ord.isEmpty() ? null
        : Stream.of(ord.get(0), ord.get(ord.size() - 1)).sorted().collect(Collectors.joining(" "));
  }
}
