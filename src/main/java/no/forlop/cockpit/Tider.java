package no.forlop.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/** Times as the tables hold them: with zone in the application's own, in local time in the register of cases and the engine's. */
@Component
class Tider {

  private final Clock klokke;

  Tider(Clock klokke) {
    this.klokke = klokke;
  }

  Instant naa() {
    return klokke.instant();
  }

  LocalDate iDag() {
    return LocalDate.ofInstant(naa(), sone());
  }

  /** The first moment after today. */
  Instant iMorgen() {
    return begynner(iDag().plusDays(1));
  }

  /** The first moment after this Sunday. */
  Instant nesteUke() {
    return begynner(iDag().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
  }

  Instant begynner(LocalDate dag) {
    return dag.atStartOfDay(sone()).toInstant();
  }

  Instant tid(LocalDateTime lokal) {
    return lokal == null ? null : lokal.atZone(sone()).toInstant();
  }

  LocalDateTime lokal(Instant tid) {
    return LocalDateTime.ofInstant(tid, sone());
  }

  /** A column of the register of cases or of the engine: local time. */
  Instant lokal(ResultSet rs, String kolonne) throws SQLException {
    return tid(rs.getObject(kolonne, LocalDateTime.class));
  }

  /** A column with time zone. */
  static Instant tid(ResultSet rs, String kolonne) throws SQLException {
    OffsetDateTime tid = rs.getObject(kolonne, OffsetDateTime.class);
    return tid == null ? null : tid.toInstant();
  }

  static OffsetDateTime kolonne(Instant tid) {
    return tid == null ? null : tid.atOffset(ZoneOffset.UTC);
  }

  private ZoneId sone() {
    return klokke.getZone();
  }
}
