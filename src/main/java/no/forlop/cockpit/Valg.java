package no.forlop.cockpit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists can be filtered by: the pathways that there are cases of. */
@Repository
class Valg {

  private final JdbcClient jdbc;
  private final Navnebok navnebok;

  Valg(JdbcClient jdbc, Navnebok navnebok) {
    this.jdbc = jdbc;
    this.navnebok = navnebok;
  }

  /** Processes that somebody may start: the root pathways, that deadlines are counted by. */
  List<Navngitt> forlop() {
    return medNavn(startbare());
  }

  /** Processes that are cases: the root pathways, then what has case numbers of its own inside them. */
  List<Navngitt> saksforlop() {
    Set<String> rot = new TreeSet<>(startbare());
    Set<String> alle = new TreeSet<>();
    // Jumps from pathway to pathway in the index, however many cases there are.
    String neste = jdbc.sql("select min(forlop) from sak").query(String.class).list().get(0);
    while (neste != null) {
      alle.add(neste);
      neste = jdbc.sql("select min(forlop) from sak where forlop > ?").param(neste).query(String.class).list().get(0);
    }
    alle.removeAll(rot);
    return Stream.concat(medNavn(rot).stream(), medNavn(alle).stream()).toList();
  }

  private Collection<String> startbare() {
    return jdbc.sql("""
        select distinct d.KEY_ from ACT_RE_PROCDEF d
         where d.STARTABLE_ = true and exists (select 1 from ACT_RU_IDENTITYLINK l where l.PROC_DEF_ID_ = d.ID_ and l.TYPE_ = 'candidate')
        """).query(String.class).list();
  }

  private List<Navngitt> medNavn(Collection<String> nokler) {
    Map<String, String> navn = navnebok.prosesser();
    return nokler.stream().map(nokkel -> new Navngitt(nokkel, navn.getOrDefault(nokkel, nokkel))).sorted().toList();
  }
}
