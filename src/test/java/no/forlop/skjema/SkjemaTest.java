package no.forlop.skjema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import no.forlop.person.Testnummer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of forms in the engine, on a model of its own. */
@Apptest
class SkjemaTest {

  static final String KARI = Testnummer.fodselsnummer(LocalDate.of(1985, 6, 17), true, 3);

  @Autowired
  private ProcessEngine motor;

  private String utrulling;

  @BeforeEach
  void rullUt() {
    utrulling = Skjemamodell.rullUt(motor);
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRepositoryService().deleteDeployment(utrulling, true);
  }

  @Test
  void startskjemaBlirVariablerUtenIdentitet() {
    ProcessInstance sak = start(svar("personstatus", "kjent", "pasientNummer", KARI, "pasientNavn", "Kari Nordmann",
        "pasientTelefon", "900 00 001", "sprak", "arabisk", "tolk", true, "harBarn", "ja",
        "barn", List.of(svar("navn", "Ola Nordmann", "fodt", "2015-03-02", "borHjemme", true))));
    Map<String, Object> variabler = motor.getRuntimeService().getVariables(sak.getId());
    assertThat(variabler).containsEntry("pasientmerke", "K.N. 1985").containsEntry("pasientKjonn", "kvinne")
        .containsEntry("sprak", "arabisk").containsEntry("tolk", true).containsEntry("lenket", false)
        .containsEntry("hvaErViktig", null).containsKey("pasientId")
        .doesNotContainKeys("pasientNummer", "pasientNavn", "pasientTelefon", "pasientFodselsdato", "personstatus");
    SpinJsonNode barn = ((SpinJsonNode) variabler.get("barn")).elements().get(0);
    assertThat(barn.fieldNames()).containsExactlyInAnyOrder("borHjemme", "personId", "merke");
    assertThat(barn.prop("merke").stringValue()).isEqualTo("O.N. 2015");
  }

  @Test
  void alleFeilPaaEnGang() {
    Skjemafeil feil = avvist(() -> start(svar("personstatus", "kjent", "pasientNummer", "12345678901", "sprak", "klingon",
        "hvaErViktig", "x".repeat(201), "noeAnnet", 1)));
    assertThat(feil.feil()).extracting(Feltfeil::felt)
        .containsExactlyInAnyOrder("pasientNummer", "sprak", "hvaErViktig", "harBarn", "noeAnnet");
    assertThat(feil.getMessage()).doesNotContain("12345678901").doesNotContain("klingon").contains("Fødselsnummer: ");
  }

  private ProcessInstance start(Map<String, Object> svar) {
    return motor.getFormService().submitStartForm(Skjemamodell.definisjon(motor), svar);
  }

  private Skjemafeil avvist(org.assertj.core.api.ThrowableAssert.ThrowingCallable kall) {
    AvvistSvar svar = catchThrowableOfType(AvvistSvar.class, kall);
    assertThat(svar).as("refused").isNotNull();
    return (Skjemafeil) svar.getCause();
  }

  static Map<String, Object> svar(Object... navnOgVerdi) {
    Map<String, Object> svar = new HashMap<>();
    for (int i = 0; i < navnOgVerdi.length; i += 2) {
      svar.put((String) navnOgVerdi[i], navnOgVerdi[i + 1]);
    }
    return svar;
  }
}
