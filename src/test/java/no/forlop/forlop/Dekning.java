package no.forlop.forlop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures from history which flow nodes and decision rules of a pathway folder the given cases have visited. */
class Dekning {

  private final ProcessEngine motor;
  private final JdbcClient jdbc;
  private final Deployment utrulling;
  private final Collection<String> rotinstanser;

  Dekning(ApplicationContext kontekst, String slug, Collection<String> rotinstanser) {
    this.motor = kontekst.getBean(ProcessEngine.class);
    this.jdbc = kontekst.getBean(JdbcClient.class);
    this.utrulling = motor.getRepositoryService().createDeploymentQuery().deploymentName(slug).orderByDeploymentTime()
        .desc().list().get(0);
    this.rotinstanser = rotinstanser.isEmpty() ? List.of("-") : rotinstanser;
  }

  /** {@code process#node} and {@code decision#rule} that were never visited. */
  List<String> ubesokte() {
    List<String> ubesokte = new ArrayList<>();
    Set<String> noder = besokteNoder();
    for (ProcessDefinition prosess : motor.getRepositoryService().createProcessDefinitionQuery()
        .deploymentId(utrulling.getId()).list()) {
      motor.getRepositoryService().getBpmnModelInstance(prosess.getId()).getModelElementsByType(FlowNode.class)
          .stream().map(node -> prosess.getKey() + "#" + node.getId()).filter(id -> !noder.contains(id)).sorted()
          .forEach(ubesokte::add);
    }
    Set<String> regler = besokteRegler();
    for (DecisionDefinition beslutning : motor.getRepositoryService().createDecisionDefinitionQuery()
        .deploymentId(utrulling.getId()).list()) {
      motor.getRepositoryService().getDmnModelInstance(beslutning.getId()).getModelElementsByType(Rule.class)
          .stream().map(regel -> beslutning.getKey() + "#" + regel.getId()).filter(id -> !regler.contains(id)).sorted()
          .forEach(ubesokte::add);
    }
    return ubesokte;
  }

  private Set<String> besokteNoder() {
    return new TreeSet<>(jdbc.sql("""
        SELECT DISTINCT d.KEY_ || '#' || a.ACT_ID_ FROM ACT_HI_ACTINST a JOIN ACT_RE_PROCDEF d ON d.ID_ = a.PROC_DEF_ID_
        WHERE a.ROOT_PROC_INST_ID_ IN (:rot)
        """).param("rot", rotinstanser).query(String.class).list());
  }

  private Set<String> besokteRegler() {
    Set<String> regler = new TreeSet<>(jdbc.sql("""
        SELECT DISTINCT i.DEC_DEF_KEY_ || '#' || o.RULE_ID_ FROM ACT_HI_DECINST i
        JOIN ACT_HI_DEC_OUT o ON o.DEC_INST_ID_ = i.ID_ WHERE i.ROOT_PROC_INST_ID_ IN (:rot)
        """).param("rot", rotinstanser).query(String.class).list());
    regler.addAll(Fristregler.brukte());
    return regler;
  }
}
