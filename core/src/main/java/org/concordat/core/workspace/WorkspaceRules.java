package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a workspace keeps beyond the shape of its parts: ids that are unique, references
 * that lead somewhere, levels that the scale has, a matrix that is one, groups and judgements that
 * agree with themselves.
 */
public final class WorkspaceRules {
  private final Workspace workspace;
  private final RuleFindings findings = new RuleFindings();
  private final Set<String> units = new HashSet<>();
  private final Set<String> goals = new HashSet<>();
  private final Set<String> factors = new HashSet<>();
  private final Map<String, Asset> assets = new HashMap<>();

  private WorkspaceRules(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Everything that is wrong or doubtful, at once, in time linear in the workspace. Places are key
   * paths that count list entries from 0, such as {@code impacts[12].level} or {@code
   * units[0].goals[2].id}. Beyond the first thousand, findings are counted.
   *
   * @return no finding of severity {@code ERROR} when the engines may use the workspace
   */
  public static List<Finding> check(Workspace workspace) {
    WorkspaceRules rules = new WorkspaceRules(workspace);
    rules.checkProperties();
    rules.checkVision();
    rules.checkAssets();
    rules.checkCombination();
    rules.checkDependencies();
    rules.checkImpacts();
    rules.checkOrigins();
    return rules.findings.all();
  }

  private void unique(Set<String> known, String id, String what, String key) {
    if (!known.add(id)) {
      findings.error(
          key, "the id '" + id + "' stands twice among the " + what, "give one of them another id");
    }
  }

  private void checkProperties() {
    Set<String> defined = new HashSet<>();
    for (int i = 0; i < workspace.properties().size(); i++) {
      unique(defined, workspace.properties().get(i).id(), "properties", "properties[" + i + "].id");
    }
  }

  private void checkVision() {
    for (int u = 0; u < workspace.units().size(); u++) {
      Unit unit = workspace.units().get(u);
      unique(units, unit.id(), "units", "units[" + u + "].id");
      for (int g = 0; g < unit.goals().size(); g++) {
        Goal goal = unit.goals().get(g);
        String key = "units[" + u + "].goals[" + g + "]";
        unique(goals, goal.id(), "goals of all units", key + ".id");
        checkLevel(goal.importance(), key + ".importance");
      }
    }
    for (int f = 0; f < workspace.factors().size(); f++) {
      Factor factor = workspace.factors().get(f);
      unique(factors, factor.id(), "factors", "factors[" + f + "].id");
    }
  }

  private void checkAssets() {
    Set<String> ids = new HashSet<>();
    Set<String> properties = new HashSet<>(SecurityProperty.KNOWN);
    workspace.properties().forEach(p -> properties.add(p.id()));
    Set<String> doubted = new HashSet<>();
    for (int a = 0; a < workspace.assets().size(); a++) {
      Asset asset = workspace.assets().get(a);
      String key = "assets[" + a + "]";
      unique(ids, asset.id(), "assets", key + ".id");
      assets.putIfAbsent(asset.id(), asset);
      if (asset.unit() != null && !units.contains(asset.unit())) {
        findings.dangling(key + ".unit", "unit", asset.unit(), units);
      }
      for (String property : asset.properties()) {
        if (!properties.contains(property) && doubted.add(property)) {
          String near = findings.guess(property, properties, "property");
          findings.warning(
              key + ".properties",
              "'" + property + "' is not a known security property",
              near.startsWith("did") ? near : "if it is meant, describe it under 'properties'");
        }
      }
    }
  }

  private void checkLevel(@Nullable Level level, String key) {
    if (level != null && level.number() > workspace.scale().size()) {
      findings.error(
          key,
          "level " + level.number() + " is beyond the scale",
          "the scale has " + workspace.scale().size() + " levels");
    }
  }

  private void checkCombination() {
    if (workspace.combination().along() instanceof Along.Product
        && workspace.inheritance().cumulation() != null) {
      findings.error(
          "inheritance.cumulation",
          "cumulation speaks of levels and cannot go with 'product'",
          "leave it out, or choose 'weakest-link' or a matrix");
    }
    if (workspace.combination().along() instanceof Along.Matrix(var rows)) {
      checkMatrix(rows);
    }
  }

  private void checkMatrix(List<List<Level>> rows) {
    ImpactScale scale = workspace.scale();
    String key = "combination.along.matrix";
    if (rows.size() != scale.size() || rows.stream().anyMatch(r -> r.size() != scale.size())) {
      findings.error(
          key,
          "the matrix is not as large as the scale",
          "write " + scale.size() + " rows of " + scale.size() + " levels");
      return;
    }
    for (int row = 0; row < scale.size(); row++) {
      for (int column = 0; column < scale.size(); column++) {
        checkCell(rows, row, column, key + "[" + row + "][" + column + "]");
      }
    }
  }

  private void checkCell(List<List<Level>> rows, int row, int column, String key) {
    ImpactScale scale = workspace.scale();
    int cell = rows.get(row).get(column).number();
    String where =
        "the cell of row '"
            + scale.names().get(row)
            + "' and column '"
            + scale.names().get(column)
            + "'";
    if (cell > scale.size()) {
      checkLevel(rows.get(row).get(column), key);
      return;
    }
    int most = Math.min(row, column) + 1;
    if (cell > most) {
      findings.error(
          key,
          where + " is '" + scale.names().get(cell - 1) + "', which exceeds one of the two",
          "write '" + scale.names().get(most - 1) + "' or lower");
    }
    int least =
        Math.max(
            row == 0 ? 1 : rows.get(row - 1).get(column).number(),
            column == 0 ? 1 : rows.get(row).get(column - 1).number());
    if (cell < least && least <= scale.size()) {
      findings.error(
          key,
          where
              + " is '"
              + scale.names().get(cell - 1)
              + "', lower than the one above or before it",
          "the matrix must not fall as rows and columns rise: write '"
              + scale.names().get(least - 1)
              + "' or lower the others");
    }
  }

  private void checkDependencies() {
    Map<String, Map<String, List<Integer>>> groups = new HashMap<>();
    Set<Dependency> seen = new HashSet<>();
    for (int d = 0; d < workspace.dependencies().size(); d++) {
      Dependency dependency = workspace.dependencies().get(d);
      String key = "dependencies[" + d + "]";
      Asset from = end(dependency.from(), key + ".from");
      Asset on = end(dependency.on(), key + ".on");
      checkLevel(dependency.strength(), key + ".strength");
      if (from != null && on != null && dependency.carries() != null) {
        dependency
            .carries()
            .forEach(
                (needed, given) -> {
                  checkCarried(from, needed, key);
                  checkCarried(on, given, key);
                });
      }
      if (dependency.from().equals(dependency.on())) {
        findings.warning(
            key, "the asset '" + dependency.from() + "' depends on itself", "leave it out");
      }
      if (!seen.add(dependency)) {
        findings.warning(key, "this dependency is stated twice", "leave one of them out");
      }
      Redundancy redundancy = dependency.redundancy();
      if (redundancy != null) {
        groups
            .computeIfAbsent(dependency.from(), f -> new HashMap<>())
            .computeIfAbsent(redundancy.group(), g -> new ArrayList<>())
            .add(d);
        if (workspace.combination().along() instanceof Along.Product) {
          findings.error(
              key + ".redundancy",
              "redundancy speaks of levels and cannot go with 'product'",
              "leave it out, or choose 'weakest-link' or a matrix");
        }
      }
    }
    groups.values().forEach(byName -> byName.values().forEach(this::checkGroup));
  }

  private @Nullable Asset end(String id, String key) {
    Asset asset = assets.get(id);
    if (asset == null) {
      findings.dangling(key, "asset", id, assets.keySet());
    }
    return asset;
  }

  private void checkCarried(Asset asset, String property, String key) {
    if (!asset.properties().contains(property)) {
      findings.error(
          key + ".carries",
          "the asset '" + asset.id() + "' has no property '" + property + "'",
          "it has " + String.join(", ", asset.properties()));
    }
  }

  private void checkGroup(List<Integer> places) {
    List<Dependency> members = places.stream().map(workspace.dependencies()::get).toList();
    Redundancy first = redundancy(members.getFirst());
    for (int i = 1; i < members.size(); i++) {
      if (redundancy(members.get(i)).needs() != first.needs()) {
        findings.error(
            "dependencies[" + places.get(i) + "].redundancy.needs",
            "the group '"
                + first.group()
                + "' of '"
                + members.getFirst().from()
                + "' needs "
                + first.needs()
                + " in one place and "
                + redundancy(members.get(i)).needs()
                + " in another",
            "write the same number for all of its members");
      }
    }
    long distinct = members.stream().map(Dependency::on).distinct().count();
    if (first.needs() > distinct) {
      findings.warning(
          "dependencies[" + places.getFirst() + "].redundancy.needs",
          "the group '"
              + first.group()
              + "' needs "
              + first.needs()
              + " of "
              + distinct
              + " members",
          "such a group gives no redundancy");
    }
  }

  private static Redundancy redundancy(Dependency dependency) {
    Redundancy redundancy = dependency.redundancy();
    if (redundancy == null) {
      throw new IllegalStateException("only dependencies with a group are grouped");
    }
    return redundancy;
  }

  /** Who judged a link, and whether it is the agreed judgement: that may stand once. */
  private record Judged(Impact.Link link, @Nullable String by, boolean agreed) {}

  private void checkImpacts() {
    Set<Judged> judged = new HashSet<>();
    Set<Impact.Link> agreed = new HashSet<>();
    for (int i = 0; i < workspace.impacts().size(); i++) {
      Impact impact = workspace.impacts().get(i);
      String key = "impacts[" + i + "]";
      switch (impact) {
        case Impact.RequirementImpact(var requirement, var factor, _) -> {
          Asset asset = assets.get(requirement.asset());
          if (asset == null) {
            findings.dangling(key + ".requirement", "asset", requirement.asset(), assets.keySet());
          } else if (!asset.properties().contains(requirement.property())) {
            findings.error(
                key + ".requirement",
                "the asset '" + asset.id() + "' has no property '" + requirement.property() + "'",
                "it has " + String.join(", ", asset.properties()));
          }
          checkFactor(factor, key);
        }
        case Impact.FactorImpact(var factor, var goal, _) -> {
          checkFactor(factor, key);
          if (!goals.contains(goal)) {
            findings.dangling(key + ".goal", "goal", goal, goals);
          }
        }
      }
      checkLevel(impact.judgement().level(), key + ".level");
      String link = impact.link().from() + " to " + impact.link().to();
      if (impact.judgement().agreed() && !agreed.add(impact.link())) {
        findings.error(
            key + ".agreed",
            "the impact of " + link + " is agreed on twice",
            "leave one of the two out");
      } else if (!judged.add(
          new Judged(impact.link(), impact.judgement().by(), impact.judgement().agreed()))) {
        findings.error(
            key,
            "the impact of " + link + " is judged twice" + by(impact),
            "leave one out, or say in 'by' who judged");
      }
    }
  }

  private static String by(Impact impact) {
    String judge = impact.judgement().by();
    return judge == null ? " by nobody in particular" : " by '" + judge + "'";
  }

  private void checkFactor(String factor, String key) {
    if (!factors.contains(factor)) {
      findings.dangling(key + ".factor", "factor", factor, factors);
    }
  }

  private void checkOrigins() {
    Set<String> dependencies = new HashSet<>();
    if (workspace.origins().stream().anyMatch(o -> o.kind() == Origin.Kind.DEPENDENCY)) {
      workspace.dependencies().forEach(d -> dependencies.add(d.from() + ">" + d.on()));
    }
    for (int o = 0; o < workspace.origins().size(); o++) {
      Origin origin = workspace.origins().get(o);
      Set<String> known =
          switch (origin.kind()) {
            case UNIT -> units;
            case GOAL -> goals;
            case FACTOR -> factors;
            case ASSET -> assets.keySet();
            case DEPENDENCY -> dependencies;
          };
      if (!known.contains(origin.id())) {
        findings.warning(
            "imports[" + o + "].id",
            "'" + origin.id() + "', imported from " + origin.source() + ", is no more",
            "the next import of " + origin.source() + " brings it back or forgets it");
      }
    }
  }
}
