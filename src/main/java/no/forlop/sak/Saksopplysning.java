package no.forlop.sak;

import java.time.LocalDateTime;

/**
 * What the register of cases knows of one case; nothing in it identifies a person to someone without the person register.
 *
 * @param forlop process id of the pathway
 * @param utfall id of the end event reached; null while running and for a case that was deleted
 * @param opprettet local time in Oslo
 * @param opprettetAv user id; null when the engine itself started it, such as at a timer
 */
public record Saksopplysning(String saksnummer, String forlop, String prosessinstans, String pasientId,
    LocalDateTime opprettet, String opprettetAv, LocalDateTime avsluttet, String utfall, String utfallNavn) {}
