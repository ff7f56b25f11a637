package no.forlop.tilgang;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * The groups and what each may do whatever the pathway: units work in Tasklist, leaders and management look in Cockpit,
 * analysts deploy, administrators administer. What belongs to one pathway is given by {@link Forlopsrettigheter}; the
 * right to a task comes with the task.
 */
@Component
class Grunnrettigheter {

  private final IdentityService identitet;
  private final Rettigheter rettigheter;
  private final Enheter enheter;

  Grunnrettigheter(IdentityService identitet, Rettigheter rettigheter, Enheter enheter) {
    this.identitet = identitet;
    this.rettigheter = rettigheter;
    this.enheter = enheter;
  }

  void sikre() {
    for (Enheter.Enhet enhet : enheter.enheter()) {
      gruppe(enhet.id(), enhet.navn());
      arbeider(enhet.id());
      gruppe(enhet.leder(), enhet.navn() + ", leder");
      leser(enhet.leder());
      if (enhet.barneansvarlig()) {
        gruppe(enhet.barneansvarlige(), enhet.navn() + ", barneansvarlig");
        arbeider(enhet.barneansvarlige());
      }
    }
    gruppe(Enheter.LEDELSE, "Ledelse");
    ledelse();
    gruppe(Enheter.ANALYTIKER, "Analytiker");
    analytiker();
    gruppe(Groups.CAMUNDA_ADMIN, "Administrator");
    for (Resource ressurs : Resources.values()) {
      rettigheter.gi(Groups.CAMUNDA_ADMIN, ressurs, ANY, ALL);
    }
  }

  private void arbeider(String gruppe) {
    rettigheter.gi(gruppe, APPLICATION, "tasklist", ACCESS);
    // CREATE alone starts nothing: the pathway must also give CREATE_INSTANCE.
    rettigheter.gi(gruppe, PROCESS_INSTANCE, ANY, CREATE);
  }

  private void leser(String gruppe) {
    rettigheter.gi(gruppe, APPLICATION, "tasklist", ACCESS);
    rettigheter.gi(gruppe, APPLICATION, "cockpit", ACCESS);
  }

  private void ledelse() {
    leser(Enheter.LEDELSE);
    rettigheter.gi(Enheter.LEDELSE, PROCESS_DEFINITION, ANY, READ, ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY);
    rettigheter.gi(Enheter.LEDELSE, DECISION_DEFINITION, ANY, READ);
    rettigheter.gi(Enheter.LEDELSE, TASK, ANY, READ);
  }

  private void analytiker() {
    rettigheter.gi(Enheter.ANALYTIKER, APPLICATION, "cockpit", ACCESS);
    rettigheter.gi(Enheter.ANALYTIKER, DEPLOYMENT, ANY, CREATE, READ);
    rettigheter.gi(Enheter.ANALYTIKER, PROCESS_DEFINITION, ANY, READ);
    rettigheter.gi(Enheter.ANALYTIKER, DECISION_DEFINITION, ANY, READ);
    rettigheter.gi(Enheter.ANALYTIKER, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
  }

  private void gruppe(String id, String navn) {
    if (identitet.createGroupQuery().groupId(id).count() == 0) {
      Group gruppe = identitet.newGroup(id);
      gruppe.setName(navn);
      gruppe.setType(id.equals(Groups.CAMUNDA_ADMIN) ? Groups.GROUP_TYPE_SYSTEM : "WORKFLOW");
      identitet.saveGroup(gruppe);
    }
  }
}
