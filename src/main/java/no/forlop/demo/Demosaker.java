package no.forlop.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the sample cases once per database, in one transaction, through the real forms and as the sample users, each at
 * its own time in the past, so that some deadlines are already close or broken.
 */
@Component
@Profile("demo")
class Demosaker implements ApplicationRunner {

  private static final String MERKE = "saker";

  private final FormService skjemaer;
  private final TaskService oppgaver;
  private final ManagementService jobber;
  private final RepositoryService modeller;
  private final IdentityService identitet;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaksjon;
  private final Clock klokke;
  private final ObjectMapper json;
  private final Resource fil;
  private final boolean paa;

  Demosaker(FormService skjemaer, TaskService oppgaver, ManagementService jobber, RepositoryService modeller,
      IdentityService identitet, JdbcClient jdbc, TransactionTemplate transaksjon, Clock klokke, ObjectMapper json,
      @Value("classpath:demo/saker.json") Resource fil, @Value("${forlop.demo.saker:true}") boolean paa) {
    this.skjemaer = skjemaer;
    this.oppgaver = oppgaver;
    this.jobber = jobber;
    this.modeller = modeller;
    this.identitet = identitet;
    this.jdbc = jdbc;
    this.transaksjon = transaksjon;
    this.klokke = klokke;
    this.json = json;
    this.fil = fil;
    this.paa = paa;
  }

  @Override
  public void run(ApplicationArguments argumenter) {
    if (paa) {
      sikre();
    }
  }

  /** Makes the sample cases unless this database has them; returns how many were made. */
  int sikre() {
    return transaksjon.execute(status -> {
      int ny = jdbc.sql("INSERT INTO demo (merke, laget) SELECT :merke, :naa "
          + "WHERE NOT EXISTS (SELECT 1 FROM demo WHERE merke = :merke)")
          .param("merke", MERKE).param("naa", LocalDateTime.now(klokke)).update();
      if (ny == 0) {
        return 0;
      }
      List<Demosak> saker = les();
      Instant naa = klokke.instant();
      try {
        saker.forEach(sak -> fortell(sak, naa));
      } finally {
        ClockUtil.reset();
        identitet.clearAuthentication();
      }
      return saker.size();
    });
  }

  private void fortell(Demosak sak, Instant naa) {
    Instant tid = naa.minus(Duration.ofHours(sak.timerSiden()));
    somBruker(sak.som(), tid);
    String definisjon = modeller.createProcessDefinitionQuery().processDefinitionKey(sak.forlop()).latestVersion()
        .singleResult().getId();
    String instans = skjemaer.submitStartForm(definisjon, Relativtid.loes(sak.svar(), tid)).getId();
    fortsett();
    for (Demosak.Steg steg : sak.steg()) {
      tid = tid.plus(Duration.ofHours(steg.timerEtter()));
      String oppgave = oppgave(instans, sak, steg).getId();
      somBruker(steg.som(), tid);
      skjemaer.submitTaskForm(oppgave, Relativtid.loes(steg.svar(), tid));
      fortsett();
    }
  }

  /** What the job executor would do between two steps; it has not started yet. */
  private void fortsett() {
    identitet.clearAuthentication();
    List<Job> straks;
    while (!(straks = jobber.createJobQuery().messages().active().withRetriesLeft().list()).isEmpty()) {
      straks.forEach(jobb -> jobber.executeJob(jobb.getId()));
    }
  }

  private Task oppgave(String instans, Demosak sak, Demosak.Steg steg) {
    identitet.clearAuthentication();
    return oppgaver.createTaskQuery().taskDefinitionKey(steg.oppgave()).orderByTaskCreateTime().desc().list().stream()
        .filter(oppgave -> instans.equals(rot(oppgave))).findFirst().orElseThrow(() -> new IllegalStateException(
            "demo/saker.json: oppgaven «%s» er ikke åpen i eksempelsaken %s for brukeren %s; åpne: %s."
                .formatted(steg.oppgave(), sak.forlop(), steg.som(),
                    oppgaver.createTaskQuery().list().stream().map(Task::getTaskDefinitionKey).toList())));
  }

  private String rot(Task oppgave) {
    return jdbc.sql("SELECT ROOT_PROC_INST_ID_ FROM ACT_RU_EXECUTION WHERE ID_ = ?").param(oppgave.getProcessInstanceId())
        .query(String.class).single();
  }

  private void somBruker(String bruker, Instant tid) {
    ClockUtil.setCurrentTime(Date.from(tid));
    identitet.setAuthentication(bruker,
        identitet.createGroupQuery().groupMember(bruker).list().stream().map(Group::getId).toList());
  }

  private List<Demosak> les() {
    try {
      return json.readValue(fil.getInputStream(), new TypeReference<>() {});
    } catch (IOException feil) {
      throw new IllegalStateException("demo/saker.json kan ikke leses.", feil);
    }
  }
}
