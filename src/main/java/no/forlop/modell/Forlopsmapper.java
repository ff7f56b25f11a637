package no.forlop.modell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The pathway folders as they lie on disk ({@code forlop.modeller}) or in the application: slug → its files. */
@Component
class Forlopsmapper {

  private static final List<String> TYPER = List.of("bpmn", "dmn", "form");
  private static final Comparator<String> FELLES_FORST =
      Comparator.comparing((String slug) -> !slug.equals("felles")).thenComparing(Comparator.naturalOrder());

  private final ResourcePatternResolver ressurser;
  private final String rot;

  Forlopsmapper(ResourcePatternResolver ressurser, @Value("${forlop.modeller:}") String mappe) {
    this.ressurser = ressurser;
    if (mappe.isBlank()) {
      this.rot = "classpath*:";
    } else {
      Path sti = Path.of(mappe).toAbsolutePath().normalize();
      if (!Files.isDirectory(sti.resolve("processes")) || !Files.isDirectory(sti.resolve("forms"))) {
        throw new IllegalStateException(
            "forlop.modeller peker på %s, men der finnes ikke mappene processes og forms.".formatted(sti));
      }
      this.rot = sti.toUri().toString();
    }
  }

  Map<String, List<Resource>> les() {
    Map<String, List<Resource>> mapper = new TreeMap<>(FELLES_FORST);
    Map<String, String> eier = new TreeMap<>();
    for (String type : TYPER) {
      for (Resource fil : finn((type.equals("form") ? "forms" : "processes") + "/*/*." + type)) {
        String slug = slug(fil);
        String annen = eier.putIfAbsent(fil.getFilename(), slug);
        if (annen != null) {
          throw new IllegalStateException("Filnavnet %s finnes både i «%s» og «%s»; det må være unikt."
              .formatted(fil.getFilename(), annen, slug));
        }
        mapper.computeIfAbsent(slug, s -> new ArrayList<>()).add(fil);
      }
    }
    mapper.values().forEach(filer -> filer.sort(Comparator.comparing(Resource::getFilename)));
    return mapper;
  }

  private Resource[] finn(String monster) {
    try {
      return ressurser.getResources(rot + monster);
    } catch (IOException feil) {
      throw new IllegalStateException("Modellmappene kan ikke leses: " + rot + monster, feil);
    }
  }

  private static String slug(Resource fil) {
    try {
      String[] deler = fil.getURL().toString().split("/");
      return deler[deler.length - 2];
    } catch (IOException feil) {
      throw new IllegalStateException(feil);
    }
  }
}
