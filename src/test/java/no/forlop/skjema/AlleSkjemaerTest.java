package no.forlop.skjema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of every pathway can be enforced on the server. */
class AlleSkjemaerTest {

  private static final Set<String> ROLLER = Set.of("pasient", "parorende", "barn", "melder", "avdod", "foresatt");
  private static final Set<String> IDENTITETSNOKLER = Set.of("pasientNummer", "pasientNavn", "pasientTelefon", "pasientFodselsdato");

  static List<Path> skjemaer() throws IOException {
    try (Stream<Path> filer = Files.walk(Path.of("forms"))) {
      return filer.filter(fil -> fil.toString().endsWith(".form")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("skjemaer")
  void kanHaandheves(Path fil) throws IOException {
    Skjema skjema = Skjema.les(Files.readAllBytes(fil));
    Uttrykk uttrykk = new Uttrykk();
    skjema.alle().forEach(felt -> {
      uttrykk.sant(felt.def().path("conditional").path("hide"), java.util.Map.of());
      if (felt.utregnet()) {
        uttrykk.node(felt.def().path("expression"), java.util.Map.of());
      }
      if (felt.identitet()) {
        assertThat(ROLLER).as(felt.sti()).contains(felt.rolle());
        assertThat(felt.egenskap()).as(felt.sti()).isNotNull();
      } else {
        assertThat(IDENTITETSNOKLER).as("identity without properties.identitet").doesNotContain(String.valueOf(felt.sti()));
      }
    });
  }
}
