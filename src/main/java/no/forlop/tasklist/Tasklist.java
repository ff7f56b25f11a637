package no.forlop.tasklist;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** What Tasklist's filters ask for by name. */
@Component("tasklist")
public class Tasklist {

  private static final String INGEN = "-";

  /** The groups of the user who looks, for {@code ${tasklist.mineGrupper()}}; never empty, which a query would refuse. */
  public List<String> mineGrupper() {
    Authentication bruker = Context.getCommandContext().getAuthentication();
    List<String> grupper = bruker == null ? null : bruker.getGroupIds();
    return grupper == null || grupper.isEmpty() ? List.of(INGEN) : grupper;
  }
}
