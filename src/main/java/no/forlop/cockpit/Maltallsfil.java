package no.forlop.cockpit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import no.forlop.cockpit.Skjerm.Tall;

/** The figures as a file for a spreadsheet: one line per number. */
final class Maltallsfil {

  @JsonPropertyOrder({"maltall", "hva", "fra", "til", "verdi"})
  record Linje(String maltall, String hva, String fra, String til, String verdi) {}

  private static final CsvMapper SKRIVER = new CsvMapper();
  private static final CsvSchema OPPSETT =
      SKRIVER.schemaFor(Linje.class).withHeader().withColumnSeparator(';').withLineSeparator("\r\n");
  /** Tells a spreadsheet that the file is UTF-8. */
  private static final String MERKE = "\ufeff";

  private Maltallsfil() {}

  static String skriv(Maltall.Side side) {
    List<Linje> linjer = new ArrayList<>();
    for (Maltall.Svar svar : side.maltall()) {
      switch (svar.slag()) {
        case "tid" -> {
          par(linjer, side, svar, "Median", svar.verdi(), svar.forrige());
          par(linjer, side, svar, "9 av 10 innen", svar.p90(), svar.forP90());
          par(linjer, side, svar, "Antall", svar.antall(), svar.forAntall());
        }
        case "andel" -> {
          par(linjer, side, svar, "Andel", svar.verdi(), svar.forrige());
          par(linjer, side, svar, "Av", svar.av(), svar.forAv());
        }
        case "tabell" -> {
          maneder(linjer, svar, svar.forRader(), svar.forKolonner());
          maneder(linjer, svar, svar.rader(), svar.kolonner());
          par(linjer, side, svar, "I alt", svar.verdi(), svar.forrige());
        }
        default -> {
          if (svar.rader() != null) {
            svar.rader().forEach(rad -> par(linjer, side, svar, rad.navn(), rad.verdi(), rad.forrige()));
          }
          par(linjer, side, svar, svar.rader() == null ? "Antall" : "I alt", svar.verdi(), svar.forrige());
        }
      }
    }
    try {
      return MERKE + SKRIVER.writer(OPPSETT).writeValueAsString(linjer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void par(List<Linje> linjer, Maltall.Side side, Maltall.Svar svar, String hva, Tall verdi, Tall forrige) {
    if (forrige != null) {
      linjer.add(new Linje(trygg(svar.navn()), trygg(hva), side.forFra().toString(), side.forTil().toString(), forrige.tekst()));
    }
    if (verdi != null) {
      linjer.add(new Linje(trygg(svar.navn()), trygg(hva), side.fra().toString(), side.til().toString(), verdi.tekst()));
    }
  }

  private static void maneder(List<Linje> linjer, Maltall.Svar svar, List<Maltall.Rad> rader, List<String> kolonner) {
    for (Maltall.Rad rad : rader) {
      for (int nr = 0; nr < kolonner.size(); nr++) {
        linjer.add(new Linje(trygg(svar.navn()), trygg(rad.navn()), kolonner.get(nr), kolonner.get(nr), rad.celler().get(nr).tekst()));
      }
    }
  }

  /** A text that a spreadsheet would take for a formula is kept a text. */
  private static String trygg(String tekst) {
    return tekst != null && tekst.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + tekst : tekst;
  }
}
