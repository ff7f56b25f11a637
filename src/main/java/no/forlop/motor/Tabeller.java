package no.forlop.motor;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Deployed decision tables, read by the building blocks themselves. A stand-alone DMN engine evaluates them, since every
 * lookup through the process engine writes seven history rows. A deployment never changes, so parsed tables are kept.
 */
@Component
public class Tabeller {

  private final ObjectProvider<ProcessEngine> motor;
  private final ApplicationEventPublisher hendelser;
  private final DmnEngine dmn;
  private final ThreadLocal<DmnDecisionTableEvaluationEvent> sisteTreff = new ThreadLocal<>();
  private final Map<String, Tabell> lest = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> iDeployment = new ConcurrentHashMap<>();

  Tabeller(ObjectProvider<ProcessEngine> motor, ApplicationEventPublisher hendelser) {
    this.motor = motor;
    this.hendelser = hendelser;
    DefaultDmnEngineConfiguration oppsett = new DefaultDmnEngineConfiguration();
    oppsett.setCustomPostDecisionTableEvaluationListeners(List.of(sisteTreff::set));
    this.dmn = oppsett.buildEngine();
  }

  /**
   * Looks up in the table of a deployment whose decision id ends as given.
   *
   * @return the matching rule, or empty when the table has none
   * @throws IllegalStateException when the deployment has no such table
   */
  public Optional<Tabellrad> slaaOpp(String deployment, String endelse, Map<String, Object> inndata) {
    String definisjon =
        tabell(deployment, endelse)
            .orElseThrow(() -> new IllegalStateException("Forløpets mappe har ingen tabell «<slug>" + endelse + "»."));
    return evaluer(definisjon, inndata);
  }

  /** Tells whether the deployment has a table whose decision id ends as given. */
  public boolean finnes(String deployment, String endelse) {
    return tabell(deployment, endelse).isPresent();
  }

  /** Looks up in the newest version of a table; empty when no rule matches or the table is not deployed. */
  public Optional<Tabellrad> slaaOppNyeste(String beslutning, Map<String, Object> inndata) {
    String definisjon =
        utfor(
            kontekst -> {
              DecisionDefinition nyeste =
                  kontekst.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(beslutning);
              return nyeste == null ? null : nyeste.getId();
            });
    return definisjon == null ? Optional.empty() : evaluer(definisjon, inndata);
  }

  /** What a rule of this decision definition says that it is about; empty when it says nothing. */
  public String beskrivelse(String definisjon, String regel) {
    return kjent(definisjon).beskrivelser().getOrDefault(regel, "");
  }

  private Optional<String> tabell(String deployment, String endelse) {
    String nokkel = deployment + "|" + endelse;
    Optional<String> kjent = iDeployment.get(nokkel);
    if (kjent != null) {
      return kjent;
    }
    Optional<String> funnet =
        utfor(
            kontekst ->
                kontekst.getDecisionDefinitionManager().findDecisionDefinitionByDeploymentId(deployment).stream()
                    .filter(definisjon -> definisjon.getKey().endsWith(endelse))
                    .map(DecisionDefinition::getId)
                    .findFirst());
    iDeployment.put(nokkel, funnet);
    return funnet;
  }

  private Optional<Tabellrad> evaluer(String definisjon, Map<String, Object> inndata) {
    Tabell tabell = kjent(definisjon);
    try {
      dmn.evaluateDecisionTable(tabell.beslutning(), inndata);
      List<DmnEvaluatedDecisionRule> treff = sisteTreff.get().getMatchingRules();
      if (treff.isEmpty()) {
        return Optional.empty();
      }
      hendelser.publishEvent(new Regeltreff(tabell.beslutning().getKey(), treff.get(0).getId()));
      return Optional.of(rad(treff.get(0), tabell));
    } finally {
      sisteTreff.remove();
    }
  }

  private Tabell kjent(String definisjon) {
    Tabell tabell = lest.get(definisjon);
    if (tabell == null) {
      tabell = les(definisjon);
      lest.put(definisjon, tabell);
    }
    return tabell;
  }

  private Tabell les(String definisjon) {
    return utfor(
        kontekst -> {
          DecisionDefinition funnet = kontekst.getDecisionDefinitionManager().findDecisionDefinitionById(definisjon);
          byte[] modell =
              kontekst
                  .getResourceManager()
                  .findResourceByDeploymentIdAndResourceName(funnet.getDeploymentId(), funnet.getResourceName())
                  .getBytes();
          DmnModelInstance tabell = Dmn.readModelFromStream(new ByteArrayInputStream(modell));
          return new Tabell(dmn.parseDecision(funnet.getKey(), tabell), beskrivelser(tabell));
        });
  }

  private static Map<String, String> beskrivelser(DmnModelInstance tabell) {
    Map<String, String> beskrivelser = new HashMap<>();
    for (Rule regel : tabell.getModelElementsByType(Rule.class)) {
      if (regel.getDescription() != null) {
        beskrivelser.put(regel.getId(), regel.getDescription().getTextContent().strip());
      }
    }
    return beskrivelser;
  }

  private static Tabellrad rad(DmnEvaluatedDecisionRule regel, Tabell tabell) {
    Map<String, Object> verdier = new HashMap<>();
    regel
        .getOutputEntries()
        .forEach((navn, utdata) -> verdier.put(navn, utdata.getValue() == null ? null : utdata.getValue().getValue()));
    return new Tabellrad(regel.getId(), tabell.beskrivelser().getOrDefault(regel.getId(), ""), verdier);
  }

  private record Tabell(DmnDecision beslutning, Map<String, String> beskrivelser) {}

  /** Reads through the engine's managers: within the running command if there is one, and without access checks. */
  private <T> T utfor(Function<CommandContext, T> lesing) {
    ProcessEngineConfigurationImpl oppsett =
        (ProcessEngineConfigurationImpl) motor.getObject().getProcessEngineConfiguration();
    return oppsett
        .getCommandExecutorTxRequired()
        .execute(kontekst -> kontekst.runWithoutAuthorization(() -> lesing.apply(kontekst)));
  }
}
