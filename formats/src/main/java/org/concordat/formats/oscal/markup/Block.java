package org.concordat.formats.oscal.markup;

import java.util.List;

/** A piece of text that stands for itself. */
public sealed interface Block {
  record Paragraph(List<Inline> inside) implements Block {
    public Paragraph {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A heading.
   *
   * @param level 1 to 6
   */
  record Heading(int level, List<Inline> inside) implements Block {
    public Heading {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A list.
   *
   * @param isNumbered whether its items are numbered, from {@code start}
   * @param start the first number
   * @param items the blocks of each item
   */
  record Items(boolean isNumbered, int start, List<List<Block>> items) implements Block {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** Text in which every space and line counts; its last line has no end. */
  record Preformatted(String text) implements Block {}

  record Quote(List<Block> inside) implements Block {
    public Quote {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A table.
   *
   * @param rows the cells of each row; the first row is the heading
   * @param alignments of each column
   */
  record Grid(List<List<List<Inline>>> rows, List<Alignment> alignments) implements Block {
    public Grid {
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
      alignments = List.copyOf(alignments);
    }
  }

  /** A line across. */
  record Rule() implements Block {}

  /** How the cells of a column are set. */
  enum Alignment {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }
}
