package no.forlop.varsel;

/** Where mails are posted: a mail server, or the log. */
interface Postkasse {

  /**
   * Posts one mail.
   *
   * @throws org.springframework.mail.MailException when it was not accepted and must be tried again
   */
  void send(String til, String emne, String tekst);
}
