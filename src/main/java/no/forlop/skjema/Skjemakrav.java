package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forlop.motor.Feel;
import no.forlop.motor.Modellkrav;
import no.forlop.person.Egenskap;
import org.springframework.stereotype.Component;

/** The server can hold every form's rules, and identity goes to the register and nowhere else. */
@Component
class Skjemakrav implements Modellkrav {

  private static final Set<String> IDENTITET = Set.of("pasientNummer", "pasientNavn", "pasientTelefon", "pasientFodselsdato");
  private static final List<String> ROLLER = List.of("pasient", "parorende", "barn", "melder", "avdod", "foresatt");
  private static final List<String> EGENSKAPER =
      Arrays.stream(Egenskap.values()).map(en -> en.name().toLowerCase(Locale.ROOT)).toList();

  @Override
  public List<String> feil(JsonNode skjema) {
    List<String> feil = new ArrayList<>();
    skjema.path("components").forEach(felt -> les(felt, feil));
    return feil;
  }

  private static void les(JsonNode felt, List<String> feil) {
    String sted = "feltet «%s»: ".formatted(felt.path("label").asText(felt.path("key").asText(felt.path("id").asText())));
    List<String> mangler = new ArrayList<>();
    Felt.feil(felt).ifPresent(mangler::add);
    identitet(felt, mangler);
    felt.fields().forEachRemaining(en -> {
      if (!en.getKey().equals("components")) {
        uttrykk(en.getValue(), mangler);
      }
    });
    mangler.forEach(en -> feil.add(sted + en));
    felt.path("components").forEach(inni -> les(inni, feil));
  }

  private static void identitet(JsonNode felt, List<String> feil) {
    JsonNode merke = felt.path("properties").path(Felt.IDENTITET);
    String[] deler = merke.asText().split("\\.");
    if (merke.isMissingNode() ? IDENTITET.contains(felt.path("key").asText())
        : deler.length != 2 || !ROLLER.contains(deler[0]) || !EGENSKAPER.contains(deler[1])) {
      feil.add("egenskapen «%s» skal si hvem og hva, for eksempel «pasient.navn». Hvem er en av: %s. Hva er en av: %s."
          .formatted(Felt.IDENTITET, String.join(", ", ROLLER), String.join(", ", EGENSKAPER)));
    }
  }

  private static void uttrykk(JsonNode node, List<String> feil) {
    if (Uttrykk.er(node)) {
      Feel.feil(node.asText().substring(1)).ifPresent(feil::add);
    }
    node.forEach(inni -> uttrykk(inni, feil));
  }
}
