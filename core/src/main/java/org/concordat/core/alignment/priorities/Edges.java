package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of an estate, in flat arrays by their number. Most stand in the order of the
 * asset that depends, where kernels read them without asking; those that were added later stand
 * behind, until all are laid out anew.
 *
 * <p>While nobody changes it, several threads may read it.
 */
final class Edges {
  /** The way of a dependency that is no more. */
  private static final int DEAD = -1;

  /** By dependency: the asset that depends, the one that it depends on, and the way of needs. */
  int[] from;

  int[] on;
  int[] way;
  private int count;

  /** By asset: the first of its dependencies in order; those of asset a end where a + 1 begins. */
  final int[] start;

  /** How many assets the order covers. */
  private final int laidOut;

  private final LaterEdges laterOut;
  private final LaterEdges laterIn;

  /** The way from each asset of the order to those that depend on it, once it was asked for. */
  private volatile @Nullable WayBack wayBack;

  /**
   * By asset, where its dependents begin among all dependencies of the order, which stand in
   * theirs.
   */
  @SuppressWarnings("ArrayRecordComponent") // Both are laid out once and read in inner loops.
  private record WayBack(int[] start, int[] edges) {}

  /** Told of one dependency. */
  interface Visitor {
    void visit(int edge);
  }

  /**
   * Puts dependencies in order.
   *
   * @param assets how many assets there are
   * @param count how many of the elements of the arrays, which are not written to, are in use
   * @param parallelTogether whether those of one asset are in the order of the asset beneath, so
   *     that parallel ones stand together
   */
  Edges(int assets, int[] from, int[] on, int[] way, int count, boolean parallelTogether) {
    this.from = from;
    this.on = on;
    this.way = way;
    this.count = count;
    laidOut = assets;
    laterOut = new LaterEdges();
    laterIn = new LaterEdges();
    if (parallelTogether) {
      sort(on);
    }
    start = sort(this.from);
  }

  private Edges(Edges other) {
    from = other.from.clone();
    on = other.on.clone();
    way = other.way.clone();
    count = other.count;
    start = other.start;
    laidOut = other.laidOut;
    laterOut = other.laterOut.copy();
    laterIn = other.laterIn.copy();
    wayBack = other.wayBack();
  }

  /** The same, to be changed apart. */
  Edges copy() {
    return new Edges(this);
  }

  /** The same dependencies with those that were added later in order with the others. */
  Edges laidOutAgain(int assets, boolean parallelTogether) {
    return new Edges(assets, from, on, way, count, parallelTogether);
  }

  /** Whether the order has all dependencies of so many assets. */
  boolean isInOrder(int assets) {
    return laterOut.isEmpty() && laidOut == assets;
  }

  /** Counting sort of the living ones by one of their ends; returns where those of each begin. */
  private int[] sort(int[] key) {
    int[] begin = new int[laidOut + 1];
    for (int e = 0; e < count; e++) {
      if (way[e] != DEAD) {
        begin[key[e] + 1]++;
      }
    }
    sumUp(begin);
    int[] next = Arrays.copyOf(begin, laidOut);
    int living = begin[laidOut];
    int[] sortedFrom = new int[living];
    int[] sortedOn = new int[living];
    int[] sortedWay = new int[living];
    for (int e = 0; e < count; e++) {
      if (way[e] != DEAD) {
        int place = next[key[e]]++;
        sortedFrom[place] = from[e];
        sortedOn[place] = on[e];
        sortedWay[place] = way[e];
      }
    }
    from = sortedFrom;
    on = sortedOn;
    way = sortedWay;
    count = living;
    return begin;
  }

  /** Makes places of counts, each of which stands one behind its own. */
  private static void sumUp(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  /** The dependencies on an asset: calls back with each that is alive. */
  void eachOn(int asset, Visitor visitor) {
    boolean _ =
        anyOn(
            asset,
            edge -> {
              visitor.visit(edge);
              return false;
            });
  }

  /** Whether any living dependency on an asset is as asked. */
  boolean anyOn(int asset, IntPredicate asked) {
    if (asset < laidOut) {
      WayBack back = wayBack();
      for (int i = back.start[asset]; i < back.start[asset + 1]; i++) {
        if (way[back.edges[i]] != DEAD && asked.test(back.edges[i])) {
          return true;
        }
      }
    }
    for (int edge : laterIn.of(asset)) {
      if (way[edge] != DEAD && asked.test(edge)) {
        return true;
      }
    }
    return false;
  }

  /** The dependencies of an asset: calls back with each that is alive. */
  void eachOf(int asset, Visitor visitor) {
    if (asset < laidOut) {
      for (int edge = start[asset]; edge < start[asset + 1]; edge++) {
        if (way[edge] != DEAD) {
          visitor.visit(edge);
        }
      }
    }
    for (int edge : laterOut.of(asset)) {
      if (way[edge] != DEAD) {
        visitor.visit(edge);
      }
    }
  }

  /** Lays out the way from each asset to those that depend on it, when first asked for. */
  private WayBack wayBack() {
    WayBack known = wayBack;
    if (known == null) {
      known = layOutWayBack();
      wayBack = known;
    }
    return known;
  }

  private WayBack layOutWayBack() {
    int inOrder = start[laidOut];
    int[] begin = new int[laidOut + 1];
    for (int e = 0; e < inOrder; e++) {
      begin[on[e] + 1]++;
    }
    sumUp(begin);
    int[] next = Arrays.copyOf(begin, laidOut);
    int[] sorted = new int[inOrder];
    for (int e = 0; e < inOrder; e++) {
      sorted[next[on[e]]++] = e;
    }
    return new WayBack(begin, sorted);
  }

  /**
   * Replaces all dependencies of one asset.
   *
   * @param assetsOn what it depends on instead
   * @param ways by which needs are handed on to each
   */
  void replace(int asset, int[] assetsOn, int[] ways) {
    eachOf(asset, edge -> way[edge] = DEAD);
    int[] added = new int[assetsOn.length];
    for (int i = 0; i < added.length; i++) {
      added[i] = add(asset, assetsOn[i], ways[i]);
    }
    laterOut.put(asset, added);
  }

  private int add(int asset, int assetOn, int wayOfNeeds) {
    if (count == on.length) {
      int larger = Math.max(16, count + count / 8);
      from = Arrays.copyOf(from, larger);
      on = Arrays.copyOf(on, larger);
      way = Arrays.copyOf(way, larger);
    }
    int edge = count++;
    from[edge] = asset;
    on[edge] = assetOn;
    way[edge] = wayOfNeeds;
    laterIn.add(assetOn, edge);
    return edge;
  }
}
