package no.forlop.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that follow the day: {@code @dato-1} is the date one day before, {@code @tid-3} the time three hours before. */
final class Relativtid {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Pattern FORM = Pattern.compile("@(dato|tid)([+-]\\d+)?");
  private static final DateTimeFormatter TID = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

  private Relativtid() {}

  static Map<String, Object> loes(Map<String, Object> svar, Instant naa) {
    Map<String, Object> loest = new HashMap<>();
    svar.forEach((navn, verdi) -> loest.put(navn, verdi(verdi, naa)));
    return loest;
  }

  private static Object verdi(Object verdi, Instant naa) {
    if (verdi instanceof String tekst) {
      Matcher form = FORM.matcher(tekst);
      return form.matches() ? tidspunkt(form.group(1), form.group(2) == null ? 0 : Integer.parseInt(form.group(2)), naa)
          : tekst;
    }
    if (verdi instanceof List<?> liste) {
      return liste.stream().map(ett -> verdi(ett, naa)).toList();
    }
    if (verdi instanceof Map<?, ?> felter) {
      Map<String, Object> loest = new HashMap<>();
      felter.forEach((navn, ett) -> loest.put((String) navn, verdi(ett, naa)));
      return loest;
    }
    return verdi;
  }

  private static String tidspunkt(String slag, int antall, Instant naa) {
    OffsetDateTime her = naa.atZone(OSLO).toOffsetDateTime();
    return slag.equals("dato") ? her.toLocalDate().plusDays(antall).toString() : TID.format(her.plusHours(antall));
  }
}
