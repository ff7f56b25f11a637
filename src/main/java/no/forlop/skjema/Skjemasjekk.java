package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.forlop.person.Egenskap;
import no.forlop.person.Slag;
import no.forlop.person.UgyldigOpplysning;

/** Checks one submission of a form, whole, and collects every error before it refuses. */
final class Skjemasjekk {

  private static final int FLEST_RADER = 50;

  private final Skjema skjema;
  private final Feltregler regler;
  private final Uttrykk uttrykk;
  private final Identitetskontroll identitet;
  private final Function<String, JsonNode> variabler;
  private final List<Feltfeil> feil = new ArrayList<>();
  private final Map<String, Feltfeil> skjulteSvar = new LinkedHashMap<>();
  private final Map<String, Object> rotnavn = new HashMap<>();
  private final Innhold innhold = new Innhold();

  /** Refuses a piece of identity that cannot be one. */
  interface Identitetskontroll {

    /** @throws UgyldigOpplysning when it cannot be one */
    void kontroller(Egenskap egenskap, String verdi);
  }

  /** @param variabler the case's variable of a name as JSON; null when there is none */
  Skjemasjekk(Skjema skjema, Feltregler regler, Uttrykk uttrykk, Identitetskontroll identitet,
      Function<String, JsonNode> variabler) {
    this.skjema = skjema;
    this.regler = regler;
    this.uttrykk = uttrykk;
    this.identitet = identitet;
    this.variabler = variabler;
  }

  /**
   * Checks the answers.
   *
   * @param svar by name; values that no form can hold as POJO nodes
   * @param personkontroll what else may be wrong with the persons told about, given the errors so far
   * @throws Skjemafeil with every error
   */
  Innhold les(ObjectNode svar, BiFunction<Innhold, List<Feltfeil>, List<Feltfeil>> personkontroll) {
    innhold.sporOmStatus = skjema.alle().anyMatch(Felt::personstatus);
    skjema.navnIUttrykk().forEach(navn -> rotnavn.put(navn, Verdier.tilFeel(variabler.apply(navn))));
    rotnavn.putAll(naa(skjema.felt(), svar));
    skjema.alle().filter(Felt::utregnet).filter(felt -> rotnavn.containsKey(felt.sti()))
        .forEach(felt -> rotnavn.put(felt.sti(), uttrykk.verdi(felt.def().path("expression").asText(), rotnavn)));
    Omfang rot = new Omfang(svar, innhold.svar, "", null, rotnavn, false, variabler);
    felter(skjema.felt(), rot);
    ukjente(skjema.felt(), rot);
    feil.addAll(skjulteSvar.values());
    feil.addAll(personkontroll.apply(innhold, List.copyOf(feil)));
    if (!feil.isEmpty()) {
      throw new Skjemafeil(feil);
    }
    innhold.uberort.removeIf(innhold.svar::has);
    return innhold;
  }

  /**
   * A level of the form's data: the form itself, a group with a path, or a row of a list.
   *
   * @param sti what stands before a field's key in messages
   * @param rad the person that identity fields of this row are about; null outside lists
   * @param navn what expressions see here
   * @param foer finds what a name held before, for fields that are only shown
   */
  private record Omfang(ObjectNode inn, ObjectNode ut, String sti, Map<String, Innhold.Person> rad, Map<String, Object> navn,
      boolean skjult, Function<String, JsonNode> foer) {

    Omfang skjult(boolean ogSkjult) {
      return new Omfang(inn, ut, sti, rad, navn, skjult || ogSkjult, foer);
    }

    boolean rot() {
      return sti.isEmpty();
    }

    JsonNode svar(Felt felt) {
      JsonNode svar = inn.get(felt.sti());
      return svar == null ? NullNode.getInstance() : svar;
    }
  }

  private void felter(List<Felt> felter, Omfang omfang) {
    felter.forEach(felt -> felt(felt, omfang.skjult(skjult(felt, omfang))));
  }

  private boolean skjult(Felt felt, Omfang omfang) {
    return uttrykk.sant(felt.def().path("conditional").path("hide"), omfang.navn());
  }

