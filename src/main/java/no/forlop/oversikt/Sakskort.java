package no.forlop.oversikt;

import java.util.List;

/**
 * A case in the overview. Times are ISO 8601 with offset.
 *
 * @param forlop name of the pathway
 * @param forhold {@code startetHerfra}, {@code startetDenne} or {@code koblet}; null for the case itself and one that is not linked
 * @param annenPerson whether it is about somebody else, such as a child
 * @param startetAv name of the worker, or null
 * @param startetFra case that it was started from, when the user may open that one too
 * @param tilstand {@code paagar}, {@code pause} or {@code avsluttet}
 * @param utfall the state that it ended in, in the pathway's words
 * @param koordinator name of the worker who is responsible, or null
 * @param enheter names of the units that have open tasks in it
 * @param oppgave an open task of it that the user sees, or null
 */
public record Sakskort(String saksnummer, String forlop, String forhold, boolean annenPerson, String startet,
    String startetAv, String startetFra, String tilstand, String avsluttet, String utfall, String koordinator,
    String stedfortreder, List<String> enheter, String oppgave, String oppgavenavn) {}
