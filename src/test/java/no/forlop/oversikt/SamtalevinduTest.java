package no.forlop.oversikt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamtalevinduTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  /** Days, not hours; also over the night when clocks change; what is late counts as today. */
  @ParameterizedTest
  @CsvSource({
      "2026-03-05T16:00, 2026-03-08T23:59, true",
      "2026-03-05T16:00, 2026-03-09T00:00, false",
      "2026-03-27T23:59, 2026-03-30T00:01, true",
      "2026-02-01T12:00, 2026-03-07T08:00, true",
      "2026-02-01T12:00, 2026-03-08T08:00, false",
      "2026-02-01T12:00, 2026-02-20T08:00, true",
      "2026-03-20T12:00, 2026-02-20T08:00, false",
      ", 2026-03-07T08:00, true",
      "2026-03-07T08:00, , false"})
  void holdsWhatOneCallCanServe(LocalDateTime en, LocalDateTime annen, boolean samme) {
    assertThat(new Samtalevindu(3, OSLO).rommer(tid(en), tid(annen), tid(LocalDateTime.of(2026, 3, 4, 9, 0))))
        .isEqualTo(samme);
  }

  private static Instant tid(LocalDateTime lokal) {
    return lokal == null ? null : lokal.atZone(OSLO).toInstant();
  }
}
