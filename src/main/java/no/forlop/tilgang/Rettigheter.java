package no.forlop.tilgang;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives a group rights in the engine; giving the same right again changes nothing. */
@Component
class Rettigheter {

  private final AuthorizationService tjeneste;

  Rettigheter(@Lazy AuthorizationService tjeneste) {
    this.tjeneste = tjeneste;
  }

  void gi(String gruppe, Resource ressurs, String id, Permission... tillatelser) {
    Authorization rett = tjeneste.createAuthorizationQuery().groupIdIn(gruppe).resourceType(ressurs).resourceId(id)
        .authorizationType(Authorization.AUTH_TYPE_GRANT).singleResult();
    if (rett == null) {
      rett = tjeneste.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      rett.setGroupId(gruppe);
      rett.setResource(ressurs);
      rett.setResourceId(id);
    }
    for (Permission tillatelse : tillatelser) {
      rett.addPermission(tillatelse);
    }
    tjeneste.saveAuthorization(rett);
  }
}
