package no.forlop.varsel;

/**
 * All that a notice may tell; there is no room for a person.
 *
 * @param saksnummer case number, or null
 * @param forlop name of the pathway
 * @param oppgave name of the task or milestone, or null
 * @param frist due date in words, or null
 * @param oppgaveId the task that the link opens, or null for the case's tasks
 */
public record Varselinnhold(String saksnummer, String forlop, String oppgave, String frist, String oppgaveId) {}
