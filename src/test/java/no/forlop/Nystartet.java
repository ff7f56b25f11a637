package no.forlop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lets each class find the application as just started, whatever the class before it left: the database is put back to the
 * copy that the first class took, the clock shows the real time, and nobody is logged in.
 */
class Nystartet implements BeforeAllCallback {

  private static final String KOPI = "'memFS:nystartet.sql'";
  private static boolean kopiert;

  @Override
  public void beforeAll(ExtensionContext klasse) throws SQLException {
    ApplicationContext app = SpringExtension.getApplicationContext(klasse);
    ClockUtil.reset();
    app.getBean(ProcessEngine.class).getIdentityService().clearAuthentication();
    try (Connection base = app.getBean(DataSource.class).getConnection(); Statement sql = base.createStatement()) {
      if (kopiert) {
        sql.execute("DROP ALL OBJECTS");
        sql.execute("RUNSCRIPT FROM " + KOPI);
      } else {
        sql.execute("SCRIPT TO " + KOPI);
        kopiert = true;
      }
    }
  }
}
