package no.forlop.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the columns of identity (AES-GCM) and makes the keyed digests that find a number, or a name and a birth date, without
 * storing them readable.
 *
 * <p>Each value is bound to its row and column, so that values cannot be moved between rows unnoticed.
 */
final class Hvelv {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSJON = 1;

  private final SecretKey krypteringsnokkel;
  private final SecretKey oppslagsnokkel;
  private final SecretKey kjennetegnsnokkel;
  private final SecureRandom tilfeldig = new SecureRandom();

  /** @param nokkel 32 bytes in base64; three independent keys are derived from it */
  Hvelv(String nokkel) {
    byte[] bytes = Base64.getDecoder().decode(nokkel);
    if (bytes.length != 32) {
      throw new IllegalArgumentException("32 bytes expected");
    }
    SecretKey rot = new SecretKeySpec(bytes, "HmacSHA256");
    krypteringsnokkel = new SecretKeySpec(hmac(rot, "forlop.person.kryptering"), "AES");
    oppslagsnokkel = new SecretKeySpec(hmac(rot, "forlop.person.oppslag"), "HmacSHA256");
    kjennetegnsnokkel = new SecretKeySpec(hmac(rot, "forlop.person.kjennetegn"), "HmacSHA256");
  }

  /** @return null for null */
  String lukk(String personId, String kolonne, String klartekst) {
    if (klartekst == null) {
      return null;
    }
    byte[] nonce = new byte[NONCE];
    tilfeldig.nextBytes(nonce);
    byte[] kryptert = kjor(Cipher.ENCRYPT_MODE, nonce, personId, kolonne, klartekst.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(
        ByteBuffer.allocate(1 + NONCE + kryptert.length).put(VERSJON).put(nonce).put(kryptert).array());
  }

  /** @throws IllegalStateException when the key is another or the value was tampered with */
  String aapne(String personId, String kolonne, String lukket) {
    if (lukket == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(lukket));
    if (buffer.get() != VERSJON) {
      throw new IllegalStateException("Ukjent versjon av kryptert verdi i personregisteret");
    }
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    byte[] kryptert = new byte[buffer.remaining()];
    buffer.get(kryptert);
    return new String(kjor(Cipher.DECRYPT_MODE, nonce, personId, kolonne, kryptert), StandardCharsets.UTF_8);
  }

  String oppslag(Identitetsnummer nummer) {
    return HexFormat.of().formatHex(hmac(oppslagsnokkel, nummer.siffer()));
  }

  /** What two registrations of one person have in common though one has no number; null unless both name and date are known. */
  String kjennetegn(String navn, LocalDate fodselsdato) {
    String likt = navn == null || fodselsdato == null ? null : Navnelikhet.av(navn);
    return likt == null ? null : HexFormat.of().formatHex(hmac(kjennetegnsnokkel, likt + " " + fodselsdato));
  }

  private byte[] kjor(int modus, byte[] nonce, String personId, String kolonne, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(modus, krypteringsnokkel, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((personId + "/" + kolonne).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Personregisteret kan ikke åpnes: nøkkelen i forlop.person.nokkel er ikke den som ble brukt da det ble skrevet", e);
    }
  }

  private static byte[] hmac(SecretKey nokkel, String tekst) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(nokkel);
      return mac.doFinal(tekst.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
