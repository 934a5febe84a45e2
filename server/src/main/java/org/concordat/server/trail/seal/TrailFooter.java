package org.concordat.server.trail.seal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last line of an export: that it is whole, and what the server wrote.
 *
 * <p>Signed are the {@linkplain #DOMAIN domain} and the canonical line without its member {@code
 * signature}. That protects the header, and the entries that no head covers yet, from everybody but
 * the server.
 *
 * @param entries how many entries there are
 * @param heads how many heads there are
 * @param digest the SHA-256 of all bytes before this line
 * @param signature an Ed25519 signature in base64
 */
public record TrailFooter(long entries, long heads, TreeHash digest, String signature)
    implements TrailLine {
  /** What is signed begins with these ASCII characters, so that it can mean nothing else. */
  public static final String DOMAIN = "concordat trail export 1\n";

  static final String KIND = "footer";

  /** A footer, whose signature may be wrong. */
  public TrailFooter {
    Objects.requireNonNull(digest);
    Objects.requireNonNull(signature);
  }

  static TrailFooter sign(SealKey key, long entries, long heads, TreeHash digest) {
    TrailFooter unsigned = new TrailFooter(entries, heads, digest, "unsigned");
    return new TrailFooter(entries, heads, digest, key.sign(DOMAIN, unsigned.line(null)));
  }

  /** Whether it was signed with this key. */
  public boolean isSignedWith(PublicSealKey key) {
    return key.verifies(DOMAIN, line(null), signature);
  }

  @Override
  public byte[] canonical() {
    return line(signature);
  }

  private byte[] line(@Nullable String signed) {
    CanonicalJson line =
        new CanonicalJson()
            .member("digest", digest.toString())
            .member("entries", entries)
            .member("heads", heads)
            .member("kind", KIND);
    if (signed != null) {
      line.member("signature", signed);
    }
    return line.toBytes();
  }
}
