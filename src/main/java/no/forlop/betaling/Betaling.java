package no.forlop.betaling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forlop.motor.Sakskontekst;
import no.forlop.motor.Tabeller;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Paid days as models see them: {@code ${betaling.start(execution,'<rate decision>')}} and {@code
 * ${betaling.stopp(execution)}}.
 *
 * <p>The day counted from is the model's variable {@code klarMeldtTid}, the day that does not count any more is the day of
 * the call. The rate decision has the input {@code aar} and the output {@code sats}, null for an unknown year.
 */
@Component("betaling")
public class Betaling {

  private static final String FRA = "klarMeldtTid";

  private final Betalingsbok bok;
  private final Tabeller tabeller;
  private final Clock klokke;

  Betaling(Betalingsbok bok, Tabeller tabeller, Clock klokke) {
    this.bok = bok;
    this.tabeller = tabeller;
    this.klokke = klokke;
  }

  /**
   * Counts from the day of the complete notice. Without a complete notice there is no duty to pay, so nothing happens; nor
   * when the days are counted already.
   */
  public void start(DelegateExecution execution, String satstabell) {
    String sak = sak(execution);
    if (sak != null && execution.getVariable(FRA) instanceof Date fra) {
      bok.apne(sak, satstabell, LocalDate.ofInstant(fra.toInstant(), klokke.getZone()));
    }
  }

  /** Today is the first day that is not paid for. Nothing to stop is no error. */
  public void stopp(DelegateExecution execution) {
    String sak = sak(execution);
    if (sak != null) {
      bok.lukk(sak, iDag());
    }
  }

  /** The days of the case never counted, since the case itself was a mistake. */
  public void annuller(DelegateExecution execution) {
    String sak = sak(execution);
    if (sak != null) {
      bok.annuller(sak);
    }
  }

  /** Days of the case so far, for forms. */
  public long dogn(DelegateExecution execution) {
    return regnskap(sak(execution)).dogn();
  }

  /** What the days of the case cost so far, in words, for forms. */
  public String belop(DelegateExecution execution) {
    return regnskap(sak(execution)).tekst();
  }

  /** Days and cost of one case. */
  public Oppgjor regnskap(String saksnummer) {
    return oppgjor(bok.forSak(saksnummer));
  }

  /** Days and cost of every case that has days, by case number. */
  public Map<String, Oppgjor> perSak() {
    return bok.alle().stream().collect(Collectors.groupingBy(Periode::saksnummer, LinkedHashMap::new,
        Collectors.collectingAndThen(Collectors.toList(), this::oppgjor)));
  }

  /** Days and cost of all cases together. */
  public Oppgjor samlet() {
    return oppgjor(bok.alle());
  }

  /** Days and cost of all cases by year, summed by the database. */
  public List<Aarsbelop> perAar() {
    LocalDate forste = bok.forsteDag();
    return forste == null || forste.isAfter(iDag()) ? List.of() : perAar(forste, iDag());
  }

  /** Days and cost of all cases by year, of the days of a period, both included. */
  public List<Aarsbelop> perAar(LocalDate fra, LocalDate tilOgMed) {
    Map<Integer, Aarsbelop> perAar = new TreeMap<>();
    for (Betalingsbok.Aarsdogn linje : bok.dognPerAar(iDag(), fra, tilOgMed)) {
      perAar.merge(linje.aar(), Aarsbelop.av(linje.aar(), linje.dogn(), sats(linje.satstabell(), linje.aar())), Betaling::sum);
    }
    return List.copyOf(perAar.values());
  }

  /** A page of cases with days, those that run first, then the newest; after the given one, or from the beginning. */
  public List<Betalingssak> saker(int antall, Betalingssak etter) {
    return bok.saker(antall, etter);
  }

  /** Days and cost of these cases by year. */
  public Map<String, List<Aarsbelop>> perAar(Collection<String> saksnumre) {
    Map<String, Map<Integer, Aarsbelop>> perSak = new HashMap<>();
    Map<String, Optional<Integer>> satser = new HashMap<>();
    for (Periode periode : bok.forSaker(saksnumre)) {
      periode.dognPerAar(iDag()).forEach((aar, dogn) -> {
        Integer sats = satser.computeIfAbsent(periode.satstabell() + aar,
            ny -> Optional.ofNullable(sats(periode.satstabell(), aar))).orElse(null);
        perSak.computeIfAbsent(periode.saksnummer(), ny -> new TreeMap<>())
            .merge(aar, Aarsbelop.av(aar, dogn, sats), Betaling::sum);
      });
    }
    return perSak.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sak -> List.copyOf(sak.getValue().values())));
  }

  /** Two rate tables in the same year have no rate in common; one that is unknown makes the sum unknown. */
  private static Aarsbelop sum(Aarsbelop en, Aarsbelop annen) {
    return new Aarsbelop(en.aar(), en.dogn() + annen.dogn(), Objects.equals(en.sats(), annen.sats()) ? en.sats() : null,
        en.kroner() == null || annen.kroner() == null ? null : Long.valueOf(en.kroner() + annen.kroner()));
  }

  private Oppgjor oppgjor(List<Periode> perioder) {
    return perioder.stream()
        .map(periode -> Oppgjor.av(periode.dognPerAar(iDag()), aar -> sats(periode.satstabell(), aar)))
        .reduce(Oppgjor.INGENTING, Oppgjor::og);
  }

  private Integer sats(String tabell, int aar) {
    return tabeller.slaaOppNyeste(tabell, Map.of("aar", aar)).map(rad -> rad.tall("sats")).orElse(null);
  }

  private LocalDate iDag() {
    return LocalDate.ofInstant(klokke.instant(), klokke.getZone());
  }

  private static String sak(DelegateExecution execution) {
    return Sakskontekst.av(execution).saksnummer();
  }
}
