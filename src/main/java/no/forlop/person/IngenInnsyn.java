package no.forlop.person;

/** The user may not see the persons of this task. */
public final class IngenInnsyn extends RuntimeException {

  IngenInnsyn() {
    super("Du har ikke tilgang til denne oppgaven, eller den er ferdig.");
  }
}
