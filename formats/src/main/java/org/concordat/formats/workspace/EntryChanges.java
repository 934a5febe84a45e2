package org.concordat.formats.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the entries of a list.
 *
 * @param outcomes for each old entry the same one, the one that replaces it, or null when it goes
 * @param added the new entries, in their order
 */
record EntryChanges(List<@Nullable Object> outcomes, List<Object> added) {

  /**
   * The changes from one list to another: equal entries are kept wherever they stand, then entries
   * of one identity replace each other.
   *
   * @param oldWriter and newWriter write the entries; one that would be written differently,
   *     because the scale has changed, is not equal
   */
  static EntryChanges between(
      List<?> before, List<?> after, EntryWriter oldWriter, EntryWriter newWriter) {
    boolean rescaled = !oldWriter.hasScaleOf(newWriter);
    Map<Object, Deque<Integer>> equal = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      Object key = rescaled ? newWriter.lines(after.get(i)) : after.get(i);
      equal.computeIfAbsent(key, _ -> new ArrayDeque<>(1)).add(i);
    }
    boolean[] used = new boolean[after.size()];
    List<@Nullable Object> outcomes = new ArrayList<>();
    for (Object entry : before) {
      Integer match = take(equal, rescaled ? oldWriter.lines(entry) : entry);
      outcomes.add(match == null ? null : entry);
      if (match != null) {
        used[match] = true;
      }
    }
    Map<Object, Deque<Integer>> sameIdentity = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      if (!used[i]) {
        sameIdentity.computeIfAbsent(identity(after.get(i)), _ -> new ArrayDeque<>(1)).add(i);
      }
    }
    for (int i = 0; i < before.size() && !sameIdentity.isEmpty(); i++) {
      Integer match = outcomes.get(i) == null ? take(sameIdentity, identity(before.get(i))) : null;
      if (match != null) {
        used[match] = true;
        outcomes.set(i, after.get(match));
      }
    }
    List<Object> added = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (!used[i]) {
        added.add(after.get(i));
      }
    }
    return new EntryChanges(outcomes, added);
  }

  private static @Nullable Integer take(Map<Object, Deque<Integer>> positions, Object key) {
    Deque<Integer> queue = positions.get(key);
    return queue == null ? null : queue.poll();
  }

  /** What stays when the rest of an entry changes. */
  private static Object identity(Object entry) {
    return switch (entry) {
      case PropertyDefinition property -> property.id();
      case Unit unit -> unit.id();
      case Goal goal -> goal.id();
      case Factor factor -> factor.id();
      case Asset asset -> asset.id();
      case Dependency dependency -> List.of(dependency.from(), dependency.on());
      case Impact impact ->
          List.of(
              impact.link(), String.valueOf(impact.judgement().by()), impact.judgement().agreed());
      case Origin origin -> List.of(origin.source(), origin.element(), origin.kind());
      default -> throw new IllegalArgumentException("no entry of a workspace: " + entry);
    };
  }

  boolean isNothing(List<?> before) {
    for (int i = 0; i < before.size(); i++) {
      if (outcomes.get(i) != before.get(i)) {
        return false;
      }
    }
    return added.isEmpty();
  }

  /** The changes of some of the old entries. */
  EntryChanges part(int from, int to, List<Object> addedHere) {
    return new EntryChanges(outcomes.subList(from, to), addedHere);
  }

  /** The entries that there are in the end. */
  List<Object> result() {
    List<Object> result = new ArrayList<>();
    for (Object outcome : outcomes) {
      if (outcome != null) {
        result.add(outcome);
      }
    }
    result.addAll(added);
    return result;
  }
}
