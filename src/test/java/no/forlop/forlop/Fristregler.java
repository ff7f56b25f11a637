package no.forlop.forlop;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.forlop.motor.Regeltreff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rules used so far of the tables that building blocks read themselves, without history (deadlines, notices, hours). */
@Component
class Fristregler {

  private static final Set<String> BRUKTE = ConcurrentHashMap.newKeySet();

  /** What other classes have used is not this one's. */
  static void glem() {
    BRUKTE.clear();
  }

  /** {@code decision#rule}. */
  static Set<String> brukte() {
    return BRUKTE;
  }

  @EventListener
  void brukt(Regeltreff treff) {
    BRUKTE.add(treff.beslutning() + "#" + treff.regel());
  }
}
