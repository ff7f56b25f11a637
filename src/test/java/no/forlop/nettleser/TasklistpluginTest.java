package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forlop.person.Testnummer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the plugin adds to Tasklist, as staff meet it. */
@Nettlesertest
class TasklistpluginTest extends Nettlesergrunnlag {

  private static final String UTKAST =
      "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter(n => n.startsWith('camunda-form'))";

  @Autowired
  private JdbcClient jdbc;

  private Tasklistvindu hvk;
  private String sak;
  private int nr;

  @BeforeEach
  void enSak() {
    hvk = leser.som("hvk").hjem();
    Map<String, Object> svar = new LinkedHashMap<>();
    svar.put("meldingstype", "utskrivningsklar");
    svar.put("avsender", "ostmarka");
    svar.put("pasientNummer", Testnummer.fodselsnummer(LocalDate.of(1985, 1, 1), nr++));
    svar.put("pasientNavn", "Kari Nordmann");
    svar.put("pasientTelefon", "900 00 001");
    svar.put("sprak", "tigrinja");
    svar.put("tolk", true);
    svar.put("harBarn", "nei");
    sak = hvk.startProsess("utskriving", svar, "plugin-start");
  }

  @AfterEach
  void rydd() {
    hvk.side().navigate("about:blank");
    motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(sak).rootProcessInstances().list()
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet", true, true, true));
  }

  @Test
  void cardsShowCasePersonAndPathway() {
    Locator kort = hvk.filter("Min enhets oppgaver").kort(sak, hvk.apen(sak, "ivaretaParorende").getName());

    assertThat(kort.first().innerText()).contains(sak, "K.N. 1985", "Utskriving");
    hvk.skjermbilde("plugin-kort");
  }

  @Test
  void nothingOfAFormStaysInTheBrowser() {
    Page side = hvk.side();
    side.evaluate("localStorage['camunda-form:undefined'] = '{}'");
    hvk.lastPaaNytt();
    assertThat((List<?>) side.evaluate(UTKAST)).as("left by an earlier version").isEmpty();

    hvk.apne(sak, "ivaretaParorende").ta();
    side.locator(".task-card .fjs-form input[type='text']").first().fill("Ola Nordmann");
    assertThat(side.locator(".form-actions button:visible").allInnerTexts()).as("no button that seems to save")
        .hasSize(1);
    side.context().clearCookies();
    side.locator(".task-filters").getByText("Forfalt").first().click();
    side.locator("input[type=password]").waitFor();
    assertThat((List<?>) side.evaluate(UTKAST)).as("after the session was lost").isEmpty();

    side.evaluate("localStorage.setItem('camunda-form:1', 'Ola'); localStorage.setItem('annet', 'ja')");
    assertThat((List<?>) side.evaluate(UTKAST)).isEmpty();
    assertThat(side.evaluate("localStorage.getItem('annet')")).as("other settings are kept").isEqualTo("ja");
    hvk.loggInn();
  }

  @Test
  void thePersonTabTellsWhomToCallAndLogsTheLook() {
    long fraFor = oppslag();
    hvk.apne(sak, "ivaretaParorende");
    assertThat(oppslag()).as("nothing is looked up before the tab is opened").isEqualTo(fraFor);

    hvk.side().locator(".nav-tabs").getByText("Person", new Locator.GetByTextOptions().setExact(true)).click();
    Locator kort = hvk.side().locator(".forlop-person").first();
    kort.waitFor();

    assertThat(kort.innerText()).contains("Kari Nordmann", "900 00 001", "tigrinja", "Trenger tolk");
    assertThat(oppslag()).isEqualTo(fraFor + 1);
    hvk.skjermbilde("plugin-person");
  }

  @Test
  void anEventIsReportedFromATask() {
    assertThat(hvk.apne(sak, "ivaretaParorende").meldHendelse("Klage mottatt", "plugin-hendelse"))
        .isEqualTo("Hendelsen er meldt.");
    assertThat(hvk.apne(sak, "ivaretaParorende").meldHendelse("Feilregistrert", null)).isEqualTo("Hendelsen er meldt.");
    hvk.skjermbilde("plugin-etter-hendelse");
  }

