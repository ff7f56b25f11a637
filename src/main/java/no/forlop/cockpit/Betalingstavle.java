package no.forlop.cockpit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forlop.betaling.Aarsbelop;
import no.forlop.betaling.Betaling;
import no.forlop.betaling.Betalingssak;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payment meter: days that the municipality pays for, per case and in total. */
@Component
class Betalingstavle {

  /** A sum; {@code kroner} leaves out the years without a rate, and is null when no year has one. */
  record Sum(long dogn, Long kroner, List<Integer> aarUtenSats) {

    static Sum av(List<Aarsbelop> aar) {
      List<Integer> uten = aar.stream().filter(en -> en.kroner() == null).map(Aarsbelop::aar).toList();
      return new Sum(aar.stream().mapToLong(Aarsbelop::dogn).sum(), !aar.isEmpty() && uten.size() == aar.size() ? null
          : Long.valueOf(aar.stream().filter(en -> en.kroner() != null).mapToLong(Aarsbelop::kroner).sum()), uten);
    }
  }

  /** One case. */
  record Sak(String saksnummer, String merke, LocalDate fra, LocalDate til, boolean loper, long dogn,
      List<Aarsbelop> dognPerAar, Long kroner, List<Integer> aarUtenSats) {}

  /** All. */
  record Tavle(Sum samlet, List<Aarsbelop> perAar, List<Sak> saker, String neste) {}

  private final Betaling betaling;
  private final JdbcClient jdbc;

  Betalingstavle(Betaling betaling, JdbcClient jdbc) {
    this.betaling = betaling;
    this.jdbc = jdbc;
  }

  Tavle tavle(int antall, Peker etter) {
    List<Aarsbelop> perAar = betaling.perAar();
    List<Betalingssak> saker = betaling.saker(antall + 1, etter == null ? null : sak(etter));
    List<Betalingssak> side = saker.subList(0, Math.min(antall, saker.size()));
    List<String> numre = side.stream().map(Betalingssak::saksnummer).toList();
    Map<String, List<Aarsbelop>> perSak = betaling.perAar(numre);
    Map<String, String> merker = Personmerker.les(jdbc, numre);
    return new Tavle(Sum.av(perAar), perAar, side.stream().map(sak -> {
      List<Aarsbelop> aar = perSak.getOrDefault(sak.saksnummer(), List.of());
      Sum sum = Sum.av(aar);
      return new Sak(sak.saksnummer(), merker.get(sak.saksnummer()), sak.fra(), sak.til(), sak.loper(), sum.dogn(), aar,
          sum.kroner(), sum.aarUtenSats());
    }).toList(), saker.size() > antall ? peker(side.get(antall - 1)) : null);
  }

  private static String peker(Betalingssak siste) {
    return new Peker(siste.fra().atStartOfDay(), (siste.loper() ? "l" : "f") + siste.saksnummer()).tekst();
  }

  private static Betalingssak sak(Peker etter) {
    LocalDate fra = etter.tid().toLocalDate();
    return new Betalingssak(etter.id().isEmpty() ? "" : etter.id().substring(1), fra, etter.id().startsWith("l") ? null : fra);
  }
}
