package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.forlop.Apptest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Apptest
class FristTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final String MAPPE = "frist/";
  private static int lopenummer;

  @Autowired
  private ProcessEngine motor;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService oppgaver;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private HistoryService historikk;
  @Autowired
  private IdentityService identitet;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Fristjobb jobb;
  @Autowired
  private Frist frist;

  private String saksnummer;
  private ProcessInstance sak;

  /** Monday 2 March 2026 at 09:00. */
  @BeforeEach
  void start() {
    repository
        .createDeployment()
        .name("fristprove")
        .enableDuplicateFiltering(true)
        .addClasspathResource(MAPPE + "processes/fristprove/fristprove.bpmn20.xml")
        .addClasspathResource(MAPPE + "processes/fristprove/fristprove-del.bpmn20.xml")
        .addClasspathResource(MAPPE + "processes/fristprove/fristprove-frister.dmn")
        .addClasspathResource(MAPPE + "forms/fristprove/fristprove-oppgave.form")
        .deploy();
    klokken(2, 9, 0);
    saksnummer = "PRV-" + ++lopenummer;
    sak = runtime.startProcessInstanceByKey("fristprove", saksnummer, Map.of("pasientmerke", "K.N. 1985", "enhet", "mosenter", "koordinator", "mosenter"));
  }

  @AfterEach
  void rydd() {
    identitet.clearAuthentication();
    if (runtime.createProcessInstanceQuery().processInstanceId(sak.getId()).count() > 0) {
      runtime.deleteProcessInstance(sak.getId(), "ferdig prøvd");
    }
    jdbc.sql("delete from varsel").update();
    ClockUtil.reset();
  }

  @Test
  void theTaskIsDueAsTheTableSaysAndHasItsRow() {
    Task oppgave = oppgave("vurder");

    assertThat(oppgave.getDueDate().toInstant()).isEqualTo(mars(4, 9, 0));
    assertThat(rad("vurder"))
        .containsEntry("SAKSNUMMER", saksnummer)
        .containsEntry("FORLOP", "Fristprøve")
        .containsEntry("FORLOP_ID", "fristprove")
        .containsEntry("PROSESSDEFINISJON", "fristprove")
        .containsEntry("ROT_PROSESSINSTANS", sak.getId())
        .containsEntry("TYPE", "oppgave")
        .containsEntry("TITTEL", "Vurder behov")
        .containsEntry("ENHET", "mosenter")
        .containsEntry("OPPGAVE_ID", oppgave.getId())
        .containsEntry("VAKT", "legevakt")
        .containsEntry("REGEL", "Regel_fristprove-frister_vurder")
        .containsEntry("KILDE", "lokal rutine")
        .containsEntry("APEN", true);
    assertThat(tid("vurder", "forfall")).isEqualTo(mars(4, 9, 0));
    assertThat(tid("vurder", "varsle_tid")).isEqualTo(mars(3, 9, 0));
  }

  @Test
  void aContactWithThePersonIsMarkedAsTheModelSays() {
    assertThat(rad("vurder")).containsEntry("KONTAKT", false);
    fullfor("vurder");
    assertThat(rad("besok")).containsEntry("KONTAKT", true);
  }

  @Test
  void theCardShowsWhoAndWhat() {
    assertThat(oppgaver.getVariablesLocal(oppgave("vurder").getId()))
        .containsOnly(
            Map.entry("pasientmerke", "K.N. 1985"),
            Map.entry("saksnummer", saksnummer),
            Map.entry("forlop", "Fristprøve"));
  }

  @Test
  void aLookupWritesNoHistory() {
    assertThat(historikk.createHistoricDecisionInstanceQuery().decisionDefinitionKey("fristprove-frister").count()).isZero();
  }

  @Test
  void theLengthOfADeadlineIsSaidAsTheTableHasIt() {
    assertThat(iMotoren(() -> frist.varighet(utforelse("vurder"), "besok"))).isEqualTo("3 virkedager");
    assertThat(iMotoren(() -> frist.varighet(utforelse("vurder"), "rapport"))).isEqualTo("1 uke");
  }

  @Test
  void aUserWithoutRightsMayCauseALookup() {
    identitet.setAuthentication("ingen", List.of());
    assertThat(iMotoren(() -> frist.om(utforelse("vurder"), "kontakt"))).isEqualTo(Date.from(mars(9, 23, 59)));
  }

  @Test
  void aPartWithoutBusinessKeyBelongsToItsCallersCase() {
    gaaTilDelen();

    assertThat(rad("delen"))
        .containsEntry("SAKSNUMMER", saksnummer)
        .containsEntry("FORLOP", "Fristprøve")
        .containsEntry("PROSESSDEFINISJON", "fristprove-del")
        .containsEntry("ROT_PROSESSINSTANS", sak.getId())
        .containsEntry("TITTEL", "Følg opp");
    assertThat(oppgaver.getVariablesLocal(oppgave("delen").getId())).containsEntry("saksnummer", saksnummer);
  }

  @Test
  void deadlinesCountFromAVariableAndFromAMilestone() {
    fullfor("vurder");
    assertThat(oppgave("besok").getDueDate().toInstant()).as("three working days after today").isEqualTo(mars(5, 16, 0));
    klokken(3, 10, 0);
    fullfor("besok");
    assertThat(oppgave("rapport").getDueDate().toInstant()).as("a week after the milestone").isEqualTo(mars(10, 23, 59));
  }

  @Test
  void theRowFollowsTheTaskInTasklist() {
    Task oppgave = oppgave("vurder");
    oppgave.setDueDate(Date.from(mars(6, 12, 0)));
    oppgaver.saveTask(oppgave);
    assertThat(tid("vurder", "forfall")).isEqualTo(mars(6, 12, 0));
    assertThat(tid("vurder", "varsle_tid")).isEqualTo(mars(5, 12, 0));

    oppgaver.addCandidateGroup(oppgave.getId(), "leistad");
    assertThat(rad("vurder")).as("one more may do it").containsEntry("ENHET", "mosenter");
    oppgaver.deleteCandidateGroup(oppgave.getId(), "mosenter");
    assertThat(rad("vurder")).containsEntry("ENHET", "leistad");
    assertThat(tid("vurder", "forfall")).isEqualTo(mars(6, 12, 0));
  }

  @Test
  void aMovedDeadlineIsWarnedOfAgain() {
    klokken(3, 10, 0);
    jobb.kjor();
    Task oppgave = oppgave("vurder");
    oppgave.setDueDate(Date.from(mars(6, 12, 0)));
    oppgaver.saveTask(oppgave);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactly("mosenter");
    klokken(5, 13, 0);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactly("mosenter", "mosenter");
  }

  @Test
  void metInTimeIsKept() {
    klokken(3, 9, 0);
    fullfor("vurder");
    assertThat(tid("vurder", "naadd")).isEqualTo(mars(3, 9, 0));
    assertThat(rad("vurder")).containsEntry("BRUTT", null).containsEntry("AVLYST", null).containsEntry("APEN", false);
  }

  @Test
  void metLateIsBrokenAndToldThoughTheJobNeverRan() {
    klokken(5, 12, 0);
    fullfor("vurder");
    assertThat(tid("vurder", "naadd")).isEqualTo(mars(5, 12, 0));
    assertThat(tid("vurder", "brutt")).isEqualTo(mars(4, 9, 0));
    assertThat(varsler("fristBrudd")).containsExactly("mosenterleder");
  }

  @Test
  void aWarningBeforeAndABreachAfterEachOnce() {
    klokken(3, 8, 59);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).isEmpty();

    klokken(3, 9, 0);
    jobb.kjor();
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactly("mosenter");

    klokken(4, 9, 0);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).as("the moment itself is in time").isEmpty();

    klokken(4, 9, 1);
    jobb.kjor();
    jobb.kjor();
    assertThat(varsler("fristBrudd")).containsExactly("mosenterleder");
    assertThat(tid("vurder", "brutt")).isEqualTo(mars(4, 9, 0));

    fullfor("vurder");
    assertThat(varsler("fristBrudd")).containsExactly("mosenterleder");
    assertThat(tekst("fristBrudd")).contains("«Vurder behov» i Fristprøve, sak " + saksnummer, "onsdag 4. mars 2026 kl. 09.00");
  }

  @Test
  void theOnCallUnitIsToldTooWhenTheUnitIsClosed() {
    flytt("vurder", mars(7, 12, 0));
    klokken(6, 16, 0);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactlyInAnyOrder("mosenter", "legevakt");
    klokken(7, 12, 1);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).containsExactlyInAnyOrder("mosenterleder", "legevakt");
  }

  @Test
  void anOpenUnitIsToldAlone() {
    klokken(6, 15, 59);
    flytt("vurder", mars(7, 12, 0));
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactly("mosenter");
  }

  @Test
  void twoNodesTellOnce() throws Exception {
    List<ProcessInstance> flere = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      flere.add(runtime.startProcessInstanceByKey("fristprove", saksnummer, Map.of("enhet", "mosenter", "koordinator", "mosenter")));
    }
    klokken(3, 9, 0);
    kjorPaaToNoder();
    assertThat(varsler("fristVarsel")).hasSize(11);
    klokken(5, 9, 0);
    kjorPaaToNoder();
    assertThat(varsler("fristBrudd")).hasSize(11);
    flere.forEach(en -> runtime.deleteProcessInstance(en.getId(), "ferdig prøvd"));
  }

  @Test
  void aMilestoneIsWarnedOfAndBrokenByItsOwnGroups() {
    assertThat(rad("hjelp")).containsEntry("TYPE", "milepael").containsEntry("TITTEL", "Prøverad hjelp").containsEntry("OPPGAVE_ID", null);
    assertThat(tid("hjelp", "forfall")).isEqualTo(mars(9, 23, 59));
    fullfor("vurder");
    jdbc.sql("delete from varsel").update();
    flytt("besok", mars(31, 12, 0));

    klokken(8, 0, 0);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).containsExactly("mosenterleder");
    klokken(10, 0, 0);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).containsExactly("ledelse");
    fullfor("besok");
    assertThat(tid("hjelp", "brutt")).isEqualTo(mars(9, 23, 59));
    assertThat(tid("hjelp", "naadd")).isEqualTo(mars(10, 0, 0));
  }

  @Test
  void aMilestoneInTimeIsKept() {
    fullfor("vurder");
    fullfor("besok");
    assertThat(tid("hjelp", "naadd")).isEqualTo(mars(2, 9, 0));
    assertThat(rad("hjelp")).containsEntry("BRUTT", null).containsEntry("APEN", false);
  }

  @Test
  void anOpenMilestoneStaysAndAReachedOneOpensAnew() {
    klokken(3, 9, 0);
    meld("proveny");
    assertThat(antall("hjelp")).isEqualTo(1);
    assertThat(tid("hjelp", "forfall")).isEqualTo(mars(9, 23, 59));

    fullfor("vurder");
    fullfor("besok");
    meld("proveny");
    assertThat(antall("hjelp")).isEqualTo(2);
    assertThat(tid("hjelp", "forfall")).isEqualTo(mars(10, 23, 59));
  }

  @Test
  void aMilestoneThatWasNeverOpenedIsAnAnchorWithoutDeadline() {
    iMotoren(
        () -> {
          frist.naadd(utforelse("vurder"), "fremme");
          return null;
        });
    assertThat(rad("fremme")).containsEntry("FORFALL", null).containsEntry("APEN", false);
    klokken(4, 9, 0);
    assertThat(iMotoren(() -> frist.etter(utforelse("vurder"), "fremme", "2 døgn"))).isEqualTo(Date.from(mars(4, 9, 0)));
  }

  @Test
  void whatEndsTheCaseCancelsItsDeadlines() {
    meld("proveavbrutt");
    assertThat(rad("vurder")).containsEntry("NAADD", null).containsEntry("APEN", false);
    assertThat(rad("hjelp")).containsEntry("NAADD", null).containsEntry("APEN", false);
    assertThat(tid("vurder", "avlyst")).isEqualTo(mars(2, 9, 0));
    assertThat(tid("hjelp", "avlyst")).isEqualTo(mars(2, 9, 0));
    klokken(20, 9, 0);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).isEmpty();
  }

  @Test
  void aDeletedCaseCancelsItsDeadlinesThoughListenersAreSkipped() {
    runtime.deleteProcessInstance(sak.getId(), "prøve", true);
    assertThat(rad("vurder")).containsEntry("APEN", false);
    assertThat(rad("hjelp")).containsEntry("APEN", false);
  }

  @Test
  void aPausedCaseIsNotBrokenAndItsDeadlinesMove() {
    klokken(2, 21, 0);
    meld("proveinnlagt");
    klokken(12, 21, 0);
    jobb.kjor();
    assertThat(varsler("fristVarsel")).isEmpty();
    assertThat(varsler("fristBrudd")).isEmpty();
    meld("provetilbake");

    assertThat(oppgave("vurder").getDueDate().toInstant()).isEqualTo(mars(14, 9, 0));
    assertThat(tid("vurder", "forfall")).isEqualTo(mars(14, 9, 0));
    assertThat(tid("vurder", "varsle_tid")).isEqualTo(mars(13, 9, 0));
    assertThat(tid("hjelp", "forfall")).isEqualTo(mars(19, 23, 59));
    assertThat(rad("vurder")).containsEntry("PAUSET_FRA", null);
    klokken(14, 9, 1);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).contains("mosenterleder");
  }

  @Test
  void whatWasBrokenBeforeThePauseIsBroken() {
    klokken(4, 10, 0);
    meld("proveinnlagt");
    klokken(5, 9, 0);
    jobb.kjor();
    assertThat(varsler("fristBrudd")).containsExactly("mosenterleder");
  }

  @Test
  void ofTwoPausesTheLastOneResumes() {
    meld("proveinnlagt");
    klokken(3, 9, 0);
    meld("proveinnlagt");
    klokken(4, 9, 0);
    meld("provetilbake");
    assertThat(oppgave("vurder").getDueDate().toInstant()).isEqualTo(mars(4, 9, 0));
    klokken(5, 9, 0);
    meld("provetilbake");
    assertThat(oppgave("vurder").getDueDate().toInstant()).isEqualTo(mars(7, 9, 0));
    meld("provetilbake");
    assertThat(oppgave("vurder").getDueDate().toInstant()).isEqualTo(mars(7, 9, 0));
  }

  @Test
  void aTimerOnADateComesInTheMorning() {
    runtime.setVariable(sak.getId(), "dato", "2026-03-20");
    assertThat(iMotoren(() -> frist.etter(utforelse("vurder"), "dato", "0 timer"))).isEqualTo(Date.from(mars(20, 8, 0)));
    assertThat(iMotoren(() -> frist.etter(utforelse("vurder"), null, "1 uke"))).isEqualTo(Date.from(mars(9, 8, 0)));
  }

  @Test
  void mistakesInTableAndModelAreNamed() {
    DelegateExecutionKall om = navn -> iMotoren(() -> frist.om(utforelse("vurder"), navn));
    assertThatThrownBy(() -> om.kall("ukjent")).hasMessage("Fristtabellen har ingen rad for «ukjent».");
    assertThatThrownBy(() -> om.kall("utenAnker"))
        .hasMessageContaining("«finnesIkke»");
    assertThatThrownBy(() -> om.kall("rullendeTimer")).hasMessageContaining("ruller aldri");
    runtime.setVariable(sak.getId(), "finnesIkke", "en fortrolig verdi");
    assertThatThrownBy(() -> om.kall("utenAnker"))
        .hasMessageContaining("ikke en dato")
        .hasMessageNotContaining("fortrolig");
  }

  private interface DelegateExecutionKall {
    Object kall(String navn);
  }

  private void gaaTilDelen() {
    fullfor("vurder");
    fullfor("besok");
    fullfor("rapport");
  }

  private void kjorPaaToNoder() throws Exception {
    CyclicBarrier sammen = new CyclicBarrier(2);
    ExecutorService noder = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> kjoringer = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        kjoringer.add(
            noder.submit(
                () -> {
                  sammen.await();
                  jobb.kjor();
                  return null;
                }));
      }
      for (Future<?> kjoring : kjoringer) {
        kjoring.get();
      }
    } finally {
      noder.shutdown();
    }
  }

  private <T> T iMotoren(Callable<T> arbeid) {
    return ((ProcessEngineConfigurationImpl) motor.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            kontekst -> {
              try {
                return arbeid.call();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private DelegateExecution utforelse(String oppgave) {
    return org.camunda.bpm.engine.impl.context.Context.getCommandContext()
        .getExecutionManager()
        .findExecutionById(
            jdbc.sql("select EXECUTION_ID_ from ACT_RU_TASK where PROC_INST_ID_ = :sak and TASK_DEF_KEY_ = :oppgave")
                .param("sak", sak.getId())
                .param("oppgave", oppgave)
                .query(String.class)
                .single());
  }

  private void meld(String melding) {
    runtime.createMessageCorrelation(melding).processInstanceId(sak.getId()).correlate();
  }

  private Task oppgave(String navn) {
    return oppgaver.createTaskQuery().processInstanceBusinessKey(saksnummer).taskDefinitionKey(navn).list().stream()
        .findFirst()
        .orElseGet(() -> oppgaver.createTaskQuery().taskDefinitionKey(navn).singleResult());
  }

  private void fullfor(String navn) {
    oppgaver.complete(oppgave(navn).getId());
  }

  private void flytt(String navn, Instant forfall) {
    Task oppgave = oppgave(navn);
    oppgave.setDueDate(Date.from(forfall));
    oppgaver.saveTask(oppgave);
  }

  private Map<String, Object> rad(String navn) {
    return jdbc.sql("select * from frist where saksnummer = :sak and navn = :navn order by id desc fetch first 1 row only")
        .param("sak", saksnummer)
        .param("navn", navn)
        .query()
        .singleRow();
  }

  private long antall(String navn) {
    return jdbc.sql("select count(*) from frist where saksnummer = :sak and navn = :navn")
        .param("sak", saksnummer)
        .param("navn", navn)
        .query(Long.class)
        .single();
  }

  private Instant tid(String navn, String kolonne) {
    return ((OffsetDateTime) rad(navn).get(kolonne.toUpperCase(Locale.ROOT))).toInstant();
  }

  private List<String> varsler(String mal) {
    return jdbc.sql("select gruppe from varsel where saksnummer = :sak and mal = :mal order by id")
        .param("sak", saksnummer)
        .param("mal", mal)
        .query(String.class)
        .list();
  }

  private String tekst(String mal) {
    return jdbc.sql("select tekst from varsel where saksnummer = :sak and mal = :mal")
        .param("sak", saksnummer)
        .param("mal", mal)
        .query(String.class)
        .single();
  }

  private static void klokken(int dag, int time, int minutt) {
    ClockUtil.setCurrentTime(Date.from(mars(dag, time, minutt)));
  }

  private static Instant mars(int dag, int time, int minutt) {
    return LocalDateTime.of(2026, 3, dag, time, minutt).atZone(OSLO).toInstant();
  }
}
