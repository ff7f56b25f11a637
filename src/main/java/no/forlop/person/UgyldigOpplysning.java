package no.forlop.person;

/** A piece of identity that the register refuses. The message is bokmål for staff and never repeats the value. */
public final class UgyldigOpplysning extends RuntimeException {

  private final Egenskap egenskap;
  private final String tillatt;

  UgyldigOpplysning(String feil, String tillatt) {
    this(null, feil, tillatt);
  }

  UgyldigOpplysning(Egenskap egenskap, String feil, String tillatt) {
    super(feil);
    this.egenskap = egenskap;
    this.tillatt = tillatt;
  }

  /** Which piece it concerns; null when the one who asked knows. */
  public Egenskap egenskap() {
    return egenskap;
  }

  /** What would be accepted, in words. */
  public String tillatt() {
    return tillatt;
  }
}
