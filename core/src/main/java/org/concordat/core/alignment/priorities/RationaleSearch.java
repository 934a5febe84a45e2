package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best paths that give a requirement its priority: highest score first, of equal ones the
 * shorter, of equally long ones by the ids on them. Parallel dependencies make one path, with the
 * higher levels.
 *
 * <p>A best-first search (A*: Hart, Nilsson and Raphael, 1968) from the requirement to those that
 * depend on it, along paths without repetition, led by {@link PathBounds}, which never promise less
 * than what a path goes on to give; so paths come out in order. Where cycles make it look at more
 * than {@value #MOST_LOOKED_AT} beginnings it stops with the paths found by then; the first is
 * always found.
 */
final class RationaleSearch {
  static final int MOST_LOOKED_AT = 50_000;

  private static final Comparator<Beginning> BEST_FIRST =
      Comparator.<Beginning>comparingLong(b -> -b.key)
          .thenComparingInt(b -> b.length)
          .thenComparing(b -> b.ids, Arrays::compare)
          .thenComparing(b -> b.levels, (one, other) -> -Arrays.compare(one, other));

  private final Estate estate;
  private final int unit;
  private final PathBounds bounds;

  /**
   * A search over an estate.
   *
   * @param unit the unit whose goals alone count, or -1
   * @param bounds of this estate and unit
   */
  RationaleSearch(Estate estate, int unit, PathBounds bounds) {
    this.estate = estate;
    this.unit = unit;
    this.bounds = bounds;
  }

  /** The beginning of a path, or a whole one when it has a goal. */
  private static final class Beginning {
    final @Nullable Beginning before;
    final int requirement;
    final String[] ids;
    final int[] levels;
    final PathBounds.Prefix prefix;
    final long key;
    final int length;
    final boolean whole;

    Beginning(
        @Nullable Beginning before,
        int requirement,
        String[] ids,
        int[] levels,
        PathBounds.Prefix prefix,
        double score,
        int length,
        boolean whole) {
      this.before = before;
      this.requirement = requirement;
      this.ids = ids;
      this.levels = levels;
      this.prefix = prefix;
      this.key = ScoreBoard.key(score);
      this.length = length;
      this.whole = whole;
    }

    boolean visits(int other) {
      for (Beginning b = this; b != null; b = b.before) {
        if (b.requirement == other) {
          return true;
        }
      }
      return false;
    }
  }

  /** The best paths of a requirement, at most {@code limit}; none when it has no need. */
  List<RationalePath> best(int requirement, int limit) {
    List<RationalePath> found = new ArrayList<>();
    if (limit <= 0 || !bounds.leadsSomewhere(requirement)) {
      return found;
    }
    PriorityQueue<Beginning> open = new PriorityQueue<>(BEST_FIRST);
    Set<List<String>> seen = new HashSet<>();
    PathBounds.Prefix start = bounds.start();
    open.add(
        new Beginning(
            null,
            requirement,
            new String[] {estate.requirementId(requirement)},
            new int[0],
            start,
            bounds.best(start, requirement),
            1 + bounds.fewestSteps(start, requirement),
            false));
    for (int looked = 0; !open.isEmpty() && found.size() < limit; looked++) {
      Beginning best = open.remove();
      if (best.whole) {
        if (seen.add(List.of(best.ids))) {
          found.add(path(best));
        }
      } else if (looked < MOST_LOOKED_AT) {
        addEnds(best, open);
        addDependents(best, open);
      }
    }
    return found;
  }

  private void addEnds(Beginning beginning, PriorityQueue<Beginning> open) {
    Vision vision = estate.vision;
    estate.links.each(
        beginning.requirement,
        (factor, level) -> {
          for (int i = 0; i < vision.goalsOf[factor].length; i++) {
            int goal = vision.goalsOf[factor][i];
            if (vision.counts(goal, unit)) {
              int link = vision.levelsOf[factor][i];
              int importance = vision.importance[goal];
              open.add(
                  new Beginning(
                      beginning.before,
                      beginning.requirement,
                      with(beginning.ids, vision.factors.get(factor), vision.goals.get(goal)),
                      with(beginning.levels, level, link, importance),
                      beginning.prefix,
                      bounds.end(beginning.prefix, level, link, importance),
                      beginning.ids.length,
                      true));
            }
          }
        });
  }

  private void addDependents(Beginning beginning, PriorityQueue<Beginning> open) {
    int asset = estate.assetOf[beginning.requirement];
    int place = beginning.requirement - estate.firstRequirement[asset];
    estate.edges.eachOn(
        asset,
        edge -> {
          int way = estate.edges.way[edge];
          int strength = estate.transfers.strength(way);
          int base = estate.firstRequirement[estate.edges.from[edge]];
          for (int pair : estate.transfers.up()[way][place]) {
            int dependent = base + (pair >> 1);
            if (bounds.leadsSomewhere(dependent) && !beginning.visits(dependent)) {
              PathBounds.Prefix prefix = bounds.extend(beginning.prefix, strength, (pair & 1) == 1);
              open.add(
                  new Beginning(
                      beginning,
                      dependent,
                      with(beginning.ids, estate.requirementId(dependent)),
                      with(beginning.levels, strength),
                      prefix,
                      bounds.best(prefix, dependent),
                      beginning.ids.length + 1 + bounds.fewestSteps(prefix, dependent),
                      false));
            }
          }
        });
  }

  private static String[] with(String[] ids, String... more) {
    String[] longer = Arrays.copyOf(ids, ids.length + more.length);
    System.arraycopy(more, 0, longer, ids.length, more.length);
    return longer;
  }

  private static int[] with(int[] levels, int... more) {
    int[] longer = Arrays.copyOf(levels, levels.length + more.length);
    System.arraycopy(more, 0, longer, levels.length, more.length);
    return longer;
  }

  private RationalePath path(Beginning whole) {
    return new RationalePath(
        List.of(whole.ids), Arrays.stream(whole.levels).mapToObj(Level::of).toList(), score(whole));
  }

  /** The score reckoned from the goal backwards, in the order in which needs are carried. */
  private double score(Beginning whole) {
    if (!estate.arithmetic.isProduct()) {
      int last = whole.levels.length - 1;
      return bounds.end(
          whole.prefix, whole.levels[last - 2], whole.levels[last - 1], whole.levels[last]);
    }
    double score = 1;
    for (int i = whole.levels.length - 1; i >= 0; i--) {
      score *= estate.arithmetic.weight(whole.levels[i]);
    }
    return score;
  }
}
