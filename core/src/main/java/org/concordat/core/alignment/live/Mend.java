package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.EstateChange;
import org.jspecify.annotations.Nullable;

/**
 * Mends the priorities after changes, one step of the engine after the other. What goes away goes
 * before the store changes, what comes comes afterwards. An asset whose set of properties changes
 * goes and comes, for its requirements have numbers next to each other.
 */
final class Mend {
  /** Where more steps than these are needed, starting over is not much slower. */
  private static final int MOST_STEPS = 64;

  /** Assets that come without anything that hangs on them move nothing. */
  private static final int MOST_COMING = 2_000;

  private final Store before;
  private final Set<String> leaving = new LinkedHashSet<>();
  private final Set<String> coming = new LinkedHashSet<>();
  private final Set<String> depending;
  private final Set<Impact.Link> links;
  private final List<EstateChange> firstSteps;
  private final List<EstateChange> lastSteps;

  /**
   * What is to be done.
   *
   * @param store the long lists as they are
   * @param frame the short lists as they are, which lead to those after the changes
   */
  Mend(Store store, Frame frame, Frame after, Touched touched) {
    before = store;
    firstSteps = frame.stepsTo(after);
    lastSteps = frame.lastStepsTo(after);
    depending = new LinkedHashSet<>(touched.depending);
    links = new LinkedHashSet<>(touched.links);
    touched.assets.forEach(
        (id, state) -> {
          if (state.changesProperties()) {
            if (state.before() != null) {
              leaving.add(id);
            }
            if (!state.isGone()) {
              coming.add(id);
            }
          }
        });
    for (String id : leaving) {
      Node node = store.node(id);
      node.dependents.each(held -> depending.add(held.entry().from()));
      node.impacts.each(held -> links.add(held.entry().link()));
    }
    leaving.stream().filter(coming::contains).forEach(depending::add);
  }

  /** Whether this takes few steps. */
  boolean isShort() {
    int frame = firstSteps.size() + lastSteps.size();
    return leaving.size() + depending.size() + links.size() + frame <= MOST_STEPS
        && coming.size() <= MOST_COMING;
  }

  /** Cuts off and takes away what goes. */
  void takeAway(Scores scores, MovedScores moved) {
    for (String from : depending) {
      Node node = before.find(from);
      if (node != null && node.dependencies.entries().stream().anyMatch(this::isOnLeaving)) {
        List<Dependency> others =
            node.dependencies.entries().stream().filter(d -> !isOnLeaving(d)).toList();
        moved.add(scores.apply(new EstateChange.DependenciesSet(from, others), before));
      }
    }
    for (String id : leaving) {
      moved.add(scores.apply(new EstateChange.AssetRemoved(id), before));
    }
  }

  private boolean isOnLeaving(Dependency dependency) {
    return leaving.contains(dependency.on());
  }

  /**
   * Adds and sets what is new.
   *
   * @param after the long lists after the changes
   */
  void putIn(Scores scores, Store after, MovedScores moved) {
    steps(after).forEach(step -> moved.add(scores.apply(step, after)));
  }

  private List<EstateChange> steps(Store store) {
    List<EstateChange> steps = new ArrayList<>(firstSteps);
    for (String id : coming) {
      steps.add(new EstateChange.AssetAdded(store.node(id).asset()));
    }
    for (String from : depending) {
      Node node = store.find(from);
      if (node != null) {
        steps.add(new EstateChange.DependenciesSet(from, node.dependencies.entries()));
      }
    }
    for (Impact.Link link : links) {
      EstateChange step = step(store, link);
      if (step != null) {
        steps.add(step);
      }
    }
    steps.addAll(lastSteps);
    return steps;
  }

  private static @Nullable Level level(Store store, Impact.Link link) {
    List<Judgement> judgements = store.judged(link).stream().map(Impact::judgement).toList();
    return judgements.isEmpty() ? null : Judgement.counting(judgements);
  }

  /** Null where the requirement is no more, and its links with it. */
  private static @Nullable EstateChange step(Store store, Impact.Link link) {
    Level level = level(store, link);
    Requirement requirement = Requirement.parse(link.from()).orElse(null);
    if (requirement == null) {
      return new EstateChange.FactorImpactSet(link.from(), link.to(), level);
    }
    Node node = store.find(requirement.asset());
    return node == null || !node.asset().properties().contains(requirement.property())
        ? null
        : new EstateChange.RequirementImpactSet(requirement, link.to(), level);
  }
}
