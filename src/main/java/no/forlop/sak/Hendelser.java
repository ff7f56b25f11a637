package no.forlop.sak;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.forlop.Avvist;
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Events that staff report from outside the flow: what a whole case, called parts included, listens for now, and the
 * delivery of one of them; so too for a case that it called or was called by, when the user may open that one. The right is
 * a task of the case that the user may see, or, by case number, what {@link Sakstilgang} says: who cares for a person may
 * have nothing to do in Tasklist just when something happens. The engine's own rights, which know no such thing, are then
 * left aside, while the user stays the one who acts.
 */
@Component
public class Hendelser {

  private static final String MELDT_AV = "meldtHendelseAv";

  private final ProcessEngine motor;
  private final Hendelsesnavn navn;
  private final Saksregister register;
  private final Sakstilgang tilgang;

  Hendelser(@Lazy ProcessEngine motor, Hendelsesnavn navn, Saksregister register, Sakstilgang tilgang) {
    this.motor = motor;
    this.navn = navn;
    this.register = register;
    this.tilgang = tilgang;
  }

  /**
   * What the case of this task can be told now, by name; the task's own case comes before those linked into it.
   *
   * @throws IngenSlikSak when the user sees no such task
   */
  public List<Hendelse> forOppgave(String oppgave) {
    ProcessInstance egen = tilgang.instansForOppgave(oppgave);
    Set<String> apne = tilgang.apneRundt(egen.getId());
    return utenRettighetssjekk(() -> lyttesEtter(apne)).stream()
        .sorted(Comparator.comparing(en -> !Objects.equals(en.saksnummer(), egen.getBusinessKey()))).toList();
  }

  /**
   * What the case can be told now, by name.
   *
   * @throws IngenSlikSak when there is no such running case, or the user's units have no part in it
   */
  public List<Hendelse> forSak(String saksnummer) {
    Set<String> apne = apneRundtSak(saksnummer);
    return utenRettighetssjekk(() -> lyttesEtter(apne));
  }

  /**
   * Reports an event to the case of this task.
   *
   * @param utforelse the listening execution, from {@link #forOppgave}
   * @throws IngenSlikSak when the user sees no such task
   * @throws SakenHarGaattVidere when the case does not listen for it any more
   */
  public void meldFraOppgave(String oppgave, String utforelse, String melding) {
    lever(tilgang.apneRundt(tilgang.instansForOppgave(oppgave).getId()), utforelse, melding);
  }

  /**
   * Reports an event to the case.
   *
   * @param utforelse the listening execution, or null when only one part of the case listens for the message
   * @throws IngenSlikSak when there is no such running case, or the user's units have no part in it
   * @throws SakenHarGaattVidere when the case does not listen for it any more
   * @throws Avvist when several parts listen and none is named
   */
  public void meldISak(String saksnummer, String utforelse, String melding) {
    Set<String> apne = apneRundtSak(saksnummer);
    Hendelse valgt = velg(utenRettighetssjekk(() -> lyttesEtter(apne)), saksnummer, utforelse, melding);
    lever(apne, valgt.utforelse(), melding);
  }

  /**
   * Delivers an event that another case tells of, to the one part of the case that listens for it.
   *
   * @param bruker who reported it there
   * @return false when no part or several parts of the case listen; then nothing was delivered
   */
  boolean leverTil(String saksnummer, String melding, String bruker, Map<String, Object> innhold) {
    return utenRettighetssjekk(() -> {
      List<Hendelse> lyttere = register.finn(saksnummer)
          .map(sak -> sporring().processInstanceId(sak.prosessinstans()).singleResult())
          .map(instans -> lyttesEtter(sporring().rootProcessInstanceId(instans.getRootProcessInstanceId()))).orElse(List.of()).stream()
          .filter(en -> en.melding().equals(melding) && saksnummer.equals(en.saksnummer())).toList();
      if (lyttere.size() == 1) {
        innhold.put(MELDT_AV, bruker);
        register.meldt(saksnummer, lyttere.get(0), bruker);
        motor.getRuntimeService().messageEventReceived(melding, lyttere.get(0).utforelse(), innhold);
      }
      return lyttere.size() == 1;
    });
  }

