package org.concordat.server.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows one-time codes, written from RFC 6238 and not from the server. */
public final class AuthenticatorApp {
  private static final int STEP = 30;

  private final byte[] secret;

  /** An app that was given a secret in base32. */
  public AuthenticatorApp(String base32) {
    BigInteger bits = BigInteger.ZERO;
    String letters = base32.replace(" ", "");
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int value = letter >= 'A' ? letter - 'A' : letter - '2' + 26;
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
    }
    byte[] bytes = bits.shiftRight(letters.length() * 5 % 8).toByteArray();
    secret = new byte[letters.length() * 5 / 8];
    int skipped = Math.max(0, bytes.length - secret.length);
    int missing = Math.max(0, secret.length - bytes.length);
    System.arraycopy(bytes, skipped, secret, missing, bytes.length - skipped);
  }

  /** The code of the half minute before, at a time when it still counts for some seconds. */
  public String previous() {
    while (Instant.now().getEpochSecond() % STEP > 18) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return code(-1);
  }

  /** The code of this half minute. */
  public String present() {
    return code(0);
  }

  /** The code of a half minute, counted from now. */
  public String code(int steps) {
    long step = Math.floorDiv(Instant.now().getEpochSecond(), STEP) + steps;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int at = hash[19] & 15;
      int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
      String digits = String.valueOf(number);
      return ("000000" + digits).substring(digits.length());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
