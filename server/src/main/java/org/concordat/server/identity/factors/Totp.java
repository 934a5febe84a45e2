package org.concordat.server.identity.factors;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by the clock (RFC 6238): six digits, steps of 30 seconds, HMAC-SHA-1, which is
 * what every app understands.
 */
final class Totp {
  /** RFC 4226, section 4, advises 160 bits. */
  static final int SECRET_BYTES = 20;

  /** A step lasts so many seconds. */
  static final int STEP_SECONDS = 30;

  /** So many steps before and after the present one count, for clocks that are slow or fast. */
  private static final int DRIFT = 1;

  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The code of a time step, by dynamic truncation (RFC 4226, section 5.3). */
  static String code(byte[] secret, long step) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA1");
      hmac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0F;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
      return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-1", e);
    }
  }

  static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * The step that a code is of.
   *
   * @param typed as people type it, with blanks perhaps
   * @return empty when it is the code of no step around now
   */
  static OptionalLong match(byte[] secret, String typed, Instant now) {
    byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
      if (MessageDigest.isEqual(code, code(secret, step).getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** A secret as apps take it by hand: base32 (RFC 4648) without padding. */
  static String text(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : secret) {
      held = (held << 8) | (next & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 0x1F));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt((held << (5 - bits)) & 0x1F));
    }
    return text.toString();
  }

  /** The address that a QR code hands to an app. */
  static String uri(byte[] secret, String account) {
    return "otpauth://totp/Concordat:"
        + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + text(secret)
        + "&issuer=Concordat&digits="
        + DIGITS
        + "&period="
        + STEP_SECONDS;
  }
}
