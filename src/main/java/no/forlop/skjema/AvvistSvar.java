package no.forlop.skjema;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forlop.Avvist;

/**
 * An {@link Avvist} on its way out of the engine: 400 with a message for people ({@code message}, which Tasklist shows) and
 * the fields for machines ({@code felt}).
 *
 * <p>Not Camunda's RestException, since its resources put an English sentence with ids before that one's message.
 */
public final class AvvistSvar extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  AvvistSvar(Avvist avvist) {
    super(avvist.getMessage(), avvist, svar(avvist));
  }

  private static Response svar(Avvist avvist) {
    Map<String, Object> innhold = new LinkedHashMap<>();
    innhold.put("type", avvist.getClass().getSimpleName());
    innhold.put("message", avvist.getMessage());
    if (avvist instanceof Skjemafeil skjemafeil && skjemafeil.feil() != null) {
      innhold.put("felt", skjemafeil.feil().stream().map(AvvistSvar::felt).toList());
    }
    return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON_TYPE).entity(innhold).build();
  }

  private static Map<String, Object> felt(Feltfeil feil) {
    Map<String, Object> felt = new LinkedHashMap<>();
    felt.put("felt", feil.felt());
    felt.put("feil", feil.feil());
    felt.put("tillatt", feil.tillatt());
    return felt;
  }

  /** The errors of the form, empty when something else was refused. */
  public List<Feltfeil> feil() {
    return getCause() instanceof Skjemafeil skjemafeil ? skjemafeil.feil() : List.of();
  }
}
