package no.forlop.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps the variables that point to a person right in every running case when the person becomes known. */
@Component
class Saksmerker {

  /** Roles whose id and merke are variables; {@code person} is the one an instance per person is about. */
  static final List<String> ROLLER = List.of("pasient", "person", "parorende", "barn", "melder", "avdod");

  /** Relatives tell who the patient is. */
  private static final List<String> PAARORENDE = List.of("parorendeId", "parorendemerke", "barnId", "barnmerke");

  private final ProcessEngine motor;

  Saksmerker(@Lazy ProcessEngine motor) {
    this.motor = motor;
  }

  /** Every running case follows. */
  void oppdater(String gammelId, Personmerke ny) {
    utenTilgangskontroll(() -> ROLLER.forEach(rolle -> oppdater(rolle, gammelId, ny, instans -> true)));
  }

  /** Only the case of this execution follows, as patient. */
  void bytt(DelegateExecution execution, String gammelId, Personmerke ny) {
    String rot = rot(execution);
    utenTilgangskontroll(() -> oppdater("pasient", gammelId, ny, instans -> rot.equals(rot(instans))));
    verdier("pasient", ny).forEach(execution::setVariable);
    for (ExecutionEntity nivaa = (ExecutionEntity) execution; nivaa != null; nivaa = kaller(nivaa)) {
      for (String navn : PAARORENDE) {
        if (nivaa.hasVariable(navn)) {
          nivaa.setVariable(navn, null);
        }
      }
    }
  }

  private static ExecutionEntity kaller(ExecutionEntity execution) {
    return execution.getProcessInstance().getSuperExecution();
  }

  static String rot(DelegateExecution execution) {
    String rot = ((ExecutionEntity) execution).getRootProcessInstanceId();
    return rot == null ? execution.getProcessInstanceId() : rot;
  }

  private String rot(String instans) {
    return ((ExecutionEntity) motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(instans).singleResult())
        .getRootProcessInstanceId();
  }

  private void utenTilgangskontroll(Runnable handling) {
    ProcessEngineConfigurationImpl oppsett = (ProcessEngineConfigurationImpl) motor.getProcessEngineConfiguration();
    oppsett.getCommandExecutorTxRequired().execute(kontekst -> kontekst.runWithoutAuthorization(() -> {
      handling.run();
      return null;
    }));
  }

  private void oppdater(String rolle, String gammelId, Personmerke ny, Predicate<String> gjelder) {
    List<VariableInstance> treff = motor.getRuntimeService().createVariableInstanceQuery()
        .variableName(rolle + "Id").variableValueEquals(rolle + "Id", gammelId).list();
    Set<String> saker = new HashSet<>();
    for (VariableInstance variabel : treff) {
      if (gjelder.test(variabel.getProcessInstanceId())) {
        settLokalt(variabel, verdier(rolle, ny));
        saker.add(variabel.getProcessInstanceId());
      }
    }
    if (saker.isEmpty()) {
      return;
    }
    // Copies of the merke in narrower scopes, such as the one on the task that Tasklist's cards show.
    motor.getRuntimeService().createVariableInstanceQuery().variableName(merkenavn(rolle))
        .processInstanceIdIn(saker.toArray(String[]::new)).list()
        .forEach(kopi -> settLokalt(kopi, Map.of(merkenavn(rolle), ny.merke())));
  }

  private static Map<String, Object> verdier(String rolle, Personmerke ny) {
    Map<String, Object> verdier = new HashMap<>();
    verdier.put(rolle + "Id", ny.personId());
    verdier.put(merkenavn(rolle), ny.merke());
    if (rolle.equals("pasient")) {
      verdier.put("pasientAlder", ny.alder());
      verdier.put("pasientKjonn", ny.kjonn().verdi());
    }
    return verdier;
  }

  private static String merkenavn(String rolle) {
    return rolle.equals("person") ? "merke" : rolle + "merke";
  }

  private void settLokalt(VariableInstance variabel, Map<String, Object> verdier) {
    if (variabel.getTaskId() != null) {
      motor.getTaskService().setVariablesLocal(variabel.getTaskId(), verdier);
    } else {
      motor.getRuntimeService().setVariablesLocal(variabel.getExecutionId(), verdier);
    }
  }
}
