package no.forlop.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forlop.Apptest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * This repository's own models keep the rules of the house. That what they name exists, {@link Modellkontroll} sees to before
 * this test's application has started.
 */
@Apptest
class AlleModellerTest {

  private static final Path PROSESSER = Path.of("processes");
  private static final Pattern KALL = Pattern.compile("\\$\\{([a-z]+)\\.([a-zA-Z]+)\\(");

  @Autowired
  private ApplicationContext kontekst;

  @Test
  void thereAreModelsToCheck() throws IOException {
    assertThat(modeller()).hasSizeGreaterThan(10);
    assertThat(tabeller()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void modelIsAloneInItsFileAndNamedAfterItsFolder(Path fil) {
    assertThat(les(fil).getModelElementsByType(Process.class)).hasSize(1);
    assertThat(mappe(fil).equals("felles") || navn(fil).equals(mappe(fil)) || navn(fil).startsWith(mappe(fil) + "-")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void partsBelongToTheVersionThatCallsThemAndGetWhatIsNamed(Path fil) {
    assertThat(les(fil).getModelElementsByType(CallActivity.class)).allSatisfy(kall -> {
      boolean egen = Files.exists(fil.resolveSibling(kall.getCalledElement() + ".bpmn"));
      // What is shared is always the newest, which is the default.
      if (!mappe(fil).equals("felles")) {
        assertThat("deployment".equals(kall.getCamundaCalledElementBinding())).as("binding of " + kall.getId())
            .isEqualTo(egen);
      }
      Collection<CamundaIn> inn = kall.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
      assertThat(inn).as("businessKey into " + kall.getId()).anyMatch(en -> en.getCamundaBusinessKey() != null);
      assertThat(inn).as("never all into " + kall.getId()).noneMatch(en -> "all".equals(en.getCamundaVariables()));
    });
  }

  @ParameterizedTest
  @MethodSource("tabeller")
  void decisionIsUniqueAndEveryRuleSaysWhy(Path fil) {
    DmnModelInstance modell = Dmn.readModelFromFile(fil.toFile());
    assertThat(modell.getModelElementsByType(Decision.class)).hasSize(1);
    assertThat(modell.getModelElementsByType(DecisionTable.class))
        .allSatisfy(tabell -> assertThat(tabell.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE));
    assertThat(modell.getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(regel ->
        assertThat(regel.getDescription()).as("description of " + regel.getId()).isNotNull());
  }

  @Test
  void whatTheElementTemplatesInsertExists() throws IOException {
    for (JsonNode mal : new ObjectMapper().readTree(Path.of(".camunda/element-templates/forlop.json").toFile())) {
      for (JsonNode egenskap : mal.get("properties")) {
        String verdi = egenskap.path("value").asText();
        String navn = egenskap.path("binding").path("name").asText();
        if (navn.equals("calledElement")) {
          assertThat(modeller()).extracting(AlleModellerTest::navn).contains(verdi);
        } else if (navn.equals("camunda:expression")) {
          Matcher kall = KALL.matcher(verdi);
          assertThat(kall.find()).isTrue();
          assertThat(kontekst.getType(kall.group(1)).getMethods()).extracting(Method::getName)
              .contains(kall.group(2));
        }
      }
    }
  }

  static List<Path> modeller() throws IOException {
    return filer(".bpmn");
  }

  static List<Path> tabeller() throws IOException {
    return filer(".dmn");
  }

  private static List<Path> filer(String ending) throws IOException {
    try (Stream<Path> alle = Files.walk(PROSESSER)) {
      return alle.filter(fil -> fil.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String navn(Path fil) {
    return fil.getFileName().toString().replace(".bpmn", "");
  }

  private static String mappe(Path fil) {
    return fil.getParent().getFileName().toString();
  }

  private static BpmnModelInstance les(Path fil) {
    return Bpmn.readModelFromFile(fil.toFile());
  }
}
