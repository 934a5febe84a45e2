package org.concordat.server.trail.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.concordat.core.digests.Sha256;

/**
 * A SHA-256 hash: of a leaf or a node of a Merkle tree (RFC 6962, section 2.1), or of plain bytes.
 */
public final class TreeHash {
  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of a leaf: SHA-256 of a zero byte and the content. */
  public static TreeHash leaf(byte[] content) {
    MessageDigest sha = Sha256.begin();
    sha.update(LEAF);
    return new TreeHash(sha.digest(content));
  }

  /** The hash of an inner node: SHA-256 of a one byte and the hashes of its two children. */
  public static TreeHash node(TreeHash left, TreeHash right) {
    MessageDigest sha = Sha256.begin();
    sha.update(NODE);
    sha.update(left.bytes);
    return new TreeHash(sha.digest(right.bytes));
  }

  /** The plain SHA-256 of some bytes. */
  public static TreeHash plain(byte[] content) {
    return new TreeHash(Sha256.of(content));
  }

  /**
   * The hash that these bytes are.
   *
   * @throws IllegalArgumentException unless there are {@value #LENGTH} of them
   */
  public static TreeHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "a hash has " + LENGTH + " bytes, not " + bytes.length + " of them");
    }
    return new TreeHash(bytes.clone());
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when the text is anything but 64 hexadecimal digits
   */
  public static TreeHash parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
