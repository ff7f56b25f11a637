package no.forlop.sak;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;

/**
 * A case that the user may open.
 *
 * @param definisjon id of the process definition that it runs by
 * @param lopende its process instances that run now, called parts included but not those with a case number of their own
 * @param oppgaver its open tasks that the user sees, the one that is due first in front
 */
public record TilgjengeligSak(Saksopplysning sak, String definisjon, List<Del> lopende, List<Task> oppgaver) {

  /** Whether it has not ended. */
  public boolean paagar() {
    return sak.avsluttet() == null;
  }

  /** The task to open it by. */
  public Optional<Task> oppgave() {
    return oppgaver.stream().findFirst();
  }
}
