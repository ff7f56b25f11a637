package no.forlop.frist;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns of what is due soon and records what is broken. Any number of nodes may run it at the same time. */
@Component
public class Fristjobb {

  private static final Logger LOGG = LoggerFactory.getLogger(Fristjobb.class);
  private static final int PORSJON = 2000;

  private final Fristlager lager;
  private final Fristvarsler varsler;
  private final Clock klokke;
  private final TransactionTemplate transaksjon;

  Fristjobb(Fristlager lager, Fristvarsler varsler, Clock klokke, PlatformTransactionManager transaksjoner) {
    this.lager = lager;
    this.varsler = varsler;
    this.klokke = klokke;
    this.transaksjon = new TransactionTemplate(transaksjoner);
  }

  /**
   * Handles what is due at this moment, up to 2000 warnings and 2000 breaches at a time; one transaction for each deadline, so
   * that a faulty one stops no other.
   */
  public void kjor() {
    forHver(lager.aaVarsle(klokke.instant(), PORSJON), varsler::varsle);
    forHver(lager.aaBryte(klokke.instant(), PORSJON), varsler::bryt);
  }

  private void forHver(List<Fristrad> rader, Consumer<Fristrad> handling) {
    rader.forEach(rad -> behandle(rad, handling));
  }

  private void behandle(Fristrad rad, Consumer<Fristrad> handling) {
    try {
      transaksjon.executeWithoutResult(status -> handling.accept(rad));
    } catch (RuntimeException e) {
      LOGG.error("Fristen {} ({}) kunne ikke behandles og prøves igjen: {}", rad.id(), rad.navn(), e.toString());
    }
  }
}
