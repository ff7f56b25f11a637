package no.forlop.sak;

/**
 * Something from outside the flow that a case can be told now.
 *
 * @param utforelse the execution that listens; names the receiver when the event is reported
 * @param melding message name, such as {@code dod}
 * @param navn name for people, such as "Død meldt"
 * @param merke whom it concerns, where several parts of the case listen for the same; otherwise null
 * @param saksnummer case number of the part that listens
 */
public record Hendelse(String utforelse, String melding, String navn, String merke, String saksnummer) {}
