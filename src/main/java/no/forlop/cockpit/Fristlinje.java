package no.forlop.cockpit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * One open deadline in the list.
 *
 * @param over seconds late; 0 when it is not broken
 * @param hvem who has the task, or null
 * @param sakinstans process instance of the case, or null
 * @param gruppe group that the task is offered to, or null
 */
record Fristlinje(
    long id,
    String type,
    String saksnummer,
    String merke,
    Navngitt forlop,
    String tittel,
    String aktivitet,
    Navngitt enhet,
    Navngitt hvem,
    Instant opprettet,
    Instant forfall,
    String tilstand,
    long over,
    String oppgaveId,
    String prosess,
    String instans,
    String sakinstans,
    @JsonIgnore String gruppe) {

  @JsonIgnore
  boolean erOppgave() {
    return oppgaveId != null;
  }
}
