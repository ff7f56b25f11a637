package no.forlop.modell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys every pathway folder: models, decisions and forms of one slug together, named by the slug. The engine
 * compares with the last deployment of that name and makes a new version only when a file changed; it holds a lock in
 * the database meanwhile, so of several nodes one deploys.
 */
@Component
class Modeller {

  /** The source that marks a deployment as one of the pathway folders. */
  static final String KILDE = "forlop";

  private static final Logger LOG = LoggerFactory.getLogger(Modeller.class);

  private final RepositoryService repository;
  private final Forlopsmapper mapper;
  private final TransactionTemplate transaksjon;

  Modeller(RepositoryService repository, Forlopsmapper mapper, TransactionTemplate transaksjon) {
    this.repository = repository;
    this.mapper = mapper;
    this.transaksjon = transaksjon;
  }

  /** Deploys what changed, all or nothing; `felles` first, since the others call it. */
  void rullUt() {
    Map<String, List<Resource>> alle = mapper.les();
    transaksjon.executeWithoutResult(status -> alle.forEach(this::rullUt));
    LOG.info("Forløp på plass: {}", String.join(", ", alle.keySet()));
  }

  private void rullUt(String slug, List<Resource> filer) {
    DeploymentBuilder utrulling = repository.createDeployment().name(slug).source(KILDE).enableDuplicateFiltering(false);
    for (Resource fil : filer) {
      try (InputStream innhold = fil.getInputStream()) {
        utrulling.addInputStream(fil.getFilename(), innhold);
      } catch (IOException feil) {
        throw new IllegalStateException("Filen " + fil + " i forløpet «" + slug + "» kan ikke leses.", feil);
      }
    }
    try {
      utrulling.deploy();
    } catch (ParseException feil) {
      throw new Modellfeil(feil.getResorceReports().stream().flatMap(rapport -> rapport.getErrors().stream()
          .map(en -> "processes/%s/%s, linje %d (%s): motoren godtar ikke modellen: %s".formatted(slug, rapport.getResourceName(),
              en.getLine(), String.valueOf(en.getMainElementId()), en.getMessage()))).toList(), feil);
    } catch (RuntimeException feil) {
      throw new IllegalStateException("Forløpet «" + slug + "» kan ikke tas i bruk: " + feil.getMessage(), feil);
    }
  }
}
