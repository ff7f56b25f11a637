package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a form says about one answer: type, bounds, lengths, pattern, options and dates, as form-js checks them in the browser. */
final class Feltregler {

  /** The engine's column for texts; a longer text cannot be a variable. */
  static final int LENGSTE_TEKST = 4000;

  private static final Pattern EPOST = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern TELEFON = Pattern.compile("(\\+|00)?[0-9][0-9 ]{4,18}");
  private static final DateTimeFormatter NORSK = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int FLEST_ALTERNATIVER_VIST = 12;

  private final Uttrykk uttrykk;
  private final Predicate<String> inneholderNummer;
  private final LocalDate idag;

  /** @param inneholderNummer tells whether a text holds an identity number */
  Feltregler(Uttrykk uttrykk, Predicate<String> inneholderNummer, LocalDate idag) {
    this.uttrykk = uttrykk;
    this.inneholderNummer = inneholderNummer;
    this.idag = idag;
  }

  /** Something an answer breaks, and what is allowed instead. */
  record Brudd(String feil, String tillatt) {}

  /** Unanswered, as form-js sees it; blanks only are no answer either. */
  static boolean tom(JsonNode svar) {
    return svar == null || svar.isNull() || svar.isMissingNode() || svar.isTextual() && svar.asText().isBlank()
        || svar.isContainerNode() && svar.isEmpty();
  }

  /** Whether a required field is still unanswered; a required checkbox must be checked. */
  static boolean mangler(Felt felt, JsonNode svar) {
    return felt.regel("required").asBoolean() && (tom(svar) || felt.avkryssing() && !svar.asBoolean());
  }

  /**
   * Every rule that an answer breaks.
   *
   * @param navn what expressions of the form see
   * @param alternativer finds the list of options that a {@code valuesKey} names
   */
  List<Brudd> brudd(Felt felt, JsonNode svar, Map<String, Object> navn, Function<String, JsonNode> alternativer) {
    return switch (felt.type()) {
      case "textfield", "textarea" -> tekst(felt, svar, navn);
      case "number" -> tall(felt, svar, navn);
      case "checkbox" -> svar.isBoolean() ? List.of() : en("Svaret må være ja eller nei", "kryss eller ikke kryss");
      case "radio", "select" -> valg(felt, svar, navn, alternativer);
      case "checklist", "taglist" -> flervalg(felt, svar, navn, alternativer);
      case "datetime" -> dato(felt, svar);
      default -> throw new IllegalStateException("No rule for fields of type " + felt.type());
    };
  }

  private List<Brudd> tekst(Felt felt, JsonNode svar, Map<String, Object> navn) {
    if (!svar.isTextual()) {
      return en("Svaret må være tekst", null);
    }
    String tekst = svar.asText();
    int lengde = tekst.strip().length();
    List<Brudd> brudd = new ArrayList<>();
    BigDecimal minst = grense(felt, "minLength", navn);
    BigDecimal hoyst = grense(felt, "maxLength", navn);
    int lengst = hoyst == null ? LENGSTE_TEKST : Math.min(hoyst.intValue(), LENGSTE_TEKST);
    if (minst != null && lengde < minst.intValue()) {
      brudd.add(new Brudd("Teksten er for kort", "minst " + minst.toPlainString() + " tegn"));
    }
    if (lengde > lengst || tekst.length() > LENGSTE_TEKST) {
      brudd.add(new Brudd("Teksten er for lang", "inntil " + lengst + " tegn"));
    }
    String monster = felt.regel("pattern").asText("");
    if (!monster.isEmpty() && !Pattern.compile(monster).matcher(tekst).find()) {
      brudd.add(new Brudd("Svaret har ikke riktig form", "mønsteret " + monster));
    }
    String art = felt.regel("validationType").asText("");
    if (art.equals("email") && !EPOST.matcher(tekst.strip()).matches()) {
      brudd.add(new Brudd("E-postadressen er ikke gyldig", "navn@eksempel.no"));
    }
    if (art.equals("phone") && !TELEFON.matcher(tekst.strip()).matches()) {
      brudd.add(new Brudd("Telefonnummeret er ikke gyldig", "5–15 siffer, eventuelt med landkode"));
    }
    if (tekst.indexOf('\0') >= 0) {
      brudd.add(new Brudd("Teksten har tegn som ikke kan lagres", null));
    }
    if (!felt.identitet() && inneholderNummer.test(tekst)) {
      brudd.add(new Brudd("Teksten inneholder et fødselsnummer eller D-nummer. Slike skrives bare i egne felt", "tekst uten nummer"));
    }
    return brudd;
  }

