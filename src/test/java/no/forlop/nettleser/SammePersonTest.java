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
import org.junit.jupiter.api.Test;

/** Somebody comes to the MO-senter by name, and comes again with a number: a nurse says whether it is the same person. */
@Nettlesertest
class SammePersonTest extends Nettlesergrunnlag {

  @AfterEach
  void rydd() {
    motor.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("moinntak").rootProcessInstances().list()
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet", true, true, true));
  }

  @Test
  void theQuestionIsAskedInTheNewCaseAndShownInTheOther() {
    Tasklistvindu mosenter = leser.som("mosenter").hjem();
    String forst = start(mosenter, "pasientNavn", "Solveig Granmo", "pasientFodselsdato", "1988-05-09");
    String igjen = start(mosenter, "pasientNavn", "Granmo, Solveig", "pasientNummer",
        Testnummer.fodselsnummer(LocalDate.of(1988, 5, 9), 7));

    Page side = mosenter.apne(igjen, "avgjorSammePerson").side();
    Locator tips = side.locator(".forlop-likhet");
    tips.getByText("Svar i skjemaet under.").waitFor();
    assertThat(tips.innerText()).contains(forst, "S.G. 1988").doesNotContain("Granmo");
    assertThat(tips.locator("button").count()).as("one place to answer").isZero();
    side.locator(".fjs-form").getByText("Vet ikke ennå").waitFor();
    mosenter.skjermbilde("samme-person-oppgave");

    tips.getByText("Åpne saken").click();
    tips.getByText("Ja, samme person").waitFor();
    assertThat(side.url()).contains("task=" + mosenter.apen(forst, "mottak").getId());
    assertThat(tips.innerText()).contains(igjen);
    mosenter.skjermbilde("samme-person-boks");
    tips.getByText("Ja, samme person").click();
    tips.getByText("kan ikke angres").waitFor();
    mosenter.skjermbilde("samme-person-bekreft");
    tips.getByText("Slå sammen").click();
    tips.getByText("Registreringene er slått sammen").waitFor();
    mosenter.skjermbilde("samme-person-svart");
    assertThat(pasient(forst)).isEqualTo(pasient(igjen));

    mosenter.apne(igjen, "avgjorSammePerson");
    tips.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    mosenter.fullfor(igjen, "avgjorSammePerson", Map.of("sammePerson", "ja", "lopendeValg", "leggTil", "lopendeNotat",
        "Kom tilbake i dag"), "samme-person-ja");
    mosenter.fullfor(igjen, "taMedHenvendelse", Map.of("tattMed", true), null);
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(igjen).count()).isZero();
  }

  private String start(Tasklistvindu vindu, String... person) {
    Map<String, Object> svar = new LinkedHashMap<>(Map.of("henvendelsesmate", "oppmote", "personstatus", "kjent"));
    for (int i = 0; i < person.length; i += 2) {
      svar.put(person[i], person[i + 1]);
    }
    svar.put("hvaErViktig", "Ro i hverdagen");
    svar.put("harBarn", "nei");
    return vindu.startProsess("moinntak", svar, null);
  }

  private Object pasient(String saksnummer) {
    return List.of(motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(saksnummer)
        .rootProcessInstances().singleResult()).stream()
        .map(en -> motor.getRuntimeService().getVariable(en.getId(), "pasientId")).findFirst().orElseThrow();
  }
}
