package org.concordat.server.trail.seal;

/** One line of an export. */
public sealed interface TrailLine permits TrailHeader, TrailEntry, SignedHead, TrailFooter {
  /**
   * The line without its line break: an object in the canonical form of RFC 8785, in UTF-8. There
   * is no other way to write the same line.
   *
   * @throws IllegalArgumentException when a text holds half of a surrogate pair
   */
  byte[] canonical();
}
