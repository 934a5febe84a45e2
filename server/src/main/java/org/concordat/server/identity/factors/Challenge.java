package org.concordat.server.identity.factors;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a device has to sign, so that an answer is of this moment. It is kept in the session that
 * asked and works once.
 *
 * @param text 32 random bytes in base64url
 */
public record Challenge(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static Challenge make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Challenge(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }
}
