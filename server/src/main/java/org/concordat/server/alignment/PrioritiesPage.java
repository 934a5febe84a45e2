package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Requirements by rank.
 *
 * @param filter what was asked for
 * @param total how many requirements the filter leaves
 * @param all how many requirements there are
 */
public record PrioritiesPage(
    PriorityFilter filter,
    List<Row> rows,
    int total,
    int all,
    List<Unit> units,
    List<String> properties,
    ImpactScale scale)
    implements PageModel {
  public PrioritiesPage {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
    properties = List.copyOf(properties);
  }

  /**
   * A requirement.
   *
   * @param path the best reason, or null for none
   */
  public record Row(
      int rank,
      String asset,
      String name,
      String property,
      double score,
      double own,
      LevelView level,
      @Nullable PathView path) {}

  @Override
  public String template() {
    return "alignment/priorities";
  }
}
