package org.concordat.server.trail.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trail for somebody who will check it elsewhere: one line each for the header, the
 * entries, the heads and the footer, in the format of {@code docs/trail.md}.
 *
 * <p>It writes what it is given, also when that is no longer what was sealed: to find that out is
 * the reader's part ({@link TrailVerification}), and hiding it would be worse.
 */
public final class TrailExport {
  private final OutputStream out;
  private final MessageDigest digest = Sha256.begin();
  private long entryCount;
  private long headCount;

  private TrailExport(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a whole export and flushes it; what is kept in memory does not grow with the trail.
   *
   * <p>Heads that were signed with an earlier key are left out: a reader has one key, and each
   * later head is over all entries before it.
   *
   * @param out where to; written to in single lines, so buffer it
   * @param entries by number
   * @param heads by size
   * @param key signs the footer, and is the one that the header names
   * @return the footer, which tells how much was written
   * @throws IllegalArgumentException when the header names another key
   */
  public static TrailFooter write(
      OutputStream out,
      TrailHeader header,
      Iterator<TrailEntry> entries,
      Iterator<SignedHead> heads,
      SealKey key)
      throws IOException {
    if (!header.key().equals(key.publicKey())) {
      throw new IllegalArgumentException(
          "the header names the key %s, but the footer would be signed with %s"
              .formatted(header.key().fingerprint(), key.publicKey().fingerprint()));
    }
    TrailExport export = new TrailExport(out);
    export.line(header);
    export.merge(entries, heads, header.key().fingerprint());
    TrailFooter footer =
        TrailFooter.sign(
            key, export.entryCount, export.headCount, TreeHash.of(export.digest.digest()));
    export.line(footer);
    out.flush();
    return footer;
  }

  /** A head stands behind the last of its entries, or where that would be. */
  private void merge(Iterator<TrailEntry> entries, Iterator<SignedHead> heads, String fingerprint)
      throws IOException {
    SignedHead head = nextOf(fingerprint, heads);
    while (entries.hasNext()) {
      TrailEntry entry = entries.next();
      while (head != null && head.size() < entry.number()) {
        write(head);
        head = nextOf(fingerprint, heads);
      }
      line(entry);
      entryCount++;
    }
    while (head != null) {
      write(head);
      head = nextOf(fingerprint, heads);
    }
  }

  private static @Nullable SignedHead nextOf(String fingerprint, Iterator<SignedHead> heads) {
    while (heads.hasNext()) {
      SignedHead head = heads.next();
      if (head.fingerprint().equals(fingerprint)) {
        return head;
      }
    }
    return null;
  }

  private void write(SignedHead head) throws IOException {
    line(head);
    headCount++;
  }

  private void line(TrailLine line) throws IOException {
    byte[] bytes = line.canonical();
    digest.update(bytes);
    digest.update((byte) '\n');
    out.write(bytes);
    out.write('\n');
  }
}
