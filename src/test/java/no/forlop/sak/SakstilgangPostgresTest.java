package no.forlop.sak;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rule and the links read from PostgreSQL, in the engine's tables and our own. */
class SakstilgangPostgresTest {

  private static EmbeddedPostgres postgres;
  private static DataSource base;
  private static ProcessEngine motor;
  private static Saksregister register;
  private static Sakstilgang tilgang;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    var oppsett = new StandaloneInMemProcessEngineConfiguration();
    oppsett.setDataSource(postgres.getPostgresDatabase());
    oppsett.setDatabaseSchemaUpdate("true");
    oppsett.setHistory("full");
    oppsett.setAuthorizationEnabled(true);
    // Not "default": the REST API of another test in this process looks that name up.
    oppsett.setProcessEngineName("sak-" + UUID.randomUUID());
    motor = oppsett.buildProcessEngine();
    motor.getRepositoryService().createDeployment().addModelInstance("pg-del.bpmn",
            Bpmn.createExecutableProcess("pg-del").camundaHistoryTimeToLiveString("P1D").startEvent().userTask("ring")
                .camundaCandidateGroups("leistad").endEvent().done())
        .addModelInstance("pg.bpmn", Bpmn.createExecutableProcess("pg").camundaHistoryTimeToLiveString("P1D").startEvent()
            .callActivity("del").calledElement("pg-del").endEvent().done()).deploy();
    base = postgres.getPostgresDatabase();
    JdbcClient jdbc = JdbcClient.create(base);
    register = new Saksregister(jdbc, Clock.systemDefaultZone());
    tilgang = new Sakstilgang(motor, jdbc);
  }

  @AfterAll
  static void stopp() throws IOException {
    motor.close();
    postgres.close();
  }

  @AfterEach
  void utlogget() {
    motor.getIdentityService().clearAuthentication();
  }

  @Test
  void theUnitOpensItsCaseWhileItRunsAndAfterwardsAndOthersDoNot() {
    Saksopplysning sak = sak("PGA-1");
    Saksopplysning annen = sak("PGA-2");
    som("leistad", "nav", "leistad");
    assertThat(tilgang.blant(List.of(sak, annen))).hasSize(2).first().satisfies(en -> {
      assertThat(en.rot()).isEqualTo(sak.prosessinstans());
      assertThat(en.lopende()).as("the part without a number of its own too").hasSize(2);
    });
    som("nav", "nav");
    assertThat(tilgang.blant(List.of(sak, annen))).isEmpty();

    motor.getIdentityService().clearAuthentication();
    motor.getRuntimeService().deleteProcessInstance(sak.prosessinstans(), "ferdig");
    register.avslutt(sak.prosessinstans());
    som("leistad", "leistad");
    assertThat(tilgang.blant(register.finn(List.of("PGA-1", "PGA-3")))).singleElement()
        .satisfies(en -> assertThat(en.lopende()).isEmpty()).returns(false, TilgjengeligSak::paagar);
  }

  @Test
  void linksSayWhoStartedWhom() {
    sak("PGB-1");
    sak("PGB-2");
    sak("PGB-3");
    register.lenkStartet("PGB-1", "PGB-2");
    register.lenk("PGB-3", "PGB-1");

    assertThat(register.lenker(List.of("PGB-1"))).containsExactlyInAnyOrder(new Sakslenke("PGB-1", "PGB-2", true),
        new Sakslenke("PGB-3", "PGB-1", false));
  }

  @Test
  void whoeverLooksForACaseAtTheSameMomentWaitsAndSeesWhatWasStarted() throws Exception {
    sak("PGD-1");
    var transaksjon = new TransactionTemplate(new DataSourceTransactionManager(base));
    JdbcClient utenfor = JdbcClient.create(postgres.getPostgresDatabase());
    ExecutorService traad = Executors.newSingleThreadExecutor();
    try {
      Future<Optional<String>> andre = transaksjon.execute(forste -> {
        register.hold("p1");
        assertThat(register.hendelsessak("p1", "pgd")).isEmpty();
        var venter = traad.submit(() -> transaksjon.execute(samtidig -> {
          register.hold("p1");
          return register.hendelsessak("p1", "pgd");
        }));
        Awaitility.await().pollInSameThread().until(() ->
            utenfor.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Integer.class).single() > 0);
        register.opprett("PGD-2", "pgd", "pgd", null, "leistad");
        register.lenkStartet("PGD-1", "PGD-2");
        return venter;
      });
      assertThat(andre.get()).contains("PGD-2");
    } finally {
      traad.shutdownNow();
    }
  }

  private static Saksopplysning sak(String saksnummer) {
    ProcessInstance instans = motor.getRuntimeService().startProcessInstanceByKey("pg", saksnummer);
    register.opprett(saksnummer, "pg", instans.getId(), "p1", "leistad");
    return register.finn(saksnummer).orElseThrow();
  }

  private static void som(String bruker, String... grupper) {
    motor.getIdentityService().setAuthentication(bruker, List.of(grupper));
  }
}
