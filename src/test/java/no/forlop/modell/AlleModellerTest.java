package no.forlop.modell;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.Apptest;
import no.forlop.motor.Byggeklosser;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a model names exists, and every model keeps the rules of the house. */
@Apptest
class AlleModellerTest {

  private static final Path PROSESSER = Path.of("processes");
  private static final Path SKJEMAER = Path.of("forms");
  private static final Pattern KALL = Pattern.compile("\\b([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
  private static final Pattern TEKST = Pattern.compile("'([^']*)'");
  private static final Pattern UTTRYKK = Pattern.compile("[$#]\\{([^}]*)}");

  private static final Map<Path, BpmnModelInstance> LEST = new ConcurrentHashMap<>();
  private static final Map<Path, List<String>> RADER = new ConcurrentHashMap<>();
  private static final Map<String, List<Path>> FILER = new ConcurrentHashMap<>();

  @Autowired
  private ApplicationContext kontekst;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private IdentityService identitet;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void thereAreModelsToCheck() throws IOException {
    assertThat(modeller()).hasSizeGreaterThan(10);
    assertThat(tabeller()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void modelIsDeployedUnderItsOwnName(Path fil) {
    String navn = navn(fil, ".bpmn");
    assertThat(les(fil).getModelElementsByType(Process.class)).singleElement()
        .satisfies(prosess -> assertThat(prosess.getId()).isEqualTo(navn));
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey(navn).count()).isEqualTo(1);
    assertThat(mappe(fil).equals("felles") || navn.equals(mappe(fil)) || navn.startsWith(mappe(fil) + "-")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void whatItCallsExists(Path fil) {
    Set<String> prosesser = navn(modeller(), ".bpmn");
    Set<String> beslutninger = navn(tabeller(), ".dmn");
    BpmnModelInstance modell = les(fil);
    assertThat(modell.getModelElementsByType(CallActivity.class)).allSatisfy(kall -> {
      assertThat(prosesser).as("called by " + kall.getId()).contains(kall.getCalledElement());
      boolean egen = finn(PROSESSER, kall.getCalledElement() + ".bpmn").getParent().equals(fil.getParent());
      // A part belongs to the version that calls it; what is shared is always the newest, which is the default.
      if (!mappe(fil).equals("felles")) {
        assertThat("deployment".equals(kall.getCamundaCalledElementBinding())).as("binding of " + kall.getId())
            .isEqualTo(egen);
      }
      Collection<CamundaIn> inn = kall.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
      assertThat(inn).as("businessKey into " + kall.getId()).anyMatch(en -> en.getCamundaBusinessKey() != null);
      assertThat(inn).as("never all into " + kall.getId()).noneMatch(en -> "all".equals(en.getCamundaVariables()));
    });
    assertThat(modell.getModelElementsByType(BusinessRuleTask.class)).allSatisfy(regel -> {
      assertThat(beslutninger).as("decided by " + regel.getId()).contains(regel.getCamundaDecisionRef());
      assertThat(finn(PROSESSER, regel.getCamundaDecisionRef() + ".dmn")).exists();
    });
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void itsFormsExist(Path fil) {
    BpmnModelInstance modell = les(fil);
    Stream.concat(
        modell.getModelElementsByType(UserTask.class).stream().map(oppgave -> oppgave.getCamundaFormRef()),
        modell.getModelElementsByType(StartEvent.class).stream().map(start -> start.getCamundaFormRef())
            .filter(skjema -> skjema != null))
        .forEach(skjema -> {
          assertThat(skjema).isNotNull();
          assertThat(SKJEMAER.resolve(mappe(fil)).resolve(skjema + ".form")).exists();
        });
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void buildingBlocksItUsesExist(Path fil) throws IOException {
    Function<String, Boolean> plasstype = type -> jdbc.sql("SELECT COUNT(*) FROM plass_type WHERE id = ?").param(type)
        .query(Integer.class).single() == 1;
    Function<String, Boolean> forlop = slug -> navn(modeller(), ".bpmn").contains(slug);
    Function<String, Boolean> frist = navn -> rader(fil.getParent()).contains(navn);
    Map<String, Function<String, Boolean>> finnes = Map.ofEntries(
        entry("plass.tildel", plasstype), entry("plass.tildelNaa", plasstype), entry("plass.harHatt", plasstype), entry("plass.har", plasstype),
        entry("plass.ankommet", plasstype),
        entry("sak.start", forlop), entry("sak.startMed", forlop), entry("sak.lopende", forlop), entry("sak.startFor", forlop),
        entry("varsel.send", mal -> maler().contains(mal)),
        entry("frist.om", frist), entry("frist.milepael", frist));
    for (String uttrykk : uttrykk(fil)) {
      Matcher kall = KALL.matcher(uttrykk);
      while (kall.find()) {
        if (!Byggeklosser.NAVN.contains(kall.group(1))) {
          continue;
        }
        assertThat(kontekst.containsBean(kall.group(1))).as("bean in " + uttrykk).isTrue();
        int antall = kall.group(3).isBlank() ? 0 : kall.group(3).replaceAll("'[^']*'", "x").replaceAll("\\([^()]*\\)", "").split(",").length;
        assertThat(Arrays.stream(kontekst.getBean(kall.group(1)).getClass().getMethods())
            .filter(metode -> metode.getName().equals(kall.group(2))).map(Method::getParameterCount))
            .as("method in " + uttrykk).contains(antall);
        Matcher tekst = TEKST.matcher(kall.group(3));
        Function<String, Boolean> sjekk = finnes.get(kall.group(1) + "." + kall.group(2));
        if (sjekk != null && tekst.find()) {
          assertThat(sjekk.apply(tekst.group(1))).as("«%s» in %s exists", tekst.group(1), uttrykk).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void everyTaskHasOneDeadlineRowAndAGroupThatExists(Path fil) {
    List<String> rader = rader(fil.getParent());
    Set<String> grupper = identitet.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
    assertThat(les(fil).getModelElementsByType(UserTask.class)).allSatisfy(oppgave -> {
      assertThat(rader).as("deadline of " + oppgave.getId()).containsOnlyOnce(oppgave.getId());
      assertThat(oppgave.getCamundaDueDate()).isEqualTo("${frist.oppgave(execution)}");
      assertThat(oppgave.getCamundaCandidateGroups()).as("group of " + oppgave.getId()).isNotBlank();
      assertThat(oppgave.getCamundaCandidateGroups().split(",")).as("groups of " + oppgave.getId())
          .allMatch(gruppe -> gruppe.contains("${") || grupper.contains(gruppe.strip()));
    });
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void startersExist(Path fil) {
    Set<String> grupper = identitet.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
    Process prosess = les(fil).getModelElementsByType(Process.class).iterator().next();
    assertThat(prosess.getCamundaCandidateStarterGroupsList()).allMatch(grupper::contains);
    if (prosess.isCamundaStartableInTasklist()) {
      assertThat(prosess.getCamundaCandidateStarterGroupsList()).as("someone may start it").isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("modeller")
  void holdsNoScript(Path fil) throws IOException {
    assertThat(Files.readString(fil)).doesNotContain("scriptTask", "<camunda:script", "conditionExpression language");
  }

  @ParameterizedTest
  @MethodSource("tabeller")
  void decisionIsUniqueAndEveryRuleSaysWhy(Path fil) {
    DmnModelInstance modell = Dmn.readModelFromFile(fil.toFile());
    assertThat(modell.getModelElementsByType(Decision.class)).singleElement()
        .satisfies(beslutning -> assertThat(beslutning.getId()).isEqualTo(navn(fil, ".dmn")));
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
          assertThat(finn(PROSESSER, verdi + ".bpmn")).exists();
        } else if (navn.equals("camunda:expression")) {
          Matcher kall = KALL.matcher(verdi);
          assertThat(kall.find()).isTrue();
          assertThat(kontekst.getBean(kall.group(1)).getClass().getMethods()).extracting(Method::getName)
              .contains(kall.group(2));
        }
      }
    }
  }

  static List<Path> modeller() {
    return filer(PROSESSER, ".bpmn");
  }

  static List<Path> tabeller() {
    return filer(PROSESSER, ".dmn");
  }

  private static List<Path> filer(Path rot, String ending) {
    return FILER.computeIfAbsent(rot + "/*" + ending, ny -> letOpp(rot, ending));
  }

  private static List<Path> letOpp(Path rot, String ending) {
    try (Stream<Path> alle = Files.walk(rot)) {
      return alle.filter(fil -> fil.toString().endsWith(ending)).sorted().toList();
    } catch (IOException feil) {
      throw new IllegalStateException(feil);
    }
  }

  private static Path finn(Path rot, String filnavn) {
    return filer(rot, filnavn).stream().filter(fil -> fil.getFileName().toString().equals(filnavn)).findFirst()
        .orElseThrow(() -> new AssertionError(filnavn + " does not exist"));
  }

  private static Set<String> navn(List<Path> filer, String ending) {
    return filer.stream().map(fil -> navn(fil, ending)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String navn(Path fil, String ending) {
    return fil.getFileName().toString().replace(ending, "");
  }

  private static String mappe(Path fil) {
    return fil.getParent().getFileName().toString();
  }

  private static BpmnModelInstance les(Path fil) {
    return LEST.computeIfAbsent(fil, ny -> Bpmn.readModelFromFile(ny.toFile()));
  }

  /** The first input entry of every rule of the folder's deadline table. */
  private static List<String> rader(Path mappe) {
    String slug = mappe.getFileName().toString();
    Path tabell = mappe.resolve(slug + "-frister.dmn");
    assertThat(tabell).exists();
    return forsteKolonne(tabell);
  }

  private static List<String> maler() {
    return forsteKolonne(PROSESSER.resolve("felles").resolve("varselmaler.dmn"));
  }

  private static List<String> forsteKolonne(Path tabell) {
    return RADER.computeIfAbsent(tabell, ny -> lesForsteKolonne(ny));
  }

  private static List<String> lesForsteKolonne(Path tabell) {
    return Dmn.readModelFromFile(tabell.toFile()).getModelElementsByType(Rule.class).stream()
        .map(regel -> regel.getInputEntries().iterator().next().getText().getTextContent().strip())
        .flatMap(celle -> Arrays.stream(celle.split(","))).map(tekst -> tekst.replace("\"", "").strip()).toList();
  }

  private static Set<String> uttrykk(Path fil) throws IOException {
    Set<String> alle = new TreeSet<>();
    Matcher treff = UTTRYKK.matcher(Files.readString(fil).replace("&#39;", "'").replace("&apos;", "'"));
    while (treff.find()) {
      alle.add(treff.group(1));
    }
    return alle;
  }
}
