package no.forlop.oversikt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.forlop.Apptest;
import no.forlop.Rest;
import no.forlop.person.Egenskap;
import no.forlop.person.PasientFjernet;
import no.forlop.person.Personmerke;
import no.forlop.person.Personopplysninger;
import no.forlop.person.Personregister;
import no.forlop.person.Slag;
import no.forlop.person.Testnummer;
import no.forlop.sak.IngenSlikSak;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two units: leistad rings, ephor visits. Each sees of the other's cases what it takes part in, and no more. */
@Apptest
class SaksoversiktTest {

  /** Wednesday 4 March 2026 at 09:00 in Oslo. */
  private static final Instant NAA = Instant.parse("2026-03-04T08:00:00Z");

  private static final Samtale INGEN = new Samtale(List.of(), List.of());

  @LocalServerPort
  private int port;
  @Autowired
  private Saksoversikt oversikt;
  @Autowired
  private ProcessEngine motor;
  @Autowired
  private Personregister personer;
  @Autowired
  private ApplicationEventPublisher hendelser;
  @Autowired
  private JdbcClient jdbc;

  private final String person = UUID.randomUUID().toString();

  @BeforeEach
  void modeller() {
    ClockUtil.setCurrentTime(Date.from(NAA));
    Provemodeller.rullUt(motor.getRepositoryService());
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
        .filter(en -> en.getBusinessKey() != null && en.getBusinessKey().matches("(PRI|PBE)-.*"))
        .forEach(en -> motor.getRuntimeService().deleteProcessInstance(en.getId(), "ryddet"));
    ClockUtil.reset();
  }

  @Test
  void aLinkIsShownFromBothSidesToThoseWhoTakePartInBoth() {
    String ring = ring(person, dager(1));
    String besok = startBesokFra(ring);

    som("leistad", "leistad", "ephor");
    assertThat(oversikt.forSak(ring).sak()).returns("Prøveringing", Sakskort::forlop).returns("paagar", Sakskort::tilstand)
        .returns(List.of("Leistad"), Sakskort::enheter).returns(null, Sakskort::forhold);
    assertThat(oversikt.forSak(ring).lenkede()).singleElement().returns(besok, Sakskort::saksnummer)
        .returns("startetHerfra", Sakskort::forhold).returns(ring, Sakskort::startetFra).returns(false, Sakskort::annenPerson)
        .returns("2026-03-04T09:00+01:00", Sakskort::startet).returns(oppgave(besok, "besok"), Sakskort::oppgave)
        .returns("Besøk hjemme", Sakskort::oppgavenavn);
    assertThat(oversikt.forSak(besok).lenkede()).singleElement().returns(ring, Sakskort::saksnummer)
        .returns("startetDenne", Sakskort::forhold);
    assertThat(oversikt.forSak(besok).andre()).as("a linked case is not named twice").isEmpty();
  }

  @Test
  void aUnitWithoutPartInItLearnsNothingOfALinkedCase() {
    String ring = ring(person, dager(1));
    String besok = startBesokFra(ring);

    for (String sti : List.of("/lenker", "/kontakter")) {
      assertThat(Rest.som(port, "leistad").get("/api/saker/" + ring + sti)).satisfies(svar -> {
        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(svar.body()).doesNotContain(besok, "besøk", "ephor", person);
      });
      assertThat(Rest.som(port, "ephor").get("/api/saker/" + besok + sti)).satisfies(svar -> {
        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(svar.body()).as("not even where it was started from").doesNotContain(ring, "ringing", "leistad", person);
      });
      assertThat(Rest.som(port, "leistad").get("/api/saker/" + besok + sti)).satisfies(svar -> {
        assertThat(svar.statusCode()).isEqualTo(404);
        assertThat(svar.body()).as("the same words as for a number that does not exist")
            .isEqualTo(Rest.som(port, "leistad").get("/api/saker/PBE-1999-00001" + sti).body()).contains("Ingen åpen sak");
      });
      assertThat(Rest.fremmed(port).get("/api/saker/" + ring + sti).statusCode()).isEqualTo(401);
    }
    som("nav", "nav");
    assertThatThrownBy(() -> oversikt.forSak(ring)).isInstanceOf(IngenSlikSak.class);
    assertThatThrownBy(() -> oversikt.forOppgave(oppgave(ring, "ring"))).isInstanceOf(IngenSlikSak.class);
    assertThat(oversikt.sammeSamtale(oppgave(ring, "ring"))).isEqualTo(INGEN);
    motor.getIdentityService().clearAuthentication();
    assertThatThrownBy(() -> oversikt.forSak(ring)).as("nobody").isInstanceOf(IngenSlikSak.class);
  }

