package no.forlop.cockpit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forlop.Avvist;
import no.forlop.motor.Uinnskrenket;
import no.forlop.tilgang.Tilgang;
import no.forlop.varsel.Dagsinnhold;
import no.forlop.varsel.Varsel;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily mail to leaders: what is broken and what is due today in the unit, once a day from an hour of the morning
 * ({@code forlop.dagligepost.fra}, 07:00), to each who has not said no. Nothing broken and nothing due is no mail. Any number of nodes may run it at the same time.
 */
@Component
public class DagligEpost {

  private static final Logger LOGG = LoggerFactory.getLogger(DagligEpost.class);
  private static final int FLEST_NUMRE = 25;

  private final JdbcClient jdbc;
  private final Tider tider;
  private final Tilgang tilgang;
  private final Varsel varsel;
  private final ProcessEngine motor;
  private final IdentityService identitet;
  private final Fristlesning frister;
  private final LocalTime fra;
  private final TransactionTemplate transaksjon;

  DagligEpost(JdbcClient jdbc, Tider tider, Tilgang tilgang, Varsel varsel, @Lazy ProcessEngine motor,
      @Lazy IdentityService identitet, Fristlesning frister, PlatformTransactionManager transaksjoner,
      @Value("${forlop.dagligepost.fra:07:00}") String fra) {
    this.jdbc = jdbc;
    this.tider = tider;
    this.tilgang = tilgang;
    this.varsel = varsel;
    this.motor = motor;
    this.identitet = identitet;
    this.frister = frister;
    this.fra = LocalTime.parse(fra);
    this.transaksjon = new TransactionTemplate(transaksjoner);
  }

  /** Sends what is to be sent today and is not sent yet; nothing before that hour. */
  public void kjor() {
    if (tider.lokal(tider.naa()).toLocalTime().isBefore(fra)) {
      return;
    }
    tilgang.enheter().forEach((enhet, navn) -> {
      for (User leder : Uinnskrenket.utfor(motor, () -> identitet.createUserQuery().memberOfGroup(Tilgang.ledergruppe(enhet))
          .orderByUserId().asc().unlimitedList())) {
        try {
          send(leder.getId(), enhet, navn);
        } catch (RuntimeException e) {
          LOGG.error("Den daglige e-posten om {} kunne ikke lages og prøves igjen: {}", enhet, e.toString());
        }
      }
    });
  }

  /** Whether the user gets the daily mail; null for one who leads no unit. */
  Boolean paa(Lederinnsyn innsyn) {
    return Tilgang.leder(innsyn.grupper()).isEmpty() ? null : !av(innsyn.bruker());
  }

  /**
   * Turns it on or off.
   *
   * @throws Avvist for one who leads no unit, or says neither
   */
  void still(Lederinnsyn innsyn, Boolean paa) {
    if (paa(innsyn) == null) {
      throw new Avvist("Den daglige e-posten er for ledere av enheter.");
    }
    if (paa == null) {
      throw new Avvist("Feltet «pa» må være true eller false.");
    }
    transaksjon.executeWithoutResult(status -> {
      if (jdbc.sql("update daglig_epost_valg set av = ? where bruker = ?").params(!paa, innsyn.bruker()).update() == 0) {
        jdbc.sql("insert into daglig_epost_valg (bruker, av) values (?, ?)").params(innsyn.bruker(), !paa).update();
      }
    });
  }

  private boolean av(String bruker) {
    return jdbc.sql("select av from daglig_epost_valg where bruker = ?").param(bruker).query(Boolean.class).optional().orElse(false);
  }

  private void send(String leder, String enhet, String navn) {
    LocalDate iDag = tider.iDag();
    if (av(leder) || sendt(leder, enhet, iDag)) {
      return;
    }
    try {
      transaksjon.executeWithoutResult(status -> {
        // The row is the claim: of two nodes one makes it.
        jdbc.sql("insert into daglig_epost (bruker, enhet, dag) values (?, ?, ?)").params(leder, enhet, iDag).update();
        Dagsinnhold innhold = innhold(enhet, navn);
        if (innhold.brutt() + innhold.idag() > 0) {
          varsel.leggTil("dagligOversikt", Tilgang.ledergruppe(enhet), leder, innhold);
        }
      });
    } catch (DuplicateKeyException annenVarForst) {
      LOGG.debug("The daily mail about {} was made by another node", enhet);
    }
  }

  private boolean sendt(String leder, String enhet, LocalDate dag) {
    return jdbc.sql("select count(*) from daglig_epost where bruker = ? and enhet = ? and dag = ?").params(leder, enhet, dag)
        .query(Integer.class).single() > 0;
  }

  private Dagsinnhold innhold(String enhet, String navn) {
    Fristantall antall = frister.sammendrag(Set.of(enhet), null).totalt();
    return new Dagsinnhold(navn, antall.brutt(), antall.idag(), numre(enhet, Tilstand.BRUTT), numre(enhet, Tilstand.IDAG));
  }

  private String numre(String enhet, Tilstand tilstand) {
    Fristfilter filter = new Fristfilter(List.of(tilstand), Set.of(enhet), null, null, Periode.av(null, null), null, null);
    Fristlesning.Side<Fristlinje> side = frister.liste(filter, FLEST_NUMRE, null);
    String numre = side.rader().stream().map(Fristlinje::saksnummer).filter(en -> en != null).distinct()
        .collect(Collectors.joining(", "));
    return numre.isEmpty() ? "–" : side.neste() == null ? numre : numre + " …";
  }
}
