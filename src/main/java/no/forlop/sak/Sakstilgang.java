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
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may open a case, the one place for this rule: somebody who sees a task of it, or whose unit has or has had a task in
 * it. What a case calls, and what calls it, is one with it. Any number of cases takes three queries.
 */
@Component
public class Sakstilgang {

  private final ProcessEngine motor;
  private final JdbcClient jdbc;

  Sakstilgang(@Lazy ProcessEngine motor, JdbcClient jdbc) {
    this.motor = motor;
    this.jdbc = jdbc;
  }

  /** The cases among these that the user who is logged in may open, in the same order; nobody may open none. */
  public List<TilgjengeligSak> blant(Collection<Saksopplysning> saker) {
    Authentication bruker = motor.getIdentityService().getCurrentAuthentication();
    if (bruker == null || bruker.getUserId() == null || saker.isEmpty()) {
      return List.of();
    }
    Map<String, Instans> instanser = instanser(saker);
    Map<String, List<Task>> synlige = synlige(instanser.values());
    Set<String> apne = medverket(bruker, instanser.values());
    synlige.keySet().forEach(instans -> apne.add(instanser.get(instans).rot()));
    return saker.stream().filter(sak -> instanser.containsKey(sak.prosessinstans()))
        .filter(sak -> apne.contains(instanser.get(sak.prosessinstans()).rot()))
        .map(sak -> tilgjengelig(sak, instanser, synlige)).toList();
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

  private TilgjengeligSak tilgjengelig(Saksopplysning sak, Map<String, Instans> instanser, Map<String, List<Task>> synlige) {
    List<Instans> egne = instanser.values().stream().filter(Instans::lopende)
        .filter(en -> sak.saksnummer().equals(saksnummer(en, instanser))).toList();
    List<Task> oppgaver = egne.stream().flatMap(en -> synlige.getOrDefault(en.id(), List.of()).stream())
        .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    Instans hoved = instanser.get(sak.prosessinstans());
    return new TilgjengeligSak(sak, hoved.definisjon(), hoved.rot(),
        egne.stream().map(en -> new TilgjengeligSak.Del(en.id(), en.definisjon())).toList(), oppgaver);
  }

  /** A called part may lack the number; its callers are asked in turn. */
  private static String saksnummer(Instans instans, Map<String, Instans> instanser) {
    Instans denne = instans;
    while (denne != null && denne.saksnummer() == null) {
      denne = instanser.get(denne.kaller());
    }
    return denne == null ? null : denne.saksnummer();
  }

  /** Every process instance, ended ones too, of the cases and of what they are part of. */
  private Map<String, Instans> instanser(Collection<Saksopplysning> saker) {
    return jdbc.sql("""
        SELECT PROC_INST_ID_ AS id, ROOT_PROC_INST_ID_ AS rot, SUPER_PROCESS_INSTANCE_ID_ AS kaller,
               BUSINESS_KEY_ AS saksnummer, PROC_DEF_ID_ AS definisjon,
               CASE WHEN END_TIME_ IS NULL THEN TRUE ELSE FALSE END AS lopende
          FROM ACT_HI_PROCINST
         WHERE ROOT_PROC_INST_ID_ IN (SELECT ROOT_PROC_INST_ID_ FROM ACT_HI_PROCINST WHERE PROC_INST_ID_ IN (:saker))
        """).param("saker", saker.stream().map(Saksopplysning::prosessinstans).toList())
        .query(Instans.class).list().stream().collect(Collectors.toMap(Instans::id, Function.identity()));
  }

  /** The open tasks that the engine lets the user see, by process instance. */
  private Map<String, List<Task>> synlige(Collection<Instans> instanser) {
    String[] lopende = instanser.stream().filter(Instans::lopende).map(Instans::id).toArray(String[]::new);
    return lopende.length == 0 ? Map.of()
        : motor.getTaskService().createTaskQuery().processInstanceIdIn(lopende).unlimitedList().stream()
            .collect(Collectors.groupingBy(Task::getProcessInstanceId));
  }

  /** The outermost instances that a unit of the user's has or has had a task in. */
  private Set<String> medverket(Authentication bruker, Collection<Instans> instanser) {
    List<String> grupper = bruker.getGroupIds();
    if (grupper == null || grupper.isEmpty() || instanser.isEmpty()) {
      return new HashSet<>();
    }
    return new HashSet<>(jdbc.sql("""
        SELECT DISTINCT ROOT_PROC_INST_ID_ FROM ACT_HI_IDENTITYLINK
         WHERE ROOT_PROC_INST_ID_ IN (:rot) AND TYPE_ = 'candidate' AND GROUP_ID_ IN (:grupper) AND TASK_ID_ IS NOT NULL
        """).param("rot", instanser.stream().map(Instans::rot).collect(Collectors.toSet())).param("grupper", grupper)
        .query(String.class).list());
  }

  private record Instans(String id, String rot, String kaller, String saksnummer, String definisjon, boolean lopende) {}
}
