package org.concordat.core.versions;

import java.util.Arrays;

/** Numbers by index, in pages: a copy shares all pages until one of the two writes to them. */
public final class PagedDoubles {
  private static final int BITS = 10;
  private static final int PAGE = 1 << BITS;
  private static final int REST = PAGE - 1;

  private double[][] pages;

  /** By page: whether nobody shares it. */
  private boolean[] own;

  private int size;

  /** So many zeros. */
  public PagedDoubles(int size) {
    pages = new double[0][];
    own = new boolean[0];
    grow(size);
  }

  private PagedDoubles(PagedDoubles shared) {
    pages = shared.pages.clone();
    own = new boolean[pages.length];
    size = shared.size;
  }

  /** The same numbers, in time of a thousandth of their count. */
  public PagedDoubles copy() {
    own = new boolean[pages.length];
    return new PagedDoubles(this);
  }

  public int size() {
    return size;
  }

  public double get(int index) {
    return pages[index >> BITS][index & REST];
  }

  public void set(int index, double value) {
    int page = index >> BITS;
    if (!own[page]) {
      pages[page] = pages[page].clone();
      own[page] = true;
    }
    pages[page][index & REST] = value;
  }

  /** Makes room: what is new is 0. Does nothing where there is room already. */
  public void grow(int larger) {
    int before = pages.length;
    int needed = (larger + REST) >> BITS;
    if (needed > before) {
      pages = Arrays.copyOf(pages, needed);
      own = Arrays.copyOf(own, needed);
      for (int page = before; page < needed; page++) {
        pages[page] = new double[PAGE];
        own[page] = true;
      }
    }
    size = Math.max(size, larger);
  }
}
