package no.forlop.frist;

import java.util.ArrayList;
import java.util.List;
import no.forlop.motor.Egenskaper;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Gives every user task and process the listeners that keep deadlines; built in, so that no cancellation skips them. A timer
 * that begins in a paused case is held from the start.
 */
@Component
class Fristplugin extends AbstractProcessEnginePlugin {

  private final Fristlytter lytter;
  private final Pauser pauser;

  Fristplugin(Fristlytter lytter, Pauser pauser) {
    this.lytter = lytter;
    this.pauser = pauser;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl oppsett) {
    List<BpmnParseListener> lyttere = oppsett.getCustomPostBPMNParseListeners();
    if (lyttere == null) {
      lyttere = new ArrayList<>();
      oppsett.setCustomPostBPMNParseListeners(lyttere);
    }
    lyttere.add(new Modell());
    List<SessionFactory> egne = oppsett.getCustomSessionFactories();
    if (egne == null) {
      egne = new ArrayList<>();
      oppsett.setCustomSessionFactories(egne);
    }
    egne.add(new Timerfabrikk());
  }

  private final class Timerfabrikk implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return JobManager.class;
    }

    @Override
    public Session openSession() {
      return new JobManager() {
        @Override
        public void schedule(TimerEntity timer) {
          pauser.nyTimer(timer);
          super.schedule(timer);
        }
      };
    }
  }

  private final class Modell extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl aktivitet) {
      TaskDefinition oppgave = ((UserTaskActivityBehavior) aktivitet.getActivityBehavior()).getTaskDefinition();
      boolean kontakt = Egenskaper.sann(element, Egenskaper.KONTAKT);
      oppgave.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, en -> lytter.opprettet(en, kontakt));
      oppgave.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, en -> lytter.endret(en, kontakt));
      oppgave.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, lytter::fullfort);
      oppgave.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, lytter::slettet);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity prosess) {
      prosess.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) lytter::avsluttet);
    }
  }
}
