package no.forlop.demo;

import org.springframework.context.ApplicationContext;

/** The sample cases for a test that needs many of them. */
public final class Eksempelsaker {

  private Eksempelsaker() {}

  /** Makes them as seen from the engine's present time. */
  public static void lag(ApplicationContext app) {
    app.getBean(Demosaker.class).sikre();
  }
}
