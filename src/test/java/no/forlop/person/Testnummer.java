package no.forlop.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Makes valid synthetic identity numbers (month + 80) for tests. */
public final class Testnummer {

  private static final int[] VEKT1 = {3, 7, 6, 1, 8, 9, 4, 5, 2};
  private static final int[] VEKT2 = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private Testnummer() {}

  /** The {@code nr}-th synthetic fødselsnummer of a woman or man born that day. */
  public static String fodselsnummer(LocalDate fodt, boolean kvinne, int nr) {
    return nummer(fodt, 0, 80, kvinne, nr);
  }

  /** Synthetic fødselsnummer of somebody born that day; each {@code nr} gives another. */
  public static String fodselsnummer(LocalDate fodt, int nr) {
    return fodselsnummer(fodt, nr % 2 == 0, nr);
  }

  static String nummer(LocalDate fodt, int dagtillegg, int maanedstillegg, boolean kvinne, int nr) {
    String dato = "%02d%02d%s".formatted(fodt.getDayOfMonth() + dagtillegg, fodt.getMonthValue() + maanedstillegg,
        fodt.format(DateTimeFormatter.ofPattern("yy")));
    int forste = fodt.getYear() >= 2000 ? 500 : fodt.getYear() >= 1900 ? 0 : 500;
    int funnet = 0;
    for (int individ = forste + (kvinne ? 0 : 1); ; individ += 2) {
      String siffer = medKontrollsifre(dato + "%03d".formatted(individ), 0);
      if (siffer != null && funnet++ == nr) {
        return siffer;
      }
    }
  }

  /** @param rest1 the remainder that the first check digit leaves (0 classic, 1–3 from 2032); null when there is none */
  static String medKontrollsifre(String ni, int rest1) {
    int k1 = (rest1 + 11 - sum(ni, VEKT1) % 11) % 11;
    if (k1 == 10) {
      return null;
    }
    int k2 = (11 - sum(ni + k1, VEKT2) % 11) % 11;
    return k2 == 10 ? null : ni + k1 + k2;
  }

  private static int sum(String siffer, int[] vekt) {
    int sum = 0;
    for (int i = 0; i < vekt.length; i++) {
      sum += vekt[i] * (siffer.charAt(i) - '0');
    }
    return sum;
  }
}
