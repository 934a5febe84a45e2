package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.jspecify.annotations.Nullable;

/** Says changes in plain words, with the names that things have in the two workspaces. */
public final class ChangeWording {
  private final ImpactScale oldScale;
  private final ImpactScale newScale;
  private final Map<String, String> names = new HashMap<>();

  /** Wording for changes from one workspace to another. */
  public ChangeWording(Workspace before, Workspace after) {
    oldScale = before.scale();
    newScale = after.scale();
    learn(before);
    learn(after);
  }

  private void learn(Workspace workspace) {
    for (Unit unit : workspace.units()) {
      names.put("unit " + unit.id(), unit.name());
      unit.goals().forEach(goal -> names.put("goal " + goal.id(), goal.name()));
    }
    workspace.factors().forEach(f -> names.put("factor " + f.id(), f.name()));
    workspace.assets().forEach(a -> names.put("asset " + a.id(), a.name()));
  }

  private String name(String kind, String id) {
    return "'" + names.getOrDefault(kind + " " + id, id) + "'";
  }

  /** One change as a line without its full stop, such as {@code importance of ...: a -> b}. */
  public String describe(WorkspaceChange change) {
    if (change.before() == null) {
      return "new " + what(change.entry(), newScale);
    }
    if (change.after() == null) {
      return "no more " + what(change.entry(), oldScale);
    }
    return changed(change.before(), change.after());
  }

  private String what(WorkspaceEntry entry, ImpactScale scale) {
    return switch (entry) {
      case WorkspaceEntry.OfOrganisation(var organisation) -> "organisation " + organisation.name();
      case WorkspaceEntry.OfScale(var value) -> "scale " + String.join(", ", value.names());
      case WorkspaceEntry.OfCombination(var value) -> "combination " + value;
      case WorkspaceEntry.OfInheritance(var value) -> "inheritance " + value;
      case WorkspaceEntry.OfProperty(var property) -> "property '" + property.name() + "'";
      case WorkspaceEntry.OfUnit(var unit) -> "unit '" + unit.name() + "'";
      case WorkspaceEntry.OfGoal(var unit, var goal) ->
          "goal '" + goal.name() + "' of " + name("unit", unit);
      case WorkspaceEntry.OfFactor(var factor) -> "factor '" + factor.name() + "'";
      case WorkspaceEntry.OfAsset(var asset) -> "asset '" + asset.name() + "'";
      case WorkspaceEntry.OfDependency(var dependency, _) -> dependency(dependency);
      case WorkspaceEntry.OfImpact(var impact) ->
          "judgement "
              + judged(impact)
              + ": "
              + level(scale, impact.judgement().level())
              + because(impact.judgement());
      case WorkspaceEntry.OfOrigin(var origin) -> "origin of '" + origin.id() + "'";
    };
  }

  private String dependency(Dependency dependency) {
    return "dependency of "
        + name("asset", dependency.from())
        + " on "
        + name("asset", dependency.on());
  }

  private String judged(Impact impact) {
    String link =
        switch (impact) {
          case Impact.RequirementImpact(var requirement, var factor, _) ->
              "of the "
                  + requirement.property()
                  + " of "
                  + name("asset", requirement.asset())
                  + " on "
                  + name("factor", factor);
          case Impact.FactorImpact(var factor, var goal, _) ->
              "of " + name("factor", factor) + " on " + name("goal", goal);
        };
    String judge = impact.judgement().by();
    return (judge == null ? "" : "by " + judge + " ")
        + (impact.judgement().agreed() ? "(agreed) " : "")
        + link;
  }

  private static String because(Judgement judgement) {
    return judgement.because() == null ? "" : " (" + judgement.because() + ")";
  }

  private static String level(ImpactScale scale, @Nullable Level level) {
    Level stated = level == null ? scale.top() : level;
    return stated.number() <= scale.size() ? scale.name(stated) : "level " + stated.number();
  }

  private String changed(WorkspaceEntry before, WorkspaceEntry after) {
    if (before instanceof WorkspaceEntry.OfScale(var was)
        && after instanceof WorkspaceEntry.OfScale(var is)) {
      return "scale: " + String.join(", ", was.names()) + " -> " + String.join(", ", is.names());
    }
    if (before instanceof WorkspaceEntry.OfGoal(var oldUnit, Goal was)
        && after instanceof WorkspaceEntry.OfGoal(var newUnit, Goal is)) {
      Parts parts = new Parts("goal " + name("goal", is.id()));
      parts.add("unit", name("unit", oldUnit), name("unit", newUnit));
      parts.add("name", was.name(), is.name());
      parts.add("importance", level(oldScale, was.importance()), level(newScale, is.importance()));
      parts.add("description", was.description(), is.description());
      return parts.toString();
    }
    if (before instanceof WorkspaceEntry.OfUnit(Unit was)
        && after instanceof WorkspaceEntry.OfUnit(Unit is)) {
      Parts parts = new Parts("unit " + name("unit", is.id()));
      parts.add("name", was.name(), is.name());
      parts.add("discipline", was.discipline(), is.discipline());
      parts.add("description", was.description(), is.description());
      return parts.toString();
    }
    if (before instanceof WorkspaceEntry.OfFactor(Factor was)
        && after instanceof WorkspaceEntry.OfFactor(Factor is)) {
      Parts parts = new Parts("factor " + name("factor", is.id()));
      parts.add("name", was.name(), is.name());
      parts.add("controllable", was.controllable(), is.controllable());
      parts.add("description", was.description(), is.description());
      return parts.toString();
    }
    if (before instanceof WorkspaceEntry.OfAsset(Asset was)
        && after instanceof WorkspaceEntry.OfAsset(Asset is)) {
      Parts parts = new Parts("asset " + name("asset", is.id()));
      parts.add("name", was.name(), is.name());
      parts.add("kind", was.kind(), is.kind());
      parts.add("unit", was.unit(), is.unit());
      parts.add("properties", was.properties(), is.properties());
      parts.add("description", was.description(), is.description());
      return parts.toString();
    }
    if (before instanceof WorkspaceEntry.OfDependency(Dependency was, _)
        && after instanceof WorkspaceEntry.OfDependency(Dependency is, _)) {
      Parts parts = new Parts(dependency(is));
      parts.add("strength", level(oldScale, was.strength()), level(newScale, is.strength()));
      parts.add("redundancy", was.redundancy(), is.redundancy());
      return parts.toString();
    }
    if (before instanceof WorkspaceEntry.OfImpact(Impact was)
        && after instanceof WorkspaceEntry.OfImpact(Impact is)) {
      Parts parts = new Parts("judgement " + judged(is));
      parts.add(
          "level",
          level(oldScale, was.judgement().level()),
          level(newScale, is.judgement().level()));
      parts.add("date", was.judgement().on(), is.judgement().on());
      parts.add("reason", was.judgement().because(), is.judgement().because());
      return parts.toString();
    }
    return what(before, oldScale) + " -> " + what(after, newScale);
  }

  /** What of an entry changed, part by part. */
  private static final class Parts {
    private final String what;
    private final List<String> parts = new ArrayList<>();

    Parts(String what) {
      this.what = what;
    }

    void add(String part, @Nullable Object before, @Nullable Object after) {
      if (!Objects.equals(before, after)) {
        parts.add(part + " " + shown(before) + " -> " + shown(after));
      }
    }

    private static String shown(@Nullable Object value) {
      return value == null ? "not stated" : value.toString();
    }

    @Override
    public String toString() {
      return what + ": " + String.join("; ", parts);
    }
  }
}
