package org.concordat.core.alignment.budget;

import java.util.function.BooleanSupplier;

/**
 * How long a search may go on. A search that ends at its nodes gives the same plan each time; one
 * that ends at a time or is stopped may not.
 *
 * @param nodes parts of the search, from 1
 * @param isStopped asked now and then from the searching thread; the caller's clock or its button
 */
public record SolveLimits(int nodes, BooleanSupplier isStopped) {
  public SolveLimits {
    if (nodes < 1) {
      throw new IllegalArgumentException("a search has at least one node, not " + nodes);
    }
  }

  /** By nodes alone. */
  public static SolveLimits nodes(int nodes) {
    return new SolveLimits(nodes, () -> false);
  }
}
