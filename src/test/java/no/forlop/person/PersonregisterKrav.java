package no.forlop.person;

import static no.forlop.person.Egenskap.FODSELSDATO;
import static no.forlop.person.Egenskap.NAVN;
import static no.forlop.person.Egenskap.NUMMER;
import static no.forlop.person.Egenskap.TELEFON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.forlop.Avvist;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** What the register promises, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PersonregisterKrav {

  private static final LocalDate FODT = LocalDate.of(1985, 6, 17);
  private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneId.of("Europe/Oslo"));
  private static final String NOKKEL = Base64.getEncoder().encodeToString(new byte[32]);

  private final List<PersonEndret> endringer = new ArrayList<>();
  private DataSource base;
  private JdbcClient db;
  private TransactionTemplate transaksjon;
  private Personlager lager;
  private Personregister register;
  private int neste;

  abstract DataSource base() throws Exception;

  @BeforeAll
  void lagTabeller() throws Exception {
    base = base();
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V20__person.sql"),
        new ClassPathResource("db/migration/V73__person_likhet.sql")).execute(base);
    db = JdbcClient.create(base);
    transaksjon = new TransactionTemplate(new DataSourceTransactionManager(base));
    lager = new Personlager(db, new Hvelv(NOKKEL), KLOKKE);
    Saksmerker ingenSaker = new Saksmerker(null) {
      @Override
      void oppdater(String gammelId, Personmerke ny) {
        // No engine here; the engine's part is tested with forms.
      }
    };
    register = new Personregister(lager, tekst -> Identitetsnummer.av(tekst, true, LocalDate.now(KLOKKE)), ingenSaker, null,
        hendelse -> endringer.add((PersonEndret) hendelse), KLOKKE);
  }

  @BeforeEach
  void toem() {
    endringer.clear();
  }

  @Test
  void ingenKolonneErLesbar() {
    String nummer = nyttNummer();
    registrer(om().med(NUMMER, nummer).med(NAVN, "Kari Nordmann").med(TELEFON, "900 00 001"));
    assertThat(db.sql("SELECT * FROM person").query().listOfRows().toString())
        .doesNotContain(nummer, "Kari", "Nordmann", "900 00 001", "1985-06-17");
  }

  @Test
  void sammeNummerErSammePerson() {
    String nummer = nyttNummer();
    Personmerke forst = registrer(om().med(NUMMER, nummer).med(NAVN, "Kari Nordmann").med(TELEFON, "90000001"));
    Personmerke igjen = registrer(om().med(NUMMER, nummer.substring(0, 6) + " " + nummer.substring(6)).med(NAVN, "Kari Hansen"));
    assertThat(igjen.personId()).isEqualTo(forst.personId());
    assertThat(igjen.merke()).isEqualTo("K.H. 1985");
    assertThat(rad(forst)).satisfies(rad -> {
      assertThat(rad.telefon()).isEqualTo("90000001");
      assertThat(rad.navn()).isEqualTo("Kari Hansen");
      assertThat(rad.toString()).doesNotContain("Hansen");
    });
    assertThat(endringer).hasSize(1);
  }

  @Test
  void ukjentFaarNummerOgBeholderRaden() {
    Personmerke ukjent = iTransaksjon(() -> register.registrer(Slag.UKJENT, om()));
    assertThat(ukjent.merke()).matches("Ukjent [0-9]+");
    assertThat(ukjent.alder()).isNull();
    Personmerke kjent = suppler(ukjent, om().med(NUMMER, nyttNummer()).med(NAVN, "Ola Nordmann"));
    assertThat(kjent.personId()).isEqualTo(ukjent.personId());
    assertThat(kjent.merke()).isEqualTo("O.N. 1985");
    assertThat(kjent.alder()).isEqualTo(40);
    assertThat(rad(kjent).slag()).isEqualTo(Slag.KJENT);
    assertThat(endringer).containsExactly(new PersonEndret(ukjent.personId(), kjent));
  }

  @Test
  void ukjentSomFinnesFraFoerBlirEttMedRaden() {
    String nummer = nyttNummer();
    Personmerke fraFoer = registrer(om().med(NUMMER, nummer).med(NAVN, "Ola Nordmann"));
    Personmerke ukjent = iTransaksjon(() -> register.registrer(Slag.UKJENT, om().med(TELEFON, "90000009")));
    Personmerke mor = registrer(om().med(NAVN, "Mor Nordmann"));
    iTransaksjon(() -> {
      register.relasjon(ukjent.personId(), mor.personId(), "parorende", "mor", "sak1");
      register.relasjon(mor.personId(), ukjent.personId(), "barn", null, "sak2");
      return null;
    });
    Personmerke samlet = suppler(ukjent, om().med(NUMMER, nummer));
    assertThat(samlet.personId()).isEqualTo(fraFoer.personId());
    assertThat(register.merke(ukjent.personId())).isEqualTo(samlet);
    assertThat(rad(ukjent).telefon()).isEqualTo("90000009");
    assertThat(lager.relasjoner(samlet.personId(), "sak1")).singleElement()
        .isEqualTo(new Personlager.Relasjon(mor.personId(), "parorende", "mor"));
    assertThat(lager.relasjoner(mor.personId(), "sak2")).extracting(Personlager.Relasjon::personId).containsExactly(samlet.personId());
    assertThat(endringer).contains(new PersonEndret(ukjent.personId(), samlet));
  }

  @Test
  void dNummerByttesMedFodselsnummerMenIkkeToFodselsnumre() {
    String dnummer = Testnummer.nummer(FODT, 40, 80, true, neste++);
    Personmerke person = registrer(om().med(NUMMER, dnummer));
    assertThat(person.merke()).isEqualTo("Født 1985");
    String fodselsnummer = nyttNummer();
    assertThat(suppler(person, om().med(NUMMER, fodselsnummer)).personId()).isEqualTo(person.personId());
    assertThat(rad(person).nummertype()).isEqualTo(Identitetsnummer.Type.FODSELSNUMMER);
    String annet = nyttNummer();
    assertThatThrownBy(() -> suppler(person, om().med(NUMMER, annet))).isInstanceOf(UgyldigOpplysning.class)
        .hasMessageContaining("feilregistrert").hasMessageNotContaining(annet);
  }

  @Test
  void kjentOgAnonymHarHverSineKrav() {
    assertThatThrownBy(() -> register.registrer(Slag.KJENT, om().med(NAVN, "Kari"))).isInstanceOf(UgyldigOpplysning.class);
    assertThatThrownBy(() -> register.registrer(Slag.ANONYM, om().med(NAVN, "Kari"))).isInstanceOf(UgyldigOpplysning.class);
    assertThat(iTransaksjon(() -> register.registrer(Slag.ANONYM, om().med(TELEFON, "90000001"))).merke()).startsWith("Anonym ");
    assertThat(registrer(om().med(NAVN, "Anne-Lise van der Berg").med(FODSELSDATO, "2011-12-24")).merke()).isEqualTo("A.B. 2011");
  }

  @Test
  void samtidigeMeldingerOmSammePersonGirEnRad() throws Exception {
    String nummer = nyttNummer();
    ExecutorService samtidig = Executors.newFixedThreadPool(8);
    try {
      List<Future<Personmerke>> svar = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        svar.add(samtidig.submit(() -> registrer(om().med(NUMMER, nummer))));
      }
      List<String> id = new ArrayList<>();
      for (Future<Personmerke> ett : svar) {
        id.add(ett.get().personId());
      }
      assertThat(id).containsOnly(id.get(0));
    } finally {
      samtidig.shutdown();
    }
  }

  @Test
  void numretOgUnumretMedSammeNavnOgFodselsdatoKanVaereSamme() {
    Personmerke numret = registrer(om().med(NUMMER, nyttNummer()).med(NAVN, "Åse-Marie Bjørnøy Éidsvær"));
    Personmerke navngitt = registrer(om().med(NAVN, "EIDSVAER,  aase").med(FODSELSDATO, "1985-06-17"));
    registrer(om().med(NAVN, "Ase Eidsvær").med(FODSELSDATO, "1985-06-17"));
    registrer(om().med(NAVN, "Åse Eidsvær").med(FODSELSDATO, "1985-06-18"));
    registrer(om().med(NUMMER, nyttNummer()).med(NAVN, "Åse Eidsvær"));

    assertThat(register.muligeSamme(numret.personId())).as("never another with a fødselsnummer").containsExactly(navngitt);
    assertThat(register.muligeSamme(navngitt.personId())).contains(numret).hasSize(2);
    assertThat(register.muligeSamme("finnes ikke")).isEmpty();
    assertThat(db.sql("SELECT kjennetegn FROM person WHERE id = ?").param(numret.personId()).query(String.class).single())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void denSomBlirKjentKanVaereEnSomFinnesFraFoer() {
    Personmerke fraFoer = registrer(om().med(NAVN, "Solvår Tangstad").med(FODSELSDATO, "1971-09-23"));
    Personmerke ukjent = iTransaksjon(() -> register.registrer(Slag.UKJENT, om()));
    assertThat(register.muligeSamme(ukjent.personId())).isEmpty();
    suppler(ukjent, om().med(NAVN, "Solvår Tangstad").med(FODSELSDATO, "1971-09-23"));
    assertThat(register.muligeSamme(ukjent.personId())).containsExactly(fraFoer);
    suppler(ukjent, om().med(NAVN, "Solveig Tangstad"));
    assertThat(register.muligeSamme(ukjent.personId())).as("the name was another").isEmpty();
  }

  @Test
  void jaGirEnRadMedNummeretOgDenNyesteTelefonen() {
    Personmerke navngitt = registrer(om().med(NAVN, "Ylva Oppdiktet").med(FODSELSDATO, "1985-06-17").med(TELEFON, "90000001"));
    String nummer = nyttNummer();
    Personmerke numret = registrer(om().med(NUMMER, nummer).med(NAVN, "Ylva Oppdiktet").med(TELEFON, "90000002"));
    Personmerke tredje = registrer(om().med(NAVN, "Ylva Oppdiktet").med(FODSELSDATO, "1985-06-17").med(TELEFON, "90000003"));
    svar(navngitt, tredje, SammePerson.NEI);
    endringer.clear();

    svar(numret, navngitt, SammePerson.JA);

    assertThat(register.merke(navngitt.personId())).isEqualTo(register.merke(numret.personId()));
    assertThat(rad(navngitt)).satisfies(rad -> {
      assertThat(rad.id()).isEqualTo(numret.personId());
      assertThat(rad.nummer()).isEqualTo(nummer);
      assertThat(rad.telefon()).as("as new as the other: the kept row's own").isEqualTo("90000002");
    });
    assertThat(endringer).extracting(PersonEndret::gammelId).containsExactly(navngitt.personId());
    assertThat(db.sql("SELECT navn FROM person WHERE id = ?").param(navngitt.personId()).query().singleRow().get("navn")).isNull();
    assertThat(register.muligeSamme(numret.personId())).as("a no to one of the rows holds for both").isEmpty();

    db.sql("UPDATE person SET endret = endret - INTERVAL '1' DAY WHERE id = ?").param(numret.personId()).update();
    Personmerke fjerde = registrer(om().med(NAVN, "Ylva Oppdiktet").med(FODSELSDATO, "1985-06-17").med(TELEFON, "90000004"));
    svar(numret, fjerde, SammePerson.JA);
    assertThat(rad(numret).telefon()).isEqualTo("90000004");
    assertThat(rad(fjerde).nummer()).isEqualTo(nummer);
    svar(numret, fjerde, SammePerson.JA);
    assertThat(db.sql("SELECT svar FROM person_likhet WHERE bruker = 'leistad' AND sak = 'MOI-2026-00001' AND (en = :id OR annen = :id)")
        .param("id", numret.personId()).query(String.class).list()).as("said once").containsExactly("ja", "ja");
  }

  @Test
  void neiHolderOgVetIkkeHolderUtDagen() {
    Personmerke en = registrer(om().med(NAVN, "Tor Tangstad").med(FODSELSDATO, "1990-01-01"));
    Personmerke annen = registrer(om().med(NAVN, "Tor Tangstad").med(FODSELSDATO, "1990-01-01"));
    svar(en, annen, SammePerson.VET_IKKE);
    assertThat(register.muligeSamme(annen.personId())).isEmpty();
    db.sql("UPDATE person_likhet SET tid = tid - INTERVAL '1' DAY WHERE en = ?").param(en.personId()).update();
    assertThat(register.muligeSamme(annen.personId())).containsExactly(en);
    svar(annen, en, SammePerson.NEI);
    db.sql("UPDATE person_likhet SET tid = tid - INTERVAL '30' DAY WHERE annen = ?").param(en.personId()).update();
    assertThat(register.muligeSamme(en.personId())).isEmpty();
    assertThat(rad(en).id()).isEqualTo(en.personId());
  }

  @Test
  void deSomIkkeErLikeBlirAldriSlaattSammen() {
    Personmerke en = registrer(om().med(NUMMER, nyttNummer()).med(NAVN, "Tor Ulik"));
    Personmerke annen = registrer(om().med(NUMMER, nyttNummer()).med(NAVN, "Tor Ulik"));
    Personmerke tredje = registrer(om().med(NAVN, "Tora Ulik").med(FODSELSDATO, "1985-06-17"));
    for (Personmerke feil : List.of(annen, tredje)) {
      assertThatThrownBy(() -> svar(en, feil, SammePerson.JA)).isInstanceOf(Avvist.class).hasMessageNotContaining("Ulik");
      assertThat(rad(feil).id()).isEqualTo(feil.personId());
    }
  }

  @Test
  void radeneFraFoerFaarKjennetegn() throws Exception {
    Personmerke en = registrer(om().med(NAVN, "Gammel Rad").med(FODSELSDATO, "1950-01-01"));
    Personmerke annen = registrer(om().med(NAVN, "Gammel Rad").med(FODSELSDATO, "1950-01-01"));
    db.sql("UPDATE person SET kjennetegn = NULL").update();
    assertThat(register.muligeSamme(en.personId())).isEmpty();
    try (Connection forbindelse = base.getConnection()) {
      new V74__kjennetegn(new Hvelv(NOKKEL), KLOKKE).migrate(new Context() {
        @Override
        public Configuration getConfiguration() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Connection getConnection() {
          return forbindelse;
        }
      });
    }
    assertThat(register.muligeSamme(en.personId())).containsExactly(annen);
  }

  @Test
  void sakeneTilBeggeRadeneFaarMerketSomGjelder() {
    String nummer = nyttNummer();
    Personmerke barnummer = registrer(om().med(NUMMER, nummer));
    Personmerke ukjent = iTransaksjon(() -> register.registrer(Slag.UKJENT, om()));
    Personmerke samlet = suppler(ukjent, om().med(NUMMER, nummer).med(NAVN, "Ola Nordmann"));
    assertThat(samlet.merke()).isEqualTo("O.N. 1985");
    assertThat(endringer).containsExactly(new PersonEndret(ukjent.personId(), samlet), new PersonEndret(barnummer.personId(), samlet));
  }

  @Test
  void sprakOgTolkHuskes() {
    Personmerke person = registrer(om().med(NAVN, "Kari Nordmann"));
    iTransaksjon(() -> {
      register.sprak(person.personId(), "arabisk", null);
      register.sprak(person.personId(), null, true);
      return null;
    });
    assertThat(rad(person).sprak()).isEqualTo("arabisk");
    assertThat(rad(person).tolk()).isTrue();
  }

  @Test
  void verdierKanIkkeFlyttesMellomRader() {
    Hvelv hvelv = new Hvelv(NOKKEL);
    String id = UUID.randomUUID().toString();
    String lukket = hvelv.lukk(id, "navn", "Kari");
    assertThat(hvelv.aapne(id, "navn", lukket)).isEqualTo("Kari");
    assertThat(hvelv.lukk(id, "navn", "Kari")).isNotEqualTo(lukket);
    assertThatThrownBy(() -> hvelv.aapne("en annen", "navn", lukket)).hasMessageContaining("forlop.person.nokkel");
    assertThatThrownBy(() -> hvelv.aapne(id, "telefon", lukket)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Hvelv(Base64.getEncoder().encodeToString("en annen nokkel paa 32 tegn her!".getBytes()))
        .aapne(id, "navn", lukket)).isInstanceOf(IllegalStateException.class);
  }

  private Personopplysninger om() {
    return new Personopplysninger();
  }

  private String nyttNummer() {
    return Testnummer.fodselsnummer(FODT, true, neste++);
  }

  private Personmerke registrer(Personopplysninger opplysninger) {
    return iTransaksjon(() -> register.registrer(null, opplysninger));
  }

  private Personmerke suppler(Personmerke person, Personopplysninger opplysninger) {
    return iTransaksjon(() -> register.suppler(person.personId(), opplysninger));
  }

  private void svar(Personmerke en, Personmerke annen, SammePerson svar) {
    iTransaksjon(() -> {
      register.svar(en.personId(), annen.personId(), svar, "leistad", "MOI-2026-00001");
      return null;
    });
  }

  private Personrad rad(Personmerke person) {
    return lager.finn(person.personId()).orElseThrow();
  }

  private <T> T iTransaksjon(Supplier<T> handling) {
    return transaksjon.execute(status -> handling.get());
  }
}
