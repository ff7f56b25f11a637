package no.forlop.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forlop.Avvist;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of persons, called by {@code skjema} when forms are submitted and by other blocks for what they may know.
 *
 * <p>All writes join the engine's transaction: a form that is refused leaves no person behind.
 */
@Component("person")
@Transactional
public class Personregister {

  private static final Pattern NUMMER_I_TEKST = Pattern.compile("(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])");

  private final Personlager lager;
  private final PersonOppsett.Nummerleser nummerleser;
  private final Saksmerker saksmerker;
  private final Innsyn innsyn;
  private final ApplicationEventPublisher hendelser;
  private final Clock klokke;

  Personregister(Personlager lager, PersonOppsett.Nummerleser nummerleser, Saksmerker saksmerker, Innsyn innsyn,
      ApplicationEventPublisher hendelser, Clock klokke) {
    this.lager = lager;
    this.nummerleser = nummerleser;
    this.saksmerker = saksmerker;
    this.innsyn = innsyn;
    this.hendelser = hendelser;
    this.klokke = klokke;
  }

  /**
   * Checks one piece of identity without storing it.
   *
   * @throws UgyldigOpplysning when it cannot be one; the message never repeats it
   */
  public void kontroller(Egenskap egenskap, String verdi) {
    if (egenskap == Egenskap.NUMMER) {
      nummerleser.les(verdi);
    } else {
      egenskap.kontroller(verdi, idag());
    }
  }

  /**
   * Checks whether a person of this kind can be told about in this way, without storing anything.
   *
   * @param slag null = known if identified, else unknown
   * @throws UgyldigOpplysning when the pieces do not fit the kind
   */
  public void kontroller(Slag slag, Personopplysninger o) {
    if (slag == Slag.KJENT && !o.har(Egenskap.NUMMER) && !(o.har(Egenskap.NAVN) && o.har(Egenskap.FODSELSDATO))) {
      throw new UgyldigOpplysning(Egenskap.NUMMER, "Oppgi fødselsnummer, D-nummer eller H-nummer, eller navn og fødselsdato",
          "nummer, eller navn og fødselsdato");
    }
    if (slag == Slag.ANONYM && o.identifiserer()) {
      throw new UgyldigOpplysning(o.har(Egenskap.NUMMER) ? Egenskap.NUMMER : Egenskap.NAVN,
          "En person som ønsker å være anonym, registreres uten navn og nummer", "tomt");
    }
  }

  /**
   * Finds the person by number or makes a new row.
   *
   * @param slag null = known if identified, else unknown
   * @throws UgyldigOpplysning see {@link #kontroller(Slag, Personopplysninger)}
   */
  public Personmerke registrer(Slag slag, Personopplysninger o) {
    kontroller(slag, o);
    Slag valgt = slag != null ? slag : o.identifiserer() ? Slag.KJENT : Slag.UKJENT;
    Identitetsnummer nummer = valgt == Slag.KJENT && o.har(Egenskap.NUMMER) ? nummerleser.les(o.verdi(Egenskap.NUMMER)) : null;
    if (nummer != null) {
      lager.laasNummer();
      Personrad kjent = lager.finn(nummer).orElse(null);
      if (kjent != null) {
        return lagre(kjent.med(o, nummer), null, kjent);
      }
    }
    Personrad tom = new Personrad(UUID.randomUUID().toString(), valgt, null, Kjonn.UKJENT, null, null, null, null, null, null,
        null, null, null);
    Personrad rad = merket(tom.med(o, nummer));
    lager.sett(rad, nummer);
    return rad.tilMerke(idag());
  }

