package no.forlop.cockpit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.forlop.motor.Tabeller;
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.IoUtil;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Models as the engine holds them. */
@Component
class Motormodeller implements Modellbok {

  private final ProcessEngine motor;
  private final Tabeller tabeller;
  private final Map<String, Modell> lest = new ConcurrentHashMap<>();

  Motormodeller(@Lazy ProcessEngine motor, Tabeller tabeller) {
    this.motor = motor;
    this.tabeller = tabeller;
  }

  @Override
  public Modell modell(String definisjon) {
    Modell kjent = lest.get(definisjon);
    if (kjent == null) {
      kjent = les(definisjon);
      lest.put(definisjon, kjent);
    }
    return kjent;
  }

  @Override
  public String regel(String beslutningsdefinisjon, String regel) {
    return tabeller.beskrivelse(beslutningsdefinisjon, regel);
  }

  private Modell les(String definisjon) {
    return Uinnskrenket.utfor(motor, () -> {
      var lager = motor.getRepositoryService();
      BpmnModelInstance modell = lager.getBpmnModelInstance(definisjon);
      List<Flyt> flyter = modell.getModelElementsByType(SequenceFlow.class).stream().map(flyt -> new Flyt(flyt.getId(),
          flyt.getSource().getId(), flyt.getTarget().getId(), flyt.getSource().getOutgoing().size() == 1)).toList();
      String navn = modell.getModelElementsByType(Process.class).stream().map(Process::getName)
          .filter(ett -> ett != null).findFirst().orElse(definisjon.replaceFirst(":.*", ""));
      byte[] xml = IoUtil.readInputStream(lager.getProcessModel(definisjon), definisjon);
      return new Modell(navn, new String(xml, StandardCharsets.UTF_8), flyter);
    });
  }
}
