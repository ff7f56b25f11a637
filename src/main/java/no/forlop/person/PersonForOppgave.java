package no.forlop.person;

import java.util.List;

/**
 * Whom a worker meets in a task: the patient, those around, and what has been consented to.
 *
 * @param pasient null when the case has no patient yet
 * @param andre others of this case (the one who reported, the deceased, the person this task concerns)
 * @param samtykker one per recipient the case has asked about
 */
public record PersonForOppgave(
    Personkort pasient, List<Personkort> parorende, List<Personkort> barn, List<Personkort> andre, List<Samtykke> samtykker) {

  /**
   * A consent.
   *
   * @param mottaker recipient in words, such as "Fastlege"
   * @param svar "Ja", "Nei" or "Ikke spurt"
   */
  public record Samtykke(String mottaker, String svar) {}
}
