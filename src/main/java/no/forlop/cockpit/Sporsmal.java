package no.forlop.cockpit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.forlop.Avvist;

/**
 * The query of an address, read strictly: what is unknown or cannot be read is refused with what is allowed, and never
 * repeated.
 */
final class Sporsmal {

  static final int STANDARD_ANTALL = 50;
  private static final int FLEST = 200;

  private final Map<String, List<String>> verdier;

  /**
   * @param verdier names and values as they came
   * @param kjente the names that the address takes
   */
  Sporsmal(Map<String, List<String>> verdier, String... kjente) {
    this.verdier = verdier;
    if (!List.of(kjente).containsAll(verdier.keySet())) {
      throw new Avvist(kjente.length == 0 ? "Adressen tar ingen filtre."
          : "Ukjent filter. Adressen tar: " + String.join(", ", kjente) + ".");
    }
    verdier.forEach((navn, alle) -> {
      if (alle.size() > 1) {
        throw new Avvist("Filteret «" + navn + "» kan bare oppgis én gang.");
      }
    });
  }

  /** The value, or null when it is missing or blank. */
  String tekst(String navn) {
    List<String> alle = verdier.get(navn);
    return alle == null || alle.get(0) == null || alle.get(0).isBlank() ? null : alle.get(0).strip();
  }

  /** One of these, or null. */
  String en(String navn, Collection<String> tillatt) {
    String verdi = tekst(navn);
    if (verdi != null && !tillatt.contains(verdi)) {
      throw new Avvist("Filteret «" + navn + "» må være en av: " + String.join(", ", tillatt) + ".");
    }
    return verdi;
  }

  /** Some of these, separated by comma; empty for none. */
  List<String> flere(String navn, Collection<String> tillatt) {
    String verdi = tekst(navn);
    List<String> valgt = new ArrayList<>();
    for (String ett : verdi == null ? new String[0] : verdi.split(",")) {
      if (!tillatt.contains(ett.strip())) {
        throw new Avvist("Filteret «" + navn + "» må være blant: " + String.join(", ", tillatt) + ".");
      }
      valgt.add(ett.strip());
    }
    return valgt;
  }

  int antall() {
    String verdi = tekst("antall");
    if (verdi == null) {
      return STANDARD_ANTALL;
    }
    if (!verdi.matches("[0-9]{1,3}") || Integer.parseInt(verdi) < 1 || Integer.parseInt(verdi) > FLEST) {
      throw new Avvist("«antall» må være et helt tall fra 1 til " + FLEST + ".");
    }
    return Integer.parseInt(verdi);
  }

  Periode periode() {
    return Periode.av(dato("fra"), dato("til"));
  }

  private LocalDate dato(String navn) {
    String verdi = tekst(navn);
    try {
      return verdi == null ? null : LocalDate.parse(verdi);
    } catch (DateTimeException e) {
      throw new Avvist("«" + navn + "» må være en dato på formen åååå-mm-dd, for eksempel 2026-03-02.");
    }
  }
}