  private void felt(Felt felt, Omfang omfang) {
    if (felt.visning()) {
      return;
    }
    if (felt.gruppe() && felt.sti() == null) {
      felter(felt.felt(), omfang);
    } else if (felt.gruppe()) {
      gruppe(felt, omfang);
    } else if (felt.liste()) {
      liste(felt, omfang);
    } else {
      svar(felt, omfang);
    }
  }

  private void svar(Felt felt, Omfang omfang) {
    JsonNode svar = omfang.svar(felt);
    if (omfang.skjult()) {
      skjult(felt, omfang, svar);
    } else if (felt.utregnet()) {
      omfang.ut().set(felt.sti(), uttrykk.node(felt.def().path("expression"), omfang.navn()));
      skjulteSvar.remove(omfang.sti() + felt.sti());
    } else if (bareVist(felt, omfang)) {
      uberort(felt, omfang);
    } else {
      skjulteSvar.remove(omfang.sti() + felt.sti());
      synlig(felt, omfang, svar);
    }
  }

  private void synlig(Felt felt, Omfang omfang, JsonNode svar) {
    if (Feltregler.mangler(felt, svar)) {
      feil(felt, omfang, felt.avkryssing() ? "Må krysses av" : "Må fylles ut", null);
      return;
    }
    boolean tom = Feltregler.tom(svar);
    if (!tom) {
      List<Feltregler.Brudd> brudd = regler.brudd(felt, svar, omfang.navn(), variabler);
      brudd.forEach(ett -> feil(felt, omfang, ett.feil(), ett.tillatt()));
      if (!brudd.isEmpty() || sammeSomAnnet(felt, omfang, svar)) {
        return;
      }
    }
    if (felt.identitet()) {
      identitet(felt, omfang, tom ? null : svar.asText());
    } else {
      if (felt.personstatus()) {
        innhold.status = tom ? null : Slag.av(svar.asText());
      }
      JsonNode verdi = tom ? felt.avkryssing() ? BooleanNode.FALSE : NullNode.getInstance() : svar;
      omfang.ut().set(felt.sti(), verdi);
      if (felt.tilRegister() != null) {
        innhold.tilRegister.put(felt.tilRegister(), verdi);
      }
    }
  }

  /** {@code properties.ikkeSom}: a field beside this one that must not have the same answer, as a deputy is somebody else. */
  private boolean sammeSomAnnet(Felt felt, Omfang omfang, JsonNode svar) {
    String annet = felt.def().path("properties").path("ikkeSom").asText("");
    if (annet.isEmpty() || !svar.equals(omfang.inn().get(annet))) {
      return false;
    }
    feil(felt, omfang, "Kan ikke være den samme som «%s»".formatted(skjema.alle()
        .filter(en -> annet.equals(en.sti())).findFirst().map(Felt::etikett).orElse(annet)), null);
    return true;
  }

  private void identitet(Felt felt, Omfang omfang, String verdi) {
    Innhold.Person person = omfang.rad() == null
        ? innhold.roller.computeIfAbsent(felt.rolle(), rolle -> new Innhold.Person(rolle, null))
        : omfang.rad().computeIfAbsent(felt.rolle(), rolle -> new Innhold.Person(rolle, omfang.ut()));
    person.felt.put(felt.egenskap(), new Innhold.Feltsted(omfang.sti() + felt.sti(), felt.etikett()));
    if (verdi == null) {
      return;
    }
    try {
      identitet.kontroller(felt.egenskap(), verdi.strip());
      person.opplysninger = person.opplysninger.med(felt.egenskap(), verdi);
    } catch (UgyldigOpplysning e) {
      feil(felt, omfang, e.getMessage(), e.tillatt());
    }
  }

