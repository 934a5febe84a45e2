package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The cheapest set that has something of each of some sets, by branch and bound: of the set with
 * the fewest members left one after the other is taken, and what others cost at least that share no
 * member is the bound.
 */
final class HittingSets {
  private final double[] costs;
  private final List<BitSet> sets = new ArrayList<>();
  private BitSet best = new BitSet();
  private double bestCost;

  /**
   * Sets of positions.
   *
   * @param costs of each, from 0
   */
  HittingSets(double[] costs) {
    this.costs = costs;
  }

  /** One more set; it is not empty. */
  void add(BitSet set) {
    if (set.isEmpty()) {
      throw new IllegalArgumentException("nothing can have something of an empty set");
    }
    sets.removeIf(
        other -> {
          BitSet outside = (BitSet) set.clone();
          outside.andNot(other);
          return outside.isEmpty();
        });
    sets.add((BitSet) set.clone());
    sets.sort(Comparator.comparingInt(BitSet::cardinality));
  }

  /** The cheapest set of positions; of equal ones the first that is found. */
  BitSet cheapest() {
    best = new BitSet();
    bestCost = Double.POSITIVE_INFINITY;
    search(new BitSet(), new BitSet(), 0);
    return best;
  }

  private void search(BitSet taken, BitSet closed, double cost) {
    BitSet fewest = null;
    int least = Integer.MAX_VALUE;
    double bound = cost;
    BitSet counted = new BitSet();
    for (BitSet set : sets) {
      if (set.intersects(taken)) {
        continue;
      }
      BitSet left = (BitSet) set.clone();
      left.andNot(closed);
      if (left.isEmpty()) {
        return;
      }
      if (left.cardinality() < least) {
        least = left.cardinality();
        fewest = left;
      }
      if (!left.intersects(counted)) {
        counted.or(left);
        bound += left.stream().mapToDouble(c -> costs[c]).min().orElse(0);
      }
    }
    if (bound >= bestCost) {
      return;
    }
    if (fewest == null) {
      best = (BitSet) taken.clone();
      bestCost = cost;
      return;
    }
    BitSet without = (BitSet) closed.clone();
    List<Integer> members = fewest.stream().boxed().toList();
    for (int c :
        members.stream().sorted(Comparator.comparingDouble((Integer m) -> costs[m])).toList()) {
      taken.set(c);
      search(taken, without, cost + costs[c]);
      taken.clear(c);
      without.set(c);
    }
  }
}
