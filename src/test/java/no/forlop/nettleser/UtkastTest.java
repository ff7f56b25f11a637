package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.forlop.person.Testnummer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A nurse who is interrupted finds what she has typed again, and nobody else does. */
@Nettlesertest
class UtkastTest extends Nettlesergrunnlag {

  private static final String OPPGAVE = "ivaretaParorende";
  private static final String ANNEN_OPPGAVE = "beOmUtfylling";
  private static final String TEKST = "Vil bli ringt etter klokka fire";
  private static final Map<String, Object> SVAR = Map.of("parorendeUtfall", "informert", "parorendeInformasjon",
      List.of("tilbud"), "parorendeSyn", TEKST, "parorende", List.of(Map.of("navn", "Ola Nordmann"),
      Map.of("navn", "Per Nordmann")));

  private Tasklistvindu hvk;
  private Page side;
  private String sak;
  private int nr;
  private final List<String> advarsler = new ArrayList<>();
  private final Consumer<Dialog> ja = dialog -> {
    advarsler.add(dialog.type());
    dialog.accept();
  };

  @BeforeEach
  void enSak() {
    hvk = leser.som("hvk").hjem();
    side = hvk.side();
    sak = hvk.startProsess("utskriving", Map.of("meldingstype", "utskrivningsklar", "avsender", "ostmarka", "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1986, 2, 2), nr++), "pasientNavn", "Kari Nordmann", "harBarn", "nei"), null);
    advarsler.clear();
    side.onDialog(ja);
  }

  @AfterEach
  void rydd() {
    side.navigate("about:blank");
    side.offDialog(ja);
    motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(sak).rootProcessInstances().list()
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet", true, true, true));
  }

  @Test
  void whatIsTypedIsThereUntilItIsSent() {
    List<String> skrevet = skriv();

    hvk.apne(sak, ANNEN_OPPGAVE);
    assertThat(svar()).as("the other task's form").doesNotContain(TEKST, "Ola Nordmann");
    assertThat(hvk.kort(sak, oppgave().getName()).innerText()).contains("Ikke sendt");
    hvk.apne(sak, OPPGAVE);
    ventPaa(skrevet);
    assertThat(beskjed().innerText()).contains("Det er ikke sendt");
    hvk.skjermbilde("utkast-tilbake");

    fane("Person").click();
    side.locator(".forlop-person").first().waitFor();
    side.locator(".nav-tabs a").first().click();
    ventPaa(skrevet);
    ingentingILageret();

    side.locator(".form-actions .btn-primary").click();
    side.locator(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    hvk.lastPaaNytt();
    assertThat(advarsler).as("nothing is left to warn of").isEmpty();
  }

  @Test
  void leavingThePageIsWarnedOfAndLeavesNothing() {
    skriv();
    hvk.apne(sak, ANNEN_OPPGAVE).lastPaaNytt();

    assertThat(advarsler).containsExactly("beforeunload");
    hvk.apne(sak, OPPGAVE);
    ikkeSkrevet();
  }

  @Test
  void aLostSessionKeepsItForTheSameUserOnly() {
    List<String> skrevet = skriv();
    mistOkten();
    ingentingILageret();
    hvk.loggInnHer("hvk").apne(sak, OPPGAVE);
    ventPaa(skrevet);

    mistOkten();
    hvk.loggInnHer("hvk2").apne(sak, OPPGAVE);
    ikkeSkrevet();
    mistOkten();
    hvk.loggInnHer("hvk").apne(sak, OPPGAVE);
    ikkeSkrevet();
  }

  @Test
  void loggingOutForgetsIt() {
    skriv();
    side.locator("a[ng-click*='logout']").first().evaluate("lenke => lenke.click()");
    hvk.loggInnHer("hvk").apne(sak, OPPGAVE);
    ikkeSkrevet();
  }

  @Test
  void whatOthersHaveAnsweredMeanwhileIsShownWhereTheUserHasNotAnswered() {
    hvk.apne(sak, OPPGAVE).ta();
    new Skjemafyller(skjema(), Skjemakart.av("felles-ivareta-parorende")).fyll(Map.of("parorendeUtfall", "informert",
        "parorendeSyn", TEKST));
    hvk.apne(sak, ANNEN_OPPGAVE);

    motor.getRuntimeService().setVariable(oppgave().getExecutionId(), "parorendeInformasjon",
        SpinValues.jsonValue("[\"tilbud\"]").create());
    motor.getRuntimeService().setVariable(oppgave().getExecutionId(), "parorendeSyn", "Svart av en annen");
    hvk.apne(sak, OPPGAVE);
    beskjed().waitFor();
    skjema().locator("input[type=checkbox]:checked").waitFor();
    assertThat(svar()).contains(TEKST).doesNotContain("Svart av en annen");

    beskjed().getByText("Slett og begynn på nytt").click();
    side.waitForCondition(() -> svar().contains("Svart av en annen"));
    assertThat(beskjed().count()).isZero();
  }

  @Test
  void aStartFormThatIsClosedByAccidentIsThereAgain() {
    Locator vindu = hvk.apneStartskjema("utskriving");
    new Skjemafyller(vindu, Skjemakart.av("utskriving-start")).fyll(Map.of("meldingstype", "innlagt", "pasientNavn",
        "Kari Nordmann", "tolk", true, "innlagtDato", LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(),
            ZoneId.of("Europe/Oslo")).toString()));
    List<String> skrevet = svar(vindu);
    lukk(vindu);
    vindu = hvk.apneStartskjema("overdose");
    assertThat(svar(vindu)).doesNotContain("Kari Nordmann");
    lukk(vindu);

    Locator igjen = hvk.apneStartskjema("utskriving");
    side.waitForCondition(() -> svar(igjen).equals(skrevet));
    assertThat(beskjed().innerText()).contains("Gjelder det en annen person nå, må du begynne på nytt.");
    hvk.skjermbilde("utkast-startskjema");
    ingentingILageret();

    beskjed().getByText("Slett og begynn på nytt").click();
    side.waitForCondition(() -> !svar(igjen).isEmpty() && !svar(igjen).contains("Kari Nordmann"));
    lukk(igjen);
  }

  /** Answers of every kind, and how they stand on the page. */
  private List<String> skriv() {
    hvk.apne(sak, OPPGAVE).ta();
    new Skjemafyller(skjema(), Skjemakart.av("felles-ivareta-parorende")).fyll(SVAR);
    assertThat(svar()).contains(TEKST, "Per Nordmann");
    return svar();
  }

  private void mistOkten() {
    side.context().clearCookies();
    side.locator(".task-filters").getByText("Forfalt").first().click();
    side.locator("input[type=password]").waitFor();
  }

  private void ventPaa(List<String> svar) {
    skjema().locator(".fjs-form").waitFor();
    side.waitForCondition(() -> svar().equals(svar));
  }

  private void ikkeSkrevet() {
    skjema().locator(".fjs-form").waitFor();
    assertThat(svar()).isNotEmpty().doesNotContain(TEKST, "Ola Nordmann");
    assertThat(beskjed().count()).isZero();
    assertThat(side.getByText("Ikke sendt").locator("visible=true").count()).isZero();
    ingentingILageret();
  }

  private void ingentingILageret() {
    assertThat((String) side.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
        .doesNotContain("Nordmann", TEKST, "camunda-form");
  }

  private Locator skjema() {
    return side.locator(".task-card");
  }

  private Locator beskjed() {
    return side.locator(".forlop-utkast");
  }

  private Locator fane(String navn) {
    return side.locator(".nav-tabs").getByText(navn, new Locator.GetByTextOptions().setExact(true));
  }

  private void lukk(Locator vindu) {
    vindu.locator(".modal-footer button[ng-click='$dismiss()']:visible").click();
    vindu.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private List<String> svar() {
    return svar(skjema());
  }

  private List<String> svar(Locator omraade) {
    return ((List<?>) omraade.evaluate("omraade => [...omraade.querySelectorAll('.fjs-form input, .fjs-form textarea')]"
        + ".map(felt => /radio|checkbox/.test(felt.type) ? felt.checked : felt.value)")).stream().map(String::valueOf).toList();
  }

  private Task oppgave() {
    return hvk.apen(sak, OPPGAVE);
  }
}
