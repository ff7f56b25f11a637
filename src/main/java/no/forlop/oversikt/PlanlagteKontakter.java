package no.forlop.oversikt;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.forlop.motor.Egenskaper;
import no.forlop.motor.Uinnskrenket;
import no.forlop.sak.Del;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Timers that wait for the next contact with a person: timer events that the model marks {@code kontakt=true}. */
@Component
class PlanlagteKontakter {

  /** A timer that waits; {@code tid} is null while the case stands still. */
  record Planlagt(String instans, String navn, Instant tid) {}

  private final ProcessEngine motor;
  /** Process definition to job definition to name of the event; a deployed model never changes. */
  private final Map<String, Map<String, String>> perDefinisjon = new ConcurrentHashMap<>();

  PlanlagteKontakter(@Lazy ProcessEngine motor) {
    this.motor = motor;
  }

  /** In one query for the timers, after a first look at each model. */
  List<Planlagt> i(Collection<Del> deler) {
    Map<String, String> navn = new HashMap<>();
    Set<String> instanser = new HashSet<>();
    for (Del del : deler) {
      Map<String, String> merket = perDefinisjon.computeIfAbsent(del.definisjon(), this::les);
      if (!merket.isEmpty()) {
        navn.putAll(merket);
        instanser.add(del.instans());
      }
    }
    return navn.isEmpty() ? List.of() : timere(instanser).stream()
        .filter(jobb -> navn.containsKey(jobb.getJobDefinitionId()))
        .map(jobb -> new Planlagt(jobb.getProcessInstanceId(), navn.get(jobb.getJobDefinitionId()),
            jobb.isSuspended() ? null : jobb.getDuedate().toInstant()))
        .toList();
  }

  private List<Job> timere(Set<String> instanser) {
    return Uinnskrenket.utfor(motor, () -> motor.getManagementService().createJobQuery().processInstanceIds(instanser)
        .timers().unlimitedList());
  }

  private Map<String, String> les(String definisjon) {
    return Uinnskrenket.utfor(motor, () -> {
      Map<String, String> hendelser = motor.getRepositoryService().getBpmnModelInstance(definisjon)
          .getModelElementsByType(CatchEvent.class).stream().filter(en -> Egenskaper.sann(en, Egenskaper.KONTAKT))
          .collect(Collectors.toMap(CatchEvent::getId, en -> en.getName() == null ? en.getId() : en.getName()));
      Map<String, String> navn = new HashMap<>();
      if (!hendelser.isEmpty()) {
        motor.getManagementService().createJobDefinitionQuery().processDefinitionId(definisjon)
            .activityIdIn(hendelser.keySet().toArray(String[]::new)).unlimitedList()
            .forEach(jobb -> navn.put(jobb.getId(), hendelser.get(jobb.getActivityId())));
      }
      return navn;
    });
  }
}
