package no.forlop.tasklist;

import java.util.ArrayList;
import java.util.List;
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.rest.UserRestService;
import org.camunda.bpm.engine.rest.hal.Hal;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.user.HalUser;
import org.camunda.bpm.engine.rest.hal.user.HalUserResolver;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Whoever sees a task sees the name of the colleague who has it, on the card and on the task, where Tasklist shows the user
 * id to those who may not read user profiles. Only the name goes out with the task; the profile stays closed.
 */
@Component
class Medarbeidernavn implements SmartInitializingSingleton {

  @Override
  public void afterSingletonsInstantiated() {
    Hal.instance = new MedNavn();
  }

  private static final class MedNavn extends Hal {

    MedNavn() {
      halLinkResolvers.put(UserRestService.class, new Navneoppslag());
    }
  }

  private static final class Navneoppslag extends HalUserResolver {

    @Override
    protected List<HalResource<?>> resolveNotCachedLinks(String[] brukere, ProcessEngine motor) {
      List<HalResource<?>> navn = new ArrayList<>();
      Uinnskrenket.utfor(motor, () -> motor.getIdentityService().createUserQuery().userIdIn(brukere).unlimitedList())
          .forEach(bruker -> navn.add(HalUser.fromUser(bareNavn(bruker))));
      return navn;
    }

    private static User bareNavn(User bruker) {
      UserEntity navn = new UserEntity(bruker.getId());
      navn.setFirstName(bruker.getFirstName());
      navn.setLastName(bruker.getLastName());
      return navn;
    }
  }
}
