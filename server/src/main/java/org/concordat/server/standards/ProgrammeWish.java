package org.concordat.server.standards;

import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a programme shall be.
 *
 * @param wanted null for nothing: the entry shall go
 * @param tag of the entry as whoever wishes this has seen it, by {@link EntryTag}
 */
public record ProgrammeWish(EntryKey key, @Nullable ProgrammeEntry wanted, String tag) {
  public ProgrammeWish {
    if (wanted != null && !wanted.key().equals(key)) {
      throw new IllegalArgumentException(wanted.key() + " is not " + key);
    }
  }

  /** An entry shall be like this, decided on the sight of what the tag says. */
  public static ProgrammeWish of(ProgrammeEntry wanted, String tag) {
    return new ProgrammeWish(wanted.key(), wanted, tag);
  }

  /** An entry shall be like this, whatever is there. */
  public static ProgrammeWish of(ProgrammeEntry wanted) {
    return of(wanted, EntryTag.ANYTHING);
  }

  /** An entry shall go. */
  public static ProgrammeWish gone(EntryKey key, String tag) {
    return new ProgrammeWish(key, null, tag);
  }
}
