package no.forlop.varsel;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's users with an e-mail address, read without access checks: whoever causes a notice need not see them. */
@Component
class Mottakere {

  private final ObjectProvider<ProcessEngine> motor;

  Mottakere(ObjectProvider<ProcessEngine> motor) {
    this.motor = motor;
  }

  List<String> iGruppe(String gruppe) {
    return utenSjekk(tjeneste -> tjeneste.createUserQuery().memberOfGroup(gruppe).orderByUserId().asc().list()).stream()
        .filter(Mottakere::harAdresse)
        .map(User::getId)
        .toList();
  }

  Optional<String> adresse(String bruker) {
    return utenSjekk(tjeneste -> tjeneste.createUserQuery().userId(bruker).list()).stream()
        .filter(Mottakere::harAdresse)
        .map(User::getEmail)
        .findFirst();
  }

  private static boolean harAdresse(User bruker) {
    return bruker.getEmail() != null && !bruker.getEmail().isBlank();
  }

  private List<User> utenSjekk(java.util.function.Function<IdentityService, List<User>> sporring) {
    ProcessEngine prosessmotor = motor.getObject();
    return ((ProcessEngineConfigurationImpl) prosessmotor.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            kontekst -> kontekst.runWithoutAuthorization(() -> sporring.apply(prosessmotor.getIdentityService())));
  }
}
