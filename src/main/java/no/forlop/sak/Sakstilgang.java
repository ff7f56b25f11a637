package no.forlop.sak;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may open a case, the one place for this rule.
 *
 * <p>Somebody takes part in a case who sees a task of it, or whose unit has or has had a task in it. The case is what has its
 * number: the process with the number and what it calls, but not what is called with a number of its own, such as one
 * bereaved of several. Whoever takes part in such a sub-case may open the case that called it, since what concerns them all
 * is reported there; who takes part in that one, or in another sub-case, may not open this one.
 *
 * <p>Any number of cases takes three queries. The table {@code sak_enhet} says the same for the lists of a unit's leader.
 */
@Component
public class Sakstilgang {

  private final ProcessEngine motor;
  private final JdbcClient jdbc;

  Sakstilgang(@Lazy ProcessEngine motor, JdbcClient jdbc) {
    this.motor = motor;
    this.jdbc = jdbc;
  }

  /** Cases sorted by whether the user who is logged in may open them, each list in the order they came. */
  record Delt(List<TilgjengeligSak> apne, List<StengtSak> stengte) {}

  /** The cases among these that the user may open, in the same order; nobody may open none. */
  List<TilgjengeligSak> blant(Collection<Saksopplysning> saker) {
    return delt(saker).apne();
  }

  /** Sorts the cases; one that the engine knows no more is in neither list, and nobody is told of any. */
  Delt delt(Collection<Saksopplysning> saker) {
    Authentication bruker = bruker();
    if (bruker == null || saker.isEmpty()) {
      return new Delt(List.of(), List.of());
    }
    Map<String, Instans> instanser = instanser(saker.stream().map(Saksopplysning::prosessinstans).toList());
    Map<String, List<Task>> synlige = synlige(instanser.values());
    Set<String> apne = apne(bruker, instanser, synlige.keySet());
    Map<Boolean, List<Saksopplysning>> sortert = saker.stream().filter(sak -> instanser.containsKey(sak.prosessinstans()))
        .collect(Collectors.partitioningBy(sak -> apne.contains(sak.saksnummer())));
    return new Delt(sortert.get(true).stream().map(sak -> tilgjengelig(sak, instanser, synlige)).toList(),
        sortert.get(false).stream().map(sak -> new StengtSak(sak, deler(sak, instanser))).toList());
  }

  /** The process instances that run in the call tree of this one and belong to cases that the user may open. */
  Set<String> apneRundt(String prosessinstans) {
    Authentication bruker = bruker();
    Map<String, Instans> instanser = bruker == null ? Map.of() : instanser(List.of(prosessinstans));
    Set<String> apne = apne(bruker, instanser, synlige(instanser.values()).keySet());
    return instanser.values().stream().filter(Instans::lopende).filter(en -> apne.contains(sak(en, instanser)))
        .map(Instans::id).collect(Collectors.toSet());
  }

  /** The case, when it is running and the user may open it. */
  Optional<TilgjengeligSak> paagaaende(Saksopplysning sak) {
    return blant(List.of(sak)).stream().filter(TilgjengeligSak::paagar).findFirst();
  }

  /**
   * The process instance of a task.
   *
   * @throws IngenSlikSak when the user sees no such task
   */
  ProcessInstance instansForOppgave(String oppgave) {
    Task synlig = motor.getTaskService().createTaskQuery().taskId(oppgave).singleResult();
    if (synlig == null || synlig.getProcessInstanceId() == null) {
      throw IngenSlikSak.oppgave();
    }
    return Uinnskrenket.utfor(motor, () -> motor.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(synlig.getProcessInstanceId()).singleResult());
  }

  /**
   * The number of the case that a task belongs to.
   *
   * @throws IngenSlikSak when the user sees no such task, or it belongs to none
   */
  String saksnummerForOppgave(String oppgave) {
    ProcessInstance instans = instansForOppgave(oppgave);
    while (instans != null && instans.getBusinessKey() == null) {
      String del = instans.getId();
      instans = Uinnskrenket.utfor(motor, () -> motor.getRuntimeService().createProcessInstanceQuery()
          .subProcessInstanceId(del).singleResult());
    }
    if (instans == null) {
      throw IngenSlikSak.utenSak();
    }
    return instans.getBusinessKey();
  }

