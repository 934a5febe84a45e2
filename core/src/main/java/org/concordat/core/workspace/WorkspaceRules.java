package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace must obey beyond the shape of its values: unique ids, references that lead
 * somewhere, levels that the scale has, a matrix that makes sense, judgements and redundancy that
 * do not contradict themselves.
 *
 * <p>Takes time and memory linear in the workspace.
 */
public final class WorkspaceRules {
  private final Workspace workspace;
  private final FindingList findings = new FindingList();
  private final Register<Unit> units;
  private final Register<Goal> goals;
  private final Register<Factor> factors;
  private final Register<Asset> assets;
  private final Register<PropertyDefinition> properties;

  private WorkspaceRules(Workspace workspace) {
    this.workspace = workspace;
    units = new Register<>("unit", workspace.units().size(), findings);
    goals = new Register<>("goal", workspace.units().size(), findings);
    factors = new Register<>("factor", workspace.factors().size(), findings);
    assets = new Register<>("asset", workspace.assets().size(), findings);
    properties = new Register<>("property", workspace.properties().size(), findings);
  }

  /**
   * Every breach of a rule: errors first, then warnings, at most {@value FindingList#LISTED} and a
   * last one that counts the rest. Each place is a path of keys that counts list entries from 0,
   * such as {@code impacts[12].level}; the lists are those of the workspace.
   *
   * @return empty when the workspace is in order; it can be used when no finding is an error
   */
  public static List<Finding> check(Workspace workspace) {
    WorkspaceRules rules = new WorkspaceRules(workspace);
    rules.registerAll();
    rules.checkOrganisation();
    rules.checkUnits();
    rules.checkAssets();
    CombinationRules.check(workspace, rules.findings);
    new DependencyRules(workspace, rules.assets, rules.findings).check();
    new ImpactRules(workspace, rules.assets, rules.factors, rules.goals, rules.findings).check();
    rules.checkOrigins();
    return rules.findings.list();
  }

  private void registerAll() {
    for (int i = 0; i < workspace.properties().size(); i++) {
      PropertyDefinition property = workspace.properties().get(i);
      requireIdentifier(property.id(), "properties[" + i + "].id", "property");
      properties.add(property.id(), property, "properties", i);
    }
    for (int i = 0; i < workspace.units().size(); i++) {
      Unit unit = workspace.units().get(i);
      units.add(unit.id(), unit, "units", i);
      for (int j = 0; j < unit.goals().size(); j++) {
        goals.add(unit.goals().get(j).id(), unit.goals().get(j), "units[" + i + "].goals", j);
      }
    }
    for (int i = 0; i < workspace.factors().size(); i++) {
      factors.add(workspace.factors().get(i).id(), workspace.factors().get(i), "factors", i);
    }
    for (int i = 0; i < workspace.assets().size(); i++) {
      assets.add(workspace.assets().get(i).id(), workspace.assets().get(i), "assets", i);
    }
  }

  private void checkOrganisation() {
    requireIdentifier(workspace.organisation().id(), "organisation.id", "organisation");
  }

  private void requireIdentifier(String id, String path, String kind) {
    if (!Identifier.isValid(id)) {
      findings.error(
          Place.ofKey(path),
          "the " + kind + " id '" + id + "' is no identifier",
          "write " + Identifier.SHAPE);
    }
  }

  /** Units without goals are usual after an import, so they are told together, at the first one. */
  private void checkGoals() {
    List<Integer> idle = new ArrayList<>();
    for (int i = 0; i < workspace.units().size(); i++) {
      if (workspace.units().get(i).goals().isEmpty()) {
        idle.add(i);
      }
    }
    if (idle.isEmpty()) {
      return;
    }
    String first = "the unit '" + workspace.units().get(idle.getFirst()).id() + "'";
    findings.warning(
        Place.ofKey("units[" + idle.getFirst() + "]"),
        idle.size() == 1
            ? first + " has no goals, so nothing can matter to it"
            : first
                + " and "
                + (idle.size() - 1)
                + " more have no goals, so nothing can matter to them",
        "state at least one goal under 'goals'");
  }

  private void checkUnits() {
    checkGoals();
    for (int i = 0; i < workspace.units().size(); i++) {
      Unit unit = workspace.units().get(i);
      for (int j = 0; j < unit.goals().size(); j++) {
        Level importance = unit.goals().get(j).importance();
        requireLevel(
            importance, "units[" + i + "].goals[" + j + "].importance", workspace, findings);
      }
    }
  }

  /** Reports a level that the scale does not have; null, a level that is not stated, is fine. */
  static void requireLevel(
      @Nullable Level level, String path, Workspace workspace, FindingList findings) {
    ImpactScale scale = workspace.scale();
    if (level != null && level.number() > scale.size()) {
      findings.error(
          Place.ofKey(path),
          "level " + level.number() + " is above the scale",
          "the scale has " + scale.size() + " levels: " + String.join(", ", scale.names()));
    }
  }

  private void checkAssets() {
    Map<String, UnknownProperty> unknown = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(SecurityProperty.KNOWN);
    workspace.properties().forEach(p -> known.add(p.id()));
    for (int i = 0; i < workspace.assets().size(); i++) {
      Asset asset = workspace.assets().get(i);
      if (asset.unit() != null && !units.has(asset.unit())) {
        units.missing(asset.unit(), "assets[" + i + "].unit");
      }
      for (int j = 0; j < asset.properties().size(); j++) {
        String property = asset.properties().get(j);
        if (!known.contains(property)) {
          unknown.computeIfAbsent(property, _ -> new UnknownProperty()).count(i, j);
        }
      }
    }
    unknown.forEach((property, where) -> warnOfUnknown(property, where, known));
  }

  /** Where an unknown property stands first, and how many assets have it. */
  private static final class UnknownProperty {
    private int asset = -1;
    private int position;
    private int assets;

    void count(int atAsset, int atPosition) {
      if (assets == 0) {
        asset = atAsset;
        position = atPosition;
      }
      assets++;
    }
  }

  private void warnOfUnknown(String property, UnknownProperty where, Set<String> known) {
    String nearest = findings.suggests() ? NearestName.among(known).remedyFor(property) : null;
    String others = where.assets == 1 ? "" : " (" + where.assets + " assets have it)";
    String declare = "declare it under 'properties' if it is meant";
    findings.warning(
        Place.ofKey("assets[" + where.asset + "].properties[" + where.position + "]"),
        "the property '" + property + "' is neither a known one nor declared" + others,
        nearest == null ? declare : nearest + " Or " + declare);
  }

  private void checkOrigins() {
    Set<String> dependencies = new LinkedHashSet<>();
    if (workspace.origins().stream().anyMatch(o -> o.kind() == Origin.Kind.DEPENDENCY)) {
      workspace.dependencies().forEach(d -> dependencies.add(d.from() + ">" + d.on()));
    }
    for (int i = 0; i < workspace.origins().size(); i++) {
      Origin origin = workspace.origins().get(i);
      boolean present =
          switch (origin.kind()) {
            case UNIT -> units.has(origin.id());
            case GOAL -> goals.has(origin.id());
            case FACTOR -> factors.has(origin.id());
            case ASSET -> assets.has(origin.id());
            case DEPENDENCY -> dependencies.contains(origin.id());
          };
      if (!present) {
        findings.warning(
            Place.ofKey("imports[" + i + "].id"),
            "the imported entry '" + origin.id() + "' is gone",
            "importing '" + origin.source() + "' again brings it back; else remove this line");
      }
    }
  }
}
