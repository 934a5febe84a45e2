package org.concordat.server.workspace;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an entry is still as somebody saw it: the same entry has the same tag, on every
 * server and after every restart. Pages carry it in their forms, the API as the entity tag.
 */
public final class EntryTag {
  /** The tag of what is not there. */
  public static final String NOTHING = "none";

  /** Stands for whatever is there. */
  public static final String ANYTHING = "*";

  private static final int BYTES = 12;

  private EntryTag() {}

  /**
   * The tag of an entry.
   *
   * @param entry a record of the workspace, a collection of such in any order, or null for nothing
   */
  public static String of(@Nullable Object entry) {
    if (entry == null || (entry instanceof Collection<?> all && all.isEmpty())) {
      return NOTHING;
    }
    String text =
        entry instanceof Collection<?> all
            ? all.stream().map(Objects::toString).sorted().collect(Collectors.joining("\n"))
            : entry.toString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(Sha256.of(text), BYTES));
  }
}
