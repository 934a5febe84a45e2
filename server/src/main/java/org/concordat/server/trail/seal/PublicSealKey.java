package org.concordat.server.trail.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The half of a {@link SealKey} that everybody may know.
 *
 * @param base64 the key as a {@code SubjectPublicKeyInfo} in DER (RFC 8410) and base64: what stands
 *     between the two outer lines of its PEM file
 */
public record PublicSealKey(String base64) {
  static final String ALGORITHM = "Ed25519";
  private static final String LABEL = "PUBLIC KEY";
  private static final int FINGERPRINT_BYTES = 16;

  /**
   * A key.
   *
   * @throws IllegalArgumentException when the text is no Ed25519 key
   */
  public PublicSealKey {
    PublicKey key = decode(base64);
    if (!Base64.getEncoder().encodeToString(key.getEncoded()).equals(base64)) {
      throw noKey(null);
    }
  }

  /**
   * Reads a key as people hand it on: its base64, or a PEM file that has it.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static PublicSealKey parse(String text) {
    return new PublicSealKey(
        Pem.read(LABEL, text).map(Base64.getEncoder()::encodeToString).orElse(text.strip()));
  }

  static PublicSealKey of(PublicKey key) {
    return new PublicSealKey(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  private static PublicKey decode(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw noKey(e);
    }
  }

  private static IllegalArgumentException noKey(@Nullable Exception e) {
    return new IllegalArgumentException(
        "this is no Ed25519 public key; one is 60 characters of base64 that begin with"
            + " MCowBQYDK2VwAyEA",
        e);
  }

  /** The key as a PEM file. */
  public String pem() {
    return Pem.write(LABEL, Base64.getDecoder().decode(base64));
  }

  /**
   * What people compare by eye: the first 16 bytes of the SHA-256 of the key's DER, as 32
   * hexadecimal digits.
   */
  public String fingerprint() {
    byte[] hash = Sha256.of(Base64.getDecoder().decode(base64));
    return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
  }

  /**
   * Whether the signature is this key's.
   *
   * @param domain what the signed bytes begin with, in ASCII
   * @param content what follows
   * @param signature in base64; anything else is no signature of this key
   */
  boolean verifies(String domain, byte[] content, String signature) {
    try {
      Signature ed25519 = Signature.getInstance(ALGORITHM);
      ed25519.initVerify(decode(base64));
      ed25519.update(domain.getBytes(StandardCharsets.US_ASCII));
      ed25519.update(content);
      return ed25519.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException | IllegalArgumentException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot check Ed25519 signatures", e);
    }
  }
}
