package org.concordat.server.trail.seal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise about the first entries of a trail: nobody can change, remove, insert or swap one of
 * them without breaking the root, nor make another root without the key.
 *
 * <p>Signed are the {@linkplain #DOMAIN domain} and the canonical line without its member {@code
 * signature}.
 *
 * @param tenant whose trail it is
 * @param size how many entries are under it, from number 1 on
 * @param root the root of the Merkle tree over them
 * @param at when it was signed, in whole microseconds
 * @param fingerprint which key it was signed with, see {@link PublicSealKey#fingerprint}
 * @param signature an Ed25519 signature in base64
 */
public record SignedHead(
    UUID tenant, long size, TreeHash root, Instant at, String fingerprint, String signature)
    implements TrailLine {
  /** What is signed begins with these ASCII characters, so that it can mean nothing else. */
  public static final String DOMAIN = "concordat trail head 1\n";

  static final String KIND = "head";

  /**
   * A head, whose signature may be wrong.
   *
   * @throws IllegalArgumentException when the size is below 1 or above 2^53 - 1, or the time has
   *     parts of microseconds
   */
  public SignedHead {
    Objects.requireNonNull(tenant);
    CanonicalJson.check("the size of a head", size);
    Objects.requireNonNull(root);
    CanonicalJson.check(at);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(signature);
  }

  /** Signs what a tree holds now. */
  public static SignedHead sign(SealKey key, UUID tenant, MerkleTree tree, Instant at) {
    SignedHead unsigned =
        new SignedHead(
            tenant, tree.size(), tree.root(), at, key.publicKey().fingerprint(), "unsigned");
    return new SignedHead(
        tenant,
        unsigned.size(),
        unsigned.root(),
        at,
        unsigned.fingerprint(),
        key.sign(DOMAIN, unsigned.line(null)));
  }

  /** Whether it was signed with this key. */
  public boolean isSignedWith(PublicSealKey key) {
    return fingerprint.equals(key.fingerprint()) && key.verifies(DOMAIN, line(null), signature);
  }

  @Override
  public byte[] canonical() {
    return line(signature);
  }

  private byte[] line(@Nullable String signed) {
    CanonicalJson line =
        new CanonicalJson()
            .member("at", at)
            .member("fingerprint", fingerprint)
            .member("kind", KIND)
            .member("root", root.toString());
    if (signed != null) {
      line.member("signature", signed);
    }
    return line.member("size", size).member("tenant", tenant.toString()).toBytes();
  }
}
