package no.forlop.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** The plugin as Tasklist finds it, by the service file in {@code META-INF/services}. */
public class ForlopTasklist extends AbstractTasklistPlugin {

  static final String ID = "forlop";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(Oppgaveressurs.class);
  }
}
