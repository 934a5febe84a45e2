package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two workspaces: an entry that was added, removed or changed.
 *
 * @param before the entry before, or null when it was added
 * @param after the entry after, or null when it was removed; never null together with {@code
 *     before}, and with the same key
 */
public record WorkspaceChange(@Nullable WorkspaceEntry before, @Nullable WorkspaceEntry after) {
  public WorkspaceChange {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a change has a before or an after");
    }
    if (before != null && after != null && !before.key().equals(after.key())) {
      throw new IllegalArgumentException(
          "'" + before.key() + "' cannot become '" + after.key() + "'");
    }
  }

  /**
   * What makes one workspace the other, in the order of the one after, removals last. The order of
   * entries within a list is no difference.
   */
  public static List<WorkspaceChange> between(Workspace before, Workspace after) {
    Map<String, WorkspaceEntry> old = WorkspaceEntry.of(before);
    List<WorkspaceChange> changes = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    WorkspaceEntry.of(after)
        .forEach(
            (key, entry) -> {
              WorkspaceEntry was = old.get(key);
              kept.add(key);
              if (!entry.equals(was)) {
                changes.add(new WorkspaceChange(was, entry));
              }
            });
    old.forEach(
        (key, entry) -> {
          if (!kept.contains(key)) {
            changes.add(new WorkspaceChange(entry, null));
          }
        });
    return changes;
  }

  /**
   * A workspace with changes made to it. Where a change does not fit (it removes what is not
   * there), its outcome still holds.
   */
  public static Workspace apply(Workspace workspace, Iterable<WorkspaceChange> changes) {
    Map<String, WorkspaceEntry> entries = new LinkedHashMap<>(WorkspaceEntry.of(workspace));
    for (WorkspaceChange change : changes) {
      if (change.after == null) {
        entries.remove(change.key());
      } else {
        entries.put(change.key(), change.after);
      }
    }
    return WorkspaceEntry.workspace(entries.values());
  }

  public WorkspaceChange inverse() {
    return new WorkspaceChange(after, before);
  }

  /** The key of the entry that changed. */
  public String key() {
    return entry().key();
  }

  /** The entry after, or before when it was removed. */
  public WorkspaceEntry entry() {
    return after != null ? after : java.util.Objects.requireNonNull(before);
  }
}
