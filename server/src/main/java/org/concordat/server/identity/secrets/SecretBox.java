package org.concordat.server.identity.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.concordat.core.findings.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts secrets that the server has to read again (AES-256 in GCM, NIST SP 800-38D). A secret is
 * bound to its place: what was encrypted for one row opens in no other.
 */
public final class SecretBox {
  /** The first byte says how the rest was made, so that another way can follow. */
  private static final byte FORMAT = 1;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);

  private final SecretKey key;

  SecretBox(SecretKey key) {
    this.key = key;
  }

  /**
   * A box with the key of a file; where there is none, a new one is made and kept there.
   *
   * @throws InvalidInput when the file is no key, or others than its owner may use it
   */
  public static SecretBox of(Path file) throws IOException, InvalidInput {
    return new SecretBox(SecretsKeyFile.readOrMake(file));
  }

  /**
   * Encrypts a secret.
   *
   * @param place where it will be kept, such as a table and the key of a row
   */
  public byte[] close(byte[] secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
      return ByteBuffer.allocate(1 + NONCE_BYTES + closed.length)
          .put(FORMAT)
          .put(nonce)
          .put(closed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES in GCM", e);
    }
  }

  /**
   * Decrypts a secret.
   *
   * @return empty when it was made with another key, for another place, or is damaged; the log says
   *     so
   */
  public Optional<byte[]> open(byte[] closed, String place) {
    if (closed.length <= 1 + NONCE_BYTES || closed[0] != FORMAT) {
      LOG.error("the secret kept in {} is of no known format", place);
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(closed, 1, closed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest));
    } catch (GeneralSecurityException e) {
      LOG.error(
          "the secret kept in {} does not open; has this server the key that the others have?",
          place,
          e);
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "a box of secrets";
  }
}
