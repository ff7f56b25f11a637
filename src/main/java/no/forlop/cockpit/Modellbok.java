package no.forlop.cockpit;

import java.util.List;

/** What the deployed models and tables say; they never change once they are deployed. */
interface Modellbok {

  /**
   * A sequence flow.
   *
   * @param eneste whether it is the only way out of its source
   */
  record Flyt(String id, String fra, String til, boolean eneste) {}

  /** A process model. */
  record Modell(String navn, String xml, List<Flyt> flyter) {}

  /** The model of a process definition; read without access checks. */
  Modell modell(String definisjon);

  /** What a rule of a decision definition says that it is about; empty when it says nothing. */
  String regel(String beslutningsdefinisjon, String regel);
}
