package no.forlop.sak;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A case and those around it: cases that it is linked to, and the same person's other running cases. Only what the user may
 * open ({@link Sakstilgang}), and apart from these the person's running cases that the user may not, which nobody is told of.
 */
@Component
public class Nabosaker {

  /**
   * @param egen the case itself, running
   * @param lenkede cases that it started, was started from or otherwise belongs together with, ended ones too
   * @param andre the person's other running cases
   * @param lenker links between the cases named here
   * @param stengte the person's other running cases that the user may not open; never to be shown as cases
   */
  public record Nabolag(TilgjengeligSak egen, List<TilgjengeligSak> lenkede, List<TilgjengeligSak> andre,
      List<Sakslenke> lenker, List<StengtSak> stengte) {

    /** All that the user may open, this one in front. */
    public List<TilgjengeligSak> alle() {
      return Stream.of(List.of(egen), lenkede, andre).flatMap(List::stream).toList();
    }

    /** Every running case of the same person, this one in front. */
    public List<TilgjengeligSak> personensSaker() {
      return alle().stream().filter(TilgjengeligSak::paagar).filter(sak -> sak == egen || sammePerson(sak)).toList();
    }

    /** Whether the case is about the same person as this one; a case without a person is nobody's. */
    public boolean sammePerson(TilgjengeligSak sak) {
      return Nabosaker.sammePerson(egen.sak(), sak.sak());
    }
  }

  private final Saksregister register;
  private final Sakstilgang tilgang;

  Nabosaker(Saksregister register, Sakstilgang tilgang) {
    this.register = register;
    this.tilgang = tilgang;
  }

  /**
   * The case of this task and those around it.
   *
   * @throws IngenSlikSak when the user sees no such task, or it belongs to no case
   */
  public Nabolag forOppgave(String oppgave) {
    return forSak(tilgang.saksnummerForOppgave(oppgave));
  }

  /**
   * The case and those around it.
   *
   * @throws IngenSlikSak when there is no such running case, or the user may not open it
   */
  public Nabolag forSak(String saksnummer) {
    Saksopplysning egen = register.finn(saksnummer).orElseThrow(IngenSlikSak::sak);
    Set<String> lenkede = andreEnder(saksnummer, register.lenker(List.of(saksnummer)));
    Map<String, Saksopplysning> saker = new LinkedHashMap<>(Map.of(saksnummer, egen));
    register.finn(lenkede).forEach(sak -> saker.put(sak.saksnummer(), sak));
    if (egen.pasientId() != null) {
      register.apneFor(egen.pasientId()).forEach(sak -> saker.putIfAbsent(sak.saksnummer(), sak));
    }
    List<Sakslenke> alleLenker = register.lenker(saker.keySet());
    register.finn(opphav(alleLenker, saker.keySet())).forEach(sak -> saker.put(sak.saksnummer(), sak));

    Map<String, TilgjengeligSak> apne = new LinkedHashMap<>();
    Sakstilgang.Delt delt = tilgang.delt(saker.values());
    delt.apne().forEach(sak -> apne.put(sak.sak().saksnummer(), sak));
    TilgjengeligSak denne = apne.get(saksnummer);
    if (denne == null || !denne.paagar()) {
      throw IngenSlikSak.sak();
    }
    List<TilgjengeligSak> naboer = velg(apne.values(), sak -> lenkede.contains(nummer(sak)));
    List<TilgjengeligSak> andre = velg(apne.values(), sak -> sak != denne && sak.paagar() && !naboer.contains(sak)
        && sammePerson(egen, sak.sak()));
    return new Nabolag(denne, naboer, andre,
        alleLenker.stream().filter(en -> apne.containsKey(en.fra()) && apne.containsKey(en.til())).toList(),
        delt.stengte().stream().filter(sak -> sak.sak().avsluttet() == null && sammePerson(egen, sak.sak())).toList());
  }

  private static boolean sammePerson(Saksopplysning en, Saksopplysning annen) {
    return en.pasientId() != null && en.pasientId().equals(annen.pasientId());
  }

  private static List<TilgjengeligSak> velg(Collection<TilgjengeligSak> saker, Predicate<TilgjengeligSak> hvilke) {
    return saker.stream().filter(hvilke).toList();
  }

  private static String nummer(TilgjengeligSak sak) {
    return sak.sak().saksnummer();
  }

  private static Set<String> andreEnder(String saksnummer, List<Sakslenke> lenker) {
    Set<String> andre = new LinkedHashSet<>();
    lenker.forEach(lenke -> andre.add(lenke.annen(saksnummer)));
    return andre;
  }

  /** Cases that others were started from and that are not among these already. */
  private static Set<String> opphav(List<Sakslenke> lenker, Set<String> kjente) {
    Set<String> opphav = new LinkedHashSet<>();
    lenker.stream().filter(Sakslenke::startet).filter(en -> kjente.contains(en.til()) && !kjente.contains(en.fra()))
        .forEach(en -> opphav.add(en.fra()));
    return opphav;
  }
}
