package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.FactorChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.InheritanceChange;
import org.concordat.core.workspace.WorkspaceChange.OrganisationChange;
import org.concordat.core.workspace.WorkspaceChange.OriginChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Says changes in plain words: with the names of goals, factors and assets, and the names of
 * levels, each from the workspace in which it stands.
 *
 * <p>Making one takes time linear in the entries that have names; each text, in its length.
 */
public final class ChangeWording {
  private final ImpactScale scaleBefore;
  private final ImpactScale scaleAfter;
  private final Map<String, String> unitNames = new HashMap<>();
  private final Map<String, String> goalNames = new HashMap<>();
  private final Map<String, String> factorNames = new HashMap<>();
  private final Map<String, String> assetNames = new HashMap<>();

  /** The words for changes between two workspaces; where a name changed, the later one is used. */
  public ChangeWording(Workspace before, Workspace after) {
    scaleBefore = before.scale();
    scaleAfter = after.scale();
    learn(before);
    learn(after);
  }

  private void learn(Workspace workspace) {
    for (Unit unit : workspace.units()) {
      unitNames.put(unit.id(), unit.name());
      unit.goals().forEach(goal -> goalNames.put(goal.id(), goal.name()));
    }
    workspace.factors().forEach(factor -> factorNames.put(factor.id(), factor.name()));
    workspace.assets().forEach(asset -> assetNames.put(asset.id(), asset.name()));
  }

  /** The change in one sentence without its full stop. */
  public String describe(WorkspaceChange change) {
    return switch (change) {
      case OrganisationChange(var was, var is) ->
          new Differences()
              .add("id", was.id(), is.id())
              .add("name", was.name(), is.name())
              .add("industry", was.industry(), is.industry())
              .of("Organisation " + is.name());
      case ScaleChange(var was, var is) ->
          "Scale: " + String.join(", ", was.names()) + " → " + String.join(", ", is.names());
      case CombinationChange(var was, var is) ->
          new Differences()
              .add("along a path", along(was, scaleBefore), along(is, scaleAfter))
              .add("across paths", word(was.across()), word(is.across()))
              .of("Combination");
      case InheritanceChange(var was, var is) ->
          "Cumulation: %s → %s".formatted(orNone(was.cumulation()), orNone(is.cumulation()));
      case PropertyChange(var was, var is) -> property(was, is);
      case UnitChange(var was, var is) -> unit(was, is);
      case GoalChange(var was, var is) -> goal(was, is);
      case FactorChange(var was, var is) -> factor(was, is);
      case AssetChange(var was, var is) -> asset(was, is);
      case DependencyChange(var was, var is) -> dependency(was, is);
      case ImpactChange(var was, var is) -> impact(was, is);
      case OriginChange(var was, var is) -> origin(was, is);
    };
  }

  /** What differs inside an entry, as {@code name: was → is}. */
  private static final class Differences {
    private final List<String> texts = new ArrayList<>();

    Differences add(String what, @Nullable Object was, @Nullable Object is) {
      if (!Objects.equals(was, is)) {
        texts.add(what + " " + orNone(was) + " → " + orNone(is));
      }
      return this;
    }

    /** For texts that are too long to quote. */
    Differences addText(String what, @Nullable String was, @Nullable String is) {
      if (!Objects.equals(was, is)) {
        texts.add(what + (was == null ? " added" : is == null ? " removed" : " changed"));
      }
      return this;
    }

    String of(String subject) {
      return subject + ": " + String.join("; ", texts);
    }
  }

