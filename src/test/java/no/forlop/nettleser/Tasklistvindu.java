package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/** Tasklist as one user has it open. */
final class Tasklistvindu {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final Path BILDER = Path.of("target", "skjermbilder");
  private static final int VENT_MS = 60_000;
  private static final int OPPSTART_MS = 90_000;

  private final ProcessEngine motor;
  private final Page side;
  private final String adresse;
  private final String bruker;

  Tasklistvindu(ApplicationContext app, Page side, String adresse, String bruker) {
    this.motor = app.getBean(ProcessEngine.class);
    this.side = side;
    this.adresse = adresse;
    this.bruker = bruker;
  }

  Page side() {
    return side;
  }

  Tasklistvindu loggInn() {
    side.navigate(adresse + TASKLIST);
    return loggInnHer(bruker);
  }

  /** Logs in on the page that is shown, without loading it anew. */
  Tasklistvindu loggInnHer(String som) {
    Locator navn = side.locator("input[type=text]").first();
    Locator passord = side.locator("input[type=password]");
    passord.waitFor(new Locator.WaitForOptions().setTimeout(OPPSTART_MS));
    // Camunda moves the focus to the name a moment after the page is shown, and what is typed just then goes there.
    side.waitForCondition(() -> {
      navn.fill(som);
      passord.fill(som);
      return navn.inputValue().equals(som) && passord.inputValue().equals(som);
    });
    side.locator("button[type=submit]").first().click();
    return klar();
  }

  /** Tasklist as it opens. */
  Tasklistvindu hjem() {
    side.navigate(adresse + TASKLIST);
    return klar();
  }

  /** Loads the page anew, as a user does who presses F5. */
  Tasklistvindu lastPaaNytt() {
    side.reload();
    return klar();
  }

  private Tasklistvindu klar() {
    side.locator(".task-filters").getByText("Forfalt").first().waitFor(new Locator.WaitForOptions().setTimeout(OPPSTART_MS));
    return this;
  }

  Tasklistvindu filter(String navn) {
    side.locator(".task-filters").getByText(navn).first().click();
    side.waitForTimeout(500);
    return this;
  }

  /** Starts a pathway from Tasklist with its start form; the new case number. */
  String startProsess(String forlop, Map<String, Object> svar, String bilde) {
    List<String> fraFor = instanser(forlop).stream().map(ProcessInstance::getId).toList();
    Locator vindu = apneStartskjema(forlop);
    new Skjemafyller(vindu, Skjemakart.av(forlop + "-start")).fyll(svar);
    skjermbilde(bilde);
    send(vindu.locator(".modal-footer .btn-primary:visible"));
    vent("a started case of " + forlop, () -> instanser(forlop).stream().anyMatch(en -> !fraFor.contains(en.getId())));
    vindu.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return instanser(forlop).stream().filter(en -> !fraFor.contains(en.getId())).findFirst().orElseThrow().getBusinessKey();
  }

  Locator apneStartskjema(String forlop) {
    String navn = motor.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(forlop).latestVersion()
        .singleResult().getName();
    side.locator(".start-process-action a, a:has-text('Start process')").first().click();
    Locator vindu = side.locator(".modal-content");
    vindu.getByText(navn, new Locator.GetByTextOptions().setExact(true)).click();
    vindu.locator(".fjs-form").waitFor();
    return vindu;
  }

  private List<ProcessInstance> instanser(String forlop) {
    return motor.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(forlop).list();
  }

  /** Opens a task of the case from its card. */
  Tasklistvindu apne(String saksnummer, String oppgave) {
    Task task = apen(saksnummer, oppgave);
    filter("Mine oppgaver").filter("Min enhets oppgaver");
    String kortnummer = (String) motor.getTaskService().getVariableLocal(task.getId(), "saksnummer");
    kort(kortnummer, task.getName()).first().locator("h4.task a").click();
    side.locator(".task-card h2.task").getByText(task.getName()).waitFor();
    return this;
  }

