package org.concordat.core.agreements.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.CarriedDown;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The needs of a workspace's units. Safe for several threads: they wait for each other. */
public final class WorkspaceNeeds implements UnitNeeds {
  private final Workspace workspace;
  private final Estate estate;
  private final Priorities priorities;
  private final Map<String, Asset> assets = new HashMap<>();
  private final Map<String, List<Dependency>> dependencies = new HashMap<>();

  /**
   * The needs of a workspace's units.
   *
   * @param workspace without errors
   */
  public WorkspaceNeeds(Workspace workspace) {
    this.workspace = workspace;
    estate = Estate.of(workspace);
    priorities = Priorities.of(estate);
    workspace.assets().forEach(a -> assets.put(a.id(), a));
    workspace
        .dependencies()
        .forEach(d -> dependencies.computeIfAbsent(d.from(), _ -> new ArrayList<>()).add(d));
  }

  @Override
  public ImpactScale scale() {
    return workspace.scale();
  }

  @Override
  public List<Unit> units() {
    return workspace.units();
  }

  @Override
  public List<Asset> assets() {
    return workspace.assets();
  }

  @Override
  public @Nullable Asset asset(String id) {
    return assets.get(id);
  }

  @Override
  public List<Dependency> dependenciesOf(String asset) {
    return dependencies.getOrDefault(asset, List.of());
  }

  @Override
  public synchronized Priority of(String unit, Requirement requirement, int paths) {
    return priorities.viewOf(unit).priority(number(requirement), paths, true);
  }

  @Override
  public synchronized int needNumber(String unit, Requirement requirement) {
    PriorityView view = priorities.viewOf(unit);
    return scale().shownNumber(view.need(number(requirement)));
  }

  private int number(Requirement requirement) {
    int number = estate.number(requirement);
    if (number < 0) {
      throw new IllegalArgumentException("no requirement '" + requirement.id() + "'");
    }
    return number;
  }

  @Override
  public synchronized Map<Requirement, Integer> carriedDown(Map<Requirement, Integer> levels) {
    int[] given = new int[estate.requirements()];
    levels.forEach(
        (requirement, level) -> {
          int number = estate.number(requirement);
          if (number >= 0) {
            given[number] = Math.max(given[number], level);
          }
        });
    double[] scores = CarriedDown.of(estate, given);
    Map<Requirement, Integer> shown = new TreeMap<>();
    for (int requirement = 0; requirement < scores.length; requirement++) {
      int level = scale().shownNumber(scores[requirement]);
      if (level > 0) {
        shown.put(estate.requirement(requirement), level);
      }
    }
    return shown;
  }
}
