package no.forlop.person;

import java.time.LocalDate;
import java.time.Period;

/** A row of the register in clear text; lives only while it is being used. */
record Personrad(
    String id,
    Slag slag,
    String merke,
    Kjonn kjonn,
    Identitetsnummer.Type nummertype,
    String nummer,
    String navn,
    String telefon,
    String epost,
    String adresse,
    LocalDate fodselsdato,
    String sprak,
    Boolean tolk) {

  Personmerke tilMerke(LocalDate idag) {
    Integer alder = fodselsdato == null ? null : Period.between(fodselsdato, idag).getYears();
    return new Personmerke(id, merke, alder, kjonn);
  }

  Personkort tilKort(String rolle, String relasjon) {
    return new Personkort(id, rolle, relasjon, merke, slag.verdi(), nummertype == null ? null : nummertype.name(), nummer, navn,
        telefon, epost, adresse, fodselsdato == null ? null : fodselsdato.toString(), kjonn.verdi(), sprak, tolk);
  }

  /** With what was told now: what is told replaces what was known, blanks leave it. */
  Personrad med(Personopplysninger o, Identitetsnummer nytt) {
    LocalDate dato = dato(o, nytt);
    return new Personrad(id, slag, merke, nytt == null || nytt.kjonn() == Kjonn.UKJENT ? kjonn : nytt.kjonn(),
        nytt == null ? nummertype : nytt.type(), nytt == null ? nummer : nytt.siffer(),
        ny(o.verdi(Egenskap.NAVN), navn), ny(o.verdi(Egenskap.TELEFON), telefon), ny(o.verdi(Egenskap.EPOST), epost),
        ny(o.verdi(Egenskap.ADRESSE), adresse), dato, sprak, tolk);
  }

  /** What another row of the same person knows fills what this one lacks. */
  Personrad utfyltAv(Personrad annen) {
    return new Personrad(id, slag, merke, kjonn == Kjonn.UKJENT ? annen.kjonn : kjonn, nummertype, nummer, ny(navn, annen.navn),
        ny(telefon, annen.telefon), ny(epost, annen.epost), ny(adresse, annen.adresse), ny(fodselsdato, annen.fodselsdato),
        ny(sprak, annen.sprak), ny(tolk, annen.tolk));
  }

  /** Two different national identity numbers are two persons; anything else may be corrected. */
  boolean kanVaere(Personrad annen) {
    return nummertype != Identitetsnummer.Type.FODSELSNUMMER || annen.nummertype != Identitetsnummer.Type.FODSELSNUMMER;
  }

  /** Whether this row, with its number, is the one to keep of two: the safer number, else that of the other. */
  boolean sikrereEnn(Personrad annen) {
    return nummertype != null && (annen.nummertype == null
        || nummertype == Identitetsnummer.Type.FODSELSNUMMER && annen.nummertype != Identitetsnummer.Type.FODSELSNUMMER);
  }

  /** How to reach the person. */
  Personopplysninger kontakt() {
    return new Personopplysninger().med(Egenskap.TELEFON, telefon).med(Egenskap.EPOST, epost).med(Egenskap.ADRESSE, adresse);
  }

  Personrad medMerke(Slag nyttSlag, String nyttMerke) {
    return new Personrad(id, nyttSlag, nyttMerke, kjonn, nummertype, nummer, navn, telefon, epost, adresse, fodselsdato, sprak, tolk);
  }

  Personrad medSprak(String nyttSprak, Boolean nyTolk) {
    return new Personrad(id, slag, merke, kjonn, nummertype, nummer, navn, telefon, epost, adresse, fodselsdato,
        ny(nyttSprak, sprak), ny(nyTolk, tolk));
  }

  /** A fødselsnummer tells the birth date; the date in a D- or H-number may differ from the real one, so a told one wins. */
  private LocalDate dato(Personopplysninger o, Identitetsnummer nytt) {
    LocalDate fortalt = o.har(Egenskap.FODSELSDATO) ? Egenskap.dato(o.verdi(Egenskap.FODSELSDATO)) : null;
    if (nytt != null && (nytt.type() == Identitetsnummer.Type.FODSELSNUMMER || fortalt == null)) {
      return nytt.fodselsdato();
    }
    boolean fast = nytt == null && nummertype == Identitetsnummer.Type.FODSELSNUMMER;
    return fast || fortalt == null ? fodselsdato : fortalt;
  }

  private static <T> T ny(T fortalt, T kjent) {
    return fortalt == null ? kjent : fortalt;
  }

  @Override
  public String toString() {
    return "Personrad[" + merke + "]";
  }
}
