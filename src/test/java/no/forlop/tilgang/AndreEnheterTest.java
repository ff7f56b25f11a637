package no.forlop.tilgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.forlop.Apptest;
import no.forlop.Rest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A valid user of one unit meets what belongs to another. */
@Apptest
class AndreEnheterTest {

  private static final String PROSESS = "tilgangstest";

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private IdentityService identitet;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;

  private String oppgave;
  private String instans;

  @BeforeEach
  void enOppgaveForLeistad() {
    BpmnModelInstance modell = Bpmn.createExecutableProcess(PROSESS).camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("ring").name("Ring").camundaCandidateGroups("leistad").endEvent().done();
    modell.<Process>getModelElementById(PROSESS)
        .setCamundaCandidateStarterGroups("leistad,bft");
    repository.createDeployment().name(PROSESS).enableDuplicateFiltering(true)
        .addModelInstance(PROSESS + ".bpmn", modell).deploy();
    instans = runtime.startProcessInstanceByKey(PROSESS).getId();
    oppgave = oppgaver.createTaskQuery().processInstanceId(instans).singleResult().getId();
  }

  @AfterEach
  void rydd() {
    runtime.createProcessInstanceQuery().processDefinitionKey(PROSESS).unlimitedList()
        .forEach(en -> runtime.deleteProcessInstance(en.getId(), "ryddet"));
  }

  @Test
  void seesNothingOfIt() {
    Rest hvk = Rest.som(port, "hvk");

    assertThat(hvk.get("/engine-rest/task?processInstanceId=" + instans).body()).isEqualTo("[]");
    assertThat(hvk.get("/engine-rest/task/" + oppgave).statusCode()).isIn(403, 404);
    assertThat(hvk.get("/engine-rest/task/" + oppgave + "/form-variables").statusCode()).isIn(403, 404);
    assertThat(hvk.get("/engine-rest/process-instance/" + instans).statusCode()).isIn(403, 404);
    assertThat(hvk.get("/engine-rest/process-instance/" + instans + "/variables").statusCode()).isEqualTo(403);
    assertThat(hvk.get("/engine-rest/process-definition?key=" + PROSESS).body()).isEqualTo("[]");
    assertThat(hvk.get("/engine-rest/history/task?processInstanceId=" + instans).body()).isEqualTo("[]");
    assertThat(hvk.get("/engine-rest/history/variable-instance?processInstanceId=" + instans).body()).isEqualTo("[]");
    assertThat(hvk.get("/engine-rest/user/leistad/profile").statusCode()).isIn(403, 404);
  }

