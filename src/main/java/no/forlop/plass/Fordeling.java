package no.forlop.plass;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives places out, one type at a time under the lock of its row. Works inside an engine command. */
@Component
class Fordeling {

  private final Plassbok bok;
  private final Vekking vekking;

  Fordeling(Plassbok bok, Vekking vekking) {
    this.bok = bok;
    this.vekking = vekking;
  }

  /** Assigns a place now and answers true, or puts the case in the queue, by default from now, and answers false. */
  boolean tildel(String type, Soker soker, int prioritet, Instant siden) {
    boolean tildelt = tildelNaa(type, soker);
    if (!tildelt) {
      bok.stillIKo(type, soker, prioritet, siden);
    }
    return tildelt;
  }

  /** Assigns a place now and answers true; with none left for it, nothing happens. */
  boolean tildelNaa(String type, Soker soker) {
    int ledige = fyll(type);
    boolean holder = bok.holder(type, soker.eier());
    if (!holder && ledige > 0) {
      bok.slipp(type, soker.eier());
      bok.tildel(type, soker);
    }
    return holder || ledige > 0;
  }

  /** Frees what the owner holds of the type, or takes it out of the queue, and gives the place to the next. */
  void frigi(String type, String eier) {
    laas(type);
    bok.slipp(type, eier);
    fyll(type);
  }

  /** Changes the capacity. Nobody is moved out when it is lowered; the queue moves up when it is raised. */
  void settKapasitet(String type, int kapasitet) {
    laas(type);
    bok.settKapasitet(type, kapasitet);
    fyll(type);
  }

  /** Gives free places to those who wait, first in line first, and answers how many are left. */
  int fyll(String type) {
    int ledige = laas(type) - bok.opptatt(type);
    Optional<Plassbok.Koplass> neste = ledige > 0 ? bok.forst(type) : Optional.empty();
    while (neste.isPresent()) {
      bok.forlatKo(neste.get().id());
      Soker soker = neste.get().soker();
      if (vekking.finnes(soker)) {
        vekking.bestill(bok.tildel(type, soker), soker);
        ledige--;
      }
      neste = ledige > 0 ? bok.forst(type) : Optional.empty();
    }
    return ledige;
  }

  private int laas(String type) {
    return bok.laas(type).orElseThrow(() -> new IllegalArgumentException("Ukjent plasstype: " + type));
  }
}
