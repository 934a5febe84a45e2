package org.concordat.core.standards.programme;

import java.util.List;

/**
 * By which an entry is found among those of its kind.
 *
 * @param parts the ids of what it is about
 */
public record EntryKey(EntryKind kind, List<String> parts) {
  public EntryKey {
    parts = List.copyOf(parts);
    for (String part : parts) {
      if (part.isBlank()) {
        throw new IllegalArgumentException("an id is missing in the key of " + kind);
      }
    }
  }

  public static EntryKey of(EntryKind kind, String... parts) {
    return new EntryKey(kind, List.of(parts));
  }

  /** For people: the ids with slashes between them. */
  @Override
  public String toString() {
    return String.join("/", parts);
  }
}
