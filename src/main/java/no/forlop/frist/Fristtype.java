package no.forlop.frist;

import java.util.Locale;

/** What a row of the table {@code frist} is about. */
enum Fristtype {
  OPPGAVE,
  MILEPAEL;

  String kolonne() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Fristtype av(String kolonne) {
    return valueOf(kolonne.toUpperCase(Locale.ROOT));
  }
}
