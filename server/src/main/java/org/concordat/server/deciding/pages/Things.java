package org.concordat.server.deciding.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * How things of the model are told in two words: what they are about, and what they say of it.
 *
 * @param model gives names
 * @param more gives the names of things that the model does not have, such as a draft's new ones
 */
record Things(Snapshot model, List<Object> more) {
  static Cell level(ImpactScale scale, @Nullable Level level) {
    return level(LevelView.of(scale, level));
  }

  static Cell level(LevelView level) {
    return new Cell.Badge(
        new Cell.Word("alignment.level." + level.name(), level.name()), level.shade());
  }

  static Cell arrow(Cell from, Cell to) {
    return new Cell.Joined(List.of(from, to), " → ");
  }

  private static Cell kind(String key, String name) {
    return new Cell.Joined(List.of(Cell.word(key), new Cell.Text(name)), " ");
  }

  Cell requirement(Requirement requirement) {
    String property = requirement.property();
    return new Cell.Joined(
        List.of(new Cell.Text(assetName(requirement.asset())), property(property)), ", ");
  }

  private String assetName(String id) {
    Asset asset = model.asset(id);
    return asset != null
        ? asset.name()
        : named(Asset.class, each -> each.id().equals(id) ? each.name() : null, id);
  }

  private String factorName(String id) {
    Factor factor = model.factor(id);
    return factor != null
        ? factor.name()
        : named(Factor.class, each -> each.id().equals(id) ? each.name() : null, id);
  }

  private String goalName(String id) {
    OwnedGoal goal = model.goal(id);
    return goal != null
        ? goal.goal().name()
        : named(
            OwnedGoal.class, each -> each.goal().id().equals(id) ? each.goal().name() : null, id);
  }

  private String unitName(String id) {
    Unit unit = model.unit(id);
    return unit != null
        ? unit.name()
        : named(Unit.class, each -> each.id().equals(id) ? each.name() : null, id);
  }

  /** Gives the name of a thing if it is the one that is looked for. */
  private interface Naming<T> {
    @Nullable String of(T thing);
  }

  private <T> String named(Class<T> type, Naming<T> naming, String id) {
    for (Object thing : more) {
      if (type.isInstance(thing)) {
        String name = naming.of(type.cast(thing));
        if (name != null) {
          return name;
        }
      }
    }
    return id;
  }

  /** A damage that was done, and how bad it was. */
  Cell harm(Incident.Harm harm) {
    return new Cell.Joined(
        List.of(new Cell.Text(factorName(harm.factor())), level(model.scale(), harm.level())), " ");
  }

  /** A link between a requirement and a factor, or a factor and a goal. */
  Cell link(Impact.Link link) {
    return Requirement.parse(link.from())
        .map(requirement -> arrow(requirement(requirement), new Cell.Text(factorName(link.to()))))
        .orElseGet(
            () ->
                arrow(new Cell.Text(factorName(link.from())), new Cell.Text(goalName(link.to()))));
  }

  /** What an entry or a setting is about. */
  Cell about(Object entry) {
    return switch (entry) {
      case Impact impact -> link(impact.link());
      case OwnedGoal owned -> kind("deciding.thing.goal", owned.goal().name());
      case Unit unit -> kind("deciding.thing.unit", unit.name());
      case Factor factor -> kind("deciding.thing.factor", factor.name());
      case Asset asset -> kind("deciding.thing.asset", asset.name());
      case Dependency dependency ->
          new Cell.Joined(
              List.of(
                  new Cell.Text(assetName(dependency.from())),
                  Cell.word("deciding.thing.dependsOn"),
                  new Cell.Text(assetName(dependency.on()))),
              " ");
      case PropertyDefinition property -> kind("deciding.thing.property", property.name());
      case Origin origin -> kind("deciding.thing.origin", origin.id());
      case Organisation _ -> Cell.word("deciding.thing.organisation");
      case ImpactScale _ -> Cell.word("deciding.thing.scale");
      case Combination _ -> Cell.word("deciding.thing.combination");
      case Inheritance _ -> Cell.word("deciding.thing.inheritance");
      default -> new Cell.Text(entry.toString());
    };
  }

