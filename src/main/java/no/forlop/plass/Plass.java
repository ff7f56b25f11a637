package no.forlop.plass;

import java.util.Date;
import java.util.List;
import no.forlop.frist.Frist;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Places as models see them: {@code ${plass.tildel(execution,'leistad-etterbehandling')}} and
 * {@code ${plass.frigi(execution)}}.
 *
 * <p>A place belongs to the case, across its called parts, until it is freed or the case ends in any way. After
 * {@code tildel} answers false the model must go straight to a message catch event {@code plassLedig}; when that event
 * comes, the place is already the case's.
 */
@Component("plass")
public class Plass {

  private static final int VANLIG = 100;

  private final Fordeling fordeling;
  private final Plassbok bok;
  private final Frist frist;
  private final ObjectProvider<ProcessEngine> motor;

  Plass(Fordeling fordeling, Plassbok bok, Frist frist, ObjectProvider<ProcessEngine> motor) {
    this.fordeling = fordeling;
    this.bok = bok;
    this.frist = frist;
    this.motor = motor;
  }

  /** Assigns a place of the type or joins its queue; sets {@code plassTildelt} accordingly, and returns it. */
  public boolean tildel(DelegateExecution execution, String type) {
    return tildel(execution, type, null);
  }

  /**
   * As {@link #tildel(DelegateExecution, String)}, with a turn in the queue of its own.
   *
   * @param prioritet lower comes first; null is the ordinary turn, 100
   * @throws IllegalArgumentException when there is no such place type
   */
  public boolean tildel(DelegateExecution execution, String type, Number prioritet) {
    return tildel(execution, type, prioritet, null);
  }

  /**
   * As {@link #tildel(DelegateExecution, String, Number)}, for a queue that follows something else than its own order.
   *
   * @param siden when the waiting began, which orders cases of the same priority; null is now
   * @throws IllegalArgumentException when there is no such place type
   */
  public boolean tildel(DelegateExecution execution, String type, Number prioritet, Date siden) {
    boolean tildelt = fordeling.tildel(type, Soker.av(execution), prioritet == null ? VANLIG : prioritet.intValue(),
        siden == null ? null : siden.toInstant());
    execution.setVariable(Vekking.TILDELT, tildelt);
    return tildelt;
  }

  /**
   * Assigns a place of the type when one is free now, and never queues: for a need that cannot wait for one. Sets {@code
   * plassTildelt} accordingly, and returns it.
   *
   * @throws IllegalArgumentException when there is no such place type
   */
  public boolean tildelNaa(DelegateExecution execution, String type) {
    boolean tildelt = fordeling.tildelNaa(type, Soker.av(execution));
    execution.setVariable(Vekking.TILDELT, tildelt);
    return tildelt;
  }

  /**
   * The person has come to the place of the type that the case holds. When the pathway's deadline table has a row named as
   * the type, that is how long the stay may last: its milestone opens, and {@code frigi} reaches it.
   *
   * @throws IllegalStateException when the case holds no place of the type
   */
  public void ankommet(DelegateExecution execution, String type) {
    if (!bok.ankommet(type, Soker.av(execution).eier())) {
      throw new IllegalStateException("Saken har ingen plass av typen " + type);
    }
    frist.milepaelHvisRegel(execution, type);
  }

  /** Frees every place of the case and takes it out of every queue. Nothing to free is no error. */
  public void frigi(DelegateExecution execution) {
    bok.typerFor(Soker.av(execution).eier()).forEach(type -> frigi(execution, type));
  }

  /** Frees the case's place of one type, or leaves that queue. Nothing to free is no error. */
  public void frigi(DelegateExecution execution, String type) {
    fordeling.frigi(type, Soker.av(execution).eier());
    frist.naaddHvisApen(execution, type);
  }

  /** True when the case holds a place of the type now. */
  public boolean har(DelegateExecution execution, String type) {
    return bok.holder(type, Soker.av(execution).eier());
  }

  /** True when the case's person has come to a place of the type in any case; a place that was only given does not count. */
  public boolean harHatt(DelegateExecution execution, String type) {
    String pasient = Soker.av(execution).pasient();
    return pasient != null && bok.avPasient(pasient, type).stream().anyMatch(opphold -> opphold.ankommet() != null);
  }

  /** All place types with what is held and who waits, by id. */
  public List<Plasstype> typer() {
    return bok.typer();
  }

  /** Stays at the type that have not ended, oldest first. */
  public List<Opphold> naavaerende(String type) {
    return bok.naavaerende(type);
  }

  /** All stays of a person at the type, also ended ones, oldest first. */
  public List<Opphold> opphold(String pasientId, String type) {
    return bok.avPasient(pasientId, type);
  }

  /** The queue for the type, first in line first. */
  public List<Ventende> ko(String type) {
    return bok.ko(type);
  }

  /** Changes a type's capacity; lowering never moves anybody out, raising wakes those first in line. */
  public void settKapasitet(String type, int kapasitet) {
    if (kapasitet < 0) {
      throw new IllegalArgumentException("Kapasiteten kan ikke være under 0");
    }
    kommando(() -> fordeling.settKapasitet(type, kapasitet));
  }

  /** Gives out places that became free because somebody edited a capacity directly in the database. */
  void fyllLedige() {
    List<String> typer = bok.typerMedLedigOgKo();
    if (!typer.isEmpty()) {
      kommando(() -> typer.forEach(fordeling::fyll));
    }
  }

  private void kommando(Runnable arbeid) {
    var konfigurasjon = (ProcessEngineConfigurationImpl) motor.getObject().getProcessEngineConfiguration();
    konfigurasjon.getCommandExecutorTxRequired().execute((CommandContext kontekst) -> {
      arbeid.run();
      return null;
    });
  }
}
