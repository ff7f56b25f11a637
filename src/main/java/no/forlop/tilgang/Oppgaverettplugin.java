package no.forlop.tilgang;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** A candidate of a task may see it, claim it and complete it, and nothing beyond that task. */
@Component
class Oppgaverettplugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl konfigurasjon) {
    konfigurasjon.setDefaultUserPermissionNameForTask("TASK_WORK");
  }
}
