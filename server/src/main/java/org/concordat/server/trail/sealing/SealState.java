package org.concordat.server.trail.sealing;

import java.util.Optional;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailVerification.NotedHead;

/**
 * How far a trail is sealed.
 *
 * @param entries how many entries there are
 * @param last the head over the most entries, or empty before the first
 * @param fingerprint of the key that the server seals with now
 * @param broken whether the next entry to be sealed is missing or the last head was changed
 */
public record SealState(
    long entries, Optional<SignedHead> last, String fingerprint, boolean broken) {
  /** How many entries are sealed. */
  public long sealed() {
    return last.map(SignedHead::size).orElse(0L);
  }

  /** How many entries wait to be sealed. */
  public long waiting() {
    return Math.max(0, entries - sealed());
  }

  /** What to write down, so that a past that is rewritten later is found out. */
  public Optional<NotedHead> note() {
    return last.map(head -> new NotedHead(head.size(), head.root()));
  }
}