  @Test
  void aUnitThatHadATaskStillSeesHowItEnded() {
    String ring = ring(person, dager(1));
    String besok = startBesokFra(ring);
    som("ephor", "ephor");
    motor.getTaskService().complete(oppgave(besok, "besok"));

    som("leistad", "leistad", "ephor");
    assertThat(oversikt.forSak(ring).lenkede()).singleElement().returns("avsluttet", Sakskort::tilstand)
        .returns("Besøkt hjemme", Sakskort::utfall).returns("2026-03-04T09:00+01:00", Sakskort::avsluttet)
        .returns(null, Sakskort::oppgave);
    assertThatThrownBy(() -> oversikt.forSak(besok)).as("it runs no more").isInstanceOf(IngenSlikSak.class);
    som("leistad", "leistad");
    assertThat(oversikt.forSak(ring).lenkede()).isEmpty();
  }

  @Test
  void casesOfSomebodyWhoIsIdentifiedLaterComeTogether() {
    Personmerke kjent = personer.registrer(Slag.KJENT, nummer(7001));
    Personmerke ukjent = personer.registrer(Slag.UKJENT, new Personopplysninger());
    String ring = ring(kjent.personId(), dager(1));
    String annen = ring(ukjent.personId(), dager(2));
    som("leistad", "leistad");
    assertThat(oversikt.forSak(ring).andre()).isEmpty();

    personer.suppler(ukjent.personId(), nummer(7001));

    assertThat(oversikt.forSak(ring).andre()).extracting(Sakskort::saksnummer).containsExactly(annen);
    assertThat(oversikt.forSak(annen).andre()).extracting(Sakskort::saksnummer).containsExactly(ring);
    assertThat(oversikt.forOppgave(oppgave(ring, "ring")).kontakter()).extracting(Kontakt::saksnummer).contains(annen);
  }

  @Test
  void aCaseThatGoesOnWithoutIdentityIsNoLongerLinked() {
    String ring = ring(person, dager(1));
    String besok = startBesokFra(ring);
    hendelser.publishEvent(new PasientFjernet(instans(ring), personer.registrer(Slag.UKJENT, new Personopplysninger())));

    som("leistad", "leistad", "ephor");
    assertThat(oversikt.forSak(ring)).satisfies(svar -> assertThat(svar.lenkede()).isEmpty())
        .satisfies(svar -> assertThat(svar.andre()).isEmpty());
    assertThat(oversikt.forSak(besok)).satisfies(svar -> assertThat(svar.lenkede()).isEmpty())
        .satisfies(svar -> assertThat(svar.kontakter()).extracting(Kontakt::saksnummer).containsOnly(besok));
  }

  @Test
  void whoIsResponsibleIsNamedAndACaseWithoutAPersonBelongsToNobody() {
    String ring = start(Provemodeller.RING, null, Map.of("ringes", dager(1), "neste", dager(7), "koordinator", "leistad2"));
    String annen = ring(null, dager(1));
    som("leistad", "leistad");

    assertThat(oversikt.forSak(ring).sak().koordinator()).isNotBlank().isNotEqualTo("leistad2");
    assertThat(oversikt.forSak(ring).andre()).extracting(Sakskort::saksnummer).doesNotContain(annen).isEmpty();
    assertThat(oversikt.forSak(ring).kontakter()).extracting(Kontakt::saksnummer).containsOnly(ring);
  }

