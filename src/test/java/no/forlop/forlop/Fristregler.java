package no.forlop.forlop;

import java.util.Set;

/** Deadline rules used so far; frist evaluates its tables without history. */
final class Fristregler {

  private Fristregler() {}

  static Set<String> brukte() {
    return Set.of();
  }
}
