package no.forlop.plass;

/**
 * A kind of place and how full it is now.
 *
 * @param id name used by models, such as {@code leistad-etterbehandling}
 * @param navn name for people
 * @param kapasitet places in all; may be lower than {@code opptatt} when it was lowered while cases held places
 * @param opptatt places held now
 * @param venter cases in the queue
 */
public record Plasstype(String id, String navn, int kapasitet, int opptatt, int venter) {

  /** Places that can be given out now, never below 0. */
  public int ledige() {
    return Math.max(0, kapasitet - opptatt);
  }
}
