package no.forlop.cockpit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import no.forlop.Avvist;
import no.forlop.betaling.Aarsbelop;
import no.forlop.betaling.Betaling;
import no.forlop.cockpit.Maltallslesning.Andel;
import no.forlop.cockpit.Maltallslesning.Antall;
import no.forlop.cockpit.Maltallslesning.Fordeling;
import no.forlop.cockpit.Maltallslesning.Manedsantall;
import no.forlop.cockpit.Maltallslesning.Utsnitt;
import no.forlop.cockpit.Skjerm.Tall;
import no.forlop.motor.Tabeller;
import org.springframework.stereotype.Component;

/**
 * The figures of a pathway for a period against another. What every pathway has is here; what belongs to one is rows of the
 * table {@code maltall}, so that an analyst can add or change a figure without a programmer.
 */
@Component
class Maltall {

  /** A row of a figure; cells by month instead of one number where there are columns. */
  record Rad(String navn, Tall verdi, @JsonProperty("for") Tall forrige, List<Tall> celler) {}

  /**
   * One figure. {@code slag} says which of the others it has: {@code antall}, {@code andel} (of {@code av}), {@code tid}
   * (median, with {@code p90}), {@code fordeling} (rows) or {@code tabell} (rows with columns).
   */
  record Svar(String id, String navn, String slag, String enhet, Integer mal, String forklaring, Tall verdi,
      @JsonProperty("for") Tall forrige, Tall av, Tall forAv, Tall p90, Tall forP90, Tall antall, Tall forAntall,
      List<Rad> rader, List<String> kolonner, List<Rad> forRader, List<String> forKolonner) {}

  /** All figures of a pathway. */
  record Side(Navngitt forlop, LocalDate fra, LocalDate til, LocalDate forFra, LocalDate forTil, Navngitt enhet,
      boolean skjermet, List<Svar> maltall) {}

  private static final String TABELL = "maltall";
  private static final int FLEST = 40;
  private static final String UBESVART = "Ikke svart";

  private final Maltallslesning lesning;
  private final Tabeller tabeller;
  private final Betaling betaling;
  private final Navnebok navnebok;
  private final Meg meg;
  private final Tider tider;

  Maltall(Maltallslesning lesning, Tabeller tabeller, Betaling betaling, Navnebok navnebok, Meg meg, Tider tider) {
    this.lesning = lesning;
    this.tabeller = tabeller;
    this.betaling = betaling;
    this.navnebok = navnebok;
    this.meg = meg;
    this.tider = tider;
  }

  /**
   * Counts.
   *
   * @param periode the days, or without an end the last three whole months
   * @param enhet unit, or null for the whole municipality
   * @param aaretFor against the same days a year earlier instead of the days just before
   * @throws Avvist for a period that this user cannot ask for
   */
  Side side(String forlop, Periode periode, String enhet, boolean aaretFor, Lederinnsyn innsyn) {
    if (forlop == null) {
      throw new Avvist("Oppgi «forlop».");
    }
    if (enhet != null) {
      innsyn.utvalg(enhet);
    }
    boolean skjermet = !innsyn.alt() && enhet == null;
    Periode dager = dager(periode, skjermet);
    Periode forrige = forrige(dager, aaretFor);
    Utsnitt naa = new Utsnitt(forlop, dager.fra(), dager.til(), enhet);
    Utsnitt foer = new Utsnitt(forlop, forrige.fra(), forrige.til(), enhet);
    Skjerm skjerm = new Skjerm(skjermet);
    List<Svar> svar = new ArrayList<>(felles(naa, foer, skjerm));
    for (Figur figur : figurer(forlop)) {
      if (figur.slag() != Figur.Slag.BETALING || meg.serBetaling(innsyn)) {
        svar.add(svar(figur, naa, foer, skjerm));
      }
    }
    return new Side(new Navngitt(forlop, navnebok.prosesser().getOrDefault(forlop, forlop)), dager.fra(), dager.til(),
        forrige.fra(), forrige.til(), navnebok.enhet(enhet), skjermet, svar);
  }

  /** The figures that the table names for the pathway, in its order. */
  List<Figur> figurer(String forlop) {
    return Stream.iterate(1, nr -> nr + 1).limit(FLEST)
        .map(nr -> tabeller.slaaOppNyeste(TABELL, Map.of("forlop", forlop, "nr", nr)))
        .takeWhile(rad -> rad.isPresent()).map(rad -> Figur.les(rad.get())).toList();
  }

