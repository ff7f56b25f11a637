package no.forlop.frist;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.forlop.motor.Sakskontekst;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Due dates by the pathway's table: the calendar, the table and the case put together. */
@Component
class Frister {

  private final Fristtabell tabell;
  private final Fristlager lager;
  private final Saksenheter enheter;
  private final Apningstider apningstider;
  private final Kalender kalender;
  private final Clock klokke;
  private final Pauser pauser;

  Frister(Fristtabell tabell, Fristlager lager, Saksenheter enheter, Apningstider apningstider, Clock klokke, Pauser pauser) {
    this.tabell = tabell;
    this.lager = lager;
    this.enheter = enheter;
    this.apningstider = apningstider;
    this.kalender = new Kalender(klokke.getZone());
    this.klokke = klokke;
    this.pauser = pauser;
  }

  Instant naa() {
    return klokke.instant();
  }

  Fristregel regel(Sakskontekst sak, String navn) {
    return tabell.regel(sak.deployment(), navn);
  }

  Optional<Fristregel> finnRegel(Sakskontekst sak, String navn) {
    return tabell.finn(sak.deployment(), navn);
  }

  Instant forfall(DelegateExecution execution, Sakskontekst sak, Fristregel regel) {
    return kalender.forfall(
        anker(execution, sak, regel.fra()), regel.varighet(), regel.rulling(), apningstider.av(enhet(execution)));
  }

  Instant etter(DelegateExecution execution, String fra, String varighet) {
    try {
      return kalender.etter(anker(execution, Sakskontekst.av(execution), fra), Varighet.les(varighet));
    } catch (IllegalArgumentException e) {
      throw new Fristfeil("Rytme etter «" + fra + "»: " + e.getMessage(), e);
    }
  }

  Instant varsleTid(Fristregel regel, Instant forfall) {
    return regel == null || regel.forvarsel() == null || forfall == null ? null : kalender.varsel(forfall, regel.forvarsel());
  }

  /** Opens the milestone with its deadline; an open one stays as it is, so that a term never moves by being opened twice. */
  void apneMilepael(DelegateExecution execution, String navn) {
    Sakskontekst sak = Sakskontekst.av(execution);
    if (lager.apenMilepael(sak.saksinstans(), navn).isPresent()) {
      return;
    }
    Fristregel regel = regel(sak, navn);
    Instant forfall = forfall(execution, sak, regel);
    lagre(milepael(execution, sak, navn, regel, forfall));
  }

  /** Records a milestone that was reached without having been opened: it has no deadline, but others may count from it. */
  Fristrad milepaelUtenFrist(DelegateExecution execution, Sakskontekst sak, String navn) {
    lagre(milepael(execution, sak, navn, null, null));
    return lager.apenMilepael(sak.saksinstans(), navn).orElseThrow();
  }

  /** The responsible unit of the case as the models name it, or null. */
  static String enhet(DelegateExecution execution) {
    Object enhet = execution.getVariable("enhet");
    return enhet == null ? null : enhet.toString();
  }

  /** The unit that answers for the milestone has a part in the case, also before it has a task there. */
  private void lagre(NyFrist milepael) {
    lager.lagre(milepael);
    enheter.taMed(milepael.sak(), Optional.ofNullable(milepael.enhet()).stream().toList());
  }

  private NyFrist milepael(DelegateExecution execution, Sakskontekst sak, String navn, Fristregel regel, Instant forfall) {
    return new NyFrist(
        Fristtype.MILEPAEL,
        sak,
        sak.saksinstans(),
        navn,
        regel == null || regel.tittel().isEmpty() ? navn : regel.tittel(),
        enhet(execution),
        null,
        naa(),
        forfall,
        varsleTid(regel, forfall),
        pauser.holdtFra(execution),
        false,
        regel);
  }

  /** A date variable, or else a milestone of the case; no name, or a variable without value, means now. */
  private Anker anker(DelegateExecution execution, Sakskontekst sak, String fra) {
    if (fra == null || fra.isBlank()) {
      return Anker.ved(naa());
    }
    if (execution.hasVariable(fra)) {
      Object verdi = execution.getVariable(fra);
      try {
        return verdi == null ? Anker.ved(naa()) : Anker.les(verdi, klokke.getZone());
      } catch (IllegalArgumentException e) {
        throw new Fristfeil("Fristen regnes fra «" + fra + "»: " + e.getMessage(), e);
      }
    }
    return lager
        .milepaelstid(sak.saksinstans(), fra)
        .or(() -> lager.milepaelstid(sak.rot(), fra))
        .map(Anker::ved)
        .orElseThrow(() -> new Fristfeil("Fristen regnes fra «" + fra + "», men saken har ingen slik dato eller milepæl."));
  }
}
