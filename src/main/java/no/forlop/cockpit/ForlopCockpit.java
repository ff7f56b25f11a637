package no.forlop.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** The plugin as Cockpit finds it, by the service file in {@code META-INF/services}. */
public class ForlopCockpit extends AbstractCockpitPlugin {

  static final String ID = "forlop-cockpit";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(Cockpitressurs.class);
  }
}