  private void gruppe(Felt felt, Omfang omfang) {
    JsonNode svar = omfang.svar(felt);
    if (!svar.isNull() && !svar.isObject()) {
      feil(felt, omfang, "Svaret har ikke riktig form", null);
      return;
    }
    ObjectNode inn = svar.isObject() ? (ObjectNode) svar : omfang.ut().objectNode();
    ObjectNode ut = omfang.ut().objectNode();
    JsonNode foer = omfang.foer().apply(felt.sti());
    Omfang inni = new Omfang(inn, ut, omfang.sti() + felt.sti() + ".", omfang.rad(), omfang.navn(), omfang.skjult(),
        navn -> foer == null ? null : foer.get(navn));
    felter(felt.felt(), inni);
    ukjente(felt.felt(), inni);
    if (omfang.skjult()) {
      uberort(felt, omfang);
    } else if (!ut.isEmpty()) {
      omfang.ut().set(felt.sti(), ut);
    } else if (felt.felt().stream().noneMatch(Felt::identitet)) {
      omfang.ut().set(felt.sti(), NullNode.getInstance());
    }
  }

  private void liste(Felt felt, Omfang omfang) {
    JsonNode svar = omfang.svar(felt);
    if (omfang.skjult()) {
      skjult(felt, omfang, svar);
      return;
    }
    if (bareVist(felt, omfang) || felt.felt().stream().allMatch(ett -> ett.visning() || bareVist(ett, omfang))) {
      uberort(felt, omfang);
      return;
    }
    if (!svar.isNull() && !svar.isArray()) {
      feil(felt, omfang, "Svaret må være en liste", null);
      return;
    }
    if (svar.size() > FLEST_RADER) {
      feil(felt, omfang, "Listen har for mange rader", "inntil " + FLEST_RADER);
      return;
    }
    JsonNode foer = omfang.foer().apply(felt.sti());
    List<JsonNode> ledige = new ArrayList<>();
    if (foer != null && foer.isArray()) {
      foer.forEach(ledige::add);
    }
    ArrayNode ut = omfang.ut().putArray(felt.sti());
    for (int i = 0; i < svar.size(); i++) {
      if (svar.get(i).isObject()) {
        rad(felt, omfang, i, (ObjectNode) svar.get(i), ut, ledige);
      } else if (!svar.get(i).isNull()) {
        feil(felt, omfang, "Raden har ikke riktig form", null);
      }
    }
  }

  private void rad(Felt liste, Omfang omfang, int nr, ObjectNode inn, ArrayNode ut, List<JsonNode> ledige) {
    JsonNode samme = samme(liste, omfang, inn, ledige);
    ledige.remove(samme);
    ObjectNode radUt = ut.objectNode();
    if (samme instanceof ObjectNode foer) {
      radUt.setAll(foer);
    }
    Map<String, Object> navn = new HashMap<>(rotnavn);
    Object denne = naa(liste.felt(), inn);
    Map.of("this", denne, "_this_", denne, "i", List.of(nr + 1)).forEach(navn::putIfAbsent);
    navn.putIfAbsent("parent", omfang.navn().getOrDefault("this", rotnavn));
    Map<String, Innhold.Person> personer = new LinkedHashMap<>();
    Omfang rad = new Omfang(inn, radUt, omfang.sti() + liste.sti() + "[" + (nr + 1) + "].", personer, navn, false,
        felt -> samme == null ? null : samme.get(felt));
    int feilFoer = feil.size();
    felter(liste.felt(), rad);
    ukjente(liste.felt(), rad);
    if (feil.size() == feilFoer && samme == null && blank(radUt) && personer.values().stream().allMatch(p -> p.opplysninger.tom())) {
      return;
    }
    innhold.rader.addAll(personer.values());
    ut.add(radUt);
  }

  /** The row as it was before, recognised by what it only shows (such as its merke); it keeps its person. */
  private JsonNode samme(Felt liste, Omfang omfang, ObjectNode inn, List<JsonNode> ledige) {
    List<String> vist = liste.felt().stream().filter(felt -> !felt.visning() && felt.sti() != null && bareVist(felt, omfang))
        .map(Felt::sti).filter(sti -> !Feltregler.tom(inn.get(sti))).toList();
    return vist.isEmpty() ? null : ledige.stream()
        .filter(rad -> vist.stream().allMatch(sti -> inn.get(sti).equals(rad.get(sti)))).findFirst().orElse(null);
  }

