package no.forlop.cockpit;

import java.util.Arrays;
import java.util.List;
import no.forlop.betaling.Betalingsinnsyn;
import org.springframework.stereotype.Component;

/** Who is asking, and what he may choose among. */
@Component
class Meg {

  /**
   * What the pages need to know about the user.
   *
   * @param alt whether he sees every unit
   * @param betaling whether he may see the payment meter
   * @param dagligEpost whether he gets the daily mail; null for one who leads no unit
   * @param forlop root pathways, for deadlines
   * @param saksforlop kinds of cases
   */
  record Opplysninger(String bruker, String navn, boolean alt, List<Navngitt> enheter, boolean betaling, Boolean dagligEpost,
      List<Navngitt> forlop, List<Navngitt> saksforlop, List<Navngitt> tilstander) {}

  private final Navnebok navnebok;
  private final Betalingsinnsyn betaling;
  private final Valg valg;
  private final DagligEpost epost;

  Meg(Navnebok navnebok, Betalingsinnsyn betaling, Valg valg, DagligEpost epost) {
    this.navnebok = navnebok;
    this.betaling = betaling;
    this.valg = valg;
    this.epost = epost;
  }

  Opplysninger om(Lederinnsyn innsyn) {
    return new Opplysninger(innsyn.bruker(), navnebok.brukere(List.of(innsyn.bruker())).get(innsyn.bruker()).navn(), innsyn.alt(),
        navnebok.enheter(innsyn.enheter()), serBetaling(innsyn), epost.paa(innsyn),
        valg.forlop(), valg.saksforlop(),
        Arrays.stream(Tilstand.values()).map(tilstand -> new Navngitt(tilstand.id(), tilstand.navn())).toList());
  }

  boolean serBetaling(Lederinnsyn innsyn) {
    return innsyn.alt() || betaling.har(innsyn.grupper());
  }
}
