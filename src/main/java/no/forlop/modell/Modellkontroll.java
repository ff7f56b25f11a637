package no.forlop.modell;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forlop.motor.Byggeklosser;
import no.forlop.motor.Tabellkontroll;
import no.forlop.motor.Tabellrad;
import no.forlop.tilgang.Grupper;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Looks through the pathway folders before any of them is deployed: what a model or a table names must exist. The engine
 * would find a wrong unit, form or deadline first when a case came there, and stop a nurse in the middle of her task.
 */
@Component
class Modellkontroll {

  private static final Pattern KALL = Pattern.compile("\\b([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
  private static final Pattern UTTRYKK = Pattern.compile("[$#]\\{([^}]*)}");
  private static final String ID = " id=\"";
  private static final Pattern TEKST = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  /** A comma outside quotes and an inner parenthesis. */
  private static final String SKILLE = ",(?=(?:[^'\"]*['\"][^'\"]*['\"])*[^'\"]*$)(?![^()]*\\))";
  private static final Set<String> INGEN_ENHET = Set.of("ingen", "");
  private static final String FRIST_OPPGAVE = "${frist.oppgave(execution)}";

  private final Forlopsmapper mapper;
  private final Grupper grupper;
  private final List<Tabellkontroll> kontroller;
  private final ApplicationContext kontekst;

  Modellkontroll(Forlopsmapper mapper, Grupper grupper, List<Tabellkontroll> kontroller, ApplicationContext kontekst) {
    this.mapper = mapper;
    this.grupper = grupper;
    this.kontroller = kontroller;
    this.kontekst = kontekst;
  }

  /** Refuses the start when something is wrong, and says all that is wrong. */
  void sjekk() {
    sjekk(mapper.les());
  }

  void sjekk(Map<String, List<Resource>> filer) {
    List<String> feil = new ArrayList<>();
    List<Modellmappe> lest = filer.entrySet().stream()
        .map(mappe -> Modellmappe.les(mappe.getKey(), mappe.getValue(), feil::add)).toList();
    if (feil.isEmpty()) {
      new Runde(lest, feil::add).sjekk();
    }
    if (!feil.isEmpty()) {
      throw new Modellfeil(feil);
    }
  }

  private final class Runde {

    private final List<Modellmappe> mapper;
    private final Consumer<String> feil;
    private final Set<String> enheter = grupper.alle();
    private final Set<String> prosesser = new HashSet<>();
    private final Set<String> beslutninger = new HashSet<>();
    private final Map<String, List<String>> rader = new HashMap<>();

    Runde(List<Modellmappe> mapper, Consumer<String> feil) {
      this.mapper = mapper;
      this.feil = feil;
      mapper.forEach(mappe -> {
        prosesser.addAll(mappe.modeller().keySet());
        mappe.tabeller().forEach((navn, tabell) -> {
          beslutninger.add(navn);
          rader.put(navn, tabell.getModelElementsByType(Rule.class).stream().flatMap(Runde::nokler).toList());
        });
      });
    }

    void sjekk() {
      for (Modellmappe mappe : mapper) {
        mappe.modeller().forEach((navn, modell) -> {
          String sted = mappe.sted(navn, "bpmn");
          prosess(sted, navn, modell);
          modell.getModelElementsByType(StartEvent.class).forEach(start -> skjema(mappe, sted(sted, start), start.getCamundaFormRef()));
          modell.getModelElementsByType(UserTask.class).forEach(oppgave -> oppgave(mappe, sted(sted, oppgave), oppgave));
          modell.getModelElementsByType(CallActivity.class).forEach(kall -> kall(sted(sted, kall), kall));
          modell.getModelElementsByType(BusinessRuleTask.class).forEach(regel ->
              finnes(sted(sted, regel), "beslutningen", regel.getCamundaDecisionRef(), beslutninger));
          uttrykk(mappe, sted, mappe.tekst().get(navn));
        });
        mappe.tabeller().forEach((navn, tabell) -> tabell.getModelElementsByType(Decision.class).forEach(beslutning -> {
          likeNavn(mappe.sted(navn, "dmn"), "beslutningens id", beslutning.getId(), navn);
          tabell.getModelElementsByType(DecisionTable.class).forEach(regler -> tabell(mappe.sted(navn, "dmn"), navn, regler));
        }));
        mappe.skjemaer().forEach((navn, skjema) ->
            likeNavn(mappe.sted(navn, "form"), "skjemaets id", skjema.path("id").asText(null), navn));
      }
    }

    private void prosess(String sted, String navn, BpmnModelInstance modell) {
      for (Process prosess : modell.getModelElementsByType(Process.class)) {
        likeNavn(sted, "prosessens id", prosess.getId(), navn);
        prosess.getCamundaCandidateStarterGroupsList().forEach(gruppe -> enhet(sted + ", hvem som kan starte", gruppe));
      }
    }

    private void oppgave(Modellmappe mappe, String sted, UserTask oppgave) {
      if (oppgave.getCamundaFormRef() == null && oppgave.getCamundaFormKey() == null) {
        feil.accept(sted + ": oppgaven har ikke noe skjema (Form reference).");
      }
      skjema(mappe, sted, oppgave.getCamundaFormRef());
      String gruppe = oppgave.getCamundaCandidateGroups();
      if (gruppe == null || gruppe.isBlank()) {
        feil.accept(sted + ": oppgaven har ingen enhet (Candidate groups), så ingen ser den.");
      } else {
        Arrays.stream(gruppe.split(",")).map(String::strip).filter(en -> !en.contains("{")).forEach(en -> enhet(sted, en));
      }
      String tabell = mappe.slug() + "-frister";
      long antall = rader.getOrDefault(tabell, List.of()).stream().filter(oppgave.getId()::equals).count();
      if (antall != 1) {
        feil.accept("%s: %s.dmn har %s for «%s». Hver oppgave skal ha én rad.".formatted(sted, tabell,
            antall == 0 ? "ingen rad" : antall + " rader", oppgave.getId()));
      }
      if (!FRIST_OPPGAVE.equals(oppgave.getCamundaDueDate())) {
        feil.accept(sted + ": Due date skal være " + FRIST_OPPGAVE + "; fristen står i " + tabell + ".dmn.");
      }
    }

    private void skjema(Modellmappe mappe, String sted, String skjema) {
      if (skjema != null && !mappe.skjemaer().containsKey(skjema)) {
        feil.accept("%s: skjemaet «%s» finnes ikke i forms/%s.".formatted(sted, skjema, mappe.slug()));
      }
    }

    private void kall(String sted, CallActivity kall) {
      finnes(sted, "prosessen", kall.getCalledElement(), prosesser);
      if (kall.getExtensionElements() != null) {
        Collection<CamundaIn> inn = kall.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
        inn.stream().filter(en -> erEnhet(en.getCamundaTarget()) && en.getCamundaSourceExpression() != null)
            .map(en -> en.getCamundaSourceExpression().strip()).filter(en -> en.matches("\\$\\{(\"[^\"]*\"|'[^']*')}"))
            .forEach(en -> enhet(sted, en.substring(3, en.length() - 2)));
      }
    }

    /** Calls of building blocks, wherever in the model they stand. */
    private void uttrykk(Modellmappe mappe, String fil, String tekst) {
      Matcher treff = UTTRYKK.matcher(tekst);
      while (treff.find()) {
        Matcher kall = KALL.matcher(treff.group(1).replace("&#39;", "'").replace("&apos;", "'").replace("&quot;", "\""));
        while (kall.find()) {
          if (Byggeklosser.NAVN.contains(kall.group(1))) {
            byggekloss(mappe, fil + ", ved " + sisteId(tekst, treff.start()), kall.group(1), kall.group(2), kall.group(3));
          }
        }
      }
    }

    private void byggekloss(Modellmappe mappe, String sted, String bonne, String metode, String argumenter) {
      String kall = bonne + "." + metode;
      List<Method> metoder = Stream.of(kontekst.getType(bonne).getMethods()).filter(en -> en.getName().equals(metode)).toList();
      List<String> verdier = argumenter.isBlank() ? List.of() : Stream.of(argumenter.split(SKILLE)).map(String::strip).toList();
      if (metoder.stream().noneMatch(en -> en.getParameterCount() == verdier.size())) {
        feil.accept("%s: %s finnes ikke med %d verdier i parentesen.".formatted(sted, kall, verdier.size()));
      }
      List<String> tekster = verdier.stream().map(TEKST::matcher).filter(Matcher::matches)
          .map(tekst -> tekst.group(1) != null ? tekst.group(1) : tekst.group(2)).toList();
      if (tekster.isEmpty()) {
        return;
      }
      switch (kall) {
        case "frist.om", "frist.milepael", "frist.varighet" -> {
          String tabell = mappe.slug() + "-frister";
          if (!rader.getOrDefault(tabell, List.of()).contains(tekster.get(0))) {
            feil.accept("%s: %s.dmn har ingen rad for «%s».".formatted(sted, tabell, tekster.get(0)));
          }
        }
        case "varsel.send" -> {
          finnes(sted, "varselmalen", tekster.get(0), new HashSet<>(rader.getOrDefault("varselmaler", List.of())));
          tekster.stream().skip(1).forEach(gruppe -> enhet(sted, gruppe));
        }
        case "sak.start", "sak.startMed", "sak.startFor" -> finnes(sted, "forløpet", tekster.get(0), prosesser);
        case "tilgang.ansatte" -> enhet(sted, tekster.get(0));
        default -> { }
      }
    }

    private void tabell(String sted, String navn, DecisionTable tabell) {
      List<Output> ut = List.copyOf(tabell.getOutputs());
      List<Tabellkontroll> gjelder = kontroller.stream().filter(kontroll -> kontroll.gjelder(navn)).toList();
      int nummer = 0;
      for (Rule regel : tabell.getRules()) {
        nummer++;
        String rad = "%s, rad %d (%s)".formatted(sted, nummer, nokler(regel).findFirst().orElse("–"));
        Map<String, Object> verdier = new HashMap<>();
        boolean fast = true;
        int kolonne = 0;
        for (OutputEntry celle : regel.getOutputEntries()) {
          String tekst = celle.getText() == null ? "" : celle.getText().getTextContent().strip();
          String kolonnenavn = ut.get(kolonne++).getName();
          boolean streng = tekst.matches("\"[^\"]*\"");
          fast &= streng || tekst.isEmpty() || tekst.equals("null") || tekst.matches("-?[0-9.]+");
          if (!tekst.isEmpty() && !tekst.equals("null")) {
            verdier.put(kolonnenavn, streng ? tekst.substring(1, tekst.length() - 1) : tekst);
          }
          if (gjelder.isEmpty() && streng && erEnhet(kolonnenavn) && !INGEN_ENHET.contains(verdier.get(kolonnenavn))) {
            enhet(rad, (String) verdier.get(kolonnenavn));
          }
        }
        if (fast) {
          Tabellrad lest = new Tabellrad(regel.getId(), "", verdier);
          gjelder.forEach(kontroll -> kontroll.feil(lest).forEach(en -> feil.accept(rad + ": " + en)));
        }
      }
    }

    private void enhet(String sted, String gruppe) {
      if (!enheter.contains(gruppe)) {
        feil.accept("%s: enheten «%s» finnes ikke. Enhetene er %s.".formatted(sted, gruppe,
            String.join(", ", enheter.stream().filter(en -> !en.matches(".*(leder|barneansvarlig|-.*)")).toList())));
      }
    }

    private void finnes(String sted, String hva, String navn, Set<String> kjente) {
      if (navn == null || !navn.contains("{") && !kjente.contains(navn)) {
        feil.accept("%s: %s «%s» finnes ikke.".formatted(sted, hva, navn == null ? "" : navn));
      }
    }

    private void likeNavn(String sted, String hva, String id, String navn) {
      if (!navn.equals(id)) {
        feil.accept("%s: %s er «%s», men skal være som filnavnet, «%s».".formatted(sted, hva, id == null ? "" : id, navn));
      }
    }

    private static boolean erEnhet(String navn) {
      return navn != null && (navn.equals("enhet") || navn.endsWith("Enhet"));
    }

    private static String sted(String fil, FlowNode node) {
      return "%s, «%s» (%s)".formatted(fil, node.getName() == null ? "" : node.getName(), node.getId());
    }

    /** The element that the text stands in: the last id before it, a timer's or message's own definition left out. */
    private static String sisteId(String tekst, int til) {
      int start = tekst.lastIndexOf(ID, til);
      while (tekst.substring(tekst.lastIndexOf('<', start), start).contains("EventDefinition")) {
        start = tekst.lastIndexOf(ID, start - 1);
      }
      return tekst.substring(start + ID.length(), tekst.indexOf('"', start + ID.length()));
    }

    private static Stream<String> nokler(Rule regel) {
      return regel.getInputEntries().stream().limit(1).flatMap(celle -> Arrays.stream(celle.getText().getTextContent().split(",")))
          .map(tekst -> tekst.replace("\"", "").strip());
    }
  }
}
