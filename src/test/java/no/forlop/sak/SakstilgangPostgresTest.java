package no.forlop.sak;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same on PostgreSQL, and what only its locks show. */
class SakstilgangPostgresTest extends SakstilgangKrav {

  private EmbeddedPostgres postgres;
  private DataSource base;

  @Override
  DataSource base() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    base = postgres.getPostgresDatabase();
    return base;
  }

  @AfterAll
  @Override
  void stopp() throws IOException {
    super.stopp();
    postgres.close();
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
}
