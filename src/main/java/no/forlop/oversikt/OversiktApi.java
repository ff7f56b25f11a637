package no.forlop.oversikt;

import java.util.List;
import java.util.Map;
import no.forlop.sak.IngenSlikSak;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The overview for machines, with the rights of the user that the machine is. */
@RestController
@RequestMapping("/api/saker/{saksnummer}")
class OversiktApi {

  /** The cases around a case. */
  record Lenker(Sakskort sak, List<Sakskort> lenkede, List<Sakskort> andre) {}

  private final Saksoversikt oversikt;

  OversiktApi(Saksoversikt oversikt) {
    this.oversikt = oversikt;
  }

  @GetMapping("/lenker")
  Lenker lenker(@PathVariable String saksnummer) {
    Oversikt svar = oversikt.forSak(saksnummer);
    return new Lenker(svar.sak(), svar.lenkede(), svar.andre());
  }

  @GetMapping("/kontakter")
  List<Kontakt> kontakter(@PathVariable String saksnummer) {
    return oversikt.forSak(saksnummer).kontakter();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> ukjent(IngenSlikSak feil) {
    return Map.of("melding", feil.getMessage());
  }
}
