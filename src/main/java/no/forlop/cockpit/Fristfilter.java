package no.forlop.cockpit;

import java.util.Collection;
import java.util.List;

/**
 * Which open deadlines to list.
 *
 * @param tilstander how they stand; empty for all
 * @param enheter the units that answer for them, or null for all
 * @param forlop root pathway, or null
 * @param type {@code oppgave} or {@code milepael}, or null
 * @param periode days of their due times
 * @param prosess process key, for its deadlines and those of the parts that it calls, or null
 * @param instanser process instances, or null for all
 */
record Fristfilter(
    List<Tilstand> tilstander,
    Collection<String> enheter,
    String forlop,
    String type,
    Periode periode,
    String prosess,
    Collection<String> instanser) {}