  private List<Brudd> tall(Felt felt, JsonNode svar, Map<String, Object> navn) {
    BigDecimal tall = tall(svar, felt.def().path("serializeToString").asBoolean());
    if (tall == null) {
      return en("Svaret må være et tall", null);
    }
    List<Brudd> brudd = new ArrayList<>();
    JsonNode desimaler = felt.def().path("decimalDigits");
    if (desimaler.isNumber() && tall.stripTrailingZeros().scale() > desimaler.asInt()) {
      brudd.add(desimaler.asInt() == 0
          ? new Brudd("Svaret må være et helt tall", "helt tall")
          : new Brudd("Svaret har for mange desimaler", "inntil " + desimaler.asInt() + " desimaler"));
    }
    BigDecimal steg = tall(felt.def().path("increment"), true);
    if (steg != null && steg.signum() != 0 && tall.remainder(steg).signum() != 0) {
      brudd.add(new Brudd("Svaret passer ikke med trinnene", "trinn på " + steg.toPlainString()));
    }
    BigDecimal minst = grense(felt, "min", navn);
    BigDecimal storst = grense(felt, "max", navn);
    if (minst != null && tall.compareTo(minst) < 0 || storst != null && tall.compareTo(storst) > 0) {
      brudd.add(new Brudd(minst != null && tall.compareTo(minst) < 0 ? "Tallet er for lite" : "Tallet er for stort",
          omrade(minst, storst)));
    }
    return brudd;
  }

  private static String omrade(BigDecimal minst, BigDecimal storst) {
    if (minst != null && storst != null) {
      return minst.toPlainString() + "–" + storst.toPlainString();
    }
    return minst != null ? "minst " + minst.toPlainString() : "høyst " + storst.toPlainString();
  }

  /** A bound of the form, fixed or by expression; null = none. */
  private BigDecimal grense(Felt felt, String regel, Map<String, Object> navn) {
    return tall(uttrykk.node(felt.regel(regel), navn), true);
  }

