package no.forlop.tasklist;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.function.Supplier;
import no.forlop.Avvist;
import no.forlop.oversikt.Saksoversikt;
import no.forlop.person.IngenInnsyn;
import no.forlop.person.Personregister;
import no.forlop.person.SammePerson;
import no.forlop.sak.Dobbeltregistrering;
import no.forlop.sak.Hendelser;
import no.forlop.sak.IngenSlikSak;
import no.forlop.sak.SakenHarGaattVidere;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** What the plugin's pages ask about one task or case. Behind Tasklist's own login, so the engine knows the user. */
@Path("plugin/" + ForlopTasklist.ID)
@Produces(MediaType.APPLICATION_JSON)
public class Oppgaveressurs extends AbstractTasklistPluginRootResource {

  /** The event that was chosen from the list. */
  public record Melding(String utforelse, String melding) {}

  /** An answer to whether a case is about the same person: ja, nei or vetIkke. */
  public record Likhet(String saksnummer, String svar) {}

  public Oppgaveressurs() {
    super(ForlopTasklist.ID);
    allowedAssets.add("app/skjema.js");
  }

  /** The events that the task's case listens for now. */
  @GET
  @Path("{motor}/oppgave/{oppgave}/hendelser")
  public Response hendelser(@PathParam("oppgave") String oppgave) {
    return svar(() -> bonne(Hendelser.class).forOppgave(oppgave));
  }

  /** Reports one of them. */
  @POST
  @Path("{motor}/oppgave/{oppgave}/hendelser")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response meld(@PathParam("oppgave") String oppgave, Melding melding) {
    return svar(() -> {
      bonne(Hendelser.class).meldFraOppgave(oppgave, melding.utforelse(), melding.melding());
      return Map.of("melding", "Hendelsen er meldt.");
    });
  }

  /** The events that a case listens for now, for a unit that has no open task of it. */
  @GET
  @Path("{motor}/sak/{saksnummer}/hendelser")
  public Response hendelserISak(@PathParam("saksnummer") String saksnummer) {
    return svar(() -> bonne(Hendelser.class).forSak(saksnummer));
  }

  /** Reports one of them. */
  @POST
  @Path("{motor}/sak/{saksnummer}/hendelser")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response meldISak(@PathParam("saksnummer") String saksnummer, Melding melding) {
    return svar(() -> {
      bonne(Hendelser.class).meldISak(saksnummer, melding.utforelse(), melding.melding());
      return Map.of("melding", "Hendelsen er meldt.");
    });
  }

  /** Whom the task concerns; the look is logged. */
  @GET
  @Path("{motor}/oppgave/{oppgave}/person")
  public Response person(@PathParam("oppgave") String oppgave) {
    return svar(() -> bonne(Personregister.class).personForOppgave(oppgave));
  }

  /** The case of the task, those around it, and the contacts with its person. */
  @GET
  @Path("{motor}/oppgave/{oppgave}/saker")
  public Response saker(@PathParam("oppgave") String oppgave) {
    return svar(() -> bonne(Saksoversikt.class).forOppgave(oppgave));
  }

  /** What else the call that this task asks for can serve; a look at another unit's contact is logged. */
  @GET
  @Path("{motor}/oppgave/{oppgave}/samtale")
  public Response sammeSamtale(@PathParam("oppgave") String oppgave) {
    return svar(() -> bonne(Saksoversikt.class).sammeSamtale(oppgave));
  }

  /** Running cases whose person may be the one of this task, registered twice. */
  @GET
  @Path("{motor}/oppgave/{oppgave}/sammeperson")
  public Response sammePerson(@PathParam("oppgave") String oppgave) {
    return svar(() -> bonne(Dobbeltregistrering.class).forOppgave(oppgave));
  }

  /** Answers about one of them. */
  @POST
  @Path("{motor}/oppgave/{oppgave}/sammeperson")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response svarSammePerson(@PathParam("oppgave") String oppgave, Likhet likhet) {
    return svar(() -> {
      bonne(Dobbeltregistrering.class).svarFraOppgave(oppgave, likhet.saksnummer(), SammePerson.av(likhet.svar()));
      return Map.of("melding", "Svaret er lagret.");
    });
  }

  private Response svar(Supplier<Object> arbeid) {
    try {
      return Response.ok(arbeid.get()).header("Cache-Control", "no-store").build();
    } catch (IngenSlikSak | IngenInnsyn ikkeForDeg) {
      return feil(Status.NOT_FOUND, ikkeForDeg);
    } catch (SakenHarGaattVidere forSent) {
      return feil(Status.CONFLICT, forSent);
    } catch (Avvist avvist) {
      return feil(Status.BAD_REQUEST, avvist);
    }
  }

  private static Response feil(Status status, RuntimeException feil) {
    return Response.status(status).entity(Map.of("melding", feil.getMessage())).build();
  }

  private <T> T bonne(Class<T> type) {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext).getBean(type);
  }
}
