package no.forlop.skjema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.Apptest;
import no.forlop.person.Testnummer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of forms in the engine, on a model of its own. */
@Apptest
class SkjemaTest {

  private static final String KARI = Testnummer.fodselsnummer(LocalDate.of(1985, 6, 17), true, 3);

  @Autowired
  private ProcessEngine motor;

  private String utrulling;

  @BeforeEach
  void rullUt() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T09:00:00Z")));
    utrulling = Skjemamodell.rullUt(motor);
    motor.getIdentityService().setAuthentication("leistad", List.of("leistad"));
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRepositoryService().deleteDeployment(utrulling, true);
    ClockUtil.reset();
  }

  @Test
  void startskjemaBlirVariablerUtenIdentitet() {
    Map<String, Object> variabler = variabler(start(svar("personstatus", "kjent", "pasientNummer", KARI,
        "pasientNavn", "Kari Nordmann", "pasientTelefon", "900 00 001", "sprak", "arabisk", "tolk", true, "harBarn", "ja",
        "barn", List.of(svar("navn", "Ola Nordmann", "fodt", "2015-03-02", "borHjemme", true)))));
    assertThat(variabler).containsEntry("pasientmerke", "K.N. 1985").containsEntry("pasientKjonn", "kvinne")
        .containsEntry("pasientAlder", 40).containsEntry("sprak", "arabisk").containsEntry("tolk", true)
        .containsEntry("lenket", false).containsEntry("hvaErViktig", null).containsKey("pasientId")
        .doesNotContainKeys("pasientNummer", "pasientNavn", "pasientTelefon", "pasientFodselsdato").containsEntry("personstatus", "kjent");
    SpinJsonNode barn = ((SpinJsonNode) variabler.get("barn")).elements().get(0);
    assertThat(barn.fieldNames()).containsExactlyInAnyOrder("borHjemme", "personId", "merke");
    assertThat(barn.prop("merke").stringValue()).isEqualTo("O.N. 2015");
  }

  @Test
  void ukjentOgAnonymFaarLoepenummer() {
    assertThat(variabler(start(ukjent())).get("pasientmerke")).asString().matches("Ukjent [0-9]+");
    Map<String, Object> anonym = variabler(start(svar("personstatus", "anonym", "harBarn", "nei", "pasientTelefon", "90000002")));
    assertThat(anonym.get("pasientmerke")).asString().matches("Anonym [0-9]+");
    assertThat(anonym).containsEntry("pasientAlder", null).containsEntry("pasientKjonn", "ukjent").containsEntry("tolk", false)
        .containsEntry("barn", null);
  }

  @Test
  void alleFeilPaaEnGangUtenVerdier() {
    Skjemafeil feil = avvist(() -> start(svar("personstatus", "kjent", "pasientNummer", "12345678901", "sprak", "klingon",
        "hvaErViktig", "x".repeat(201), "noeAnnet", 1)));
    assertThat(feil.feil()).extracting(Feltfeil::felt)
        .containsExactlyInAnyOrder("pasientNummer", "sprak", "hvaErViktig", "harBarn", "noeAnnet");
    assertThat(feil.getMessage()).doesNotContain("12345678901").doesNotContain("klingon")
        .contains("Fødselsnummer: Nummeret er ikke gyldig").contains("Språk: ").contains("Norsk, Arabisk");
  }

  @Test
  void kjentPersonMaaKunneKjennesIgjen() {
    assertThat(avvist(() -> start(svar("personstatus", "kjent", "harBarn", "nei", "pasientNavn", "Kari Nordmann"))).feil())
        .singleElement().satisfies(feil -> assertThat(feil.felt()).isEqualTo("pasientNummer"));
    assertThat(variabler(start(svar("personstatus", "kjent", "harBarn", "nei", "pasientNavn", "Kari Nordmann",
        "pasientFodselsdato", "1990-01-31")))).containsEntry("pasientmerke", "K.N. 1990").containsEntry("pasientAlder", 36);
  }

  @Test
  void skjulteFeltKanIkkeHaSvar() {
    assertThat(avvist(() -> start(svar("personstatus", "ukjent", "harBarn", "nei", "pasientNavn", "Kari Nordmann"))).feil())
        .extracting(Feltfeil::felt).containsExactly("pasientNavn");
    assertThat(avvist(() -> start(svar("personstatus", "ukjent", "harBarn", "nei", "barn", List.of(svar("navn", "Ola")))))
        .feil()).extracting(Feltfeil::felt).containsExactly("barn");
    assertThat(variabler(start(svar("personstatus", "ukjent", "harBarn", "nei", "pasientNavn", "", "barn", List.of()))))
        .containsEntry("barn", null);
  }

  @Test
  void raderSjekkesEnForEn() {
    assertThat(avvist(() -> start(svar("personstatus", "ukjent", "harBarn", "ja", "barn",
        List.of(svar("navn", "Ola"), svar("fodt", "2099-01-01"), svar("navn", "Per", "klasse", 3))))).feil())
        .extracting(Feltfeil::felt).containsExactlyInAnyOrder("barn[2].navn", "barn[2].fodt", "barn[3].klasse");
  }

  static List<Arguments> feil() {
    return List.of(
        Arguments.of("alder", null, "Må fylles ut"), Arguments.of("alder", 999, "Tallet er for stort"),
        Arguments.of("alder", -1, "Tallet er for lite"), Arguments.of("alder", 17.5, "helt tall"),
        Arguments.of("alder", "sytten", "være et tall"), Arguments.of("vekt", 70.25, "desimaler"),
        Arguments.of("kode", "ab123", "riktig form"), Arguments.of("begrunnelse", "kort", "for kort"),
        Arguments.of("begrunnelse", "x".repeat(51), "for lang"), Arguments.of("begrunnelse", 12345, "være tekst"),
        Arguments.of("begrunnelse", "Ring " + KARI, "fødselsnummer"), Arguments.of("bruker", "kanskje", "alternativene"),
        Arguments.of("rusmidler", List.of("alkohol"), "skal ikke fylles ut"), Arguments.of("koordinator", "per", "alternativene"),
        Arguments.of("neste", "02.03.2026", "ikke gyldig"), Arguments.of("neste", "2026-02-30", "ikke gyldig"),
        Arguments.of("neste", "2026-03-01", "for tidlig"), Arguments.of("samtykkeGitt", "ja", "ja eller nei"),
        Arguments.of("bolig", "leilighet", "riktig form"), Arguments.of("bolig", svar("type", "x".repeat(21)), "for lang"),
        Arguments.of("bolig", svar("farge", "rød"), "finnes ikke"), Arguments.of("barn", "Ola", "liste"),
        Arguments.of("pasientNavn", "Kari 2", "uten tall"), Arguments.of("pngTelefon", "ring meg", "siffer"),
        Arguments.of("vilkaarlig", "verdi", "finnes ikke"), Arguments.of("pasientId", "en-annen", "finnes ikke"));
  }

  @ParameterizedTest
  @MethodSource("feil")
  void hverRegelHaandheves(String felt, Object verdi, String tekst) {
    ProcessInstance sak = start(ukjent());
    Map<String, Object> foer = variabler(sak);
    Map<String, Object> svar = gyldig();
    svar.put(felt, verdi);
    assertThatThrownBy(() -> fullfor(sak, svar)).isInstanceOf(AvvistSvar.class).hasMessageContaining(tekst);
    assertThatThrownBy(() -> motor.getTaskService().complete(oppgave(sak).getId(), svar)).isInstanceOf(AvvistSvar.class)
        .hasMessageContaining(tekst);
    assertThat(oppgave(sak).getTaskDefinitionKey()).isEqualTo("kartlegg");
    assertThat(variabler(sak)).isEqualTo(foer);
  }

  @Test
  void alleSvarFinnesEtterpaaMedRettType() {
    ProcessInstance sak = start(ukjent());
    fullfor(sak, svar("alder", 17L, "vekt", 70.5, "bruker", "ja", "rusmidler", List.of("alkohol"), "koordinator", "leistad2",
        "neste", "2026-03-02", "bolig", svar("type", "leid"), "dobbel", 999, "pasientmerke", "Noe annet", "kode", ""));
    assertThat(variabler(sak)).containsEntry("alder", 17).containsEntry("vekt", 70.5).containsEntry("dobbel", 34)
        .containsEntry("kode", null).containsEntry("begrunnelse", null).containsEntry("samtykkeGitt", false)
        .containsEntry("haster", false).containsEntry("neste", "2026-03-02").containsEntry("koordinator", "leistad2")
        .containsEntry("parorendeId", null).containsEntry("parorendemerke", null)
        .hasEntrySatisfying("pasientmerke", merke -> assertThat(merke).asString().startsWith("Ukjent"))
        .hasEntrySatisfying("rusmidler", liste -> assertThat(liste).hasToString("[\"alkohol\"]"))
        .hasEntrySatisfying("bolig", gruppe -> assertThat(gruppe).hasToString("{\"type\":\"leid\",\"egen\":false}"));
  }

  @Test
  void skjultSvarBeholderDetSomVar() {
    ProcessInstance sak = start(ukjent());
    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().setVariable(sak.getId(), "haster", true);
    fullfor(sak, gyldig());
    assertThat(variabler(sak)).containsEntry("haster", true).containsEntry("rusmidler", null);
  }

  @Test
  void radSomViserMerketBeholderPersonen() {
    ProcessInstance sak = start(svar("personstatus", "ukjent", "harBarn", "ja",
        "barn", List.of(svar("navn", "Ola Nordmann", "fodt", "2015-03-02"), svar("navn", "Siri Nordmann", "borHjemme", true))));
    SpinJsonNode foer = (SpinJsonNode) variabler(sak).get("barn");
    Map<String, Object> svar = gyldig();
    svar.put("barn", List.of(svar("merke", "S.N.", "borHjemme", true, "skole", "Byåsen"), svar("navn", "Ny Nordmann"), svar()));
    fullfor(sak, svar);
    List<SpinJsonNode> barn = ((SpinJsonNode) variabler(sak).get("barn")).elements();
    assertThat(barn).hasSize(2);
    assertThat(barn.get(0).prop("personId").stringValue()).isEqualTo(foer.elements().get(1).prop("personId").stringValue());
    assertThat(barn.get(0).prop("skole").stringValue()).isEqualTo("Byåsen");
    assertThat(barn.get(1).prop("merke").stringValue()).isEqualTo("N.N.");
    assertThat(barn.get(1).prop("skole").isNull()).isTrue();
  }

  @Test
  void jsonFraNettleserenLesesSomListe() {
    ProcessInstance sak = start(ukjent());
    Map<String, Object> svar = gyldig();
    svar.put("bruker", "ja");
    svar.put("rusmidler", SpinValues.jsonValue("[\"cannabis\"]").create());
    svar.put("begrunnelse", Variables.stringValue("lang nok"));
    fullfor(sak, svar);
    assertThat(variabler(sak).get("rusmidler")).hasToString("[\"cannabis\"]");
  }

  @Test
  void utenomSkjemaetErStengt() {
    ProcessInstance sak = start(ukjent());
    String oppgave = oppgave(sak).getId();
    List<ThrowingCallable> utenom = List.of(
        () -> motor.getTaskService().setVariable(oppgave, "alder", 17),
        () -> motor.getTaskService().setVariableLocal(oppgave, "pasientNavn", "Kari"),
        () -> motor.getTaskService().removeVariable(oppgave, "lenket"),
        () -> motor.getTaskService().handleBpmnError(oppgave, "DOD_BEKREFTET"),
        () -> motor.getTaskService().handleEscalation(oppgave, "X"),
        () -> motor.getTaskService().resolveTask(oppgave, Map.of("alder", 17)),
        () -> motor.getTaskService().createComment(oppgave, null, "Gjelder " + KARI),
        () -> motor.getTaskService().createAttachment("text", oppgave, null, "epikrise", null, "http://eksempel.no"),
        () -> motor.getFormService().submitStartForm(Skjemamodell.definisjon(motor), "Kari Nordmann", ukjent()),
        () -> motor.getRuntimeService().startProcessInstanceByKey("skjematest", "Kari Nordmann", ukjent()),
        () -> motor.getRuntimeService().startProcessInstanceByKey("skjematest", null, "Kari Nordmann", ukjent()),
        () -> motor.getRuntimeService().createProcessInstanceByKey("skjematest").startBeforeActivity("kartlegg").execute());
    for (ThrowingCallable kall : utenom) {
      assertThatThrownBy(kall).isInstanceOf(AvvistSvar.class);
    }
    assertThat(motor.getTaskService().createComment(oppgave, null, "Ringt, ikke svar").getFullMessage()).startsWith("Ringt");
  }

  @Test
  void startInnenfraErBetrodd() {
    ProcessInstance sak = Innenfra.kjor(() ->
        motor.getRuntimeService().startProcessInstanceByKey("skjematest", Map.<String, Object>of("pasientmerke", "K.N. 1985")));
    assertThat(oppgave(sak).getTaskDefinitionKey()).isEqualTo("kartlegg");
    assertThatThrownBy(() -> motor.getRuntimeService().startProcessInstanceByKey("skjematest"))
        .isInstanceOf(AvvistSvar.class).hasMessageContaining("Må fylles ut");
  }

  @Test
  void krevdAvkryssing() {
    ProcessInstance sak = start(ukjent());
    fullfor(sak, gyldig());
    assertThatThrownBy(() -> fullfor(sak, svar("lest", false))).hasMessageContaining("Må krysses av");
    motor.getTaskService().complete(oppgave(sak).getId(), svar("lest", true));
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(sak.getId()).count()).isZero();
  }

  private static Map<String, Object> ukjent() {
    return svar("personstatus", "ukjent", "harBarn", "nei");
  }

  private static Map<String, Object> gyldig() {
    return svar("alder", 17, "bruker", "nei");
  }

  private ProcessInstance start(Map<String, Object> svar) {
    return motor.getFormService().submitStartForm(Skjemamodell.definisjon(motor), svar);
  }

  private Task oppgave(ProcessInstance sak) {
    return motor.getTaskService().createTaskQuery().processInstanceId(sak.getId()).singleResult();
  }

  private void fullfor(ProcessInstance sak, Map<String, Object> svar) {
    motor.getFormService().submitTaskForm(oppgave(sak).getId(), svar);
  }

  private Map<String, Object> variabler(ProcessInstance sak) {
    motor.getIdentityService().clearAuthentication();
    try {
      return motor.getRuntimeService().getVariables(sak.getId());
    } finally {
      motor.getIdentityService().setAuthentication("leistad", List.of("leistad"));
    }
  }

  private static Skjemafeil avvist(ThrowingCallable kall) {
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
