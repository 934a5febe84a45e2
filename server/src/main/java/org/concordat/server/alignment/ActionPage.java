package org.concordat.server.alignment;

import java.util.List;
import org.concordat.server.web.PageModel;

/**
 * One action: what it changed and which priorities it moved.
 *
 * @param more how many changes are not told
 * @param moved the requirements whose scores moved, those that moved most first
 * @param compared false when the model is too large to compare before and after
 * @param undoable whether the reader may take it back
 */
public record ActionPage(
    HistoryPage.Row action, int more, List<Moved> moved, boolean compared, boolean undoable)
    implements PageModel {
  public ActionPage {
    moved = List.copyOf(moved);
  }

  /** A requirement whose score moved. */
  public record Moved(
      String id, String name, String property, LevelView before, LevelView now, double by) {}

  @Override
  public String template() {
    return "alignment/action";
  }
}
