package no.forlop.forlop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import no.forlop.frist.Fristjobb;
import no.forlop.varsel.Utsending;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work that the running system does every minute, done now. */
final class Motortid {

  private Motortid() {}

  static void kjor(ApplicationContext kontekst) {
    kontekst.getBean(Fristjobb.class).kjor();
    kontekst.getBean(Utsending.class).kjor();
  }

  /** The first moment after now and up to the given one at which a warning or a breach is due, or null. */
  static Instant neste(ApplicationContext kontekst, Instant naa, Instant til) {
    OffsetDateTime neste = kontekst.getBean(JdbcClient.class).sql("""
        SELECT min(tid) AS tid FROM (
          SELECT min(varsle_tid) AS tid FROM frist
           WHERE apen AND pauset_fra IS NULL AND varslet IS NULL AND varsle_tid > :naa
          UNION ALL
          SELECT min(forfall) FROM frist WHERE apen AND pauset_fra IS NULL AND brutt IS NULL AND forfall >= :naa) x
        """).param("naa", naa.atOffset(ZoneOffset.UTC)).query((rs, i) -> rs.getObject("tid", OffsetDateTime.class)).list().get(0);
    // A deadline is broken when its moment has passed.
    Instant funnet = neste == null ? null : neste.toInstant().plusSeconds(1);
    return funnet == null || funnet.isAfter(til) ? null : funnet;
  }
}
