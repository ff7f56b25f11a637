package no.forlop.person;

import java.util.Locale;

/** Sex as far as the register knows it. */
public enum Kjonn {
  MANN,
  KVINNE,
  UKJENT;

  /** The value of the process variable {@code pasientKjonn}. */
  public String verdi() {
    return name().toLowerCase(Locale.ROOT);
  }
}
