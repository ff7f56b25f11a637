package no.forlop.motor;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What a model says of an element by extension properties, as the engine parses it and as it is read afterwards. */
public final class Egenskaper {

  /** The task or event is a contact with the person: {@code kontakt=true}. */
  public static final String KONTAKT = "kontakt";

  private Egenskaper() {}

  /** Returns the property of an element that the engine is parsing. */
  public static Optional<String> av(Element element, String navn) {
    Element utvidelser = element.element("extensionElements");
    Element egenskaper = utvidelser == null ? null : utvidelser.element("properties");
    return egenskaper == null
        ? Optional.empty()
        : egenskaper.elements("property").stream()
            .filter(en -> navn.equals(en.attribute("name")))
            .map(en -> en.attribute("value"))
            .findFirst();
  }

  /** Returns the property of an element of a model that is deployed. */
  public static Optional<String> av(BaseElement element, String navn) {
    return element.getExtensionElements() == null
        ? Optional.empty()
        : element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(egenskaper -> egenskaper.getCamundaProperties().stream())
            .filter(en -> navn.equals(en.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .findFirst();
  }

  /** Whether the property is set to {@code true}. */
  public static boolean sann(Element element, String navn) {
    return av(element, navn).map(Boolean::parseBoolean).orElse(false);
  }

  /** Whether the property is set to {@code true}. */
  public static boolean sann(BaseElement element, String navn) {
    return av(element, navn).map(Boolean::parseBoolean).orElse(false);
  }
}
