package no.forlop.person;

/**
 * Published inside the transaction when a case goes on without knowing whom it is about: read models that keep id or merke
 * of the patient follow it.
 *
 * @param rot id of the case's root process instance
 * @param person the unknown person that stands there from now on
 */
public record PasientFjernet(String rot, Personmerke person) {}
