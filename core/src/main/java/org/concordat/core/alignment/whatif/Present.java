package org.concordat.core.alignment.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.NearestName;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/** What edits speak of: it is there, or else it is told what may be meant. */
final class Present {
  private Present() {}

  /** What takes away all that factors do to a goal. */
  static List<WorkspaceChange> impactsOn(String goal, Snapshot model) {
    List<WorkspaceChange> changes = new ArrayList<>();
    for (Factor factor : model.factors()) {
      model.impactsOfFactor(factor.id()).stream()
          .filter(impact -> impact.goal().equals(goal))
          .forEach(impact -> changes.add(new ImpactChange(impact, null)));
    }
    return changes;
  }

  /** An asset that is there, or else it is told which may be meant. */
  static Asset asset(String id, Snapshot model) {
    Asset asset = model.asset(id);
    if (asset == null) {
      throw missing("asset", id, model.workspace().assets().stream().map(Asset::id).toList());
    }
    return asset;
  }

  /** A goal that is there, with its unit. */
  static OwnedGoal goal(String id, Snapshot model) {
    OwnedGoal goal = model.goal(id);
    if (goal == null) {
      Stream<Goal> all = model.units().stream().flatMap(unit -> unit.goals().stream());
      throw missing("goal", id, all.map(Goal::id).toList());
    }
    return goal;
  }

  /** A unit that is there. */
  static Unit unit(String id, Snapshot model) {
    Unit unit = model.unit(id);
    if (unit == null) {
      throw missing("unit", id, model.units().stream().map(Unit::id).toList());
    }
    return unit;
  }

  /** A kind of damage that is there. */
  static Factor factor(String id, Snapshot model) {
    Factor factor = model.factor(id);
    if (factor == null) {
      throw missing("factor", id, model.factors().stream().map(Factor::id).toList());
    }
    return factor;
  }

  /**
   * The id of something new.
   *
   * @param id that is asked for, or null for one that is made of the name
   */
  static String newId(String what, @Nullable String id, String name, Predicate<String> taken) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name the " + what);
    }
    if (id == null) {
      return Identifier.proposed(name, taken);
    }
    if (taken.test(id)) {
      throw new IllegalArgumentException(
          "there is a " + what + " '" + id + "' already; choose another id");
    }
    return Identifier.check(id, what);
  }

  /** That a thing is not there, or not named. */
  static IllegalArgumentException missing(String what, String id, Collection<String> known) {
    if (id.isBlank()) {
      return new IllegalArgumentException("name the " + what);
    }
    String remedy = NearestName.among(known).remedyFor(id);
    return new IllegalArgumentException(
        "there is no " + what + " '" + id + "'" + (remedy == null ? "" : "; " + remedy));
  }
}
