package no.forlop.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.forlop.Avvist;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** What the pages ask. Behind Cockpit's own login, so the engine knows the user; only managers get an answer. */
@Path("plugin/" + ForlopCockpit.ID)
@Produces(MediaType.APPLICATION_JSON)
public class Cockpitressurs extends AbstractCockpitPluginRootResource {

  private static final Logger LOGG = LoggerFactory.getLogger(Cockpitressurs.class);

  /** Libraries that the pages draw with, by the address that they are served at. */
  private static final Map<String, String> BIBLIOTEK = Map.of(
      "lib/chart.umd.min.js", "META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js",
      "lib/bpmn-navigated-viewer.production.min.js",
      "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js");

  /** Rows that something is to be done to. */
  public record Utvalg(List<Long> frister, String bruker) {}

  /** Whether to get the daily mail. */
  public record Epostvalg(Boolean pa) {}

  /** A new capacity. */
  public record Kapasitet(Integer kapasitet, String grunn) {}

  public Cockpitressurs() {
    super(ForlopCockpit.ID);
    BIBLIOTEK.keySet().forEach(allowedAssets::add);
    Sidefiler.NAVN.forEach(fil -> allowedAssets.add("app/" + fil));
  }

  @Override
  protected InputStream getPluginAssetAsStream(AppPlugin plugin, String fil) {
    return BIBLIOTEK.containsKey(fil)
        ? getClass().getClassLoader().getResourceAsStream(BIBLIOTEK.get(fil)) : super.getPluginAssetAsStream(plugin, fil);
  }

  @GET
  @Path("{motor}/meg")
  public Response meg() {
    return svar(innsyn -> {
      sporsmal();
      return bonne(Meg.class).om(innsyn);
    });
  }

  @GET
  @Path("{motor}/frister/sammendrag")
  public Response sammendrag() {
    return svar(innsyn -> {
      Sporsmal sporsmal = sporsmal("enhet", "forlop");
      return bonne(Fristlesning.class).sammendrag(innsyn.utvalg(sporsmal.tekst("enhet")), forlop(sporsmal));
    });
  }

  @GET
  @Path("{motor}/frister")
  public Response frister() {
    return svar(innsyn -> {
      Sporsmal sporsmal = sporsmal("tilstand", "enhet", "forlop", "type", "fra", "til", "definisjon", "instans", "antall", "etter");
      String instans = sporsmal.tekst("instans");
      Fristfilter filter = new Fristfilter(
          sporsmal.flere("tilstand", Tilstand.ider()).stream().map(Tilstand::av).toList(),
          instans == null || sporsmal.tekst("enhet") != null ? innsyn.utvalg(sporsmal.tekst("enhet")) : null,
          forlop(sporsmal), sporsmal.en("type", Fristlesning.TYPER), sporsmal.periode(), prosess(sporsmal.tekst("definisjon")),
          instans == null ? null : instanser(instans, innsyn));
      return bonne(Fristlesning.class).liste(filter, sporsmal.antall(), Peker.les(sporsmal.tekst("etter")));
    });
  }

  @GET
  @Path("{motor}/ansatte")
  public Response ansatte() {
    return svar(innsyn -> {
      String enhet = sporsmal("enhet").tekst("enhet");
      if (enhet == null) {
        throw new Avvist("Oppgi «enhet»: en av " + String.join(", ", innsyn.enheter()) + ".");
      }
      innsyn.utvalg(enhet);
      return bonne(Fristhandlinger.class).ansatte(enhet);
    });
  }

  @POST
  @Path("{motor}/frister/tildel")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response tildel(String innhold) {
    return svar(innsyn -> {
      Utvalg utvalg = les(innhold, Utvalg.class);
      return bonne(Fristhandlinger.class).tildel(utvalg.frister(), utvalg.bruker(), innsyn);
    });
  }

  @POST
  @Path("{motor}/frister/purr")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response purr(String innhold) {
    return svar(innsyn -> bonne(Fristhandlinger.class).purr(les(innhold, Utvalg.class).frister(), innsyn));
  }

