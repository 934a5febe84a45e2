package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Impacts as a matrix: what breaking requirements does to factors, or factors to goals.
 *
 * @param goals whether the columns are goals
 * @param total how many assets the filter leaves
 * @param agreed whether the agreed judgements are shown and set, not the reader's own
 * @param mayAgree whether the reader may say what is agreed
 * @param edits whether the reader may judge at all
 * @param top the first priorities as they are now
 */
public record MatrixPage(
    boolean goals,
    AssetFilter filter,
    List<Column> columns,
    List<Row> rows,
    int total,
    List<Unit> units,
    ImpactScale scale,
    boolean agreed,
    boolean mayAgree,
    boolean edits,
    List<RankedRow> top)
    implements PageModel {
  /** So many assets a page has. */
  static final int ASSETS = 15;

  /** So many of the first priorities stand beside the matrix. */
  static final int TOP = 6;

  public MatrixPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    units = List.copyOf(units);
    top = List.copyOf(top);
  }

  /** Whether there is anything to judge, whatever the filter leaves of it. */
  public boolean hasSomething() {
    return !columns.isEmpty() && (total > 0 || !rows.isEmpty() || filter.isNarrow());
  }

  /** A factor, or a goal with its unit. */
  public record Column(String id, String name, @Nullable String unit) {}

  /**
   * A requirement, or a factor.
   *
   * @param property the property of a requirement, or null
   */
  public record Row(
      String id, String name, @Nullable String property, String link, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A link.
   *
   * @param own the number of the level that the reader gave (or that is agreed), 0 for none
   * @param counting the level that counts among all judgements
   * @param differing whether judges differ
   * @param none who has said that there is no impact at all
   * @param tag the entry tag of the judgement
   */
  public record Cell(
      String from,
      String to,
      int own,
      LevelView counting,
      boolean differing,
      List<String> none,
      String tag) {
    public Cell {
      none = List.copyOf(none);
    }
  }

  /** A factor as a column. */
  static Column column(Factor factor) {
    return new Column(factor.id(), factor.name(), null);
  }

  @Override
  public String template() {
    return "alignment/matrix";
  }
}
