package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Camunda Form as the server reads it.
 *
 * @param felt its components, in order
 * @param navnIUttrykk every word that its FEEL expressions and option lists may mean as a variable
 */
record Skjema(List<Felt> felt, Set<String> navnIUttrykk) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAVN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  static Skjema les(byte[] innhold) {
    try {
      JsonNode rot = JSON.readTree(innhold);
      return new Skjema(Felt.komponenter(rot), navn(rot));
    } catch (IOException e) {
      throw new IllegalStateException("The form is not JSON", e);
    }
  }

  /** Every component, however deep. */
  Stream<Felt> alle() {
    return felt.stream().flatMap(Skjema::medInni);
  }

  private static Stream<Felt> medInni(Felt felt) {
    return Stream.concat(Stream.of(felt), felt.felt().stream().flatMap(Skjema::medInni));
  }

  private static Set<String> navn(JsonNode rot) {
    Set<String> navn = new LinkedHashSet<>();
    Consumer<String> uttrykk = tekst -> {
      Matcher ord = NAVN.matcher(tekst);
      while (ord.find()) {
        navn.add(ord.group());
      }
    };
    samle(rot, navn, uttrykk);
    return navn;
  }

  private static void samle(JsonNode node, Set<String> navn, Consumer<String> uttrykk) {
    if (node.hasNonNull("valuesKey")) {
      navn.add(node.get("valuesKey").asText());
    }
    for (JsonNode barn : node) {
      if (barn.isTextual() && barn.asText().startsWith("=")) {
        uttrykk.accept(barn.asText());
      } else {
        samle(barn, navn, uttrykk);
      }
    }
  }
}
