package no.forlop.person;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a form told about a person: pieces of identity as typed, blanks left out.
 *
 * <p>{@link #toString()} names the pieces, never their values.
 */
public final class Personopplysninger {

  private final Map<Egenskap, String> verdier = new EnumMap<>(Egenskap.class);

  /** With one piece added; a blank value adds nothing. */
  public Personopplysninger med(Egenskap egenskap, String verdi) {
    Personopplysninger ny = new Personopplysninger();
    ny.verdier.putAll(verdier);
    if (verdi != null && !verdi.isBlank()) {
      ny.verdier.put(egenskap, verdi.strip());
    }
    return ny;
  }

  /** The value as typed, or null. */
  String verdi(Egenskap egenskap) {
    return verdier.get(egenskap);
  }

  public boolean har(Egenskap egenskap) {
    return verdier.containsKey(egenskap);
  }

  public boolean tom() {
    return verdier.isEmpty();
  }

  /** Whether it says who the person is, and not only how to reach someone. */
  public boolean identifiserer() {
    return har(Egenskap.NUMMER) || har(Egenskap.NAVN) || har(Egenskap.FODSELSDATO);
  }

  @Override
  public String toString() {
    return "Personopplysninger" + verdier.keySet();
  }
}