  private static boolean blank(ObjectNode rad) {
    for (JsonNode verdi : rad) {
      if (!Feltregler.tom(verdi) && !(verdi.isBoolean() && !verdi.booleanValue())) {
        return false;
      }
    }
    return true;
  }

  /** Read-only and disabled fields: what they hold is shown, never taken in. */
  private boolean bareVist(Felt felt, Omfang omfang) {
    JsonNode lest = felt.def().path("readonly");
    return felt.def().path("disabled").asBoolean() || (Uttrykk.er(lest) ? uttrykk.sant(lest, omfang.navn()) : lest.asBoolean());
  }

  private void skjult(Felt felt, Omfang omfang, JsonNode svar) {
    boolean harSvar = !Feltregler.tom(svar) && !(felt.avkryssing() && !svar.asBoolean()) && !felt.utregnet()
        && !bareVist(felt, omfang);
    if (harSvar && !omfang.ut().has(felt.sti())) {
      skjulteSvar.put(omfang.sti() + felt.sti(),
          new Feltfeil(omfang.sti() + felt.sti(), felt.etikett(), "Feltet skal ikke fylles ut med disse svarene", "tomt"));
    }
    uberort(felt, omfang);
  }

  private void uberort(Felt felt, Omfang omfang) {
    if (felt.identitet()) {
      return;
    }
    if (omfang.rot()) {
      innhold.uberort.add(felt.sti());
    } else if (!omfang.ut().has(felt.sti())) {
      JsonNode foer = omfang.foer().apply(felt.sti());
      omfang.ut().set(felt.sti(), foer == null ? felt.avkryssing() ? BooleanNode.FALSE : NullNode.getInstance() : foer);
    }
  }

  private void ukjente(List<Felt> felter, Omfang omfang) {
    Set<String> kjente = new TreeSet<>();
    nokler(felter, kjente);
    omfang.inn().fieldNames().forEachRemaining(navn -> {
      if (!kjente.contains(navn)) {
        String vist = navn.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,60}") ? navn : "(uten navn)";
        feil.add(new Feltfeil(omfang.sti() + vist, vist, "Feltet finnes ikke i skjemaet", null));
      }
    });
  }

  private static void nokler(List<Felt> felter, Set<String> nokler) {
    for (Felt felt : felter) {
      if (felt.sti() != null) {
        nokler.add(felt.sti());
      } else {
        nokler(felt.felt(), nokler);
      }
    }
  }

  /** The data as the browser holds it while its conditions are evaluated: answers, else each field's empty value. */
  private Map<String, Object> naa(List<Felt> felter, JsonNode svar) {
    Map<String, Object> naa = new HashMap<>();
    for (Felt felt : felter) {
      if (felt.sti() == null) {
        naa.putAll(naa(felt.felt(), svar));
      } else if (!felt.def().path("disabled").asBoolean() && !felt.def().path("readonly").asBoolean()) {
        naa.merge(felt.sti(), verdi(felt, svar.get(felt.sti())), (en, to) -> Feltregler.tom(svar.get(felt.sti())) ? en : to);
      }
    }
    naa.replaceAll((navn, verdi) -> verdi == TOM ? null : verdi);
    return naa;
  }

  private static final Object TOM = new Object();

  private Object verdi(Felt felt, JsonNode svar) {
    if (felt.gruppe()) {
      return naa(felt.felt(), svar == null ? NullNode.getInstance() : svar);
    }
    if (felt.liste()) {
      List<Object> rader = new ArrayList<>();
      if (svar != null) {
        svar.forEach(rad -> rader.add(naa(felt.felt(), rad)));
      }
      return rader;
    }
    if (svar != null && !svar.isNull()) {
      return Verdier.tilFeel(svar);
    }
    return felt.tekst() ? "" : felt.avkryssing() ? Boolean.FALSE : felt.flervalg() ? List.of() : TOM;
  }

  private void feil(Felt felt, Omfang omfang, String hva, String tillatt) {
    feil.add(new Feltfeil(omfang.sti() + felt.sti(), felt.etikett(), hva, tillatt));
  }
}
