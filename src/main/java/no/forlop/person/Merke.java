package no.forlop.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes the short text by which staff recognise a case without seeing who it is. */
final class Merke {

  private Merke() {}

  /** "K.N. 1985", "K.N." or "Født 1985"; null when neither name nor birth date is known. */
  static String kjent(String navn, LocalDate fodselsdato) {
    String initialer = navn == null ? "" : initialer(navn);
    if (initialer.isEmpty()) {
      return fodselsdato == null ? null : "Født " + fodselsdato.getYear();
    }
    return fodselsdato == null ? initialer : initialer + " " + fodselsdato.getYear();
  }

  /** "Ukjent 12" or "Anonym 7". */
  static String lopende(Slag slag, int nummer) {
    return (slag == Slag.ANONYM ? "Anonym " : "Ukjent ") + nummer;
  }

  /** First and last name's initials: more of them would say more than staff need. */
  private static String initialer(String navn) {
    String[] deler = Arrays.stream(navn.split("[^\\p{L}]+")).filter(del -> !del.isEmpty()).toArray(String[]::new);
    if (deler.length == 0) {
      return "";
    }
    String[] brukt = deler.length == 1 ? deler : new String[] {deler[0], deler[deler.length - 1]};
    return Arrays.stream(brukt).map(del -> del.substring(0, 1).toUpperCase(Locale.ROOT) + ".").collect(Collectors.joining());
  }
}
