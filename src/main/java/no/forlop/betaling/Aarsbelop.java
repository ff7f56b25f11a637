package no.forlop.betaling;

/**
 * Paid days of one year.
 *
 * @param aar calendar year
 * @param dogn days
 * @param sats rate per day, or null when it is unknown
 * @param kroner days times rate, or null when the rate is unknown
 */
public record Aarsbelop(int aar, long dogn, Integer sats, Long kroner) {

  static Aarsbelop av(int aar, long dogn, Integer sats) {
    return new Aarsbelop(aar, dogn, sats, sats == null ? null : dogn * sats);
  }
}
