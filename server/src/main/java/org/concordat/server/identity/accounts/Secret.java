package org.concordat.server.identity.accounts;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.digests.Sha256;

/**
 * A random text that proves something by being known: it names the organisation, so that it can be
 * looked up within, and only its hash is stored.
 *
 * @param tenant the organisation
 * @param text the whole text, to be shown once
 */
record Secret(UUID tenant, String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  /** The longest text that can be one, in characters. */
  private static final int LONGEST = 200;

  /** A new one. */
  static Secret make(UUID tenant) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    ByteBuffer id = ByteBuffer.allocate(16);
    id.putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits());
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return new Secret(
        tenant, base64.encodeToString(id.array()) + "." + base64.encodeToString(random));
  }

  /** The text that somebody sent, or empty when it has not the shape of one. */
  static Optional<Secret> of(String text) {
    int dot = text.indexOf('.');
    if (text.length() > LONGEST || dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] id = Base64.getUrlDecoder().decode(text.substring(0, dot));
      if (id.length != 16) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(id);
      return Optional.of(new Secret(new UUID(buffer.getLong(), buffer.getLong()), text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is stored: SHA-256, which suffices for a text that nobody can guess. */
  String hash() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
