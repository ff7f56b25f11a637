package no.forlop.modell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.io.Resource;

/**
 * One pathway folder, read: its models, tables and forms by file name without ending.
 *
 * @param slug the folder
 * @param modeller the models
 * @param tekster the texts and attributes of the models
 * @param tabeller the decision tables
 * @param skjemaer the forms
 */
record Modellmappe(String slug, Map<String, BpmnModelInstance> modeller, Map<String, List<Modelltekst>> tekster,
    Map<String, DmnModelInstance> tabeller, Map<String, JsonNode> skjemaer) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the files; one that cannot be read is reported and left out. */
  static Modellmappe les(String slug, List<Resource> filer, Consumer<String> feil) {
    Modellmappe mappe = new Modellmappe(slug, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (Resource fil : filer) {
      mappe.les(fil, feil);
    }
    return mappe;
  }

  private void les(Resource fil, Consumer<String> feil) {
    String filnavn = fil.getFilename();
    String navn = filnavn.substring(0, filnavn.lastIndexOf('.'));
    try (InputStream innhold = fil.getInputStream()) {
      byte[] bytes = innhold.readAllBytes();
      if (filnavn.endsWith(".bpmn")) {
        modeller.put(navn, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
        tekster.put(navn, Modelltekst.les(bytes));
      } else if (filnavn.endsWith(".dmn")) {
        tabeller.put(navn, Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
      } else {
        skjemaer.put(navn, JSON.readTree(bytes));
      }
    } catch (JsonProcessingException e) {
      feil.accept("%s: filen er ikke et lesbart skjema (linje %d).".formatted(sted(navn, "form"), e.getLocation().getLineNr()));
    } catch (ModelException | XMLStreamException e) {
      feil.accept("%s: filen kan ikke leses: %s".formatted(sted(filnavn), e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("Filen " + fil + " kan ikke leses.", e);
    }
  }

  /** Where a file lies, as an analyst sees it. */
  String sted(String navn, String type) {
    return sted(navn + "." + type);
  }

  private String sted(String filnavn) {
    return (filnavn.endsWith(".form") ? "forms/" : "processes/") + slug + "/" + filnavn;
  }
}
