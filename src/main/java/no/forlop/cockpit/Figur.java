package no.forlop.cockpit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forlop.motor.Tabellrad;

/**
 * A figure of a pathway as the table {@code maltall} says it: one row, which an analyst can edit.
 *
 * @param id what it is called in addresses and files
 * @param navn what people call it
 * @param slag what kind of figure
 * @param hva what it is about: names of milestones or tasks, of a variable, of place types, or of an event
 * @param verdi values that count, or that rows are made of, as {@code verdi=Navn}; or names of outcomes
 * @param antall a number that the kind needs (days), or null
 * @param mal goal in per cent, or null
 * @param forklaring one sentence on how it is counted
 */
record Figur(String id, String navn, Slag slag, String hva, String verdi, Integer antall, Integer mal, String forklaring) {

  /** What kinds of figures there are; the table names one of them. */
  enum Slag {
    /** Share of the deadlines named {@code hva} that were kept. */
    ANDEL_FRIST("andelFrist"),
    /** Time from the start of the case until {@code hva} was reached, in days. */
    TID("tid"),
    /** The same in hours. */
    TIMER("timer"),
    /** Share of the ended cases with one of the outcomes {@code verdi}. */
    ANDEL_UTFALL("andelUtfall"),
    /** Share of the started cases with an answer to {@code hva} whose answer is among {@code verdi}. */
    ANDEL_SVAR("andelSvar"),
    /** Started cases by their answer to {@code hva}. */
    FORDELING_SVAR("fordelingSvar"),
    /** Started cases by month and by their answer to {@code hva}; an event named after a + counts too. */
    PER_MANED("perManed"),
    /** Share of the ended cases whose person has a new case of the same pathway within {@code antall} days. */
    NY_INNEN("nyInnen"),
    /** Who waits for a place of the types {@code hva} now. */
    VENTER_NAA("venterNaa"),
    /** Length of the stays that ended at the types {@code hva}. */
    OPPHOLD("opphold"),
    /** Which tasks were open when the deadline {@code hva} was broken. */
    BRUDD_VENTET_PA("bruddVentetPa"),
    /** Days that the municipality paid for. */
    BETALING("betaling");

    private final String navn;

    Slag(String navn) {
      this.navn = navn;
    }

    static Optional<Slag> av(String navn) {
      return Arrays.stream(values()).filter(slag -> slag.navn.equals(navn)).findFirst();
    }
  }

  /**
   * Reads a row.
   *
   * @throws IllegalStateException when a cell is missing or says what no figure is made of
   */
  static Figur les(Tabellrad rad) {
    String navn = rad.tekst("navn");
    String id = rad.tekst("id");
    Slag slag = Slag.av(rad.tekst("slag")).orElseThrow(() ->
        new IllegalStateException("Måltallet «" + id + "» har et ukjent slag i tabellen maltall."));
    if (id == null || navn == null) {
      throw new IllegalStateException("Et måltall i tabellen maltall mangler id eller navn.");
    }
    return new Figur(id, navn, slag, rad.tekst("hva"), rad.tekst("verdi"), rad.tall("antall"), rad.tall("mal"),
        rad.tekst("forklaring"));
  }

  /** What {@code hva} names, without the event after the +. */
  List<String> navngitte() {
    return deler(hva == null ? "" : hva.replaceFirst("\\+.*", ""), ",");
  }

  /** The event that counts too, or null. */
  String hendelse() {
    return hva == null || !hva.contains("+") ? null : hva.substring(hva.indexOf('+') + 1).strip();
  }

  /** Values with their names, in the order of the table. */
  Map<String, String> verdier() {
    Map<String, String> verdier = new LinkedHashMap<>();
    for (String del : deler(verdi == null ? "" : verdi, "\\|")) {
      String[] par = del.split("=", 2);
      verdier.put(par[0].strip(), par[par.length - 1].strip());
    }
    return verdier;
  }

  private static List<String> deler(String tekst, String skille) {
    return Arrays.stream(tekst.split(skille)).map(String::strip).filter(del -> !del.isEmpty()).toList();
  }
}
