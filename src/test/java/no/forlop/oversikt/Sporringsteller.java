package no.forlop.oversikt;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** Counts the SQL statements that a piece of work sends from this thread, the engine's and the application's own. */
final class Sporringsteller {

  private static final List<String> LOGGERE =
      List.of("org.camunda.bpm.engine.impl.persistence.entity", "org.springframework.jdbc.core.JdbcTemplate");

  private Sporringsteller() {}

  static long tell(Runnable arbeid) {
    ListAppender<ILoggingEvent> logg = new ListAppender<>();
    Map<Logger, Level> foer = new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));
    logg.start();
    for (String navn : LOGGERE) {
      Logger logger = (Logger) LoggerFactory.getLogger(navn);
      foer.put(logger, logger.getLevel());
      logger.setAdditive(false);
      logger.setLevel(Level.DEBUG);
      logger.addAppender(logg);
    }
    try {
      arbeid.run();
    } finally {
      foer.forEach((logger, nivaa) -> {
        logger.detachAppender(logg);
        logger.setLevel(nivaa);
        logger.setAdditive(true);
      });
    }
    String traad = Thread.currentThread().getName();
    return List.copyOf(logg.list).stream().filter(en -> en.getThreadName().equals(traad))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(tekst -> tekst.contains("Preparing:") || tekst.startsWith("Executing prepared SQL statement")).count();
  }
}
