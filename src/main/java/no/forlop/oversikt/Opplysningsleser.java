package no.forlop.oversikt;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.frist.ApenOppgave;
import no.forlop.frist.Frist;
import no.forlop.motor.Uinnskrenket;
import no.forlop.sak.Nabosaker.Nabolag;
import no.forlop.sak.TilgjengeligSak;
import no.forlop.tilgang.Tilgang;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads names and states of cases that the user may open; each kind in one query, however many the cases are. */
@Component
class Opplysningsleser {

  private final ProcessEngine motor;
  private final Tilgang tilgang;
  private final Frist frist;
  private final Clock klokke;

  Opplysningsleser(@Lazy ProcessEngine motor, Tilgang tilgang, Frist frist, Clock klokke) {
    this.motor = motor;
    this.tilgang = tilgang;
    this.frist = frist;
    this.klokke = klokke;
  }

  Opplysninger les(Nabolag nabolag, List<ApenOppgave> apne) {
    List<TilgjengeligSak> saker = nabolag.alle();
    Map<String, String> tatt = tattAv(apne);
    Map<String, Map<String, String>> ansvarlige = ansvarlige(saker);
    List<ApenOppgave> medEnhet = apne.stream().filter(en -> en.enhet() != null).toList();
    Set<String> brukere = Stream.of(tatt.values().stream(),
        ansvarlige.values().stream().flatMap(en -> en.values().stream()),
        saker.stream().map(sak -> sak.sak().opprettetAv()).filter(Objects::nonNull)).flatMap(Function.identity())
        .collect(Collectors.toSet());
    return new Opplysninger(nabolag, forlop(saker), ansvarlige, tatt, tilgang.navn(brukere),
        tilgang.enhetsnavn(medEnhet.stream().map(ApenOppgave::enhet).collect(Collectors.toSet())),
        medEnhet.stream().collect(Collectors.groupingBy(ApenOppgave::saksnummer,
            Collectors.mapping(ApenOppgave::enhet, Collectors.toCollection(TreeSet::new)))),
        frist.pauset(saker.stream().map(sak -> sak.sak().prosessinstans()).toList()), klokke.getZone());
  }

  private Map<String, String> forlop(List<TilgjengeligSak> saker) {
    String[] definisjoner = saker.stream().map(TilgjengeligSak::definisjon).distinct().toArray(String[]::new);
    return Uinnskrenket.utfor(motor, () -> motor.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionIdIn(definisjoner).unlimitedList()).stream().collect(Collectors.toMap(ProcessDefinition::getId,
            en -> en.getName() == null ? en.getKey() : en.getName()));
  }

  /** Who has taken each contact that is open. */
  Map<String, String> tattAv(List<ApenOppgave> apne) {
    String[] kontakter = apne.stream().filter(ApenOppgave::kontakt).map(ApenOppgave::oppgaveId).toArray(String[]::new);
    Map<String, String> tatt = new HashMap<>();
    if (kontakter.length > 0) {
      Uinnskrenket.utfor(motor, () -> motor.getTaskService().createTaskQuery().taskIdIn(kontakter).taskAssigned()
          .unlimitedList()).forEach(oppgave -> tatt.put(oppgave.getId(), oppgave.getAssignee()));
    }
    return tatt;
  }

  /** Coordinator and deputy by process instance of the case; what the case itself says goes before what a part of it says. */
  private Map<String, Map<String, String>> ansvarlige(List<TilgjengeligSak> saker) {
    Map<String, String> eier = new HashMap<>();
    saker.forEach(sak -> {
      sak.lopende().forEach(del -> eier.put(del.instans(), sak.sak().prosessinstans()));
      eier.put(sak.sak().prosessinstans(), sak.sak().prosessinstans());
    });
    List<HistoricVariableInstance> funnet = new ArrayList<>(Uinnskrenket.utfor(motor, () -> motor.getHistoryService()
        .createHistoricVariableInstanceQuery().processInstanceIdIn(eier.keySet().toArray(String[]::new))
        .variableNameIn(Opplysninger.KOORDINATOR, Opplysninger.STEDFORTREDER).unlimitedList()));
    funnet.sort(Comparator.comparing(en -> !eier.get(en.getProcessInstanceId()).equals(en.getProcessInstanceId())));
    Map<String, Map<String, String>> ansvarlige = new HashMap<>();
    for (HistoricVariableInstance en : funnet) {
      if (en.getValue() instanceof String bruker) {
        ansvarlige.computeIfAbsent(eier.get(en.getProcessInstanceId()), ny -> new HashMap<>())
            .putIfAbsent(en.getName(), bruker);
      }
    }
    return ansvarlige;
  }
}
