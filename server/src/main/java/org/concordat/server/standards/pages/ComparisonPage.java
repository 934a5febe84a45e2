package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Map;
import org.concordat.formats.drawing.FlowDiagram;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Two catalogues beside each other, group by group.
 *
 * @param catalogues the titles of the catalogues to choose from, by their ids
 * @param rows one for each group of the first, as long as the groups of the second
 * @param flow the same as a picture
 * @param opened the pairs of the cell that is open, or null
 */
public record ComparisonPage(
    Map<String, String> catalogues,
    String from,
    String to,
    List<ControlView> groups,
    List<GroupRow> rows,
    @Nullable FlowDiagram flow,
    @Nullable Opened opened)
    implements PageModel {
  public ComparisonPage {
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
  }

  /** A group of the first catalogue, beside each of the second. */
  public record GroupRow(ControlView group, List<Cell> cells) {
    public GroupRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The pairs of two groups.
   *
   * @param proved pairs that are proved to have something in common
   * @param possible pairs of which something is known, but not that
   */
  public record Cell(ControlView a, ControlView b, int proved, int possible) {
    public boolean isEmpty() {
      return proved == 0 && possible == 0;
    }
  }

  /** The pairs of a cell with their proofs. */
  public record Opened(ControlView a, ControlView b, List<ProofView> pairs) {
    public Opened {
      pairs = List.copyOf(pairs);
    }
  }

  /** The address that opens a cell. */
  public String opening(ControlView a, ControlView b) {
    return "/comparison?from=%s&to=%s&a=%s&b=%s#pairs"
        .formatted(from, to, ControlView.encoded(a.id()), ControlView.encoded(b.id()));
  }

  @Override
  public String template() {
    return "standards/comparison";
  }
}