  @Test
  void canNeitherClaimNorCompleteNorChangeIt() {
    Rest hvk = Rest.som(port, "hvk");

    assertThat(hvk.post("/engine-rest/task/" + oppgave + "/claim", "{\"userId\":\"hvk\"}").statusCode()).isEqualTo(403);
    assertThat(hvk.post("/engine-rest/task/" + oppgave + "/assignee", "{\"userId\":\"hvk\"}").statusCode()).isEqualTo(403);
    assertThat(hvk.post("/engine-rest/task/" + oppgave + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(hvk.post("/engine-rest/task/" + oppgave + "/submit-form", "{}").statusCode()).isEqualTo(403);
    assertThat(hvk.send("PUT", "/engine-rest/task/" + oppgave + "/variables/x", "{\"value\":1}").statusCode())
        .isEqualTo(403);
    assertThat(hvk.send("DELETE", "/engine-rest/process-instance/" + instans, null).statusCode()).isEqualTo(403);
    assertThat(oppgaver.createTaskQuery().taskId(oppgave).singleResult().getAssignee()).isNull();
  }

  @Test
  void cannotStartIt() {
    long foer = runtime.createProcessInstanceQuery().processDefinitionKey(PROSESS).count();
    Rest hvk = Rest.som(port, "hvk");

    assertThat(hvk.post("/engine-rest/process-definition/key/" + PROSESS + "/start", "{}").statusCode()).isIn(403, 404);
    assertThat(hvk.post("/engine-rest/process-definition/key/" + PROSESS + "/submit-form", "{}").statusCode())
        .isIn(403, 404);
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(PROSESS).count()).isEqualTo(foer);
  }

  @Test
  void nobodyButTheAdministratorMakesUsersOrGivesRights() {
    for (String bruker : new String[] {"hvk", "hvkleder", "ledelse", "analytiker"}) {
      Rest rest = Rest.som(port, bruker);
      assertThat(rest.post("/engine-rest/user/create",
          "{\"profile\":{\"id\":\"ny\"},\"credentials\":{\"password\":\"ny\"}}").statusCode()).as(bruker).isEqualTo(403);
      assertThat(rest.post("/engine-rest/authorization/create",
          "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + bruker + "\",\"resourceType\":0,\"resourceId\":\"*\"}")
          .statusCode()).as(bruker).isEqualTo(403);
      assertThat(rest.send("PUT", "/engine-rest/group/camunda-admin/members/" + bruker, null).statusCode()).as(bruker)
          .isEqualTo(403);
    }
  }

  @Test
  void theUnitItselfDoesTheWholeOfIt() {
    Rest leistad = Rest.som(port, "leistad");

    assertThat(leistad.get("/engine-rest/task?processInstanceId=" + instans).body()).contains(oppgave);
    assertThat(leistad.post("/engine-rest/task/" + oppgave + "/claim", "{\"userId\":\"leistad\"}").statusCode())
        .isEqualTo(204);
    assertThat(leistad.post("/engine-rest/task/" + oppgave + "/complete", "{}").statusCode()).isEqualTo(204);
    assertThat(leistad.post("/engine-rest/process-definition/key/" + PROSESS + "/start", "{}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void leadersAndManagementLookButTheAnalystSeesNoCases() {
    String sti = "/engine-rest/process-instance?processDefinitionKey=" + PROSESS;

    assertThat(Rest.som(port, "leistadleder").get(sti).body()).contains(instans);
    assertThat(Rest.som(port, "ledelse").get(sti).body()).contains(instans);
    assertThat(Rest.som(port, "hvkleder").get(sti).body()).isEqualTo("[]");
    assertThat(Rest.som(port, "leistad").get(sti).body()).isEqualTo("[]");
    assertThat(Rest.som(port, "analytiker").get(sti).body()).isEqualTo("[]");
    assertThat(Rest.som(port, "analytiker").get("/engine-rest/process-definition?key=" + PROSESS).body())
        .contains(PROSESS);
  }

  @Test
  void aLeaderSeesTheTasksOfHerOwnUnitAlsoInAPathwayThatSeveralUnitsStart() {
    String sti = "/engine-rest/task?processInstanceId=" + instans;

    assertThat(Rest.som(port, "leistadleder").get(sti).body()).contains(oppgave);
    assertThat(Rest.som(port, "bftleder").get("/engine-rest/process-instance?processDefinitionKey=" + PROSESS).body())
        .contains(instans);
    assertThat(Rest.som(port, "bftleder").get(sti).body()).isEqualTo("[]");
    assertThat(Rest.som(port, "bftleder").get("/engine-rest/task/" + oppgave).statusCode()).isIn(403, 404);
  }

  @Test
  void onlyTheAnalystAndTheAdministratorDeploy() {
    for (String bruker : new String[] {"leistad", "leistadleder", "ledelse"}) {
      assertThatThrownBy(() -> rullUtSom(bruker)).as(bruker).isInstanceOf(AuthorizationException.class);
    }
    rullUtSom("analytiker");

    // What the analyst deployed gives its rights at once.
    assertThat(Rest.som(port, "bft").get("/engine-rest/process-definition?key=nyttforlop").body()).contains("nyttforlop");
    assertThat(Rest.som(port, "hvk").get("/engine-rest/process-definition?key=nyttforlop").body()).isEqualTo("[]");
  }

  private void rullUtSom(String bruker) {
    BpmnModelInstance modell = Bpmn.createExecutableProcess("nyttforlop").camundaHistoryTimeToLiveString("P1D")
        .startEvent().endEvent().done();
    modell.<Process>getModelElementById("nyttforlop").setCamundaCandidateStarterGroups("bft");
    identitet.setAuthentication(bruker, List.of(bruker));
    try {
      repository.createDeployment().name("nyttforlop").addModelInstance("nyttforlop.bpmn", modell).deploy();
    } finally {
      identitet.clearAuthentication();
    }
  }
}