  /**
   * Adds what is known now. An unknown person that is identified keeps the row, or becomes one with the row that already
   * has the number; the variables of every case of the person follow.
   *
   * @throws UgyldigOpplysning when the person is registered with another fødselsnummer
   */
  public Personmerke suppler(String personId, Personopplysninger o) {
    Personrad rad = rad(personId);
    if (o.tom()) {
      return rad.tilMerke(idag());
    }
    Identitetsnummer nummer = o.har(Egenskap.NUMMER) ? nummerleser.les(o.verdi(Egenskap.NUMMER)) : null;
    if (nummer == null || nummer.siffer().equals(rad.nummer())) {
      return lagre(rad.med(o, null), null, rad);
    }
    if (rad.nummertype() == Identitetsnummer.Type.FODSELSNUMMER) {
      throw new UgyldigOpplysning(Egenskap.NUMMER,
          "Saken gjelder en person som er registrert med et annet fødselsnummer. Er saken ført på feil person, meld den feilregistrert",
          "tomt, eller personens eget nummer");
    }
    lager.laasNummer();
    Personrad annen = lager.finn(nummer).orElse(null);
    if (annen == null) {
      return lagre(rad.med(o, nummer), nummer, rad);
    }
    return slaaSammen(rad, annen, annen.med(o, nummer));
  }

  /**
   * Other registrations that may be of the same person: same name and birth date, not both with a fødselsnummer, and not
   * answered: "no" holds for good, "do not know" for the day. Never merged by itself, since two may have both in common.
   *
   * @param personId may be nobody in the register; then there are none
   */
  public List<Personmerke> muligeSamme(String personId) {
    Personrad rad = lager.finn(personId).orElse(null);
    if (rad == null) {
      return List.of();
    }
    List<Personrad> like = like(rad);
    Set<String> besvart = like.isEmpty() ? Set.of()
        : lager.besvart(rad.id(), idag().atStartOfDay(klokke.getZone()).toOffsetDateTime());
    return like.stream().filter(annen -> !besvart.contains(annen.id())).map(annen -> annen.tilMerke(idag())).toList();
  }

  /**
   * Keeps an answer to whether two registrations are of one person, with who gave it and in which case. After a yes they are
   * one: the safer number and the newest contact details are kept, and every case of either follows.
   *
   * @param sak number of the case in which it was answered
   * @throws Avvist when they have ceased to be alike, since a yes cannot be undone
   */
  public void svar(String personId, String annenId, SammePerson svar, String bruker, String sak) {
    lager.laasNummer();
    Personrad rad = rad(personId);
    Personrad annen = rad(annenId);
    if (rad.id().equals(annen.id())) {
      return;
    }
    boolean fortsattLike = like(rad).stream().anyMatch(en -> en.id().equals(annen.id()));
    if (svar == SammePerson.JA && !fortsattLike) {
      throw new Avvist("Opplysningene om personen er endret siden spørsmålet ble stilt. Svar «Nei» eller «Vet ikke ennå», og legg "
          + "inn fødselsnummeret i saken når det er kjent");
    }
    lager.svar(rad.id(), annen.id(), svar, bruker, sak);
    if (svar == SammePerson.JA) {
      Personrad til = rad.sikrereEnn(annen) ? rad : annen;
      Personrad fra = til == rad ? annen : rad;
      slaaSammen(fra, til, lager.nyere(fra.id(), til.id()) ? til.med(fra.kontakt(), null) : til);
    }
  }

  private List<Personrad> like(Personrad rad) {
    return lager.like(rad).stream().filter(rad::kanVaere).toList();
  }

  /** @param samlet the row that is kept, with what is told now */
  private Personmerke slaaSammen(Personrad fra, Personrad til, Personrad samlet) {
    lager.flytt(fra.id(), til.id());
    return lagre(samlet.utfyltAv(fra), null, fra, til);
  }

  /** Whether {@link #suppler} would refuse; for checking a form before anything is stored. */
  public void kontrollerSuppler(String personId, Personopplysninger o) {
    Personrad rad = rad(personId);
    if (!o.har(Egenskap.NUMMER) || rad.nummertype() != Identitetsnummer.Type.FODSELSNUMMER) {
      return;
    }
    if (!nummerleser.les(o.verdi(Egenskap.NUMMER)).siffer().equals(rad.nummer())) {
      throw new UgyldigOpplysning(Egenskap.NUMMER, "Saken gjelder en person som er registrert med et annet fødselsnummer",
          "tomt, eller personens eget nummer");
    }
  }

