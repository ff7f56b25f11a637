package no.forlop.nettleser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cockpit as one user has it open, on a small screen. */
final class Cockpitvindu {

  private static final String COCKPIT = "/camunda/app/cockpit/default/";
  private static final Path BILDER = Path.of("target", "skjermbilder");
  private static final int OPPSTART_MS = 90_000;
  private static final int BREDDE = 1280;
  /** What a tab of ours says when it cannot be shown; Cockpit's own notices stand elsewhere. */
  static final String FEIL_I_FANE = ".ctn-tabbed-content [role=alert]:visible";

  private final Page side;
  private final String adresse;
  private final String bruker;
  private final List<String> feil = new ArrayList<>();

  Cockpitvindu(Page side, String adresse, String bruker) {
    this.side = side;
    this.adresse = adresse;
    this.bruker = bruker;
    side.setViewportSize(BREDDE, 900);
    side.onPageError(feil::add);
  }

  Page side() {
    return side;
  }

  /** Sends the login form and waits for the menu, or for the form to say no. */
  Cockpitvindu loggInn() {
    side.navigate(adresse + COCKPIT);
    Locator passord = side.locator("input[type=password]");
    passord.waitFor(new Locator.WaitForOptions().setTimeout(OPPSTART_MS));
    side.locator("input[type=text]").first().fill(bruker);
    passord.fill(bruker);
    side.locator("button[type=submit]").first().click();
    side.locator(".Header li a:visible").getByText("Processes").or(side.locator(".alert-danger:visible")).first()
        .waitFor(new Locator.WaitForOptions().setTimeout(OPPSTART_MS));
    return this;
  }

  /** The menu of Cockpit, once it has this entry. */
  List<String> meny(String med) {
    Locator valg = side.locator(".Header li a:visible");
    valg.getByText(med).waitFor(new Locator.WaitForOptions().setTimeout(OPPSTART_MS));
    return valg.allInnerTexts().stream().map(String::strip).toList();
  }

  /** Goes to an address within Cockpit, and waits until this page of ours is there. */
  Cockpitvindu gaa(String adresse) {
    return tegnet(() -> {
      if (side.url().endsWith("#/" + adresse)) {
        side.reload();
      } else {
        side.evaluate("til => { window.location.hash = til }", "#/" + adresse);
      }
    });
  }

  /** Does what makes a page of ours be drawn anew, and waits for it. */
  Cockpitvindu tegnet(Runnable handling) {
    side.evaluate("document.querySelectorAll('.forlop-innhold').forEach(en => en.dataset.gammel = 'ja')");
    handling.run();
    side.locator(".forlop-innhold:not([data-gammel]):not([aria-busy])").waitFor();
    return this;
  }

  /** Opens a process or an instance, its diagram and the tab Frister. */
  Cockpitvindu fane(String til) {
    side.evaluate("document.querySelectorAll('.djs-container, #forlop-fristliste').forEach(en => en.dataset.gammel = 'ja')");
    side.evaluate("til => { window.location.hash = til }", "#/" + til);
    side.locator(".djs-container:not([data-gammel]) .djs-shape").first().waitFor();
    Locator liste = side.locator("#forlop-fristliste:not([data-gammel]), " + FEIL_I_FANE).first();
    // Cockpit draws its tabs anew while it loads: a click in between is lost, and what was shown is gone again.
    for (int sett = 0, forsok = 0; sett < 3 && forsok < 100; forsok++) {
      sett = liste.isVisible() ? sett + 1 : 0;
      if (sett == 0) {
        side.locator(".nav-tabs a").getByText("Frister", new Locator.GetByTextOptions().setExact(true)).click();
      }
      side.waitForTimeout(300);
    }
    liste.waitFor();
    return this;
  }

  /** The page of ours that is shown. */
  Locator innhold() {
    return side.locator(".forlop-innhold");
  }

  /** A table by the name that screen readers tell. */
  Locator tabell(String navn) {
    return side.locator(".forlop-tabell[aria-label='" + navn + "'] table");
  }

  /** The rows of a table, one text for each cell. */
  @SuppressWarnings("unchecked")
  List<List<String>> rader(String navn) {
    return (List<List<String>>) tabell(navn).locator("tbody tr")
        .evaluateAll("rader => rader.map(rad => [...rad.children].map(celle => celle.innerText.trim()))");
  }

  /** Number on the card with this id. */
  int flis(String id) {
    return Integer.parseInt(side.locator("#forlop-flis-" + id + " .forlop-flis-tall").innerText().replaceAll("\\D", ""));
  }

  static void femHundre(Route rute) {
    rute.fulfill(new Route.FulfillOptions().setStatus(500).setBody("<html>Bad gateway</html>"));
  }

  /** What broke in the page was meant to. */
  void glemFeil() {
    feil.clear();
  }

  Cockpitvindu skjermbilde(String navn) {
    side.screenshot(new Page.ScreenshotOptions().setPath(BILDER.resolve("cockpit-" + bruker + "-" + navn + ".png")));
    return this;
  }

  /** Nothing of ours is wider than the window, breaks a script, or is a barrier that axe calls serious or critical. */
  Cockpitvindu erIOrden(String hva, String utsnitt) {
    assertThat(feil).as("script errors, " + hva).isEmpty();
    assertThat(side.evaluate("document.documentElement.scrollWidth")).as("width of " + hva).isEqualTo(BREDDE);
    List<Rule> brudd = new AxeBuilder(side).include(utsnitt).analyze().getViolations().stream()
        .filter(regel -> Set.of("serious", "critical").contains(regel.getImpact())).toList();
    assertThat(brudd.stream().map(regel -> regel.getId() + ": " + regel.getHelp() + " " + regel.getNodes().stream()
        .map(node -> node.getHtml()).limit(3).toList()).toList()).as("barriers on " + hva).isEmpty();
    return this;
  }
}
