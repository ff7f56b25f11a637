package no.forlop.modell;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forlop.motor.Byggeklosser;
import no.forlop.motor.Modellkrav;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.ApplicationContext;

/** What one process names is there: forms, units, deadlines, processes, decisions, and what it asks the building blocks for. */
class Prosessjekk {

  static final Pattern TEKST = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern KALL = Pattern.compile("\\b([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
  /** A comma outside quotes and an inner parenthesis. */
  private static final String SKILLE = ",(?=(?:[^'\"]*['\"][^'\"]*['\"])*[^'\"]*$)(?![^()]*\\))";
  private static final String FRIST_OPPGAVE = "${frist.oppgave(execution)}";
  private static final String DEPLOYMENT = "deployment";
  private static final Set<String> FREMMED_KODE = Set.of("scriptTask", "script", "class", "delegateExpression", "topic");
  /** The engine's own, which are not building blocks. */
  private static final Set<String> MOTORENS = Set.of("execution", "task");

  private final Kjent kjent;
  private final List<Modellkrav> krav;
  private final ApplicationContext kontekst;
  private final ExpressionManager uttrykk;
  private final Modellmappe mappe;
  private final String navn;
  private final String fil;
  private final BpmnModelInstance modell;
  private final String frister;

  Prosessjekk(Kjent kjent, List<Modellkrav> krav, ApplicationContext kontekst, ExpressionManager uttrykk, Modellmappe mappe, String navn) {
    this.kjent = kjent;
    this.krav = krav;
    this.kontekst = kontekst;
    this.uttrykk = uttrykk;
    this.mappe = mappe;
    this.navn = navn;
    this.fil = mappe.sted(navn, "bpmn");
    this.modell = mappe.modeller().get(navn);
    this.frister = mappe.slug() + "-frister";
  }

  void sjekk() {
    modell.getModelElementsByType(Process.class).forEach(this::prosess);
    modell.getModelElementsByType(StartEvent.class).forEach(start -> skjema(sted(start.getId()), start.getCamundaFormRef()));
    modell.getModelElementsByType(UserTask.class).forEach(oppgave -> oppgave(sted(oppgave.getId()), oppgave));
    modell.getModelElementsByType(CallActivity.class).forEach(kall -> kall(sted(kall.getId()), kall));
    modell.getModelElementsByType(BusinessRuleTask.class).forEach(regel -> kjent.beslutning(sted(regel.getId()),
        regel.getCamundaDecisionRef(), DEPLOYMENT.equals(regel.getCamundaDecisionRefBinding()), mappe.slug()));
    mappe.tekster().get(navn).forEach(this::tekst);
  }

  private void prosess(Process prosess) {
    Modellkontroll.likeNavn(kjent, fil, "prosessens id", prosess.getId(), navn);
    List<String> startere = prosess.getCamundaCandidateStarterGroupsList();
    startere.forEach(gruppe -> kjent.enhet(fil + ", hvem som kan starte", gruppe));
    if (prosess.isCamundaStartableInTasklist() && startere.isEmpty()) {
      kjent.feil(fil, "ingen enhet kan starte prosessen (Candidate starter groups). En del som andre kaller, skal ikke kunne startes"
          + " (ta bort krysset for Startable).");
    }
  }

  private void oppgave(String sted, UserTask oppgave) {
    if (oppgave.getCamundaFormRef() == null && oppgave.getCamundaFormKey() == null) {
      kjent.feil(sted, "oppgaven har ikke noe skjema (Form reference).");
    }
    skjema(sted, oppgave.getCamundaFormRef());
    String gruppe = oppgave.getCamundaCandidateGroups();
    if (gruppe == null || gruppe.isBlank()) {
      kjent.feil(sted, "oppgaven har ingen enhet (Candidate groups), så ingen ser den.");
    } else {
      Arrays.stream(gruppe.split(",")).map(String::strip).filter(en -> !en.contains("{")).forEach(en -> kjent.enhet(sted, en));
    }
    long antall = kjent.rader(frister, oppgave.getId());
    if (antall != 1) {
      kjent.feil(sted, "%s.dmn har %s for «%s». Hver oppgave skal ha én rad.".formatted(frister,
          antall == 0 ? "ingen rad" : antall + " rader", oppgave.getId()));
    }
    if (!FRIST_OPPGAVE.equals(oppgave.getCamundaDueDate())) {
      kjent.feil(sted, "Due date skal være " + FRIST_OPPGAVE + "; fristen står i " + frister + ".dmn.");
    }
  }

  private void skjema(String sted, String skjema) {
    kjent.finnes(sted, "skjemaet", skjema, mappe.skjemaer().keySet());
  }

  private void kall(String sted, CallActivity kall) {
    kjent.prosess(sted, kall.getCalledElement(), DEPLOYMENT.equals(kall.getCamundaCalledElementBinding()), mappe.slug());
    if (kall.getExtensionElements() != null) {
      Collection<CamundaIn> inn = kall.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
      inn.stream().filter(en -> erEnhet(en.getCamundaTarget()) && en.getCamundaSourceExpression() != null)
          .map(en -> en.getCamundaSourceExpression().strip()).filter(en -> en.matches("\\$\\{(\"[^\"]*\"|'[^']*')}"))
          .forEach(en -> kjent.enhet(sted, en.substring(3, en.length() - 2)));
    }
  }

  private void tekst(Modelltekst tekst) {
    String sted = sted(tekst.id());
    if (FREMMED_KODE.contains(tekst.navn()) || tekst.navn().equals("language")) {
      kjent.feil(sted, "her står %s. En modell kan bare kalle byggeklossene: %s.".formatted(tekst.navn(), byggeklosser()));
    } else if (tekst.uttrykk() && !tekst.navn().equals("text")) {
      try {
        uttrykk.createExpression(tekst.tekst());
      } catch (RuntimeException feil) {
        kjent.feil(sted, "«%s» kan ikke leses. Se etter klammer, parenteser og anførselstegn som ikke er lukket."
            .formatted(tekst.tekst().strip()));
        return;
      }
      Matcher kall = KALL.matcher(tekst.tekst());
      // From inside the call that was found: its values may be calls too.
      for (int fra = 0; kall.find(fra); fra = kall.start(3)) {
        List<String> verdier = kall.group(3).isBlank() ? List.of() : Stream.of(kall.group(3).split(SKILLE)).map(String::strip).toList();
        if (Byggeklosser.NAVN.contains(kall.group(1))) {
          byggekloss(sted, kall.group(1), kall.group(2), verdier);
        } else if (!verdier.isEmpty() && MOTORENS.contains(verdier.get(0))) {
          kjent.feil(sted, "byggeklossen «%s» finnes ikke. Byggeklossene er %s.".formatted(kall.group(1), byggeklosser()));
        }
      }
    }
  }

  private void byggekloss(String sted, String bonne, String metode, List<String> verdier) {
    List<Method> metoder = Stream.of(kontekst.getType(bonne).getMethods()).filter(en -> en.getDeclaringClass() != Object.class).toList();
    if (metoder.stream().noneMatch(en -> en.getName().equals(metode) && en.getParameterCount() == verdier.size())) {
      kjent.feil(sted, "%s.%s finnes ikke med %d verdier i parentesen.".formatted(bonne, metode, verdier.size()));
      return;
    }
    List<String> tekster = verdier.stream().map(Prosessjekk::tekst).toList();
    String kall = bonne + "." + metode;
    switch (kall) {
      case "frist.om", "frist.milepael", "frist.varighet" -> kjent.rad(sted, frister, tekster.get(1));
      case "frist.naadd", "frist.naaddHvisApen" -> kjent.milepael(sted, tekster.get(1));
      case "varsel.send" -> {
        kjent.varselmal(sted, tekster.get(1));
        tekster.stream().skip(2).forEach(gruppe -> kjent.enhet(sted, gruppe));
      }
      case "sak.start", "sak.startMed", "sak.startFor", "sak.lopende" ->
          tekster.stream().skip(1).findFirst().ifPresent(slug -> kjent.sak(sted, slug));
      case "sak.meldTil" -> kjent.melding(sted, tekster.get(2));
      case "tilgang.ansatte" -> kjent.enhet(sted, tekster.get(0));
      default -> { }
    }
    krav.forEach(en -> en.feil(kall, tekster).forEach(feil -> kjent.feil(sted, feil)));
  }

  /** An argument that is written out, or null. */
  private static String tekst(String verdi) {
    Matcher tekst = TEKST.matcher(verdi);
    return tekst.matches() ? verdi.substring(1, verdi.length() - 1) : null;
  }

  private static String byggeklosser() {
    return String.join(", ", new TreeSet<>(Byggeklosser.NAVN));
  }

  /** An element as an analyst sees it. */
  private String sted(String id) {
    ModelElementInstance element = id == null ? null : modell.getModelElementById(id);
    String etikett = element == null || element instanceof Process ? null : element.getAttributeValue("name");
    return etikett == null || etikett.isBlank() ? fil + ", ved " + id : "%s, «%s» (%s)".formatted(fil, etikett, id);
  }

  static boolean erEnhet(String navn) {
    return navn != null && (navn.equals("enhet") || navn.endsWith("Enhet"));
  }
}
