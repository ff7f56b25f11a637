package no.forlop.modell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.forlop.Apptest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;

/** Pathway folders on disk, as analysts replace them. */
@Apptest
class ModellerTest {

  @Autowired
  private RepositoryService repository;
  @Autowired
  private ResourcePatternResolver ressurser;
  @Autowired
  private TransactionTemplate transaksjon;
  @TempDir
  private Path rot;

  @BeforeEach
  void toMapper() throws IOException {
    modell("modelltesta", "Ring");
    modell("modelltestb", "Ring");
  }

  @AfterEach
  void rydd() {
    repository.createDeploymentQuery().deploymentNameLike("modelltest%").list()
        .forEach(utrulling -> repository.deleteDeployment(utrulling.getId(), true));
  }

  @Test
  void aFolderIsOneDeploymentAndANewOneOnlyWhenItChanged() throws IOException {
    rullUt();
    rullUt();
    assertThat(versjon("modelltesta")).isEqualTo(1);

    Files.writeString(rot.resolve("forms/modelltesta/modelltesta-ring.form"), skjema("modelltesta-ring", "Hva ble sagt?"));
    rullUt();

    assertThat(versjon("modelltesta")).as("a changed form makes a new version of its pathway").isEqualTo(2);
    assertThat(versjon("modelltestb")).as("and of no other").isEqualTo(1);
    assertThat(repository.createDeploymentQuery().deploymentName("modelltesta").count()).isEqualTo(2);
    String siste = repository.createProcessDefinitionQuery().processDefinitionKey("modelltesta").latestVersion()
        .singleResult().getDeploymentId();
    assertThat(repository.getDeploymentResourceNames(siste))
        .containsExactlyInAnyOrder("modelltesta.bpmn", "modelltesta-ring.form");
  }

  @Test
  void theSameFileNameTwiceIsRefusedBeforeAnythingIsDeployed() throws IOException {
    Files.copy(rot.resolve("forms/modelltesta/modelltesta-ring.form"), rot.resolve("forms/modelltestb/modelltesta-ring.form"));

    assertThatThrownBy(this::rullUt).hasMessageContaining("modelltesta-ring.form finnes både i «modelltesta» og «modelltestb»");
    assertThat(repository.createDeploymentQuery().deploymentNameLike("modelltest%").count()).isZero();
  }

  @Test
  void aModelThatCannotBeReadIsNamed() throws IOException {
    Files.writeString(rot.resolve("processes/modelltestb/modelltestb.bpmn"), "<bpmn");

    assertThatThrownBy(this::rullUt).hasMessageContaining("modelltestb");
  }

  @Test
  void aModelThatTheEngineRefusesStopsTheOthersToo() {
    Bpmn.writeModelToFile(rot.resolve("processes/modelltestb/modelltestb.bpmn").toFile(),
        Bpmn.createExecutableProcess("modelltestb").startEvent().serviceTask("send").endEvent().done());

    assertThatThrownBy(this::rullUt).hasMessageContaining("processes/modelltestb/modelltestb.bpmn, linje ")
        .hasMessageContaining("(send): motoren godtar ikke modellen");
    assertThat(repository.createDeploymentQuery().deploymentNameLike("modelltest%").count()).as("nothing half done").isZero();
  }

  @Test
  void aFolderWithoutModelsIsRefused() {
    assertThatThrownBy(() -> new Forlopsmapper(ressurser, rot.resolve("forms").toString()))
        .hasMessageContaining("finnes ikke mappene processes og forms");
  }

  private void rullUt() {
    new Modeller(repository, new Forlopsmapper(ressurser, rot.toString()), transaksjon).rullUt();
  }

  private int versjon(String forlop) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(forlop).latestVersion().singleResult().getVersion();
  }

  private void modell(String slug, String oppgave) throws IOException {
    Files.createDirectories(rot.resolve("processes").resolve(slug));
    Files.createDirectories(rot.resolve("forms").resolve(slug));
    Bpmn.writeModelToFile(rot.resolve("processes/%s/%s.bpmn".formatted(slug, slug)).toFile(),
        Bpmn.createExecutableProcess(slug).camundaHistoryTimeToLiveString("P1D").startEvent().userTask("ring")
            .name(oppgave).endEvent().done());
    Files.writeString(rot.resolve("forms/%s/%s-ring.form".formatted(slug, slug)), skjema(slug + "-ring", "Merknad"));
  }

  private static String skjema(String id, String ledetekst) {
    return """
        {"id": "%s", "type": "default", "schemaVersion": 18,
         "components": [{"type": "textfield", "key": "merknad", "label": "%s", "id": "Felt_1"}]}
        """.formatted(id, ledetekst);
  }
}
