package no.forlop.tilgang;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forlop.Avvist;
import no.forlop.motor.Uinnskrenket;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What models may ask about users: {@code ${tilgang.ansatte('mosenter')}} and {@code ${tilgang.annenEnn(task, bruker)}}. */
@Component("tilgang")
public class Tilgang {

  private final IdentityService identitet;
  private final ProcessEngine motor;
  private final Enheter enheter;

  Tilgang(@Lazy IdentityService identitet, @Lazy ProcessEngine motor, Enheter enheter) {
    this.identitet = identitet;
    this.motor = motor;
    this.enheter = enheter;
  }

  /** The workers of a group as choices of a form: value = user id, label = name. */
  public List<Map<String, String>> ansatte(String gruppe) {
    return identitet.createUserQuery().memberOfGroup(gruppe).orderByUserId().asc().unlimitedList().stream()
        .map(bruker -> Map.of("value", bruker.getId(), "label", navn(bruker))).toList();
  }

  /** Refuses to complete a task that must be done by somebody else than the given user. */
  public void annenEnn(DelegateTask oppgave, String bruker) {
    String naa = Context.getCommandContext().getAuthenticatedUserId();
    if (bruker != null && bruker.equals(naa)) {
      throw new Avvist("Oppgaven «" + oppgave.getName()
          + "» må gjøres av en annen. Be en kollega om å fullføre den.");
    }
  }

  /** Names of these users by id; one who has left or has no name goes by the id. */
  public Map<String, String> navn(Collection<String> brukere) {
    Map<String, String> navn = new HashMap<>();
    brukere.forEach(bruker -> navn.put(bruker, bruker));
    if (!navn.isEmpty()) {
      Uinnskrenket.utfor(motor, () -> identitet.createUserQuery().userIdIn(navn.keySet().toArray(String[]::new))
          .unlimitedList()).forEach(bruker -> navn.put(bruker.getId(), navn(bruker)));
    }
    return navn;
  }

  /** The name of a user, for a form that says who has reported something; null for null. */
  public String fulltNavn(String bruker) {
    return bruker == null ? null : navn(List.of(bruker)).get(bruker);
  }

  /** Names of these units by id. */
  public Map<String, String> enhetsnavn(Collection<String> grupper) {
    Map<String, String> navn = new HashMap<>();
    grupper.forEach(gruppe -> navn.put(gruppe, gruppe));
    if (!navn.isEmpty()) {
      Uinnskrenket.utfor(motor, () -> identitet.createGroupQuery().groupIdIn(navn.keySet().toArray(String[]::new))
          .unlimitedList()).forEach(gruppe -> navn.put(gruppe.getId(), gruppe.getName()));
    }
    return navn;
  }

  /** The unit that a group belongs to: itself, or the unit of its leaders or barneansvarlige; null for null. */
  public static String enhet(String gruppe) {
    return gruppe == null ? null : gruppe.replaceFirst("(" + Enheter.LEDER + "|" + Enheter.BARNEANSVARLIG + ")$", "");
  }

  /** The group of the unit's leaders. */
  public static String ledergruppe(String enhet) {
    return enhet + Enheter.LEDER;
  }

  /** The units that this user leads, by the groups that he is in. */
  public static Set<String> leder(Collection<String> grupper) {
    return grupper.stream().filter(gruppe -> gruppe.endsWith(Enheter.LEDER)).map(Tilgang::enhet)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether these groups give sight of every unit's work: management and administrators. */
  public static boolean serAlt(Collection<String> grupper) {
    return grupper.contains(Enheter.LEDELSE) || grupper.contains(Groups.CAMUNDA_ADMIN);
  }

  /** The units by id with their names, in the order of the configuration. */
  public Map<String, String> enheter() {
    Map<String, String> navn = new LinkedHashMap<>();
    enheter.enheter().forEach(enhet -> navn.put(enhet.id(), enhet.navn()));
    return navn;
  }

  private static String navn(User bruker) {
    String navn = Stream.of(bruker.getFirstName(), bruker.getLastName()).filter(del -> del != null && !del.isBlank())
        .reduce((forst, sist) -> forst + " " + sist).orElse("");
    return navn.isBlank() ? bruker.getId() : navn;
  }
}
