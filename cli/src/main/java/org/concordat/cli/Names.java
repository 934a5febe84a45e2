package org.concordat.cli;

import java.util.HashMap;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.PathWording;
import org.concordat.core.workspace.Workspace;

/** What people call the things of a workspace that paths and dependencies speak of by id. */
final class Names implements PathWording.Names {
  private final Map<String, Asset> assets = new HashMap<>();
  private final Map<String, String> factors = new HashMap<>();
  private final Map<String, Goal> goals = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Unit> unitsOfGoals = new HashMap<>();

  Names(Workspace workspace) {
    workspace.assets().forEach(a -> assets.put(a.id(), a));
    workspace.factors().forEach((Factor f) -> factors.put(f.id(), f.name()));
    for (Unit unit : workspace.units()) {
      units.put(unit.id(), unit);
      for (Goal goal : unit.goals()) {
        goals.put(goal.id(), goal);
        unitsOfGoals.put(goal.id(), unit);
      }
    }
  }

  @Override
  public String asset(String id) {
    Asset asset = assets.get(id);
    return asset == null ? id : asset.name();
  }

  /** The asset's name and the property: {@code Claims database: availability}. */
  String requirement(Requirement requirement) {
    return asset(requirement.asset()) + ": " + requirement.property();
  }

  /** A link as people say it: {@code Claims database: availability → Loss of productivity}. */
  String link(Impact.Link link) {
    return Requirement.parse(link.from())
        .map(requirement -> requirement(requirement) + " → " + factor(link.to()))
        .orElseGet(() -> factor(link.from()) + " → " + goal(link.to()));
  }

  @Override
  public String factor(String id) {
    return factors.getOrDefault(id, id);
  }

  @Override
  public String goal(String id) {
    Goal goal = goals.get(id);
    return goal == null ? id : goal.name();
  }

  String unit(String id) {
    Unit unit = units.get(id);
    return unit == null ? id : unit.name();
  }

  String unitOfGoal(String goal) {
    Unit unit = unitsOfGoals.get(goal);
    return unit == null ? "nobody" : unit.name();
  }
}
