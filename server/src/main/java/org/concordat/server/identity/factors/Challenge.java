package org.concordat.server.identity.factors;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a device has to sign, so that an answer is of this moment. It is kept in the session that
 * asked and works once.
 *
 * @param text 32 bytes in base64url; random, unless a document is signed
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

  /** What a device has to sign instead of something random: the digest of a document, 32 bytes. */
  public static Challenge of(byte[] digest) {
    if (digest.length != BYTES) {
      throw new IllegalArgumentException("a digest has " + BYTES + " bytes, not " + digest.length);
    }
    return new Challenge(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }
}