  @POST
  @Path("{motor}/daglig-epost")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response dagligEpost(String innhold) {
    return svar(innsyn -> {
      bonne(DagligEpost.class).still(innsyn, les(innhold, Epostvalg.class).pa());
      return Map.of("dagligEpost", bonne(DagligEpost.class).paa(innsyn));
    });
  }

  @GET
  @Path("{motor}/diagram/definisjon/{definisjon}")
  public Response definisjonsdiagram(@PathParam("definisjon") String definisjon) {
    return svar(innsyn -> {
      sporsmal();
      return Map.of("aktiviteter", bonne(Diagramtall.class).definisjon(definisjon, innsyn.utvalg(null)));
    });
  }

  @GET
  @Path("{motor}/diagram/instans/{instans}")
  public Response instansdiagram(@PathParam("instans") String instans) {
    return svar(innsyn -> {
      sporsmal();
      instanser(instans, innsyn);
      return Map.of("aktiviteter", bonne(Diagramtall.class).instans(instans));
    });
  }

  @GET
  @Path("{motor}/maltall")
  public Response maltall() {
    return svar(this::maltallside);
  }

  /** The same as a file for a spreadsheet. */
  @GET
  @Path("{motor}/maltall.csv")
  @Produces("text/csv")
  public Response maltallsfil() {
    return svar(innsyn -> {
      Maltall.Side side = maltallside(innsyn);
      return Response.ok(Maltallsfil.skriv(side), "text/csv;charset=UTF-8").header("Cache-Control", "no-store")
          .header("Content-Disposition", "attachment; filename=\"maltall-" + side.forlop().id() + ".csv\"").build();
    });
  }

  private Maltall.Side maltallside(Lederinnsyn innsyn) {
    Sporsmal sporsmal = sporsmal("forlop", "fra", "til", "enhet", "mot");
    return bonne(Maltall.class).side(saksforlop(sporsmal), sporsmal.periode(), sporsmal.tekst("enhet"),
        "aaret".equals(sporsmal.en("mot", List.of("forrige", "aaret"))), innsyn);
  }

  @GET
  @Path("{motor}/plasser")
  public Response plasser() {
    return svar(innsyn -> {
      sporsmal();
      return bonne(Plasstavle.class).typer(innsyn);
    });
  }

  @GET
  @Path("{motor}/plasser/{type}")
  public Response plasstavle(@PathParam("type") String type) {
    return svar(innsyn -> {
      sporsmal();
      return bonne(Plasstavle.class).tavle(type, innsyn);
    });
  }

  @POST
  @Path("{motor}/plasser/{type}/kapasitet")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response kapasitet(@PathParam("type") String type, String innhold) {
    return svar(innsyn -> {
      Kapasitet ny = les(innhold, Kapasitet.class);
      return bonne(Plasstavle.class).settKapasitet(type, ny.kapasitet(), ny.grunn(), innsyn);
    });
  }

  @GET
  @Path("{motor}/betaling")
  public Response betaling() {
    return svar(innsyn -> {
      if (!bonne(Meg.class).serBetaling(innsyn)) {
        throw new IngenAdgang("Betalingen vises for dem som svarer for den.");
      }
      Sporsmal sporsmal = sporsmal("antall", "etter");
      return bonne(Betalingstavle.class).tavle(sporsmal.antall(), Peker.les(sporsmal.tekst("etter")));
    });
  }

  /** A page of cases with how many there are. */
  record Sakssvar(List<Saksliste.Linje> rader, String neste, Saksliste.Treff treff) {}

  @GET
  @Path("{motor}/saker")
  public Response saker() {
    return svar(innsyn -> {
      Sporsmal sporsmal = sporsmal("sok", "forlop", "utfall", "status", "fra", "til", "enhet", "antall", "etter");
      Saksliste.Filter filter = new Saksliste.Filter(sporsmal.tekst("sok"), saksforlop(sporsmal), sporsmal.tekst("utfall"),
          sporsmal.en("status", Saksliste.STATUS), sporsmal.periode(), innsyn.utvalg(sporsmal.tekst("enhet")));
      Fristlesning.Side<Saksliste.Linje> side =
          bonne(Saksliste.class).side(filter, sporsmal.antall(), Peker.les(sporsmal.tekst("etter")));
      return new Sakssvar(side.rader(), side.neste(), bonne(Saksliste.class).treff(filter));
    });
  }

