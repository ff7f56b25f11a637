package no.forlop.frist;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.motor.Sakskontekst;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Keeps the table {@code frist} in step with the engine's tasks, and gives each task what its card shows. */
@Component
class Fristlytter {

  private static final String UTTRYKK = "[$#]\\{[^}]*}";

  private final Frister frister;
  private final Fristlager lager;
  private final Saksenheter enheter;
  private final Fristvarsler varsler;
  private final Pauser pauser;

  Fristlytter(Frister frister, Fristlager lager, Saksenheter enheter, Fristvarsler varsler, Pauser pauser) {
    this.frister = frister;
    this.lager = lager;
    this.enheter = enheter;
    this.varsler = varsler;
    this.pauser = pauser;
  }

  void opprettet(DelegateTask oppgave, boolean kontakt) {
    Sakskontekst sak = Sakskontekst.av(oppgave.getExecution());
    merk(oppgave, sak);
    enheter.taMed(sak, grupper(oppgave));
    lagre(oppgave, sak, kontakt);
  }

  void endret(DelegateTask oppgave, boolean kontakt) {
    Sakskontekst sak = Sakskontekst.av(oppgave.getExecution());
    enheter.taMed(sak, grupper(oppgave));
    Optional<Fristrad> kjent = lager.oppgave(oppgave.getId());
    if (kjent.isPresent()) {
      folg(oppgave, kjent.get(), sak);
    } else if (oppgave.getDueDate() != null) {
      lagre(oppgave, sak, kontakt);
    }
  }

  void fullfort(DelegateTask oppgave) {
    lager.oppgave(oppgave.getId()).ifPresent(varsler::naadd);
  }

  void slettet(DelegateTask oppgave) {
    lager.avlysOppgave(oppgave.getId(), frister.naa());
  }

  void avsluttet(DelegateExecution prosess) {
    lager.avlysMilepaeler(prosess.getProcessInstanceId(), frister.naa());
    pauser.prosessSlutt(prosess);
  }

  /** Process variables are invisible to the query behind Tasklist's cards; these three are what a card shows. */
  private static void merk(DelegateTask oppgave, Sakskontekst sak) {
    Object merke = oppgave.getExecution().getVariable("pasientmerke");
    if (merke != null) {
      oppgave.setVariableLocal("pasientmerke", merke);
    }
    if (sak.saksnummer() != null) {
      oppgave.setVariableLocal("saksnummer", sak.saksnummer());
    }
    oppgave.setVariableLocal("forlop", sak.forlop());
  }

  /** A contact is kept also without a deadline, since whoever calls the person wants to know of it. */
  private void lagre(DelegateTask oppgave, Sakskontekst sak, boolean kontakt) {
    Fristregel regel = frister.finnRegel(sak, oppgave.getTaskDefinitionKey()).orElse(null);
    Instant forfall = forfall(oppgave);
    if (forfall == null && regel == null && !kontakt) {
      return;
    }
    lager.lagre(
        new NyFrist(
            Fristtype.OPPGAVE,
            sak,
            sak.instans(),
            oppgave.getTaskDefinitionKey(),
            tittel(oppgave),
            enhet(oppgave),
            oppgave.getId(),
            frister.naa(),
            forfall,
            frister.varsleTid(regel, forfall),
            pauser.holdtFra(oppgave.getExecution()),
            kontakt,
            regel));
  }

  /** A moved due date gets its own warning; a breach that has been recorded stays. */
  private void folg(DelegateTask oppgave, Fristrad rad, Sakskontekst sak) {
    Instant forfall = forfall(oppgave);
    String enhet = enhet(oppgave);
    if (Objects.equals(forfall, rad.forfall()) && Objects.equals(enhet, rad.enhet())) {
      return;
    }
    boolean flyttet = !Objects.equals(forfall, rad.forfall());
    Instant varsleTid =
        flyttet
            ? frister.varsleTid(
                frister.finnRegel(sak, rad.navn()).orElse(null), forfall)
            : lager.varsleTid(rad.id()).orElse(null);
    lager.endre(rad.id(), enhet, forfall, varsleTid, flyttet && varsleTid != null && varsleTid.isAfter(frister.naa()));
  }

  private static Instant forfall(DelegateTask oppgave) {
    Date forfall = oppgave.getDueDate();
    return forfall == null ? null : forfall.toInstant();
  }

  /** The unit of the case when the task is also for others or for a named person; else the first candidate group. */
  private static String enhet(DelegateTask oppgave) {
    String sakens = Frister.enhet(oppgave.getExecution());
    // A candidate that is being taken away is still among them until the engine writes.
    var lager = Context.getCommandContext().getDbEntityManager();
    List<String> grupper = oppgave.getCandidates().stream().filter(kandidat -> !lager.isDeleted((DbEntity) kandidat))
        .map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().toList();
    return grupper.isEmpty() || grupper.contains(sakens) ? sakens : grupper.get(0);
  }

  /** Every unit that may take the task, and the one that answers for it. */
  private static Set<String> grupper(DelegateTask oppgave) {
    return Stream.concat(oppgave.getCandidates().stream().map(IdentityLink::getGroupId), Stream.of(enhet(oppgave)))
        .filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The task's name without what the case has filled in, since the title goes into mails. */
  private static String tittel(DelegateTask oppgave) {
    Expression navn = ((TaskEntity) oppgave).getTaskDefinition().getNameExpression();
    String tittel = navn == null ? "" : navn.getExpressionText().replaceAll(UTTRYKK, "").strip();
    return tittel.isEmpty() ? oppgave.getTaskDefinitionKey() : tittel;
  }
}
