package no.forlop.modell;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.forlop.motor.Egenskaper;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.dmn.instance.Rule;

/** All that models, tables and forms may point at, and the words for what is not there. */
class Kjent {

  private static final Set<String> INGEN_ENHET = Set.of("ingen", "");
  private static final int FLEST = 40;

  private final Set<String> enheter;
  private final Consumer<String> feil;
  private final Map<String, String> prosesser = new TreeMap<>();
  private final Set<String> saker = new TreeSet<>();
  private final Map<String, String> beslutninger = new TreeMap<>();
  private final Map<String, List<String>> rader = new HashMap<>();
  private final Set<String> meldinger = new TreeSet<>();

  Kjent(Set<String> enheter, List<Modellmappe> mapper, Consumer<String> feil) {
    this.enheter = enheter;
    this.feil = feil;
    mapper.forEach(this::les);
  }

  private void les(Modellmappe mappe) {
    mappe.modeller().forEach((navn, modell) -> {
      prosesser.put(navn, mappe.slug());
      modell.getModelElementsByType(Process.class).stream()
          .filter(prosess -> Egenskaper.av(prosess, "saksprefiks").isPresent()).forEach(prosess -> saker.add(navn));
      modell.getModelElementsByType(CatchEvent.class).stream().flatMap(en -> en.getEventDefinitions().stream())
          .filter(MessageEventDefinition.class::isInstance).map(en -> ((MessageEventDefinition) en).getMessage())
          .filter(en -> en != null && en.getName() != null).forEach(en -> meldinger.add(en.getName()));
      modell.getModelElementsByType(ReceiveTask.class).stream().map(ReceiveTask::getMessage)
          .filter(en -> en != null && en.getName() != null).forEach(en -> meldinger.add(en.getName()));
    });
    mappe.tabeller().forEach((navn, tabell) -> {
      beslutninger.put(navn, mappe.slug());
      rader.put(navn, tabell.getModelElementsByType(Rule.class).stream().flatMap(Tabellsjekk::nokler).toList());
    });
  }

  void feil(String sted, String hva) {
    feil.accept(sted + ": " + hva);
  }

  /** How many rows of the table are about this. */
  long rader(String tabell, String om) {
    return rader.getOrDefault(tabell, List.of()).stream().filter(om::equals).count();
  }

  void rad(String sted, String tabell, String om) {
    if (om != null && rader(tabell, om) == 0) {
      feil(sted, "%s.dmn har ingen rad for «%s».%s".formatted(tabell, om, bruk(rader.getOrDefault(tabell, List.of()))));
    }
  }

  /** A row about this in the deadline table of any folder: a milestone may be another pathway's. */
  void milepael(String sted, String om) {
    if (om != null && rader.keySet().stream().noneMatch(tabell -> tabell.endsWith("-frister") && rader(tabell, om) > 0)) {
      feil(sted, "ingen fristtabell har en rad for «%s».".formatted(om));
    }
  }

  void prosess(String sted, String navn, boolean iMappen, String slug) {
    finnesI(sted, "prosessen", navn, prosesser, iMappen, slug);
  }

  void beslutning(String sted, String navn, boolean iMappen, String slug) {
    finnesI(sted, "beslutningen", navn, beslutninger, iMappen, slug);
  }

  void sak(String sted, String navn) {
    finnes(sted, "forløpet", navn, saker);
  }

  void melding(String sted, String navn) {
    finnes(sted, "meldingen", navn, meldinger);
  }

  void varselmal(String sted, String navn) {
    finnes(sted, "varselmalen", navn, rader.getOrDefault("varselmaler", List.of()));
  }

  void enhet(String sted, String gruppe) {
    if (gruppe != null && !INGEN_ENHET.contains(gruppe) && !enheter.contains(gruppe)) {
      feil(sted, "enheten «%s» finnes ikke. Enhetene er %s.".formatted(gruppe,
          String.join(", ", enheter.stream().filter(en -> !en.matches(".*(leder|barneansvarlig|-.*)")).toList())));
    }
  }

  boolean erEnhet(String gruppe) {
    return enheter.contains(gruppe);
  }

  /** What is written out must be there; what an expression gives is known first in a case. */
  void finnes(String sted, String hva, String navn, Collection<String> kjente) {
    if (navn != null && !navn.contains("{") && !kjente.contains(navn)) {
      feil(sted, "%s «%s» finnes ikke.%s".formatted(hva, navn, bruk(kjente)));
    }
  }

  private void finnesI(String sted, String hva, String navn, Map<String, String> kjente, boolean iMappen, String slug) {
    if (navn == null) {
      feil(sted, "her mangler navnet på %s.".formatted(hva));
    } else if (iMappen && kjente.containsKey(navn) && !kjente.get(navn).equals(slug)) {
      feil(sted, "%s «%s» ligger i mappen %s. Sett Binding til latest.".formatted(hva, navn, kjente.get(navn)));
    } else {
      finnes(sted, hva, navn, kjente.keySet().contains(navn) ? kjente.keySet()
          : kjente.entrySet().stream().filter(en -> Set.of(slug, "felles").contains(en.getValue())).map(Map.Entry::getKey).toList());
    }
  }

  private static String bruk(Collection<String> kjente) {
    Set<String> ulike = new LinkedHashSet<>(kjente);
    return ulike.isEmpty() ? "" : " Bruk en av: " + String.join(", ", ulike.stream().sorted().limit(FLEST).toList())
        + (ulike.size() > FLEST ? " …" : ".");
  }
}
