package no.forlop.cockpit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the pages; nothing else in the application is served as one. */
final class Sidefiler {

  static final List<String> NAVN = les();

  private Sidefiler() {}

  private static List<String> les() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver(Sidefiler.class.getClassLoader())
              .getResources("classpath:plugin-webapp/" + ForlopCockpit.ID + "/app/*.*"))
          .map(Resource::getFilename).filter(navn -> navn.endsWith(".js") || navn.endsWith(".css")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
