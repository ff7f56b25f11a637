package no.forlop.tilgang;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The units of the municipality ({@code forlop.enheter}): each is a group of workers and a group {@code <id>leder}. */
@ConfigurationProperties("forlop")
record Enheter(List<Enhet> enheter) {

  /**
   * @param id group id, lower-case ASCII
   * @param navn name in bokmål
   * @param barneansvarlig whether the unit has somebody responsible for children as next of kin
   */
  record Enhet(String id, String navn, boolean barneansvarlig) {

    Enhet {
      if (id == null || !id.matches("[a-z]{2,30}") || navn == null || navn.isBlank()) {
        throw new IllegalArgumentException("forlop.enheter: hver enhet må ha id (2–30 bokstaver a–z) og navn.");
      }
    }

    String leder() {
      return id + LEDER;
    }

    /** Group of the unit's barneansvarlige. */
    String barneansvarlige() {
      return id + BARNEANSVARLIG;
    }
  }

  static final String LEDER = "leder";
  static final String BARNEANSVARLIG = "barneansvarlig";
  static final String LEDELSE = "ledelse";
  static final String ANALYTIKER = "analytiker";

  Enheter {
    if (enheter == null || enheter.isEmpty()) {
      throw new IllegalArgumentException("forlop.enheter mangler: minst én enhet må være satt opp.");
    }
  }
}
