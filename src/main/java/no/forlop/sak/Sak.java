package no.forlop.sak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.forlop.motor.Sakskontekst;
import no.forlop.person.SammePerson;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.Callback;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Cases as models see them: {@code ${sak.start(execution,'moinntak')}} starts a linked case, and a death is told to every
 * case of the person. The case itself is opened and closed by {@link Sakslytter}, without a word in the model.
 */
@Component("sak")
public class Sak {

  /** Answers that a linked case takes over, so that nobody asks twice; consents come beside them. */
  private static final List<String> FELLES_SVAR =
      List.of("pasientAlder", "pasientKjonn", "sprak", "tolk", "hvaErViktig", "harBarn");
  private static final String SAMTYKKE = "samtykke";
  private static final String IKKE_SPURT = "ikkeSpurt";
  private static final String KOORDINATOR = "koordinator";
  private static final String ENHET = "enhet";
  private static final List<String> ANSVAR = List.of(KOORDINATOR, "stedfortreder", ENHET);

  private final RuntimeService runtime;
  private final Saksregister register;
  private final Hendelser hendelser;
  private final Dobbeltregistrering dobbelt;

  Sak(@Lazy RuntimeService runtime, Saksregister register, Hendelser hendelser, Dobbeltregistrering dobbelt) {
    this.runtime = runtime;
    this.register = register;
    this.hendelser = hendelser;
    this.dobbelt = dobbelt;
  }

  /** Starts another pathway for the same person, linked to this case; returns the new case number. */
  public String start(DelegateExecution execution, String forlop) {
    return start(execution, forlop, (String) execution.getVariable("pasientId"),
        (String) execution.getVariable("pasientmerke"), felles(execution));
  }

  /** Starts a pathway for another person of this case (a child, a bereaved); returns the new case number. */
  public String startFor(DelegateExecution execution, String forlop, String personId, String merke) {
    return start(execution, forlop, personId, merke, new HashMap<>());
  }

  /**
   * Starts a linked case with some of this case's variables beside the common ones. A pathway about an event of the person
   * (a death), and not about a person, is started once: when another case of the person has done it, this case is linked to
   * what that one started, and its number returned; also when two do it at the same moment.
   *
   * @param navn names of variables to carry over, separated by comma
   */
  public String startMed(DelegateExecution execution, String forlop, String navn) {
    String pasientId = (String) execution.getVariable("pasientId");
    register.hold(pasientId);
    Optional<String> startet = register.hendelsessak(pasientId, forlop);
    if (startet.isPresent()) {
      lenk(execution, startet.get());
      return startet.get();
    }
    Map<String, Object> variabler = felles(execution);
    for (String ett : navn.split("\\s*,\\s*")) {
      variabler.put(ett, execution.getVariable(ett));
    }
    return start(execution, forlop, pasientId, (String) execution.getVariable("pasientmerke"), variabler);
  }

  /**
   * Tells every other running case of the person of the death. Delivered as jobs of their own, so that a case that moves
   * meanwhile never undoes this one.
   */
  public void dodMeldtTilAlle(DelegateExecution execution) {
    String pasientId = (String) execution.getVariable("pasientId");
    if (pasientId == null) {
      return;
    }
    String egen = saksnummer(execution);
    List<String> andre = new ArrayList<>();
    for (Saksopplysning sak : register.apneFor(pasientId)) {
      if (!sak.saksnummer().equals(egen)) {
        andre.add(sak.prosessinstans());
      }
    }
    if (!andre.isEmpty()) {
      runtime.createMessageCorrelationAsync("dod").processInstanceIds(andre)
          .setVariables(Map.of("dodBekreftetISak", egen)).correlateAllAsync();
    }
  }

  /**
   * Case number of the newest other running case of the same pathway and person, or null: this one may belong to it. Two
   * starts at the same moment do not miss each other, since the row that counts case numbers lets one through at a time.
   */
  public String lopende(DelegateExecution execution) {
    return register.finn(saksnummer(execution)).map(egen -> annen(execution, egen.forlop())).orElse(null);
  }

  /**
   * Case number of the newest other running case of this pathway for the same person, or null. Until the transaction ends
   * nobody else gets an answer about the person, so that two who then start a case do not start two.
   */
  public String lopende(DelegateExecution execution, String forlop) {
    register.hold((String) execution.getVariable("pasientId"));
    return annen(execution, forlop);
  }

  private String annen(DelegateExecution execution, String forlop) {
    String pasientId = (String) execution.getVariable("pasientId");
    if (pasientId == null) {
      return null;
    }
    String egen = saksnummer(execution);
    return register.apneFor(pasientId).stream().filter(sak -> sak.forlop().equals(forlop))
        .map(Saksopplysning::saksnummer).filter(nummer -> !nummer.equals(egen))
        .reduce((eldre, nyere) -> nyere).orElse(null);
  }

