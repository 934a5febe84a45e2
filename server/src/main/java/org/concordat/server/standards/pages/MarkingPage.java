package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.Operation;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What would change when controls were said to be in operation; nothing is changed yet.
 *
 * @param operation what would be said of them
 * @param because what would be given as the reason of each
 * @param effects the catalogues whose coverage would change
 */
public record MarkingPage(
    String catalogue,
    String title,
    Operation operation,
    String because,
    List<Row> rows,
    List<Effect> effects)
    implements PageModel {
  public MarkingPage {
    rows = List.copyOf(rows);
    effects = List.copyOf(effects);
  }

  /**
   * A control of which something would be said.
   *
   * @param was what is said now, or null
   * @param tag of what is said now
   * @param proof why it is covered, or null
   */
  public record Row(
      ControlView control, @Nullable Operation was, String tag, @Nullable ProofView proof) {}

  /** The coverage of a catalogue before and after. */
  public record Effect(String title, CoverageView before, CoverageView after) {}

  @Override
  public String template() {
    return "standards/marking";
  }
}
