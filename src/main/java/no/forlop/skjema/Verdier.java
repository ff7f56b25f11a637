package no.forlop.skjema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Translates between the engine's values and the JSON that forms are checked as. */
final class Verdier {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Verdier() {}

  /** What a way in handed over, as JSON; null for what no form can hold (files, Java objects). */
  static JsonNode tilJson(TypedValue typet) {
    if (typet instanceof JsonValue json) {
      return json.isDeserialized() || json.getValueSerialized() == null ? fraJava(json.getValue()) : les(json.getValueSerialized());
    }
    if (typet instanceof ObjectValue objekt && !objekt.isDeserialized()) {
      return "application/json".equals(objekt.getSerializationDataFormat()) ? les(objekt.getValueSerialized()) : null;
    }
    return typet == null ? NullNode.getInstance() : fraJava(typet.getValue());
  }

  static JsonNode fraJava(Object verdi) {
    if (verdi == null) {
      return NullNode.getInstance();
    }
    if (verdi instanceof SpinJsonNode json) {
      return les(json.toString());
    }
    if (verdi instanceof Date dato) {
      return TextNode.valueOf(dato(dato));
    }
    if (verdi instanceof LocalDate dato) {
      return TextNode.valueOf(dato.toString());
    }
    try {
      return JSON.valueToTree(verdi);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whole numbers become Integer, lists and groups Json, empty null. */
  static Object tilVariabel(JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (node.isContainerNode()) {
      return SpinValues.jsonValue(node.toString()).create();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (!node.isNumber()) {
      return node.asText();
    }
    if (node.decimalValue().stripTrailingZeros().scale() > 0) {
      return node.doubleValue();
    }
    long tall = node.longValue();
    return tall == (int) tall ? (Object) (int) tall : (Object) tall;
  }

  /** As FEEL sees it: plain Java maps, lists, numbers and texts. */
  static Object tilFeel(JsonNode node) {
    return node == null || node.isNull() ? null : JSON.convertValue(node, Object.class);
  }

  private static JsonNode les(String json) {
    try {
      return json == null ? NullNode.getInstance() : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static String dato(Date dato) {
    var lokal = dato.toInstant().atZone(ZoneId.systemDefault());
    boolean midnatt = lokal.toLocalTime().toSecondOfDay() == 0;
    return midnatt ? lokal.toLocalDate().toString() : lokal.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
