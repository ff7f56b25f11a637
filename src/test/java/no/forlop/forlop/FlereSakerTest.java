package no.forlop.forlop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import no.forlop.Apptest;
import no.forlop.Avvist;
import no.forlop.frist.Frist;
import no.forlop.motor.Egenskaper;
import no.forlop.oversikt.Enhetskontakt;
import no.forlop.oversikt.Saksoversikt;
import no.forlop.person.Egenskap;
import no.forlop.person.Personmerke;
import no.forlop.person.Personopplysninger;
import no.forlop.person.Personregister;
import no.forlop.person.SammePerson;
import no.forlop.person.Slag;
import no.forlop.person.Testnummer;
import no.forlop.sak.Dobbeltregistrering;
import no.forlop.sak.Dobbeltregistrering.MuligSak;
import no.forlop.sak.IngenSlikSak;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * One person with a running case of every pathway: a third of them from before it was known who the person was, and a third
 * registered by name and birth date, until a worker said that it is the same person.
 */
@Apptest
class FlereSakerTest {

  private static final Map<String, Object> BEKREFTET = Map.of("dodsmelding", "bekreftet", "dodKilde", "lege");
  private static final Map<String, Object> ONSKE = Map.of("avslutningOrd", "Vil klare seg selv", "avslutningBeskjed", "ja",
      "avslutningFare", "nei", "avslutningMelding", "nei");

  @Autowired
  private ApplicationContext kontekst;
  @Autowired
  private ProcessEngine motor;
  @Autowired
  private Personregister personer;
  @Autowired
  private Saksoversikt oversikt;
  @Autowired
  private Frist frist;
  @Autowired
  private Dobbeltregistrering dobbelt;

  private final Map<String, Sakshistorie> saker = new TreeMap<>();
  private final Map<String, Sakshistorie> enAnnens = new TreeMap<>();

  @BeforeEach
  void enSakIHvertForlop() {
    ClockUtil.setCurrentTime(Date.from(ForlopTest.kl(2026, 3, 2, 9, 0)));
    Personmerke kjent = personer.registrer(Slag.KJENT, nummer(1));
    Personmerke ukjent = personer.registrer(Slag.UKJENT, new Personopplysninger());
    Personmerke navngitt = personer.registrer(Slag.KJENT, new Personopplysninger().med(Egenskap.NAVN, "Kari Nordmann")
        .med(Egenskap.FODSELSDATO, "1979-04-01"));
    Personmerke annen = personer.registrer(Slag.KJENT, nummer(2));
    for (String forlop : forlop()) {
      saker.put(forlop, start(forlop, List.of(kjent, ukjent, navngitt).get(saker.size() % 3)));
      enAnnens.put(forlop, start(forlop, annen));
    }
    assertThat(saker).hasSizeGreaterThanOrEqualTo(4);
    personer.suppler(ukjent.personId(), nummer(1));
    personer.svar(navngitt.personId(), kjent.personId(), SammePerson.JA, "mosenter", null);
  }

  @AfterEach
  void rydd() {
    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(rest -> motor.getRuntimeService().deleteProcessInstance(rest.getId(), "Story over"));
    motor.getManagementService().createBatchQuery().list()
        .forEach(rest -> motor.getManagementService().deleteBatch(rest.getId(), true));
    ClockUtil.reset();
  }

