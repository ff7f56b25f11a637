package no.forlop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The structure that the README describes, held by a test. */
@AnalyzeClasses(packages = "no.forlop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArkitekturTest {

  @ArchTest
  static final ArchRule pakkeneHarIngenRinger = slices().matching("no.forlop.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule byggeklosserKjennerIkkeNettsidene = noClasses()
      .that().resideOutsideOfPackages("no.forlop.tasklist..", "no.forlop.cockpit..", "no.forlop.mottak..")
      .should().dependOnClassesThat().resideInAnyPackage("no.forlop.tasklist..", "no.forlop.cockpit..", "no.forlop.mottak..");

  @ArchTest
  static final ArchRule ingenOrm = noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule avhengigheterKommerIKonstruktoren = fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule tidenKommerFraKlokka = noClasses()
      .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
      .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
      .orShould().callMethod(OffsetDateTime.class, "now").orShould().callConstructor(Date.class)
      .orShould().callMethod(System.class, "currentTimeMillis");

  /** In Turkish "kvinne" would be "kvınne". */
  @ArchTest
  static final ArchRule maskinensSprakTellerIkke = noClasses()
      .should().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase");

  @ArchTest
  static final ArchRule kalenderenKjennerIngenMotor = noClasses()
      .that().haveNameMatching("no\\.forlop\\.frist\\.(Kalender|Virkedager|Varighet|Tidsenhet|Rulling|Anker|Apningstid)")
      .should().dependOnClassesThat().resideInAnyPackage("org.camunda..", "org.springframework..");

  @Test
  void everyPackageSaysWhyItExists() throws IOException {
    try (Stream<Path> mapper = Files.list(Path.of("src/main/java/no/forlop"))) {
      assertThat(mapper.filter(Files::isDirectory)).allSatisfy(mappe ->
          assertThat(mappe.resolve("package-info.java")).exists());
    }
  }

  @Test
  void noClassKnowsAPathway() throws IOException {
    List<String> slugger;
    try (Stream<Path> mapper = Files.list(Path.of("processes"))) {
      slugger = mapper.map(mappe -> mappe.getFileName().toString()).filter(slug -> !slug.equals("felles")).toList();
    }
    List<String> funn = new ArrayList<>();
    try (Stream<Path> filer = Files.walk(Path.of("src/main/java"))) {
      for (Path fil : filer.filter(f -> f.toString().endsWith(".java")).toList()) {
        String kode = Files.readString(fil).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
        for (String slug : slugger) {
          String klasse = slug.substring(0, 1).toUpperCase() + slug.substring(1);
          // The role of a child in the person register and the pathway for children have the same word.
          if (kode.contains("\"" + slug + "\"") && !slug.equals("barn") || fil.getFileName().toString().startsWith(klasse + ".")) {
            funn.add(fil + " names " + slug);
          }
        }
      }
    }
    assertThat(funn).isEmpty();
  }
}
