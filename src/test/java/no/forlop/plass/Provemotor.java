package no.forlop.plass;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.forlop.frist.Frist;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A real engine with nothing but the {@code plass} block, on whatever database the context brings. */
@TestConfiguration
@Import({Plassbok.class, Vekking.class, Fordeling.class, Plassmotor.class, Plass.class})
class Provemotor {

  @Bean
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneId.of("Europe/Oslo");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
      }
    };
  }

  /** The limit of a stay is the frist block's work, proved by the pathways that have one. */
  @Bean
  Frist frist() {
    return mock(Frist.class);
  }

  @Bean
  Flyway flyway(DataSource base) {
    Flyway flyway = Flyway.configure().dataSource(base).baselineOnMigrate(true).baselineVersion("0").load();
    flyway.migrate();
    return flyway;
  }

  @Bean
  JdbcClient jdbc(DataSource base, Flyway etterTabellene) {
    return JdbcClient.create(base);
  }

  @Bean
  PlatformTransactionManager transaksjoner(DataSource base) {
    return new DataSourceTransactionManager(base);
  }

  @Bean
  ProcessEngineFactoryBean motor(DataSource base, PlatformTransactionManager transaksjoner,
      List<ProcessEnginePlugin> tillegg, ApplicationContext kontekst) {
    var oppsett = new SpringProcessEngineConfiguration();
    oppsett.setDataSource(base);
    oppsett.setTransactionManager(transaksjoner);
    oppsett.setApplicationContext(kontekst);
    oppsett.setDatabaseSchemaUpdate("true");
    // As the starter does; ids from a table take a second connection, which those who wait for a lock may use up.
    oppsett.setIdGenerator(new StrongUuidGenerator());
    // Not "default": the REST API of another test in this process looks that name up.
    oppsett.setProcessEngineName("plass-" + UUID.randomUUID());
    oppsett.setJobExecutorActivate(false);
    oppsett.setProcessEnginePlugins(tillegg);
    oppsett.setHistory("full");
    var fabrikk = new ProcessEngineFactoryBean();
    fabrikk.setProcessEngineConfiguration(oppsett);
    return fabrikk;
  }
}
