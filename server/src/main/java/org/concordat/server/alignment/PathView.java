package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.web.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A rationale path as it is shown.
 *
 * @param steps the requirements after the first one, the factor and the goal
 */
public record PathView(List<Step> steps, double score) {
  public PathView {
    steps = List.copyOf(steps);
  }

  /**
   * A step: what is reached, and how strong the link to it is.
   *
   * @param name for people
   * @param property the property of a requirement, or null for a factor or goal
   * @param link where more of it is to see
   * @param level of the link that leads there; of a goal, of the impact on it
   */
  public record Step(String name, @Nullable String property, String link, LevelView level) {}

  /** The kind of damage that is done in the end. */
  Cell damage() {
    return link(steps.get(steps.size() - 2));
  }

  /** The goal that is hurt in the end. */
  Cell goal() {
    return link(steps.getLast());
  }

  /** The assets on the way, which depend on each other. */
  Cell through() {
    return new Cell.Quiet(
        new Cell.Joined(
            steps.subList(0, steps.size() - 2).stream()
                .<Cell>map(step -> new Cell.Text(step.name()))
                .toList(),
            " → "));
  }

  /** All steps with their levels. */
  Cell whole() {
    return new Cell.Path(steps.stream().map(PathView::cell).toList());
  }

  private static Cell cell(Step step) {
    return new Cell.Joined(List.of(link(step), Cells.level(step.level())), " ");
  }

  private static Cell link(Step step) {
    Cell name = new Cell.Text(step.name());
    Cell shown =
        step.property() == null
            ? name
            : new Cell.Joined(
                List.of(
                    name, new Cell.Word("alignment.property." + step.property(), step.property())),
                ", ");
    return new Cell.Link(shown, step.link());
  }

  /** A path of a requirement in a model. */
  public static PathView of(RationalePath path, Snapshot model) {
    List<Step> steps = new ArrayList<>();
    List<String> ids = path.path();
    for (int i = 1; i < ids.size(); i++) {
      Level level = path.levels().get(i - 1);
      LevelView view = LevelView.of(model.scale(), level);
      if (i == ids.size() - 1) {
        OwnedGoal goal = model.goal(ids.get(i));
        steps.add(
            new Step(
                goal == null ? ids.get(i) : goal.goal().name(),
                null,
                goal == null ? "/vision" : "/vision/" + goal.unit(),
                view));
      } else if (i == ids.size() - 2) {
        Factor factor = model.factor(ids.get(i));
        steps.add(new Step(factor == null ? ids.get(i) : factor.name(), null, "/factors", view));
      } else {
        Requirement requirement = Requirement.parse(ids.get(i)).orElseThrow();
        Asset asset = model.asset(requirement.asset());
        steps.add(
            new Step(
                asset == null ? requirement.asset() : asset.name(),
                requirement.property(),
                "/priorities/" + requirement.id(),
                view));
      }
    }
    return new PathView(steps, path.score());
  }
}
