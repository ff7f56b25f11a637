package no.forlop.frist;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import no.forlop.varsel.Varsel;
import no.forlop.varsel.Varselinnhold;
import org.springframework.stereotype.Component;

/** Who is told when a deadline comes near or is broken; each told once, however many ask. */
@Component
class Fristvarsler {

  private static final DateTimeFormatter LESELIG =
      DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb-NO"));

  private final Fristlager lager;
  private final Apningstider apningstider;
  private final Varsel varsel;
  private final Clock klokke;

  Fristvarsler(Fristlager lager, Apningstider apningstider, Varsel varsel, Clock klokke) {
    this.lager = lager;
    this.apningstider = apningstider;
    this.varsel = varsel;
    this.klokke = klokke;
  }

  /** Warns of the deadline if nobody has. */
  void varsle(Fristrad rad) {
    Instant naa = klokke.instant();
    if (lager.taVarsel(rad.id(), naa)) {
      send(rad, "fristVarsel", ellers(rad.varsleGruppe(), ellers(rad.enhet(), "ledelse")), naa);
    }
  }

  /** Records and tells the breach if the deadline is broken and nobody has. */
  void bryt(Fristrad rad) {
    Instant naa = klokke.instant();
    if (lager.taBrudd(rad.id(), naa)) {
      send(rad, "fristBrudd", ellers(rad.bruddGruppe(), rad.enhet() == null ? "ledelse" : rad.enhet() + "leder"), naa);
    }
  }

  /** Records the deadline as met; a late one as broken first, so that it is told even when the job never ran in between. */
  void naadd(Fristrad rad) {
    bryt(rad);
    lager.naadd(rad.id(), klokke.instant());
  }

  private void send(Fristrad rad, String mal, String gruppe, Instant naa) {
    Set<String> grupper = new LinkedHashSet<>();
    grupper.add(gruppe);
    if (rad.vakt() != null && !apningstider.apent(rad.enhet(), naa)) {
      grupper.add(rad.vakt());
    }
    Varselinnhold innhold =
        new Varselinnhold(
            rad.saksnummer(), rad.forlop(), rad.tittel(), LESELIG.format(rad.forfall().atZone(klokke.getZone())), rad.oppgaveId());
    grupper.forEach(hver -> varsel.legg(mal, hver, innhold));
  }

  private static String ellers(String verdi, String reserve) {
    return verdi == null ? reserve : verdi;
  }
}
