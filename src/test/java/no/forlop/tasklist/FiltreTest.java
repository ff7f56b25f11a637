package no.forlop.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import no.forlop.Apptest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Apptest
class FiltreTest {

  private static final long TIME = 3_600_000L;

  @Autowired
  private ProcessEngine motor;
  @Autowired
  private Filtre filtre;

  @BeforeEach
  void oppgaver() {
    oppgave("ft-ledig", "leistad", null, null);
    oppgave("ft-min", "leistad", "leistad", null);
    oppgave("ft-kollegas", "leistad", "leistad2", new Date(System.currentTimeMillis() - TIME));
    oppgave("ft-annen", "nav", null, new Date(System.currentTimeMillis() - TIME));
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getTaskService().createTaskQuery().taskNameLike("ft-%").list().forEach(en ->
        motor.getTaskService().deleteTask(en.getId(), true));
  }

  @Test
  void aWorkerSeesFourFiltersWithTheUnitsOwnTasks() {
    som("leistad", "leistad");

    assertThat(synlige()).containsExactlyInAnyOrder("Mine oppgaver", "Min enhets oppgaver", "Forfaller i dag", "Forfalt");
    assertThat(innhold("Mine oppgaver")).containsExactly("ft-min");
    assertThat(innhold("Min enhets oppgaver")).containsExactlyInAnyOrder("ft-ledig", "ft-min", "ft-kollegas");
    assertThat(innhold("Forfalt")).containsExactly("ft-kollegas");
  }

  @Test
  void leadersAndManagementSeeAllThatTheyMaySee() {
    som("leistadleder", "leistad", "leistadleder");
    assertThat(innhold("Alle")).contains("ft-ledig", "ft-min", "ft-kollegas").doesNotContain("ft-annen");
    som("ledelse", "ledelse");
    assertThat(innhold("Alle")).contains("ft-ledig", "ft-annen");
  }

  @Test
  void somebodyWithoutGroupsGetsEmptyListsAndNoError() {
    som("nyansatt");

    for (String navn : synlige()) {
      assertThat(innhold(navn)).as(navn).isEmpty();
    }
  }

  @Test
  void aChangedFilterIsLeftAloneAndNoneIsMadeTwice() {
    Filter mine = motor.getFilterService().createFilterQuery().filterName("Mine oppgaver").singleResult();
    String farge = (String) mine.getProperties().get("color");
    endre(mine, "#123456");

    filtre.sikre();

    Filter etter = motor.getFilterService().createFilterQuery().filterName("Mine oppgaver").singleResult();
    assertThat(etter.getProperties()).containsEntry("color", "#123456");
    assertThat(motor.getFilterService().createFilterQuery().count()).isEqualTo(5);
    endre(etter, farge);
  }

  private void endre(Filter filter, String farge) {
    var egenskaper = new HashMap<>(filter.getProperties());
    egenskaper.put("color", farge);
    filter.setProperties(egenskaper);
    motor.getFilterService().saveFilter(filter);
  }

  private List<String> synlige() {
    return motor.getFilterService().createFilterQuery().list().stream().map(Filter::getName).toList();
  }

  private List<String> innhold(String navn) {
    String id = motor.getFilterService().createFilterQuery().filterName(navn).singleResult().getId();
    return motor.getFilterService().<Task>list(id).stream().map(Task::getName).filter(en -> en.startsWith("ft-")).toList();
  }

  private void som(String bruker, String... grupper) {
    motor.getIdentityService().setAuthentication(bruker, List.of(grupper));
  }

  private void oppgave(String navn, String gruppe, String bruker, Date frist) {
    Task oppgave = motor.getTaskService().newTask();
    oppgave.setName(navn);
    oppgave.setDueDate(frist);
    motor.getTaskService().saveTask(oppgave);
    motor.getTaskService().addCandidateGroup(oppgave.getId(), gruppe);
    if (bruker != null) {
      motor.getTaskService().setAssignee(oppgave.getId(), bruker);
    }
  }
}
