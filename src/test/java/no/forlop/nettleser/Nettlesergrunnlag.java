package no.forlop.nettleser;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the browser tests share: the application at its port, and one browser for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Nettlesergrunnlag {

  @LocalServerPort
  private int port;
  @Autowired
  protected ApplicationContext app;
  @Autowired
  protected ProcessEngine motor;

  protected Nettleser leser;

  @BeforeAll
  void apneNettleser() {
    leser = new Nettleser(app, port);
  }

  @AfterAll
  void lukkNettleser() {
    leser.close();
  }
}
