package org.concordat.core.alignment.priorities;

import org.concordat.core.versions.PagedInts;
import org.jspecify.annotations.Nullable;

/** Path bounds for the combinations that speak of levels: weakest link and matrix. */
final class LevelPathBounds implements PathBounds {
  private static final int NONE = -1;

  private final Estate estate;
  private final int unit;
  private final Arithmetic arithmetic;
  private final int width;

  /** By factor: the highest level that a link to one of the goals gives. */
  private final int[] factorLevels;

  /**
   * By requirement times {@link #width} plus level: the fewest steps of a path that gives the level
   * or a higher one, or -1 where no path does.
   */
  private final PagedInts steps;

  LevelPathBounds(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    arithmetic = estate.arithmetic;
    width = arithmetic.levels() + 1;
    int count = estate.requirements();
    steps = new PagedInts(count * width, NONE);
    byte[] best = new byte[count];
    IntList frontier = new IntList();
    factorLevels = factorLevels();
    for (int requirement = 0; requirement < count; requirement++) {
      int own = ownLevel(requirement);
      if (own > 0) {
        improve(best, requirement, own, 0);
        frontier.add(requirement);
      }
    }
    int[] round = new int[count];
    for (int number = 1; !frontier.isEmpty(); number++) {
      frontier = next(best, frontier, round, number);
    }
  }

  /** The bounds of before on an estate after changes, to be mended. */
  private LevelPathBounds(LevelPathBounds shared, Estate changed) {
    estate = changed;
    unit = shared.unit;
    arithmetic = shared.arithmetic;
    width = shared.width;
    steps = shared.steps.copy();
    steps.grow(changed.requirements() * width);
    factorLevels = factorLevels();
  }

  private int[] factorLevels() {
    Vision vision = estate.vision;
    int[] levels = new int[vision.goalsOf.length];
    for (int factor = 0; factor < levels.length; factor++) {
      for (int i = 0; i < vision.goalsOf[factor].length; i++) {
        int goal = vision.goalsOf[factor][i];
        if (vision.counts(goal, unit)) {
          int level = arithmetic.along(vision.levelsOf[factor][i], vision.importance[goal]);
          levels[factor] = Math.max(levels[factor], level);
        }
      }
    }
    return levels;
  }

  /** The level that the links of a requirement give, 0 for none. */
  int ownLevel(int requirement) {
    int[] highest = {0};
    estate.links.each(
        requirement,
        (factor, level) ->
            highest[0] = Math.max(highest[0], arithmetic.along(level, factorLevels[factor])));
    return highest[0];
  }

  /**
   * One round: requirements that inherit something higher over one dependency more.
   *
   * @param round by requirement: the last round in which it was improved
   */
  private IntList next(byte[] best, IntList frontier, int[] round, int number) {
    byte[] table = arithmetic.handedLevels();
    IntList improved = new IntList();
    int[] held = new int[frontier.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = best[frontier.get(i)];
    }
    for (int i = 0; i < held.length; i++) {
      int requirement = frontier.get(i);
      int level = held[i];
      int asset = estate.assetOf[requirement];
      int property = requirement - estate.firstRequirement[asset];
      estate.edges.eachOf(
          asset,
          edge -> {
            int way = estate.edges.way[edge];
            int strength = estate.transfers.strength(way);
            int base = estate.firstRequirement[estate.edges.on[edge]];
            for (int pair : estate.transfers.down()[way][property]) {
              int target = base + (pair >> 1);
              int value = table[arithmetic.handedRow(strength, pair & 1) + level];
              if (value > best[target]) {
                improve(best, target, value, number);
                if (round[target] < number) {
                  round[target] = number;
                  improved.add(target);
                }
              }
            }
          });
    }
    return improved;
  }

  private void improve(byte[] best, int requirement, int level, int number) {
    for (int reached = best[requirement] + 1; reached <= level; reached++) {
      steps.set(requirement * width + reached, number);
    }
    best[requirement] = (byte) level;
  }

  /** The highest level that paths from a requirement give, 0 for none. */
  int highestLevel(int requirement) {
    int level = width - 1;
    while (level > 0 && fewestSteps(requirement, level) < 0) {
      level--;
    }
    return level;
  }

  /** The fewest steps of a path that gives a level or a higher one; -1 when there is no path. */
  int fewestSteps(int requirement, int level) {
    return steps.get(requirement * width + level);
  }

  /** Replaces the fewest steps of a path that gives a level or a higher one. */
  void replace(int requirement, int level, int fewest) {
    steps.set(requirement * width + level, fewest);
  }

  @Override
  public @Nullable PathBounds after(Estate changed, IntSet requirements, int[] factors) {
    LevelPathBounds mended = new LevelPathBounds(this, changed);
    IntSet doubtful = new IntSet();
    for (int i = 0; i < requirements.size(); i++) {
      doubtful.add(requirements.get(i));
    }
    for (int factor : factors) {
      int before = factor < factorLevels.length ? factorLevels[factor] : 0;
      if (mended.factorLevels[factor] != before) {
        for (int requirement : changed.links.linkedTo(factor)) {
          doubtful.add(requirement);
        }
      }
    }
    return new PathMending(changed, mended).mend(doubtful) ? mended : null;
  }

  @Override
  public boolean leadsSomewhere(int requirement) {
    return fewestSteps(requirement, 1) >= 0;
  }

  @Override
  public Prefix start() {
    byte[] identity = new byte[width];
    for (int level = 0; level < width; level++) {
      identity[level] = (byte) level;
    }
    return new Prefix.Levels(identity);
  }

  @Override
  public Prefix extend(Prefix prefix, int strength, boolean capped) {
    byte[] before = table(prefix);
    byte[] after = new byte[width];
    int row = arithmetic.handedRow(strength, capped ? 1 : 0);
    for (int level = 0; level < width; level++) {
      after[level] = before[arithmetic.handedLevels()[row + level]];
    }
    return new Prefix.Levels(after);
  }

  private static byte[] table(Prefix prefix) {
    return switch (prefix) {
      case Prefix.Levels levels -> levels.table;
      case Prefix.Factor _ -> throw new IllegalArgumentException("a product's prefix");
    };
  }

  @Override
  public double best(Prefix prefix, int requirement) {
    return arithmetic.weight(table(prefix)[highestLevel(requirement)]);
  }

  @Override
  public int fewestSteps(Prefix prefix, int requirement) {
    byte[] table = table(prefix);
    int highest = highestLevel(requirement);
    int fewest = fewestSteps(requirement, highest);
    for (int level = highest - 1; level > 0; level--) {
      int fewer = fewestSteps(requirement, level);
      if (fewer != fewest && table[level] != table[highest]) {
        return fewest;
      }
      fewest = fewer;
    }
    return fewest;
  }

  @Override
  public double end(Prefix prefix, int link, int visionLink, int importance) {
    int level = arithmetic.along(link, arithmetic.along(visionLink, importance));
    return arithmetic.weight(table(prefix)[level]);
  }
}
