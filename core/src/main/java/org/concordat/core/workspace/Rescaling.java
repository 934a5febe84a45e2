package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/**
 * Moves what is said in levels to a scale with another number of levels: judgements, the importance
 * of goals and the strength of dependencies. What says nothing, and so means the top of the scale,
 * goes on saying nothing.
 *
 * @param levels for each level of the old scale, lowest first, the one that stands for it
 */
public record Rescaling(List<Level> levels) {
  public Rescaling {
    levels = List.copyOf(levels);
  }

  /**
   * Each level becomes the one whose share of its scale is nearest, the higher one of two that are
   * equally near; the top stays the top, and nothing becomes no impact.
   *
   * @param from the number of levels of the old scale
   * @param to that of the new one
   */
  public static Rescaling proportional(int from, int to) {
    return new Rescaling(
        IntStream.rangeClosed(1, from)
            .mapToObj(level -> Level.of(Math.max(1, (2 * level * to + from) / (2 * from))))
            .toList());
  }

  /**
   * How much is said in a level.
   *
   * @param judgements of impacts
   * @param goals that have it as their importance
   * @param dependencies that have it as their strength
   */
  public record Uses(int judgements, int goals, int dependencies) {}

  /** How much is said in each level of a workspace's scale, lowest first. */
  public static List<Uses> uses(Workspace workspace) {
    int[][] counts = new int[workspace.scale().size()][3];
    workspace.impacts().forEach(impact -> counts[impact.judgement().level().number() - 1][0]++);
    for (Unit unit : workspace.units()) {
      for (Goal goal : unit.goals()) {
        if (goal.importance() != null) {
          counts[goal.importance().number() - 1][1]++;
        }
      }
    }
    for (Dependency dependency : workspace.dependencies()) {
      if (dependency.strength() != null) {
        counts[dependency.strength().number() - 1][2]++;
      }
    }
    return Arrays.stream(counts).map(c -> new Uses(c[0], c[1], c[2])).toList();
  }

  /**
   * What has to change in a workspace whose scale is the old one, beside the scale itself.
   *
   * @throws IllegalArgumentException when its scale has another number of levels
   */
  public List<WorkspaceChange> changes(Workspace workspace) {
    if (workspace.scale().size() != levels.size()) {
      throw new IllegalArgumentException(
          "the scale has " + workspace.scale().size() + " levels, not " + levels.size());
    }
    List<WorkspaceChange> changes = new ArrayList<>();
    for (Unit unit : workspace.units()) {
      for (Goal goal : unit.goals()) {
        Level importance = moved(goal.importance());
        if (importance != null && !importance.equals(goal.importance())) {
          Goal after = new Goal(goal.id(), goal.name(), importance, goal.description());
          changes.add(
              new GoalChange(new OwnedGoal(unit.id(), goal), new OwnedGoal(unit.id(), after)));
        }
      }
    }
    for (Dependency dependency : workspace.dependencies()) {
      Level strength = moved(dependency.strength());
      if (strength != null && !strength.equals(dependency.strength())) {
        changes.add(
            new DependencyChange(
                dependency,
                new Dependency(
                    dependency.from(),
                    dependency.on(),
                    strength,
                    dependency.carries(),
                    dependency.redundancy())));
      }
    }
    for (Impact impact : workspace.impacts()) {
      Impact after = moved(impact);
      if (!after.equals(impact)) {
        changes.add(new ImpactChange(impact, after));
      }
    }
    return changes;
  }

  private @Nullable Level moved(@Nullable Level level) {
    return level == null ? null : levels.get(level.number() - 1);
  }

  private Impact moved(Impact impact) {
    Judgement before = impact.judgement();
    Judgement after =
        new Judgement(
            levels.get(before.level().number() - 1),
            before.by(),
            before.on(),
            before.because(),
            before.agreed());
    return switch (impact) {
      case RequirementImpact(var requirement, var factor, var _) ->
          new RequirementImpact(requirement, factor, after);
      case FactorImpact(var factor, var goal, var _) -> new FactorImpact(factor, goal, after);
    };
  }
}
