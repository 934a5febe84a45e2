package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Map;
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
    @Nullable Flow flow,
    @Nullable Opened opened)
    implements PageModel {
  /** So many characters of a name have room in the flow. */
  private static final int NAME = 38;

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

  /**
   * A flow from the groups of one catalogue to those of another, as wide as there are proved pairs.
   *
   * @param height of the picture, which is 960 wide
   */
  public record Flow(int height, List<Bar> left, List<Bar> right, List<Band> bands) {
    public Flow {
      left = List.copyOf(left);
      right = List.copyOf(right);
      bands = List.copyOf(bands);
    }
  }

  /** A group in the flow. */
  public record Bar(ControlView group, double y, double height, int pairs) {}

  /**
   * What flows between two groups.
   *
   * @param path the data of an SVG path
   * @param link the address that opens the pairs
   */
  public record Band(ControlView a, ControlView b, int pairs, String path, String link) {}

  /** The address that opens a cell. */
  public String opening(ControlView a, ControlView b) {
    return "/comparison?from=%s&to=%s&a=%s&b=%s#pairs"
        .formatted(from, to, ControlView.encoded(a.id()), ControlView.encoded(b.id()));
  }

  /** As much of a group's name as has room beside its bar. */
  public String shortened(ControlView group) {
    String name = group.title().equals(group.id()) ? group.id() : group.id() + " " + group.title();
    return name.length() <= NAME ? name : name.substring(0, NAME - 1).strip() + "…";
  }

  @Override
  public String template() {
    return "standards/comparison";
  }
}