  /**
   * Case number of the newest running case of the same pathway that may be about the same person, registered twice: same name
   * and birth date. Null when there is none, or somebody has answered the question.
   */
  public String muligLopende(DelegateExecution execution) {
    return dobbelt.iSammeForlop(saksnummer(execution)).orElse(null);
  }

  /**
   * Keeps the answer to whether this case and that one are about the same person. After "ja" they are in the register of
   * persons, and every case of the person follows.
   *
   * @param svar ja, nei or vetIkke
   */
  public void sammePerson(DelegateExecution execution, String saksnummer, String svar) {
    dobbelt.svar(saksnummer(execution), saksnummer, SammePerson.av(svar));
  }

  /** An answer (variable) of another case, or null when that case has ended or holds no such answer. */
  public Object svarI(String saksnummer, String navn) {
    return register.finn(saksnummer).filter(sak -> sak.avsluttet() == null)
        .map(sak -> runtime.getVariable(sak.prosessinstans(), navn)).orElse(null);
  }

  /** {@link #meldTil(DelegateExecution, String, String, String)} of an event that brings nothing. */
  public boolean meldTil(DelegateExecution execution, String saksnummer, String melding) {
    return meldTil(execution, saksnummer, melding, List.of());
  }

  /**
   * Reports an event of this case to another one and links the two. The activity that calls it must be "asynchronous
   * before": delivery is a job of its own, so that the other case never undoes the start of this one.
   *
   * @param navn names of variables that the event brings, separated by comma; empty ones stay behind and erase nothing
   * @return false when the other case has ended or does not listen for the message, or several parts of it do; then
   *     nothing was delivered and the model must let somebody decide
   */
  public boolean meldTil(DelegateExecution execution, String saksnummer, String melding, String navn) {
    return meldTil(execution, saksnummer, melding, List.of(navn.split("\\s*,\\s*")));
  }

  private boolean meldTil(DelegateExecution execution, String saksnummer, String melding, List<String> navn) {
    if (!((ExecutionEntity) execution).getActivity().isAsyncBefore()) {
      throw new IllegalStateException(
          execution.getCurrentActivityId() + " calls sak.meldTil and must be asynchronous before");
    }
    lenk(execution, saksnummer);
    VariableMap innhold = Variables.createVariables();
    for (String ett : navn) {
      if (execution.getVariable(ett) != null) {
        innhold.putValueTyped(ett, execution.getVariableTyped(ett));
      }
    }
    return hendelser.leverTil(saksnummer, melding, (String) execution.getVariable("meldtAv"), innhold);
  }

  /** Links this case to another one; once is enough, and never to itself. */
  public void lenk(DelegateExecution execution, String saksnummer) {
    String egen = saksnummer(execution);
    if (!saksnummer.equals(egen) && register.lenket(egen).stream().noneMatch(sak -> sak.saksnummer().equals(saksnummer))) {
      register.lenk(egen, saksnummer);
    }
  }

  /**
   * Brings the newest answers about consent here and to the case itself, so that a change is told from what was last said: a
   * part that began later has asked later.
   */
  public void hentSamtykke(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    Map<String, Object> nyeste = felles(execution);
    List<ExecutionEntity> deler = sak.deler();
    deler.stream().filter(del -> !del.getId().equals(sak.instans()))
        .sorted(Comparator.comparing(Sak::startet))
        .forEach(del -> del.getVariables().forEach((navn, svar) -> {
          if (navn.startsWith(SAMTYKKE) && svar != null) {
            nyeste.put(navn, svar);
          }
        }));
    nyeste.forEach((navn, svar) -> {
      deler.get(0).setVariable(navn, svar);
      execution.setVariable(navn, svar);
    });
  }

  private static Date startet(ExecutionEntity del) {
    return Context.getCommandContext().getHistoricProcessInstanceManager().findHistoricProcessInstance(del.getId()).getStartTime();
  }

  /**
   * Takes consents that were changed here to every part of the case that is running, so that none acts on an old answer. A
   * consent is changed when the answer is another than the case's own; a name that no other part knows stays here.
   */
  public void spreSamtykke(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    List<ExecutionEntity> andre = sak.deler().stream().filter(del -> !del.getId().equals(sak.instans())).toList();
    felles(execution).forEach((navn, svar) -> {
      if (andre.stream().anyMatch(del -> del.hasVariable(navn)) && endret(andre.get(0).getVariable(navn), svar)) {
        andre.forEach(del -> del.setVariable(navn, svar));
      }
    });
    // Only now may a part act on it: a conditional event can end the part, and others with it.
    andre.forEach(del -> del.dispatchDelayedEventsAndPerformOperation((Callback<PvmExecutionImpl, Void>) null));
  }

