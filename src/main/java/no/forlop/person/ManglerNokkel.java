package no.forlop.person;

/** The register has no usable key, so the application does not start. */
class ManglerNokkel extends RuntimeException {

  ManglerNokkel(String melding) {
    super(melding);
  }
}
