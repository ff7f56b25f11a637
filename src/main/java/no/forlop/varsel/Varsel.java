package no.forlop.varsel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forlop.motor.Sakskontekst;
import no.forlop.motor.Tabeller;
import no.forlop.motor.Tabellrad;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Notices to groups, as models call them: {@code ${varsel.send(execution,'mal','gruppe')}}. Sent after the transaction. */
@Component("varsel")
public class Varsel {

  private static final Logger LOGG = LoggerFactory.getLogger(Varsel.class);

  private final Tabeller tabeller;
  private final Mottakere mottakere;
  private final Varsellager lager;
  private final Clock klokke;
  private final String adresse;

  Varsel(
      Tabeller tabeller,
      Mottakere mottakere,
      Varsellager lager,
      Clock klokke,
      @Value("${forlop.adresse:http://localhost:8080}") String adresse) {
    this.tabeller = tabeller;
    this.mottakere = mottakere;
    this.lager = lager;
    this.klokke = klokke;
    this.adresse = adresse;
  }

  /**
   * Tells a group about the case.
   *
   * @param mal row of the table {@code varselmaler}
   * @param gruppe group id
   * @throws Varselfeil when the template is missing or names something that a notice may not tell
   */
  public void send(DelegateExecution execution, String mal, String gruppe) {
    Sakskontekst sak = Sakskontekst.av(execution);
    legg(mal, gruppe, new Varselinnhold(sak.saksnummer(), sak.forlop(), null, null, null));
  }

  /**
   * Writes the notice and a mail to each member of the group who has an address, in the running transaction.
   *
   * @throws Varselfeil when the template is missing or names something that a notice may not tell
   */
  public void legg(String mal, String gruppe, Varselinnhold innhold) {
    if (gruppe == null || gruppe.isBlank()) {
      throw new Varselfeil("Varselet «" + mal + "» mangler gruppe.");
    }
    Instant naa = klokke.instant();
    long varsel = lager.lagre(mal, gruppe, innhold.saksnummer(), finn(mal).fyll(verdier(innhold)), naa);
    List<String> brukere = mottakere.iGruppe(gruppe);
    if (brukere.isEmpty()) {
      LOGG.warn("Varselet {} ({}) har ingen mottakere: ingen i gruppen {} har e-postadresse.", varsel, mal, gruppe);
    }
    brukere.forEach(bruker -> lager.tilBruker(varsel, bruker, naa));
  }

  /**
   * Writes the notice and a mail to one member of a group, who has an address or gets nothing, in the running transaction.
   *
   * @param gruppe group for which the user gets it
   * @return whether there is an address
   * @throws Varselfeil when the template is missing or names something that a notice may not tell
   */
  public boolean leggTil(String mal, String gruppe, String bruker, Varselinnhold innhold) {
    return leggTil(gruppe, bruker, innhold.saksnummer(), finn(mal).fyll(verdier(innhold)), mal);
  }

  /**
   * Writes the daily mail to a leader, in the running transaction.
   *
   * @return whether there is an address
   * @throws Varselfeil when the template is missing or names something that a notice may not tell
   */
  public boolean leggTil(String mal, String gruppe, String bruker, Dagsinnhold innhold) {
    Map<String, String> verdier = new HashMap<>();
    verdier.put("enhet", innhold.enhet());
    verdier.put("antallBrutt", String.valueOf(innhold.brutt()));
    verdier.put("antallIdag", String.valueOf(innhold.idag()));
    verdier.put("sakerBrutt", innhold.sakerBrutt());
    verdier.put("sakerIdag", innhold.sakerIdag());
    verdier.put("lenke", adresse + "/camunda/app/cockpit/default/#/frister");
    return leggTil(gruppe, bruker, null, finn(mal).fyll(verdier), mal);
  }

  private boolean leggTil(String gruppe, String bruker, String saksnummer, Varselmal fylt, String mal) {
    Instant naa = klokke.instant();
    boolean harAdresse = mottakere.adresse(bruker).isPresent();
    if (harAdresse) {
      lager.tilBruker(lager.lagre(mal, gruppe, saksnummer, fylt, naa), bruker, naa);
    }
    return harAdresse;
  }

  private Varselmal finn(String mal) {
    Tabellrad rad =
        tabeller
            .slaaOppNyeste("varselmaler", Map.of("mal", mal))
            .orElseThrow(() -> new Varselfeil("Tabellen varselmaler har ingen mal «" + mal + "»."));
    try {
      return new Varselmal(rad.tekst("emne"), rad.tekst("tekst"));
    } catch (IllegalArgumentException e) {
      throw new Varselfeil("Varselmalen «" + mal + "»: " + e.getMessage());
    }
  }

  private Map<String, String> verdier(Varselinnhold innhold) {
    Map<String, String> verdier = new HashMap<>();
    verdier.put("saksnummer", innhold.saksnummer());
    verdier.put("forlop", innhold.forlop());
    verdier.put("oppgave", innhold.oppgave());
    verdier.put("frist", innhold.frist());
    verdier.put("lenke", lenke(innhold));
    return verdier;
  }

  /** Tasklist at the task, or at the tasks of the case. */
  private String lenke(Varselinnhold innhold) {
    String oppgaveliste = adresse + "/camunda/app/tasklist/default/#/";
    if (innhold.oppgaveId() != null) {
      return oppgaveliste + "?task=" + innhold.oppgaveId();
    }
    if (innhold.saksnummer() == null) {
      return oppgaveliste;
    }
    String sok =
        "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + innhold.saksnummer() + "\",\"name\":\"\"}]";
    return oppgaveliste + "?searchQuery=" + URLEncoder.encode(sok, StandardCharsets.UTF_8);
  }
}