  private static boolean endret(Object foer, Object svar) {
    return !Objects.equals(foer == null ? IKKE_SPURT : foer, svar == null ? IKKE_SPURT : svar);
  }

  /**
   * Takes a changed coordinator, deputy and unit of this part to every running part of the case: what comes later is theirs,
   * and the former coordinator's open tasks move to the new one. To be called in a part, whose own variables are the new ones;
   * the case's outermost part still knows the former ones.
   */
  public void nyKoordinator(DelegateExecution execution) {
    Sakskontekst sak = Sakskontekst.av(execution);
    List<ExecutionEntity> deler = sak.deler();
    Map<String, Object> tidligere = new HashMap<>();
    ANSVAR.forEach(navn -> tidligere.put(navn, deler.get(0).getVariable(navn)));
    for (ExecutionEntity del : deler) {
      for (String navn : ANSVAR) {
        if (!del.getId().equals(sak.instans()) && del.hasVariable(navn) && Objects.equals(del.getVariable(navn), tidligere.get(navn))) {
          del.setVariable(navn, execution.getVariable(navn));
        }
      }
    }
    for (ExecutionEntity del : deler) {
      Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(del.getId()).stream()
          .filter(oppgave -> oppgave.getAssignee() != null && oppgave.getAssignee().equals(tidligere.get(KOORDINATOR)))
          .forEach(oppgave -> flytt(oppgave, tidligere.get(ENHET), execution));
    }
  }

  private static void flytt(TaskEntity oppgave, Object fraEnhet, DelegateExecution execution) {
    String tilEnhet = (String) execution.getVariable(ENHET);
    boolean enhetensEgen = oppgave.getCandidates().stream().anyMatch(kandidat -> kandidat.getGroupId() != null
        && kandidat.getGroupId().equals(fraEnhet));
    if (enhetensEgen && tilEnhet != null && !tilEnhet.equals(fraEnhet)) {
      oppgave.deleteCandidateGroup((String) fraEnhet);
      oppgave.addCandidateGroup(tilEnhet);
    }
    oppgave.setAssignee((String) execution.getVariable(KOORDINATOR));
    oppgave.triggerUpdateEvent();
  }

  /**
   * Whether the consent that this part rests on is there no longer. The part says which one in its variable {@code
   * kreverSamtykke}; the nearest of its callers that knows the answer is asked. A part that rests on none is never stopped.
   */
  public boolean samtykkeTrukket(DelegateExecution execution) {
    String navn = (String) execution.getVariable("kreverSamtykke");
    ExecutionEntity del = ((ExecutionEntity) execution).getProcessInstance();
    Object svar = null;
    while (navn != null && svar == null && del != null) {
      svar = del.getVariable(navn);
      del = del.getSuperExecution() == null ? null : del.getSuperExecution().getProcessInstance();
    }
    return svar != null && !svar.equals("ja");
  }

  public Optional<Saksopplysning> finn(String saksnummer) {
    return register.finn(saksnummer);
  }

  /** The other cases that this one started or was started from. */
  public List<Saksopplysning> lenkede(String saksnummer) {
    return register.lenket(saksnummer);
  }

  /** The case number that an execution belongs to: of its own instance, or of the case that called it. */
  public static String saksnummer(DelegateExecution execution) {
    String egen = execution.getProcessBusinessKey();
    return egen != null ? egen : (String) execution.getVariable("saksnummer");
  }

  /** Consents that the part knows, and the common answers; one that the part was not given is the case's own. */
  private static Map<String, Object> felles(DelegateExecution execution) {
    ExecutionEntity hele = Sakskontekst.av(execution).deler().get(0);
    Map<String, Object> variabler = new HashMap<>();
    for (String navn : FELLES_SVAR) {
      Object eget = execution.getVariable(navn);
      variabler.put(navn, eget == null ? hele.getVariable(navn) : eget);
    }
    execution.getVariables().forEach((navn, verdi) -> {
      if (navn.startsWith(SAMTYKKE)) {
        variabler.put(navn, verdi);
      }
    });
    return variabler;
  }

  private String start(DelegateExecution execution, String forlop, String personId, String merke,
      Map<String, Object> variabler) {
    variabler.put("pasientId", personId);
    variabler.put("pasientmerke", merke);
    variabler.put("lenket", true);
    variabler.put("startetFra", saksnummer(execution));
    return runtime.createProcessInstanceByKey(forlop).setVariables(variabler).execute().getBusinessKey();
  }
}