  /** What an entry or a setting says; null says that it is not there. */
  Cell state(@Nullable Object entry) {
    ImpactScale scale = model.scale();
    return switch (entry) {
      case null -> new Cell.Quiet(Cell.word("deciding.absent"));
      case Impact impact -> judgement(impact, scale);
      case OwnedGoal owned ->
          new Cell.Joined(
              List.of(
                  new Cell.Text(owned.goal().name()),
                  level(scale, onScale(owned.goal().importanceOn(scale), scale)),
                  new Cell.Quiet(new Cell.Text(unitName(owned.unit())))),
              ", ");
      case Dependency dependency -> dependency(dependency, scale);
      case ImpactScale other -> new Cell.Text(String.join(" < ", other.names()));
      case Combination combination -> combination(combination, scale);
      case Inheritance inheritance ->
          inheritance.cumulation() == null
              ? Cell.word("web.none")
              : new Cell.Count(inheritance.cumulation());
      case Organisation organisation -> new Cell.Text(organisation.name());
      case Asset asset -> asset(asset);
      case Unit unit -> new Cell.Text(unit.name());
      case Factor factor -> new Cell.Text(factor.name());
      case PropertyDefinition property -> new Cell.Text(property.name());
      default -> Cell.word("deciding.present");
    };
  }

  /** A level of another scale is told as the nearest that this one has. */
  private static Level onScale(Level level, ImpactScale scale) {
    return level.number() > scale.size() ? scale.top() : level;
  }

  private static Cell judgement(Impact impact, ImpactScale scale) {
    List<Cell> parts = new ArrayList<>();
    parts.add(level(scale, onScale(impact.judgement().level(), scale)));
    if (impact.judgement().agreed()) {
      parts.add(new Cell.Quiet(Cell.word("alignment.agreed")));
    }
    String by = impact.judgement().by();
    if (by != null) {
      parts.add(new Cell.Quiet(new Cell.Text(by)));
    }
    return new Cell.Joined(parts, " ");
  }

  /** Its strength, and how it passes needs on where that is not as usual. */
  private static Cell dependency(Dependency dependency, ImpactScale scale) {
    List<Cell> parts = new ArrayList<>();
    parts.add(level(scale, onScale(dependency.strengthOn(scale), scale)));
    SortedMap<String, String> carries = dependency.carries();
    if (carries != null && carries.isEmpty()) {
      parts.add(Cell.word("alignment.carries.nothing"));
    } else if (carries != null) {
      carries.forEach((from, to) -> parts.add(arrow(property(from), property(to))));
    }
    Redundancy redundancy = dependency.redundancy();
    if (redundancy != null) {
      parts.add(
          new Cell.Joined(
              List.of(
                  Cell.word("alignment.redundancy"),
                  new Cell.Text(redundancy.group()),
                  Cell.word("alignment.redundancy.needs"),
                  new Cell.Count(redundancy.needs())),
              " "));
    }
    return new Cell.Joined(parts, "; ");
  }

  private static Cell property(String property) {
    return new Cell.Word("alignment.property." + property, property);
  }

  private static Cell asset(Asset asset) {
    return new Cell.Joined(
        List.of(
            new Cell.Text(asset.name()),
            Cell.word("alignment.kind." + asset.kind().name()),
            new Cell.Joined(asset.properties().stream().map(Things::property).toList(), " + ")),
        ", ");
  }

  private static Cell combination(Combination combination, ImpactScale scale) {
    String along =
        switch (combination.along()) {
          case Along.WeakestLink() -> "weakest_link";
          case Along.Product() -> "product";
          case Along.Matrix _ -> "matrix";
        };
    String across = combination.across() == Across.AVERAGE ? "average" : "maximum";
    List<Cell> parts = new ArrayList<>();
    parts.add(Cell.word("alignment.settings.along." + along));
    if (combination.along() instanceof Along.Matrix(var rows)) {
      rows.forEach(row -> parts.add(row(row, scale)));
    }
    parts.add(Cell.word("alignment.settings.across." + across));
    return new Cell.Joined(parts, "; ");
  }

  /** A row of an own table; levels that this scale does not have are told by their numbers. */
  private static Cell row(List<Level> levels, ImpactScale scale) {
    return new Cell.Joined(
        levels.stream()
            .<Cell>map(
                level ->
                    level.number() > scale.size()
                        ? new Cell.Count(level.number())
                        : level(scale, level))
            .toList(),
        " ");
  }
}
