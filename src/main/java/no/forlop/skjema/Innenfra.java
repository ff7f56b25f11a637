package no.forlop.skjema;

import java.util.function.Supplier;

/**
 * Marks a start as coming from the application itself, not from a person with a form.
 *
 * <p>Starts and completions made inside a running engine command (call activities, delegates, listeners) are trusted
 * without it; it is for code that calls the engine from outside, such as sample cases.
 */
public final class Innenfra {

  private static final ThreadLocal<Boolean> BETRODD = new ThreadLocal<>();

  private Innenfra() {}

  /** Runs engine calls on this thread without the rules of forms. */
  public static <T> T kjor(Supplier<T> kall) {
    Boolean foer = BETRODD.get();
    BETRODD.set(true);
    try {
      return kall.get();
    } finally {
      if (foer == null) {
        BETRODD.remove();
      }
    }
  }

  static boolean betrodd() {
    return BETRODD.get() != null;
  }
}