  @Test
  void aDeathIsToldToEveryCaseOfThePersonAndToNobodyElses() {
    for (String forlop : saker.keySet()) {
      assertThat(lytter(saker.get(forlop))).as("%s listens for a death", forlop).isNotNull();
    }
    Map<String, String> lyttere = new TreeMap<>();
    saker.forEach((forlop, sak) -> lyttere.put(forlop, lytter(sak)));
    Map<String, Object> hosEnAnnen = new TreeMap<>();
    enAnnens.forEach((forlop, sak) -> hosEnAnnen.put(forlop, apne(sak)));
    Sakshistorie forst = saker.get("moinntak");

    forst.hendelse("dod").venterPaa("bekreftDod");
    saker.forEach((forlop, sak) -> {
      if (sak != forst) {
        sak.passerteIkke(lyttere.get(forlop));
      }
    });
    forst.fullforSom("mosenter", "bekreftDod", BEKREFTET);

    saker.forEach((forlop, sak) -> sak.passerte(lyttere.get(forlop)).venterIkkePaa(sak == forst ? "-" : "bekreftDod"));
    enAnnens.forEach((forlop, sak) -> assertThat(apne(sak)).as(forlop).isEqualTo(hosEnAnnen.get(forlop)));
    enAnnens.forEach((forlop, sak) -> assertThat(lytter(sak)).as(forlop).isEqualTo(lyttere.get(forlop)));
  }

  @Test
  void aWishToStopEndsItsOwnCaseOnly() {
    Map<String, Object> foer = new TreeMap<>();
    saker.forEach((forlop, sak) -> foer.put(forlop, apne(sak)));
    Sakshistorie trukket = saker.get("moinntak");

    trukket.hendelse("onskerIkkeHjelp").fullfor("registrerOnske", ONSKE).avsluttet("onsketIkkeHjelp");

    saker.forEach((forlop, sak) -> {
      if (sak != trukket) {
        assertThat(apne(sak)).as(forlop).isEqualTo(foer.get(forlop));
        sak.lopende();
      }
    });
  }

  @Test
  void unitsThatAreToContactThePersonLearnOfEachOtherOnlyWhenThePersonHasSaidYes() {
    assertThat(andreEnheter(saker)).as("nobody has asked").isNotEmpty().allSatisfy((enhet, andre) -> assertThat(andre).isEmpty());

    instanser(saker).forEach(instans -> List.of("samtykkeAndre", "samtykkeHvk", "samtykkeBft").forEach(samtykke ->
        motor.getRuntimeService().setVariable(instans.getId(), samtykke, "ja")));

    assertThat(andreEnheter(saker)).containsAllEntriesOf(Map.of(
        "legevakt", new TreeSet<>(List.of("Leistad", "MO-senteret")),
        "leistad", new TreeSet<>(List.of("Legevakta", "MO-senteret")),
        "mosenter", new TreeSet<>(List.of("Legevakta", "Leistad"))));
    assertThat(andreEnheter(enAnnens)).as("the other person said nothing").allSatisfy((enhet, andre) ->
        assertThat(andre).isEmpty());
  }

  /** What each unit that has a contact to make is told of other units, by name. */
  private Map<String, TreeSet<String>> andreEnheter(Map<String, Sakshistorie> personens) {
    Map<String, TreeSet<String>> funnet = new TreeMap<>();
    for (Task oppgave : motor.getTaskService().createTaskQuery().processInstanceIdIn(instanser(personens).stream()
        .map(ProcessInstance::getId).toArray(String[]::new)).list()) {
      String enhet = motor.getTaskService().getIdentityLinksForTask(oppgave.getId()).stream().map(IdentityLink::getGroupId)
          .filter(Objects::nonNull).findFirst().orElseThrow();
      motor.getIdentityService().setAuthentication(enhet, List.of(enhet));
      try {
        if (frist.erKontakt(oppgave.getId())) {
          funnet.computeIfAbsent(enhet, ny -> new TreeSet<>()).addAll(oversikt.sammeSamtale(oppgave.getId()).andreEnheter()
              .stream().map(Enhetskontakt::enhet).toList());
        }
      } finally {
        motor.getIdentityService().clearAuthentication();
      }
    }
    return funnet;
  }

  private List<ProcessInstance> instanser(Map<String, Sakshistorie> personens) {
    return personens.values().stream().flatMap(sak -> motor.getRuntimeService().createProcessInstanceQuery()
        .rootProcessInstanceId(sak.rot()).list().stream()).toList();
  }

