package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import no.forlop.oversikt.Provemodeller;
import no.forlop.person.Personopplysninger;
import no.forlop.person.Personregister;
import no.forlop.person.Slag;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A nurse who is about to call a person finds out in Tasklist what else the person is waiting for. */
@Nettlesertest
class SakstabTest extends Nettlesergrunnlag {

  @Autowired
  private Personregister personer;

  private Tasklistvindu leistad;
  private String forste;
  private String andre;
  private String besok;

  @BeforeEach
  void enPersonMedTreSaker() {
    Provemodeller.rullUt(motor.getRepositoryService());
    String person = UUID.randomUUID().toString();
    forste = ring(person, 1);
    andre = ring(person, 3);
    String start = oppgave(andre, "start").getId();
    motor.getTaskService().setVariable(start, "besokes", om(2));
    motor.getTaskService().complete(start);
    besok = motor.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(Provemodeller.BESOK)
        .singleResult().getBusinessKey();
    leistad = leser.som("leistad").hjem();
  }

  @AfterEach
  void rydd() {
    leistad.side().navigate("about:blank");
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
        .filter(en -> en.getBusinessKey() != null && en.getBusinessKey().matches("(PRI|PBE)-.*"))
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet"));
  }

  @Test
  void beforeTheCallTheOtherContactIsToldOf() {
    Page side = leistad.apne(forste, "ring").side();
    Locator tips = side.locator(".forlop-samtale");
    tips.waitFor();

    assertThat(tips.innerText()).contains("Ta det i samme samtale", "Innen", andre, "Prøveringing")
        .doesNotContain(besok, "Besøk hjemme");
    leistad.skjermbilde("saker-samme-samtale");

    tips.getByText("Åpne oppgaven").click();
    side.locator(".forlop-samtale").getByText(forste).waitFor();
    assertThat(side.url()).contains("task=" + oppgave(andre, "ring").getId());
    assertThat(side.locator(".forlop-samtale").count()).as("one notice, now about the first case").isEqualTo(1);

    leistad.apne(forste, "start");
    tips.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void theTabShowsWhatTheUnitTakesPartInAndLeadsThere() {
    Page side = leistad.apne(forste, "ring").side();
    fane(side).focus();
    side.keyboard().press("Enter");
    Locator saker = side.locator(".forlop-saker");
    saker.getByText("Andre saker som pågår for personen").waitFor();

    assertThat(saker.innerText()).contains("Denne saken", forste, "Andre kontakter med personen", "Kan tas i samme samtale",
        andre, "Planlagt", "Tid for neste samtale", "Enhet med oppgaver nå", "Leistad", "Pågår")
        .doesNotContain(besok, "Besøk hjemme", "Prøvebesøk");
    assertThat(side.locator(".forlop-samtale").isVisible()).as("said once").isFalse();
    leistad.skjermbilde("saker-fane");

    Locator lenke = saker.locator("a").first();
    lenke.focus();
    side.keyboard().press("Enter");
    side.locator(".forlop-samtale, .forlop-saker").getByText(forste).first().waitFor();
    assertThat(side.url()).contains("task=" + oppgave(andre, "ring").getId());
    leistad.skjermbilde("saker-etter-lenke");
  }

  @Test
  void anotherUnitSeesItsOwnCaseOnly() {
    Tasklistvindu ephor = leser.som("ephor").hjem();
    Page side = ephor.apne(besok, "besok").side();
    fane(side).click();
    Locator saker = side.locator(".forlop-saker");
    saker.getByText("Saker som hører sammen med denne").waitFor();

    assertThat(saker.innerText()).contains(besok, "Ingen.").doesNotContain(forste, andre, "Prøveringing");
    ephor.skjermbilde("saker-annen-enhet");
    side.navigate("about:blank");
  }

  @Test
  void anotherUnitsContactIsToldByUnitAndDayOnlyWhenThePersonHasSaidYes() {
    String person = personer.registrer(Slag.UKJENT, new Personopplysninger()).personId();
    String ring = ring(person, 1);
    String annen = motor.getRuntimeService().createProcessInstanceByKey(Provemodeller.BESOK).setVariables(Map.of("pasientId",
        person, "pasientmerke", "K.N. 1985", "koordinator", "ephor2", "besokes", om(2))).execute().getBusinessKey();
    Page side = leistad.apne(ring, "ring").side();
    fane(side).click();
    side.locator(".forlop-saker").getByText("Andre kontakter med personen").waitFor();
    assertThat(side.locator(".task-details").innerText()).as("not asked is no yes")
        .doesNotContain(annen, "psykisk helse", "Skal kontaktes");

    motor.getRuntimeService().setVariable(motor.getRuntimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(annen).singleResult().getId(), "samtykkeAndre", "ja");
    leistad.hjem().apne(ring, "ring");
    Locator tips = side.locator(".forlop-samtale");
    tips.getByText("Skal kontaktes").waitFor();
    assertThat(tips.innerText()).contains("Flere skal kontakte personen", "Enhet for psykisk helse og rus 2",
        "Oppslaget er loggført").doesNotContain(annen, "Prøvebesøk", "Besøk hjemme");
    leistad.skjermbilde("saker-annen-enhets-kontakt");

    fane(side).click();
    Locator saker = side.locator(".forlop-saker");
    saker.getByText("Andre enheter som skal kontakte personen").waitFor();
    assertThat(saker.innerText()).contains("Enhet for psykisk helse og rus").doesNotContain(annen, "Prøvebesøk", "Besøk hjemme");
    leistad.skjermbilde("saker-fane-annen-enhets-kontakt");
  }

  @Test
  void listsBeginWithWhatIsDueFirstAndNameTheColleague() {
    motor.getTaskService().setAssignee(oppgave(andre, "ring").getId(), "leistad2");
    Page side = leistad.hjem().filter("Min enhets oppgaver").side();
    leistad.kort(andre, "Ring K.N. 1985").waitFor();

    assertThat(side.locator("ol.tasks-list > li.task").allInnerTexts()).extracting(kort -> kort.lines()
        .filter(linje -> linje.contains("PRI-")).findFirst().orElse("")).containsSubsequence(forste, andre);
    leistad.kort(andre, "Ring K.N. 1985").getByText("Leistad 2").waitFor();
    assertThat(leistad.kort(andre, "Ring K.N. 1985").innerText()).doesNotContain("leistad2");
    assertThat(side.locator("li.create-task-action").isVisible()).as("a task without a case").isFalse();
    leistad.skjermbilde("liste-etter-frist");
  }

  private static Locator fane(Page side) {
    return side.locator(".nav-tabs").getByText("Saker", new Locator.GetByTextOptions().setExact(true));
  }

  private String ring(String person, int dager) {
    return motor.getRuntimeService().createProcessInstanceByKey(Provemodeller.RING).setVariables(Map.of("pasientId", person,
        "pasientmerke", "K.N. 1985", "koordinator", "leistad2", "ringes", om(dager), "neste", om(dager + 7))).execute()
        .getBusinessKey();
  }

  private Task oppgave(String saksnummer, String navn) {
    return motor.getTaskService().createTaskQuery().processInstanceBusinessKey(saksnummer).taskDefinitionKey(navn)
        .singleResult();
  }

  private static Date om(int dager) {
    Instant naa = ClockUtil.getCurrentTime().toInstant();
    return Date.from(naa.plus(Duration.ofDays(dager)));
  }
}
