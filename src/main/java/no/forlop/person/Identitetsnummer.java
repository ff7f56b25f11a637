package no.forlop.person;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A valid Norwegian identity number: fødselsnummer, D-number or H-number.
 *
 * <p>The check digits follow the national rule, with its relaxation of the first one from 2032; synthetic test numbers
 * (month + 80) are valid only when asked for. {@link #toString()} never shows the digits.
 */
public final class Identitetsnummer {

  /** What kind of number it is, with its object identifier in the health services' registers. */
  public enum Type {
    FODSELSNUMMER("2.16.578.1.12.4.1.4.1"),
    DNUMMER("2.16.578.1.12.4.1.4.2"),
    HNUMMER("2.16.578.1.12.4.1.4.3");

    private final String oid;

    Type(String oid) {
      this.oid = oid;
    }

    public String oid() {
      return oid;
    }
  }

  private static final String TILLATT = "gyldig fødselsnummer, D-nummer eller H-nummer";
  private static final LocalDate NYE_KONTROLLSIFRE = LocalDate.of(2032, 1, 1);
  private static final int[] VEKT1 = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  private static final int[] VEKT2 = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

  private final String siffer;
  private final Type type;
  private final LocalDate fodselsdato;
  private final Kjonn kjonn;

  private Identitetsnummer(String siffer, Type type, LocalDate fodselsdato, Kjonn kjonn) {
    this.siffer = siffer;
    this.type = type;
    this.fodselsdato = fodselsdato;
    this.kjonn = kjonn;
  }

  /**
   * Reads a number; blanks between the digits are allowed.
   *
   * @param syntetiske whether synthetic test numbers are valid
   * @param idag the present day: nobody is born after it, and it decides which rule for the first check digit holds
   * @throws UgyldigOpplysning when it is no valid number; the message never repeats it
   */
  public static Identitetsnummer av(String tekst, boolean syntetiske, LocalDate idag) {
    String siffer = tekst == null ? "" : tekst.replaceAll("[\\s\\u00a0]", "");
    if (!siffer.matches("[0-9]{11}")) {
      throw new UgyldigOpplysning("Nummeret må ha 11 siffer", "11 siffer");
    }
    int rest1 = rest(siffer, VEKT1);
    boolean gyldig1 = idag.isBefore(NYE_KONTROLLSIFRE) ? rest1 == 0 : rest1 <= 3;
    if (!gyldig1 || rest(siffer, VEKT2) != 0) {
      throw new UgyldigOpplysning("Nummeret er ikke gyldig: kontrollsifrene stemmer ikke", TILLATT);
    }
    int dag = Integer.parseInt(siffer.substring(0, 2));
    int maaned = Integer.parseInt(siffer.substring(2, 4));
    boolean syntetisk = maaned > 80;
    if (syntetisk && !syntetiske) {
      throw new UgyldigOpplysning("Nummeret er et testnummer og kan ikke brukes her", TILLATT);
    }
    maaned -= syntetisk ? 80 : 0;
    Type type = dag > 40 ? Type.DNUMMER : maaned > 40 ? Type.HNUMMER : Type.FODSELSNUMMER;
    LocalDate fodt = dato(siffer, type, dag - (type == Type.DNUMMER ? 40 : 0), maaned - (type == Type.HNUMMER ? 40 : 0));
    if (fodt.isAfter(idag)) {
      throw new UgyldigOpplysning("Nummeret er ikke gyldig: fødselsdatoen er fram i tid", TILLATT);
    }
    boolean sierKjonn = rest1 == 0 && fodt.isBefore(NYE_KONTROLLSIFRE);
    Kjonn kjonn = !sierKjonn ? Kjonn.UKJENT : (siffer.charAt(8) - '0') % 2 == 1 ? Kjonn.MANN : Kjonn.KVINNE;
    return new Identitetsnummer(siffer, type, fodt, kjonn);
  }

  /** Weighted sum of the digits, check digit included, modulo 11: zero for a number of the classic rule. */
  private static int rest(String siffer, int[] vekt) {
    int sum = 0;
    for (int i = 0; i < vekt.length; i++) {
      sum += vekt[i] * (siffer.charAt(i) - '0');
    }
    return sum % 11;
  }

  private static LocalDate dato(String siffer, Type type, int dag, int maaned) {
    int aar = Integer.parseInt(siffer.substring(4, 6));
    int individ = Integer.parseInt(siffer.substring(6, 9));
    try {
      return LocalDate.of(aarhundre(aar, individ, type) + aar, maaned, dag);
    } catch (DateTimeException e) {
      throw new UgyldigOpplysning("Nummeret er ikke gyldig: fødselsdatoen finnes ikke", TILLATT);
    }
  }

  /** The series of individual numbers tells the century; D-numbers got wider series in 2021. */
  private static int aarhundre(int aar, int individ, Type type) {
    return type == Type.DNUMMER ? aarhundreDnummer(aar, individ) : aarhundreFodselsnummer(aar, individ);
  }

  private static int aarhundreFodselsnummer(int aar, int individ) {
    if (individ < 500 || individ >= 900 && aar >= 40) {
      return 1900;
    }
    if (aar < 40) {
      return 2000;
    }
    if (individ < 750 && aar >= 54) {
      return 1800;
    }
    throw new DateTimeException("no such series");
  }

  private static int aarhundreDnummer(int aar, int individ) {
    if (aar < 40) {
      return individ < 200 ? 1900 : 2000;
    }
    if (individ < 500 || individ >= 600) {
      return 1900;
    }
    if (aar >= 58) {
      return 1800;
    }
    throw new DateTimeException("no such series");
  }

  /** The eleven digits; for the register only. */
  String siffer() {
    return siffer;
  }

  public Type type() {
    return type;
  }

  public LocalDate fodselsdato() {
    return fodselsdato;
  }

  /** Sex as the number tells it; {@link Kjonn#UKJENT} for numbers given under the rule of 2032, which tells nothing. */
  public Kjonn kjonn() {
    return kjonn;
  }

  @Override
  public boolean equals(Object annen) {
    return annen instanceof Identitetsnummer n && n.siffer.equals(siffer);
  }

  @Override
  public int hashCode() {
    return siffer.hashCode();
  }

  @Override
  public String toString() {
    return type + " (skjult)";
  }
}
