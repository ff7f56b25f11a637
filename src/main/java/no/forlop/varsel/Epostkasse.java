package no.forlop.varsel;

import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Posts through a mail server. */
class Epostkasse implements Postkasse {

  private final MailSender server;
  private final String avsender;

  Epostkasse(MailSender server, String avsender) {
    this.server = server;
    this.avsender = avsender;
  }

  @Override
  public void send(String til, String emne, String tekst) {
    SimpleMailMessage melding = new SimpleMailMessage();
    melding.setFrom(avsender);
    melding.setTo(til);
    melding.setSubject(emne);
    melding.setText(tekst);
    server.send(melding);
  }
}
