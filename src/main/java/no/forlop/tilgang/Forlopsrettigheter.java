package no.forlop.tilgang;

import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Turns the groups that a deployed model names into rights: {@code candidateStarterGroups} may start it (Tasklist itself
 * ignores them), units with tasks in it see its name and diagram on them, and the leaders of the units that start it or
 * have tasks in it may look at its cases in Cockpit. Tasks they see as members of their unit, and no others: whoever sees a
 * task sees whom it concerns.
 */
@Component
class Forlopsrettigheter extends AbstractProcessEnginePlugin implements Deployer {

  private final ObjectProvider<Rettigheter> rettigheter;
  private final ObjectProvider<Enheter> alleEnheter;

  Forlopsrettigheter(ObjectProvider<Rettigheter> rettigheter, ObjectProvider<Enheter> alleEnheter) {
    this.rettigheter = rettigheter;
    this.alleEnheter = alleEnheter;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl konfigurasjon) {
    List<Deployer> utrullere = konfigurasjon.getCustomPostDeployers();
    if (utrullere == null) {
      utrullere = new ArrayList<>();
      konfigurasjon.setCustomPostDeployers(utrullere);
    }
    utrullere.add(this);
  }

  @Override
  public void deploy(DeploymentEntity utrulling) {
    List<ProcessDefinitionEntity> definisjoner = utrulling.getDeployedArtifacts(ProcessDefinitionEntity.class);
    if (utrulling.isNew() && definisjoner != null) {
      definisjoner.forEach(this::gi);
    }
  }

  private void gi(ProcessDefinitionEntity definisjon) {
    Rettigheter rett = rettigheter.getObject();
    Set<String> startere = navn(definisjon.getCandidateStarterGroupIdExpressions());
    Set<String> enheter = new TreeSet<>(startere);
    Set<String> lesere = new TreeSet<>();
    for (TaskDefinition oppgave : definisjon.getTaskDefinitions().values()) {
      Set<Expression> grupper = oppgave.getCandidateGroupIdExpressions();
      enheter.addAll(navn(grupper));
      if (grupper.stream().anyMatch(Forlopsrettigheter::regnesUt)) {
        alleEnheter.getObject().enheter().forEach(enhet -> lesere.add(enhet.id()));
      }
    }
    lesere.addAll(enheter);
    // Collected first: within one command a group's row that was just made is not found again.
    Map<String, Set<Permission>> perGruppe = new TreeMap<>();
    for (String starter : startere) {
      perGruppe.computeIfAbsent(starter, ny -> new LinkedHashSet<>()).addAll(List.of(READ, CREATE_INSTANCE));
    }
    for (String leser : lesere) {
      perGruppe.computeIfAbsent(leser, ny -> new LinkedHashSet<>()).add(READ);
    }
    for (String enhet : enheter) {
      perGruppe.computeIfAbsent(leder(enhet), ny -> new LinkedHashSet<>()).addAll(List.of(READ,
          ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY));
    }
    perGruppe.forEach((gruppe, tillatelser) -> rett.gi(gruppe, PROCESS_DEFINITION, definisjon.getKey(),
        tillatelser.toArray(Permission[]::new)));
  }

  private static String leder(String gruppe) {
    return gruppe.endsWith(Enheter.LEDER) || gruppe.equals(Enheter.LEDELSE) ? gruppe : gruppe + Enheter.LEDER;
  }

  /** Only fixed names: a group that an expression gives is known per task, and the task gives its own right. */
  private static Set<String> navn(Set<Expression> uttrykk) {
    Set<String> navn = new TreeSet<>();
    for (Expression ett : uttrykk) {
      if (!regnesUt(ett)) {
        navn.add(ett.getExpressionText().strip());
      }
    }
    return navn;
  }

  private static boolean regnesUt(Expression uttrykk) {
    return uttrykk.getExpressionText().contains("{");
  }
}
