package org.concordat.core.versions;

import java.util.Arrays;

/** Ints by index, in pages: a copy shares all pages until one of the two writes to them. */
public final class PagedInts {
  private static final int BITS = 11;
  private static final int PAGE = 1 << BITS;
  private static final int REST = PAGE - 1;

  private final int empty;
  private int[][] pages;

  /** By page: whether nobody shares it. */
  private boolean[] own;

  private int size;

  /**
   * So many ints.
   *
   * @param empty what each of them is, and those that are added later
   */
  public PagedInts(int size, int empty) {
    this.empty = empty;
    pages = new int[0][];
    own = new boolean[0];
    grow(size);
  }

  private PagedInts(PagedInts shared) {
    empty = shared.empty;
    pages = shared.pages.clone();
    own = new boolean[pages.length];
    size = shared.size;
  }

  /** These ints, with 0 for those that are added later. */
  public static PagedInts of(int[] values) {
    PagedInts paged = new PagedInts(values.length, 0);
    for (int from = 0; from < values.length; from += PAGE) {
      System.arraycopy(
          values, from, paged.pages[from >> BITS], 0, Math.min(PAGE, values.length - from));
    }
    return paged;
  }

  /** The same ints, in time of a thousandth of their count. */
  public PagedInts copy() {
    own = new boolean[pages.length];
    return new PagedInts(this);
  }

  public int size() {
    return size;
  }

  public int get(int index) {
    return pages[index >> BITS][index & REST];
  }

  public void set(int index, int value) {
    int page = index >> BITS;
    if (!own[page]) {
      pages[page] = pages[page].clone();
      own[page] = true;
    }
    pages[page][index & REST] = value;
  }

  /** Makes room: what is new is empty. Does nothing where there is room already. */
  public void grow(int larger) {
    int before = pages.length;
    int needed = (larger + REST) >> BITS;
    if (needed > before) {
      pages = Arrays.copyOf(pages, needed);
      own = Arrays.copyOf(own, needed);
      for (int page = before; page < needed; page++) {
        pages[page] = new int[PAGE];
        Arrays.fill(pages[page], empty);
        own[page] = true;
      }
    }
    size = Math.max(size, larger);
  }
}