  @Test
  void anEventIsReportedByCaseNumberAlsoWithoutAnOpenTask() {
    Page side = hvk.side();
    side.locator("button.forlop-meld-i-sak").click();
    side.locator("#forlop-saksnummer").fill("UTS-1999-99999");
    side.locator("dialog.forlop-dialog button[type=submit]").click();
    side.locator(".forlop-feil").waitFor();
    assertThat(side.locator(".forlop-feil").innerText()).contains("Ingen åpen sak med dette saksnummeret");
    side.keyboard().press("Escape");

    side.locator("button.forlop-meld-i-sak").click();
    side.locator("#forlop-saksnummer").fill(sak.toLowerCase());
    hvk.skjermbilde("plugin-sak");
    side.locator("dialog.forlop-dialog button[type=submit]").click();
    side.locator("dialog.forlop-dialog label.forlop-valg").getByText("Klage mottatt").click();
    side.locator("dialog.forlop-dialog button[type=submit]").click();
    side.locator("dialog.forlop-dialog").getByText("Meld hendelsen").click();
    side.locator("dialog.forlop-dialog").getByText("Hendelsen er meldt.").waitFor();
  }

  @Test
  void theDialogHoldsTheFocusAndClosesWithEsc() {
    Page side = hvk.apne(sak, "ivaretaParorende").side();
    Locator knapp = side.locator("button.forlop-meld");
    knapp.focus();
    side.keyboard().press("Enter");
    side.locator("dialog.forlop-dialog input").first().waitFor();
    for (int i = 0; i < 30; i++) {
      side.keyboard().press("Tab");
      assertThat(side.evaluate("document.activeElement === document.body"
          + " || document.activeElement.closest('dialog') !== null")).isEqualTo(true);
    }
    // Tab also passes the window's own controls; Esc is for the page when the focus is in it.
    side.locator("dialog.forlop-dialog input").first().focus();
    side.keyboard().press("Escape");
    side.locator("dialog.forlop-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(side.evaluate("document.activeElement.classList.contains('forlop-meld')")).isEqualTo(true);
  }

  @Test
  void aCaseThatHasMovedOnRefusesClearly() {
    Page side = hvk.apne(sak, "ivaretaParorende").side();
    side.locator("button.forlop-meld").click();
    Locator dialog = side.locator("dialog.forlop-dialog");
    dialog.getByLabel("Klage mottatt").check();
    dialog.getByText("Neste").click();
    hvkMelder("feilregistrert");

    dialog.getByText("Meld hendelsen").click();

    dialog.locator(".forlop-feil").waitFor();
    assertThat(dialog.locator(".forlop-feil").textContent()).containsAnyOf("gått videre", "finnes ikke lenger");
    hvk.skjermbilde("plugin-for-sent");
    dialog.getByText("Lukk").click();
  }

  @Test
  void noPageOfCamundasGivesUpOnASlowLine() {
    for (String side : List.of("tasklist", "cockpit", "admin", "welcome")) {
      Page ny = leser.side();
      ny.navigate(leser.adresse() + "/camunda/app/" + side + "/default/");
      ny.locator("input[type=password]").waitFor();
      assertThat((String) ny.evaluate("side => fetch(`/camunda/app/${side}/scripts/config.js`).then(svar => svar.text())", side))
          .contains("window.require.config({waitSeconds: 0})");
      ny.context().close();
    }
  }

  @Test
  void anotherUnitSeesNothing() {
    Tasklistvindu nav = leser.som("nav").filter("Min enhets oppgaver");

    assertThat(nav.side().locator("ol.tasks-list").allInnerTexts()).noneMatch(kort -> kort.contains(sak));
    assertThat(nav.side().locator(".task-filters").innerText()).doesNotContain("Alle");
  }

  private long oppslag() {
    return jdbc.sql("select count(*) from person_innsyn").query(Long.class).single();
  }

  private void hvkMelder(String melding) {
    var lytter = motor.getRuntimeService().createEventSubscriptionQuery().eventName(melding).list().stream()
        .filter(en -> sak.equals(motor.getRuntimeService().createProcessInstanceQuery()
            .processInstanceId(en.getProcessInstanceId()).singleResult().getBusinessKey())).findFirst().orElseThrow();
    motor.getRuntimeService().messageEventReceived(melding, lytter.getExecutionId());
  }
}
