package no.forlop.frist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import no.forlop.motor.Sakskontekst;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.stereotype.Component;

/**
 * Pauses of a case. While it is in one, its deadlines and timers stand still, also those that begin meanwhile; when the last
 * pause ends they move by as long as they stood. What an event beside the flow has started goes on, and so does the pause's
 * own process; a called process with a case number of its own is another case.
 */
@Component
class Pauser {

  private final Pauselager lager;
  private final Fristlager frister;
  private final Clock klokke;

  Pauser(Pauselager lager, Fristlager frister, Clock klokke) {
    this.lager = lager;
    this.frister = frister;
    this.klokke = klokke;
  }

  void start(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    Instant naa = klokke.instant();
    Instant fra = lager.iSak(sak.saksinstans()).stream().findFirst().map(Pause::fra).orElse(naa);
    String unntatt = iHendelse(((ExecutionEntity) execution).getActivity()) ? null : sak.instans();
    lager.lagre(sak.saksinstans(), sak.instans(), unntatt, fra);
    List<Pause> pauser = lager.iSak(sak.saksinstans());
    for (Fristrad rad : frister.lopende(sak.saksnummer())) {
      if (rad.oppgaveId() == null || staarStille(oppgave(rad.oppgaveId()), pauser)) {
        frister.hold(rad.id(), naa);
      }
    }
    for (TimerEntity timer : timere(sak)) {
      if (staarStille(timer, pauser)) {
        timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
      }
    }
  }

  /** Ends one pause that the execution's process instance has begun, if it has. */
  void slutt(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    List<Pause> pauser = lager.laas(sak.saksinstans());
    pauser.stream()
        .filter(pause -> pause.prosessinstans().equals(sak.instans()))
        .findFirst()
        .ifPresent(pause -> avslutt(sak, pause, pauser.size()));
  }

  /** A pause whose process instance ended in another way than by being resumed is over too. */
  void prosessSlutt(DelegateExecution execution) {
    for (Pause pause : lager.avProsess(execution.getProcessInstanceId())) {
      avslutt(Sakskontekst.av(execution), pause, lager.laas(pause.saksinstans()).size());
    }
  }

  /** Since when a deadline that begins here now is held: now, or null when it runs. */
  Instant holdtFra(DelegateExecution execution) {
    ExecutionEntity utforelse = (ExecutionEntity) execution;
    List<Pause> pauser = lager.iSak(Sakskontekst.av(execution).saksinstans());
    return !pauser.isEmpty() && staarStille(utforelse, utforelse.getActivity(), pauser) ? klokke.instant() : null;
  }

  /** A timer that begins in a case that stands still does so too. */
  void nyTimer(TimerEntity timer) {
    ExecutionEntity utforelse = utforelse(timer);
    if (utforelse != null) {
      List<Pause> pauser = lager.iSak(Sakskontekst.av(utforelse).saksinstans());
      if (!pauser.isEmpty() && staarStille(timer, pauser)) {
        timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
      }
    }
  }

  private void avslutt(Sakskontekst sak, Pause pause, int antall) {
    lager.slett(pause.id());
    if (antall > 1) {
      return;
    }
    Instant naa = klokke.instant();
    for (Fristrad rad : frister.holdte(sak.saksnummer())) {
      Instant forfall = flyttet(rad.forfall(), rad.pausetFra(), naa);
      frister.flytt(rad.id(), forfall, frister.varsleTid(rad.id()).map(tid -> flyttet(tid, rad.pausetFra(), naa)).orElse(null));
      TaskEntity oppgave = rad.oppgaveId() == null || forfall == null ? null : oppgave(rad.oppgaveId());
      if (oppgave != null) {
        oppgave.setDueDate(Date.from(forfall));
        oppgave.triggerUpdateEvent();
      }
    }
    for (TimerEntity timer : timere(sak)) {
      if (timer.isSuspended()) {
        Instant begynte = timer.getCreateTime().toInstant();
        Instant fra = begynte.isAfter(pause.fra()) ? begynte : pause.fra();
        timer.setDuedate(Date.from(flyttet(timer.getDuedate().toInstant(), fra, naa)));
        timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
      }
    }
  }

  private static Instant flyttet(Instant tid, Instant fra, Instant til) {
    return tid == null ? null : tid.plus(Duration.between(fra, til));
  }

  private static boolean staarStille(TimerEntity timer, List<Pause> pauser) {
    ExecutionEntity utforelse = utforelse(timer);
    return utforelse != null
        && staarStille(utforelse, utforelse.getProcessDefinition().findActivity(timer.getActivityId()), pauser);
  }

  private static boolean staarStille(TaskEntity oppgave, List<Pause> pauser) {
    return oppgave != null && staarStille(oppgave.getExecution(), oppgave.getExecution().getActivity(), pauser);
  }

  /** Looks outwards, from call to call, up to the case's own process instance. */
  private static boolean staarStille(ExecutionEntity utforelse, ActivityImpl aktivitet, List<Pause> pauser) {
    String instans = utforelse.getProcessInstanceId();
    if (iHendelse(aktivitet) || pauser.stream().anyMatch(pause -> instans.equals(pause.unntatt()))) {
      return false;
    }
    if (instans.equals(pauser.get(0).saksinstans())) {
      return true;
    }
    ExecutionEntity kaller = utforelse.getProcessInstance().getSuperExecution();
    return staarStille(kaller, kaller.getActivity(), pauser);
  }

  private static boolean iHendelse(ScopeImpl aktivitet) {
    for (ScopeImpl omfang = aktivitet; omfang instanceof ActivityImpl indre; omfang = omfang.getFlowScope()) {
      if (indre.isTriggeredByEvent()) {
        return true;
      }
    }
    return false;
  }

  Set<String> blant(Collection<String> saksinstanser) {
    return saksinstanser.isEmpty() ? Set.of() : lager.blant(saksinstanser);
  }

  private static List<TimerEntity> timere(Sakskontekst sak) {
    return sak.deler().stream()
        .flatMap(del -> kommando().getJobManager().findJobsByProcessInstanceId(del.getId()).stream())
        .filter(TimerEntity.class::isInstance)
        .map((JobEntity jobb) -> (TimerEntity) jobb)
        .toList();
  }

  private static ExecutionEntity utforelse(TimerEntity timer) {
    return timer.getExecutionId() == null ? null : kommando().getExecutionManager().findExecutionById(timer.getExecutionId());
  }

  private static TaskEntity oppgave(String id) {
    return kommando().getTaskManager().findTaskById(id);
  }

  private static CommandContext kommando() {
    return Context.getCommandContext();
  }
}
