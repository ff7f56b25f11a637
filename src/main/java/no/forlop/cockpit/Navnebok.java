package no.forlop.cockpit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forlop.tilgang.Tilgang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call units, users and processes. */
@Component
class Navnebok {

  private final JdbcClient jdbc;
  private final Tilgang tilgang;

  Navnebok(JdbcClient jdbc, Tilgang tilgang) {
    this.jdbc = jdbc;
    this.tilgang = tilgang;
  }

  /** The unit; one that is no longer configured is called by its id. */
  Navngitt enhet(String id) {
    return id == null ? null : new Navngitt(id, tilgang.enheter().getOrDefault(id, id));
  }

  List<Navngitt> enheter(Collection<String> ider) {
    return tilgang.enheter().entrySet().stream().filter(enhet -> ider.contains(enhet.getKey()))
        .map(enhet -> new Navngitt(enhet.getKey(), enhet.getValue())).toList();
  }

  /** Names of these users by id; one who has left is called by his id. */
  Map<String, Navngitt> brukere(Collection<String> ider) {
    Set<String> kjente = ider.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    return tilgang.navn(kjente).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, bruker -> new Navngitt(bruker.getKey(), bruker.getValue())));
  }

  /** Names of processes by key, of the newest version. */
  Map<String, String> prosesser() {
    Map<String, String> navn = new TreeMap<>();
    jdbc.sql("select KEY_, NAME_ from ACT_RE_PROCDEF order by VERSION_")
        .query((rs, nr) -> new Navngitt(rs.getString(1), rs.getString(2)))
        .list().forEach(prosess -> navn.put(prosess.id(), prosess.navn() == null ? prosess.id() : prosess.navn()));
    return navn;
  }
}
