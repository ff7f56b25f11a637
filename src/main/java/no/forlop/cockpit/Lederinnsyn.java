package no.forlop.cockpit;

import java.util.Collection;
import java.util.Set;
import no.forlop.Avvist;

/**
 * What a manager may see.
 *
 * @param bruker user id
 * @param grupper the groups that he is in
 * @param alt whether he sees every unit
 * @param enheter the units that he leads; every unit when {@code alt}
 */
record Lederinnsyn(String bruker, Collection<String> grupper, boolean alt, Set<String> enheter) {

  /**
   * The units to look at: the chosen one, or all that he may see.
   *
   * @return null for every unit without exception
   * @throws IngenAdgang for a unit that is not his
   * @throws Avvist for a unit that does not exist
   */
  Collection<String> utvalg(String valgt) {
    if (valgt == null) {
      return alt ? null : enheter;
    }
    if (!enheter.contains(valgt)) {
      if (alt) {
        throw new Avvist("Enheten finnes ikke. Velg en av: " + String.join(", ", enheter) + ".");
      }
      throw new IngenAdgang("Du kan bare se enheter som du leder: " + String.join(", ", enheter) + ".");
    }
    return Set.of(valgt);
  }

  boolean ser(String enhet) {
    return alt || enhet != null && enheter.contains(enhet);
  }
}
