package no.forlop.sak;

import java.util.List;
import java.util.Map;
import no.forlop.Avvist;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events from outside the flow for machines: what a case can be told, and telling it. */
@RestController
@RequestMapping("/api/saker/{saksnummer}/hendelser")
class HendelserApi {

  /** @param utforelse needed only where several parts of the case listen for the message */
  record Bestilling(String melding, String utforelse) {}

  private final Hendelser hendelser;

  HendelserApi(Hendelser hendelser) {
    this.hendelser = hendelser;
  }

  @GetMapping
  List<Hendelse> liste(@PathVariable String saksnummer) {
    return hendelser.forSak(saksnummer);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void meld(@PathVariable String saksnummer, @RequestBody Bestilling bestilling) {
    if (bestilling.melding() == null || bestilling.melding().isBlank()) {
      throw new Avvist("Feltet «melding» mangler.");
    }
    hendelser.meldISak(saksnummer, bestilling.utforelse(), bestilling.melding());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> ukjent(IngenSlikSak feil) {
    return melding(feil);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Map<String, String> forSent(SakenHarGaattVidere feil) {
    return melding(feil);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> avvist(Avvist feil) {
    return melding(feil);
  }

  /** What the models' own rules refused comes as the engine's REST interface would answer it. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> avvistAvModellen(RestException feil) {
    return ResponseEntity.status(feil.getStatus().getStatusCode()).body(melding(feil));
  }

  private static Map<String, String> melding(RuntimeException feil) {
    return Map.of("melding", feil.getMessage());
  }
}
