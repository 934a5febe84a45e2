package org.concordat.core.alignment.attacks;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What can still come of a node of a diagram: points by rising cost, each of a better value than
 * all before it. A point remembers the choice that it begins with and the point of the next node
 * that it goes on with, so that a whole way can be read back.
 */
final class Front {
  /** Better by less than this share is no better: it is the noise of sums in another order. */
  static final double NOISE = 1e-12;

  /** Nothing can come of it. */
  static final Front NONE = new Front(0);

  private final double[] cost;
  private final double[] value;
  private final int[] next;
  private final boolean[] taken;
  private int size;

  /** Whether the first value is better than the second by more than noise. */
  @FunctionalInterface
  interface Better {
    boolean is(double one, double other);
  }

  private Front(int room) {
    cost = new double[room];
    value = new double[room];
    next = new int[room];
    taken = new boolean[room];
  }

  /** One point that costs nothing more. */
  static Front of(double value) {
    Front front = new Front(1);
    front.add(0, value, -1, false);
    return front;
  }

  /**
   * The front of a choice.
   *
   * @param left what comes when it is not taken
   * @param taken what comes when it is
   * @param price what taking it costs
   * @param worth what taking it makes of a value
   */
  static Front ofChoice(
      Front left, Front taken, double price, DoubleUnaryOperator worth, Better better) {
    Front all = new Front(left.size + taken.size);
    int i = 0;
    int j = 0;
    while (i < left.size || j < taken.size) {
      double costTaken = j < taken.size ? taken.cost[j] + price : Double.POSITIVE_INFINITY;
      double valueTaken = j < taken.size ? worth.applyAsDouble(taken.value[j]) : 0;
      boolean isTaken =
          i == left.size
              || costTaken < left.cost[i]
              || (costTaken == left.cost[i] && better.is(valueTaken, left.value[i]));
      if (isTaken) {
        all.addIfBetter(costTaken, valueTaken, j++, true, better);
      } else {
        all.addIfBetter(left.cost[i], left.value[i], i++, false, better);
      }
    }
    return all.trimmed();
  }

  private void addIfBetter(
      double pointCost, double pointValue, int from, boolean isTaken, Better better) {
    if (size == 0 || better.is(pointValue, value[size - 1])) {
      add(pointCost, pointValue, from, isTaken);
    }
  }

  private void add(double pointCost, double pointValue, int from, boolean isTaken) {
    cost[size] = pointCost;
    value[size] = pointValue;
    next[size] = from;
    taken[size] = isTaken;
    size++;
  }

  private Front trimmed() {
    Front trimmed = new Front(size);
    System.arraycopy(cost, 0, trimmed.cost, 0, size);
    System.arraycopy(value, 0, trimmed.value, 0, size);
    System.arraycopy(next, 0, trimmed.next, 0, size);
    System.arraycopy(taken, 0, trimmed.taken, 0, size);
    trimmed.size = size;
    return trimmed;
  }

  int size() {
    return size;
  }

  double cost(int point) {
    return cost[point];
  }

  double value(int point) {
    return value[point];
  }

  /** The point of the next node. */
  int next(int point) {
    return next[point];
  }

  /** Whether the choice is taken at that point. */
  boolean isTaken(int point) {
    return taken[point];
  }

  /** So many empty fronts. */
  static Front[] none(int size) {
    Front[] fronts = new Front[size];
    Arrays.fill(fronts, NONE);
    return fronts;
  }
}
