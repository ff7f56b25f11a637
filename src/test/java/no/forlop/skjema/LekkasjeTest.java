package no.forlop.skjema;

import static no.forlop.skjema.SkjemaTest.svar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import no.forlop.Apptest;
import no.forlop.person.IdentitetsSok;
import no.forlop.person.IngenInnsyn;
import no.forlop.person.PersonForOppgave;
import no.forlop.person.Personmerke;
import no.forlop.person.Personregister;
import no.forlop.person.SammePerson;
import no.forlop.person.Testnummer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a whole case nobody can read from the database or the log who it was about. */
@Apptest
@ExtendWith(OutputCaptureExtension.class)
class LekkasjeTest {

  private static final String NUMMER = Testnummer.fodselsnummer(LocalDate.of(1971, 9, 23), true, 5);
  private static final String BARNETS_NUMMER = Testnummer.fodselsnummer(LocalDate.of(2016, 9, 2), false, 5);

  private static final IdentitetsSok SOK = IdentitetsSok.etter("Solvår Tangstad", "970 01 234", NUMMER, BARNETS_NUMMER,
      "Torbiørn Tangstad", "46 81 35 79", "Ylva Tangstad", "Ukjentmann Oppdiktet");

  @Autowired
  private ProcessEngine motor;
  @Autowired
  private DataSource base;
  @Autowired
  private JdbcClient db;
  @Autowired
  private Personregister person;

  private String utrulling;

  @BeforeEach
  void rullUt() {
    utrulling = Skjemamodell.rullUt(motor);
    motor.getIdentityService().setAuthentication("leistad", List.of("leistad"));
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRepositoryService().deleteDeployment(utrulling, true);
  }

