package org.concordat.formats.drawing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Places boxes of a column, in a given order, as near to where they would like to be as they can
 * without overlap: least squares under an order, by pooling adjacent violators (R. E. Barlow et
 * al., <i>Statistical Inference under Order Restrictions</i>, 1972).
 */
final class Spread {
  private Spread() {}

  private record Pool(double sum, int members) {
    double mean() {
      return sum / members;
    }
  }

  /**
   * The tops of the boxes.
   *
   * @param centres where the middles would like to be
   * @param gap between two boxes
   * @param height of the column; boxes that do not fit reach beyond it
   */
  static double[] tops(double[] centres, double[] heights, double gap, double height) {
    double[] offsets = new double[centres.length];
    double used = 0;
    for (int i = 0; i < centres.length; i++) {
      offsets[i] = used;
      used += heights[i] + gap;
    }
    double room = Math.max(0, height - (used - gap));
    Deque<Pool> pools = new ArrayDeque<>();
    for (int i = 0; i < centres.length; i++) {
      Pool pool = new Pool(centres[i] - heights[i] / 2 - offsets[i], 1);
      while (!pools.isEmpty() && pools.peekLast().mean() >= pool.mean()) {
        Pool before = pools.removeLast();
        pool = new Pool(before.sum() + pool.sum(), before.members() + pool.members());
      }
      pools.addLast(pool);
    }
    double[] tops = new double[centres.length];
    int next = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.members(); i++, next++) {
        tops[next] = Math.clamp(pool.mean(), 0, room) + offsets[next];
      }
    }
    return tops;
  }
}
