package no.forlop.forlop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.sak.Sak;
import no.forlop.sak.Saksopplysning;
import no.forlop.skjema.Innenfra;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricActivityInstanceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * One case as a story: what the staff do, what time does, and what must then be true. It covers the whole case, that is,
 * everything below one root process instance, linked cases apart ({@link #lenket}).
 */
public final class Sakshistorie {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private final ApplicationContext kontekst;
  private final ProcessEngine motor;
  private final String rot;

  private Sakshistorie(ApplicationContext kontekst, String rot) {
    this.kontekst = kontekst;
    this.motor = kontekst.getBean(ProcessEngine.class);
    this.rot = rot;
  }

  static Sakshistorie start(ApplicationContext kontekst, String forlop, String bruker, Map<String, Object> svar) {
    ProcessEngine motor = kontekst.getBean(ProcessEngine.class);
    ProcessDefinition definisjon = motor.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey(forlop).latestVersion().singleResult();
    assertThat(definisjon).as("Forløpet " + forlop).isNotNull();
    ProcessInstance instans;
    loggInn(motor, bruker);
    try {
      instans = motor.getFormService().submitStartForm(definisjon.getId(), new HashMap<>(svar));
    } finally {
      motor.getIdentityService().clearAuthentication();
    }
    // Jobs run as nobody: whoever is logged in sees only some of them.
    return new Sakshistorie(kontekst, instans.getId()).steg();
  }

  /** The story of a case that was started elsewhere, such as in a browser. */
  public static Sakshistorie av(ApplicationContext kontekst, String rot) {
    return new Sakshistorie(kontekst, rot).steg();
  }

  static Sakshistorie startInnenfra(ApplicationContext kontekst, String prosess, Map<String, Object> variabler) {
    RuntimeService runtime = kontekst.getBean(ProcessEngine.class).getRuntimeService();
    return new Sakshistorie(kontekst,
        Innenfra.kjor(() -> runtime.createProcessInstanceByKey(prosess).setVariables(variabler).execute()).getId()).steg();
  }

  // What the staff do

  /** Completes the one open task of this id through its form, as the worker of its first candidate group (or its assignee). */
  public Sakshistorie fullfor(String oppgave, Map<String, Object> svar) {
    Task task = apen(oppgave);
    return fullforSom(bruker(task), task, svar);
  }

  /** Completes the one open task of this id with nothing to answer. */
  public Sakshistorie fullfor(String oppgave) {
    return fullfor(oppgave, Map.of());
  }

  /** Completes the one open task of this id as this user. */
  public Sakshistorie fullforSom(String bruker, String oppgave, Map<String, Object> svar) {
    return fullforSom(bruker, apen(oppgave), svar);
  }

  /** Completes the open task of this id on the case of the person with this merke (several instances of a part). */
  public Sakshistorie fullforFor(String merke, String oppgave, Map<String, Object> svar) {
    Task task = apne(oppgave).stream()
        .filter(t -> merke.equals(motor.getRuntimeService().getVariable(t.getExecutionId(), "pasientmerke")))
        .findFirst().orElseThrow(() -> new AssertionError("No open task " + oppgave + " for " + merke));
    return fullforSom(bruker(task), task, svar);
  }

  /** Completes the first (oldest) of several open tasks of this id. */
  public Sakshistorie fullforForste(String oppgave, Map<String, Object> svar) {
    List<Task> alle = apne(oppgave);
    assertThat(alle).as("Open tasks " + oppgave + ", open now: " + apneNavn()).isNotEmpty();
    return fullforSom(bruker(alle.get(0)), alle.get(0), svar);
  }

  /** The task refuses these answers and stays open; the message holds this text. */
  public Sakshistorie avviser(String bruker, String oppgave, Map<String, Object> svar, String tekst) {
    Task task = apen(oppgave);
    assertThatThrownBy(() -> fullforSom(bruker, task, svar)).hasStackTraceContaining(tekst);
    return venterPaa(oppgave);
  }

  private Sakshistorie fullforSom(String bruker, Task task, Map<String, Object> svar) {
    loggInn(motor, bruker);
    try {
      motor.getFormService().submitTaskForm(task.getId(), new HashMap<>(svar));
    } finally {
      motor.getIdentityService().clearAuthentication();
    }
    return steg();
  }

  /** Reports an event (message name) to the one execution of the case that listens for it. */
  public Sakshistorie hendelse(String melding) {
    return hendelse(melding, null);
  }

  /** Reports an event to the instance whose person has this merke. */
  public Sakshistorie hendelse(String melding, String merke) {
    List<EventSubscription> lyttere = motor.getRuntimeService().createEventSubscriptionQuery().eventType("message")
        .eventName(melding).list().stream().filter(l -> instanser().contains(l.getProcessInstanceId()))
        .filter(l -> merke == null
            || merke.equals(motor.getRuntimeService().getVariable(l.getExecutionId(), "pasientmerke")))
        .toList();
    assertThat(lyttere).as("The case listens for %s (%s), open now: %s", melding, merke, apneNavn()).isNotEmpty();
    EventSubscription lytter = lyttere.get(0);
    motor.getRuntimeService().messageEventReceived(melding, lytter.getExecutionId(),
        Map.of("meldtHendelseAv", "leistad"));
    return steg();
  }

  // What time does

  /** Lets time pass; timers, deadline warnings and mails happen on the way at their own time. */
  public Sakshistorie gaaFram(long antall, ChronoUnit enhet) {
    return gaaTil(naa().atZone(OSLO).plus(antall, enhet).toInstant());
  }

  /** Lets time pass until this moment. */
  public Sakshistorie gaaTil(Instant mal) {
    assertThat(mal).as("Time only moves forward").isAfterOrEqualTo(naa());
    while (true) {
      kjorFrister();
      Job neste = neste(mal);
      if (neste == null) {
        break;
      }
      Instant forfall = neste.getDuedate() == null ? naa() : neste.getDuedate().toInstant();
      if (forfall.isAfter(naa())) {
        fristerFram(forfall);
        ClockUtil.setCurrentTime(Date.from(forfall));
        kjorFrister();
      }
      kjor(neste);
    }
    fristerFram(mal);
    ClockUtil.setCurrentTime(Date.from(mal));
    kjorFrister();
    return this;
  }

  /** Warnings and breaches on the way, each at its own time. */
  private void fristerFram(Instant mal) {
    for (Instant neste = Motortid.neste(kontekst, naa(), mal); neste != null; neste = Motortid.neste(kontekst, naa(), mal)) {
      ClockUtil.setCurrentTime(Date.from(neste));
      kjorFrister();
    }
  }

  private Job neste(Instant mal) {
    return jobber().filter(jobb -> jobb.getDuedate() == null || !jobb.getDuedate().toInstant().isAfter(mal))
        .min(Comparator.comparing(jobb -> jobb.getDuedate() == null ? new Date(0) : jobb.getDuedate())).orElse(null);
  }

  private java.util.stream.Stream<Job> jobber() {
    return motor.getManagementService().createJobQuery().active().withRetriesLeft().list().stream();
  }

  private void kjor(Job jobb) {
    ManagementService styring = motor.getManagementService();
    if (styring.createJobQuery().jobId(jobb.getId()).count() > 0) {
      styring.executeJob(jobb.getId());
    }
  }

  /** One second per step, so that the order of steps shows in history; then whatever runs at once. */
  private Sakshistorie steg() {
    ClockUtil.setCurrentTime(Date.from(naa().plusSeconds(1)));
    List<Job> straks;
    int runder = 0;
    while (!(straks = jobber().filter(jobb -> jobb.getDuedate() == null || !jobb.getDuedate().toInstant().isAfter(naa())).toList()).isEmpty()) {
      straks.forEach(this::kjor);
      assertThat(++runder).as("Jobs that never end: " + straks).isLessThan(50);
    }
    return this;
  }

  private void kjorFrister() {
    Motortid.kjor(kontekst);
  }

  // What must be true

  /** Exactly these tasks are open, in any order; a task that is open twice is named twice. */
  public Sakshistorie venterBarePaa(String... oppgaver) {
    assertThat(apneNavn()).containsExactlyInAnyOrder(oppgaver);
    return this;
  }

  /** At least these tasks are open. */
  public Sakshistorie venterPaa(String... oppgaver) {
    assertThat(apneNavn()).contains(oppgaver);
    return this;
  }

  public Sakshistorie venterIkkePaa(String... oppgaver) {
    assertThat(apneNavn()).doesNotContain(oppgaver);
    return this;
  }

  /** The open task is due then. */
  public Sakshistorie frist(String oppgave, Instant forfall) {
    assertThat(apen(oppgave).getDueDate()).as("Due date of " + oppgave).isNotNull();
    assertThat(apen(oppgave).getDueDate().toInstant().atZone(OSLO).truncatedTo(ChronoUnit.MINUTES))
        .as("Due date of " + oppgave).isEqualTo(forfall.atZone(OSLO).truncatedTo(ChronoUnit.MINUTES));
    return this;
  }

  /** The open task is due this long from now (to the minute). */
  public Sakshistorie fristOm(String oppgave, Duration varighet) {
    return frist(oppgave, apen(oppgave).getCreateTime().toInstant().plus(varighet));
  }

  /** The form of the open task tells this under this name, beside the answers of the case. */
  public Sakshistorie forteller(String oppgave, String navn, Object verdi) {
    assertThat(motor.getTaskService().getVariable(apen(oppgave).getId(), navn)).as(oppgave + " tells " + navn).isEqualTo(verdi);
    return this;
  }

  /** The case has reached this end and nothing of it is left. */
  public Sakshistorie avsluttet(String ende) {
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstanceId(rot).list())
        .as("Still running, open tasks: " + apneNavn()).isEmpty();
    assertThat(sluttnode()).isEqualTo(ende);
    opplysning().ifPresent(sak -> {
      assertThat(sak.utfall()).as("Outcome in the register of cases").isEqualTo(ende);
      assertThat(sak.avsluttet()).isNotNull();
    });
    return this;
  }

  /** The end event that closed the case; for an event's part the engine's own history names the subprocess instead. */
  private String sluttnode() {
    String slutt = historisk().getEndActivityId();
    List<String> ender = aktiviteter().stream().filter(a -> a.getProcessInstanceId().equals(rot))
        .filter(a -> a.getActivityType().toLowerCase(java.util.Locale.ROOT).endsWith("endevent"))
        .map(HistoricActivityInstance::getActivityId).toList();
    return ender.isEmpty() || ender.contains(slutt) ? slutt : ender.get(ender.size() - 1);
  }

  public Sakshistorie lopende() {
    assertThat(motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(rot).count()).isEqualTo(1);
    return this;
  }

  /** These flow nodes were entered, and (by time, and within one instance by sequence) in this order. */
  public Sakshistorie passerte(String... noder) {
    HistoricActivityInstance forrige = null;
    for (String node : noder) {
      HistoricActivityInstance etter = forrige;
      forrige = aktiviteter().stream().filter(a -> a.getActivityId().equals(node))
          .filter(a -> etter == null || etter(etter, a)).findFirst().orElseThrow(() -> new AssertionError(
              "Not passed (in this order %s): %s. Passed: %s".formatted(Arrays.toString(noder), node,
                  aktiviteter().stream().map(HistoricActivityInstance::getActivityId).toList())));
    }
    return this;
  }

  public Sakshistorie passerteIkke(String... noder) {
    assertThat(aktiviteter()).extracting(HistoricActivityInstance::getActivityId).doesNotContain(noder);
    return this;
  }

  /** A variable of the case's main instance, in history when the case has ended. */
  public Object variabel(String navn) {
    var funnet = motor.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(rot)
        .variableName(navn).list();
    return funnet.isEmpty() ? null : funnet.get(funnet.size() - 1).getValue();
  }

  /** The newest linked case of this pathway. */
  public Sakshistorie lenket(String forlop) {
    List<Saksopplysning> saker = kontekst.getBean(Sak.class).lenkede(saksnummer()).stream()
        .filter(sak -> sak.forlop().equals(forlop)).toList();
    assertThat(saker).as("Linked cases of " + forlop).isNotEmpty();
    return new Sakshistorie(kontekst, saker.get(saker.size() - 1).prosessinstans());
  }

  /** How many linked cases of this pathway there are. */
  public long lenkede(String forlop) {
    return kontekst.getBean(Sak.class).lenkede(saksnummer()).stream().filter(sak -> sak.forlop().equals(forlop)).count();
  }

  public String saksnummer() {
    return historisk().getBusinessKey();
  }

  public String rot() {
    return rot;
  }

  /** The open tasks' ids, for messages and for own assertions. */
  public List<String> apneNavn() {
    return motor.getTaskService().createTaskQuery().active().initializeFormKeys().list().stream()
        .filter(t -> instanser().contains(t.getProcessInstanceId())).map(Task::getTaskDefinitionKey).sorted().toList();
  }

  /** The engine's ids of the open tasks of this kind, oldest first. */
  public List<String> oppgaver(String oppgave) {
    return apne(oppgave).stream().map(Task::getId).toList();
  }

  public Instant naa() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private java.util.Optional<Saksopplysning> opplysning() {
    String nummer = saksnummer();
    return nummer == null ? java.util.Optional.empty()
        : kontekst.getBean(Sak.class).finn(nummer).filter(sak -> sak.prosessinstans().equals(rot));
  }

  private HistoricProcessInstance historisk() {
    return motor.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(rot).singleResult();
  }

  private List<String> instanser() {
    return motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstanceId(rot).list().stream()
        .map(ProcessInstance::getId).toList();
  }

  private List<HistoricActivityInstance> aktiviteter() {
    return motor.getHistoryService().createNativeHistoricActivityInstanceQuery()
        .sql("SELECT * FROM ACT_HI_ACTINST WHERE ROOT_PROC_INST_ID_ = #{rot}").parameter("rot", rot).list().stream()
        .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime).thenComparing(Sakshistorie::sekvens))
        .toList();
  }

  private static boolean etter(HistoricActivityInstance en, HistoricActivityInstance annen) {
    if (en == annen || annen.getStartTime().before(en.getStartTime())) {
      return false;
    }
    return annen.getStartTime().after(en.getStartTime())
        || !en.getProcessInstanceId().equals(annen.getProcessInstanceId()) || sekvens(annen) >= sekvens(en);
  }

  private static long sekvens(HistoricActivityInstance aktivitet) {
    return ((HistoricActivityInstanceEntity) aktivitet).getSequenceCounter();
  }

  private Task apen(String oppgave) {
    List<Task> alle = apne(oppgave);
    assertThat(alle).as("Open task %s, open now: %s", oppgave, apneNavn()).hasSize(1);
    return alle.get(0);
  }

  private List<Task> apne(String oppgave) {
    List<String> instanser = instanser();
    return motor.getTaskService().createTaskQuery().taskDefinitionKey(oppgave).orderByTaskCreateTime().asc().list()
        .stream().filter(t -> instanser.contains(t.getProcessInstanceId())).toList();
  }

  private String bruker(Task task) {
    if (task.getAssignee() != null) {
      return task.getAssignee();
    }
    TaskService oppgaver = motor.getTaskService();
    return oppgaver.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
        .filter(gruppe -> gruppe != null).sorted().findFirst()
        .orElseThrow(() -> new AssertionError(task.getTaskDefinitionKey() + " has no candidate group"));
  }

  private static void loggInn(ProcessEngine motor, String bruker) {
    assertThat(motor.getIdentityService().createUserQuery().userId(bruker).count()).as("User " + bruker).isEqualTo(1);
    motor.getIdentityService().setAuthentication(bruker, motor.getIdentityService().createGroupQuery()
        .groupMember(bruker).list().stream().map(Group::getId).toList());
  }
}
