package org.concordat.server.database.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts bytes and digests them (SHA-256). */
final class Checksum {
  private final MessageDigest digest;
  private long bytes;

  Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(byte[] more, int from, int length) {
    digest.update(more, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** The digest as hexadecimal digits; nothing may be added afterwards. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
