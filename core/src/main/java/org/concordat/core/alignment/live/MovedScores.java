package org.concordat.core.alignment.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.PriorityView;
import org.jspecify.annotations.Nullable;

/** Adds up what several steps do to scores, and compares scores before and after starting over. */
final class MovedScores {
  private final Map<Requirement, Priorities.Moved> moved = new HashMap<>();

  /** One step; a requirement may move in several. */
  void add(List<Priorities.Moved> step) {
    for (Priorities.Moved each : step) {
      add(each.requirement(), each.before(), each.now());
    }
  }

  private void add(Requirement requirement, double before, double now) {
    moved.merge(
        requirement,
        new Priorities.Moved(requirement, before, now),
        (earlier, later) -> new Priorities.Moved(requirement, earlier.before(), later.now()));
  }

  /** All that moved on the whole. */
  Applied applied(Touched touched) {
    TreeSet<Requirement> appeared = new TreeSet<>();
    TreeSet<Requirement> gone = new TreeSet<>();
    touched.assets.forEach(
        (_, state) -> {
          Asset before = state.before();
          if (before != null) {
            addRequirements(before, gone);
          }
          for (Asset after : state.after()) {
            addRequirements(after, appeared);
          }
        });
    TreeSet<Requirement> both = new TreeSet<>(gone);
    both.retainAll(appeared);
    gone.removeAll(both);
    appeared.removeAll(both);
    TreeMap<Requirement, Priorities.Moved> sorted = new TreeMap<>(moved);
    sorted.values().removeIf(MovedScores::isSame);
    return new Applied(List.copyOf(sorted.values()), List.copyOf(appeared), List.copyOf(gone));
  }

  private static boolean isSame(Priorities.Moved moved) {
    return PriorityView.key(moved.before()) == PriorityView.key(moved.now());
  }

  private static void addRequirements(Asset asset, Set<Requirement> requirements) {
    for (String property : asset.properties()) {
      requirements.add(new Requirement(asset.id(), property));
    }
  }

  /** An asset and the number of its first requirement in one version. */
  private record Scored(Asset asset, int firstRequirement) {
    double need(PriorityView view, String property) {
      int place = Node.sortedProperties(asset).indexOf(property);
      return place < 0 ? 0 : view.need(firstRequirement + place);
    }
  }

  private static @Nullable Scored scored(Store store, Scores scores, String asset) {
    Node node = store.find(asset);
    return node == null ? null : new Scored(node.asset(), scores.first(node));
  }

  /** Adds what differs between two versions. */
  void compare(Store storeBefore, Scores before, Store store, Scores scores) {
    PriorityView viewBefore = before.all();
    PriorityView view = scores.all();
    for (Node node : store.nodes()) {
      Scored was = scored(storeBefore, before, node.id());
      Scored is = new Scored(node.asset(), scores.first(node));
      if (was == null || !was.asset.properties().equals(is.asset.properties())) {
        compareByName(viewBefore, was, view, is);
      } else {
        compareByNumber(viewBefore, was, view, is);
      }
    }
    for (Node node : storeBefore.nodes()) {
      if (store.find(node.id()) == null) {
        compareByName(viewBefore, scored(storeBefore, before, node.id()), view, null);
      }
    }
  }

  private void compareByNumber(PriorityView before, Scored was, PriorityView now, Scored is) {
    int count = is.asset.properties().size();
    for (int i = 0; i < count; i++) {
      double scoreBefore = before.need(was.firstRequirement + i);
      double scoreNow = now.need(is.firstRequirement + i);
      if (scoreBefore != scoreNow) {
        String property = Node.sortedProperties(is.asset).get(i);
        add(new Requirement(is.asset.id(), property), scoreBefore, scoreNow);
      }
    }
  }

  private void compareByName(
      PriorityView before, @Nullable Scored was, PriorityView now, @Nullable Scored is) {
    Set<Requirement> requirements = new TreeSet<>();
    if (was != null) {
      addRequirements(was.asset, requirements);
    }
    if (is != null) {
      addRequirements(is.asset, requirements);
    }
    for (Requirement requirement : requirements) {
      add(
          requirement,
          was == null ? 0 : was.need(before, requirement.property()),
          is == null ? 0 : is.need(now, requirement.property()));
    }
  }
}
