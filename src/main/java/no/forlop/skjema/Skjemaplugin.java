package no.forlop.skjema;

import java.util.ArrayList;
import java.util.List;
import no.forlop.person.Personregister;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the rules of forms into the engine: before its form handlers, and before the commands that would go around them. */
@Component
class Skjemaplugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<Skjemalager> lager;
  private final ObjectProvider<Skjemamottak> mottak;
  private final ObjectProvider<Personregister> person;

  Skjemaplugin(ObjectProvider<Skjemalager> lager, ObjectProvider<Skjemamottak> mottak, ObjectProvider<Personregister> person) {
    this.lager = lager;
    this.mottak = mottak;
    this.person = person;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl oppsett) {
    List<BpmnParseListener> lyttere = oppsett.getCustomPostBPMNParseListeners();
    if (lyttere == null) {
      lyttere = new ArrayList<>();
      oppsett.setCustomPostBPMNParseListeners(lyttere);
    }
    lyttere.add(new Skjemaparser());
    List<CommandInterceptor> vakter = oppsett.getCustomPreCommandInterceptorsTxRequired();
    List<CommandInterceptor> alle = vakter == null ? new ArrayList<>() : new ArrayList<>(vakter);
    alle.add(new Inngang(tekst -> person.getObject().inneholderNummer(tekst)));
    oppsett.setCustomPreCommandInterceptorsTxRequired(alle);
  }

  private final class Skjemaparser extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity prosess) {
      if (prosess.getStartFormHandler() != null) {
        prosess.setStartFormHandler(new Skjemahandler.Start(prosess.getStartFormHandler(), lager, mottak));
      }
      prosess.getTaskDefinitions().values().forEach(oppgave ->
          oppgave.setTaskFormHandler(new Skjemahandler.Oppgave(oppgave.getTaskFormHandler(), lager, mottak)));
    }
  }
}
