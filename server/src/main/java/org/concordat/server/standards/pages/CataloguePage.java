package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Operation;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a catalogue.
 *
 * @param source where the catalogue comes from, or null
 * @param licence of the catalogue, or null
 * @param total how many controls the filter leaves; in the tree, how many hang at its top
 * @param all how many there are
 * @param proved how many are proved covered and not said to be in operation
 * @param operates whether the reader may say what is in operation
 */
public record CataloguePage(
    String id,
    String title,
    @Nullable String source,
    @Nullable String licence,
    ControlFilter filter,
    List<Row> rows,
    int total,
    int all,
    CoverageView coverage,
    int proved,
    boolean operates)
    implements PageModel {
  /** So many rows a page of the list has, and so many branches one of the tree. */
  static final int ROWS = 100;

  public CataloguePage {
    rows = List.copyOf(rows);
  }

  /**
   * A control.
   *
   * @param depth how deep it hangs in the tree, from 0
   * @param parts how many controls hang below it
   * @param isOpen whether these are shown
   * @param operation null when nothing was said
   * @param degree how far it is covered, in small letters
   * @param below how far the controls below it are covered, or null without any
   * @param importance null when it satisfies no requirement
   */
  public record Row(
      Control control,
      int depth,
      int parts,
      boolean isOpen,
      @Nullable Operation operation,
      String degree,
      @Nullable CoverageView below,
      @Nullable LevelView importance) {}

  @Override
  public String template() {
    return "standards/catalogue";
  }
}
