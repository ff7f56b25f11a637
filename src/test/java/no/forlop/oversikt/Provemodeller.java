package no.forlop.oversikt;

import static no.forlop.motor.Modellegenskap.egenskap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Two small pathways: {@code provering} of leistad, that can start {@code provebesok} of ephor. */
public final class Provemodeller {

  public static final String RING = "provering";
  public static final String BESOK = "provebesok";

  private Provemodeller() {}

  public static void rullUt(RepositoryService repository) {
    repository.createDeployment().name("oversiktstest").enableDuplicateFiltering(true)
        .addModelInstance(RING + ".bpmn", ring()).addModelInstance(BESOK + ".bpmn", besok()).deploy();
  }

  /** A call to make, a timer for the next one, and a task that starts a linked case. */
  private static BpmnModelInstance ring() {
    ProcessBuilder bygger = Bpmn.createExecutableProcess(RING).name("Prøveringing").camundaHistoryTimeToLiveString("P1D");
    bygger.startEvent().parallelGateway("alt")
        .userTask("ring").name("Ring ${pasientmerke}").camundaCandidateGroups("leistad").camundaDueDate("${ringes}")
        .endEvent("ringt").name("Ringt").moveToNode("alt")
        .intermediateCatchEvent("neste").name("Tid for neste samtale").timerWithDate("${neste}").endEvent()
        .moveToNode("alt").userTask("start").name("Start besøk").camundaCandidateGroups("leistad")
        .serviceTask("startBesok").camundaExpression("${sak.startMed(execution,'" + BESOK + "','besokes,koordinator')}").endEvent();
    BpmnModelInstance modell = bygger.done();
    egenskap(modell, RING, "saksprefiks", "PRI");
    egenskap(modell, "ring", "kontakt", "true");
    egenskap(modell, "neste", "kontakt", "true");
    return modell;
  }

  private static BpmnModelInstance besok() {
    ProcessBuilder bygger = Bpmn.createExecutableProcess(BESOK).name("Prøvebesøk").camundaHistoryTimeToLiveString("P1D");
    bygger.startEvent().userTask("besok").name("Besøk hjemme").camundaCandidateGroups("ephor").camundaDueDate("${besokes}")
        .endEvent("besokt").name("Besøkt hjemme");
    BpmnModelInstance modell = bygger.done();
    egenskap(modell, BESOK, "saksprefiks", "PBE");
    egenskap(modell, "besok", "kontakt", "true");
    return modell;
  }
}
