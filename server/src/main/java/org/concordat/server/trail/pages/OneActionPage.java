package org.concordat.server.trail.pages;

import java.util.List;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.ActionUndo;
import org.concordat.server.trail.history.Obstacle;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What one action changed and moved, and whether it can be taken back.
 *
 * @param moved what it moved, or null when the model is too large to say, or was made by it
 * @param impossible why it cannot be taken back whatever the model is now, or null
 * @param undo whether the reader may take actions back
 * @param obstacles what stands in the way, after it was tried
 * @param problems what rules would be broken, after it was tried
 */
public record OneActionPage(
    Action action,
    @Nullable Comparison moved,
    ActionUndo.@Nullable Reason impossible,
    boolean undo,
    List<Obstacle> obstacles,
    List<String> problems)
    implements PageModel {
  public OneActionPage {
    obstacles = List.copyOf(obstacles);
    problems = List.copyOf(problems);
  }

  @Override
  public String template() {
    return "trail/action";
  }

  /** Whether it was tried to take the action back, in vain. */
  public boolean tried() {
    return !obstacles.isEmpty() || !problems.isEmpty();
  }

  @Override
  public int status() {
    return tried() ? 409 : 200;
  }
}
