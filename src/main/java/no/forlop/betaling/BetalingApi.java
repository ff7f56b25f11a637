package no.forlop.betaling;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Paid days per case and in total, only for the units that answer for them ({@code forlop.betaling.innsyn}). */
@RestController
@RequestMapping("/api/betaling")
class BetalingApi {

  /** One line of the answer: days, days by year, and the sum, null when the rate is missing. */
  record Linje(String saksnummer, long dogn, Map<Integer, Long> dognPerAar, Long kroner, List<Integer> aarUtenSats) {

    static Linje av(String saksnummer, Oppgjor oppgjor) {
      return new Linje(saksnummer, oppgjor.dogn(), oppgjor.dognPerAar(), oppgjor.kroner(), oppgjor.aarUtenSats());
    }
  }

  /** All cases and their sum. */
  record Oversikt(Linje samlet, List<Linje> saker) {}

  private final Betaling betaling;
  private final IdentityService identitet;
  private final Betalingsinnsyn innsyn;

  BetalingApi(Betaling betaling, IdentityService identitet, Betalingsinnsyn innsyn) {
    this.betaling = betaling;
    this.identitet = identitet;
    this.innsyn = innsyn;
  }

  @GetMapping
  Oversikt oversikt() {
    krevInnsyn();
    return new Oversikt(Linje.av(null, betaling.samlet()),
        betaling.perSak().entrySet().stream().map(sak -> Linje.av(sak.getKey(), sak.getValue())).toList());
  }

  @GetMapping("/{saksnummer}")
  Linje sak(@PathVariable String saksnummer) {
    krevInnsyn();
    return Linje.av(saksnummer, betaling.regnskap(saksnummer));
  }

  private void krevInnsyn() {
    Authentication bruker = identitet.getCurrentAuthentication();
    if (bruker == null || !innsyn.har(bruker.getGroupIds())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
