package no.forlop.cockpit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import no.forlop.Avvist;

/**
 * Where a page of a list ends, so that the next begins after it: by the value that the list is ordered by, then by an id. A
 * page is found by index however deep it lies.
 *
 * @param tid what the list is ordered by, in UTC or local time as the list has it
 * @param id the last row
 */
record Peker(LocalDateTime tid, String id) {

  static Peker les(String tekst) {
    if (tekst == null) {
      return null;
    }
    try {
      String[] del = new String(Base64.getUrlDecoder().decode(tekst), StandardCharsets.UTF_8).split("\\|", 2);
      return new Peker(LocalDateTime.parse(del[0]), del[1]);
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new Avvist("«etter» må være verdien «neste» fra siden før.");
    }
  }

  /** The id as a number. */
  long nummer() {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new Avvist("«etter» må være verdien «neste» fra siden før.");
    }
  }

  String tekst() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((tid + "|" + id).getBytes(StandardCharsets.UTF_8));
  }
}
