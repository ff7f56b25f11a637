package no.forlop.person;

import java.util.Locale;

/** Whether the register knows who a person is. */
public enum Slag {
  /** Identified by number, or by name and date of birth. */
  KJENT,
  /** Nobody knows who it is yet; may be identified later. */
  UKJENT,
  /** Wants to stay anonymous. */
  ANONYM;

  /** Reads the answer of the standard field {@code personstatus}; empty = none. */
  public static Slag av(String verdi) {
    return verdi == null || verdi.isBlank() ? null : valueOf(verdi.toUpperCase(Locale.ROOT));
  }

  String verdi() {
    return name().toLowerCase(Locale.ROOT);
  }
}
