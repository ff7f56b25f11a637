package no.forlop.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Key and rules of the register, from configuration. */
@Configuration
class PersonOppsett {

  /** Not secret: with the demo and test profiles the register holds invented persons only. */
  private static final String DEMONOKKEL =
      Base64.getEncoder().encodeToString("forlop-demo-nokkel-ikke-hemmelig".getBytes(StandardCharsets.US_ASCII));

  private static final Profiles OPPDIKTEDE_PERSONER = Profiles.of("demo | test");

  /** Opens the register with {@code forlop.person.nokkel} (environment: FORLOP_PERSON_NOKKEL); no key, no start. */
  @Bean
  Hvelv hvelv(Environment miljo, @Value("${forlop.person.nokkel:}") String nokkel) {
    if (nokkel.isBlank()) {
      if (!miljo.acceptsProfiles(OPPDIKTEDE_PERSONER)) {
        throw new ManglerNokkel("Nøkkelen til personregisteret mangler.");
      }
      return new Hvelv(DEMONOKKEL);
    }
    try {
      return new Hvelv(nokkel.strip());
    } catch (IllegalArgumentException e) {
      throw new ManglerNokkel("Nøkkelen til personregisteret er ikke gyldig.");
    }
  }

  /** Synthetic numbers are accepted only where {@code forlop.person.syntetiske} says so; demo and test do. */
  @Bean
  Nummerleser nummerleser(Environment miljo, Clock klokke, @Value("${forlop.person.syntetiske:}") String syntetiske) {
    boolean godta = syntetiske.isBlank() ? miljo.acceptsProfiles(OPPDIKTEDE_PERSONER) : Boolean.parseBoolean(syntetiske);
    return tekst -> Identitetsnummer.av(tekst, godta, LocalDate.now(klokke));
  }

  /** Reads an identity number by the rules of this installation. */
  interface Nummerleser {

    /** @throws UgyldigOpplysning when it is not valid here */
    Identitetsnummer les(String tekst);
  }
}