  /** Whether a text holds something that is a valid identity number, synthetic ones included. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean inneholderNummer(String tekst) {
    Matcher treff = NUMMER_I_TEKST.matcher(tekst);
    while (treff.find()) {
      try {
        Identitetsnummer.av(treff.group().replaceAll("[^0-9]", ""), true, idag());
        return true;
      } catch (UgyldigOpplysning e) {
        // Eleven digits that are no identity number, such as an account number.
      }
    }
    return false;
  }

  /** Language and need of an interpreter; null leaves what is known. */
  public void sprak(String personId, String sprak, Boolean tolk) {
    lager.endre(rad(personId).medSprak(sprak, tolk), null);
  }

  /**
   * Records what one person is to another, or in a case that is about nobody yet.
   *
   * @param personId the patient; null = the case itself
   * @param annenId the relative, child, reporter …
   * @param rolle parorende, barn, melder, avdod
   * @param relasjon in words; may be null
   * @param sak id of the case's root process instance
   */
  public void relasjon(String personId, String annenId, String rolle, String relasjon, String sak) {
    String annen = rad(annenId).id();
    String person = personId == null ? annen : rad(personId).id();
    if (personId == null || !person.equals(annen)) {
      lager.relasjon(person, annen, rolle, relasjon, sak);
    }
  }

  /**
   * Lets the case go on without knowing whom it is about: patient and merke are replaced by a new unknown person in the
   * whole call tree of the execution, and the engine's history of them is removed. Called by models where the sheet wants an event kept without identity.
   */
  public void avidentifiser(DelegateExecution execution) {
    Object pasientId = execution.getVariable("pasientId");
    if (pasientId != null) {
      Personmerke ukjent = registrer(Slag.UKJENT, new Personopplysninger());
      String rot = Saksmerker.rot(execution);
      lager.glemRelasjoner((String) pasientId, rot);
      lager.glemHistorikk(rot);
      saksmerker.bytt(execution, (String) pasientId, ukjent);
      hendelser.publishEvent(new PasientFjernet(rot, ukjent));
    }
  }

  /** What the engine may know about the person, following merges. */
  public Personmerke merke(String personId) {
    return rad(personId).tilMerke(idag());
  }

  /**
   * Whom the worker meets in a task. Every person shown is written to the log of looks, with who looked and in which role.
   *
   * @throws IngenInnsyn when nobody is logged in or the user may not read the task (or there is none)
   */
  public PersonForOppgave personForOppgave(String taskId) {
    return innsyn.personForOppgave(taskId);
  }

  /**
   * Writes to the log of looks that whoever is logged in was told something of a person in a task, though not who it is.
   *
   * @param som what was told, in a word
   */
  public void loggfor(String oppgave, String oppgavenavn, String saksnummer, String personId, String som) {
    innsyn.loggfor(oppgave, oppgavenavn, saksnummer, personId, som);
  }

  /** @param foer what the cases of the person know until now, in each of the rows that become this one */
  private Personmerke lagre(Personrad rad, Identitetsnummer nyttNummer, Personrad... foer) {
    Personrad merket = merket(rad);
    lager.endre(merket, nyttNummer);
    Personmerke merke = merket.tilMerke(idag());
    for (Personrad en : foer) {
      if (!merke.equals(en.tilMerke(idag()))) {
        saksmerker.oppdater(en.id(), merke);
        hendelser.publishEvent(new PersonEndret(en.id(), merke));
      }
    }
    return merke;
  }

  /** Whoever has a number, or a name and a birth date, is known from then on; running numbers are kept until then. */
  private Personrad merket(Personrad rad) {
    boolean identifisert = rad.nummer() != null || rad.navn() != null && rad.fodselsdato() != null;
    Slag slag = rad.slag() != Slag.KJENT && rad.merke() != null && identifisert ? Slag.KJENT : rad.slag();
    String merke = slag == Slag.KJENT ? Merke.kjent(rad.navn(), rad.fodselsdato()) : rad.merke();
    if (merke == null) {
      merke = Merke.lopende(slag, lager.neste(slag == Slag.ANONYM ? Slag.ANONYM : Slag.UKJENT));
    }
    return rad.medMerke(slag, merke);
  }

  private Personrad rad(String personId) {
    return lager.finn(personId).orElseThrow(() -> new IllegalArgumentException("No person with id " + personId));
  }

  private LocalDate idag() {
    return LocalDate.now(klokke);
  }
}
