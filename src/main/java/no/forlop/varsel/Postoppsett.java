package no.forlop.varsel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;

/** Chooses by {@code forlop.varsel.modus}: {@code epost} (Spring Mail) or {@code logg} (demo). */
@Configuration
class Postoppsett {

  private static final Logger LOGG = LoggerFactory.getLogger("no.forlop.varsel.epost");

  @Bean
  @ConditionalOnProperty(name = "forlop.varsel.modus", havingValue = "logg")
  Postkasse loggpostkasse() {
    return (til, emne, tekst) -> LOGG.info("E-post til {}: {}\n{}", til, emne, tekst);
  }

  @Bean
  @ConditionalOnProperty(name = "forlop.varsel.modus", havingValue = "epost", matchIfMissing = true)
  Postkasse epostkasse(
      ObjectProvider<MailSender> servere, @Value("${forlop.varsel.avsender:forlop@localhost}") String avsender) {
    MailSender server = servere.getIfAvailable();
    if (server == null) {
      LOGG.warn("Ingen e-posttjener er satt opp (spring.mail.host): varsler blir liggende og venter.");
      return (til, emne, tekst) -> {
        throw new MailSendException("Ingen e-posttjener er satt opp (spring.mail.host).");
      };
    }
    return new Epostkasse(server, avsender);
  }
}
