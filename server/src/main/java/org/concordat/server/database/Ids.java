package org.concordat.server.database;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes internal ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id of the present millisecond. */
  public static UUID next() {
    return of(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
  }

  static UUID of(long milliseconds, long random, long more) {
    long high = (milliseconds << 16) | 0x7000L | (random & 0x0FFFL);
    long low = (more & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
