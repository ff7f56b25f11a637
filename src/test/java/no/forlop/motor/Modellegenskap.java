package no.forlop.motor;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Sets an extension property in a model made by a test, which the fluent builder cannot. */
public final class Modellegenskap {

  private Modellegenskap() {}

  /** Adds the property to the element with this id. */
  public static void egenskap(BpmnModelInstance modell, String element, String navn, String verdi) {
    BaseElement eier = modell.getModelElementById(element);
    if (eier.getExtensionElements() == null) {
      eier.setExtensionElements(modell.newInstance(ExtensionElements.class));
    }
    List<CamundaProperties> finnes =
        eier.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list();
    CamundaProperties egenskaper = finnes.isEmpty()
        ? eier.getExtensionElements().addExtensionElement(CamundaProperties.class) : finnes.get(0);
    CamundaProperty egenskap = modell.newInstance(CamundaProperty.class);
    egenskap.setCamundaName(navn);
    egenskap.setCamundaValue(verdi);
    egenskaper.getCamundaProperties().add(egenskap);
  }
}
