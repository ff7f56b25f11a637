package no.forlop.motor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a building block demands of what analysts make, so that a fault is found at start-up and not in a case. */
public interface Modellkrav {

  /** Tells whether the decision of this id is a table of the building block's own. */
  default boolean gjelder(String beslutning) {
    return false;
  }

  /** Returns what is wrong with a row of such a table, in bokmål; empty when it can be used. */
  default List<String> feil(Tabellrad rad) {
    return List.of();
  }

  /**
   * Returns what is wrong with a call in a model, in bokmål; empty when it can be made.
   *
   * @param kall the building block and its method, such as {@code plass.tildel}
   * @param tekster the call's arguments: texts that are written out, and null for what is known first in a case
   */
  default List<String> feil(String kall, List<String> tekster) {
    return List.of();
  }

  /** Returns what is wrong with a form, in bokmål; empty when it can be used. */
  default List<String> feil(JsonNode skjema) {
    return List.of();
  }
}
