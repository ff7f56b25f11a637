package no.forlop.cockpit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How an open deadline stands. One that is held is neither near nor late, unless it was broken before the pause. The
 * conditions name the moments {@code naa}, {@code morgen} and {@code uke}.
 */
enum Tilstand {
  BRUTT("Brutt", "f.forfall < :naa and (f.pauset_fra is null or f.forfall < f.pauset_fra)"),
  IDAG("Forfaller i dag", "f.forfall < :morgen and f.forfall >= :naa and f.pauset_fra is null"),
  UKE("Denne uken", "f.forfall < :uke and f.forfall >= :morgen and f.pauset_fra is null"),
  SENERE("Senere", "f.forfall >= :morgen and f.forfall >= :uke and f.pauset_fra is null"),
  PAUSET("På pause", "f.pauset_fra is not null and f.forfall >= f.pauset_fra");

  private final String navn;
  private final String vilkar;

  Tilstand(String navn, String vilkar) {
    this.navn = navn;
    this.vilkar = vilkar;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String navn() {
    return navn;
  }

  String vilkar() {
    return vilkar;
  }

  static List<String> ider() {
    return Arrays.stream(values()).map(Tilstand::id).toList();
  }

  static Tilstand av(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
