package org.concordat.server.trail.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.digests.Sha256;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.server.trail.seal.BoundedLines.TooLong;
import org.concordat.server.trail.seal.LineParser.Parsed;
import org.concordat.server.trail.seal.LineParser.Unreadable;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.trail.seal.TrailVerification.NotedHead;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line and notes what contradicts its seal. */
final class TrailVerifier {
  private static final String FROM_THE_SOURCE = "ask for a new export and compare the two";

  /** Problems may quote what stands in the file, which may be millions of characters. */
  private static final int PROBLEM = 400;

  private final BoundedLines lines;
  private final String file;
  private final Expectation expectation;
  private final FindingList findings = new FindingList();
  private final MerkleTree tree = new MerkleTree();
  private final MessageDigest digest = Sha256.begin();

  private int line;
  private long heads;

  /** The number that the next entry has to have, or 0 when a line before it was not readable. */
  private long nextNumber = 1;

  /** Whether it was said already that the entries are not those that were sealed. */
  private boolean isTold;

  private @Nullable SignedHead lastHead;
  private @Nullable SignedHead proved;

  TrailVerifier(BoundedLines lines, String file, Expectation expectation) {
    this.lines = lines;
    this.file = file;
    this.expectation = expectation;
  }

  TrailVerification verify() throws IOException {
    Optional<TrailHeader> header = Optional.empty();
    try {
      header = header();
      if (header.isPresent() && isExpectedKey(header.get())) {
        body(header.get());
        checkNoted();
      }
    } catch (TooLong e) {
      line++;
      error(
          "this line has more than %d bytes, so nothing from here on was read"
              .formatted(TrailVerification.LINE_BYTES),
          "an export has no such lines; " + FROM_THE_SOURCE);
    }
    return new TrailVerification(
        header, tree.size(), heads, Optional.ofNullable(proved), findings.list());
  }

  private Optional<TrailHeader> header() throws IOException, TooLong {
    byte[] first = next();
    if (first == null) {
      error("the file is empty", "take the whole file that was exported");
      return Optional.empty();
    }
    if (first.length > 0 && first[first.length - 1] == '\r') {
      error(
          "the line breaks were changed to those of Windows, so no hash can fit any more",
          "hand the file on as it is, for instance in an archive");
      return Optional.empty();
    }
    try {
      Parsed parsed = LineParser.parse(first);
      if (parsed.line() instanceof TrailHeader header) {
        checkForm(parsed);
        take(first);
        return Optional.of(header);
      }
      error("this is not the header of an export", "take the whole file that was exported");
    } catch (Unreadable e) {
      error(
          "this is no export of a trail that can be checked here: " + e.getMessage(),
          "take the file as it was exported, or a newer version of Concordat");
    }
    return Optional.empty();
  }

  private boolean isExpectedKey(TrailHeader header) {
    PublicSealKey key = expectation.key().orElse(header.key());
    if (!key.equals(header.key())) {
      error(
          "the export is signed with the key %s, not with the one that you trust, %s; nothing else was checked"
              .formatted(header.key().fingerprint(), key.fingerprint()),
          "ask the organisation, by another way, whether it has a new key");
      return false;
    }
    if (expectation.key().isEmpty()) {
      findings.warning(
          Place.of(file),
          "no key was given, so this shows only that the file agrees with itself: whoever made it"
              + " up could have signed it with a key of their own",
          "get the public key from the organisation by another way; the file names the key "
              + key.fingerprint());
    }
    return true;
  }

  private void body(TrailHeader header) throws IOException, TooLong {
    for (byte[] bytes = next(); bytes != null; bytes = next()) {
      if (line == TrailVerification.LINES) {
        error("there are too many lines, so nothing from here on was read", null);
        return;
      }
      try {
        Parsed parsed = LineParser.parse(bytes);
        checkForm(parsed);
        switch (parsed.line()) {
          case TrailHeader _ -> error("a second header", FROM_THE_SOURCE);
          case TrailEntry entry -> entry(entry, bytes, header);
          case SignedHead head -> head(head, header);
          case TrailFooter footer -> {
            footer(footer, header);
            return;
          }
        }
      } catch (Unreadable e) {
        error("this is no line of an export: " + e.getMessage(), FROM_THE_SOURCE);
        nextNumber = 0;
        isTold = true;
      }
      take(bytes);
    }
    error(
        "the file was cut off: it has no footer",
        "take the whole file; what stands before the last head is proved by it");
  }

  private void checkForm(Parsed parsed) {
    if (!parsed.isCanonical()) {
      error(
          "the line was rewritten: order, spaces, escapes or numbers are not as the format has"
              + " them",
          "take the file as it was exported; " + FROM_THE_SOURCE);
      isTold = true;
    }
  }

