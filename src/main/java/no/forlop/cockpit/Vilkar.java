package no.forlop.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The where-clause of a query with its parameters, grown condition by condition. */
final class Vilkar {

  private final List<String> deler = new ArrayList<>();
  private final Map<String, Object> verdier = new LinkedHashMap<>();

  Vilkar og(String vilkar) {
    deler.add(vilkar);
    return this;
  }

  /** A condition with one named parameter; left out when the value is null. */
  Vilkar og(String vilkar, String navn, Object verdi) {
    if (verdi != null) {
      deler.add(vilkar);
      verdier.put(navn, verdi);
    }
    return this;
  }

  Vilkar med(String navn, Object verdi) {
    verdier.put(navn, verdi);
    return this;
  }

  String sql() {
    return deler.isEmpty() ? "" : " where " + String.join(" and ", deler);
  }

  Map<String, Object> verdier() {
    return verdier;
  }
}
