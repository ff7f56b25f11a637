package no.forlop.forlop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.forlop.Apptest;
import no.forlop.Forlop;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Base of the stories of a pathway: the real engine, forms, decisions, deadlines and rights, and a clock that only the
 * story moves. A class {@code MoinntakTest} tells the stories of folder {@code moinntak}; after its last story it asserts
 * that every flow node and every decision rule of that folder was visited (when all its stories ran and passed).
 *
 * <pre>{@code
 * Sakshistorie sak = start("moinntak", "mosenter", svar("pasientNavn", "Kari Nordmann", "onskerEndring", true));
 * sak.venterPaa("mottak").frist("mottak", kl(2026, 3, 2, 16, 0));
 * sak.fullfor("mottak", svar("akuttFare", false));      // as the first candidate group's worker, through the real form
 * sak.fullforSom("leistad2", "bekreftDod", svar(...));  // as a named user
 * sak.gaaFram(5, DAYS);                                 // runs timers, deadline warnings and mails on the way
 * sak.hendelse("dod");                                  // an event reported from outside the flow
 * sak.lenket("barn").venterPaa("kartleggBarna");        // a linked case
 * sak.avsluttet("planGjennomfort").passerte("mottak", "plan").passerteIkke("tapt");
 * }</pre>
 *
 * Each story starts Monday 2 March 2026 at 09:00 in Oslo.
 */
@Apptest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(ForlopTest.Telling.class)
public abstract class ForlopTest {

  protected static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  static {
    Forlop.norskTid();
  }

  @Autowired
  private ApplicationContext kontekst;

  @Autowired
  private ProcessEngine motor;

  private final Set<String> rotinstanser = new TreeSet<>();
  private int bestatt;

  @BeforeAll
  void ingenRegelErBrukt() {
    Fristregler.glem();
  }

  @BeforeEach
  void mandagMorgen() {
    ClockUtil.setCurrentTime(Date.from(kl(2026, 3, 2, 9, 0)));
  }

  @AfterEach
  void nullstill() {
    motor.getIdentityService().clearAuthentication();
    // What a story leaves running must not run on in the next one; history and coverage stay.
    motor.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
        .forEach(rest -> motor.getRuntimeService().deleteProcessInstance(rest.getId(), "Story over"));
    motor.getManagementService().createBatchQuery().list()
        .forEach(rest -> motor.getManagementService().deleteBatch(rest.getId(), true));
    ClockUtil.reset();
  }

  @AfterAll
  void altErBesokt() {
    long fortellinger = Arrays.stream(getClass().getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Test.class)).count();
    if (bestatt < fortellinger) {
      System.out.printf("%s: %d of %d stories passed, so coverage is not asserted.%n", getClass().getSimpleName(),
          bestatt, fortellinger);
      return;
    }
    Dekning dekning = new Dekning(kontekst, slug(), rotinstanser);
    assertThat(dekning.ubesokte()).as("Flow nodes and rules of " + slug() + " that no story visits").isEmpty();
  }

  /** The folder whose stories these are: class name without Test, lower case first letter. */
  protected String slug() {
    String navn = getClass().getSimpleName().replaceFirst("Test$", "");
    return navn.substring(0, 1).toLowerCase(Locale.ROOT) + navn.substring(1);
  }

  /** Starts a pathway with its start form, as this user. */
  protected Sakshistorie start(String forlop, String bruker, Map<String, Object> svar) {
    Sakshistorie sak = Sakshistorie.start(kontekst, forlop, bruker, svar);
    rotinstanser.add(sak.rot());
    return sak;
  }

  /** Starts a process from inside, as {@code sak.start} and call activities do: no start form, these variables. */
  protected Sakshistorie startInnenfra(String prosess, Map<String, Object> variabler) {
    Sakshistorie sak = Sakshistorie.startInnenfra(kontekst, prosess, variabler);
    rotinstanser.add(sak.rot());
    return sak;
  }

  /** Counts a linked case of this pathway's own folder towards the coverage. */
  protected Sakshistorie folg(Sakshistorie sak) {
    rotinstanser.add(sak.rot());
    return sak;
  }

  /** Names and values in turn. */
  protected static Map<String, Object> svar(Object... navnOgVerdi) {
    Map<String, Object> svar = new HashMap<>();
    for (int i = 0; i < navnOgVerdi.length; i += 2) {
      svar.put((String) navnOgVerdi[i], navnOgVerdi[i + 1]);
    }
    return svar;
  }

  /** These answers and more; later ones win. */
  protected static Map<String, Object> og(Map<String, Object> svar, Object... navnOgVerdi) {
    Map<String, Object> alle = new HashMap<>(svar);
    alle.putAll(svar(navnOgVerdi));
    return alle;
  }

  /** A point in time, Oslo. */
  protected static Instant kl(int aar, int maaned, int dag, int time, int minutt) {
    return LocalDateTime.of(LocalDate.of(aar, maaned, dag), LocalTime.of(time, minutt)).atZone(OSLO).toInstant();
  }

  /** Counts the stories that passed. */
  static class Telling implements TestWatcher {

    @Override
    public void testSuccessful(ExtensionContext fortelling) {
      fortelling.getTestInstance().ifPresent(test -> ((ForlopTest) test).bestatt++);
    }
  }
}
