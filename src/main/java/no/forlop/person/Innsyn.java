package no.forlop.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.forlop.person.PersonForOppgave.Samtykke;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets staff see who is who in a task they may read, and writes every look to the log. */
@Component
class Innsyn {

  private static final String SAMTYKKE = "samtykke";

  /** Recipients in the words staff use; others are shown as their variable says. */
  private static final Map<String, String> MOTTAKERE = Map.of("Parorende", "Pårørende", "Spesialist", "Spesialisthelsetjenesten",
      "Nav", "NAV", "Bft", "Barne- og familietjenesten", "Hvk", "Helse- og velferdskontoret");

  private static final Map<String, String> SVAR = Map.of("ja", "Ja", "nei", "Nei");

  private final Personlager lager;
  private final JdbcClient db;
  private final ProcessEngine motor;

  Innsyn(Personlager lager, JdbcClient db, @Lazy ProcessEngine motor) {
    this.lager = lager;
    this.db = db;
    this.motor = motor;
  }

  PersonForOppgave personForOppgave(String taskId) {
    Authentication bruker = motor.getIdentityService().getCurrentAuthentication();
    Task oppgave = bruker == null || bruker.getUserId() == null || taskId == null
        ? null
        : motor.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (oppgave == null) {
      throw new IngenInnsyn();
    }
    Sak sak = utenTilgangskontroll(() -> sak(oppgave));
    PersonForOppgave personer = personer(sak);
    loggfor(oppgave, sak, personer);
    return personer;
  }

  /** What the task's case says about persons and consents, from the task outwards through the calling instances. */
  private Sak sak(Task oppgave) {
    Map<String, Object> variabler = new LinkedHashMap<>(
        motor.getTaskService().getVariables(oppgave.getId(), navn(oppgave.getProcessInstanceId())));
    String instans = oppgave.getProcessInstanceId();
    String saksnummer = null;
    while (instans != null) {
      ProcessInstance denne =
          motor.getRuntimeService().createProcessInstanceQuery().processInstanceId(instans).singleResult();
      saksnummer = saksnummer == null ? denne.getBusinessKey() : saksnummer;
      ProcessInstance kaller =
          motor.getRuntimeService().createProcessInstanceQuery().subProcessInstanceId(instans).singleResult();
      if (kaller == null) {
        return new Sak(variabler, instans, saksnummer);
      }
      instans = kaller.getId();
      motor.getRuntimeService().getVariables(instans, navn(instans)).forEach(variabler::putIfAbsent);
    }
    return new Sak(variabler, instans, saksnummer);
  }

  private List<String> navn(String instans) {
    List<String> navn = new ArrayList<>(List.of("pasientId", "personId", "melderId", "avdodId", "parorendeId", "barnId"));
    motor.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(instans).variableNameLike(SAMTYKKE + "%").list()
        .forEach(variabel -> navn.add(variabel.getName()));
    return navn;
  }

  private PersonForOppgave personer(Sak sak) {
    Personkort pasient = kort(sak.tekst("pasientId"), "pasient", null);
    List<Personkort> parorende = new ArrayList<>();
    List<Personkort> barn = new ArrayList<>();
    List<Personkort> andre = new ArrayList<>();
    String midtpunkt = pasient != null ? pasient.personId() : sak.tekst("avdodId");
    (midtpunkt != null ? lager.relasjoner(midtpunkt, sak.rot()) : lager.iSaken(sak.rot())).stream()
        .filter(relasjon -> pasient == null || !relasjon.personId().equals(pasient.personId())).forEach(
        relasjon -> liste(relasjon.rolle(), parorende, barn, andre)
            .add(kort(relasjon.personId(), relasjon.rolle(), relasjon.relasjon())));
    for (String rolle : Saksmerker.ROLLER) {
      Personkort kort = kort(sak.tekst(rolle + "Id"), rolle, null);
      boolean ny = kort != null && (pasient == null || !kort.personId().equals(pasient.personId()))
          && List.of(parorende, barn, andre).stream().flatMap(List::stream).noneMatch(k -> k.personId().equals(kort.personId()));
      if (ny) {
        liste(rolle, parorende, barn, andre).add(kort);
      }
    }
    return new PersonForOppgave(pasient, parorende, barn, andre, samtykker(sak));
  }

  private static List<Personkort> liste(String rolle, List<Personkort> parorende, List<Personkort> barn, List<Personkort> andre) {
    return rolle.equals("parorende") ? parorende : rolle.equals("barn") ? barn : andre;
  }

  private Personkort kort(String id, String rolle, String relasjon) {
    return id == null ? null : lager.finn(id).map(rad -> rad.tilKort(rolle, relasjon)).orElse(null);
  }

  private static List<Samtykke> samtykker(Sak sak) {
    List<Samtykke> samtykker = new ArrayList<>();
    new TreeMap<>(sak.variabler()).forEach((navn, verdi) -> {
      if (navn.startsWith(SAMTYKKE)) {
        String mottaker = navn.substring(SAMTYKKE.length());
        samtykker.add(new Samtykke(MOTTAKERE.getOrDefault(mottaker, mottaker), SVAR.getOrDefault(String.valueOf(verdi), "Ikke spurt")));
      }
    });
    return samtykker;
  }

  private void loggfor(Task oppgave, Sak sak, PersonForOppgave personer) {
    List<Personkort> sett = new ArrayList<>(personer.parorende());
    sett.addAll(personer.barn());
    sett.addAll(personer.andre());
    if (personer.pasient() != null) {
      sett.add(personer.pasient());
    }
    String saksnummer = sak.saksnummer() == null ? sak.rot() : sak.saksnummer();
    sett.forEach(kort -> loggfor(oppgave.getId(), oppgave.getName(), saksnummer, kort.personId(), kort.rolle()));
  }

  void loggfor(String oppgave, String oppgavenavn, String saksnummer, String personId, String som) {
    Authentication bruker = motor.getIdentityService().getCurrentAuthentication();
    String roller = bruker.getGroupIds() == null ? "" : String.join(",", bruker.getGroupIds());
    db.sql("""
            INSERT INTO person_innsyn (id, tid, bruker, roller, oppgave, oppgavenavn, sak, person_id, som)
            VALUES (:id, :tid, :bruker, :roller, :oppgave, :oppgavenavn, :sak, :person, :som)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("tid", lager.naa())
        .param("bruker", bruker.getUserId())
        .param("roller", roller.substring(0, Math.min(roller.length(), 1000)))
        .param("oppgave", oppgave)
        .param("oppgavenavn", oppgavenavn)
        .param("sak", saksnummer)
        .param("person", personId)
        .param("som", som)
        .update();
  }

  private <T> T utenTilgangskontroll(Callable<T> handling) {
    ProcessEngineConfigurationImpl oppsett = (ProcessEngineConfigurationImpl) motor.getProcessEngineConfiguration();
    return oppsett.getCommandExecutorTxRequired().execute(kontekst -> kontekst.runWithoutAuthorization(handling));
  }

  /** The case as far as persons are concerned: variables, id of the root instance, case number. */
  private record Sak(Map<String, Object> variabler, String rot, String saksnummer) {

    String tekst(String navn) {
      return variabler.get(navn) instanceof String tekst ? tekst : null;
    }
  }
}
