package no.forlop.frist;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import no.forlop.motor.Sakskontekst;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Deadlines as models call them: {@code ${frist.oppgave(execution)}}. Every method that takes an execution runs within the
 * engine's command.
 */
@Component("frist")
public class Frist {

  private final Frister frister;
  private final Fristlager lager;
  private final Fristvarsler varsler;
  private final Pauser pauser;

  Frist(Frister frister, Fristlager lager, Fristvarsler varsler, Pauser pauser) {
    this.frister = frister;
    this.lager = lager;
    this.varsler = varsler;
    this.pauser = pauser;
  }

  /**
   * The due date of the current user task, by the table's row with the task's id.
   *
   * @throws Fristfeil when the table has no such row, or its anchor is missing
   */
  public Date oppgave(DelegateExecution execution) {
    return om(execution, execution.getCurrentActivityId());
  }

  /**
   * The date of a timer event, by the table's row with this name; the same moment as a due date by that row.
   *
   * @throws Fristfeil when the table has no such row, or its anchor is missing
   */
  public Date om(DelegateExecution execution, String navn) {
    Sakskontekst sak = Sakskontekst.av(execution);
    return Date.from(frister.forfall(execution, sak, frister.regel(sak, navn)));
  }

  /**
   * How long a deadline is, in the words of the table's row: "4 uker". For what people are told about it.
   *
   * @throws Fristfeil when the table has no such row
   */
  public String varighet(DelegateExecution execution, String navn) {
    return frister.regel(Sakskontekst.av(execution), navn).varighet().toString();
  }

  /**
   * A moment in a rhythm: so long after an anchor. Hours and døgn are exact; working days, weeks and months, and a
   * date without time, come at 08:00.
   *
   * @param anker name of a date variable or a milestone, or null for now
   * @param varighet in words, "2 døgn", "1 uke"; a zero is the anchor itself
   * @throws Fristfeil when the words cannot be read or the case has no such anchor
   */
  public Date etter(DelegateExecution execution, String anker, String varighet) {
    return Date.from(frister.etter(execution, anker, varighet));
  }

  /**
   * Opens a milestone of the case, with the deadline of the table's row with this name. An open milestone stays as it is.
   *
   * @throws Fristfeil when the table has no such row, or its anchor is missing
   */
  public void milepael(DelegateExecution execution, String navn) {
    frister.apneMilepael(execution, navn);
  }

  /** Opens a milestone of the case when the table has a row for it. */
  public void milepaelHvisRegel(DelegateExecution execution, String navn) {
    if (frister.finnRegel(Sakskontekst.av(execution), navn).isPresent()) {
      milepael(execution, navn);
    }
  }

  /** Reaches a milestone of the case, in time or late. One that was never opened is recorded without a deadline. */
  public void naadd(DelegateExecution execution, String navn) {
    Sakskontekst sak = Sakskontekst.av(execution);
    varsler.naadd(
        lager
            .apenMilepael(sak.saksinstans(), navn)
            .orElseGet(() -> frister.milepaelUtenFrist(execution, sak, navn)));
  }

  /** Reaches a milestone of the case if it is open, in time or late; otherwise there is nothing to reach. */
  public void naaddHvisApen(DelegateExecution execution, String navn) {
    lager.apenMilepael(Sakskontekst.av(execution).saksinstans(), navn).ifPresent(varsler::naadd);
  }

  /** Sets a variable of the process instance to the present time, for later deadlines to count from. */
  public void naa(DelegateExecution execution, String variabel) {
    execution.getProcessInstance().setVariable(variabel, Date.from(frister.naa()));
  }

  /**
   * Holds the case: its deadlines and timers stand still, also those that begin meanwhile, until {@link #gjenoppta} or the
   * end of this process instance. What events have started goes on, and so does this process instance.
   */
  public void pause(DelegateExecution execution) {
    pauser.start(execution);
  }

  /** Ends the pause; deadlines and timers move by as long as they stood, in Tasklist too. With two pauses the last one resumes. */
  public void gjenoppta(DelegateExecution execution) {
    pauser.slutt(execution);
  }

  /** The open tasks of these cases, whoever asks: the caller has checked that the user may open the cases. */
  public List<ApenOppgave> apneOppgaver(Collection<String> saksnumre) {
    return saksnumre.isEmpty() ? List.of() : lager.apneOppgaver(saksnumre);
  }

  /** Whether this is an open task that is a contact with the person. */
  public boolean erKontakt(String oppgaveId) {
    return lager.erKontakt(oppgaveId);
  }

  /** Those of these cases (ids of their process instances) that stand still. */
  public Set<String> pauset(Collection<String> saksinstanser) {
    return pauser.blant(saksinstanser);
  }
}
