package no.forlop.sak;

import static no.forlop.motor.Modellegenskap.egenskap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.forlop.Apptest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Apptest
class SakTest {

  @Autowired
  private Sak sak;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;
  @Autowired
  private RepositoryService repository;

  @BeforeEach
  void toForlop() {
    deploy("saktestA", "SKA", "${sak.start(execution,'saktestB')}");
    deploy("saktestB", "SKB", "${true}");
  }

  @AfterEach
  void tid() {
    ClockUtil.reset();
  }

  @Test
  void caseNumbersCountPerPrefixAndYear() {
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2031-12-31T12:00:00Z")));
    ProcessInstance a = start("saktestB", "p1");
    ProcessInstance b = start("saktestB", "p1");
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2031-12-31T23:30:00Z")));
    ProcessInstance nyttAar = start("saktestB", "p1");

    assertThat(a.getBusinessKey()).isEqualTo("SKB-2031-00001");
    assertThat(b.getBusinessKey()).isEqualTo("SKB-2031-00002");
    assertThat(nyttAar.getBusinessKey()).as("half past midnight in Oslo").isEqualTo("SKB-2032-00001");
    assertThat(runtime.getVariable(a.getId(), "saksnummer")).isEqualTo(a.getBusinessKey());
  }

  @Test
  void theFirstCasesOfAYearAtOnceGetANumberEach() throws Exception {
    ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2033-01-01T12:00:00Z")));
    ExecutorService traader = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> startere =
          Collections.nCopies(24, () -> start("saktestB", "p4").getBusinessKey());
      Set<String> numre = new TreeSet<>();
      for (Future<String> nummer : traader.invokeAll(startere)) {
        numre.add(nummer.get());
      }
      assertThat(numre).hasSize(24).contains("SKB-2033-00001", "SKB-2033-00024");
    } finally {
      traader.shutdownNow();
    }
  }

  @Test
  void aLinkedCaseKnowsWhereItCameFromAndCarriesTheCommonAnswers() {
    ProcessInstance a = runtime.createProcessInstanceByKey("saktestA").setVariables(Map.of("pasientId", "p2",
        "pasientmerke", "K.N. 1985", "sprak", "tigrinja", "samtykkeFastlege", "ja", "annet", "blir igjen")).execute();

    assertThat(sak.lenkede(a.getBusinessKey())).singleElement().satisfies(b -> {
      assertThat(b.forlop()).isEqualTo("saktestB");
      assertThat(b.pasientId()).isEqualTo("p2");
      assertThat(runtime.getVariables(b.prosessinstans())).containsEntry("startetFra", a.getBusinessKey())
          .containsEntry("lenket", true).containsEntry("sprak", "tigrinja").containsEntry("samtykkeFastlege", "ja")
          .doesNotContainKey("annet");
      assertThat(sak.lenkede(b.saksnummer())).extracting(Saksopplysning::saksnummer).contains(a.getBusinessKey());
    });
  }

  @Test
  void whatOnePartWasNotGivenIsTheCasesOwn() {
    deploy("saktestQ", null, "${execution.setVariable('startet', sak.startMed(execution,'saktestB','annet'))}");
    repository.createDeployment().addModelInstance("saktestP.bpmn", merket(Bpmn.createExecutableProcess("saktestP")
        .camundaHistoryTimeToLiveString("P1D").startEvent().callActivity("del").calledElement("saktestQ")
        .camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("pasientId", "pasientId").camundaIn("tolk", "tolk").endEvent("ferdig").name("Ferdig").done(), "saktestP")).deploy();
    ProcessInstance p = runtime.createProcessInstanceByKey("saktestP").setVariables(Map.of("pasientId", "p11", "harBarn", "nei",
        "tolk", true, "annet", "blir igjen")).execute();

    assertThat(sak.lenkede(p.getBusinessKey())).singleElement().satisfies(b ->
        assertThat(runtime.getVariables(b.prosessinstans())).containsEntry("harBarn", "nei").containsEntry("tolk", true)
            .containsEntry("annet", null));
  }

  @Test
  void anEventOfThePersonHasOneCaseWhicheverCaseReportsIt() {
    deploy("saktestF", "SKF", "${true}", Map.of("sakUtenPerson", "true"));
    deploy("saktestG", "SKG", "${execution.setVariable('startet', sak.startMed(execution,'saktestF','sprak'))}");
    ProcessInstance forste = start("saktestG", "p9");
    ProcessInstance andre = start("saktestG", "p9");
    ProcessInstance enAnnens = start("saktestG", "p10");
    String hendelse = (String) runtime.getVariable(forste.getId(), "startet");

    assertThat(runtime.getVariable(andre.getId(), "startet")).isEqualTo(hendelse);
    assertThat(sak.lenkede(andre.getBusinessKey())).extracting(Saksopplysning::saksnummer).containsExactly(hendelse);
    assertThat(runtime.getVariable(enAnnens.getId(), "startet")).isNotEqualTo(hendelse);
    oppgaver.complete(oppgaver.createTaskQuery().processInstanceBusinessKey(hendelse).singleResult().getId());
    assertThat(runtime.getVariable(start("saktestG", "p9").getId(), "startet")).as("the former one has ended")
        .isNotEqualTo(hendelse);
  }

  @Test
  void twoCasesThatStartItAtTheSameMomentStartOne() throws Exception {
    deploy("saktestF", "SKF", "${true}", Map.of("sakUtenPerson", "true"));
    deployEtterOppgave("saktestI", "SKI", "${execution.setVariable('startet', sak.startMed(execution,'saktestF','sprak'))}");
    assertThat(samtidig("saktestI", "p11")).as("all four").hasSize(1);
  }

  @Test
  void twoThatLookForARunningCaseAndStartOneStartOne() throws Exception {
    deployEtterOppgave("saktestJ", "SKJ", "${execution.setVariable('startet', "
        + "sak.lopende(execution,'saktestB') == null ? sak.start(execution,'saktestB') : sak.lopende(execution,'saktestB'))}");
    assertThat(samtidig("saktestJ", "p12")).as("all four").hasSize(1);
  }

  /** What four running cases of a person set as {@code startet} when their first tasks are completed at once. */
  private Set<Object> samtidig(String prosess, String pasient) throws Exception {
    List<String> saker = Stream.generate(() -> start(prosess, pasient).getId()).limit(4).toList();
    CyclicBarrier startskudd = new CyclicBarrier(saker.size());
    ExecutorService traader = Executors.newFixedThreadPool(saker.size());
    try {
      List<Callable<Object>> fullforere = saker.stream().<Callable<Object>>map(id -> () -> {
        String oppgave = oppgaver.createTaskQuery().processInstanceId(id).singleResult().getId();
        startskudd.await();
        oppgaver.complete(oppgave);
        return runtime.getVariable(id, "startet");
      }).toList();
      Set<Object> startet = new HashSet<>();
      for (Future<Object> en : traader.invokeAll(fullforere)) {
        startet.add(en.get());
      }
      return startet;
    } finally {
      traader.shutdownNow();
    }
  }

  @Test
  void theOutcomeIsTheEndThatWasReached() {
    ProcessInstance b = start("saktestB", "p3");
    oppgaver.complete(oppgaver.createTaskQuery().processInstanceId(b.getId()).singleResult().getId());

    assertThat(sak.finn(b.getBusinessKey())).get().satisfies(ferdig -> {
      assertThat(ferdig.utfall()).isEqualTo("ferdig");
      assertThat(ferdig.utfallNavn()).isEqualTo("Ferdig");
      assertThat(ferdig.avsluttet()).isNotNull();
    });
  }

  @Test
  void anotherRunningCaseOfThePathwayAndPersonIsNoticed() {
    deploy("saktestC", "SKC", "${execution.setVariable('funnet', sak.lopende(execution))}");
    start("saktestB", "p4");
    ProcessInstance forste = start("saktestC", "p4");
    start("saktestC", "p5");
    ProcessInstance andre = start("saktestC", "p4");
    ProcessInstance tredje = start("saktestC", "p4");
    oppgaver.complete(oppgaver.createTaskQuery().processInstanceId(tredje.getId()).singleResult().getId());

    assertThat(runtime.getVariable(forste.getId(), "funnet")).as("only another pathway runs").isNull();
    assertThat(runtime.getVariable(andre.getId(), "funnet")).isEqualTo(forste.getBusinessKey());
    assertThat(runtime.getVariable(start("saktestC", "p4").getId(), "funnet")).as("the newest that still runs")
        .isEqualTo(andre.getBusinessKey());
    assertThat(runtime.getVariable(runtime.createProcessInstanceByKey("saktestC").execute().getId(), "funnet"))
        .as("a case without a person").isNull();
  }

  @Test
  void twoStartsAtTheSameMomentDoNotMissEachOther() throws Exception {
    deploy("saktestE", "SKE", "${execution.setVariable('funnet', sak.lopende(execution))}");
    start("saktestE", "p7");
    ExecutorService samtidig = Executors.newFixedThreadPool(4);
    List<Future<ProcessInstance>> startet =
        samtidig.invokeAll(Collections.nCopies(4, () -> start("saktestE", "p8")));
    samtidig.shutdown();

    Set<Object> funnet = new HashSet<>();
    for (Future<ProcessInstance> en : startet) {
      funnet.add(runtime.getVariable(en.get().getId(), "funnet"));
    }
    assertThat(funnet).as("each found the one before it, the first found nobody").hasSize(4).containsNull();
  }

  @Test
  void tellingAnotherCaseTakesAJobOfItsOwn() {
    deploy("saktestD", "SKD", "${sak.meldTil(execution,'SKB-2031-00001','innlagt')}");

    assertThatThrownBy(() -> start("saktestD", "p6")).hasStackTraceContaining("must be asynchronous before");
  }

  private ProcessInstance start(String prosess, String pasient) {
    return runtime.createProcessInstanceByKey(prosess).setVariables(Map.of("pasientId", pasient)).execute();
  }

  private static BpmnModelInstance merket(BpmnModelInstance modell, String id) {
    egenskap(modell, id, "saksprefiks", "SKP");
    return modell;
  }

  private void deploy(String id, String prefiks, String uttrykk) {
    deploy(id, prefiks, uttrykk, Map.of());
  }

  private void deploy(String id, String prefiks, String uttrykk, Map<String, String> andre) {
    ProcessBuilder bygger = Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D");
    deploy(id, prefiks, bygger.startEvent(), uttrykk, andre);
  }

  private void deployEtterOppgave(String id, String prefiks, String uttrykk) {
    deploy(id, prefiks, Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D").startEvent().userTask("forst"), uttrykk,
        Map.of());
  }

  private void deploy(String id, String prefiks, AbstractFlowNodeBuilder<?, ?> bygger, String uttrykk, Map<String, String> andre) {
    BpmnModelInstance modell = bygger.serviceTask("steg").camundaExpression(uttrykk).userTask("vent")
        .endEvent("ferdig").name("Ferdig").done();
    if (prefiks != null) {
      egenskap(modell, id, "saksprefiks", prefiks);
    }
    andre.forEach((navn, verdi) -> egenskap(modell, id, navn, verdi));
    repository.createDeployment().name(id).enableDuplicateFiltering(true).addModelInstance(id + ".bpmn", modell).deploy();
  }
}