  @GET
  @Path("{motor}/utfall")
  public Response utfall() {
    return svar(innsyn -> bonne(Saksliste.class).utfall(saksforlop(sporsmal("forlop"))));
  }

  @GET
  @Path("{motor}/saker/{saksnummer}")
  public Response sak(@PathParam("saksnummer") String saksnummer) {
    return svar(innsyn -> {
      sporsmal();
      return bonne(Sakshistorikk.class).sak(saksnummer, innsyn);
    });
  }

  @GET
  @Path("{motor}/saker/{saksnummer}/diagram")
  public Response saksdiagram(@PathParam("saksnummer") String saksnummer) {
    return svar(innsyn -> {
      sporsmal();
      return Map.of("deler", bonne(Sakshistorikk.class).diagram(saksnummer, innsyn));
    });
  }

  private String prosess(String definisjon) {
    return definisjon == null ? null : bonne(Diagramtall.class).prosess(definisjon);
  }

  private List<String> instanser(String instans, Lederinnsyn innsyn) {
    String saksnummer = bonne(Sakshistorikk.class).saksnummer(instans);
    if (saksnummer == null || !bonne(Saksliste.class).synlig(saksnummer, innsyn)) {
      throw new FinnesIkke("Saken finnes ikke, eller ingen enhet som du leder har hatt del i den.");
    }
    return bonne(Sakshistorikk.class).instanserUnder(instans);
  }

  private String forlop(Sporsmal sporsmal) {
    return sporsmal.en("forlop", bonne(Valg.class).forlop().stream().map(Navngitt::id).toList());
  }

  private String saksforlop(Sporsmal sporsmal) {
    return sporsmal.en("forlop", bonne(Valg.class).saksforlop().stream().map(Navngitt::id).toList());
  }

  private Sporsmal sporsmal(String... kjente) {
    return new Sporsmal(uriInfo.getQueryParameters(), kjente);
  }

  private <T> T les(String innhold, Class<T> type) {
    try {
      T lest = bonne(ObjectMapper.class).readValue(innhold == null || innhold.isBlank() ? "{}" : innhold, type);
      if (lest == null) {
        throw new Avvist("Innholdet må være et JSON-objekt.");
      }
      return lest;
    } catch (JsonProcessingException e) {
      throw new Avvist("Innholdet kan ikke leses. Det må være et JSON-objekt med feltene som er beskrevet for dette kallet.");
    }
  }

  private Response svar(Function<Lederinnsyn, Object> arbeid) {
    try {
      Object funnet = arbeid.apply(bonne(Innsynskontroll.class).krev());
      return funnet instanceof Response svar ? svar : json(Status.OK, funnet);
    } catch (IngenAdgang nei) {
      return json(Status.FORBIDDEN, Map.of("melding", nei.getMessage()));
    } catch (FinnesIkke ukjent) {
      return json(Status.NOT_FOUND, Map.of("melding", ukjent.getMessage()));
    } catch (Avvist avvist) {
      return json(Status.BAD_REQUEST, Map.of("melding", avvist.getMessage()));
    } catch (RuntimeException feil) {
      LOGG.error("Cockpit-siden kunne ikke svare", feil);
      return json(Status.INTERNAL_SERVER_ERROR, Map.of("melding", "Noe gikk galt hos oss. Prøv igjen om litt."));
    }
  }

  /** Written by the application's own mapper, which knows times; the web application's does not. */
  private Response json(Status status, Object innhold) {
    try {
      return Response.status(status).type(MediaType.APPLICATION_JSON + ";charset=UTF-8").header("Cache-Control", "no-store")
          .entity(bonne(ObjectMapper.class).writeValueAsString(innhold)).build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T bonne(Class<T> type) {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext).getBean(type);
  }
}
