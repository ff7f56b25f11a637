package no.forlop.person;

/**
 * Published inside the transaction when who a person is became clearer: read models that keep id or merke follow it.
 *
 * @param gammelId the id that was used until now; equal to the new one unless two rows became one
 * @param person what holds from now on
 */
public record PersonEndret(String gammelId, Personmerke person) {}