  private static Hendelse velg(List<Hendelse> alle, String saksnummer, String utforelse, String melding) {
    List<Hendelse> aktuelle = alle.stream().filter(en -> en.melding().equals(melding))
        .filter(en -> utforelse == null || en.utforelse().equals(utforelse)).toList();
    if (aktuelle.size() > 1) {
      aktuelle = aktuelle.stream().filter(en -> saksnummer.equals(en.saksnummer())).toList();
      if (aktuelle.size() != 1) {
        throw new Avvist("Flere deler av saken tar imot hendelsen. Oppgi «utforelse» fra listen over hendelser.");
      }
    }
    return aktuelle.stream().findFirst().orElseThrow(SakenHarGaattVidere::new);
  }

  private void lever(Set<String> apne, String utforelse, String melding) {
    var bruker = motor.getIdentityService().getCurrentAuthentication();
    Map<String, Object> variabler = new HashMap<>();
    variabler.put(MELDT_AV, bruker == null ? null : bruker.getUserId());
    if (!levert(apne, utforelse, melding, variabler)) {
      throw new SakenHarGaattVidere();
    }
  }

  private boolean levert(Set<String> apne, String utforelse, String melding, Map<String, Object> variabler) {
    try {
      return utenRettighetssjekk(() -> {
        Optional<Hendelse> lytter = lyttesEtter(apne).stream()
            .filter(en -> en.utforelse().equals(utforelse) && en.melding().equals(melding)).findFirst();
        lytter.ifPresent(hendelse -> {
          register.meldt(hendelse.saksnummer(), hendelse, (String) variabler.get(MELDT_AV));
          motor.getRuntimeService().messageEventReceived(melding, utforelse, variabler);
        });
        return lytter.isPresent();
      });
    } catch (OptimisticLockingException noenKomForst) {
      return false;
    }
  }

  private Set<String> apneRundtSak(String saksnummer) {
    return register.finn(saksnummer).flatMap(tilgang::paagaaende).map(sak -> tilgang.apneRundt(sak.sak().prosessinstans()))
        .orElseThrow(IngenSlikSak::sak);
  }

  private List<Hendelse> lyttesEtter(Set<String> instanser) {
    return instanser.isEmpty() ? List.of() : lyttesEtter(sporring().processInstanceIds(instanser));
  }

  private List<Hendelse> lyttesEtter(ProcessInstanceQuery instanser) {
    List<Hendelse> alle = instanser.unlimitedList().stream().flatMap(instans ->
        motor.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instans.getId())
            .eventType("message").unlimitedList().stream().flatMap(lytter -> hendelse(instans, lytter).stream())).toList();
    Map<String, Long> antall = alle.stream().collect(Collectors.groupingBy(Hendelse::navn, Collectors.counting()));
    return alle.stream().map(en -> antall.get(en.navn()) > 1 ? en
            : new Hendelse(en.utforelse(), en.melding(), en.navn(), null, en.saksnummer()))
        .sorted(Comparator.comparing(Hendelse::navn, Collator.getInstance(new Locale("nb", "NO")))
            .thenComparing(Hendelse::merke, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private Optional<Hendelse> hendelse(ProcessInstance instans, EventSubscription lytter) {
    return navn.finn(instans.getProcessDefinitionId(), lytter.getActivityId())
        .map(tekst -> new Hendelse(lytter.getExecutionId(), lytter.getEventName(), tekst,
            (String) motor.getRuntimeService().getVariable(instans.getId(), "pasientmerke"), instans.getBusinessKey()));
  }

  private ProcessInstanceQuery sporring() {
    return motor.getRuntimeService().createProcessInstanceQuery();
  }

  private <T> T utenRettighetssjekk(Supplier<T> arbeid) {
    return Uinnskrenket.utfor(motor, arbeid);
  }
}
