package no.forlop.tilgang;

/** The users that must exist before anyone can log in. */
interface Forstebrukere {

  /** Makes them when they are missing. */
  void sikre();
}
