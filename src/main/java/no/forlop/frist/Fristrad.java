package no.forlop.frist;

import java.time.Instant;

/**
 * One open deadline as the table {@code frist} holds it, as far as warnings and changes need it.
 *
 * @param id row
 * @param type task or milestone
 * @param saksnummer case number, or null
 * @param forlop name of the pathway
 * @param navn activity id or milestone name
 * @param tittel name for people
 * @param enhet responsible unit, or null
 * @param oppgaveId task id, or null for a milestone
 * @param opprettet when it started
 * @param forfall when it is due, or null
 * @param varsleGruppe whom to warn, or null for the unit
 * @param bruddGruppe whom to tell of a breach, or null for the unit's leaders
 * @param vakt who is told too when the unit is closed, or null
 * @param pausetFra when it was paused, or null
 */
record Fristrad(
    long id,
    Fristtype type,
    String saksnummer,
    String forlop,
    String navn,
    String tittel,
    String enhet,
    String oppgaveId,
    Instant opprettet,
    Instant forfall,
    String varsleGruppe,
    String bruddGruppe,
    String vakt,
    Instant pausetFra) {}
