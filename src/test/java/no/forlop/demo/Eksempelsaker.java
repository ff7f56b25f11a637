package no.forlop.demo;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample cases for a test that needs many of them; the database may be given them again afterwards. */
public final class Eksempelsaker {

  private Eksempelsaker() {}

  /** Makes them as seen from the engine's present time, also when this database has had them before. */
  public static void lag(ApplicationContext app) {
    glem(app);
    app.getBean(Demosaker.class).sikre();
    glem(app);
  }

  private static void glem(ApplicationContext app) {
    app.getBean(JdbcClient.class).sql("delete from demo").update();
  }
}
