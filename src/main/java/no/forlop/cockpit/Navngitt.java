package no.forlop.cockpit;

import java.text.Collator;
import java.util.Locale;

/**
 * Something that has a name for people; ordered by it as people in Norway do.
 *
 * @param id what the system calls it
 * @param navn what people call it
 */
record Navngitt(String id, String navn) implements Comparable<Navngitt> {

  @Override
  public int compareTo(Navngitt annen) {
    return sammenlign(navn, annen.navn);
  }

  static int sammenlign(String en, String annen) {
    return Collator.getInstance(new Locale("nb", "NO")).compare(en, annen);
  }
}
