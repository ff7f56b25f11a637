package no.forlop.demo;

import java.util.List;
import java.util.Map;

/**
 * A sample case as it is written in {@code demo/saker.json}.
 *
 * @param forlop process id of the pathway
 * @param som user who starts it
 * @param timerSiden hours before now that it was started
 * @param svar answers of the start form
 * @param steg what was done since, in order
 */
record Demosak(String forlop, String som, int timerSiden, Map<String, Object> svar, List<Steg> steg) {

  Demosak {
    steg = steg == null ? List.of() : List.copyOf(steg);
  }

  /**
   * One task done.
   *
   * @param oppgave task id
   * @param som user who does it
   * @param timerEtter hours since the step before
   * @param svar answers of the task's form
   */
  record Steg(String oppgave, String som, int timerEtter, Map<String, Object> svar) {

    Steg {
      svar = svar == null ? Map.of() : svar;
    }
  }
}
