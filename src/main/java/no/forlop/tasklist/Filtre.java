package no.forlop.tasklist;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The filters that Tasklist has from the start. One that exists is left as somebody may have changed it. */
@Component
class Filtre {

  static final String SAKSNUMMER = "saksnummer";
  static final String PASIENTMERKE = "pasientmerke";
  static final String FORLOP = "forlop";

  private static final String DAGENS_SLUTT = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";
  private static final String NAA = "${now()}";
  private static final String LEDER = "leder";
  private static final String LEDELSE = "ledelse";

  private final FilterService filtre;
  private final TaskService oppgaver;
  private final AuthorizationService rettigheter;
  private final IdentityService identitet;

  Filtre(FilterService filtre, TaskService oppgaver, AuthorizationService rettigheter, IdentityService identitet) {
    this.filtre = filtre;
    this.oppgaver = oppgaver;
    this.rettigheter = rettigheter;
    this.identitet = identitet;
  }

  /** After the groups have been made. */
  @EventListener(ApplicationStartedEvent.class)
  void sikre() {
    forAlle(filter("Mine oppgaver", 10, "#0b5394", "Oppgaver som du har tatt",
        ny().taskAssigneeExpression("${currentUser()}")));
    forAlle(filter("Min enhets oppgaver", 20, "#38761d", "Oppgaver for gruppene dine, også dem en kollega har tatt",
        ny().taskCandidateGroupInExpression("${tasklist.mineGrupper()}").includeAssignedTasks()));
    forAlle(filter("Forfaller i dag", 30, "#b45f06", "Oppgaver med frist senere i dag",
        ny().dueAfterExpression(NAA).dueBeforeExpression(DAGENS_SLUTT)));
    forAlle(filter("Forfalt", 40, "#990000", "Oppgaver der fristen er ute", ny().dueBeforeExpression(NAA)));
    forLedere(filter("Alle", 50, "#444444", "Alle oppgaver du kan se", ny()));
  }

  private TaskQuery ny() {
    return oppgaver.createTaskQuery();
  }

  private Filter filter(String navn, int plass, String farge, String forklaring, TaskQuery sporring) {
    Filter filter = filtre.createTaskFilterQuery().filterName(navn).list().stream().findFirst().orElse(null);
    if (filter != null) {
      return filter;
    }
    Filter ny = filtre.newTaskFilter(navn);
    ny.setQuery(sporring);
    ny.setProperties(Map.of("priority", plass, "color", farge, "description", forklaring, "refresh", true,
        "showUndefinedVariable", false, "variables", List.of(
            Map.of("name", SAKSNUMMER, "label", "Sak"),
            Map.of("name", PASIENTMERKE, "label", "Person"),
            Map.of("name", FORLOP, "label", "Forløp"))));
    return filtre.saveFilter(ny);
  }

  private void forAlle(Filter filter) {
    boolean finnes = rettigheter.createAuthorizationQuery().authorizationType(AUTH_TYPE_GLOBAL).resourceType(FILTER)
        .resourceId(filter.getId()).count() > 0;
    if (!finnes) {
      lesbar(rettigheter.createNewAuthorization(AUTH_TYPE_GLOBAL), filter);
    }
  }

  private void forLedere(Filter filter) {
    for (Group gruppe : identitet.createGroupQuery().unlimitedList()) {
      String id = gruppe.getId();
      boolean finnes = rettigheter.createAuthorizationQuery().groupIdIn(id).resourceType(FILTER)
          .resourceId(filter.getId()).count() > 0;
      if (!finnes && (id.endsWith(LEDER) || id.equals(LEDELSE))) {
        Authorization rett = rettigheter.createNewAuthorization(AUTH_TYPE_GRANT);
        rett.setGroupId(id);
        lesbar(rett, filter);
      }
    }
  }

  private void lesbar(Authorization rett, Filter filter) {
    rett.setResource(FILTER);
    rett.setResourceId(filter.getId());
    rett.addPermission(READ);
    rettigheter.saveAuthorization(rett);
  }
}