  @Test
  void thePersonsContactsStandTogetherByTime() {
    String ring = ring(person, dager(1));
    String besok = start(Provemodeller.BESOK, person, Map.of("besokes", dager(4)));
    String sent = start(Provemodeller.BESOK, person, Map.of("besokes", dager(-2)));
    String langt = start(Provemodeller.BESOK, person, Map.of("besokes", dager(5)));
    motor.getTaskService().setAssignee(oppgave(besok, "besok"), "ephor2");
    start(Provemodeller.BESOK, UUID.randomUUID().toString(), Map.of("besokes", dager(1)));

    som("leistad", "leistad", "ephor");
    List<Kontakt> kontakter = oversikt.forOppgave(oppgave(ring, "ring")).kontakter();
    assertThat(kontakter).extracting(Kontakt::saksnummer, Kontakt::navn, Kontakt::tid, Kontakt::planlagt, Kontakt::forsinket,
        Kontakt::sammeSamtale).containsExactly(
            tuple(sent, "Besøk hjemme", "2026-03-02T09:00+01:00", false, true, true),
            tuple(besok, "Besøk hjemme", "2026-03-08T09:00+01:00", false, false, true),
            tuple(langt, "Besøk hjemme", "2026-03-09T09:00+01:00", false, false, false),
            tuple(ring, "Tid for neste samtale", "2026-03-11T09:00+01:00", true, false, false));
    assertThat(kontakter.get(1)).returns("Enhet for psykisk helse og rus", Kontakt::enhet)
        .returns(oppgave(besok, "besok"), Kontakt::oppgave);
    assertThat(kontakter.get(1).hos()).isNotBlank().isNotEqualTo("ephor2");
    assertThat(oversikt.sammeSamtale(oppgave(ring, "ring")).kontakter()).extracting(Kontakt::saksnummer)
        .containsExactly(sent, besok);
    assertThat(oversikt.sammeSamtale(oppgave(ring, "start"))).as("a task that is no contact").isEqualTo(INGEN);
    assertThat(oversikt.forSak(ring).kontakter()).as("by case number: this case's own call too").hasSize(5)
        .extracting(Kontakt::navn).contains("Ring");

    som("ephor", "ephor");
    assertThat(oversikt.forSak(besok).kontakter()).extracting(Kontakt::saksnummer).containsExactly(sent, besok, langt);
  }

  @Test
  void whatStandsStillIsNotForThisCall() {
    String ring = ring(person, dager(1));
    String annen = ring(person, dager(1));
    String instans = instans(annen);
    iMotoren(() -> {
      motor.getRuntimeService().suspendProcessInstanceById(instans);
      return null;
    });

    som("leistad", "leistad");
    assertThat(oversikt.forOppgave(oppgave(ring, "ring")).kontakter()).filteredOn(en -> en.saksnummer().equals(annen))
        .filteredOn(Kontakt::planlagt).singleElement().returns(true, Kontakt::pause).returns(null, Kontakt::tid)
        .returns(false, Kontakt::sammeSamtale);
  }

  @Test
  void anotherUnitsContactIsToldWithoutItsCaseWhenThePersonHasSaidYes() {
    String kjent = enPerson();
    String ring = ring(kjent, dager(1));
    String besok = start(Provemodeller.BESOK, kjent, Map.of("besokes", dager(2), "samtykkeAndre", "ja", "koordinator", "ephor2"));
    som("leistad", "leistad");

    Enhetskontakt ephor = new Enhetskontakt("Enhet for psykisk helse og rus", "Enhet for psykisk helse og rus 2", "2026-03-06");
    assertThat(oversikt.sammeSamtale(oppgave(ring, "ring"))).isEqualTo(new Samtale(List.of(), List.of(ephor)));
    assertThat(oversikt.forOppgave(oppgave(ring, "ring"))).returns(List.of(ephor), Oversikt::andreEnheter)
        .returns(List.of(), Oversikt::andre).satisfies(svar -> assertThat(svar.kontakter()).extracting(Kontakt::saksnummer)
            .containsOnly(ring));
    assertThat(innsyn(kjent)).as("each look, by whom and in which task").containsExactly(
        "leistad " + ring + " " + oppgave(ring, "ring") + " kontakt", "leistad " + ring + " " + oppgave(ring, "ring") + " kontakt");

    assertThat(oversikt.forOppgave(oppgave(ring, "start")).andreEnheter()).as("no contact of her own to make").isEmpty();
    assertThat(oversikt.forSak(ring).andreEnheter()).as("no task").isEmpty();
    assertThat(Rest.som(port, "leistad").get("/api/saker/" + ring + "/kontakter").body()).doesNotContain(besok, "psykisk");
    assertThat(innsyn(kjent)).hasSize(2);
  }

