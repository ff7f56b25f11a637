package no.forlop;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What every call under {@code /api} may get wrong, answered in bokmål and without repeating what was sent. */
@RestControllerAdvice
class Apifeil {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> uleselig(HttpMessageNotReadableException feil) {
    return Map.of("melding", "Innholdet kan ikke leses. Det må være et JSON-objekt med feltene som er beskrevet for dette kallet.");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
  Map<String, String> annetFormat(HttpMediaTypeNotSupportedException feil) {
    return Map.of("melding", "Innholdet må sendes som application/json.");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.METHOD_NOT_ALLOWED)
  Map<String, String> annenMetode(HttpRequestMethodNotSupportedException feil) {
    String tillatt = feil.getSupportedHttpMethods() == null ? "andre metoder"
        : feil.getSupportedHttpMethods().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(" og "));
    return Map.of("melding", "Adressen tar ikke imot " + feil.getMethod() + ", men " + tillatt + ".");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> finnesIkke(NoResourceFoundException feil) {
    return Map.of("melding", "Adressen finnes ikke.");
  }
}
