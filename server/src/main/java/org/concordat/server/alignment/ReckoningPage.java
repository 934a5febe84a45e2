package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import org.concordat.core.workspace.Rescaling.Uses;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What another way of reckoning would do, before it holds.
 *
 * @param before the names of the present levels
 * @param uses how much is said in each of them
 * @param form what was asked for
 * @param fields the same, as the form once more
 * @param tag the entry tag of the present reckoning
 * @param problems what forbids it
 * @param cells what is wrong with a cell of the matrix, by {@code row.column} from 1
 * @param changes how much would change beside the settings
 * @param moved the priorities that would move, or null when there are problems
 */
public record ReckoningPage(
    List<String> before,
    List<Uses> uses,
    ReckoningForm form,
    Map<String, List<String>> fields,
    String tag,
    List<String> problems,
    Map<String, String> cells,
    int changes,
    @Nullable Comparison moved)
    implements PageModel {
  public ReckoningPage {
    before = List.copyOf(before);
    uses = List.copyOf(uses);
    problems = List.copyOf(problems);
    cells = Map.copyOf(cells);
  }

  /** Whether the scale would have another number of levels. */
  public boolean rescales() {
    return !form.mapping().isEmpty() && form.levels().size() != before.size();
  }

  @Override
  public String template() {
    return "alignment/reckoning";
  }

  @Override
  public int status() {
    return problems.isEmpty() ? 200 : 422;
  }
}