  private List<Svar> felles(Utsnitt naa, Utsnitt foer, Skjerm skjerm) {
    return List.of(
        antall("lopende", "Saker som løper nå", "saker", "Uavhengig av perioden", skjerm.antall(lesning.lopende(naa)), null),
        antall("startet", "Saker startet", "saker", null, skjerm.antall(lesning.startet(naa)), skjerm.antall(lesning.startet(foer))),
        fordeling("utfall", "Saker avsluttet, etter utfall", "Feilregistrerte saker og meldinger til en løpende sak er ikke med",
            lesning.utfall(naa), lesning.utfall(foer), Map.of(), skjerm),
        andel("frister", "Frister holdt", null, "Av frister som forfalt i perioden", lesning.frister(naa, null),
            lesning.frister(foer, null), skjerm),
        tid("varighet", "Tid fra start til slutt", "Saker som ble avsluttet i perioden", lesning.heleForlopet(naa),
            lesning.heleForlopet(foer), false, skjerm));
  }

  private Svar svar(Figur figur, Utsnitt naa, Utsnitt foer, Skjerm skjerm) {
    return switch (figur.slag()) {
      case ANDEL_FRIST -> andel(figur, lesning.frister(naa, figur.navngitte()), lesning.frister(foer, figur.navngitte()), skjerm);
      case TID, TIMER -> tid(figur.id(), figur.navn(), figur.forklaring(), lesning.tidTil(naa, figur.navngitte()),
          lesning.tidTil(foer, figur.navngitte()), figur.slag() == Figur.Slag.TIMER, skjerm);
      case ANDEL_UTFALL -> andel(figur, blant(lesning.utfall(naa), figur), blant(lesning.utfall(foer), figur), skjerm);
      case ANDEL_SVAR -> andel(figur, blant(lesning.svar(naa, figur.navngitte().get(0)), figur),
          blant(lesning.svar(foer, figur.navngitte().get(0)), figur), skjerm);
      case FORDELING_SVAR -> fordeling(figur.id(), figur.navn(), figur.forklaring(),
          lesning.svar(naa, figur.navngitte().get(0)), lesning.svar(foer, figur.navngitte().get(0)), figur.verdier(), skjerm);
      case BRUDD_VENTET_PA -> fordeling(figur.id(), figur.navn(), figur.forklaring(),
          lesning.bruddVentetPa(naa, figur.navngitte()), lesning.bruddVentetPa(foer, figur.navngitte()), figur.verdier(), skjerm);
      case PER_MANED -> tabell(figur, naa, foer, skjerm);
      case NY_INNEN -> andel(figur, nyInnen(naa, figur), nyInnen(foer, figur), skjerm);
      case VENTER_NAA -> antall(figur.id(), figur.navn(), "personer", figur.forklaring(),
          skjerm.antall(lesning.venter(figur.navngitte())), null);
      case OPPHOLD -> tid(figur.id(), figur.navn(), figur.forklaring(), lesning.opphold(naa, figur.navngitte()),
          lesning.opphold(foer, figur.navngitte()), false, skjerm);
      case BETALING -> antall(figur.id(), figur.navn(), "døgn", figur.forklaring(), betaling(naa), betaling(foer));
    };
  }

  private Andel nyInnen(Utsnitt utsnitt, Figur figur) {
    return lesning.nyInnen(utsnitt, figur.verdier().keySet(), figur.antall() == null ? 30 : figur.antall());
  }

  private static Andel blant(List<Antall> alle, Figur figur) {
    Set<String> teller = figur.verdier().keySet();
    return new Andel(alle.stream().filter(en -> teller.contains(en.verdi())).mapToLong(Antall::antall).sum(),
        alle.stream().mapToLong(Antall::antall).sum());
  }

