package no.forlop.oversikt;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A contact with the person that is open or planned.
 *
 * @param navn name of the task, or of the timer event that waits for the next contact
 * @param enhet name of the unit, or null
 * @param hos name of the worker who has taken the task, or null
 * @param tid due, or planned, ISO 8601 with offset; null when there is no deadline or it stands still
 * @param forsinket whether it should have been made by now
 * @param planlagt whether it waits for its time and is no task yet
 * @param pause whether the case stands still
 * @param sammeSamtale whether the call that the user's own task asks for can serve it too
 * @param oppgave the task, when the user sees it, or another one by which to open the case; or null
 */
public record Kontakt(String saksnummer, String forlop, String navn, String enhet, String hos, String tid,
    boolean forsinket, boolean planlagt, boolean pause, boolean sammeSamtale, String oppgave) {

  static String tid(ZonedDateTime tid) {
    return tid.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString();
  }
}
