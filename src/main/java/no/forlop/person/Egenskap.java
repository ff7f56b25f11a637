package no.forlop.person;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The pieces of identity that a form may ask for; the part after the dot in {@code properties.identitet}. */
public enum Egenskap {
  NUMMER,
  NAVN,
  TELEFON,
  EPOST,
  ADRESSE,
  FODSELSDATO;

  private static final LocalDate ELDSTE = LocalDate.of(1880, 1, 1);
  private static final Pattern TELEFONNUMMER = Pattern.compile("(\\+|00)?[0-9]{5,15}");
  private static final Pattern EPOSTADRESSE = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final int LENGSTE_NAVN = 120;
  private static final int LENGSTE_ADRESSE = 300;

  /** Reads the name used in forms, such as {@code fodselsdato}. */
  public static Egenskap av(String navn) {
    return valueOf(navn.toUpperCase(Locale.ROOT));
  }

  /** Refuses what cannot be such a piece; numbers are checked by {@link Identitetsnummer}. */
  void kontroller(String verdi, LocalDate idag) {
    switch (this) {
      case NAVN -> krev(verdi.length() <= LENGSTE_NAVN && verdi.chars().noneMatch(Character::isDigit),
          "Navnet kan ikke brukes", "inntil " + LENGSTE_NAVN + " tegn uten tall");
      case TELEFON -> krev(TELEFONNUMMER.matcher(verdi.replaceAll("[\\s\\u00a0()-]", "")).matches(),
          "Telefonnummeret er ikke gyldig", "5–15 siffer, eventuelt med landkode");
      case EPOST -> krev(verdi.length() <= LENGSTE_NAVN && EPOSTADRESSE.matcher(verdi).matches(),
          "E-postadressen er ikke gyldig", "navn@eksempel.no");
      case ADRESSE -> krev(verdi.length() <= LENGSTE_ADRESSE, "Adressen er for lang", "inntil " + LENGSTE_ADRESSE + " tegn");
      case FODSELSDATO -> krev(dato(verdi) != null && !dato(verdi).isAfter(idag) && !dato(verdi).isBefore(ELDSTE),
          "Fødselsdatoen er ikke gyldig", "dato på formen ÅÅÅÅ-MM-DD, ikke fram i tid");
      case NUMMER -> throw new IllegalStateException("numbers are checked by Identitetsnummer");
    }
  }

  static LocalDate dato(String verdi) {
    try {
      return LocalDate.parse(verdi);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void krev(boolean gyldig, String feil, String tillatt) {
    if (!gyldig) {
      throw new UgyldigOpplysning(this, feil, tillatt);
    }
  }
}
