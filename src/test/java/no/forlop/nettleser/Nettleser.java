package no.forlop.nettleser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;

/** One browser for a test class; each user has a window of his own in it and stays logged in. */
final class Nettleser implements AutoCloseable {

  static final String INSTALLER = "Install one with 'apt-get install chromium', or set CHROMIUM to its path.";

  private static final List<String> KJENTE = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/opt/google/chrome/chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  /** A browser that fetches nothing by itself; root cannot use the sandbox. */
  private static final List<String> BRYTERE = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final Playwright playwright;
  private final Browser leser;
  private final ApplicationContext app;
  private final String adresse;
  private final Map<String, Tasklistvindu> vinduer = new HashMap<>();
  private final Map<String, Cockpitvindu> cockpiter = new HashMap<>();

  Nettleser(ApplicationContext app, int port) {
    this.app = app;
    this.adresse = "http://127.0.0.1:" + port;
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    leser = playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(program().orElseThrow()).setArgs(BRYTERE));
  }

  static Optional<Path> program() {
    return Stream.concat(Stream.of(System.getenv("CHROMIUM")), KJENTE.stream()).filter(Objects::nonNull)
        .map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** The user's Tasklist, logged in; password equals the name. */
  Tasklistvindu som(String bruker) {
    return vinduer.computeIfAbsent(bruker, ny -> new Tasklistvindu(app, side(), adresse, ny).loggInn());
  }

  /** The user's Cockpit after the login form is sent; password equals the name. */
  Cockpitvindu cockpit(String bruker) {
    return cockpiter.computeIfAbsent(bruker, ny -> new Cockpitvindu(side(), adresse, ny).loggInn());
  }

  /** Moves the clock of every page to the engine's time. */
  void still(Instant tid) {
    vinduer.values().forEach(vindu -> vindu.side().clock().setSystemTime(Date.from(tid)));
  }

  /** A window where nobody is logged in. */
  Page side() {
    BrowserContext vindu = leser.newContext(new Browser.NewContextOptions().setLocale("nb-NO")
        .setTimezoneId("Europe/Oslo").setViewportSize(1440, 900));
    vindu.setDefaultTimeout(40_000);
    Page side = vindu.newPage();
    side.clock().setSystemTime(ClockUtil.getCurrentTime());
    return side;
  }

  String adresse() {
    return adresse;
  }

  @Override
  public void close() {
    leser.close();
    playwright.close();
  }
}
