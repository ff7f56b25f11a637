package no.forlop.oversikt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.frist.ApenOppgave;
import no.forlop.frist.Frist;
import no.forlop.motor.Uinnskrenket;
import no.forlop.person.Personregister;
import no.forlop.sak.Del;
import no.forlop.sak.Nabosaker.Nabolag;
import no.forlop.sak.StengtSak;
import no.forlop.tilgang.Tilgang;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Contacts that other units are to have with the person, from cases that the user may not open, so that nobody calls twice.
 *
 * <p>Told only to whoever has a contact of her own to make within the same days, only that it is to be and whom to agree
 * with, and only when the person has said yes, in that case, to its being shared with the user's unit. Not asked is no yes:
 * a unit's name can tell what the person is helped with. Every look is logged.
 */
@Component
class AndreEnheter {

  private static final String ENHET = "enhet";
  private static final String JA = "ja";
  private static final String SOM = "kontakt";
  /** Units that the person is asked about by name; all others are {@code samtykkeAndre}. */
  private static final Set<String> SPURT_VED_NAVN = Set.of("bft", "fastlege", "hvk", "nav");

  private final ProcessEngine motor;
  private final Frist frist;
  private final PlanlagteKontakter planlagte;
  private final Opplysningsleser leser;
  private final Tilgang tilgang;
  private final Personregister personer;
  private final Clock klokke;

  AndreEnheter(@Lazy ProcessEngine motor, Frist frist, PlanlagteKontakter planlagte, Opplysningsleser leser, Tilgang tilgang,
      Personregister personer, Clock klokke) {
    this.motor = motor;
    this.frist = frist;
    this.planlagte = planlagte;
    this.leser = leser;
    this.tilgang = tilgang;
    this.personer = personer;
    this.klokke = klokke;
  }

  /** The answer that must be yes for this unit to be told. */
  static String samtykke(String enhet) {
    return "samtykke" + (SPURT_VED_NAVN.contains(enhet) ? enhet.substring(0, 1).toUpperCase(Locale.ROOT) + enhet.substring(1) : "Andre");
  }

  /**
   * One contact of each unit, the first.
   *
   * @param egen the user's own contact; null, or of no unit, is told nothing
   * @param sammeDager whether a contact at this time is close enough to the own one
   */
  List<Enhetskontakt> kontakter(ApenOppgave egen, Nabolag nabolag, Predicate<Instant> sammeDager) {
    if (egen == null || egen.enhet() == null || nabolag.stengte().isEmpty()) {
      return List.of();
    }
    String samtykke = samtykke(Tilgang.enhet(egen.enhet()));
    Svar svar = svar(nabolag.stengte(), samtykke);
    List<StengtSak> saker = nabolag.stengte().stream().filter(sak -> svar.ja(sak, samtykke)).toList();
    if (saker.isEmpty()) {
      return List.of();
    }
    Map<String, Funn> perEnhet = new HashMap<>();
    Stream.concat(apne(saker, svar), ventende(saker, svar))
        .filter(en -> en.enhet() != null && en.tid() != null && sammeDager.test(en.tid()))
        .forEach(en -> perEnhet.merge(en.enhet(), en, (a, b) -> a.tid().isAfter(b.tid()) ? b : a));
    List<Enhetskontakt> kontakter = navngi(perEnhet.values());
    if (!kontakter.isEmpty()) {
      personer.loggfor(egen.oppgaveId(), egen.tittel(), egen.saksnummer(), nabolag.egen().sak().pasientId(), SOM);
    }
    return kontakter;
  }

  private Stream<Funn> apne(List<StengtSak> saker, Svar svar) {
    Map<String, StengtSak> perNummer = saker.stream().collect(Collectors.toMap(sak -> sak.sak().saksnummer(), sak -> sak));
    List<ApenOppgave> apne = frist.apneOppgaver(perNummer.keySet()).stream()
        .filter(en -> en.kontakt() && !en.pauset()).toList();
    Map<String, String> tatt = leser.tattAv(apne);
    return apne.stream().map(en -> new Funn(Tilgang.enhet(en.enhet()),
        tatt.getOrDefault(en.oppgaveId(), svar.koordinator(perNummer.get(en.saksnummer()))), en.forfall()));
  }

  private Stream<Funn> ventende(List<StengtSak> saker, Svar svar) {
    Map<String, StengtSak> perInstans = new HashMap<>();
    saker.forEach(sak -> sak.lopende().forEach(del -> perInstans.put(del.instans(), sak)));
    List<Del> deler = saker.stream().flatMap(sak -> sak.lopende().stream()).toList();
    return planlagte.i(deler).stream().map(en ->
        new Funn(Tilgang.enhet(svar.i(en.instans(), ENHET)), svar.koordinator(perInstans.get(en.instans())), en.tid()));
  }

  private List<Enhetskontakt> navngi(Collection<Funn> funn) {
    Map<String, String> enheter = tilgang.enhetsnavn(funn.stream().map(Funn::enhet).toList());
    Map<String, String> navn = tilgang.navn(funn.stream().map(Funn::hos).filter(Objects::nonNull).collect(Collectors.toSet()));
    LocalDate idag = LocalDate.now(klokke);
    return funn.stream().sorted(Comparator.comparing(Funn::tid)).map(en -> {
      LocalDate dag = en.tid().atZone(klokke.getZone()).toLocalDate();
      return new Enhetskontakt(enheter.get(en.enhet()), navn.get(en.hos()), (dag.isBefore(idag) ? idag : dag).toString());
    }).toList();
  }

  /** What the running parts of the cases answer, in one query. */
  private Svar svar(List<StengtSak> saker, String samtykke) {
    String[] instanser = saker.stream().flatMap(sak -> sak.lopende().stream()).map(Del::instans).toArray(String[]::new);
    Map<String, Map<String, String>> svar = new HashMap<>();
    if (instanser.length > 0) {
      List<VariableInstance> alle = new ArrayList<>(Uinnskrenket.utfor(motor, () -> motor.getRuntimeService()
          .createVariableInstanceQuery().processInstanceIdIn(instanser)
          .variableNameIn(samtykke, ENHET, Opplysninger.KOORDINATOR).unlimitedList()));
      alle.stream().filter(en -> en.getValue() instanceof String && en.getExecutionId().equals(en.getProcessInstanceId()))
          .forEach(en -> svar.computeIfAbsent(en.getProcessInstanceId(), ny -> new HashMap<>())
              .put(en.getName(), (String) en.getValue()));
    }
    return new Svar(svar);
  }

  /** @param perInstans answer by name, by process instance */
  private record Svar(Map<String, Map<String, String>> perInstans) {

    String i(String instans, String navn) {
      return perInstans.getOrDefault(instans, Map.of()).get(navn);
    }

    /** Whether every part that knows the answer says yes; a part that has asked anew may not have told the others yet. */
    boolean ja(StengtSak sak, String navn) {
      Set<String> svar = new HashSet<>();
      sak.lopende().forEach(del -> svar.add(i(del.instans(), navn)));
      svar.remove(null);
      return svar.equals(Set.of(JA));
    }

    String koordinator(StengtSak sak) {
      return Stream.concat(Stream.of(sak.sak().prosessinstans()), sak.lopende().stream().map(Del::instans))
          .map(instans -> i(instans, Opplysninger.KOORDINATOR)).filter(Objects::nonNull).findFirst().orElse(null);
    }
  }

  /** A contact, with ids of the unit and of whom to agree with. */
  private record Funn(String enhet, String hos, Instant tid) {}
}
