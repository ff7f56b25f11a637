package no.forlop.sak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.forlop.motor.Egenskaper;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes every process with the extension property {@code saksprefiks} a case; the model needs nothing more. The property
 * {@code sakUtenPerson} says that the case is an event and not a person: it never takes over a patient.
 */
@Component
class Saksplugin extends AbstractProcessEnginePlugin {

  private static final String PREFIKS = "saksprefiks";
  private static final String UTEN_PERSON = "sakUtenPerson";

  private final ObjectProvider<Sakslytter> lytter;

  Saksplugin(ObjectProvider<Sakslytter> lytter) {
    this.lytter = lytter;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl konfigurasjon) {
    List<BpmnParseListener> lyttere = konfigurasjon.getCustomPreBPMNParseListeners();
    if (lyttere == null) {
      lyttere = new ArrayList<>();
      konfigurasjon.setCustomPreBPMNParseListeners(lyttere);
    }
    lyttere.add(new Saksparser());
  }

  private class Saksparser extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element prosess, ProcessDefinitionEntity definisjon) {
      String prefiks = Egenskaper.av(prosess, PREFIKS).orElse(null);
      boolean utenPerson = Egenskaper.sann(prosess, UTEN_PERSON);
      if (prefiks != null) {
        definisjon.addBuiltInListener(ExecutionListener.EVENTNAME_START,
            (ExecutionListener) execution -> lytter.getObject().apne(execution, prefiks, utenPerson), 0);
        definisjon.addBuiltInListener(ExecutionListener.EVENTNAME_END,
            (ExecutionListener) execution -> lytter.getObject().lukk(execution));
        for (String ende : utfall(prosess)) {
          definisjon.findActivity(ende).addBuiltInListener(ExecutionListener.EVENTNAME_START,
              (ExecutionListener) execution -> lytter.getObject().ende(execution));
        }
      }
    }
  }

  /** The ends of the process itself and of the events' parts that interrupt it; an end beside the case is no outcome. */
  private static Set<String> utfall(Element prosess) {
    Set<String> ender = new HashSet<>();
    prosess.elements("endEvent").forEach(ende -> ender.add(ende.attribute("id")));
    for (Element del : prosess.elements("subProcess")) {
      boolean avbryter = "true".equals(del.attribute("triggeredByEvent"))
          && del.elements("startEvent").stream().noneMatch(start -> "false".equals(start.attribute("isInterrupting")));
      if (avbryter) {
        del.elements("endEvent").forEach(ende -> ender.add(ende.attribute("id")));
      }
    }
    return ender;
  }
}
