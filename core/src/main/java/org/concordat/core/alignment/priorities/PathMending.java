package org.concordat.core.alignment.priorities;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Mends the path bounds after a change without laying them out anew.
 *
 * <p>To each requirement and level belongs the fewest steps of a path that gives that level: a
 * shortest distance in a graph whose nodes are requirements with levels. Distances that have lost
 * every neighbour that they follow from are taken back, nearest first, and then all that can be
 * shorter is settled, nearest first again (Ramalingam and Reps, <i>An incremental algorithm for a
 * generalization of the shortest-path problem</i>, Journal of Algorithms 21, 1996). As distances
 * count steps, none holds itself up over a circle.
 */
final class PathMending {
  /** Mending more than this share of all requirements takes longer than laying out anew. */
  private static final int SHARE = 16;

  private static final int ALWAYS = 2_000;
  private static final int NONE = -1;

  private final Estate estate;
  private final Arithmetic arithmetic;
  private final LevelPathBounds bounds;
  private final int width;
  private final long limit;

  /** Distances that are other than the bounds say, by {@link #node}. */
  private final Map<Long, Integer> changed = new HashMap<>();

  private final PriorityQueue<Near> waiting = new PriorityQueue<>();
  private long looked;

  /** A requirement with a level, and a distance that it has or may have. */
  private record Near(int requirement, int level, int steps) implements Comparable<Near> {
    @Override
    public int compareTo(Near other) {
      return Integer.compare(steps, other.steps);
    }
  }

  PathMending(Estate estate, LevelPathBounds bounds) {
    this.estate = estate;
    this.arithmetic = estate.arithmetic;
    this.bounds = bounds;
    this.width = arithmetic.levels() + 1;
    this.limit = (long) ALWAYS + estate.requirements() / SHARE;
  }

  private long node(int requirement, int level) {
    return (long) requirement * width + level;
  }

  private int steps(int requirement, int level) {
    Integer now = changed.isEmpty() ? null : changed.get(node(requirement, level));
    return now == null ? bounds.fewestSteps(requirement, level) : now;
  }

  /**
   * Mends.
   *
   * @param requirements whose links, or whose dependents, are other than before
   * @return false when too much would have to be looked at; the bounds are as they were then
   */
  boolean mend(IntSet requirements) {
    if (requirements.size() > limit) {
      return false;
    }
    for (int i = 0; i < requirements.size(); i++) {
      int requirement = requirements.get(i);
      for (int level = 1; level <= bounds.highestLevel(requirement); level++) {
        waiting.add(new Near(requirement, level, bounds.fewestSteps(requirement, level)));
      }
    }
    if (!takeBack()) {
      return false;
    }
    for (long node : changed.keySet().toArray(Long[]::new)) {
      approach((int) (node / width), (int) (node % width));
    }
    for (int i = 0; i < requirements.size(); i++) {
      for (int level = 1; level < width; level++) {
        approach(requirements.get(i), level);
      }
    }
    if (!settle()) {
      return false;
    }
    write();
    return true;
  }

  /** Takes back, nearest first, what nothing nearer leads to any more. */
  private boolean takeBack() {
    while (!waiting.isEmpty()) {
      Near near = waiting.remove();
      if (++looked > limit) {
        return false;
      }
      if (steps(near.requirement, near.level) == near.steps
          && fewestSteps(near.requirement, near.level) != near.steps) {
        changed.put(node(near.requirement, near.level), NONE);
        eachBeneath(
            near.requirement,
            near.level,
            (target, level) -> {
              if (steps(target, level) == near.steps + 1) {
                waiting.add(new Near(target, level, near.steps + 1));
              }
            });
      }
    }
    return true;
  }

  /** Queues the distance that follows from what is known now. */
  private void approach(int requirement, int level) {
    int steps = fewestSteps(requirement, level);
    if (steps >= 0) {
      waiting.add(new Near(requirement, level, steps));
    }
  }

  private boolean settle() {
    while (!waiting.isEmpty()) {
      Near near = waiting.remove();
      if (++looked > 2 * limit) {
        return false;
      }
      if (isNearer(near.steps, steps(near.requirement, near.level))) {
        changed.put(node(near.requirement, near.level), near.steps);
        eachBeneath(
            near.requirement,
            near.level,
            (target, level) -> {
              if (isNearer(near.steps + 1, steps(target, level))) {
                waiting.add(new Near(target, level, near.steps + 1));
              }
            });
      }
    }
    return true;
  }

  private static boolean isNearer(int steps, int than) {
    return than < 0 || steps < than;
  }

  /** The distance that follows from own links and from the requirements that hand on; or -1. */
  private int fewestSteps(int requirement, int level) {
    if (bounds.ownLevel(requirement) >= level) {
      return 0;
    }
    int asset = estate.assetOf[requirement];
    int place = requirement - estate.firstRequirement[asset];
    int[] fewest = {NONE};
    estate.edges.eachOn(
        asset,
        edge -> {
          int way = estate.edges.way[edge];
          int strength = estate.transfers.strength(way);
          int base = estate.firstRequirement[estate.edges.from[edge]];
          for (int pair : estate.transfers.up()[way][place]) {
            int needed = neededLevel(strength, pair & 1, level);
            int steps = needed == width ? NONE : steps(base + (pair >> 1), needed);
            if (steps >= 0 && isNearer(steps + 1, fewest[0])) {
              fewest[0] = steps + 1;
            }
          }
        });
    return fewest[0];
  }

  /** The lowest level of a giver that hands on a level; above the scale when none does. */
  private int neededLevel(int strength, int capped, int level) {
    int row = arithmetic.handedRow(strength, capped);
    int needed = level;
    while (needed < width && arithmetic.handedLevels()[row + needed] < level) {
      needed++;
    }
    return needed;
  }

  /** Told of a requirement and a level. */
  private interface Visitor {
    void visit(int requirement, int level);
  }

  /** What follows from a requirement that gives a level: the requirements beneath, with levels. */
  private void eachBeneath(int requirement, int level, Visitor visitor) {
    int asset = estate.assetOf[requirement];
    int place = requirement - estate.firstRequirement[asset];
    estate.edges.eachOf(
        asset,
        edge -> {
          int way = estate.edges.way[edge];
          int row;
          int base = estate.firstRequirement[estate.edges.on[edge]];
          for (int pair : estate.transfers.down()[way][place]) {
            row = arithmetic.handedRow(estate.transfers.strength(way), pair & 1);
            for (int handed = arithmetic.handedLevels()[row + level]; handed > 0; handed--) {
              visitor.visit(base + (pair >> 1), handed);
            }
          }
        });
  }

  private void write() {
    changed.forEach(
        (node, steps) -> bounds.replace((int) (node / width), (int) (node % width), steps));
  }
}
