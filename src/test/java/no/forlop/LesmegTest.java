package no.forlop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What README says that can go stale: its links, its table of pathways, its pictures. */
class LesmegTest {

  private static final Pattern LENKE = Pattern.compile("]\\(((?!http)[^)]+)\\)");
  private static final Path BILDER = Path.of(".bilder");

  @Test
  void itsLinksLeadSomewhere() throws IOException {
    Matcher lenke = LENKE.matcher(lesmeg());
    int antall = 0;
    while (lenke.find()) {
      assertThat(Path.of(lenke.group(1))).exists();
      antall++;
    }
    assertThat(antall).isPositive();
  }

  @Test
  void itsTableHasEveryPathway() throws IOException {
    try (Stream<Path> mapper = Files.list(Path.of("processes"))) {
      List<String> slugger = mapper.map(mappe -> mappe.getFileName().toString()).toList();
      assertThat(slugger).allSatisfy(slug -> assertThat(lesmeg()).contains("| `" + slug + "` |"));
    }
  }

  /** Drawn anew with {@code mvn test -Dtest=LesmegTest -Dbilder=tegn}. */
  @ParameterizedTest
  @ValueSource(strings = {"moinntak", "utskriving"})
  void itsPicturesAreOfTheModelsAsTheyAre(String slug) throws IOException {
    if ("tegn".equals(System.getProperty("bilder"))) {
      tegn(slug);
    }
    assertThat(Files.readString(bilde(slug)))
        .as("Drawn from processes/%s/%s.bpmn as it is; draw it anew with -Dbilder=tegn", slug, slug)
        .startsWith(merke(slug));
  }

  private static void tegn(String slug) throws IOException {
    String tegner;
    try (InputStream fil = LesmegTest.class.getResourceAsStream(
        "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js")) {
      tegner = new String(fil.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser nettleser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      Page side = nettleser.newPage();
      side.setContent("<div id='t' style='width:1600px;height:1000px'></div>");
      side.addScriptTag(new Page.AddScriptTagOptions().setContent(tegner));
      String svg = (String) side.evaluate("""
          async xml => {
            const tegner = new BpmnJS({ container: '#t' });
            await tegner.importXML(xml);
            return (await tegner.saveSVG()).svg;
          }""", Files.readString(modell(slug)));
      Files.createDirectories(BILDER);
      Files.writeString(bilde(slug), merke(slug) + svg.substring(svg.indexOf("<svg")) + "\n");
    }
  }

  private static Path bilde(String slug) {
    return BILDER.resolve(slug + ".svg");
  }

  private static String merke(String slug) throws IOException {
    try {
      return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- %s %s -->\n".formatted(slug, HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(modell(slug)))));
    } catch (NoSuchAlgorithmException feil) {
      throw new IllegalStateException(feil);
    }
  }

  private static Path modell(String slug) {
    return Path.of("processes", slug, slug + ".bpmn");
  }

  private static String lesmeg() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