  @Test
  void whetherTwoAreOnePersonIsHintedAtOnlyToThoseWhoMayOpenBothCases() {
    Sakshistorie tvil = start("moinntak", personer.registrer(Slag.KJENT, new Personopplysninger()
        .med(Egenskap.NAVN, "Kari Nordmann").med(Egenskap.FODSELSDATO, "1979-04-02")));
    String oppgave = tvil.oppgaver("avgjorSammePerson").get(0);
    String egenEnhets = enAnnens.get("moinntak").saksnummer();
    String hosHvk = enAnnens.get("vedtak").saksnummer();
    motor.getIdentityService().setAuthentication("mosenter", List.of("mosenter"));

    assertThat(dobbelt.forOppgave(oppgave)).extracting(MuligSak::saksnummer).contains(egenEnhets).doesNotContain(hosHvk);
    assertThatThrownBy(() -> dobbelt.svarFraOppgave(oppgave, hosHvk, SammePerson.JA)).isInstanceOf(Avvist.class);
    dobbelt.svarFraOppgave(oppgave, egenEnhets, SammePerson.NEI);
    assertThat(dobbelt.forOppgave(oppgave)).isEmpty();

    motor.getIdentityService().setAuthentication("hvk", List.of("hvk"));
    assertThatThrownBy(() -> dobbelt.forOppgave(oppgave)).isInstanceOf(IngenSlikSak.class);
  }

  /** The pathways that staff may start for a person. */
  private List<String> forlop() {
    return motor.getRepositoryService().createProcessDefinitionQuery().latestVersion().startableInTasklist().list().stream()
        .filter(en -> egenskap(en, "saksprefiks") && !egenskap(en, "sakUtenPerson"))
        .filter(en -> Files.exists(Path.of("processes", en.getKey(), en.getResourceName())))
        .map(ProcessDefinition::getKey).sorted().toList();
  }

  private boolean egenskap(ProcessDefinition definisjon, String navn) {
    var modell = motor.getRepositoryService().getBpmnModelInstance(definisjon.getId());
    return Egenskaper.av(
        (Process) modell.getModelElementById(definisjon.getKey()), navn).isPresent();
  }

  /** As another case starts it. */
  private Sakshistorie start(String forlop, Personmerke person) {
    Map<String, Object> variabler = new HashMap<>(Map.of("pasientId", person.personId(), "pasientmerke", person.merke(),
        "lenket", true, "henvendelse", "Ber om hjelp", "koordinator", "mosenter", "stedfortreder", "mosenter2"));
    for (String felles : List.of("pasientAlder", "pasientKjonn", "sprak", "tolk", "hvaErViktig", "startetFra")) {
      variabler.put(felles, null);
    }
    variabler.put("harBarn", "nei");
    variabler.put("enhet", "leistad");
    return Sakshistorie.startInnenfra(kontekst, forlop, variabler);
  }

  /** The event by which the case itself, and not a part of it, hears of a death. */
  private String lytter(Sakshistorie sak) {
    return motor.getRuntimeService().createEventSubscriptionQuery().processInstanceId(sak.rot()).eventType("message")
        .eventName("dod").list().stream().map(EventSubscription::getActivityId).findFirst().orElse(null);
  }

  private TreeSet<String> apne(Sakshistorie sak) {
    String[] instanser = motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstanceId(sak.rot()).list().stream()
        .map(ProcessInstance::getId).toArray(String[]::new);
    TreeSet<String> apne = new TreeSet<>();
    motor.getTaskService().createTaskQuery().processInstanceIdIn(instanser).list().stream().map(Task::getId).forEach(apne::add);
    return apne;
  }

  private static Personopplysninger nummer(int nr) {
    return new Personopplysninger().med(Egenskap.NUMMER, Testnummer.fodselsnummer(LocalDate.of(1979, 4, nr), 5))
        .med(Egenskap.NAVN, "Kari Nordmann");
  }
}
