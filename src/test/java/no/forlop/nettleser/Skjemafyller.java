package no.forlop.nettleser;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.forlop.nettleser.Skjemakart.Felt;

/** Fills a Camunda Form on the page as a person does: types, ticks and chooses. */
final class Skjemafyller {

  private static final DateTimeFormatter DATO = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Locator omraade;
  private final Skjemakart kart;
  private final String hale;

  Skjemafyller(Locator omraade, Skjemakart kart) {
    this(omraade, kart, "");
  }

  private Skjemafyller(Locator omraade, Skjemakart kart, String hale) {
    this.omraade = omraade;
    this.kart = kart;
    this.hale = hale;
  }

  /** Answers from the top of the page down, since one answer may show the next field. */
  void fyll(Map<String, Object> svar) {
    if (!kart.nokler().containsAll(svar.keySet())) {
      throw new AssertionError("The form has only the fields " + kart.nokler() + ", not all of " + svar.keySet());
    }
    for (String nokkel : kart.nokler()) {
      if (svar.containsKey(nokkel)) {
        fyll(nokkel, kart.felt(nokkel).orElseThrow(), svar.get(nokkel));
      }
    }
  }

  private void fyll(String nokkel, Felt felt, Object verdi) {
    switch (felt.type()) {
      case "textfield", "textarea", "number" -> skriv(element(felt, ""), verdi.toString());
      case "checkbox" -> element(felt, "").setChecked((Boolean) verdi);
      case "radio" -> element(felt, "-" + nr(felt, verdi)).check();
      case "checklist" -> ((Collection<?>) verdi).forEach(en -> element(felt, "-" + nr(felt, en)).check());
      case "select" -> velg(felt, verdi);
      case "taglist" -> ((Collection<?>) verdi).forEach(en -> merk(felt, en));
      case "datetime" -> dato(felt, verdi.toString());
      case "dynamiclist" -> liste(felt, (List<?>) verdi);
      default -> throw new AssertionError("Do not know how to fill " + felt.type() + " " + nokkel);
    }
  }

  /** Leaves the field too, so that the form has taken the text in before the next field is touched. */
  private static void skriv(Locator felt, String tekst) {
    felt.fill(tekst);
    slipp(felt);
  }

  private void velg(Felt felt, Object verdi) {
    String tekst = felt.verdier().isEmpty() ? verdi.toString() : felt.tekster().get(nr(felt, verdi));
    element(felt, "-display").or(element(felt, "-search")).first().click();
    velg(tekst);
  }

  private void velg(String tekst) {
    omraade.locator(".fjs-dropdownlist-item").getByText(tekst, new Locator.GetByTextOptions().setExact(true)).click();
  }

  private void merk(Felt felt, Object verdi) {
    Locator sok = element(felt, "-search").or(element(felt, "")).first();
    sok.fill(felt.tekster().get(nr(felt, verdi)));
    velg(felt.tekster().get(nr(felt, verdi)));
    slipp(sok);
  }

  /** Leaves a field without entering the next one, whose list of choices would open. */
  private static void slipp(Locator felt) {
    felt.evaluate("felt => felt.blur()");
  }

  private void dato(Felt felt, String iso) {
    LocalDate dag = LocalDate.parse(iso.substring(0, 10));
    Locator felter = element(felt, "-date");
    // The calendar of a field that has just come into view empties it when it is ready, and hears nothing before.
    felter.page().waitForCondition(() ->
        (Boolean) felter.evaluate("felt => felt._flatpickr !== undefined && felt._flatpickr.config.onChange.length > 0"));
    felter.click();
    felter.fill(dag.format(DATO));
    felter.press("Enter");
    slipp(felter);
    if (felt.slag().equals("datetime")) {
      Locator klokke = element(felt, "-time");
      klokke.fill(LocalDateTime.parse(iso.substring(0, 16)).format(DateTimeFormatter.ofPattern("HH:mm")));
      klokke.press("Enter");
      slipp(klokke);
    }
  }

  private void liste(Felt felt, List<?> rader) {
    for (int i = 0; i < rader.size(); i++) {
      @SuppressWarnings("unchecked")
      Map<String, Object> rad = (Map<String, Object>) rader.get(i);
      Skjemafyller radfyller = new Skjemafyller(omraade, felt.inni(), hale + "_" + i);
      Felt forste = felt.inni().felt(rad.keySet().iterator().next()).orElseThrow();
      if (omraade.locator("[id*='-" + forste.id() + hale + "_" + i + "']").count() == 0) {
        omraade.locator(".fjs-repeat-render-add").first().click();
      }
      radfyller.fyll(rad);
    }
  }

  private Locator element(Felt felt, String del) {
    return omraade.locator("[id$='-" + felt.id() + hale + del + "']").first();
  }

  private static int nr(Felt felt, Object verdi) {
    int nr = felt.verdier().indexOf(verdi.toString());
    if (nr < 0) {
      throw new AssertionError(felt.id() + " has no option " + verdi + ", only " + felt.verdier());
    }
    return nr;
  }
}