  @Test
  void withoutAYesAndFarFromTheOwnCallNothingIsTold() {
    for (String svar : List.of("nei", "ikkeSpurt")) {
      assertThat(andreEnheter(Map.of("besokes", dager(2), "samtykkeAndre", svar))).as(svar).isEmpty();
    }
    assertThat(andreEnheter(Map.of("besokes", dager(2)))).as("never asked").isEmpty();
    assertThat(andreEnheter(Map.of("besokes", dager(2), "samtykkeHvk", "ja"))).as("yes to another unit").isEmpty();
    assertThat(andreEnheter(Map.of("besokes", dager(5), "samtykkeAndre", "ja"))).as("four days after").isEmpty();
    assertThat(andreEnheter(Map.of("besokes", dager(-9), "samtykkeAndre", "ja"))).as("late: today, with the unit itself")
        .containsExactly(new Enhetskontakt("Enhet for psykisk helse og rus", null, "2026-03-04"));
    assertThat(AndreEnheter.samtykke("hvk")).isEqualTo("samtykkeHvk");
    assertThat(AndreEnheter.samtykke("leistad")).isEqualTo("samtykkeAndre");
  }

  @Test
  void aPlannedContactOfAnotherUnitIsToldAndWhatStandsStillIsNot() {
    String kjent = enPerson();
    String besok = start(Provemodeller.BESOK, kjent, Map.of("besokes", dager(6)));
    String ring = start(Provemodeller.RING, kjent, Map.of("ringes", dager(1), "neste", dager(7), "enhet", "leistad",
        "koordinator", "leistad2", "samtykkeAndre", "ja"));
    som("ephor", "ephor");
    assertThat(oversikt.sammeSamtale(oppgave(besok, "besok")).andreEnheter()).as("the timer, and not the call before it")
        .containsExactly(new Enhetskontakt("Leistad", "Leistad 2", "2026-03-11"));

    String instans = instans(ring);
    iMotoren(() -> {
      motor.getRuntimeService().suspendProcessInstanceById(instans);
      return null;
    });
    assertThat(oversikt.sammeSamtale(oppgave(besok, "besok")).andreEnheter()).isEmpty();
  }

  @Test
  void closedCasesTakeNoMoreQueriesWhenTheyAreMany() {
    String kjent = enPerson();
    String oppgave = oppgave(ring(kjent, dager(1)), "ring");
    long faa = 0;
    for (int antall : List.of(2, 50)) {
      for (int i = 0; i < antall; i++) {
        start(Provemodeller.BESOK, kjent, Map.of("besokes", dager(2), "samtykkeAndre", "ja"));
      }
      som("leistad", "leistad");
      oversikt.forOppgave(oppgave);
      long naa = Sporringsteller.tell(() -> assertThat(oversikt.forOppgave(oppgave).andreEnheter()).hasSize(1));
      assertThat(naa).isLessThan(30).isEqualTo(faa == 0 ? naa : faa);
      faa = naa;
    }
  }

