package org.concordat.server.database.backup;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.concordat.core.digests.Sha256;

/** Counts bytes and digests them (SHA-256). */
final class Checksum {
  private final MessageDigest digest = Sha256.begin();
  private long bytes;

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
