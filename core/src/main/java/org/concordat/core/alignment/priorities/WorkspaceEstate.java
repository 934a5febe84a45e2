package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;

/** Turns a workspace into its estate. */
final class WorkspaceEstate {
  private final Workspace workspace;
  private final EstateBuilder builder;
  private final Map<String, Integer> goals = new HashMap<>();
  private final Map<String, Integer> factors = new HashMap<>();
  private final Map<String, Integer> assets = new HashMap<>();

  private WorkspaceEstate(Workspace workspace) {
    this.workspace = workspace;
    this.builder =
        new EstateBuilder(workspace.scale(), workspace.combination(), workspace.inheritance());
  }

  static Estate of(Workspace workspace) {
    WorkspaceEstate reading = new WorkspaceEstate(workspace);
    reading.addVision();
    reading.addAssets();
    reading.addDependencies();
    reading.addImpacts();
    return reading.builder.build();
  }

  private void addVision() {
    for (Unit unit : workspace.units()) {
      int number = builder.unit(unit.id());
      for (Goal goal : unit.goals()) {
        goals.put(goal.id(), builder.goal(goal.id(), number, goal.importanceOn(workspace.scale())));
      }
    }
    for (Factor factor : workspace.factors()) {
      factors.put(factor.id(), builder.factor(factor.id()));
    }
  }

  private void addAssets() {
    for (Asset asset : workspace.assets()) {
      assets.put(asset.id(), builder.asset(asset.id(), asset.properties()));
    }
  }

  private void addDependencies() {
    Map<String, List<Dependency>> redundant = new HashMap<>();
    for (Dependency dependency : workspace.dependencies()) {
      if (dependency.redundancy() != null) {
        redundant.computeIfAbsent(dependency.from(), f -> new ArrayList<>()).add(dependency);
      }
    }
    for (Dependency dependency : workspace.dependencies()) {
      builder.dependency(
          known(assets, dependency.from()),
          known(assets, dependency.on()),
          dependency.strengthOn(workspace.scale()),
          dependency.carries(),
          Estate.isCapped(dependency, redundant.getOrDefault(dependency.from(), List.of())));
    }
  }

  private void addImpacts() {
    Map<Impact.Link, List<Impact>> judged = new LinkedHashMap<>();
    for (Impact impact : workspace.impacts()) {
      judged.computeIfAbsent(impact.link(), l -> new ArrayList<>(1)).add(impact);
    }
    judged
        .values()
        .forEach(
            impacts -> {
              Level level = Judgement.counting(impacts.stream().map(Impact::judgement).toList());
              switch (impacts.getFirst()) {
                case Impact.RequirementImpact(var requirement, var factor, _) ->
                    builder.impact(
                        known(assets, requirement.asset()),
                        requirement.property(),
                        known(factors, factor),
                        level);
                case Impact.FactorImpact(var factor, var goal, _) ->
                    builder.impact(known(factors, factor), known(goals, goal), level);
              }
            });
  }

  private static int known(Map<String, Integer> numbers, String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          "nothing is called '" + id + "'; check the workspace first");
    }
    return number;
  }
}
