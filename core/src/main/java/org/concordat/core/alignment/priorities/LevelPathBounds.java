package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/** Path bounds for the combinations that speak of levels: weakest link and matrix. */
final class LevelPathBounds implements PathBounds {
  /** Once the entries that chains left behind outnumber the others by so much, start over. */
  private static final int SPARE_ENTRIES = 100_000;

  private final Estate estate;
  private final int unit;
  private final Arithmetic arithmetic;
  private final int width;

  /** By factor: the highest level that a link to one of the goals gives. */
  private int[] factorLevels;

  /**
   * By requirement, a chain of what its paths give: first the highest level and the fewest steps to
   * it, then lower levels that take fewer steps. -1 ends a chain.
   */
  private int[] chain;

  private final IntList entryLevel = new IntList();
  private final IntList entrySteps = new IntList();
  private final IntList entryNext = new IntList();

  private final int firstEntries;

  LevelPathBounds(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    arithmetic = estate.arithmetic;
    width = arithmetic.levels() + 1;
    int count = estate.requirements();
    chain = new int[count];
    Arrays.fill(chain, -1);
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
    for (int steps = 1; !frontier.isEmpty(); steps++) {
      frontier = next(best, frontier, steps);
    }
    firstEntries = entryLevel.size();
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

  /** One round: requirements that inherit something higher over one dependency more. */
  private IntList next(byte[] best, IntList frontier, int steps) {
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
      estate.eachDependencyOf(
          asset,
          edge -> {
            int way = estate.edgeWay[edge];
            int strength = estate.transfers.strength(way);
            int base = estate.firstRequirement[estate.edgeOn[edge]];
            for (int pair : estate.transfers.down()[way][property]) {
              int target = base + (pair >> 1);
              int value = table[arithmetic.handedRow(strength, pair & 1) + level];
              if (value > best[target] && improve(best, target, value, steps)) {
                improved.add(target);
              }
            }
          });
    }
    return improved;
  }

  /** Notes a higher level; returns whether it is the first one in this round. */
  private boolean improve(byte[] best, int requirement, int level, int steps) {
    best[requirement] = (byte) level;
    int head = chain[requirement];
    if (head >= 0 && entrySteps.get(head) == steps) {
      entryLevel.set(head, level);
      return false;
    }
    chain[requirement] = entryLevel.size();
    entryLevel.add(level);
    entrySteps.add(steps);
    entryNext.add(head);
    return true;
  }

  /** The highest level that paths from a requirement give, 0 for none. */
  int highestLevel(int requirement) {
    int head = chain[requirement];
    return head < 0 ? 0 : entryLevel.get(head);
  }

  /** The fewest steps of a path that gives a level or a higher one; -1 when there is no path. */
  int fewestSteps(int requirement, int level) {
    int steps = -1;
    for (int entry = chain[requirement];
        entry >= 0 && entryLevel.get(entry) >= level;
        entry = entryNext.get(entry)) {
      steps = entrySteps.get(entry);
    }
    return steps;
  }

  /**
   * Replaces what paths from a requirement give.
   *
   * @param steps by level, from index 1: the fewest steps, or -1
   */
  void replace(int requirement, int[] steps) {
    int next = -1;
    for (int level = 1; level < steps.length; level++) {
      boolean higherIsAsNear = level + 1 < steps.length && steps[level + 1] == steps[level];
      if (steps[level] >= 0 && !higherIsAsNear) {
        entryLevel.add(level);
        entrySteps.add(steps[level]);
        entryNext.add(next);
        next = entryLevel.size() - 1;
      }
    }
    chain[requirement] = next;
  }

  @Override
  public boolean update(IntSet requirements, int[] factors) {
    int before = chain.length;
    if (before < estate.requirements()) {
      chain = Arrays.copyOf(chain, estate.requirements());
      Arrays.fill(chain, before, chain.length, -1);
    }
    if (factors.length > 0 || factorLevels.length < estate.vision.goalsOf.length) {
      int[] levels = factorLevels();
      int[] levelsBefore = Arrays.copyOf(factorLevels, levels.length);
      factorLevels = levels;
      for (int factor : factors) {
        if (levels[factor] != levelsBefore[factor]) {
          for (int requirement : estate.links.linkedTo(factor)) {
            requirements.add(requirement);
          }
        }
      }
    }
    return entryLevel.size() < 2 * firstEntries + SPARE_ENTRIES
        && new PathMending(estate, this).mend(requirements);
  }

  @Override
  public boolean leadsSomewhere(int requirement) {
    return chain[requirement] >= 0;
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
    return arithmetic.weight(table(prefix)[entryLevel.get(chain[requirement])]);
  }

  @Override
  public int fewestSteps(Prefix prefix, int requirement) {
    byte[] table = table(prefix);
    int entry = chain[requirement];
    int result = table[entryLevel.get(entry)];
    int steps = entrySteps.get(entry);
    while (entry >= 0 && table[entryLevel.get(entry)] == result) {
      steps = entrySteps.get(entry);
      entry = entryNext.get(entry);
    }
    return steps;
  }

  @Override
  public double end(Prefix prefix, int link, int visionLink, int importance) {
    int level = arithmetic.along(link, arithmetic.along(visionLink, importance));
    return arithmetic.weight(table(prefix)[level]);
  }
}
