package no.forlop.person;

import no.forlop.Avvist;

/** An answer to whether two registrations are of one person. */
public enum SammePerson {
  JA("ja"),
  NEI("nei"),
  /** Nobody is asked again that day. */
  VET_IKKE("vetIkke");

  private final String verdi;

  SammePerson(String verdi) {
    this.verdi = verdi;
  }

  /** Reads the answer as forms give it. */
  public static SammePerson av(String verdi) {
    for (SammePerson svar : values()) {
      if (svar.verdi.equals(verdi)) {
        return svar;
      }
    }
    throw new Avvist("Svar om det kan være samme person: ja, nei eller vetIkke.");
  }

  String verdi() {
    return verdi;
  }
}
