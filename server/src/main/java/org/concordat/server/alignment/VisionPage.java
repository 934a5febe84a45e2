package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;

/**
 * The units' visions.
 *
 * @param unit the one that is looked at, or null for the list
 * @param tag its entry tag
 * @param edits whether the reader may change it
 */
public record VisionPage(
    List<Unit> units, @Nullable Unit unit, String tag, ImpactScale scale, boolean edits)
    implements PageModel {
  public VisionPage {
    units = List.copyOf(units);
  }

  /** Units that want something. */
  public List<Unit> withGoals() {
    return units.stream().filter(each -> !each.goals().isEmpty()).toList();
  }

  /** Units of which no goal is known. */
  public List<Unit> withoutGoals() {
    return units.stream().filter(each -> each.goals().isEmpty()).toList();
  }

  /** The entry tag of a goal of the unit. */
  public String tag(Unit owner, Goal goal) {
    return EntryTag.of(new OwnedGoal(owner.id(), goal));
  }

  /** How important a goal is. */
  public LevelView importance(Goal goal) {
    return LevelView.of(scale, goal.importanceOn(scale));
  }

  @Override
  public String template() {
    return unit == null ? "alignment/visions" : "alignment/vision";
  }
}
