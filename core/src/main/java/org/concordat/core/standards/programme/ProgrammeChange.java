package org.concordat.core.standards.programme;

import org.jspecify.annotations.Nullable;

/**
 * An entry comes, goes or becomes another one.
 *
 * @param before null when it comes
 * @param after null when it goes
 */
public record ProgrammeChange(@Nullable ProgrammeEntry before, @Nullable ProgrammeEntry after) {
  public ProgrammeChange {
    if (before == null ? after == null : after != null && !before.key().equals(after.key())) {
      throw new IllegalArgumentException(
          "a change is of one entry, not of " + before + " to " + after);
    }
  }

  /** The key of the entry. */
  public EntryKey key() {
    return present().key();
  }

  /** What comes or stays, or else what goes. */
  public ProgrammeEntry present() {
    ProgrammeEntry one = after == null ? before : after;
    if (one == null) {
      throw new IllegalStateException("a change has a before or an after");
    }
    return one;
  }
}
