package no.forlop.oversikt;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.forlop.sak.Nabosaker.Nabolag;
import no.forlop.sak.Sakslenke;
import no.forlop.sak.TilgjengeligSak;
import org.camunda.bpm.engine.task.Task;

/**
 * What was read of all the cases at once, as each card needs it.
 *
 * @param forlop names of pathways by process definition
 * @param ansvarlige variable to user id, by process instance of the case
 * @param tatt user id by task, of the open contacts
 * @param enheter units with open tasks by case number
 * @param pauset process instances of cases that stand still
 */
record Opplysninger(Nabolag nabolag, Map<String, String> forlop, Map<String, Map<String, String>> ansvarlige,
    Map<String, String> tatt, Map<String, String> brukernavn, Map<String, String> enhetsnavn,
    Map<String, TreeSet<String>> enheter, Set<String> pauset, ZoneId sone) {

  static final String KOORDINATOR = "koordinator";
  static final String STEDFORTREDER = "stedfortreder";

  String forlopsnavn(TilgjengeligSak sak) {
    return forlop.getOrDefault(sak.definisjon(), sak.sak().forlop());
  }

  String bruker(String id) {
    return id == null ? null : brukernavn.getOrDefault(id, id);
  }

  String enhet(String id) {
    return id == null ? null : enhetsnavn.getOrDefault(id, id);
  }

  Sakskort kort(TilgjengeligSak sak) {
    String nummer = sak.sak().saksnummer();
    Map<String, String> navngitte = ansvarlige.getOrDefault(sak.sak().prosessinstans(), Map.of());
    return new Sakskort(nummer, forlopsnavn(sak), forhold(nummer), annenPerson(sak),
        tid(sak.sak().opprettet()), bruker(sak.sak().opprettetAv()), startetFra(nummer), tilstand(sak),
        tid(sak.sak().avsluttet()), sak.sak().utfallNavn(), bruker(navngitte.get(KOORDINATOR)),
        bruker(navngitte.get(STEDFORTREDER)), enheter(sak), sak.oppgave().map(Task::getId).orElse(null),
        sak.oppgave().map(Task::getName).orElse(null));
  }

  private boolean annenPerson(TilgjengeligSak sak) {
    String person = sak.sak().pasientId();
    String egen = nabolag.egen().sak().pasientId();
    return person != null && egen != null && !person.equals(egen);
  }

  private List<String> enheter(TilgjengeligSak sak) {
    return enheter.getOrDefault(sak.sak().saksnummer(), new TreeSet<>()).stream().map(this::enhet).toList();
  }

  private String forhold(String saksnummer) {
    String egen = nabolag.egen().sak().saksnummer();
    return nabolag.lenker().stream().filter(en -> !saksnummer.equals(egen))
        .filter(en -> en.fra().equals(egen) && en.til().equals(saksnummer)
            || en.fra().equals(saksnummer) && en.til().equals(egen))
        .map(en -> !en.startet() ? "koblet" : en.fra().equals(egen) ? "startetHerfra" : "startetDenne")
        .findFirst().orElse(null);
  }

  private String startetFra(String saksnummer) {
    return nabolag.lenker().stream().filter(en -> en.startet() && en.til().equals(saksnummer)).map(Sakslenke::fra)
        .findFirst().orElse(null);
  }

  private String tilstand(TilgjengeligSak sak) {
    return !sak.paagar() ? "avsluttet" : pauset.contains(sak.sak().prosessinstans()) ? "pause" : "paagar";
  }

  private String tid(LocalDateTime lokal) {
    return lokal == null ? null : Kontakt.tid(lokal.atZone(sone));
  }
}
