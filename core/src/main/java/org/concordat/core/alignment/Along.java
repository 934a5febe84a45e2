package org.concordat.core.alignment;

import java.util.List;

/** How two weights on a path join into one. */
public sealed interface Along {
  /** The lower of the two. */
  record WeakestLink() implements Along {}

  /** The one times the other. */
  record Product() implements Along {}

  /**
   * The organisation's own table: row, the level of the link; column, the level of what the link
   * leads to (both from level 1); cell, the level that results.
   *
   * <p>Whether the table is as large as the scale, rises with rows and columns, and never exceeds
   * either argument, is for {@link org.concordat.core.workspace.WorkspaceRules} to say, cell by
   * cell.
   */
  record Matrix(List<List<Level>> rows) implements Along {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
