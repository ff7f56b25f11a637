package no.forlop.betaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the days cost. A year without a known rate is never guessed: its days are counted and the sum leaves them out.
 *
 * @param dognPerAar days by calendar year
 * @param kroner sum of the years whose rate is known; null when days were counted and none of their rates is known
 * @param aarUtenSats years with days but without a rate
 */
public record Oppgjor(SortedMap<Integer, Long> dognPerAar, Long kroner, List<Integer> aarUtenSats) {

  static final Oppgjor INGENTING = new Oppgjor(new TreeMap<>(), 0L, List.of());

  /**
   * Multiplies.
   *
   * @param sats the rate per day of a year, or null when it is unknown
   */
  public static Oppgjor av(Map<Integer, Long> dognPerAar, IntFunction<Integer> sats) {
    long sum = 0;
    List<Integer> uten = new ArrayList<>();
    SortedMap<Integer, Long> dogn = new TreeMap<>(dognPerAar);
    for (Map.Entry<Integer, Long> aar : dogn.entrySet()) {
      Integer kroner = sats.apply(aar.getKey());
      if (kroner == null) {
        uten.add(aar.getKey());
      } else {
        sum += aar.getValue() * kroner;
      }
    }
    boolean ingenSats = !dogn.isEmpty() && uten.size() == dogn.size();
    return new Oppgjor(dogn, ingenSats ? null : sum, List.copyOf(uten));
  }

  /** Both together. */
  Oppgjor og(Oppgjor annet) {
    SortedMap<Integer, Long> dogn = new TreeMap<>(dognPerAar);
    annet.dognPerAar.forEach((aar, antall) -> dogn.merge(aar, antall, Long::sum));
    long sum = (kroner == null ? 0 : kroner) + (annet.kroner == null ? 0 : annet.kroner);
    List<Integer> uten = Stream.concat(aarUtenSats.stream(), annet.aarUtenSats.stream()).distinct().sorted().toList();
    return new Oppgjor(dogn, dogn.isEmpty() || harSum() || annet.harSum() ? sum : null, uten);
  }

  private boolean harSum() {
    return kroner != null && dogn() > 0;
  }

  /** All days. */
  public long dogn() {
    return dognPerAar.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The sum in words, with the years whose rate is missing. */
  public String tekst() {
    String uten = aarUtenSats.isEmpty() ? ""
        : "sats mangler for " + aarUtenSats.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return kroner == null ? uten : kroner + " kroner" + (uten.isEmpty() ? "" : ", " + uten);
  }
}
