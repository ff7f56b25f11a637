package no.forlop.cockpit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.forlop.Avvist;
import no.forlop.motor.Uinnskrenket;
import no.forlop.revisjon.Revisjon;
import no.forlop.tilgang.Tilgang;
import no.forlop.varsel.Varsel;
import no.forlop.varsel.Varselinnhold;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a manager may do to rows of the list: give the task to somebody, or remind. Each row on its own, each in the audit trail. */
@Component
class Fristhandlinger {

  /** A row that nothing was done to, and why. */
  record IkkeUtfort(long id, String saksnummer, String grunn) {}

  /** What came of it. */
  record Resultat(List<Long> utfort, List<IkkeUtfort> ikkeUtfort) {}

  private static final int FLEST = 200;
  private static final DateTimeFormatter LESELIG =
      DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb-NO")).withZone(ZoneId.of("Europe/Oslo"));

  private final Fristlesning frister;
  private final ProcessEngine motor;
  private final IdentityService identitet;
  private final Tilgang tilgang;
  private final Varsel varsel;
  private final Revisjon revisjon;
  private final TransactionTemplate transaksjon;

  Fristhandlinger(Fristlesning frister, @Lazy ProcessEngine motor, @Lazy IdentityService identitet, Tilgang tilgang,
      Varsel varsel, Revisjon revisjon, PlatformTransactionManager transaksjoner) {
    this.frister = frister;
    this.motor = motor;
    this.identitet = identitet;
    this.tilgang = tilgang;
    this.varsel = varsel;
    this.revisjon = revisjon;
    this.transaksjon = new TransactionTemplate(transaksjoner);
  }

  /** Who may be given a task of the unit: those who are in it. */
  List<Navngitt> ansatte(String enhet) {
    return Uinnskrenket.utfor(motor, () -> tilgang.ansatte(enhet)).stream()
        .map(en -> new Navngitt(en.get("value"), en.get("label"))).sorted().toList();
  }

  /**
   * Gives the tasks to a worker of their units.
   *
   * @throws Avvist when no row or no known user is named
   */
  Resultat tildel(List<Long> ider, String bruker, Lederinnsyn innsyn) {
    if (bruker == null || bruker.isBlank() || Uinnskrenket.utfor(motor,
        () -> identitet.createUserQuery().userId(bruker).count()) == 0) {
      throw new Avvist("Velg en ansatt som finnes («bruker»).");
    }
    Set<String> enheter = new HashSet<>();
    Uinnskrenket.utfor(motor, () -> identitet.createGroupQuery().groupMember(bruker).list()).stream().map(Group::getId)
        .map(Tilgang::enhet).forEach(enheter::add);
    return forHver(ider, innsyn, rad -> tildel(rad, bruker, enheter, innsyn));
  }

  /**
   * Sends a reminder to the one who has the task, otherwise to the unit.
   *
   * @throws Avvist when no row is named
   */
  Resultat purr(List<Long> ider, Lederinnsyn innsyn) {
    return forHver(ider, innsyn, rad -> purr(rad, innsyn));
  }

  private String tildel(Fristlinje rad, String bruker, Set<String> enheter, Lederinnsyn innsyn) {
    if (!rad.erOppgave()) {
      return "Milepæler kan ikke tildeles, bare purres.";
    }
    if (!enheter.contains(rad.enhet().id())) {
      return "Den valgte arbeider ikke i " + rad.enhet().navn() + ".";
    }
    if (rad.hvem() != null && rad.hvem().id().equals(bruker)) {
      return "Den valgte har oppgaven fra før.";
    }
    Uinnskrenket.utfor(motor, () -> {
      motor.getTaskService().setAssignee(rad.oppgaveId(), bruker);
      return null;
    });
    revisjon.skriv(innsyn.bruker(), "tildelt", rad.saksnummer(), rad.oppgaveId(),
        (rad.hvem() == null ? "ingen" : rad.hvem().id()) + " → " + bruker);
    return null;
  }

  private String purr(Fristlinje rad, Lederinnsyn innsyn) {
    Varselinnhold innhold = new Varselinnhold(rad.saksnummer(), rad.forlop().navn(), rad.tittel(), LESELIG.format(rad.forfall()),
        rad.oppgaveId());
    if (rad.hvem() == null) {
      varsel.legg("paminnelse", rad.gruppe(), innhold);
    } else if (!varsel.leggTil("paminnelse", rad.gruppe(), rad.hvem().id(), innhold)) {
      return "Den som har oppgaven, har ingen e-postadresse.";
    }
    revisjon.skriv(innsyn.bruker(), "purret", rad.saksnummer(), rad.erOppgave() ? rad.oppgaveId() : String.valueOf(rad.id()),
        rad.hvem() == null ? rad.gruppe() : rad.hvem().id());
    return null;
  }

  private Resultat forHver(List<Long> ider, Lederinnsyn innsyn, Function<Fristlinje, String> handling) {
    if (ider == null || ider.isEmpty() || ider.size() > FLEST || ider.contains(null)) {
      throw new Avvist("Velg 1 til " + FLEST + " frister («frister»).");
    }
    Map<Long, Fristlinje> rader = new HashMap<>();
    // What is not the user's is told as what does not exist.
    frister.medId(ider).stream().filter(rad -> innsyn.ser(rad.enhet() == null ? null : rad.enhet().id()))
        .forEach(rad -> rader.put(rad.id(), rad));
    List<Long> utfort = new ArrayList<>();
    List<IkkeUtfort> ikke = new ArrayList<>();
    for (Long id : new LinkedHashSet<>(ider)) {
      Fristlinje rad = rader.get(id);
      String grunn = rad == null ? "Fristen er ikke lenger åpen." : prov(rad, handling);
      if (grunn == null) {
        utfort.add(id);
      } else {
        ikke.add(new IkkeUtfort(id, rad == null ? null : rad.saksnummer(), grunn));
      }
    }
    return new Resultat(utfort, ikke);
  }

  private String prov(Fristlinje rad, Function<Fristlinje, String> handling) {
    if (rad.enhet() == null) {
      return "Fristen hører ikke til noen enhet.";
    }
    try {
      return transaksjon.execute(status -> handling.apply(rad));
    } catch (Avvist nei) {
      return nei.getMessage();
    } catch (ProcessEngineException noenKomForst) {
      return "Oppgaven er endret av en annen. Last listen på nytt.";
    }
  }
}
