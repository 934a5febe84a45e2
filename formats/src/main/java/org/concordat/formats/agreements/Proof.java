package org.concordat.formats.agreements;

import java.time.Instant;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Texts;

/**
 * A signature of a side. Who signed, in which role, for which side and when are statements of the
 * file; what is signed is the document alone.
 */
public sealed interface Proof {
  Claim claim();

  /** The signature itself. */
  byte[] signature();

  /** What the file says of a signature. */
  record Claim(String signer, String role, Side side, Instant at) {
    public Claim {
      Texts.line(signer, "a signer");
      Texts.line(role, "a role");
    }
  }

  /**
   * An assertion of a passkey (Web Authentication Level 2, section 7.2), whose challenge is the
   * SHA-256 of the canonical document.
   *
   * @param publicKey the credential's public key, as COSE_Key in CBOR (RFC 9053)
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes as they came
  record Passkey(
      Claim claim,
      byte[] publicKey,
      byte[] authenticatorData,
      byte[] clientDataJson,
      byte[] signature)
      implements Proof {}

  /**
   * A plain signature over the canonical document, as a service account makes it.
   *
   * @param publicKey as SubjectPublicKeyInfo (RFC 5280), Ed25519 or P-256
   * @param signature Ed25519 (RFC 8032), or ECDSA with SHA-256 in DER
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; bytes as they came
  record Plain(Claim claim, byte[] publicKey, byte[] signature) implements Proof {}
}
