package no.forlop.sak;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
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
    return hendelser.stream().filter(en -> "true".equals(egenskap(en, "hendelse").orElse(null)))
        .collect(Collectors.toMap(BaseElement::getId,
            en -> egenskap(en, "hendelseNavn").orElse(en.getName() == null ? en.getId() : en.getName())));
  }

  private static Optional<String> egenskap(BaseElement element, String navn) {
    if (element.getExtensionElements() == null) {
      return Optional.empty();
    }
    return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(egenskaper -> egenskaper.getCamundaProperties().stream())
        .filter(egenskap -> navn.equals(egenskap.getCamundaName()))
        .map(CamundaProperty::getCamundaValue).findFirst();
  }
}
