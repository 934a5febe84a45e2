package org.concordat.server.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The token that the metrics are read with. It stands in a file that only its owner may read: the
 * metrics are about the whole installation, so no organisation's permission could guard them.
 */
final class MetricsToken {
  /** Its name in the data directory. */
  static final String NAME = "metrics-token";

  private static final int BYTES = 32;

  private final byte[] token;

  private MetricsToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The token in a file; where there is none, a new one is made and kept there.
   *
   * @throws IOException when the file cannot be read or made, or holds nothing
   */
  static MetricsToken readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    String token = Files.readString(file).strip();
    if (token.isEmpty()) {
      throw new IOException(
          "the file " + file + " of the metrics' token is empty; remove it, and a new one is made");
    }
    return new MetricsToken(token);
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(
          java.nio.ByteBuffer.wrap(
              HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8)));
    } catch (FileAlreadyExistsException e) {
      // Another server has made it at the same time.
    }
  }

  /** Whether this is the token; takes as long whether it nearly is or not at all. */
  boolean is(String text) {
    return MessageDigest.isEqual(token, text.getBytes(StandardCharsets.UTF_8));
  }
}