  private static BigDecimal tall(JsonNode node, boolean somTekst) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (!somTekst || !node.isTextual() || node.asText().isBlank()) {
      return null;
    }
    try {
      return new BigDecimal(node.asText().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private List<Brudd> valg(Felt felt, JsonNode svar, Map<String, Object> navn, Function<String, JsonNode> alternativer) {
    List<JsonNode> mulige = mulige(felt, navn, alternativer);
    return finnes(mulige, svar) ? List.of() : en("Svaret er ikke et av alternativene", vist(felt));
  }

  private List<Brudd> flervalg(Felt felt, JsonNode svar, Map<String, Object> navn, Function<String, JsonNode> alternativer) {
    if (!svar.isArray()) {
      return en("Svaret må være en liste", vist(felt));
    }
    List<JsonNode> mulige = mulige(felt, navn, alternativer);
    for (JsonNode ett : svar) {
      if (!finnes(mulige, ett)) {
        return en("Et av svarene er ikke blant alternativene", vist(felt));
      }
    }
    return List.of();
  }

  private List<JsonNode> mulige(Felt felt, Map<String, Object> navn, Function<String, JsonNode> alternativer) {
    JsonNode liste = felt.def().path("values");
    if (felt.def().hasNonNull("valuesKey")) {
      liste = alternativer.apply(felt.def().get("valuesKey").asText());
    } else if (felt.def().hasNonNull("valuesExpression")) {
      liste = uttrykk.node(felt.def().get("valuesExpression"), navn);
    }
    List<JsonNode> mulige = new ArrayList<>();
    if (liste != null) {
      liste.forEach(ett -> mulige.add(ett.isObject() ? ett.path("value") : ett));
    }
    return mulige;
  }

  private static boolean finnes(List<JsonNode> mulige, JsonNode svar) {
    return svar.isValueNode() && mulige.stream().anyMatch(ett -> ett.equals(svar)
        || ett.isNumber() && svar.isNumber() && ett.decimalValue().compareTo(svar.decimalValue()) == 0);
  }

  /** The fixed options in words; options from variables may be names of people and are not listed. */
  private static String vist(Felt felt) {
    JsonNode faste = felt.def().path("values");
    if (faste.isEmpty() || faste.size() > FLEST_ALTERNATIVER_VIST) {
      return "et av alternativene i skjemaet";
    }
    List<String> ord = new ArrayList<>();
    faste.forEach(ett -> ord.add(ett.isObject() ? ett.path("label").asText(ett.path("value").asText()) : ett.asText()));
    return String.join(", ", ord);
  }

  private List<Brudd> dato(Felt felt, JsonNode svar) {
    String art = felt.def().path("subtype").asText("date");
    String form = switch (art) {
      case "time" -> "klokkeslett TT:MM";
      case "datetime" -> "dato og klokkeslett ÅÅÅÅ-MM-DDTTT:MM";
      default -> "dato ÅÅÅÅ-MM-DD";
    };
    if (!svar.isTextual()) {
      return en("Svaret må være en dato eller et klokkeslett", form);
    }
    LocalDate dato;
    try {
      dato = les(art, svar.asText());
    } catch (DateTimeParseException e) {
      return en(art.equals("time") ? "Klokkeslettet er ikke gyldig" : "Datoen er ikke gyldig", form);
    }
    if (dato == null) {
      return List.of();
    }
    List<Brudd> brudd = new ArrayList<>();
    LocalDate tidligst = felt.def().path("disallowPassedDates").asBoolean() ? idag : grensedato(felt, "minDato");
    LocalDate senest = grensedato(felt, "maksDato");
    if (tidligst != null && dato.isBefore(tidligst)) {
      brudd.add(new Brudd("Datoen er for tidlig", "tidligst " + tidligst.format(NORSK)));
    }
    if (senest != null && dato.isAfter(senest)) {
      brudd.add(new Brudd("Datoen er for sen", "senest " + senest.format(NORSK)));
    }
    return brudd;
  }

  /** {@code properties.minDato} and {@code maksDato}: an ISO date or {@code idag}. */
  private LocalDate grensedato(Felt felt, String egenskap) {
    String verdi = felt.def().path("properties").path(egenskap).asText("");
    return verdi.isEmpty() ? null : verdi.equals("idag") ? idag : LocalDate.parse(verdi);
  }

  /** @return the date of a date or date-time; null for a time of day */
  private static LocalDate les(String art, String tekst) {
    boolean medSone = tekst.matches(".*([zZ]|[+-][0-9]{2}:[0-9]{2})$");
    switch (art) {
      case "time" -> {
        if (medSone) {
          OffsetTime.parse(tekst);
        } else {
          LocalTime.parse(tekst);
        }
        return null;
      }
      case "datetime" -> {
        return medSone ? OffsetDateTime.parse(tekst).toLocalDate() : LocalDateTime.parse(tekst).toLocalDate();
      }
      default -> {
        return LocalDate.parse(tekst);
      }
    }
  }

  private static List<Brudd> en(String feil, String tillatt) {
    return List.of(new Brudd(feil, tillatt));
  }
}
