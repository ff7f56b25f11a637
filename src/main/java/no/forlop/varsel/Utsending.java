package no.forlop.varsel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that wait. A server that is down delays them: after 5, 10, 20, 40 and then every 60 minutes, for a week.
 * A claim is the planned next attempt, so that a mail is sent by one node; one that dies while sending may cause it twice,
 * never not at all.
 */
@Component
public class Utsending {

  private static final Logger LOGG = LoggerFactory.getLogger(Utsending.class);
  private static final int PORSJON = 100;
  private static final Duration FORSTE_VENTING = Duration.ofMinutes(5);
  private static final Duration LENGSTE_VENTING = Duration.ofMinutes(60);
  private static final Duration GIR_OPP_ETTER = Duration.ofDays(7);

  private final Varsellager lager;
  private final Mottakere mottakere;
  private final Postkasse postkasse;
  private final Clock klokke;

  Utsending(Varsellager lager, Mottakere mottakere, Postkasse postkasse, Clock klokke) {
    this.lager = lager;
    this.mottakere = mottakere;
    this.postkasse = postkasse;
    this.klokke = klokke;
  }

  /**
   * Sends everything that is ready at this moment, until the server turns out to be down. Any number of nodes may run it at
   * the same time.
   */
  public void kjor() {
    Instant naa = klokke.instant();
    boolean oppe = true;
    List<Epost> klare = lager.klare(naa, PORSJON);
    while (oppe && !klare.isEmpty()) {
      for (Epost epost : klare) {
        if (oppe && lager.ta(epost, naa.plus(venting(epost.forsok())))) {
          oppe = send(epost);
        }
      }
      klare = lager.klare(naa, PORSJON);
    }
  }

  static Duration venting(int forsok) {
    Duration venting = FORSTE_VENTING.multipliedBy(1L << Math.min(forsok, 10));
    return venting.compareTo(LENGSTE_VENTING) > 0 ? LENGSTE_VENTING : venting;
  }

  /** Returns false when the server is down, so that no other mail need wait for it too. */
  private boolean send(Epost epost) {
    Optional<String> adresse = mottakere.adresse(epost.bruker());
    if (adresse.isEmpty()) {
      lager.giOpp(epost.id(), "Brukeren har ikke lenger e-postadresse", klokke.instant());
      return true;
    }
    try {
      postkasse.send(adresse.get(), epost.emne(), epost.tekst());
      lager.sendt(epost.id(), klokke.instant());
      return true;
    } catch (MailException e) {
      utsett(epost, e.getClass().getSimpleName());
      return !nede(e);
    }
  }

  /** Spring gives a lost connection as the cause; a message that the server refused is only listed as failed. */
  private static boolean nede(MailException feil) {
    return feil instanceof MailAuthenticationException
        || feil instanceof MailSendException sending && (sending.getCause() != null || sending.getFailedMessages().isEmpty());
  }

  /** The exception's own message may hold an address: only its kind is kept. */
  private void utsett(Epost epost, String feil) {
    if (epost.opprettet().plus(GIR_OPP_ETTER).isBefore(klokke.instant())) {
      LOGG.error("Varsel-e-post {} gis opp etter {} forsøk: {}", epost.id(), epost.forsok() + 1, feil);
      lager.giOpp(epost.id(), feil, klokke.instant());
    } else {
      LOGG.warn("Varsel-e-post {} ble ikke sendt ({}); nytt forsøk om {} min.", epost.id(), feil, venting(epost.forsok()).toMinutes());
      lager.feilet(epost.id(), feil);
    }
  }
}
