package no.forlop.frist;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.forlop.motor.Sakskontekst;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table and its claims on PostgreSQL, whose types and locks differ from H2's. */
class FristlagerPostgresTest {

  private static final Instant NAA = Instant.parse("2026-03-29T00:30:00.123Z");
  private static final Sakskontekst SAK = new Sakskontekst("PRV-1", "Prøve", "prove", "rot", "rot", "rot", "prove", "d", "vurder", "prove", List.of("PRV-1"));

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static Fristlager lager;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    lager = new Fristlager(jdbc);
  }

  @AfterAll
  static void stopp() throws IOException {
    postgres.close();
  }

  @Test
  void theWholeLifeOfADeadline() throws Exception {
    Fristregel regel = new Fristregel("r", "", Varighet.les("1 uke"), null, Rulling.FRAM, null, "v", "b", "vakt", "k");
    lager.lagre(new NyFrist(Fristtype.OPPGAVE, SAK, "rot", "vurder", "Vurder", "hvk", "t1", NAA, NAA, NAA, null, true, regel));
    lager.lagre(new NyFrist(Fristtype.MILEPAEL, SAK, "rot", "hjelp", "hjelp", null, null, NAA, null, null, null, false, null));

    Fristrad rad = lager.oppgave("t1").orElseThrow();
    assertThat(rad)
        .isEqualTo(
            new Fristrad(rad.id(), Fristtype.OPPGAVE, "PRV-1", "Prøve", "vurder", "Vurder", "hvk", "t1", NAA, NAA, "v", "b", "vakt", null));
    assertThat(lager.aaVarsle(NAA, 10)).containsExactly(rad);
    assertThat(lager.aaBryte(NAA, 10)).isEmpty();

    assertThat(lager.apneOppgaver(List.of("PRV-1", "PRV-2")))
        .containsExactly(new ApenOppgave("PRV-1", "t1", "Vurder", "hvk", NAA, false, true));
    assertThat(lager.erKontakt("t1")).isTrue();
    assertThat(lager.erKontakt("t2")).isFalse();

    assertThat(lager.lopende("PRV-1")).hasSize(2).allSatisfy(en -> lager.hold(en.id(), NAA));
    assertThat(lager.taBrudd(rad.id(), NAA.plusSeconds(3600))).as("paused in time").isFalse();
    assertThat(lager.aaBryte(NAA.plusSeconds(3600), 10)).isEmpty();
    assertThat(lager.aaVarsle(NAA, 10)).isEmpty();
    assertThat(lager.holdte("PRV-1")).hasSize(2);
    lager.flytt(rad.id(), NAA.plusSeconds(60), NAA);
    lager.endre(rad.id(), null, NAA, null, true);
    assertThat(lager.varsleTid(rad.id())).isEmpty();
    lager.endre(rad.id(), "hvk", NAA, NAA, false);

    assertThat(samtidig(() -> lager.taVarsel(rad.id(), NAA))).containsOnlyOnce(true);
    assertThat(samtidig(() -> lager.taBrudd(rad.id(), NAA.plusMillis(1)))).containsOnlyOnce(true);
    lager.naadd(rad.id(), NAA);
    assertThat(lager.oppgave("t1")).isEmpty();
    assertThat(lager.milepaelstid("rot", "hjelp")).contains(NAA);
    lager.avlysMilepaeler("rot", NAA);
    assertThat(lager.apenMilepael("rot", "hjelp")).isEmpty();
    lager.avlysOppgave("t1", NAA);
    assertThat(jdbc.sql("select count(*) from frist where apen").query(Long.class).single()).isZero();
  }

  @Test
  void aPauseIsKeptUntilItEnds() {
    Pauselager pauser = new Pauselager(jdbc);
    pauser.lagre("rot", "p1", "p1", NAA);
    pauser.lagre("rot", "p2", null, NAA);
    assertThat(pauser.iSak("rot")).extracting(Pause::unntatt).containsExactly("p1", null);
    assertThat(pauser.iSak("rot")).extracting(Pause::fra).containsOnly(NAA);
    assertThat(pauser.blant(List.of("rot", "annen"))).containsExactly("rot");
    pauser.avProsess("p1").forEach(pause -> pauser.slett(pause.id()));
    assertThat(pauser.laas("rot")).extracting(Pause::prosessinstans).containsExactly("p2");
    pauser.slett(pauser.iSak("rot").get(0).id());
    assertThat(pauser.iSak("rot")).isEmpty();
  }

  private static List<Boolean> samtidig(Callable<Boolean> krav) throws Exception {
    CyclicBarrier sammen = new CyclicBarrier(8);
    ExecutorService noder = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> samlet = () -> {
        sammen.await();
        return krav.call();
      };
      return noder.invokeAll(IntStream.range(0, 8).mapToObj(i -> samlet).toList()).stream().map(svar -> {
        try {
          return svar.get();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }).toList();
    } finally {
      noder.shutdown();
    }
  }
}
