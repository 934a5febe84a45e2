package org.concordat.core.alignment.priorities;

import java.util.Arrays;

/**
 * The dependencies of single assets that came after an order was laid out, by the asset's number.
 */
final class LaterEdges {
  private static final int[] NONE = {};

  private int[][] edges;

  LaterEdges() {
    this(new int[0][]);
  }

  private LaterEdges(int[][] edges) {
    this.edges = edges;
  }

  LaterEdges copy() {
    return new LaterEdges(edges.clone());
  }

  /** Those of an asset, not to be written to. Asked for every asset that a kernel goes through. */
  int[] of(int asset) {
    if (asset >= edges.length) {
      return NONE;
    }
    int[] later = edges[asset];
    return later == null ? NONE : later;
  }

  /** Replaces those of an asset. */
  void put(int asset, int[] later) {
    if (asset >= edges.length) {
      edges = Arrays.copyOf(edges, asset + 1 + asset / 8);
    }
    edges[asset] = later;
  }

  /** Adds one to an asset. */
  void add(int asset, int edge) {
    int[] before = of(asset);
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = edge;
    put(asset, after);
  }

  boolean isEmpty() {
    return edges.length == 0;
  }
}
