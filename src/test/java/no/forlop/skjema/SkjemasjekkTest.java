package no.forlop.skjema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.person.Slag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What forms can say, rule by rule, without an engine. JSON is written with single quotes here, quotes inside it as ~. */
class SkjemasjekkTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> variabler = new HashMap<>();

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'type':'number','validate':{'min':'=nedre','max':10} | 4 | Tallet er for lite",
    "'type':'number','validate':{'min':'=nedre','max':10} | 5 | ",
    "'type':'number','validate':{'max':10} | 10.5 | Tallet er for stort",
    "'type':'number','increment':'5' | 12 | trinnene",
    "'type':'number','increment':'5' | 15 | ",
    "'type':'number','decimalDigits':0 | 2.0 | ",
    "'type':'number','serializeToString':true | '12.5' | ",
    "'type':'number' | '12.5' | være et tall",
    "'type':'textfield','validate':{'validationType':'email'} | 'kari@eksempel' | E-postadressen",
    "'type':'textfield','validate':{'validationType':'email'} | 'kari@eksempel.no' | ",
    "'type':'textfield','validate':{'validationType':'phone'} | '+47 900 00 001' | ",
    "'type':'textfield','validate':{'validationType':'phone'} | 'ring' | Telefonnummeret",
    "'type':'textfield','validate':{'required':true} | '   ' | Må fylles ut",
    "'type':'textfield','validate':{'pattern':'[0-9]{4}'} | 'postnummer 7010' | ",
    "'type':'datetime','subtype':'date' | '2026-11-30' | ",
    "'type':'datetime','subtype':'date' | '2026-11-31' | Datoen er ikke gyldig",
    "'type':'datetime','subtype':'date','properties':{'maksDato':'idag'} | '2026-03-03' | for sen",
    "'type':'datetime','subtype':'date','properties':{'minDato':'2026-01-01'} | '2025-12-31' | for tidlig",
    "'type':'datetime','subtype':'time' | '14:30' | ",
    "'type':'datetime','subtype':'time' | '25:30' | Klokkeslettet",
    "'type':'datetime','subtype':'datetime' | '2026-11-30T14:30+01:00' | ",
    "'type':'datetime','subtype':'datetime' | '2026-11-30' | Datoen er ikke gyldig",
    "'type':'checkbox','validate':{'required':true} | false | Må krysses av",
    "'type':'checkbox' | 'true' | ja eller nei",
    "'type':'radio','values':[{'label':'En','value':1}] | 1 | ",
    "'type':'radio','values':[{'label':'En','value':1}] | '1' | alternativene",
    "'type':'select','valuesKey':'ansatte' | 'ane' | ",
    "'type':'select','valuesKey':'ansatte' | 'per' | alternativene",
    "'type':'select','valuesKey':'finnesIkke' | 'per' | alternativene",
    "'type':'select','valuesExpression':'=[~a~,~b~]' | 'b' | ",
    "'type':'select','valuesExpression':'=[~a~,~b~]' | 'c' | alternativene",
    "'type':'checklist','values':['a','b'],'validate':{'required':true} | [] | Må fylles ut",
    "'type':'taglist','values':['a','b'] | ['a','c'] | blant alternativene",
    "'type':'taglist','values':['a','b'] | 'a' | liste",
    "'type':'textfield','validate':{'maxLength':'=nedre'} | 'abcdef' | for lang",
    "'type':'textarea' | ['a'] | være tekst"
  })
  void regel(String felt, String svar, String feil) {
    variabler.put("nedre", json("5"));
    variabler.put("ansatte", json("[{'label':'Ane','value':'ane'}]"));
    String skjema = "{'components':[{'key':'felt','label':'Feltet'," + felt + "}]}";
    if (feil == null) {
      assertThat(les(skjema, "{'felt':" + svar + "}").svar.has("felt")).isTrue();
    } else {
      assertThatThrownBy(() -> les(skjema, "{'felt':" + svar + "}")).hasMessageContaining("Feltet: ").hasMessageContaining(feil);
    }
  }

  @Test
  void sammeNoekkelToGangerMedHverSittVilkaar() {
    String skjema = """
        {'components':[
          {'type':'checkbox','key':'ung','label':'Ung'},
          {'type':'number','key':'tall','label':'Tall','validate':{'max':5},'conditional':{'hide':'=not(ung)'}},
          {'type':'number','key':'tall','label':'Tall','validate':{'max':50},'conditional':{'hide':'=ung'}}]}""";
    assertThat(les(skjema, "{'ung':false,'tall':40}").svar.get("tall").asInt()).isEqualTo(40);
    assertThat(les(skjema, "{'ung':true,'tall':4}").svar.get("tall").asInt()).isEqualTo(4);
    assertThatThrownBy(() -> les(skjema, "{'ung':true,'tall':40}")).hasMessageContaining("for stort");
  }

  @Test
  void stedfortrederErEnAnnen() {
    String skjema = """
        {'components':[
          {'type':'textfield','key':'koordinator','label':'Koordinator'},
          {'type':'textfield','key':'stedfortreder','label':'Stedfortreder','properties':{'ikkeSom':'koordinator'}}]}""";
    assertThat(les(skjema, "{'koordinator':'ane','stedfortreder':'per'}").svar.get("stedfortreder").asText()).isEqualTo("per");
    assertThat(les(skjema, "{}").svar.get("stedfortreder").isNull()).isTrue();
    assertThatThrownBy(() -> les(skjema, "{'koordinator':'ane','stedfortreder':'ane'}"))
        .hasMessageContaining("Stedfortreder: Kan ikke være den samme som «Koordinator»");
  }

  @Test
  void skjultGruppeSkjulerAltIDen() {
    String skjema = """
        {'components':[
          {'type':'radio','key':'bor','label':'Bor','values':['ute','inne']},
          {'type':'group','path':'bolig','label':'Bolig','conditional':{'hide':'=bor != ~inne~'},'components':[
            {'type':'textfield','key':'adresse','label':'Adresse','validate':{'required':true}},
            {'type':'group','label':'Mer','components':[{'type':'checkbox','key':'egen','label':'Egen'}]}]}]}""";
    assertThat(les(skjema, "{'bor':'ute'}").uberort).containsExactly("bolig");
    assertThat(les(skjema, "{'bor':'inne','bolig':{'adresse':'Gata'}}").svar.get("bolig").toString())
        .isEqualTo("{\"adresse\":\"Gata\",\"egen\":false}");
    assertThat(feltIFeil(skjema, "{'bor':'ute','bolig':{'adresse':'Gata'}}")).containsExactly("bolig.adresse");
    assertThat(feltIFeil(skjema, "{'bor':'inne','bolig':{}}")).containsExactly("bolig.adresse");
    assertThat(feltIFeil(skjema, "{'bor':'inne','bolig':{'adresse':'Gata','annet':1}}")).containsExactly("bolig.annet");
  }

  @Test
  void vilkaarSerVariablerOgSvar() {
    variabler.put("harBarn", json("'ja'"));
    String skjema = """
        {'components':[
          {'type':'textfield','key':'vist','label':'Vist','readonly':true},
          {'type':'textfield','key':'barn','label':'Barn','validate':{'required':true},'conditional':{'hide':'=harBarn != ~ja~'}},
          {'type':'textfield','key':'mer','label':'Mer','conditional':{'hide':'=barn = null or barn = ~~'}}]}""";
    assertThat(feltIFeil(skjema, "{}")).containsExactly("barn");
    assertThat(feltIFeil(skjema, "{'mer':'x'}")).containsExactly("barn", "mer");
    Innhold innhold = les(skjema, "{'barn':'to','mer':'x','vist':'endret'}");
    assertThat(innhold.svar.has("vist")).isFalse();
    assertThat(innhold.uberort).containsExactly("vist");
    variabler.put("harBarn", json("'nei'"));
    assertThat(les(skjema, "{}").uberort).containsExactlyInAnyOrder("vist", "barn", "mer");
  }

  @Test
  void summerRegnesPaaTjeneren() {
    String skjema = """
        {'components':[
          {'type':'number','key':'en','label':'En'},{'type':'number','key':'to','label':'To'},
          {'type':'expression','key':'sum','expression':'=en + to'},
          {'type':'textfield','key':'hvorfor','label':'Hvorfor','conditional':{'hide':'=sum < 8'}}]}""";
    Innhold innhold = les(skjema, "{'en':4,'to':5,'sum':1,'hvorfor':'mye'}");
    assertThat(innhold.svar.get("sum").asInt()).isEqualTo(9);
    assertThat(Verdier.tilVariabel(innhold.svar.get("sum"))).isEqualTo(9);
    assertThat(les(skjema, "{'en':4}").svar.get("sum").isNull()).isTrue();
  }

  @Test
  void raderHarSineEgneVilkaar() {
    String skjema = """
        {'components':[{'type':'dynamiclist','path':'barn','label':'Barn','components':[
          {'type':'textfield','key':'navn','label':'Navn','properties':{'identitet':'barn.navn'}},
          {'type':'checkbox','key':'trygt','label':'Trygt i dag'},
          {'type':'textfield','key':'fare','label':'Hva er utrygt','validate':{'required':true},
           'conditional':{'hide':'=this.trygt'}}]}]}""";
    Innhold innhold = les(skjema, "{'barn':[{'navn':'Ola','trygt':true},{'navn':'Siri','fare':'alene hjemme'}]}");
    assertThat(innhold.svar.get("barn").toString())
        .isEqualTo("[{\"trygt\":true,\"fare\":null},{\"trygt\":false,\"fare\":\"alene hjemme\"}]");
    assertThat(innhold.rader).hasSize(2).allSatisfy(rad -> assertThat(rad.rolle).isEqualTo("barn"));
    assertThat(feltIFeil(skjema, "{'barn':[{'navn':'Ola','trygt':true,'fare':'x'},{'navn':'Siri'},null,7]}"))
        .containsExactlyInAnyOrder("barn[1].fare", "barn[2].fare", "barn");
  }

  @Test
  void personstatusOgIdentitetHoldesFraVariablene() {
    String skjema = """
        {'components':[{'type':'radio','key':'personstatus','label':'Status','values':['kjent','ukjent']},
          {'type':'textfield','key':'pasientNavn','label':'Navn','properties':{'identitet':'pasient.navn'}}]}""";
    Innhold innhold = les(skjema, "{'personstatus':'kjent','pasientNavn':' Kari Nordmann '}");
    assertThat(innhold.status).isEqualTo(Slag.KJENT);
    assertThat(innhold.svar.fieldNames()).toIterable().containsExactly("personstatus");
    assertThat(innhold.roller.get("pasient").opplysninger.toString()).isEqualTo("Personopplysninger[NAVN]");
  }

  @Test
  void skjemaSomIkkeKanHaandhevesStopper() {
    for (String felt : List.of("{'type':'filepicker','key':'fil'}", "{'type':'textfield','key':'a.b'}", "{'type':'textfield'}")) {
      assertThatThrownBy(() -> skjema("{'components':[" + felt + "]}")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void ukjenteNavnGjentasIkkeNaarDeKanVaereNoeAnnet() {
    assertThatThrownBy(() -> les("{'components':[]}", "{'Kari Nordmann, 900 00 001':1}"))
        .isInstanceOf(Skjemafeil.class).hasMessageNotContaining("Nordmann");
  }

  private List<String> feltIFeil(String skjema, String svar) {
    Skjemafeil feil = catchThrowableOfType(Skjemafeil.class, () -> les(skjema, svar));
    assertThat(feil).as("refused").isNotNull();
    return feil.feil().stream().map(Feltfeil::felt).toList();
  }

  private Innhold les(String skjema, String svar) {
    Uttrykk uttrykk = new Uttrykk();
    Feltregler regler = new Feltregler(uttrykk, tekst -> false, LocalDate.of(2026, 3, 2));
    return new Skjemasjekk(skjema(skjema), regler, uttrykk, (egenskap, verdi) -> { }, variabler::get)
        .les((ObjectNode) json(svar), (innhold, feil) -> List.of());
  }

  private static Skjema skjema(String json) {
    return Skjema.les(json.replace('\'', '"').replace("~", "\\\"").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(String tekst) {
    try {
      return JSON.readTree(tekst.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