  private static TilgjengeligSak tilgjengelig(Saksopplysning sak, Map<String, Instans> instanser,
      Map<String, List<Task>> synlige) {
    List<Del> deler = deler(sak, instanser);
    return new TilgjengeligSak(sak, instanser.get(sak.prosessinstans()).definisjon(), deler,
        deler.stream().flatMap(del -> synlige.getOrDefault(del.instans(), List.of()).stream())
            .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))).toList());
  }

  private static List<Del> deler(Saksopplysning sak, Map<String, Instans> instanser) {
    return instanser.values().stream().filter(Instans::lopende)
        .filter(en -> sak.saksnummer().equals(sak(en, instanser))).map(en -> new Del(en.id(), en.definisjon())).toList();
  }

  /** The cases, by number, that the user takes part in, and those that called them. */
  private Set<String> apne(Authentication bruker, Map<String, Instans> instanser, Set<String> medSynligOppgave) {
    Set<String> apne = new HashSet<>();
    Stream.concat(medSynligOppgave.stream(), medverket(bruker, instanser.values()).stream()).forEach(instans -> {
      for (Instans en = instanser.get(instans); en != null; en = instanser.get(en.kaller())) {
        apne.add(sak(en, instanser));
      }
    });
    return apne;
  }

  /** The case number; a called part may lack it, and its callers are asked in turn. What is no case goes by its outermost id. */
  private static String sak(Instans instans, Map<String, Instans> instanser) {
    Instans denne = instans;
    while (denne.saksnummer() == null && instanser.containsKey(denne.kaller())) {
      denne = instanser.get(denne.kaller());
    }
    return denne.saksnummer() == null ? denne.id() : denne.saksnummer();
  }

  private Authentication bruker() {
    Authentication bruker = motor.getIdentityService().getCurrentAuthentication();
    return bruker == null || bruker.getUserId() == null ? null : bruker;
  }

  /** Every process instance, ended ones too, in the call trees of these. */
  private Map<String, Instans> instanser(Collection<String> noen) {
    return jdbc.sql("""
        SELECT PROC_INST_ID_ AS id, ROOT_PROC_INST_ID_ AS rot, SUPER_PROCESS_INSTANCE_ID_ AS kaller,
               BUSINESS_KEY_ AS saksnummer, PROC_DEF_ID_ AS definisjon,
               CASE WHEN END_TIME_ IS NULL THEN TRUE ELSE FALSE END AS lopende
          FROM ACT_HI_PROCINST
         WHERE ROOT_PROC_INST_ID_ IN (SELECT ROOT_PROC_INST_ID_ FROM ACT_HI_PROCINST WHERE PROC_INST_ID_ IN (:noen))
        """).param("noen", noen)
        .query(Instans.class).list().stream().collect(Collectors.toMap(Instans::id, Function.identity()));
  }

  /** The open tasks that the engine lets the user see, by process instance. */
  private Map<String, List<Task>> synlige(Collection<Instans> instanser) {
    String[] lopende = instanser.stream().filter(Instans::lopende).map(Instans::id).toArray(String[]::new);
    return lopende.length == 0 ? Map.of()
        : motor.getTaskService().createTaskQuery().processInstanceIdIn(lopende).unlimitedList().stream()
            .collect(Collectors.groupingBy(Task::getProcessInstanceId));
  }

  /** The process instances that a unit of the user's has or has had a task in. */
  private List<String> medverket(Authentication bruker, Collection<Instans> instanser) {
    List<String> grupper = bruker == null ? null : bruker.getGroupIds();
    if (grupper == null || grupper.isEmpty() || instanser.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
        SELECT DISTINCT oppgave.PROC_INST_ID_ FROM ACT_HI_IDENTITYLINK lenke
          JOIN ACT_HI_TASKINST oppgave ON oppgave.ID_ = lenke.TASK_ID_
         WHERE lenke.ROOT_PROC_INST_ID_ IN (:rot) AND lenke.TYPE_ = 'candidate' AND lenke.GROUP_ID_ IN (:grupper)
        """).param("rot", instanser.stream().map(Instans::rot).collect(Collectors.toSet())).param("grupper", grupper)
        .query(String.class).list();
  }

  private record Instans(String id, String rot, String kaller, String saksnummer, String definisjon, boolean lopende) {}
}
