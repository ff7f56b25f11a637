package no.forlop.sak;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Case numbers such as {@code OVD-2026-00042}: counted per prefix and year, in the caller's transaction. */
@Component
class Saksnummer {

  private final JdbcClient jdbc;
  private final Clock klokke;
  private final TransactionTemplate egenTransaksjon;

  Saksnummer(JdbcClient jdbc, Clock klokke, PlatformTransactionManager transaksjoner) {
    this.jdbc = jdbc;
    this.klokke = klokke;
    this.egenTransaksjon = new TransactionTemplate(transaksjoner);
    this.egenTransaksjon.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The next number; the counter's row is locked until the caller's transaction ends, so none is given twice. */
  String neste(String prefiks) {
    int aar = LocalDate.now(klokke).getYear();
    if (tellOpp(prefiks, aar) == 0) {
      nyTeller(prefiks, aar);
      tellOpp(prefiks, aar);
    }
    int nummer = jdbc.sql("SELECT siste FROM sak_teller WHERE prefiks = :prefiks AND aar = :aar")
        .param("prefiks", prefiks).param("aar", aar).query(Integer.class).single();
    return String.format(Locale.ROOT, "%s-%d-%05d", prefiks, aar, nummer);
  }

  private int tellOpp(String prefiks, int aar) {
    return jdbc.sql("UPDATE sak_teller SET siste = siste + 1 WHERE prefiks = :prefiks AND aar = :aar")
        .param("prefiks", prefiks).param("aar", aar).update();
  }

  /** The first case of a year; in a transaction of its own, so that two first cases at once do not spoil each other. */
  private void nyTeller(String prefiks, int aar) {
    try {
      egenTransaksjon.executeWithoutResult(status -> jdbc
          .sql("INSERT INTO sak_teller (prefiks, aar, siste) VALUES (:prefiks, :aar, 0)")
          .param("prefiks", prefiks).param("aar", aar).update());
    } catch (DuplicateKeyException annenVarForst) {
      // The counter is there, which is all that is needed.
    }
  }
}
