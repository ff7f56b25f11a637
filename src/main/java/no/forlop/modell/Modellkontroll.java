package no.forlop.modell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forlop.motor.Modellkrav;
import no.forlop.tilgang.Grupper;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Looks through the pathway folders before any of them is deployed: what a model, a table or a form names must exist, and
 * what they say can be read. The engine would find most of it first when a case came there, and stop a nurse in the middle
 * of her task.
 */
@Component
class Modellkontroll {

  private final Forlopsmapper mapper;
  private final Grupper grupper;
  private final List<Modellkrav> krav;
  private final ApplicationContext kontekst;
  private final ProcessEngineConfigurationImpl motor;

  Modellkontroll(Forlopsmapper mapper, Grupper grupper, List<Modellkrav> krav, ApplicationContext kontekst,
      ProcessEngineConfigurationImpl motor) {
    this.mapper = mapper;
    this.grupper = grupper;
    this.krav = krav;
    this.kontekst = kontekst;
    this.motor = motor;
  }

  /** Refuses the start when something is wrong, and says all that is wrong. */
  void sjekk() {
    sjekk(mapper.les());
  }

  void sjekk(Map<String, List<Resource>> filer) {
    Set<String> feil = new LinkedHashSet<>();
    List<Modellmappe> lest = filer.entrySet().stream()
        .map(mappe -> Modellmappe.les(mappe.getKey(), mappe.getValue(), feil::add)).toList();
    if (feil.isEmpty()) {
      Kjent kjent = new Kjent(grupper.alle(), lest, feil::add);
      lest.forEach(mappe -> sjekk(mappe, kjent));
    }
    if (!feil.isEmpty()) {
      throw new Modellfeil(List.copyOf(feil));
    }
  }

  private void sjekk(Modellmappe mappe, Kjent kjent) {
    mappe.modeller().keySet().forEach(navn ->
        new Prosessjekk(kjent, krav, kontekst, motor.getExpressionManager(), mappe, navn).sjekk());
    mappe.tabeller().forEach((navn, tabell) -> {
      String fil = mappe.sted(navn, "dmn");
      tabell.getModelElementsByType(Decision.class).forEach(en -> likeNavn(kjent, fil, "beslutningens id", en.getId(), navn));
      tabell.getModelElementsByType(DecisionTable.class).forEach(regler -> new Tabellsjekk(kjent, krav, fil, navn, regler).sjekk());
    });
    mappe.skjemaer().forEach((navn, skjema) -> {
      String fil = mappe.sted(navn, "form");
      likeNavn(kjent, fil, "skjemaets id", skjema.path("id").asText(null), navn);
      krav.forEach(en -> en.feil(skjema).forEach(feil -> kjent.feil(fil, feil)));
      skjema.findParents("key").stream().filter(felt -> Prosessjekk.erEnhet(felt.path("key").asText()))
          .forEach(felt -> felt.path("values").forEach(valg -> enhet(kjent, fil, felt, valg)));
    });
  }

  private static void enhet(Kjent kjent, String fil, JsonNode felt, JsonNode valg) {
    kjent.enhet("%s, feltet «%s»".formatted(fil, felt.path("label").asText(felt.path("key").asText())), valg.path("value").asText());
  }

  static void likeNavn(Kjent kjent, String sted, String hva, String id, String navn) {
    if (!navn.equals(id)) {
      kjent.feil(sted, "%s er «%s», men skal være som filnavnet, «%s».".formatted(hva, id == null ? "" : id, navn));
    }
  }
}