  private static String orNone(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static String property(
      @Nullable PropertyDefinition was, @Nullable PropertyDefinition is) {
    if (was == null || is == null) {
      return "Property " + (is == null ? name(was) + " removed" : is.name() + " added");
    }
    return new Differences()
        .add("name", was.name(), is.name())
        .addText("description", was.description(), is.description())
        .of("Property " + is.id());
  }

  private static String name(@Nullable PropertyDefinition property) {
    return property == null ? "" : property.name();
  }

  private static String unit(@Nullable Unit was, @Nullable Unit is) {
    if (is == null) {
      return "Unit " + (was == null ? "" : was.name()) + " removed";
    }
    if (was == null) {
      return "Unit " + is.name() + " added";
    }
    return new Differences()
        .add("name", was.name(), is.name())
        .add("value discipline", wordOrNull(was.discipline()), wordOrNull(is.discipline()))
        .addText("description", was.description(), is.description())
        .of("Unit " + is.name());
  }

  private String goal(@Nullable OwnedGoal was, @Nullable OwnedGoal is) {
    if (was == null || is == null) {
      OwnedGoal one = Objects.requireNonNull(was == null ? is : was);
      String unit = named(unitNames, one.unit());
      return was == null
          ? "Goal %s of %s added, importance %s"
              .formatted(one.goal().name(), unit, importance(one.goal(), scaleAfter))
          : "Goal %s of %s removed".formatted(one.goal().name(), unit);
    }
    String importanceBefore = importance(was.goal(), scaleBefore);
    String importanceAfter = importance(is.goal(), scaleAfter);
    OwnedGoal restated =
        new OwnedGoal(
            was.unit(),
            new Goal(
                was.goal().id(),
                was.goal().name(),
                is.goal().importance(),
                was.goal().description()));
    if (restated.equals(is)) {
      return "Importance of goal "
          + is.goal().name()
          + ": "
          + importanceBefore
          + " → "
          + importanceAfter;
    }
    return new Differences()
        .add("unit", named(unitNames, was.unit()), named(unitNames, is.unit()))
        .add("name", was.goal().name(), is.goal().name())
        .add("importance", importanceBefore, importanceAfter)
        .addText("description", was.goal().description(), is.goal().description())
        .of("Goal " + is.goal().name());
  }

  private static String importance(Goal goal, ImpactScale scale) {
    return level(goal.importance(), scale);
  }

  /** A level by its name; one that is not stated is the top. */
  private static String level(@Nullable Level level, ImpactScale scale) {
    if (level == null) {
      return scale.name(scale.top()) + " (not stated)";
    }
    return level.number() > scale.size() ? "level " + level.number() : scale.name(level);
  }

  private static String factor(@Nullable Factor was, @Nullable Factor is) {
    if (is == null) {
      return "Factor " + (was == null ? "" : was.name()) + " removed";
    }
    if (was == null) {
      return "Factor " + is.name() + " added";
    }
    return new Differences()
        .add("name", was.name(), is.name())
        .add("controllable", yesOrNo(was.controllable()), yesOrNo(is.controllable()))
        .addText("description", was.description(), is.description())
        .of("Factor " + is.name());
  }

  private static @Nullable String yesOrNo(@Nullable Boolean value) {
    return value == null ? null : value ? "yes" : "no";
  }

  private String asset(@Nullable Asset was, @Nullable Asset is) {
    if (is == null) {
      return "Asset " + (was == null ? "" : was.name()) + " removed";
    }
    if (was == null) {
      return "Asset %s (%s) added: %s".formatted(is.name(), word(is.kind()), properties(is));
    }
    return new Differences()
        .add("name", was.name(), is.name())
        .add("kind", word(was.kind()), word(is.kind()))
        .add("unit", namedOrNull(unitNames, was.unit()), namedOrNull(unitNames, is.unit()))
        .add("properties", properties(was), properties(is))
        .addText("description", was.description(), is.description())
        .of("Asset " + is.name());
  }

  private static String properties(Asset asset) {
    return asset.properties().isEmpty()
        ? "none"
        : asset.properties().stream().sorted().collect(Collectors.joining(", "));
  }

  private String dependency(@Nullable Dependency was, @Nullable Dependency is) {
    Dependency one = Objects.requireNonNull(is == null ? was : is);
    String from = named(assetNames, one.from());
    String on = named(assetNames, one.on());
    if (is == null) {
      return from + " no longer depends on " + on;
    }
    if (was == null) {
      return from + " now depends on " + on + ", strength " + level(is.strength(), scaleAfter);
    }
    return new Differences()
        .add("strength", level(was.strength(), scaleBefore), level(is.strength(), scaleAfter))
        .add("carries", carries(was.carries()), carries(is.carries()))
        .add("redundancy", redundancy(was.redundancy()), redundancy(is.redundancy()))
        .of(from + " depends on " + on);
  }

  private static String carries(@Nullable SortedMap<String, String> carries) {
    if (carries == null) {
      return "what both have";
    }
    return carries.isEmpty()
        ? "nothing"
        : carries.entrySet().stream()
            .map(
                pair ->
                    pair.getKey().equals(pair.getValue())
                        ? pair.getKey()
                        : pair.getKey() + " to " + pair.getValue())
            .collect(Collectors.joining(", "));
  }

  private static @Nullable String redundancy(@Nullable Redundancy redundancy) {
    return redundancy == null ? null : redundancy.needs() + " of group " + redundancy.group();
  }

  private String impact(@Nullable Impact was, @Nullable Impact is) {
    String link = link(Objects.requireNonNull(is == null ? was : is));
    if (is == null) {
      Judgement gone = Objects.requireNonNull(was).judgement();
      String levelBefore = level(gone.level(), scaleBefore);
      return gone.by() == null
          ? "The judgement of %s as %s removed".formatted(link, levelBefore)
          : "%s's judgement of %s as %s removed".formatted(gone.by(), link, levelBefore);
    }
    Judgement now = is.judgement();
    String judged =
        (now.by() == null ? link + " judged " : now.by() + " judged " + link + " ")
            + level(now.level(), scaleAfter);
    if (was == null) {
      return judged + (now.agreed() ? ", as agreed" : "");
    }
    Judgement then = was.judgement();
    StringBuilder text = new StringBuilder(judged);
    String levelBefore = level(then.level(), scaleBefore);
    if (!levelBefore.equals(level(now.level(), scaleAfter))) {
      text.append(" instead of ").append(levelBefore);
    }
    if (then.agreed() != now.agreed()) {
      text.append(now.agreed() ? ", now as agreed" : ", no longer as agreed");
    }
    if (!Objects.equals(then.on(), now.on())) {
      text.append(now.on() == null ? ", on no stated day" : ", on " + now.on());
    }
    if (!Objects.equals(then.because(), now.because())) {
      text.append(
          now.because() == null ? ", without the reason given before" : ", with another reason");
    }
    return text.toString();
  }

  private String link(Impact impact) {
    return switch (impact) {
      case Impact.RequirementImpact(var requirement, var factor, _) ->
          requirement.id() + " → " + named(factorNames, factor);
      case Impact.FactorImpact(var factor, var goal, _) ->
          named(factorNames, factor) + " → " + named(goalNames, goal);
    };
  }

  private static String origin(@Nullable Origin was, @Nullable Origin is) {
    Origin one = Objects.requireNonNull(is == null ? was : is);
    String entry = word(one.kind()) + " " + one.id() + " from " + one.source();
    if (was == null) {
      return "Import of " + entry + " noted";
    }
    return is == null
        ? "Import of " + entry + " no longer noted"
        : "Import of " + entry + ": was " + word(was.kind()) + " " + was.id();
  }

  private static String along(Combination combination, ImpactScale scale) {
    return switch (combination.along()) {
      case Along.WeakestLink() -> "weakest link";
      case Along.Product() -> "product";
      case Along.Matrix(var rows) ->
          rows.stream()
              .map(
                  row ->
                      row.stream()
                          .map(cell -> level(cell, scale))
                          .collect(Collectors.joining(", ", "[", "]")))
              .collect(Collectors.joining(", ", "matrix [", "]"));
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static @Nullable String wordOrNull(@Nullable Enum<?> constant) {
    return constant == null ? null : word(constant);
  }

  private static String named(Map<String, String> names, String id) {
    return names.getOrDefault(id, id);
  }

  private static @Nullable String namedOrNull(Map<String, String> names, @Nullable String id) {
    return id == null ? null : named(names, id);
  }
}
