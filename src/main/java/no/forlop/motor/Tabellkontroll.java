package no.forlop.motor;

import java.util.List;

/** What a building block demands of the rows of its own tables, so that a fault is found at start-up and not in a case. */
public interface Tabellkontroll {

  /** Tells whether the decision of this id is such a table. */
  boolean gjelder(String beslutning);

  /** Returns what is wrong with the row, in bokmål; empty when it can be used. */
  List<String> feil(Tabellrad rad);
}
