package no.forlop.plass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the {@code plass} block promises, on a real engine; the database is the subclass's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class PlassKrav {

  private static final String LEISTAD = "leistad-etterbehandling";
  private static final String KRISE = "leistad-krise";

  private AnnotationConfigApplicationContext kontekst;
  private ProcessEngine motor;
  private Plass plass;
  private JdbcClient jdbc;

  /** A database with room for many connections, alive as long as the test class. */
  abstract DataSource base() throws Exception;

  @BeforeAll
  void start() throws Exception {
    DataSource base = base();
    kontekst = new AnnotationConfigApplicationContext();
    kontekst.registerBean(DataSource.class, () -> base);
    kontekst.register(Provemotor.class);
    kontekst.refresh();
    motor = kontekst.getBean(ProcessEngine.class);
    plass = kontekst.getBean(Plass.class);
    jdbc = kontekst.getBean(JdbcClient.class);
    motor.getRepositoryService().createDeployment()
        .addModelInstance("leistad.bpmn", opphold())
        .addModelInstance("omsluttende.bpmn", omsluttende())
        .addModelInstance("haster.bpmn", haster())
        .deploy();
  }

  @AfterAll
  void stopp() throws IOException {
    kontekst.close();
  }

  @AfterEach
  void rydd() {
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(sak ->
        motor.getRuntimeService().deleteProcessInstance(sak.getId(), "ryddet"));
    assertThat(plass.typer()).allSatisfy(type -> {
      assertThat(type.opptatt()).as(type.id()).isZero();
      assertThat(type.venter()).as(type.id()).isZero();
    });
    motor.getManagementService().createJobQuery().list().forEach(jobb ->
        motor.getManagementService().deleteJob(jobb.getId()));
    jdbc.sql("delete from plass_opphold").update();
    plass.settKapasitet(LEISTAD, 10);
    plass.settKapasitet(KRISE, 2);
  }

  @Test
  void femtiSomKjemperOmTiPlasserBlirAldriElleveOgIngenForsvinner() throws Exception {
    var traader = Executors.newFixedThreadPool(50);
    var flest = new AtomicInteger();
    var maaler = Executors.newSingleThreadScheduledExecutor();
    maaler.scheduleWithFixedDelay(() -> flest.accumulateAndGet(type(LEISTAD).opptatt(), Math::max), 0, 5,
        TimeUnit.MILLISECONDS);
    samtidig(traader, 50, nr -> start("K-" + nr, LEISTAD));
    assertThat(type(LEISTAD)).returns(10, Plasstype::opptatt).returns(40, Plasstype::venter);
    List<String> ko = plass.ko(LEISTAD).stream().map(Ventende::sak).toList();

    var jobber = ((ProcessEngineConfigurationImpl) motor.getProcessEngineConfiguration()).getJobExecutor();
    jobber.setWaitTimeInMillis(50);
    jobber.setMaxWait(200);
    jobber.start();
    try {
      var ferdige = ConcurrentHashMap.<String>newKeySet();
      Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofMinutes(2)).until(() -> {
        List<Task> opphold = motor.getTaskService().createTaskQuery().taskDefinitionKey("opphold").list();
        samtidig(traader, opphold.size(), nr -> {
          motor.getTaskService().complete(opphold.get(nr).getId());
          ferdige.add(opphold.get(nr).getProcessInstanceId());
        });
        return ferdige.size() == 50;
      });
    } finally {
      jobber.shutdown();
      maaler.shutdown();
      traader.shutdown();
      traader.awaitTermination(10, TimeUnit.SECONDS);
    }
    assertThat(flest).hasValueLessThanOrEqualTo(10).hasPositiveValue();
    assertThat(type(LEISTAD)).returns(0, Plasstype::opptatt).returns(0, Plasstype::venter);
    List<String> rekkefolge = jdbc.sql("select sak from plass_opphold order by id").query(String.class).list();
    assertThat(rekkefolge).hasSize(50).doesNotHaveDuplicates();
    assertThat(rekkefolge.subList(10, 50)).isEqualTo(ko);
  }

  @Test
  void denForsteIKoenFaarPlassenISammeTransaksjonOgVekkesAvEnJobb() {
    plass.settKapasitet(KRISE, 1);
    start("A", KRISE);
    start("B", KRISE);
    start("C", KRISE);
    assertThat(variabel("B", "plassTildelt")).isEqualTo(false);

    fullfor("A", "opphold");

    assertThat(plass.naavaerende(KRISE)).extracting(Opphold::sak).containsExactly("B");
    assertThat(oppgave("B")).as("not woken inside the releaser's command").isNull();
    vekk();
    assertThat(oppgave("B")).isEqualTo("opphold");
    assertThat(variabel("B", "plassTildelt")).isEqualTo(true);
    assertThat(oppgave("C")).isNull();
    assertThat(plass.opphold("p-A", KRISE)).singleElement().satisfies(o -> assertThat(o.til()).isNotNull());
  }

  @Test
  void lavestPrioritetstallGaarForst() {
    plass.settKapasitet(KRISE, 1);
    start("A", KRISE);
    start("vanlig", KRISE);
    start("viktig", KRISE, 1);

    assertThat(plass.ko(KRISE)).extracting(Ventende::sak).containsExactly("viktig", "vanlig");
  }

  @Test
  void aFrigiToGangerErSomEnGang() {
    start("A", KRISE);
    fullfor("A", "opphold");
    assertThat(type(KRISE).opptatt()).isZero();
    fullfor("A", "etterpaa");
    start("B", KRISE);

    assertThat(type(KRISE).opptatt()).isOne();
  }

  @Test
  void enSakSomSlettesSlipperPlassenOgKoen() {
    plass.settKapasitet(KRISE, 1);
    start("A", KRISE);
    start("trukket", KRISE);
    start("C", KRISE);

    slett("trukket");
    assertThat(plass.ko(KRISE)).extracting(Ventende::sak).containsExactly("C");
    slett("A");

    vekk();
    assertThat(oppgave("C")).isEqualTo("opphold");
  }

  @Test
  void enVentendeSomErBorteStopperIkkeDenSomFrigir() {
    plass.settKapasitet(KRISE, 1);
    start("A", KRISE);
    start("B", KRISE);
    start("C", KRISE);
    fullfor("A", "opphold");
    slett("B");
    assertThat(plass.naavaerende(KRISE)).extracting(Opphold::sak).containsExactly("C");

    vekk();

    assertThat(oppgave("C")).isEqualTo("opphold");
  }

  @Test
  void vekkingSomKommerForSentGjorIngenting() {
    plass.settKapasitet(KRISE, 1);
    start("A", KRISE);
    start("B", KRISE);
    fullfor("A", "opphold");
    motor.getRuntimeService().createProcessInstanceModification(sak("B"))
        .cancelAllForActivity("ledig").startBeforeActivity("etterpaa").execute();

    vekk();

    assertThat(oppgave("B")).isEqualTo("etterpaa");
  }

  @Test
  void plassenHorerTilSakenOgsaaNaarEnDelAvDenBaOmDen() {
    start("A", "omsluttende", Map.of("type", KRISE));
    assertThat(plass.naavaerende(KRISE)).extracting(Opphold::sak).containsExactly("A");

    motor.getRuntimeService().createMessageCorrelation("avbrytDelen").processInstanceBusinessKey("A").correlate();
    assertThat(oppgave("A")).isEqualTo("etterDelen");
    assertThat(type(KRISE).opptatt()).as("kept when the part ends").isOne();
    fullfor("A", "etterDelen");
    assertThat(type(KRISE).opptatt()).as("freed when the case ends").isZero();
  }

  @Test
  void lavereKapasitetFlytterIngenOgHoyereVekkerDeForste() {
    start("A", KRISE);
    start("B", KRISE);
    plass.settKapasitet(KRISE, 0);
    assertThat(type(KRISE)).returns(2, Plasstype::opptatt).returns(0, Plasstype::ledige);
    start("C", KRISE);
    fullfor("A", "opphold");
    assertThat(type(KRISE)).returns(1, Plasstype::opptatt).returns(1, Plasstype::venter);

    plass.settKapasitet(KRISE, 2);
    vekk();

    assertThat(oppgave("C")).isEqualTo("opphold");
  }

  @Test
  void kapasitetEndretRettIRadenMerkesAvVakten() {
    plass.settKapasitet(KRISE, 0);
    start("A", KRISE);
    jdbc.sql("update plass_type set kapasitet = 1 where id = ?").param(KRISE).update();

    plass.fyllLedige();
    vekk();

    assertThat(oppgave("A")).isEqualTo("opphold");
  }

  @Test
  void denSomIkkeKanVenteStillerAldriIKoOgTarIngensTur() {
    plass.settKapasitet(KRISE, 1);
    start("A", "haster", Map.of("type", KRISE));
    assertThat(variabel("A", "plassTildelt")).isEqualTo(true);
    start("B", KRISE);

    start("C", "haster", Map.of("type", KRISE));

    assertThat(variabel("C", "plassTildelt")).isEqualTo(false);
    assertThat(plass.ko(KRISE)).extracting(Ventende::sak).containsExactly("B");
    fullfor("A", "opphold");
    start("D", "haster", Map.of("type", KRISE));
    assertThat(variabel("D", "plassTildelt")).as("the one who waited has it").isEqualTo(false);
    assertThat(plass.naavaerende(KRISE)).extracting(Opphold::sak).containsExactly("B");
  }

  @Test
  void ankomstenSkrivesEnGangPaaOppholdet() {
    start("A", "haster", Map.of("type", KRISE));

    assertThat(plass.naavaerende(KRISE)).singleElement().satisfies(o -> assertThat(o.ankommet()).isNotNull());
  }

  @Test
  void ingenKanKommeTilEnPlassSakenIkkeHar() {
    assertThatThrownBy(() -> start("A", "haster", Map.of("type", KRISE, "uten", true))).hasMessageContaining("ingen plass");
  }

  @Test
  void ukjentPlasstypeErEnFeil() {
    assertThatThrownBy(() -> start("A", "hotell")).hasMessageContaining("Ukjent plasstype: hotell");
  }

  @Test
  void enFeilEtterTildelingenGirPlassenTilbake() {
    assertThatThrownBy(() -> start("A", "leistad", Map.of("type", KRISE, "feil", true)))
        .hasMessageContaining("feil");
    assertThat(type(KRISE).opptatt()).isZero();
  }

  private static BpmnModelInstance opphold() {
    return Bpmn.createExecutableProcess("leistad").camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .serviceTask("tildel").camundaExpression("${plass.tildel(execution, type, prioritet)}")
        .exclusiveGateway("tildelt")
        .condition("ja", "${plassTildelt}")
        .serviceTask("feiler").camundaExpression("${feil ? motor.feil : true}")
        .userTask("opphold")
        .serviceTask("frigi").camundaExpression("${plass.frigi(execution)}")
        .serviceTask("frigiIgjen").camundaExpression("${plass.frigi(execution, type)}")
        .userTask("etterpaa")
        .endEvent()
        .moveToNode("tildelt")
        .condition("nei", "${!plassTildelt}")
        .intermediateCatchEvent("ledig").message("plassLedig")
        .connectTo("opphold")
        .done();
  }

  private static BpmnModelInstance haster() {
    return Bpmn.createExecutableProcess("haster").camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .serviceTask("tildelNaa").camundaExpression("${uten ? null : plass.tildelNaa(execution, type)}")
        .serviceTask("ankommet").camundaExpression("${uten or plassTildelt ? plass.ankommet(execution, type) : null}")
        .userTask("opphold")
        .serviceTask("frigi").camundaExpression("${plass.frigi(execution)}")
        .endEvent()
        .done();
  }

  private static BpmnModelInstance omsluttende() {
    return Bpmn.createExecutableProcess("omsluttende").camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .callActivity("del").calledElement("leistad").camundaInBusinessKey("#{execution.processBusinessKey}")
        .camundaIn("type", "type").camundaIn("prioritet", "prioritet").camundaIn("feil", "feil")
        .userTask("etterDelen")
        .endEvent()
        .moveToActivity("del")
        .boundaryEvent("avbrutt").message("avbrytDelen")
        .connectTo("etterDelen")
        .done();
  }

  private void start(String sak, String type) {
    start(sak, "leistad", Map.of("type", type));
  }

  private void start(String sak, String type, int prioritet) {
    start(sak, "leistad", Map.of("type", type, "prioritet", prioritet));
  }

  private void start(String sak, String modell, Map<String, Object> svar) {
    var variabler = new java.util.HashMap<String, Object>(Map.of("pasientId", "p-" + sak, "pasientmerke", "K.N. 1985",
        "feil", false, "uten", false));
    variabler.put("prioritet", null);
    variabler.putAll(svar);
    motor.getRuntimeService().startProcessInstanceByKey(modell, sak, variabler);
  }

  private void fullfor(String sak, String oppgave) {
    motor.getTaskService().complete(motor.getTaskService().createTaskQuery().processInstanceBusinessKey(sak)
        .taskDefinitionKey(oppgave).singleResult().getId());
  }

  private String oppgave(String sak) {
    Task oppgave = motor.getTaskService().createTaskQuery().processInstanceBusinessKey(sak).singleResult();
    return oppgave == null ? null : oppgave.getTaskDefinitionKey();
  }

  private Object variabel(String sak, String navn) {
    return motor.getRuntimeService().getVariable(sak(sak), navn);
  }

  private String sak(String sak) {
    return motor.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(sak).singleResult().getId();
  }

  private void slett(String sak) {
    motor.getRuntimeService().deleteProcessInstance(sak(sak), "prøve", true);
  }

  private void vekk() {
    for (Job jobb : motor.getManagementService().createJobQuery().list()) {
      motor.getManagementService().executeJob(jobb.getId());
    }
  }

  private Plasstype type(String id) {
    return plass.typer().stream().filter(type -> type.id().equals(id)).findFirst().orElseThrow();
  }

  private interface Arbeid {
    void gjor(int nr);
  }

  private static void samtidig(ExecutorService traader, int antall, Arbeid arbeid) throws Exception {
    if (antall == 0) {
      return;
    }
    var startskudd = new CyclicBarrier(antall);
    var svar = new ArrayList<Future<?>>();
    for (int i = 0; i < antall; i++) {
      int nr = i;
      svar.add(traader.submit((Callable<Void>) () -> {
        startskudd.await();
        arbeid.gjor(nr);
        return null;
      }));
    }
    for (Future<?> ett : svar) {
      ett.get(60, TimeUnit.SECONDS);
    }
  }
}