  Locator kort(String saksnummer, String navn) {
    return side.locator("ol.tasks-list > li.task").filter(new Locator.FilterOptions().setHasText(saksnummer))
        .filter(new Locator.FilterOptions().setHas(side.locator("h4.task a").getByText(navn,
            new Locator.GetByTextOptions().setExact(true))));
  }

  /** Claims the open task when nobody has it. */
  Tasklistvindu ta() {
    Locator knapp = side.locator(".task-card button.claim");
    if (knapp.count() > 0) {
      knapp.click();
      side.locator(".task-card button.unclaim").waitFor();
    }
    return this;
  }

  /** Opens, claims, fills and completes a task of the case. */
  Tasklistvindu fullfor(String saksnummer, String oppgave, Map<String, Object> svar, String bilde) {
    Task task = apen(saksnummer, oppgave);
    apne(saksnummer, oppgave).ta();
    Locator skjema = side.locator(".task-card");
    skjema.locator(".fjs-form").waitFor();
    side.locator(".disabled-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    new Skjemafyller(skjema, Skjemakart.av(task.getCamundaFormRef().getKey())).fyll(svar);
    skjermbilde(bilde);
    send(skjema.locator(".form-actions .btn-primary"));
    vent("completion of " + oppgave, () -> motor.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0);
    side.locator(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** Reports an event from the open task; what the dialog then says. */
  String meldHendelse(String navn, String bilde) {
    side.locator("button.forlop-meld").click();
    Locator dialog = side.locator("dialog.forlop-dialog");
    dialog.getByLabel(navn, new Locator.GetByLabelOptions().setExact(true)).check();
    skjermbilde(bilde);
    dialog.getByText("Neste").click();
    dialog.getByText("Meld hendelsen").click();
    Locator svar = dialog.locator(".forlop-melding");
    vent("an answer to " + navn, () -> !svar.textContent().isBlank());
    String tekst = svar.textContent();
    dialog.getByText("Lukk").click();
    return tekst;
  }

  Tasklistvindu skjermbilde(String navn) {
    if (navn != null) {
      side.screenshot(new Page.ScreenshotOptions().setPath(BILDER.resolve(navn + ".png")));
    }
    return this;
  }

  /** The open task of this id in the whole case, called parts included. */
  Task apen(String saksnummer, String oppgave) {
    List<Task> apne = apne(saksnummer).stream().filter(en -> en.getTaskDefinitionKey().equals(oppgave)).toList();
    assertThat(apne).as("Open tasks %s of %s; open now: %s", oppgave, saksnummer,
        apne(saksnummer).stream().map(Task::getTaskDefinitionKey).toList()).isNotEmpty();
    return apne.get(0);
  }

  private List<Task> apne(String saksnummer) {
    String rot = motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(saksnummer).list().get(0)
        .getRootProcessInstanceId();
    String[] instanser = motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstanceId(rot).list().stream()
        .map(ProcessInstance::getId).toArray(String[]::new);
    return motor.getTaskService().createTaskQuery().processInstanceIdIn(instanser).initializeFormKeys().list();
  }

  private void send(Locator knapp) {
    vent("a form that may be sent; marked " + ugyldige(), knapp::isEnabled);
    knapp.click();
  }

  private List<?> ugyldige() {
    return (List<?>) side.evaluate("[...document.querySelectorAll(\"[aria-invalid='true']\")].map(felt => felt.id)");
  }

  private interface Sjekk {
    boolean ok();
  }

  private void vent(String hva, Sjekk sjekk) {
    for (int ms = 0; ms < VENT_MS; ms += 200) {
      if (sjekk.ok()) {
        return;
      }
      List<String> feil = side.locator(".notifications .alert-danger:visible, .fjs-form-field-error:visible").allInnerTexts();
      if (!feil.isEmpty()) {
        skjermbilde("feil-" + bruker);
        throw new AssertionError("Waiting for " + hva + ", the page says " + feil + " and marks " + ugyldige());
      }
      side.waitForTimeout(200);
    }
    skjermbilde("feil-" + bruker);
    throw new AssertionError("No " + hva + " within " + VENT_MS + " ms; see target/skjermbilder/feil-" + bruker + ".png");
  }
}