  /** The payment meter is only for those who see its cases, so it is never screened. */
  private Tall betaling(Utsnitt utsnitt) {
    List<Aarsbelop> aar = betaling.perAar(utsnitt.fra(), utsnitt.til());
    Betalingstavle.Sum sum = Betalingstavle.Sum.av(aar);
    String kroner = sum.kroner() == null ? "" : String.format(Locale.forLanguageTag("nb-NO"), "%,d kr", sum.kroner());
    String uten = sum.aarUtenSats().isEmpty() ? "" : "sats mangler for "
        + String.join(", ", sum.aarUtenSats().stream().map(String::valueOf).toList());
    String tillegg = String.join(", ", Stream.of(kroner, uten).filter(del -> !del.isEmpty()).toList());
    return new Tall(sum.dogn() + " døgn" + (tillegg.isEmpty() || sum.dogn() == 0 ? "" : " (" + tillegg + ")"), (double) sum.dogn());
  }

  private static Svar antall(String id, String navn, String enhet, String forklaring, Tall verdi, Tall forrige) {
    return new Svar(id, navn, "antall", enhet, null, forklaring, verdi, forrige, null, null, null, null, null, null, null, null,
        null, null);
  }

  private static Svar andel(Figur figur, Andel naa, Andel foer, Skjerm skjerm) {
    return andel(figur.id(), figur.navn(), figur.mal(), figur.forklaring(), naa, foer, skjerm);
  }

  private static Svar andel(String id, String navn, Integer mal, String forklaring, Andel naa, Andel foer, Skjerm skjerm) {
    return new Svar(id, navn, "andel", "%", mal, forklaring, skjerm.andel(naa.treff(), naa.av()),
        skjerm.andel(foer.treff(), foer.av()), skjerm.antall(naa.av()), skjerm.antall(foer.av()), null, null, null, null, null,
        null, null, null);
  }

  private static Svar tid(String id, String navn, String forklaring, Fordeling naa, Fordeling foer, boolean timer, Skjerm skjerm) {
    return new Svar(id, navn, "tid", timer ? "timer" : "døgn", null, forklaring,
        skjerm.tid(naa.median(), naa.antall(), timer), skjerm.tid(foer.median(), foer.antall(), timer), null, null,
        skjerm.tid(naa.p90(), naa.antall(), timer), skjerm.tid(foer.p90(), foer.antall(), timer), skjerm.antall(naa.antall()),
        skjerm.antall(foer.antall()), null, null, null, null);
  }

  private static Svar fordeling(String id, String navn, String forklaring, List<Antall> naa, List<Antall> foer,
      Map<String, String> navnene, Skjerm skjerm) {
    Map<String, Long> etterNavn = perVerdi(naa, Antall::verdi, Antall::antall);
    Map<String, Long> foerEtterNavn = perVerdi(foer, Antall::verdi, Antall::antall);
    Set<String> verdier = rekkefolge(navnene, etterNavn.keySet(), foerEtterNavn.keySet());
    List<Rad> rader = verdier.stream().map(verdi -> new Rad(navn(navnene, verdi),
        skjerm.antall(etterNavn.getOrDefault(verdi, 0L)), skjerm.antall(foerEtterNavn.getOrDefault(verdi, 0L)), null)).toList();
    return new Svar(id, navn, "fordeling", "saker", null, forklaring, skjerm.antall(sum(etterNavn)),
        skjerm.antall(sum(foerEtterNavn)), null, null, null, null, null, null, rader, null, null, null);
  }

  private Svar tabell(Figur figur, Utsnitt naa, Utsnitt foer, Skjerm skjerm) {
    List<Manedsantall> antall = perManed(figur, naa);
    List<Manedsantall> foerAntall = perManed(figur, foer);
    return new Svar(figur.id(), figur.navn(), "tabell", null, null, figur.forklaring(),
        skjerm.antall(antall.stream().mapToLong(Manedsantall::antall).sum()),
        skjerm.antall(foerAntall.stream().mapToLong(Manedsantall::antall).sum()), null, null, null, null, null, null,
        rader(figur, naa, antall, skjerm), kolonner(naa), rader(figur, foer, foerAntall, skjerm), kolonner(foer));
  }

  /** {@code bydel} counts by district; {@code bydel, utfall=dod} only those whose answer to the second is that. */
  private List<Manedsantall> perManed(Figur figur, Utsnitt utsnitt) {
    List<String> deler = figur.navngitte();
    String[] bare = deler.size() > 1 ? deler.get(1).split("=", 2) : new String[] {null, null};
    return lesning.perManed(utsnitt, deler.get(0), bare[0], bare[1], figur.hendelse());
  }

