package org.concordat.formats.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.concordat.core.findings.InvalidInput;

/**
 * UUIDs of version 5 (RFC 9562, section 5.5): the same for the same content, so that what is
 * written twice is the same twice.
 */
public final class ContentUuid {
  /** The namespace of all of them. */
  private static final UUID NAMESPACE = UUID.fromString("6c0a3a64-5f3b-5d0e-9d7c-0f5b8a0f1c55");

  private ContentUuid() {}

  /** The UUID of a document, whatever its own UUID and time. */
  public static UUID of(OscalDocument document) {
    OscalDocument content = document.copy();
    content.root().remove("uuid");
    content.metadata().remove("last-modified");
    try {
      return of(content.write(OscalNotation.JSON));
    } catch (InvalidInput e) {
      throw new IllegalStateException("any document can be written as JSON", e);
    }
  }

  /** The UUID of a text. */
  public static UUID of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID of(byte[] content) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(content));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & ~0xC000000000000000L) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
