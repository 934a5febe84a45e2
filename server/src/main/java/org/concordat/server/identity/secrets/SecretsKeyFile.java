package org.concordat.server.identity.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that keeps the key of the secrets: 32 random bytes in base64. */
final class SecretsKeyFile {
  private static final int KEY_BYTES = 32;
  private static final long LARGEST_FILE = 1_024;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Logger LOG = LoggerFactory.getLogger(SecretsKeyFile.class);

  private SecretsKeyFile() {}

  static SecretKey readOrMake(Path file) throws IOException, InvalidInput {
    if (!Files.exists(file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try {
        write(file);
        LOG.info("made the key that encrypts secrets in {}; back it up apart from the data", file);
      } catch (FileAlreadyExistsException e) {
        LOG.info("another server has made the key {} at the same time", file, e);
      }
    }
    return read(file);
  }

  private static void write(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes)) {
      ByteBuffer text =
          ByteBuffer.wrap(
              (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
  }

  private static SecretKey read(Path file) throws IOException, InvalidInput {
    if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw invalid(
          file,
          "others than the owner may use this key",
          "run: chmod 600 " + file + "; if somebody may have read it, set up second factors anew");
    }
    if (Files.size(file) > LARGEST_FILE) {
      throw noKey(file);
    }
    try {
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
      if (key.length != KEY_BYTES) {
        throw noKey(file);
      }
      return new SecretKeySpec(key, "AES");
    } catch (IllegalArgumentException e) {
      throw noKey(file);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static InvalidInput noKey(Path file) {
    return invalid(
        file,
        "this is no key for secrets, or not all of one",
        "put the file back from a backup; without it, people set up their second factors anew");
  }

  private static InvalidInput invalid(Path file, String problem, String remedy) {
    return new InvalidInput(Finding.error(Place.of(file.toString()), problem, remedy));
  }
}
