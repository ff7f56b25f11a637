package no.forlop.modell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forlop.motor.Feel;
import no.forlop.motor.Modellkrav;
import no.forlop.motor.Tabellrad;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Every cell of a decision table can be read, and the building blocks can use their own tables' rows. */
class Tabellsjekk {

  private static final Pattern NAVN = Pattern.compile("(?!(true|false|null)$)[\\p{L}_][\\p{L}\\p{N}_]*");

  private final Kjent kjent;
  private final List<Modellkrav> krav;
  private final String fil;
  private final DecisionTable tabell;
  private final Set<String> tekster = new HashSet<>();

  Tabellsjekk(Kjent kjent, List<Modellkrav> krav, String fil, String navn, DecisionTable tabell) {
    this.kjent = kjent;
    this.krav = krav.stream().filter(en -> en.gjelder(navn)).toList();
    this.fil = fil;
    this.tabell = tabell;
  }

  void sjekk() {
    tabell.getModelInstance().getModelElementsByType(Text.class).stream().map(Text::getTextContent)
        .flatMap(tekst -> Prosessjekk.TEKST.matcher(tekst).results()).forEach(en -> tekster.add(en.group().replaceAll("['\"]", "")));
    for (Input inndata : tabell.getInputs()) {
      InputExpression uttrykk = inndata.getInputExpression();
      if (uttrykk != null) {
        String sted = "%s, kolonnen «%s»".formatted(fil, inndata.getLabel() == null ? inndata.getId() : inndata.getLabel());
        if (erFeel(sted, uttrykk.getExpressionLanguage())) {
          Feel.feil(tekst(uttrykk.getText())).ifPresent(feil -> kjent.feil(sted, feil));
        }
      }
    }
    int nummer = 0;
    for (Rule regel : tabell.getRules()) {
      rad("%s, rad %d (%s)".formatted(fil, ++nummer, nokler(regel).findFirst().orElse("–")), regel);
    }
  }

  private void rad(String sted, Rule regel) {
    for (InputEntry celle : regel.getInputEntries()) {
      String tekst = tekst(celle.getText());
      if (!tekst.isEmpty() && erFeel(sted, celle.getExpressionLanguage())) {
        lesbar(sted, tekst, Feel.feilICelle(tekst).orElse(null));
      }
    }
    List<Output> ut = List.copyOf(tabell.getOutputs());
    Map<String, Object> verdier = new HashMap<>();
    boolean fast = true;
    int kolonne = 0;
    for (OutputEntry celle : regel.getOutputEntries()) {
      String tekst = tekst(celle.getText());
      String navn = ut.get(kolonne++).getName();
      boolean streng = tekst.matches("\"[^\"]*\"");
      fast &= streng || tekst.isEmpty() || tekst.equals("null") || tekst.matches("-?[0-9.]+");
      if (!tekst.isEmpty() && erFeel(sted, celle.getExpressionLanguage())) {
        lesbar(sted, tekst, Feel.feil(tekst).orElse(null));
      }
      if (!tekst.isEmpty() && !tekst.equals("null")) {
        verdier.put(navn, streng ? tekst.substring(1, tekst.length() - 1) : tekst);
      }
      if (krav.isEmpty() && streng && Prosessjekk.erEnhet(navn)) {
        kjent.enhet(sted, (String) verdier.get(navn));
      }
    }
    if (fast) {
      Tabellrad lest = new Tabellrad(regel.getId(), "", verdier);
      krav.forEach(en -> en.feil(lest).forEach(feil -> kjent.feil(sted, feil)));
    }
  }

  private void lesbar(String sted, String tekst, String feil) {
    if (feil != null) {
      kjent.feil(sted, feil + " Tekst står i anførselstegn, flere verdier skilles med komma.");
    } else if (NAVN.matcher(tekst).matches() && (tekster.contains(tekst) || kjent.erEnhet(tekst))) {
      // To FEEL it is a variable, and empty: the rule would never match, or give nothing.
      kjent.feil(sted, "«%s» skal stå i anførselstegn.".formatted(tekst));
    }
  }

  private boolean erFeel(String sted, String sprak) {
    boolean feel = sprak == null || sprak.equalsIgnoreCase("feel");
    if (!feel) {
      kjent.feil(sted, "uttrykksspråket «%s» kan ikke brukes. Bruk feel.".formatted(sprak));
    }
    return feel;
  }

  /** What the first cell of a rule holds: the names that the rule is about. */
  static Stream<String> nokler(Rule regel) {
    return regel.getInputEntries().stream().limit(1).flatMap(celle -> Arrays.stream(tekst(celle.getText()).split(",")))
        .map(tekst -> tekst.replace("\"", "").strip());
  }

  private static String tekst(Text tekst) {
    return tekst == null ? "" : tekst.getTextContent().strip();
  }
}
