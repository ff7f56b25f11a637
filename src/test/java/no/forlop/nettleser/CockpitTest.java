package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.forlop.demo.Eksempelsaker;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The managers' pages in Cockpit with the sample cases: what they show against the tables, and what is done from them. */
@Nettlesertest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CockpitTest extends Nettlesergrunnlag {

  private static final Instant ONSDAG = Instant.parse("2026-03-04T11:00:00Z");
  private static final List<String> SIDER = List.of("frister", "plasser", "maltall", "saker");
  /** Times are compared with the one that the pages are asked at, which stands still. */
  private static final String APEN = " f.naadd is null and f.avlyst is null and f.forfall is not null ";
  private static final String BRUTT = " f.forfall < :naa and (f.pauset_fra is null or f.forfall < f.pauset_fra) ";

  @Autowired
  private JdbcClient jdbc;

  private String trygghetsopphold;

  @BeforeAll
  void eksempelsaker() {
    ClockUtil.setCurrentTime(Date.from(ONSDAG));
    Eksempelsaker.lag(app);
    ClockUtil.setCurrentTime(Date.from(ONSDAG));
    trygghetsopphold = jdbc.sql("select min(saksnummer) from sak where forlop = 'trygghetsopphold'").query(String.class).single();
    // Payment begins by a timer, and no job runs by itself in a test.
    jdbc.sql("insert into betaling (saksnummer, satstabell, fra) select min(saksnummer), 'utskriving-dognsats', date '2026-03-03'"
        + " from sak where forlop = 'utskriving'").update();
  }

  @AfterAll
  void rydd() {
    ClockUtil.reset();
  }

  @BeforeEach
  void onsdag() {
    ClockUtil.setCurrentTime(Date.from(ONSDAG));
  }

  @AfterEach
  void svarSomVanlig() {
    List.of("ledelse", "leistadleder").forEach(bruker -> leser.cockpit(bruker).side().unrouteAll());
  }

  // -------------------------------------------------------------------------------------------------------------
  // Who sees what

  @Test
  void whoIsNoManagerHasNoEntryAndIsToldWhy() {
    Cockpitvindu analytiker = leser.cockpit("analytiker");
    for (String side : SIDER) {
      analytiker.gaa(side);
      assertThat(analytiker.innhold().innerText()).as(side).isEqualTo("Sidene er for ledelsen og for ledere av enheter.");
    }
    analytiker.skjermbilde("uten-tilgang");
    assertThat(analytiker.meny("Processes")).as("Cockpit itself, and nothing of ours")
        .doesNotContain("Frister", "Plasser", "Måltall", "Saker");

    Page medarbeider = leser.cockpit("leistad").side();
    medarbeider.locator("input[type=password]").waitFor();
    assertThat(medarbeider.locator(".Header li a:has-text('Frister')").count()).as("a worker has no Cockpit").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledelse", "leistadleder"})
  void theDashboardAndFristerShowWhatTheTableHolds(String bruker) {
    Cockpitvindu vindu = leser.cockpit(bruker);
    assertThat(vindu.meny("Saker")).containsSubsequence("Frister", "Plasser", "Måltall", "Saker");
    vindu.side().evaluate("window.location.hash = '#/dashboard'");
    vindu.side().locator(".forlop-oversikt .forlop-fliser").waitFor();
    assertThat(vindu.flis("brutt")).isPositive().isEqualTo(antall(bruker, BRUTT));
    assertThat(kolonne(vindu.rader("Frister som er brutt eller forfaller i dag"), 2))
        .isEqualTo(saksnumre(bruker, "f.forfall < :imorgen", 10));
    vindu.skjermbilde("dashbord").erIOrden("the dashboard", ".forlop-oversikt");

    vindu.gaa("frister").skjermbilde("frister").erIOrden("Frister", ".forlop-side");
    assertThat(Map.of("brutt", vindu.flis("brutt"), "idag", vindu.flis("idag"), "uke", vindu.flis("uke"), "senere",
        vindu.flis("senere"), "pauset", vindu.flis("pauset"))).isEqualTo(Map.of(
            "brutt", antall(bruker, BRUTT),
            "idag", antall(bruker, "f.pauset_fra is null and f.forfall >= :naa and f.forfall < :imorgen"),
            "uke", antall(bruker, "f.pauset_fra is null and f.forfall >= :imorgen and f.forfall < :nesteUke"),
            "senere", antall(bruker, "f.pauset_fra is null and f.forfall >= :nesteUke"),
            "pauset", antall(bruker, "f.pauset_fra is not null and f.forfall >= f.pauset_fra")));
    assertThat(kolonne(vindu.rader("Frister"), 3)).isEqualTo(saksnumre(bruker, "true", 50));
    List<String> leistad = vindu.rader("Enhet").stream().filter(rad -> rad.get(0).equals("Leistad")).findFirst().orElseThrow();
    assertThat(leistad.get(1)).isEqualTo(String.valueOf(antall("leistadleder", BRUTT)));
  }

  @Test
  void filtersNarrowTheListAndStayInTheAddress() {
    Cockpitvindu vindu = leser.cockpit("ledelse").gaa("frister");
    Page side = vindu.side();
    vindu.tegnet(() -> side.locator("#forlop-enhet").selectOption("leistad"));
    assertThat(kolonne(vindu.rader("Frister"), 3)).isEqualTo(saksnumre("leistadleder", "true", 50));
    vindu.tegnet(() -> side.locator("#forlop-forlop").selectOption("utskriving"));
    vindu.tegnet(() -> side.locator("#forlop-type").selectOption("oppgave"));
    vindu.tegnet(() -> side.locator("#forlop-flis-brutt").click());
    assertThat(kolonne(vindu.rader("Frister"), 3)).isNotEmpty()
        .isEqualTo(saksnumre("leistadleder", "f.forlop_id = 'utskriving' and f.type = 'oppgave' and " + BRUTT, 50));
    assertThat(side.url()).contains("enhet=leistad", "forlop=utskriving", "type=oppgave", "tilstand=brutt");

    vindu.gaa("frister?fra=2026-03-20&til=2026-03-01");
    assertThat(vindu.innhold().locator("[role=alert]").innerText()).contains("ikke slutte");
    vindu.tegnet(() -> side.locator("#forlop-til").fill("2026-03-31"));
    assertThat(kolonne(vindu.rader("Frister"), 3))
        .isEqualTo(saksnumre("ledelse", "f.forfall >= '2026-03-20 00:00:00+01' and f.forfall < '2026-04-01 00:00:00+02'", 50));
    vindu.gaa("frister?tilstand=pauset&forlop=kad");
    assertThat(vindu.innhold().innerText()).contains("Ingen frister passer med det du har valgt.");
    vindu.skjermbilde("frister-tom");
  }

  @Test
  void manyRowsWithLongNamesFitThePageAndComeByPages() {
    jdbc.sql("""
        insert into frist (type, saksnummer, forlop, forlop_id, prosessdefinisjon, rot_prosessinstans, prosessinstans, navn,
                           tittel, enhet, ansvar, opprettet, forfall)
        select 'milepael', :sak, 'Trygghetsopphold på Leistad', 'trygghetsopphold', 'trygghetsopphold', 'x', 'x',
               'lang', 'En svært lang tittel som forteller nøyaktig hva som skal være gjort innen fristen, også om noen er borte',
               'leistad', 'leistad', cast(:naa as timestamp with time zone), dateadd('MINUTE', x, cast(:naa as timestamp with time zone))
          from system_range(1, 120)
        """).param("sak", trygghetsopphold).param("naa", ONSDAG.atOffset(ZoneOffset.UTC)).update();
    try {
      Cockpitvindu vindu = leser.cockpit("leistadleder").gaa("frister?type=milepael");
      int alle = antall("leistadleder", "f.type = 'milepael'");
      assertThat(vindu.rader("Frister")).hasSize(50);
      Locator flere = vindu.innhold().getByText("Vis flere");
      while (flere.isVisible()) {
        int fraFor = vindu.tabell("Frister").locator("tbody tr").count();
        flere.click();
        vindu.side().waitForFunction("n => document.querySelectorAll(\"[aria-label='Frister'] tbody tr\").length > n", fraFor);
      }
      assertThat(vindu.rader("Frister")).hasSize(alle).doesNotHaveDuplicates();
      vindu.skjermbilde("frister-mange").erIOrden("many rows", ".forlop-side");
    } finally {
      jdbc.sql("delete from frist where navn = 'lang'").update();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledelse", "leistadleder"})
  void placesWaitingAndPaymentAreThoseOfTheTables(String bruker) {
    Cockpitvindu vindu = leser.cockpit(bruker).gaa("plasser?type=leistad-trygghet");
    List<String> inne = tekster("select merke from plass_opphold where type = 'leistad-trygghet' and til is null order by fra, id");
    List<String> ko = tekster("select merke from plass_ko where type = 'leistad-trygghet' order by prioritet, siden, id");
    assertThat(inne).isNotEmpty();
    assertThat(ko).isNotEmpty();
    assertThat(vindu.side().locator("#forlop-plass-leistad-trygghet").innerText())
        .contains(inne.size() + " av 2 i bruk", ko.size() + " venter");
    assertThat(kolonne(vindu.rader("Har plass: Leistad, trygghetsplass"), 0)).isEqualTo(inne);
    assertThat(kolonne(vindu.rader("Kø: Leistad, trygghetsplass"), 1)).isEqualTo(ko);
    assertThat(kolonne(vindu.rader("Betaling per sak"), 0)).isNotEmpty().containsExactlyInAnyOrderElementsOf(
        tekster("select distinct saksnummer from betaling where annullert = false and (til is null or til > fra)"));
    assertThat(vindu.rader("Betaling per år").get(0)).containsExactly("2026", "1", "sats mangler", "sats mangler");
    vindu.skjermbilde("plasser").erIOrden("Plasser", ".forlop-side");

    vindu.gaa("plasser?type=nattkrise-menn");
    assertThat(vindu.innhold().innerText().contains("vises bare for ledelsen")).isEqualTo(bruker.equals("leistadleder"));
    assertThat(vindu.side().locator("#forlop-endre-kapasitet").count()).isEqualTo(bruker.equals("ledelse") ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledelse", "leistadleder"})
  void figuresCountTheCasesAndHideFewFromOtherUnits(String bruker) throws IOException {
    String periode = "&fra=2026-02-01&til=2026-02-28";
    int startet = tall("select count(*) from sak where forlop = 'utskriving' and opprettet >= '2026-02-01' and opprettet < '2026-03-01'");
    assertThat(startet).as("few enough to be hidden").isBetween(1, 4);
    Cockpitvindu vindu = leser.cockpit(bruker).gaa("maltall?forlop=utskriving" + periode);
    assertThat(vindu.rader("Saker startet").get(0).get(1)).isEqualTo(bruker.equals("ledelse") ? String.valueOf(startet) : "<5");
    vindu.side().waitForTimeout(300);
    vindu.skjermbilde("maltall").erIOrden("Måltall", ".forlop-side");

    Download fil = vindu.side().waitForDownload(() -> vindu.innhold().getByText("Last ned CSV").click());
    assertThat(fil.suggestedFilename()).endsWith(".csv").contains("utskriving");
    assertThat(Files.readString(fil.path(), StandardCharsets.UTF_8)).startsWith("\uFEFF").contains(";", "Saker startet")
        .contains("\"2026-02-28\";\"" + (bruker.equals("ledelse") ? startet : "<5") + "\"");

    vindu.gaa("maltall?forlop=utskriving&enhet=leistad" + periode);
    int hosLeistad = tall("select count(*) from sak s where forlop = 'utskriving' and opprettet >= '2026-02-01' and"
        + " opprettet < '2026-03-01' and exists (select 1 from frist f where f.saksnummer = s.saksnummer and f.enhet like 'leistad%')");
    assertThat(vindu.rader("Saker startet").get(0).get(1)).as("one's own").isEqualTo(String.valueOf(hosLeistad));

    vindu.gaa("maltall?forlop=overdose&fra=2026-02-01&til=2026-03-31");
    vindu.side().waitForTimeout(300);
    vindu.skjermbilde("maltall-overdose").erIOrden("Måltall with charts", ".forlop-side");
    vindu.gaa("maltall?forlop=overdose&fra=2026-05-01&til=2026-02-28");
    assertThat(vindu.innhold().locator("[role=alert]").innerText()).isNotBlank();
    assertThat(vindu.side().locator("#forlop-fra").isVisible()).as("a wrong period can be mended").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledelse", "leistadleder"})
  void casesAreFoundAndTheirCourseIsToldAndDrawn(String bruker) {
    Cockpitvindu vindu = leser.cockpit(bruker).gaa("saker");
    int saker = bruker.equals("ledelse") ? tall("select count(*) from sak")
        : tall("select count(distinct f.saksnummer) from frist f join sak s on s.saksnummer = f.saksnummer"
            + " where f.enhet like 'leistad%'");
    assertThat(vindu.innhold().innerText()).contains(saker + " saker");
    vindu.skjermbilde("saker").erIOrden("Saker", ".forlop-side");
    vindu.side().locator("#forlop-sok").fill(trygghetsopphold.toLowerCase());
    vindu.tegnet(() -> vindu.side().keyboard().press("Enter"));
    assertThat(kolonne(vindu.rader("Saker"), 0)).containsExactly(trygghetsopphold);
    assertThat(vindu.side().evaluate("document.activeElement.id")).isEqualTo("forlop-sok");

    vindu.tegnet(() -> vindu.tabell("Saker").getByText(trygghetsopphold).click());
    Locator sak = vindu.innhold();
    sak.locator(".forlop-lerret .forlop-her").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(sak.locator(".forlop-hendelse-oppgave").count()).isEqualTo(tall("select count(*) from ACT_HI_TASKINST where"
        + " ROOT_PROC_INST_ID_ = (select prosessinstans from sak where saksnummer = '" + trygghetsopphold + "')"));
    assertThat(sak.locator(".forlop-lerret .forlop-passert").count()).isPositive();
    vindu.skjermbilde("sak").erIOrden("a case", ".forlop-side");
    sak.locator(".forlop-lerret").scrollIntoViewIfNeeded();
    vindu.skjermbilde("sak-diagram");

    if (bruker.equals("ledelse")) {
      record Lenke(String fra, String til) {}
      Lenke lenke = jdbc.sql("select fra, til from sak_lenke order by fra, til fetch first 1 row only").query(Lenke.class).single();
      vindu.gaa("saker?sak=" + lenke.fra());
      vindu.tegnet(() -> vindu.tabell("Lenkede saker").getByText(lenke.til()).click());
      assertThat(sak.locator("h2").first().innerText()).as("a linked case is opened from here").startsWith(lenke.til());
    }

    vindu.gaa("saker?sok=finnesikke");
    assertThat(sak.innerText()).contains("0 saker", "Ingen saker passer med det du har valgt.");
    vindu.gaa("saker?sak=XXX-2026-00001");
    assertThat(sak.locator("[role=alert]").innerText()).contains("finnes ikke");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledelse", "leistadleder"})
  void theDiagramsHaveBadgesAndATab(String bruker) {
    Cockpitvindu vindu = leser.cockpit(bruker);
    record Rad(String saksnummer, String instans, String aktivitet, String prosess) {}
    Rad rad = jdbc.sql("select f.saksnummer, f.prosessinstans instans, f.navn aktivitet, f.prosessdefinisjon prosess from frist f where"
            + " f.type = 'oppgave' and f.enhet = 'leistad' and" + APEN + "and" + BRUTT + "order by f.forfall, f.id fetch first 1 row only")
        .param("naa", ONSDAG.atOffset(ZoneOffset.UTC)).query(Rad.class).single();
    String definisjon = motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(rad.instans()).singleResult()
        .getProcessDefinitionId();

    vindu.fane("process-definition/" + definisjon + "/runtime");
    assertThat(vindu.side().locator("[data-container-id='" + rad.aktivitet() + "'] .forlop-merker").getAttribute("title"))
        .contains("brutt: " + antall(bruker, BRUTT + "and f.type = 'oppgave' and f.navn = '" + rad.aktivitet()
            + "' and f.prosessdefinisjon = '" + rad.prosess() + "'") + ",");
    assertThat(kolonne(vindu.rader("Frister"), 3))
        .containsAll(saksnumre(bruker, "f.prosessdefinisjon = '" + rad.prosess() + "'", 50));
    vindu.skjermbilde("definisjon").erIOrden("the tab of a process", "#forlop-fristliste");

    vindu.fane("process-instance/" + rad.instans() + "/runtime");
    vindu.side().locator("[data-container-id='" + rad.aktivitet() + "'] .forlop-merker")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(kolonne(vindu.rader("Frister"), 3)).isNotEmpty().containsOnly(rad.saksnummer());
    vindu.skjermbilde("instans").erIOrden("the tab of a case", "#forlop-fristliste");
  }

  @Test
  void aModelThatOnlyCallsOthersTellsWhatIsUnderItsCalls() {
    String sak = jdbc.sql("select min(saksnummer) from sak where forlop = 'etterlatte-person'").query(String.class).single();
    String definisjon = motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(sak)
        .processDefinitionKey("etterlatte-person").singleResult().getProcessDefinitionId();
    Cockpitvindu vindu = leser.cockpit("ledelse");
    vindu.fane("process-definition/" + definisjon + "/runtime");
    assertThat(kolonne(vindu.rader("Frister"), 3)).isEqualTo(saksnumre("ledelse", "f.saksnummer like 'ETP-%'", 50)).contains(sak);
    assertThat(vindu.side().locator(".forlop-merke").count()).isPositive();
    vindu.skjermbilde("definisjon-i-midten");
  }

  // -------------------------------------------------------------------------------------------------------------
  // What is done from the pages

  @Test
  void tasksAreGivenOnAndRemindedOfByKeyboardAlone() {
    Cockpitvindu vindu = leser.cockpit("leistadleder").gaa("frister?type=oppgave");
    Page side = vindu.side();
    List<String> oppgaver = jdbc.sql("select f.oppgave_id from frist f left join ACT_RU_TASK t on t.ID_ = f.oppgave_id where f.type ="
        + " 'oppgave' and f.enhet like 'leistad%' and" + APEN + "order by f.forfall, f.id fetch first 2 rows only")
        .query(String.class).list();
    tast(side, ".forlop-tabell tbody tr:nth-child(1) input", "Space");
    tast(side, ".forlop-tabell tbody tr:nth-child(2) input", "Space");
    assertThat(side.locator("#forlop-fristliste .forlop-status").innerText()).isEqualTo("2 valgt");

    tast(side, "#forlop-tildel", "Enter");
    Locator dialog = side.locator("dialog.forlop-dialog");
    dialog.waitFor();
    for (int i = 0; i < 12; i++) {
      side.keyboard().press("Tab");
      assertThat(side.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null"))
          .as("the focus stays in the dialog").isEqualTo(true);
    }
    vindu.skjermbilde("tildel").erIOrden("the dialog", "dialog.forlop-dialog");
    dialog.locator("select").focus();
    side.keyboard().press("Escape");
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(side.evaluate("document.activeElement.id")).as("Esc gives the focus back").isEqualTo("forlop-tildel");

    side.keyboard().press("Enter");
    dialog.waitFor();
    dialog.locator("select").focus();
    // Key by key: a list reads letters together only when they come quickly.
    while (!dialog.locator("option:checked").textContent().equals("Leistad 2")) {
      side.keyboard().press("ArrowDown");
    }
    side.keyboard().press("Tab");
    side.keyboard().press("Enter");
    side.locator("#forlop-fristliste .alert").waitFor();
    assertThat(side.locator("#forlop-fristliste .alert").innerText()).isEqualTo("2 oppgaver er gitt videre.");
    assertThat(side.evaluate("document.activeElement.id")).isEqualTo("forlop-fristliste");
    for (String oppgave : oppgaver) {
      assertThat(motor.getTaskService().createTaskQuery().taskId(oppgave).singleResult().getAssignee()).isEqualTo("leistad2");
      assertThat(revisjon("tildelt", oppgave)).isEqualTo(1);
    }
    assertThat(vindu.rader("Frister").get(0)).contains("Leistad 2");

    tast(side, ".forlop-tabell tbody tr:nth-child(1) input", "Space");
    tast(side, "#forlop-purr", "Enter");
    dialog.waitFor();
    tast(side, "dialog .btn-primary", "Enter");
    side.locator("#forlop-fristliste .alert").getByText("Påminnelse er sendt om 1 frist.").waitFor();
    assertThat(revisjon("purret", oppgaver.get(0))).isEqualTo(1);
    assertThat(tall("select count(*) from varsel v join varsel_epost e on e.varsel_id = v.id where v.mal = 'paminnelse' and"
        + " e.bruker = 'leistad2'")).isEqualTo(1);

    side.locator("thead input").check();
    assertThat(side.locator("#forlop-fristliste .forlop-status").innerText())
        .isEqualTo(vindu.rader("Frister").size() + " valgt");
    vindu.skjermbilde("frister-valgt");
  }

  @Test
  void filtersAreReachedAndUsedByKeyboardAlone() {
    Cockpitvindu vindu = leser.cockpit("ledelse").gaa("frister");
    Page side = vindu.side();
    side.locator(".Header li a:has-text('Frister')").focus();
    List<String> sett = new ArrayList<>();
    for (int i = 0; i < 40 && !sett.contains("forlop-til"); i++) {
      side.keyboard().press("Tab");
      sett.add((String) side.evaluate("document.activeElement.id"));
    }
    assertThat(sett).containsSubsequence("forlop-flis-brutt", "forlop-flis-pauset", "forlop-enhet", "forlop-forlop", "forlop-type",
        "forlop-fra", "forlop-til");
    side.locator("#forlop-enhet").focus();
    // One letter that one unit begins with: a list reads several together only when they come quickly.
    vindu.tegnet(() -> side.keyboard().press("n"));
    assertThat(side.url()).contains("enhet=nav");
    assertThat(side.evaluate("document.activeElement.id")).as("still on the filter").isEqualTo("forlop-enhet");
    vindu.tegnet(() -> {
      side.keyboard().press("s");
      side.keyboard().press("Tab");
    });
    assertThat(side.url()).contains("enhet=stavne");
    assertThat(side.evaluate("document.activeElement.id")).as("on the next filter").isEqualTo("forlop-forlop");
  }

  @Test
  void aCapacityIsChangedWithAReason() {
    int fraFor = tall("select kapasitet from plass_type where id = 'leistad-krise'");
    try {
      Cockpitvindu vindu = leser.cockpit("leistadleder").gaa("plasser?type=leistad-krise");
      Page side = vindu.side();
      side.locator("#forlop-endre-kapasitet").click();
      Locator dialog = side.locator("dialog.forlop-dialog");
      dialog.getByLabel("Antall plasser").fill(String.valueOf(fraFor + 3));
      dialog.getByText("Lagre").click();
      assertThat(dialog.isVisible()).as("not without a reason").isTrue();
      dialog.getByLabel("Hvorfor?").fill("  Nytt rom  ");
      vindu.skjermbilde("kapasitet").erIOrden("the dialog of a capacity", "dialog.forlop-dialog");
      vindu.tegnet(() -> dialog.getByText("Lagre").click());
      assertThat(side.locator("#forlop-plass-leistad-krise").innerText()).contains(" av " + (fraFor + 3) + " i bruk");
      side.getByText("Endringer i antall plasser").click();
      assertThat(vindu.rader("Endringer: Leistad, kriseplass").get(0).subList(1, 5))
          .containsExactly("Leistad, leder", String.valueOf(fraFor), String.valueOf(fraFor + 3), "Nytt rom");
      assertThat(tall("select kapasitet from plass_type where id = 'leistad-krise'")).isEqualTo(fraFor + 3);
      assertThat(tall("select count(*) from plass_kapasitet where type = 'leistad-krise' and bruker = 'leistadleder'"
          + " and grunn = 'Nytt rom'")).isEqualTo(1);
    } finally {
      jdbc.sql("update plass_type set kapasitet = ? where id = 'leistad-krise'").param(fraFor).update();
      jdbc.sql("delete from plass_kapasitet where type = 'leistad-krise'").update();
    }
  }

  @Test
  void theDailyMailIsTurnedOffAndOn() {
    Cockpitvindu vindu = leser.cockpit("leistadleder").gaa("frister");
    Locator valg = vindu.side().locator("#forlop-daglig");
    assertThat(valg.isChecked()).isTrue();
    valg.uncheck();
    vindu.innhold().getByText("Du får ikke lenger e-posten.").waitFor();
    vindu.gaa("frister?type=oppgave");
    assertThat(valg.isChecked()).isFalse();
    valg.check();
    vindu.innhold().getByText("Du får e-posten hver morgen.").waitFor();
    leser.cockpit("ledelse").gaa("frister");
    assertThat(leser.cockpit("ledelse").side().locator("#forlop-daglig").count()).isLessThanOrEqualTo(1);
  }

  // -------------------------------------------------------------------------------------------------------------
  // What goes wrong

  @Test
  void aBrokenAnswerIsToldAndCockpitStands() {
    Cockpitvindu vindu = leser.cockpit("ledelse");
    Page side = vindu.side();
    side.route("**/plugin/forlop-cockpit/default/**", Cockpitvindu::femHundre);
    for (String adresse : SIDER) {
      vindu.gaa(adresse);
      assertThat(vindu.innhold().locator("[role=alert]").first().innerText()).as(adresse)
          .isEqualTo("Noe gikk galt. Prøv igjen om litt.");
      assertThat(vindu.meny("Frister")).as("Cockpit's menu").contains("Processes", "Frister");
    }
    vindu.skjermbilde("feil");
    side.evaluate("window.location.hash = '#/dashboard'");
    side.locator(".forlop-oversikt [role=alert], .dashboard .section-title").first().waitFor();
    side.getByText("Right Now").waitFor();

    String definisjon = motor.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("utskriving").latestVersion()
        .singleResult().getId();
    vindu.fane("process-definition/" + definisjon + "/runtime");
    assertThat(side.locator(".djs-container .djs-shape").count()).as("the diagram is drawn all the same").isPositive();
    assertThat(side.locator(Cockpitvindu.FEIL_I_FANE).innerText()).isEqualTo("Noe gikk galt. Prøv igjen om litt.");

    side.unrouteAll();
    vindu.gaa("frister?type=oppgave");
    side.route("**/plugin/forlop-cockpit/default/**", Route::abort);
    vindu.gaa("saker");
    assertThat(vindu.innhold().innerText()).contains("Får ikke kontakt med tjeneren.");
    side.unrouteAll();
    vindu.innhold().locator("button:has-text('Prøv igjen')").click();
    vindu.tabell("Saker").waitFor();
    assertThat(vindu.rader("Saker")).as("once the server answers").isNotEmpty();

    side.route("**/plugin/forlop-cockpit/default/frister?*", rute -> rute.fulfill(new Route.FulfillOptions().setBody("<html>")));
    vindu.gaa("frister?type=oppgave");
    assertThat(vindu.innhold().locator("[role=alert]").innerText()).contains("Siden kunne ikke vises.");
    assertThat(side.locator("#forlop-enhet").isVisible()).as("the rest of the page").isTrue();
    vindu.glemFeil();
  }

  // -------------------------------------------------------------------------------------------------------------

  /** Where the user may look, in the table's own words. */
  private static String omraade(String bruker) {
    return bruker.equals("ledelse") ? "true" : "f.enhet in ('leistad', 'leistadleder', 'leistadbarneansvarlig')";
  }

  private JdbcClient.StatementSpec apne(String bruker, String hva, String vilkar, String orden) {
    return jdbc.sql("select " + hva + " from frist f where" + APEN + "and " + omraade(bruker) + " and " + vilkar + orden)
        .param("naa", ONSDAG.atOffset(ZoneOffset.UTC))
        .param("imorgen", Instant.parse("2026-03-04T23:00:00Z").atOffset(ZoneOffset.UTC))
        .param("nesteUke", Instant.parse("2026-03-08T23:00:00Z").atOffset(ZoneOffset.UTC));
  }

  private int antall(String bruker, String vilkar) {
    return apne(bruker, "count(*)", vilkar, "").query(Integer.class).single();
  }

  private List<String> saksnumre(String bruker, String vilkar, int antall) {
    return apne(bruker, "f.saksnummer", vilkar, " order by f.forfall, f.id fetch first " + antall + " rows only")
        .query(String.class).list();
  }

  private int tall(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private List<String> tekster(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private int revisjon(String handling, String gjelder) {
    return jdbc.sql("select count(*) from revisjon where bruker = 'leistadleder' and handling = ? and gjelder = ?")
        .params(handling, gjelder).query(Integer.class).single();
  }

  private static List<String> kolonne(List<List<String>> rader, int nr) {
    return rader.stream().map(rad -> rad.get(nr)).toList();
  }

  private static void tast(Page side, String hvor, String tast) {
    side.locator(hvor).first().focus();
    side.keyboard().press(tast);
  }
}
