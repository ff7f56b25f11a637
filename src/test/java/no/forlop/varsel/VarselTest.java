package no.forlop.varsel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.forlop.Apptest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails against a real SMTP server, up and down. */
@Apptest
class VarselTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private IdentityService identitet;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Varsellager lager;
  @Autowired
  private Mottakere mottakere;
  @Autowired
  private Varsel varsel;
  @Autowired
  private Clock klokke;

  private final GreenMail epost = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final JavaMailSenderImpl server = new JavaMailSenderImpl();
  private Utsending utsending;

  @BeforeEach
  void start() {
    repository
        .createDeployment()
        .name("varselprove")
        .enableDuplicateFiltering(true)
        .addModelInstance(
            "varselprove.bpmn",
            Bpmn.createExecutableProcess("varselprove")
                .name("Varselprøve")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("send")
                .camundaExpression("${varsel.send(execution, mal, gruppe)}")
                .userTask("vent")
                .serviceTask("feil")
                .camundaExpression("${finnesIkke}")
                .endEvent()
                .done())
        .deploy();
    ClockUtil.setCurrentTime(Date.from(START));
    epost.start();
    server.setHost("127.0.0.1");
    server.setPort(epost.getSmtp().getPort());
    utsending = new Utsending(lager, mottakere, new Epostkasse(server, "forlop@localhost"), klokke);
    jdbc.sql("delete from varsel").update();
  }

  @AfterEach
  void stopp() {
    epost.stop();
    jdbc.sql("delete from varsel").update();
    identitet.deleteUser("sluttet");
    ClockUtil.reset();
  }

  @Test
  void everyMemberOfTheGroupGetsCaseNumberAndLink() throws Exception {
    sak("plassKo", "mosenter");
    assertThat(mottatt()).as("not before the sender has run").isEmpty();
    utsending.kjor();

    assertThat(mottatt()).containsExactlyInAnyOrder("mosenter@forlop.example", "mosenter2@forlop.example", "mosenterleder@forlop.example");
    MimeMessage en = epost.getReceivedMessages()[0];
    assertThat(en.getSubject()).contains("VAR-1");
    assertThat(innhold(en)).contains("Varselprøve").contains("/camunda/app/tasklist/default/#/?searchQuery=").contains("VAR-1");
    assertThat(innhold(en)).doesNotContain("K.N. 1985").doesNotContain("{");

    ClockUtil.setCurrentTime(Date.from(START.plusSeconds(86400)));
    utsending.kjor();
    assertThat(mottatt()).as("each once").hasSize(3);
  }

  @Test
  void aNoticeOfADeadlineOpensTheTask() throws Exception {
    varsel.legg("fristVarsel", "mosenterleder", new Varselinnhold("VAR-2", "Varselprøve", "Ring pasienten", "mandag kl. 9", "oppgave-7"));
    utsending.kjor();
    assertThat(innhold(epost.getReceivedMessages()[0]))
        .contains("«Ring pasienten»")
        .contains("mandag kl. 9")
        .contains("/camunda/app/tasklist/default/#/?task=oppgave-7");
  }

  @Test
  void aServerThatIsDownDelaysTheMailAndNeverBreaksTheCase() {
    epost.stop();
    String sak = sak("plassKo", "mosenterleder");
    utsending.kjor();
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(sak).activityIdIn("vent").count()).isEqualTo(1);
    assertThat(kolonne("feil")).containsExactly("MailSendException");

    epost.start();
    server.setPort(epost.getSmtp().getPort());
    ClockUtil.setCurrentTime(Date.from(START.plusSeconds(299)));
    utsending.kjor();
    assertThat(mottatt()).as("waits five minutes").isEmpty();
    ClockUtil.setCurrentTime(Date.from(START.plusSeconds(300)));
    utsending.kjor();
    assertThat(mottatt()).containsExactly("mosenterleder@forlop.example");
    assertThat(kolonne("sendt")).doesNotContainNull();
    assertThat(kolonne("forsok")).containsExactly(2);
  }

  @Test
  void aServerThatIsDownIsAskedOnceARun() {
    epost.stop();
    sak("plassKo", "mosenter");
    utsending.kjor();
    assertThat(kolonne("forsok")).containsExactly(1, 0, 0);
    utsending.kjor();
    assertThat(kolonne("forsok")).containsExactly(1, 1, 0);
  }

  @Test
  void aMailThatNeverGoesIsGivenUpAfterAWeek() {
    epost.stop();
    sak("plassKo", "mosenterleder");
    for (int time = 0; time < 8 * 24; time++) {
      ClockUtil.setCurrentTime(Date.from(START.plusSeconds(3600L * time)));
      utsending.kjor();
    }
    assertThat(kolonne("gitt_opp")).doesNotContainNull();
    assertThat(kolonne("venter")).containsExactly(false);
    assertThat((Integer) kolonne("forsok").get(0)).isBetween(160, 180);
  }

  @Test
  void whatIsRolledBackIsNotSent() {
    String sak = sak("plassKo", "mosenterleder");
    utsending.kjor();
    assertThatThrownBy(() -> runtime.createProcessInstanceByKey("varselprove")
        .setVariables(Map.of("mal", "plassKo", "gruppe", "mosenterleder"))
        .startBeforeActivity("send").startBeforeActivity("feil").execute()).isNotNull();
    utsending.kjor();
    assertThat(mottatt()).hasSize(1);
    runtime.deleteProcessInstance(sak, "ferdig prøvd");
  }

  @Test
  void twoNodesSendOnce() throws Exception {
    for (int i = 0; i < 10; i++) {
      sak("plassKo", "mosenter");
    }
    CyclicBarrier sammen = new CyclicBarrier(2);
    ExecutorService noder = Executors.newFixedThreadPool(2);
    List<Future<?>> kjoringer = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      kjoringer.add(
          noder.submit(
              () -> {
                sammen.await();
                utsending.kjor();
                return null;
              }));
    }
    for (Future<?> kjoring : kjoringer) {
      kjoring.get();
    }
    noder.shutdown();
    assertThat(mottatt()).hasSize(30);
  }

  @Test
  void aUserWhoHasLeftGetsNothing() {
    User bruker = identitet.newUser("sluttet");
    bruker.setEmail("sluttet@forlop.example");
    identitet.saveUser(bruker);
    identitet.createMembership("sluttet", "mosenterleder");
    sak("plassKo", "mosenterleder");
    identitet.deleteUser("sluttet");
    utsending.kjor();
    assertThat(mottatt()).containsExactly("mosenterleder@forlop.example");
    assertThat(kolonne("venter")).containsOnly(false);
  }

  @Test
  void whoeverCausesANoticeNeedNotSeeItsReaders() {
    identitet.setAuthentication("leistad", List.of("leistad"));
    try {
      varsel.legg("plassKo", "mosenterleder", new Varselinnhold("VAR-3", "Varselprøve", null, null, null));
    } finally {
      identitet.clearAuthentication();
    }
    utsending.kjor();
    assertThat(mottatt()).containsExactly("mosenterleder@forlop.example");
  }

  @Test
  void aNoticeWithoutReadersIsKept() {
    sak("plassKo", "finnesIkke");
    assertThat(jdbc.sql("select gruppe from varsel").query(String.class).list()).containsExactly("finnesIkke");
    assertThat(kolonne("id")).isEmpty();
  }

  @Test
  void anUnknownTemplateIsRefused() {
    Varselinnhold innhold = new Varselinnhold("VAR-4", "Varselprøve", null, null, null);
    assertThatThrownBy(() -> varsel.legg("finnesIkke", "mosenter", innhold)).isInstanceOf(Varselfeil.class).hasMessageContaining("«finnesIkke»");
    assertThatThrownBy(() -> varsel.legg("plassKo", " ", innhold)).isInstanceOf(Varselfeil.class).hasMessageContaining("mangler gruppe");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void theDemoWritesToTheLog(CapturedOutput logg) {
    new ApplicationContextRunner()
        .withUserConfiguration(Postoppsett.class)
        .withPropertyValues("forlop.varsel.modus=logg")
        .run(kontekst -> kontekst.getBean(Postkasse.class).send("a@b.example", "Emnet", "Teksten"));
    assertThat(logg).contains("a@b.example").contains("Emnet").contains("Teksten");
  }

  @Test
  void withoutAServerMailsWait() {
    new ApplicationContextRunner()
        .withUserConfiguration(Postoppsett.class)
        .run(
            kontekst ->
                assertThatThrownBy(() -> kontekst.getBean(Postkasse.class).send("a@b.example", "e", "t"))
                    .isInstanceOf(MailSendException.class));
  }

  private String sak(String mal, String gruppe) {
    return runtime
        .startProcessInstanceByKey("varselprove", "VAR-1", Map.of("mal", mal, "gruppe", gruppe, "pasientmerke", "K.N. 1985"))
        .getId();
  }

  private List<String> mottatt() {
    return Arrays.stream(epost.getReceivedMessages())
        .map(
            melding -> {
              try {
                return melding.getAllRecipients()[0].toString();
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static String innhold(MimeMessage melding) throws Exception {
    return melding.getContent().toString();
  }

  private List<Object> kolonne(String navn) {
    return new ArrayList<>(jdbc.sql("select " + navn + " from varsel_epost order by id").query().singleColumn());
  }
}
