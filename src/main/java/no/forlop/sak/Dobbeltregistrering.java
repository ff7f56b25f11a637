package no.forlop.sak;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.forlop.Avvist;
import no.forlop.person.Personregister;
import no.forlop.person.SammePerson;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running cases whose person may be the same one, registered twice (by number and by name, or twice by name). Nothing becomes
 * one before a worker has said so.
 */
@Component
@Transactional
public class Dobbeltregistrering {

  /**
   * A running case that may be about the same person.
   *
   * @param merke of its person, such as "K.N. 1985"
   * @param oppgave a task to open it by; null when the user sees none now
   */
  public record MuligSak(String saksnummer, String merke, String oppgave) {}

  private final Saksregister register;
  private final Sakstilgang tilgang;
  private final Personregister personer;
  private final IdentityService brukere;

  Dobbeltregistrering(Saksregister register, Sakstilgang tilgang, Personregister personer, @Lazy IdentityService brukere) {
    this.register = register;
    this.tilgang = tilgang;
    this.personer = personer;
    this.brukere = brukere;
  }

  /**
   * The cases that may be about the person of this task's case and that the user may open anyway; of others nothing is hinted.
   *
   * @throws IngenSlikSak when the user sees no such task, or it belongs to no case
   */
  public List<MuligSak> forOppgave(String oppgave) {
    return apne(egen(oppgave));
  }

  /**
   * The user's answer about one of them.
   *
   * @throws IngenSlikSak when the user sees no such task
   * @throws Avvist when the question is not open to the user any more
   */
  public void svarFraOppgave(String oppgave, String annen, SammePerson svar) {
    Saksopplysning egen = egen(oppgave);
    if (apne(egen).stream().noneMatch(en -> en.saksnummer().equals(annen))) {
      throw new Avvist("Spørsmålet er ikke åpent lenger: en annen har svart, eller saken er avsluttet");
    }
    svar(egen, annen, svar);
  }

  /** The newest running case of the same pathway that may be about the person of this one; for models, who have no user. */
  Optional<String> iSammeForlop(String saksnummer) {
    return register.finn(saksnummer).stream().flatMap(egen -> mulige(egen, sak -> sak.forlop().equals(egen.forlop())).stream())
        .map(Mulig::sak).max(Comparator.comparing(Saksopplysning::opprettet)).map(Saksopplysning::saksnummer);
  }

  void svar(String saksnummer, String annen, SammePerson svar) {
    svar(register.finn(saksnummer).orElseThrow(IngenSlikSak::sak), annen, svar);
  }

  private void svar(Saksopplysning egen, String annen, SammePerson svar) {
    String andre = register.finn(annen).orElseThrow(IngenSlikSak::sak).pasientId();
    Authentication bruker = brukere.getCurrentAuthentication();
    personer.svar(egen.pasientId(), andre, svar, bruker == null ? null : bruker.getUserId(), egen.saksnummer());
  }

  private List<MuligSak> apne(Saksopplysning egen) {
    List<Mulig> mulige = mulige(egen, sak -> true);
    List<TilgjengeligSak> apne = tilgang.blant(mulige.stream().map(Mulig::sak).toList());
    return mulige.stream().flatMap(mulig -> apne.stream().filter(en -> en.sak().equals(mulig.sak()))
        .map(en -> new MuligSak(mulig.sak().saksnummer(), mulig.merke(), en.oppgave().map(Task::getId).orElse(null)))).toList();
  }

  private List<Mulig> mulige(Saksopplysning egen, Predicate<Saksopplysning> hvilke) {
    return egen.pasientId() == null ? List.of()
        : personer.muligeSamme(egen.pasientId()).stream().flatMap(person -> register.apneFor(person.personId()).stream()
            .filter(hvilke).map(sak -> new Mulig(sak, person.merke()))).toList();
  }

  private Saksopplysning egen(String oppgave) {
    return register.finn(tilgang.saksnummerForOppgave(oppgave)).orElseThrow(IngenSlikSak::sak);
  }

  private record Mulig(Saksopplysning sak, String merke) {}
}