  private void entry(TrailEntry entry, byte[] bytes, TrailHeader header) {
    checkTenant(entry.tenant(), header);
    if (nextNumber != 0 && entry.number() != nextNumber) {
      error(
          "entry %d stands where %d should: entries were removed, added or swapped"
              .formatted(entry.number(), nextNumber),
          FROM_THE_SOURCE);
      isTold = true;
    }
    nextNumber = entry.number() + 1;
    tree.append(TreeHash.leaf(bytes));
    expectation
        .noted()
        .filter(n -> n.size() == tree.size() && !n.root().equals(tree.root()))
        .ifPresent(this::rewritten);
  }

  private void rewritten(NotedHead noted) {
    error(
        "entries 1 to %d are not those of the head that you noted".formatted(noted.size()),
        "the trail was rewritten since, or the head is of another one; compare with the export that"
            + " it came from");
  }

  private void checkTenant(UUID tenant, TrailHeader header) {
    if (!tenant.equals(header.tenant())) {
      error(
          "this is of the tenant %s, but the trail is that of %s"
              .formatted(tenant, header.tenant()),
          FROM_THE_SOURCE);
    }
  }

  private void head(SignedHead head, TrailHeader header) {
    heads++;
    checkTenant(head.tenant(), header);
    boolean isSigned = isSigned(head, header.key());
    boolean isLater = isLaterThanLast(head);
    boolean fits = fits(head);
    if (isSigned && isLater && fits && head.tenant().equals(header.tenant())) {
      proved = head;
    }
    lastHead = head;
  }

  private boolean isSigned(SignedHead head, PublicSealKey key) {
    if (head.isSignedWith(key)) {
      return true;
    }
    error(
        head.fingerprint().equals(key.fingerprint())
            ? "the signature of this head is wrong: it was changed or forged"
            : "this head names the key %s instead of %s"
                .formatted(head.fingerprint(), key.fingerprint()),
        "do not rely on the entries from %d to %d; ".formatted(sealed() + 1, head.size())
            + FROM_THE_SOURCE);
    return false;
  }

  private boolean isLaterThanLast(SignedHead head) {
    if (lastHead == null) {
      return true;
    }
    if (head.size() <= lastHead.size()) {
      error(
          "this head over %d entries stands behind one over %d: an older one was put here"
              .formatted(head.size(), lastHead.size()),
          FROM_THE_SOURCE);
      return false;
    }
    if (head.at().isBefore(lastHead.at())) {
      findings.warning(
          Place.of(file, line, 0, null),
          "this head was signed before the one before it",
          "see whether the server's clock was set back then");
    }
    return true;
  }

  private boolean fits(SignedHead head) {
    if (head.size() == tree.size() && head.root().equals(tree.root())) {
      return true;
    }
    if (!isTold) {
      error(
          head.size() == tree.size()
              ? "entries %d to %d are not those that were sealed: one was changed, added or replaced"
                  .formatted(sealed() + 1, head.size())
              : "this head is over %d entries, but %d stand before it: some were removed or added"
                  .formatted(head.size(), tree.size()),
          "compare the entries from %d on with a backup or an earlier export; later heads show"
                  .formatted(sealed() + 1)
              + " nothing more");
      isTold = true;
    }
    return false;
  }

  private long sealed() {
    return proved == null ? 0 : proved.size();
  }

  private void footer(TrailFooter footer, TrailHeader header) throws IOException, TooLong {
    if (footer.entries() != tree.size() || footer.heads() != heads) {
      error(
          "%d entries and %d heads were exported, but %d and %d are here"
              .formatted(footer.entries(), footer.heads(), tree.size(), heads),
          FROM_THE_SOURCE);
    } else if (!footer.digest().equals(TreeHash.of(digest.digest()))) {
      error("what stands before this line is not what was exported", FROM_THE_SOURCE);
    }
    if (!footer.isSignedWith(header.key())) {
      error(
          "the signature of the export is wrong: the footer was changed or forged",
          FROM_THE_SOURCE);
    }
    if (!lines.isLastWhole()) {
      error("the last line has no line break: the file was cut off or changed", FROM_THE_SOURCE);
    } else if (next() != null) {
      error("something follows the footer", FROM_THE_SOURCE);
    }
  }

  private void checkNoted() {
    expectation
        .noted()
        .filter(n -> n.size() > tree.size())
        .ifPresent(
            n ->
                findings.error(
                    Place.of(file),
                    "there are %d entries, but you noted a head over %d"
                        .formatted(tree.size(), n.size()),
                    "entries were removed since, or the export is older than your note"));
  }

  private byte @Nullable [] next() throws IOException, TooLong {
    byte[] bytes = lines.next();
    if (bytes != null) {
      line++;
    }
    return bytes;
  }

  /** Counts a line among those that the footer vouches for. */
  private void take(byte[] bytes) {
    digest.update(bytes);
    digest.update((byte) '\n');
  }

  private void error(String problem, @Nullable String remedy) {
    String told = problem.length() > PROBLEM ? problem.substring(0, PROBLEM) + "..." : problem;
    findings.error(Place.of(file, line, 0, null), told, remedy);
  }
}
