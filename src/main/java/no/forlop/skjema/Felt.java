package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.person.Egenskap;

/**
 * A component of a Camunda Form.
 *
 * @param type the component's type in form-js
 * @param sti its key, or the path of a group or list; null when it has no place in the data
 * @param def its definition as written in the form
 * @param felt the components inside it
 */
record Felt(String type, String sti, JsonNode def, List<Felt> felt) {

  private static final Set<String> VISNING =
      Set.of("text", "html", "image", "table", "separator", "spacer", "button", "iframe", "documentPreview");
  private static final Set<String> BEHOLDERE = Set.of("group", "dynamiclist", "default");
  private static final Set<String> INNDATA = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
      "checklist", "taglist", "datetime", "expression");
  static final String IDENTITET = "identitet";

  static Felt les(JsonNode def) {
    feil(def).ifPresent(feil -> {
      throw new IllegalStateException(feil);
    });
    String type = def.path("type").asText();
    return new Felt(type, VISNING.contains(type) ? null : sti(def), def, komponenter(def));
  }

  /** What makes the server unable to check such a field, in bokmål. */
  static Optional<String> feil(JsonNode def) {
    String type = def.path("type").asText();
    String sti = sti(def);
    if (!BEHOLDERE.contains(type) && !INNDATA.contains(type) && !VISNING.contains(type)) {
      return Optional.of("felt av typen «%s» kan ikke brukes. Bruk en av: %s.".formatted(type,
          Stream.of(INNDATA, Set.of("group", "dynamiclist", "text")).flatMap(Set::stream).sorted().collect(Collectors.joining(", "))));
    }
    if (sti != null && sti.contains(".")) {
      return Optional.of("nøkkelen «%s» kan ikke ha punktum.".formatted(sti));
    }
    return sti == null && (INNDATA.contains(type) || type.equals("dynamiclist"))
        ? Optional.of("feltet mangler nøkkel (Key).") : Optional.empty();
  }

  private static String sti(JsonNode def) {
    String sti = def.path(BEHOLDERE.contains(def.path("type").asText()) ? "path" : "key").asText("");
    return sti.isEmpty() ? null : sti;
  }

  static List<Felt> komponenter(JsonNode def) {
    return Stream.iterate(0, i -> i < def.path("components").size(), i -> i + 1)
        .map(i -> les(def.get("components").get(i))).toList();
  }

  boolean visning() {
    return VISNING.contains(type);
  }

  boolean liste() {
    return type.equals("dynamiclist");
  }

  boolean gruppe() {
    return type.equals("group") || type.equals("default");
  }

  boolean utregnet() {
    return type.equals("expression");
  }

  boolean avkryssing() {
    return type.equals("checkbox");
  }

  boolean tekst() {
    return type.equals("textfield") || type.equals("textarea");
  }

  boolean flervalg() {
    return type.equals("checklist") || type.equals("taglist");
  }

  JsonNode regel(String navn) {
    return def.path("validate").path(navn);
  }

  /** What staff call the field: its label, without marks of emphasis. */
  String etikett() {
    String etikett = def.path("label").asText("");
    if (etikett.isBlank()) {
      etikett = def.path("dateLabel").asText(def.path("timeLabel").asText(""));
    }
    return etikett.isBlank() || etikett.startsWith("=") ? sti : etikett.replace("*", "").strip();
  }

  boolean identitet() {
    return def.path("properties").has(IDENTITET);
  }

  /** The role an identity field belongs to: pasient, parorende, barn, melder, avdod; in a row also foresatt. */
  String rolle() {
    return def.path("properties").path(IDENTITET).asText().split("\\.")[0];
  }

  Egenskap egenskap() {
    return Egenskap.av(def.path("properties").path(IDENTITET).asText().split("\\.")[1]);
  }

  /** The standard question whether the person is known: kjent, ukjent or anonym. */
  boolean personstatus() {
    return "personstatus".equals(sti);
  }

  /** What of the patient's row a plain answer is copied to, such as {@code pasient.sprak}; null = nothing. */
  String tilRegister() {
    return def.path("properties").path("person").asText(null);
  }
}