  private List<Enhetskontakt> andreEnheter(Map<String, Object> besok) {
    String kjent = enPerson();
    String ring = ring(kjent, dager(1));
    start(Provemodeller.BESOK, kjent, besok);
    som("leistad", "leistad");
    List<Enhetskontakt> svar = oversikt.sammeSamtale(oppgave(ring, "ring")).andreEnheter();
    assertThat(innsyn(kjent)).as("only what was seen is logged").hasSize(svar.size());
    return svar;
  }

  private String enPerson() {
    return personer.registrer(Slag.UKJENT, new Personopplysninger()).personId();
  }

  private List<String> innsyn(String personId) {
    return jdbc.sql("select bruker || ' ' || sak || ' ' || oppgave || ' ' || som from person_innsyn where person_id = ?")
        .param(personId).query(String.class).list();
  }

  @Test
  void hundredCasesTakeNoMoreQueriesThanThree() {
    String ring = ring(person, dager(1));
    for (int i = 0; i < 2; i++) {
      startBesokFra(ring(person, dager(i)));
    }
    som("leistad", "leistad", "ephor");
    String oppgave = oppgave(ring, "ring");
    oversikt.forOppgave(oppgave);
    long faa = Sporringsteller.tell(() -> assertThat(oversikt.forOppgave(oppgave).andre()).hasSize(4));
    for (int i = 0; i < 50; i++) {
      startBesokFra(ring(person, dager(i)));
    }
    som("leistad", "leistad", "ephor");

    long mange = Sporringsteller.tell(() -> assertThat(oversikt.forOppgave(oppgave).andre()).hasSize(104));

    assertThat(mange).isEqualTo(faa).isLessThan(30);
  }

  private String ring(String pasient, Date ringes) {
    return start(Provemodeller.RING, pasient, Map.of("ringes", ringes, "neste", dager(7)));
  }

  private String startBesokFra(String ring) {
    return iMotoren(() -> {
      String oppgave = oppgave(ring, "start");
      motor.getTaskService().setVariable(oppgave, "besokes", dager(2));
      List<String> foer = saker(Provemodeller.BESOK);
      motor.getTaskService().complete(oppgave);
      return saker(Provemodeller.BESOK).stream().filter(en -> !foer.contains(en)).findFirst().orElseThrow();
    });
  }

  private List<String> saker(String forlop) {
    return motor.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(forlop).unlimitedList().stream()
        .map(en -> en.getBusinessKey()).toList();
  }

  private String start(String forlop, String pasient, Map<String, Object> variabler) {
    Map<String, Object> alle = new HashMap<>(variabler);
    alle.put("pasientId", pasient);
    alle.put("pasientmerke", "K.N. 1985");
    return iMotoren(() -> motor.getRuntimeService().createProcessInstanceByKey(forlop).setVariables(alle).execute()
        .getBusinessKey());
  }

  private String instans(String saksnummer) {
    return iMotoren(() -> motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(saksnummer)
        .singleResult().getId());
  }

  private String oppgave(String saksnummer, String navn) {
    return iMotoren(() -> motor.getTaskService().createTaskQuery().processInstanceBusinessKey(saksnummer)
        .taskDefinitionKey(navn).list().stream().map(Task::getId).findFirst().orElseThrow());
  }

  private static Date dager(int antall) {
    return Date.from(NAA.plus(Duration.ofDays(antall)));
  }

  private static Personopplysninger nummer(int nr) {
    return new Personopplysninger().med(Egenskap.NUMMER, Testnummer.fodselsnummer(LocalDate.of(1971, 1, 1 + nr % 28), 3))
        .med(Egenskap.NAVN, "Kari Nordmann");
  }

  private void som(String bruker, String... grupper) {
    motor.getIdentityService().setAuthentication(bruker, List.of(grupper));
  }

  /** As nobody, so that no right stands in the way. */
  private <T> T iMotoren(Supplier<T> arbeid) {
    var bruker = motor.getIdentityService().getCurrentAuthentication();
    motor.getIdentityService().clearAuthentication();
    try {
      return arbeid.get();
    } finally {
      if (bruker != null) {
        motor.getIdentityService().setAuthentication(bruker.getUserId(), bruker.getGroupIds());
      }
    }
  }
}