  private static List<Rad> rader(Figur figur, Utsnitt utsnitt, List<Manedsantall> antall, Skjerm skjerm) {
    Map<String, Map<YearMonth, Long>> perVerdi = new LinkedHashMap<>();
    antall.forEach(en -> perVerdi.computeIfAbsent(en.verdi() == null ? "" : en.verdi(), ny -> new LinkedHashMap<>())
        .merge(YearMonth.of(en.aar(), en.maned()), en.antall(), Long::sum));
    List<Rad> rader = new ArrayList<>();
    for (String verdi : rekkefolge(figur.verdier(), perVerdi.keySet(), Set.of())) {
      Map<YearMonth, Long> maneder = perVerdi.getOrDefault(verdi, Map.of());
      rader.add(new Rad(navn(figur.verdier(), verdi), null, null,
          maneder(utsnitt).stream().map(maned -> skjerm.antall(maneder.getOrDefault(maned, 0L))).toList()));
    }
    return rader;
  }

  private static List<YearMonth> maneder(Utsnitt utsnitt) {
    YearMonth forst = YearMonth.from(utsnitt.fra());
    return Stream.iterate(forst, maned -> maned.plusMonths(1))
        .limit(ChronoUnit.MONTHS.between(forst, YearMonth.from(utsnitt.til())) + 1).toList();
  }

  private static List<String> kolonner(Utsnitt utsnitt) {
    var skrift = java.time.format.DateTimeFormatter.ofPattern("MMM yyyy", Locale.forLanguageTag("nb-NO"));
    return maneder(utsnitt).stream().map(skrift::format).toList();
  }

  /** The table's own order first, then what else was answered. */
  private static Set<String> rekkefolge(Map<String, String> navnene, Set<String> noen, Set<String> andre) {
    Set<String> alle = new java.util.LinkedHashSet<>(navnene.keySet());
    alle.addAll(noen);
    alle.addAll(new TreeSet<>(andre));
    return alle;
  }

  private static String navn(Map<String, String> navnene, String verdi) {
    return verdi.isEmpty() ? UBESVART : navnene.getOrDefault(verdi, verdi);
  }

  private static Map<String, Long> perVerdi(List<Antall> alle, Function<Antall, String> verdi, Function<Antall, Long> antall) {
    Map<String, Long> per = new LinkedHashMap<>();
    alle.forEach(en -> per.merge(verdi.apply(en) == null ? "" : verdi.apply(en), antall.apply(en), Long::sum));
    return per;
  }

  private static long sum(Map<String, Long> antall) {
    return antall.values().stream().mapToLong(Long::longValue).sum();
  }

  private Periode dager(Periode periode, boolean skjermet) {
    if (periode.fra() == null && periode.til() == null) {
      YearMonth denne = YearMonth.from(tider.iDag());
      return new Periode(denne.minusMonths(3).atDay(1), denne.minusMonths(1).atEndOfMonth());
    }
    if (periode.fra() == null || periode.til() == null) {
      throw new Avvist("Oppgi både «fra» og «til», eller ingen av dem.");
    }
    if (ChronoUnit.DAYS.between(periode.fra(), periode.til()) > 3 * 366) {
      throw new Avvist("Perioden kan være høyst tre år.");
    }
    if (skjermet && !heleManeder(periode)) {
      throw new Avvist("For hele kommunen må perioden være hele måneder: fra den første til den siste i en måned.");
    }
    return periode;
  }

  private static boolean heleManeder(Periode periode) {
    return periode.fra().getDayOfMonth() == 1 && periode.til().equals(YearMonth.from(periode.til()).atEndOfMonth());
  }

  /** As long, and just before; whole months against whole months. */
  private static Periode forrige(Periode dager, boolean aaretFor) {
    if (aaretFor) {
      return new Periode(dager.fra().minusYears(1), heleManeder(dager)
          ? YearMonth.from(dager.til()).minusYears(1).atEndOfMonth() : dager.til().minusYears(1));
    }
    if (heleManeder(dager)) {
      YearMonth forst = YearMonth.from(dager.fra());
      long antall = ChronoUnit.MONTHS.between(forst, YearMonth.from(dager.til())) + 1;
      return new Periode(forst.minusMonths(antall).atDay(1), forst.minusMonths(1).atEndOfMonth());
    }
    long antall = ChronoUnit.DAYS.between(dager.fra(), dager.til()) + 1;
    return new Periode(dager.fra().minusDays(antall), dager.fra().minusDays(1));
  }
}
