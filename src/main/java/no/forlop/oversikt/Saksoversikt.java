package no.forlop.oversikt;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forlop.frist.ApenOppgave;
import no.forlop.frist.Frist;
import no.forlop.oversikt.PlanlagteKontakter.Planlagt;
import no.forlop.sak.IngenSlikSak;
import no.forlop.sak.Nabosaker;
import no.forlop.sak.Nabosaker.Nabolag;
import no.forlop.sak.TilgjengeligSak;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The overview of a case: the cases around it and the contacts with its person, in a fixed number of queries. */
@Component
public class Saksoversikt {

  private final Nabosaker naboer;
  private final Frist frist;
  private final PlanlagteKontakter planlagte;
  private final Opplysningsleser leser;
  private final AndreEnheter andreEnheter;
  private final Clock klokke;
  private final Samtalevindu vindu;

  Saksoversikt(Nabosaker naboer, Frist frist, PlanlagteKontakter planlagte, Opplysningsleser leser,
      AndreEnheter andreEnheter, Clock klokke, @Value("${forlop.kontakt.samme-samtale-dager:3}") int dager) {
    this.naboer = naboer;
    this.frist = frist;
    this.planlagte = planlagte;
    this.leser = leser;
    this.andreEnheter = andreEnheter;
    this.klokke = klokke;
    this.vindu = new Samtalevindu(dager, klokke.getZone());
  }

  /**
   * The overview of the case, with the contacts of every running case of the person.
   *
   * @throws IngenSlikSak when there is no such running case, or the user may not open it
   */
  public Oversikt forSak(String saksnummer) {
    return les(naboer.forSak(saksnummer), null);
  }

  /**
   * The overview of the case of this task; the task itself is not among the contacts.
   *
   * @throws IngenSlikSak when the user sees no such task, or it belongs to no case
   */
  public Oversikt forOppgave(String oppgave) {
    return les(naboer.forOppgave(oppgave), oppgave);
  }

  /** What else the call that this task asks for can serve; nothing when it is no contact that the user sees. */
  public Samtale sammeSamtale(String oppgave) {
    try {
      return frist.erKontakt(oppgave) ? samtale(forOppgave(oppgave)) : new Samtale(List.of(), List.of());
    } catch (IngenSlikSak ikkeForBrukeren) {
      return new Samtale(List.of(), List.of());
    }
  }

  private static Samtale samtale(Oversikt oversikt) {
    return new Samtale(oversikt.kontakter().stream().filter(Kontakt::sammeSamtale)
        .filter(en -> !en.saksnummer().equals(oversikt.sak().saksnummer())).toList(), oversikt.andreEnheter());
  }

  private Oversikt les(Nabolag nabolag, String oppgave) {
    List<ApenOppgave> apne = frist.apneOppgaver(nabolag.alle().stream().map(sak -> sak.sak().saksnummer()).toList());
    ApenOppgave egen = apne.stream().filter(en -> en.kontakt() && en.oppgaveId().equals(oppgave) && !en.pauset()).findFirst()
        .orElse(null);
    Opplysninger opplysninger = leser.les(nabolag, apne);
    Instant naa = klokke.instant();
    return new Oversikt(opplysninger.kort(nabolag.egen()), nabolag.lenkede().stream().map(opplysninger::kort).toList(),
        nabolag.andre().stream().map(opplysninger::kort).toList(),
        kontakter(nabolag, apne, opplysninger, oppgave, egen, naa),
        andreEnheter.kontakter(egen, nabolag, tid -> sammeSamtale(egen, tid, naa)));
  }

  private List<Kontakt> kontakter(Nabolag nabolag, List<ApenOppgave> apne, Opplysninger opplysninger, String oppgave,
      ApenOppgave egen, Instant naa) {
    Map<String, TilgjengeligSak> saker = nabolag.personensSaker().stream()
        .collect(Collectors.toMap(sak -> sak.sak().saksnummer(), Function.identity()));
    Map<String, TilgjengeligSak> deler = new HashMap<>();
    saker.values().forEach(sak -> sak.lopende().forEach(del -> deler.put(del.instans(), sak)));
    List<Tidfestet> alle = new ArrayList<>();
    for (ApenOppgave en : apne) {
      if (en.kontakt() && saker.containsKey(en.saksnummer()) && !en.oppgaveId().equals(oppgave)) {
        alle.add(apen(en, saker.get(en.saksnummer()), opplysninger, egen, naa));
      }
    }
    for (Planlagt en : planlagte.i(saker.values().stream().flatMap(sak -> sak.lopende().stream()).toList())) {
      alle.add(planlagt(en, deler.get(en.instans()), opplysninger, egen, naa));
    }
    return alle.stream().sorted(Comparator.comparing(Tidfestet::tid, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(Tidfestet::kontakt).toList();
  }

  private Tidfestet apen(ApenOppgave en, TilgjengeligSak sak, Opplysninger opplysninger, ApenOppgave egen, Instant naa) {
    Instant tid = en.pauset() ? null : en.forfall();
    String synlig = sak.oppgaver().stream().map(Task::getId).filter(en.oppgaveId()::equals).findFirst().orElse(null);
    return new Tidfestet(tid, new Kontakt(en.saksnummer(), opplysninger.forlopsnavn(sak), en.tittel(),
        opplysninger.enhet(en.enhet()), opplysninger.bruker(opplysninger.tatt().get(en.oppgaveId())), tekst(tid),
        tid != null && tid.isBefore(naa), false, en.pauset(), sammeSamtale(egen, tid, naa), synlig));
  }

  /** The case is opened by any task that the user sees of it, since the contact is no task yet. */
  private Tidfestet planlagt(Planlagt en, TilgjengeligSak sak, Opplysninger opplysninger, ApenOppgave egen, Instant naa) {
    return new Tidfestet(en.tid(), new Kontakt(sak.sak().saksnummer(), opplysninger.forlopsnavn(sak), en.navn(), null, null,
        tekst(en.tid()), false, true, en.tid() == null, sammeSamtale(egen, en.tid(), naa),
        sak.oppgave().map(Task::getId).filter(id -> egen == null || !id.equals(egen.oppgaveId())).orElse(null)));
  }

  private boolean sammeSamtale(ApenOppgave egen, Instant tid, Instant naa) {
    return egen != null && vindu.rommer(egen.forfall(), tid, naa);
  }

  private String tekst(Instant tid) {
    return tid == null ? null : Kontakt.tid(tid.atZone(klokke.getZone()));
  }

  private record Tidfestet(Instant tid, Kontakt kontakt) {}
}
