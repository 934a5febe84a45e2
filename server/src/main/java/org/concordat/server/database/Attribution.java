package org.concordat.server.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and why; stands beside every row change in the trail.
 *
 * @param actor who: an account's id, or the name of a part of the server that acts by itself
 * @param request the request that it came with, for the logs, or null
 * @param change what one action changed belongs together under one id
 * @param reason the reason that the actor gave, or null
 */
public record Attribution(
    String actor, @Nullable String request, UUID change, @Nullable String reason) {
  /** The longest reason that is kept, in characters. */
  public static final int LONGEST_REASON = 2_000;

  public Attribution {
    if (actor.isBlank()) {
      throw new IllegalArgumentException("a change needs an actor");
    }
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a reason has at most " + LONGEST_REASON + " characters, not " + reason.length());
    }
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** What a part of the server does by itself, such as {@code set-up}. */
  public static Attribution ofServer(String part) {
    return new Attribution("server:" + part, null, Ids.next(), null);
  }
}
