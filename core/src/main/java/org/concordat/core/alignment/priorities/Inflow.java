package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What a requirement inherits, reckoned from all that depend on it, exactly as the rule says: the
 * highest handed score, raised where enough requirements hand a score that shows the same level.
 *
 * <p>Used where few requirements are looked at; the kernels reckon the same the other way round.
 */
final class Inflow {
  private final Estate estate;
  private final Arithmetic arithmetic;
  private double highest;
  private int place;
  private double[] handed = new double[8];
  private int[] givers = new int[8];
  private int count;

  Inflow(Estate estate) {
    this.estate = estate;
    this.arithmetic = estate.arithmetic;
  }

  /** The score that is inherited, 0 when nothing is. */
  double inherited(IntToDoubleFunction need, int requirement) {
    highestHanded(need, requirement);
    if (arithmetic.cumulation() == 0 || highest == 0) {
      return highest;
    }
    return givers() >= arithmetic.cumulation() ? arithmetic.raised(highest) : highest;
  }

  /** The highest score that is handed to a requirement, before cumulation. */
  double highestHanded(IntToDoubleFunction need, int requirement) {
    int asset = estate.assetOf[requirement];
    place = requirement - estate.firstRequirement[asset];
    highest = 0;
    count = 0;
    estate.edges.eachOn(asset, edge -> take(need, edge));
    return highest;
  }

  private void take(IntToDoubleFunction need, int edge) {
    int way = estate.edges.way[edge];
    int base = estate.firstRequirement[estate.edges.from[edge]];
    for (int pair : estate.transfers.up()[way][place]) {
      int giver = base + (pair >> 1);
      double value =
          arithmetic.handed(
              estate.transfers.strength(way), (pair & 1) == 1, need.applyAsDouble(giver));
      if (value > 0) {
        highest = Math.max(highest, value);
        if (arithmetic.cumulation() > 0) {
          remember(giver, value);
        }
      }
    }
  }

  private void remember(int giver, double value) {
    if (count == handed.length) {
      handed = Arrays.copyOf(handed, 2 * count);
      givers = Arrays.copyOf(givers, 2 * count);
    }
    handed[count] = value;
    givers[count++] = giver;
  }

  /** How many different requirements hand a score that shows the same level as the highest. */
  private long givers() {
    int shown = arithmetic.shown(highest);
    int[] same = new int[count];
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (arithmetic.shown(handed[i]) == shown) {
        same[found++] = givers[i];
      }
    }
    return Arrays.stream(same, 0, found).distinct().count();
  }
}
