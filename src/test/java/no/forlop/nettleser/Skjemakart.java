package no.forlop.nettleser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the fields of a form are on the page, by their keys. */
final class Skjemakart {

  /**
   * @param id component id, which ends the id of its element on the page
   * @param verdier values of the options in the order shown; empty when a variable holds them
   * @param inni fields of a list's rows
   */
  record Felt(String id, String type, String slag, List<String> verdier, List<String> tekster, Skjemakart inni) {}

  private final Map<String, Felt> felter = new LinkedHashMap<>();

  static Skjemakart av(String skjema) {
    try {
      Resource[] filer = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/" + skjema + ".form");
      Skjemakart kart = new Skjemakart();
      kart.les(new ObjectMapper().readTree(filer[0].getInputStream()).get("components"));
      return kart;
    } catch (IOException feil) {
      throw new UncheckedIOException(feil);
    }
  }

  Optional<Felt> felt(String nokkel) {
    return Optional.ofNullable(felter.get(nokkel));
  }

  /** Keys in the order of the page. */
  Collection<String> nokler() {
    return felter.keySet();
  }

  private void les(JsonNode komponenter) {
    for (JsonNode komponent : komponenter) {
      String type = komponent.path("type").asText();
      Skjemakart inni = new Skjemakart();
      JsonNode barn = komponent.path("components");
      if (type.equals("dynamiclist")) {
        inni.les(barn);
      } else {
        les(barn);
      }
      String nokkel = komponent.path("key").asText(komponent.path("path").asText());
      if (!nokkel.isEmpty()) {
        List<String> verdier = new ArrayList<>();
        List<String> tekster = new ArrayList<>();
        komponent.path("values").forEach(verdi -> {
          verdier.add(verdi.path("value").asText());
          tekster.add(verdi.path("label").asText());
        });
        felter.put(nokkel, new Felt(komponent.path("id").asText(), type, komponent.path("subtype").asText(), verdier,
            tekster, inni));
      }
    }
  }
}