  @Test
  void kjentPasientMedBarnOgPaarorende(CapturedOutput logg) {
    Map<String, Object> startsvar = svar("personstatus", "kjent", "pasientNummer", NUMMER, "pasientNavn", "Solvår Tangstad",
        "pasientTelefon", "970 01 234", "sprak", "norsk", "harBarn", "ja",
        "barn", List.of(svar("navn", "Ylva Tangstad", "fodt", "2016-09-02", "borHjemme", true)));
    String sak = start(startsvar);

    Task kartlegg = oppgave(sak);
    assertThatThrownBy(() -> fullfor(kartlegg, svar("pngNavn", "Torbiørn Tangstad", "pngTelefon", "46 81 35 79",
        "pasientNummer", "11223344556", "begrunnelse", "Ring Ylva, " + NUMMER, "ukjentFelt", NUMMER)))
        .isInstanceOf(AvvistSvar.class).hasMessageNotContaining(NUMMER);
    fullfor(kartlegg, svar("alder", 17, "bruker", "nei", "pngNavn", "Torbiørn Tangstad", "pngTelefon", "46 81 35 79",
        "parorendeRelasjon", "ektefelle"));

    PersonForOppgave personer = person.personForOppgave(oppgave(sak).getId());
    assertThat(personer.pasient().navn()).isEqualTo("Solvår Tangstad");
    assertThat(personer.pasient().nummer()).isEqualTo(NUMMER);
    assertThat(personer.pasient().sprak()).isEqualTo("norsk");
    assertThat(personer.parorende()).singleElement().satisfies(en -> {
      assertThat(en.telefon()).isEqualTo("46 81 35 79");
      assertThat(en.relasjon()).isEqualTo("ektefelle");
    });
    assertThat(personer.barn()).singleElement().satisfies(en -> assertThat(en.navn()).isEqualTo("Ylva Tangstad"));
    assertThat(personer.toString()).doesNotContain("Tangstad");
    assertThat(db.sql("SELECT som FROM person_innsyn WHERE bruker = 'leistad' AND roller = 'leistad' AND oppgave = ? ORDER BY som")
        .param(oppgave(sak).getId()).query(String.class).list()).containsExactly("barn", "parorende", "pasient");
    String sistOppgave = oppgave(sak).getId();
    motor.getIdentityService().setAuthentication("hvk", List.of("hvk"));
    assertThatThrownBy(() -> person.personForOppgave(sistOppgave)).isInstanceOf(IngenInnsyn.class);
    motor.getIdentityService().clearAuthentication();
    assertThatThrownBy(() -> person.personForOppgave(sistOppgave)).isInstanceOf(IngenInnsyn.class);
    motor.getIdentityService().setAuthentication("leistad", List.of("leistad"));

    fullfor(oppgave(sak), svar("lest", true));
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(sak).count()).isZero();
    SOK.finnesIkkeI(base);
    SOK.finnesIkkeI("the log", logg.getAll());
  }

  @Test
  void ukjentSomBlirKjent(CapturedOutput logg) {
    String sak = start(svar("personstatus", "ukjent", "harBarn", "ukjent"));
    assertThat(variabler(sak).get("pasientmerke")).asString().startsWith("Ukjent ");
    fullfor(oppgave(sak), svar("alder", 17, "bruker", "nei", "pasientNummer", NUMMER, "pasientNavn", "Ukjentmann Oppdiktet"));
    assertThat(variabler(sak)).containsEntry("pasientmerke", "U.O. 1971").containsEntry("pasientKjonn", "kvinne");
    assertThat(oppgavensMerke(sak)).isEqualTo("U.O. 1971");
    SOK.finnesIkkeI(base);
    SOK.finnesIkkeI("the log", logg.getAll());
  }

  @Test
  void ukjentSomFinnesFraFoerFolgesAvAlleSakene() {
    String kjent = (String) variabler(start(svar("personstatus", "kjent", "pasientNummer", NUMMER, "pasientNavn", "Solvår Tangstad",
        "harBarn", "nei"))).get("pasientId");
    String sak = start(svar("personstatus", "ukjent", "harBarn", "nei", "pasientTelefon", "970 01 234"));
    Map<String, Object> ukjent = variabler(sak);
    String lenket = Innenfra.kjor(() -> motor.getRuntimeService().startProcessInstanceByKey("skjematest",
        svar("pasientId", ukjent.get("pasientId"), "pasientmerke", ukjent.get("pasientmerke")))).getId();
    assertThat(oppgavensMerke(lenket)).isEqualTo(ukjent.get("pasientmerke"));

    fullfor(oppgave(sak), svar("alder", 17, "bruker", "nei", "pasientNummer", NUMMER));

    for (String en : List.of(sak, lenket)) {
      assertThat(variabler(en)).containsEntry("pasientId", kjent).containsEntry("pasientmerke", "S.T. 1971")
          .containsEntry("pasientKjonn", "kvinne");
      assertThat(oppgavensMerke(en)).isEqualTo("S.T. 1971");
      assertThat(person.personForOppgave(oppgave(en).getId()).pasient().telefon()).isEqualTo("970 01 234");
    }
  }

  @Test
  void toRegistreringerSomErSammePersonBlirEnUtenSpor(CapturedOutput logg) {
    String navngitt = start(svar("personstatus", "kjent", "pasientNavn", "Solvår Tangstad", "pasientFodselsdato", "1971-09-23",
        "pasientTelefon", "970 01 234", "harBarn", "nei"));
    String numret = start(svar("personstatus", "kjent", "pasientNummer", NUMMER, "pasientNavn", "Solvår  Tangstad", "harBarn", "nei"));
    String navngittId = (String) variabler(navngitt).get("pasientId");
    String numretId = (String) variabler(numret).get("pasientId");
    assertThat(db.sql("SELECT count(*) FROM \"flyway_schema_history\" WHERE \"version\" = '74'").query(Integer.class).single())
        .as("those who were registered before got their mark at start").isOne();
    assertThat(person.muligeSamme(navngittId)).extracting(Personmerke::personId).contains(numretId);

    person.svar(navngittId, numretId, SammePerson.JA, "leistad", null);

    assertThat(variabler(navngitt)).containsEntry("pasientId", numretId).containsEntry("pasientmerke", "S.T. 1971");
    assertThat(person.personForOppgave(oppgave(numret).getId()).pasient().telefon()).isEqualTo("970 01 234");
    SOK.finnesIkkeI(base);
    SOK.finnesIkkeI("the log", logg.getAll());
  }

  @Test
  void avidentifisertSakVetIkkeHvemDenGjaldt() {
    String sak = start(svar("personstatus", "kjent", "pasientNummer", NUMMER, "pasientNavn", "Solvår Tangstad", "harBarn", "nei"));
    Map<String, Object> foer = variabler(sak);
    fullfor(oppgave(sak), svar("alder", 17, "bruker", "nei", "pngNavn", "Torbiørn Tangstad"));
    iMotoren(sak, execution -> person.avidentifiser(execution));
    Map<String, Object> etter = variabler(sak);
    assertThat(etter.get("pasientmerke")).asString().startsWith("Ukjent ");
    assertThat(etter).containsEntry("pasientAlder", null).containsEntry("pasientKjonn", "ukjent");
    assertThat(oppgavensMerke(sak)).isEqualTo(etter.get("pasientmerke"));
    PersonForOppgave vist = person.personForOppgave(oppgave(sak).getId());
    assertThat(vist.pasient().navn()).isNull();
    assertThat(vist.parorende()).isEmpty();
    for (Object spor : List.of(foer.get("pasientId"), "S.T. 1971")) {
      assertThat(db.sql("SELECT count(*) FROM ACT_HI_DETAIL WHERE TEXT_ = ? AND PROC_INST_ID_ = ?").params(spor, sak)
          .query(Long.class).single()).isZero();
      assertThat(db.sql("SELECT count(*) FROM ACT_HI_VARINST WHERE TEXT_ = ? AND PROC_INST_ID_ = ?").params(spor, sak)
          .query(Long.class).single()).isZero();
    }
    fullfor(oppgave(sak), svar("lest", true));
  }

  private void iMotoren(String sak, Consumer<ExecutionEntity> handling) {
    ((ProcessEngineConfigurationImpl) motor.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(kontekst ->
        kontekst.runWithoutAuthorization(() -> {
          handling.accept(kontekst.getExecutionManager().findExecutionById(sak));
          return null;
        }));
  }

  private String start(Map<String, Object> svar) {
    return motor.getFormService().submitStartForm(Skjemamodell.definisjon(motor), svar).getId();
  }

  /** The copy on the task, which Tasklist's cards show. */
  private Object oppgavensMerke(String sak) {
    return motor.getTaskService().getVariableLocal(oppgave(sak).getId(), "pasientmerke");
  }

  private Map<String, Object> variabler(String sak) {
    motor.getIdentityService().clearAuthentication();
    try {
      return motor.getRuntimeService().getVariables(sak);
    } finally {
      motor.getIdentityService().setAuthentication("leistad", List.of("leistad"));
    }
  }

  private Task oppgave(String sak) {
    return motor.getTaskService().createTaskQuery().processInstanceId(sak).singleResult();
  }

  private void fullfor(Task oppgave, Map<String, Object> svar) {
    motor.getFormService().submitTaskForm(oppgave.getId(), svar);
  }
}
