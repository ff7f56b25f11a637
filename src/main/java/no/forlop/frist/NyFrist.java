package no.forlop.frist;

import java.time.Instant;
import no.forlop.motor.Sakskontekst;

/**
 * A deadline to be written.
 *
 * @param type task or milestone
 * @param sak the case
 * @param prosessinstans the process instance whose end cancels it
 * @param navn activity id or milestone name
 * @param tittel name for people
 * @param enhet responsible unit, or null
 * @param oppgaveId task id, or null
 * @param opprettet now
 * @param forfall due, or null
 * @param varsleTid when to warn, or null
 * @param pausetFra now when it is held from the start, or null
 * @param kontakt whether the task is a contact with the person
 * @param regel row of the pathway's table, or null
 */
record NyFrist(
    Fristtype type,
    Sakskontekst sak,
    String prosessinstans,
    String navn,
    String tittel,
    String enhet,
    String oppgaveId,
    Instant opprettet,
    Instant forfall,
    Instant varsleTid,
    Instant pausetFra,
    boolean kontakt,
    Fristregel regel) {}
