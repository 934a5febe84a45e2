package org.concordat.server.trail.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * The Ed25519 key pair (RFC 8032) that signs heads and exports. Whoever holds it can seal a trail
 * that never was; so it stays with the server, in a file that nobody else may read.
 */
public final class SealKey {
  private static final String LABEL = "PRIVATE KEY";

  /** A key file is smaller by far. */
  private static final long FILE_BYTES = 16 * 1024;

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final PrivateKey privateKey;
  private final PublicSealKey publicKey;

  private SealKey(PrivateKey privateKey, PublicSealKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key, of the randomness that Java takes for keys. */
  public static SealKey generate() {
    try {
      var pair = KeyPairGenerator.getInstance(PublicSealKey.ALGORITHM).generateKeyPair();
      return new SealKey(pair.getPrivate(), PublicSealKey.of(pair.getPublic()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot make Ed25519 keys", e);
    }
  }

  /**
   * Reads the file that {@link #write} makes: the private key (PKCS #8) and the public key, both as
   * PEM blocks.
   *
   * @throws InvalidInput when the file is no key, or others than its owner may read or write it
   */
  public static SealKey read(Path file) throws IOException, InvalidInput {
    if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw invalid(
          file,
          "others than the owner may use this key",
          "run: chmod 600 " + file + ", and make a new key if somebody may have read it");
    }
    if (Files.size(file) > FILE_BYTES) {
      throw noKey(file);
    }
    try {
      return parse(Files.readString(file, StandardCharsets.ISO_8859_1)).orElseThrow();
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw noKey(file);
    }
  }

  /**
   * Empty when the private half is no key, or the halves do not belong together.
   *
   * @throws IllegalArgumentException when a half is not in base64, or the public one is no key
   * @throws NoSuchElementException when there is no private half
   */
  static Optional<SealKey> parse(String pem) {
    try {
      byte[] der = Pem.read(LABEL, pem).orElseThrow();
      PrivateKey secret =
          KeyFactory.getInstance(PublicSealKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(der));
      SealKey key = new SealKey(secret, PublicSealKey.parse(pem));
      byte[] trial = {};
      return key.publicKey.verifies("trial", trial, key.sign("trial", trial))
          ? Optional.of(key)
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static InvalidInput noKey(Path file) {
    return invalid(
        file,
        "this is no key for sealing, or not all of one",
        "put the file back from a backup; a new key starts a new seal");
  }

  private static InvalidInput invalid(Path file, String problem, String remedy) {
    return new InvalidInput(Finding.error(Place.of(file.toString()), problem, remedy));
  }

  /**
   * Writes the key to a new file, which only its owner may read and write where the file system
   * knows owners the POSIX way (elsewhere the folder has to protect it), and waits until the disk
   * has it.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is a file: a key is never
   *     overwritten
   */
  public void write(Path file) throws IOException {
    FileAttribute<?>[] attributes =
        isPosix(file.toAbsolutePath())
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    byte[] pem =
        (Pem.write(LABEL, privateKey.getEncoded()) + publicKey.pem())
            .getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes)) {
      ByteBuffer buffer = ByteBuffer.wrap(pem);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  public PublicSealKey publicKey() {
    return publicKey;
  }

  /**
   * An Ed25519 signature in base64.
   *
   * @param domain what the signed bytes begin with, in ASCII
   * @param content what follows
   */
  String sign(String domain, byte[] content) {
    try {
      Signature ed25519 = Signature.getInstance(PublicSealKey.ALGORITHM);
      ed25519.initSign(privateKey);
      ed25519.update(domain.getBytes(StandardCharsets.US_ASCII));
      ed25519.update(content);
      return Base64.getEncoder().encodeToString(ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make Ed25519 signatures", e);
    }
  }

  /** Names the key by its public half. */
  @Override
  public String toString() {
    return "SealKey " + publicKey.fingerprint();
  }
}
