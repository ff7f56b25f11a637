package no.forlop.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.motor.Tabellrad;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of figures names only what the pathways have: a figure whose milestone was renamed would count nothing for ever. */
class MaltallstabellTest {

  private static final Path PROSESSER = Path.of("processes");
  private static final Path TABELL = PROSESSER.resolve("felles").resolve("maltall.dmn");

  /** One row: of which process, which number, which figure. */
  record Rad(String forlop, int nr, Figur figur) {

    String mappe() {
      return forlop.replaceFirst("-.*", "");
    }
  }

  static List<Rad> rader() {
    DmnModelInstance modell = Dmn.readModelFromFile(TABELL.toFile());
    List<String> ut = modell.getModelElementsByType(Output.class).stream().map(Output::getName).toList();
    return modell.getModelElementsByType(Rule.class).stream().map(regel -> {
      List<String> inn = regel.getInputEntries().stream().map(en -> tekst(en.getTextContent())).toList();
      Map<String, Object> verdier = new HashMap<>();
      List<OutputEntry> celler = new ArrayList<>(regel.getOutputEntries());
      for (int nr = 0; nr < ut.size(); nr++) {
        verdier.put(ut.get(nr), tekst(celler.get(nr).getTextContent()));
      }
      return new Rad(inn.get(0), Integer.parseInt(inn.get(1)), Figur.les(new Tabellrad(regel.getId(), "", verdier)));
    }).toList();
  }

  @ParameterizedTest
  @MethodSource("rader")
  void whatAFigureIsMadeOfExists(Rad rad) throws IOException {
    assertThat(prosess(rad)).exists();
    Figur figur = rad.figur();
    switch (figur.slag()) {
      case ANDEL_FRIST, TID, TIMER, BRUDD_VENTET_PA ->
          assertThat(frister(rad)).as("rows of the deadline table").containsAll(figur.navngitte()).isNotEmpty();
      case ANDEL_UTFALL, NY_INNEN ->
          assertThat(utfall(rad)).as("outcomes of %s", rad.forlop()).containsAll(figur.verdier().keySet());
      case ANDEL_SVAR, FORDELING_SVAR -> assertThat(skjemaer(rad)).contains("\"key\": \"" + figur.navngitte().get(0) + "\"");
      case PER_MANED -> {
        for (String navn : figur.navngitte()) {
          assertThat(skjemaer(rad)).contains("\"key\": \"" + navn.replaceFirst("=.*", "") + "\"");
        }
        if (figur.hendelse() != null) {
          assertThat(modeller(rad)).contains("name=\"" + figur.hendelse() + "\"");
        }
      }
      case VENTER_NAA, OPPHOLD ->
          assertThat(Files.readString(Path.of("src/main/resources/db/migration/V30__plass.sql"))).contains(figur.navngitte().stream()
              .map(type -> "'" + type + "'").toList());
      case BETALING -> assertThat(modeller(rad)).contains("betaling.start");
    }
  }

  @Test
  void theNumbersOfAPathwayHaveNoGaps() {
    Map<String, List<Integer>> numre = rader().stream()
        .collect(Collectors.groupingBy(Rad::forlop, Collectors.mapping(Rad::nr, Collectors.toList())));
    assertThat(numre).allSatisfy((forlop, alle) ->
        assertThat(alle).containsExactlyInAnyOrderElementsOf(Stream.iterate(1, nr -> nr + 1).limit(alle.size()).toList()));
  }

  @Test
  void thePathwaysWhoseSheetsNameFiguresHaveThem() {
    assertThat(rader()).extracting(Rad::forlop).contains("utskriving", "overdose", "etterlatte-person", "moinntak");
    assertThat(rader()).filteredOn(rad -> rad.forlop().equals("moinntak") && rad.figur().id().equals("hjelp"))
        .singleElement().satisfies(rad -> assertThat(rad.figur().mal()).isEqualTo(100));
  }

  private static String tekst(String celle) {
    String tekst = celle.strip();
    return tekst.equals("null") ? null : tekst.replaceAll("^\"|\"$", "");
  }

  private static Path prosess(Rad rad) {
    return PROSESSER.resolve(rad.mappe()).resolve(rad.forlop() + ".bpmn");
  }

  private static Set<String> frister(Rad rad) {
    return Stream.of(rad.mappe(), "felles").map(mappe -> PROSESSER.resolve(mappe).resolve(mappe + "-frister.dmn"))
        .flatMap(fil -> Dmn.readModelFromFile(fil.toFile()).getModelElementsByType(Rule.class).stream())
        .map(regel -> tekst(regel.getInputEntries().iterator().next().getTextContent()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Collection<String> utfall(Rad rad) {
    return Bpmn.readModelFromFile(prosess(rad).toFile()).getModelElementsByType(EndEvent.class).stream().map(EndEvent::getName).toList();
  }

  private static String skjemaer(Rad rad) throws IOException {
    return alt(Path.of("forms").resolve(rad.mappe()));
  }

  private static String modeller(Rad rad) throws IOException {
    return alt(PROSESSER.resolve(rad.mappe()));
  }

  private static String alt(Path mappe) throws IOException {
    StringBuilder alt = new StringBuilder();
    try (Stream<Path> filer = Files.list(mappe)) {
      for (Path fil : filer.toList()) {
        alt.append(Files.readString(fil));
      }
    }
    return alt.toString();
  }
}
