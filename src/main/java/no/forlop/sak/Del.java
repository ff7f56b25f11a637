package no.forlop.sak;

/** A process instance that runs, and the process definition that it runs by. */
public record Del(String instans, String definisjon) {}
