package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.forlop.person.Egenskap;
import no.forlop.person.Personmerke;
import no.forlop.person.Personregister;
import no.forlop.person.Slag;
import no.forlop.person.UgyldigOpplysning;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Hands the persons of a form to the register and gives the engine their ids and merker instead. */
@Component
class Identitetsmottak {

  private static final String PASIENT = "pasient";

  private final Personregister person;

  Identitetsmottak(Personregister person) {
    this.person = person;
  }

  /** What is wrong with the persons as a whole, when their single fields are right. */
  List<Feltfeil> kontroller(Innhold innhold, List<Feltfeil> feil, VariableScope omfang, boolean start) {
    List<Feltfeil> funnet = new ArrayList<>();
    Innhold.Person pasient = innhold.roller.get(PASIENT);
    boolean alleredeFeil = pasient != null && feil.stream()
        .anyMatch(en -> pasient.felt.values().stream().anyMatch(felt -> felt.sti().equals(en.felt())));
    if (alleredeFeil || pasient == null && !innhold.sporOmStatus) {
      return funnet;
    }
    Innhold.Person om = pasient == null ? new Innhold.Person(PASIENT, null) : pasient;
    String kjentId = start ? null : tekst(omfang, PASIENT + "Id");
    try {
      if (kjentId != null) {
        person.kontrollerSuppler(kjentId, om.opplysninger);
      } else if (start && innhold.status == null && !om.opplysninger.identifiserer()) {
        Innhold.Feltsted sted = sted(om, Egenskap.NUMMER);
        boolean manglerStatus = innhold.sporOmStatus && feil.stream().noneMatch(en -> en.felt().equals("personstatus"));
        if (manglerStatus || !innhold.sporOmStatus) {
          funnet.add(new Feltfeil(sted.sti(), sted.etikett(), "Oppgi hvem saken gjelder", null));
        }
      } else {
        person.kontroller(innhold.status, om.opplysninger);
      }
    } catch (UgyldigOpplysning e) {
      Innhold.Feltsted sted = sted(om, e.egenskap());
      funnet.add(new Feltfeil(sted.sti(), sted.etikett(), e.getMessage(), e.tillatt()));
    }
    return funnet;
  }

  private static Innhold.Feltsted sted(Innhold.Person om, Egenskap egenskap) {
    Innhold.Feltsted sted = om.felt.get(egenskap);
    return sted != null ? sted : om.felt.values().stream().findFirst()
        .orElse(new Innhold.Feltsted("personstatus", "Hvem saken gjelder"));
  }

  /** Registers or completes every person of the form and adds what the engine may know to the variables. */
  void registrer(Innhold innhold, VariableScope omfang, String sak, boolean start, VariableMap variabler) {
    String pasientId = pasient(innhold, omfang, start, variabler);
    if (pasientId != null && !innhold.tilRegister.isEmpty()) {
      person.sprak(pasientId, sprak(innhold.tilRegister.get("pasient.sprak")), tolk(innhold.tilRegister.get("pasient.tolk")));
    }
    innhold.roller.values().stream().filter(om -> !om.rolle.equals(PASIENT))
        .forEach(om -> annen(om, innhold, omfang, variabler));
    innhold.rader.forEach(om -> rad(om, egen(innhold, om) == om));
    relasjoner(innhold, omfang, sak, variabler);
  }

  private String pasient(Innhold innhold, VariableScope omfang, boolean start, VariableMap variabler) {
    Innhold.Person pasient = innhold.roller.get(PASIENT);
    String kjentId = tekst(omfang, PASIENT + "Id");
    boolean spurt = pasient != null || start && innhold.sporOmStatus;
    if (!spurt || !start && pasient.opplysninger.tom()) {
      return kjentId;
    }
    Innhold.Person om = pasient == null ? new Innhold.Person(PASIENT, null) : pasient;
    Personmerke merke = kjentId == null
        ? person.registrer(innhold.status, om.opplysninger)
        : person.suppler(kjentId, om.opplysninger);
    variabler.put("pasientId", merke.personId());
    variabler.put("pasientmerke", merke.merke());
    variabler.put("pasientAlder", merke.alder());
    variabler.put("pasientKjonn", merke.kjonn().verdi());
    return merke.personId();
  }

  private void annen(Innhold.Person om, Innhold innhold, VariableScope omfang, VariableMap variabler) {
    String kjentId = tekst(omfang, om.rolle + "Id");
    if (om.opplysninger.tom()) {
      if (kjentId == null) {
        variabler.put(om.rolle + "Id", null);
        variabler.put(om.rolle + "merke", null);
      }
      return;
    }
    Personmerke merke = kjentId == null ? person.registrer(null, om.opplysninger) : person.suppler(kjentId, om.opplysninger);
    variabler.put(om.rolle + "Id", merke.personId());
    variabler.put(om.rolle + "merke", merke.merke());
  }

  /** The person a row is about: the one of its first identity field. Others in the row are those to phone about that one. */
  private static Innhold.Person egen(Innhold innhold, Innhold.Person om) {
    return innhold.rader.stream().filter(en -> en.rad == om.rad).findFirst().orElseThrow();
  }

  private void rad(Innhold.Person om, boolean egen) {
    if (!egen && om.opplysninger.tom()) {
      return;
    }
    String id = egen ? "personId" : om.rolle + "Id";
    String kjentId = om.rad.path(id).asText(null);
    Personmerke merke = kjentId == null ? person.registrer((Slag) null, om.opplysninger) : person.suppler(kjentId, om.opplysninger);
    om.rad.put(id, merke.personId());
    om.rad.put(egen ? "merke" : om.rolle + "merke", merke.merke());
  }

  private void relasjoner(Innhold innhold, VariableScope omfang, String sak, VariableMap variabler) {
    String midtpunkt = forste(verdi(PASIENT + "Id", omfang, variabler), verdi("avdodId", omfang, variabler));
    for (Innhold.Person om : innhold.rader) {
      String egenId = om.rad.get("personId").asText();
      if (egen(innhold, om) == om) {
        person.relasjon(midtpunkt, egenId, om.rolle, ord(om.rad.get("relasjon")), sak);
      } else if (om.rad.has(om.rolle + "Id")) {
        person.relasjon(egenId, om.rad.get(om.rolle + "Id").asText(), "parorende", om.rolle, sak);
      }
    }
    for (Innhold.Person om : innhold.roller.values()) {
      String id = om.rolle.equals(PASIENT) ? null : verdi(om.rolle + "Id", omfang, variabler);
      if (id != null) {
        ObjectNode svar = innhold.svar;
        JsonNode relasjon = svar.hasNonNull(om.rolle + "Relasjon") ? svar.get(om.rolle + "Relasjon") : svar.get("relasjon");
        person.relasjon(midtpunkt, id, om.rolle, ord(relasjon), sak);
      }
    }
  }

  private static String verdi(String navn, VariableScope omfang, VariableMap variabler) {
    return variabler.containsKey(navn) ? (String) variabler.get(navn) : tekst(omfang, navn);
  }

  private static String forste(String en, String to) {
    return en != null ? en : to;
  }

  private static String tekst(VariableScope omfang, String navn) {
    return omfang.getVariable(navn) instanceof String tekst ? tekst : null;
  }

  private static String ord(JsonNode node) {
    return Feltregler.tom(node) ? null : node.asText().substring(0, Math.min(node.asText().length(), 100));
  }

  private static String sprak(JsonNode node) {
    return ord(node);
  }

  private static Boolean tolk(JsonNode node) {
    return Feltregler.tom(node) ? null : node.isBoolean() ? node.booleanValue() : node.asText().equals("ja");
  }
}
