package org.concordat.core.alignment.live;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows the rows of this page, in order
 * @param total how many rows the whole list has
 * @param offset how many rows of the list stand before this page, from 0
 */
public record Page<T>(List<T> rows, int total, int offset) {
  /** So many rows a page has at the most. */
  public static final int MOST_ROWS = 500;

  public Page {
    rows = List.copyOf(rows);
  }

  /** Whether rows follow this page. */
  public boolean hasMore() {
    return offset + rows.size() < total;
  }

  static void check(int offset, int limit) {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset counts from 0, not " + offset);
    }
    if (limit < 1 || limit > MOST_ROWS) {
      throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows, not " + limit);
    }
  }
}
