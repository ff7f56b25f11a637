package no.forlop.sak;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.forlop.motor.Egenskaper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which events of a model staff may report, and what they are called: marked {@code hendelse=true}, named by the model. */
@Component
class Hendelsesnavn {

  private final RepositoryService modeller;
  private final Map<String, Map<String, String>> perDefinisjon = new ConcurrentHashMap<>();

  Hendelsesnavn(@Lazy RepositoryService modeller) {
    this.modeller = modeller;
  }

  /** The event's name, or empty when the element is no event that staff report. */
  Optional<String> finn(String definisjon, String element) {
    return Optional.ofNullable(perDefinisjon.computeIfAbsent(definisjon, this::les).get(element));
  }

  private Map<String, String> les(String definisjon) {
    Collection<CatchEvent> hendelser =
        modeller.getBpmnModelInstance(definisjon).getModelElementsByType(CatchEvent.class);
    return hendelser.stream().filter(en -> Egenskaper.sann(en, "hendelse"))
        .collect(Collectors.toMap(BaseElement::getId,
            en -> Egenskaper.av(en, "hendelseNavn").orElse(en.getName() == null ? en.getId() : en.getName())));
  }
}
