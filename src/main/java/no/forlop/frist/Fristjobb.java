package no.forlop.frist;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns of what is due soon and records what is broken. Any number of nodes may run it at the same time. */
@Component
public class Fristjobb {

  private static final Logger LOGG = LoggerFactory.getLogger(Fristjobb.class);
  private static final int PORSJON = 200;

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

  /** Handles everything that is due at this moment; one transaction for each deadline, so that a faulty one stops no other. */
  public void kjor() {
    forHver(etter -> lager.aaVarsle(klokke.instant(), etter, PORSJON), varsler::varsle);
    forHver(etter -> lager.aaBryte(klokke.instant(), etter, PORSJON), varsler::bryt);
  }

  private void forHver(LongFunction<List<Fristrad>> hent, Consumer<Fristrad> handling) {
    List<Fristrad> porsjon = hent.apply(0);
    while (!porsjon.isEmpty()) {
      porsjon.forEach(rad -> behandle(rad, handling));
      porsjon = hent.apply(porsjon.get(porsjon.size() - 1).id());
    }
  }

  private void behandle(Fristrad rad, Consumer<Fristrad> handling) {
    try {
      transaksjon.executeWithoutResult(status -> handling.accept(rad));
    } catch (RuntimeException e) {
      LOGG.error("Fristen {} ({}) kunne ikke behandles og prøves igjen: {}", rad.id(), rad.navn(), e.toString());
    }
  }
}
