package no.forlop.frist;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The units in which a deadline table counts. */
enum Tidsenhet {
  TIMER("timer", "time"),
  DOGN("døgn", "døgn"),
  VIRKEDAGER("virkedager", "virkedag"),
  UKER("uker", "uke"),
  MANEDER("måneder", "måned"),
  /** Only for deadlines: hours in which the unit is open. */
  APNINGSTIMER("åpningstimer", "åpningstime"),
  /** Only for warnings: 18:00 so many evenings before. */
  KVELDER("kvelder", "kveld");

  private final String flertall;
  private final String entall;

  Tidsenhet(String flertall, String entall) {
    this.flertall = flertall;
    this.entall = entall;
  }

  /**
   * Reads the unit of a length as an analyst writes it, singular or plural.
   *
   * @throws IllegalArgumentException in bokmål, when it is not one of the five
   */
  static Tidsenhet les(String tekst) {
    return les(tekst, enhet -> enhet != KVELDER && enhet != APNINGSTIMER);
  }

  /**
   * Reads the unit of a deadline, which may also be opening hours.
   *
   * @throws IllegalArgumentException in bokmål, when it is not one of the six
   */
  static Tidsenhet lesFrist(String tekst) {
    return les(tekst, enhet -> enhet != KVELDER);
  }

  /**
   * Reads the unit of a warning, which may also be evenings.
   *
   * @throws IllegalArgumentException in bokmål, when it is not one of the six
   */
  static Tidsenhet lesVarsel(String tekst) {
    return les(tekst, enhet -> enhet != APNINGSTIMER);
  }

  private static Tidsenhet les(String tekst, Predicate<Tidsenhet> brukes) {
    String ord = tekst == null ? "" : tekst.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(brukes)
        .filter(enhet -> enhet.flertall.equals(ord) || enhet.entall.equals(ord))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "«" + ord + "» er ikke en tidsenhet. Bruk en av: "
                        + Arrays.stream(values()).filter(brukes).map(enhet -> enhet.flertall).collect(Collectors.joining(", ")) + "."));
  }

  /** Hours and døgn are exact; the other units are days in the calendar. */
  boolean eksakt() {
    return this == TIMER || this == DOGN || this == APNINGSTIMER;
  }

  String etter(int antall) {
    return antall == 1 ? entall : flertall;
  }
}
