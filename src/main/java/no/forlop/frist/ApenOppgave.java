package no.forlop.frist;

import java.time.Instant;

/**
 * An open task as its deadline knows it.
 *
 * @param saksnummer case number
 * @param oppgaveId task id
 * @param tittel the task's name without what the case has filled in
 * @param enhet responsible unit, or null
 * @param forfall due, or null
 * @param pauset whether the deadline stands still
 * @param kontakt whether the task is a contact with the person
 */
public record ApenOppgave(
    String saksnummer, String oppgaveId, String tittel, String enhet, Instant forfall, boolean pauset, boolean kontakt) {}
