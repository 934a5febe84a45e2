package org.concordat.server.trail.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;

/**
 * What checking an export showed.
 *
 * <p>Without errors, and with a key that came to the reader by another way than the export, it
 * means: entries 1 to {@link #sealed()} are those that the server sealed, every one and in this
 * order, and the file is one that the server wrote.
 *
 * @param header whose trail it is; empty when the file is no export
 * @param entries how many entries were read
 * @param heads how many heads were read
 * @param proved the last head that is rightly signed and fits the entries before it
 * @param findings errors: what contradicts the seal; warnings: what it does not show
 */
public record TrailVerification(
    Optional<TrailHeader> header,
    long entries,
    long heads,
    Optional<SignedHead> proved,
    List<Finding> findings) {
  /**
   * The most bytes of a line: of all that an export holds, a line is the one thing that is kept in
   * memory, up to ten times over.
   */
  public static final int LINE_BYTES = 32 * 1024 * 1024;

  /** The most lines of an export. */
  public static final int LINES = Integer.MAX_VALUE;

  /** A check with these outcomes. */
  public TrailVerification {
    findings = List.copyOf(findings);
  }

  /**
   * What a reader knows already, and an export has to agree with.
   *
   * @param key the key that the organisation made known; without one, an export only shows that it
   *     agrees with itself
   * @param noted a head of the same trail that the reader has kept; it shows whether the holder of
   *     the key has rewritten what was sealed by then
   */
  public record Expectation(Optional<PublicSealKey> key, Optional<NotedHead> noted) {
    /** Nothing is known. */
    public static final Expectation NONE = new Expectation(Optional.empty(), Optional.empty());

    /** The key is known. */
    public static Expectation of(PublicSealKey key) {
      return new Expectation(Optional.of(key), Optional.empty());
    }
  }

  /**
   * Size and root of an earlier head.
   *
   * @param size how many entries are under it
   * @param root the root of the Merkle tree over them
   */
  public record NotedHead(long size, TreeHash root) {
    /**
     * A noted head.
     *
     * @throws IllegalArgumentException when the size is below 1 or above 2^53 - 1
     */
    public NotedHead {
      CanonicalJson.check("the size of a head", size);
    }
  }

  /** Checks a file. */
  public static TrailVerification verify(Path file, Expectation expectation) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return verify(in, file.toString(), expectation);
    }
  }

  /**
   * Checks an export in one pass; what is kept in memory does not grow with it.
   *
   * @param name what findings call the file
   * @throws IOException when it cannot be read; whatever it holds is told by findings
   */
  public static TrailVerification verify(InputStream in, String name, Expectation expectation)
      throws IOException {
    return new TrailVerifier(new BoundedLines(in, LINE_BYTES), name, expectation).verify();
  }

  /** Whether nothing contradicts the seal. */
  public boolean isSound() {
    return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }

  /** How many entries a right head is over: numbers 1 to this. */
  public long sealed() {
    return proved.map(SignedHead::size).orElse(0L);
  }

  /** How many entries no right head is over. */
  public long unsealed() {
    return entries - sealed();
  }
}
