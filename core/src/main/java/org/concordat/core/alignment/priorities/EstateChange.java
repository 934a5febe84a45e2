package org.concordat.core.alignment.priorities;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/** One change to an estate that priorities are mended after, without starting over. */
public sealed interface EstateChange {
  /** A link that is judged gets a level. */
  sealed interface LinkSet extends EstateChange {}

  /** A requirement's link to a factor gets a level, or goes when the level is null. */
  record RequirementImpactSet(Requirement requirement, String factor, @Nullable Level level)
      implements LinkSet {}

  /** A factor's link to a goal gets a level, or goes when the level is null. */
  record FactorImpactSet(String factor, String goal, @Nullable Level level) implements LinkSet {}

  record GoalImportanceSet(String goal, Level importance) implements EstateChange {}

  /**
   * All dependencies of one asset are replaced: some may be new, gone, or of another strength.
   *
   * @param dependencies each with the asset as its {@code from}
   */
  record DependenciesSet(String asset, List<Dependency> dependencies) implements EstateChange {
    public DependenciesSet {
      dependencies = List.copyOf(dependencies);
      for (Dependency dependency : dependencies) {
        if (!dependency.from().equals(asset)) {
          throw new IllegalArgumentException(
              "'" + dependency.from() + "' is not the asset '" + asset + "' that depends");
        }
      }
    }
  }

  /** A new asset without dependencies and impacts. */
  record AssetAdded(Asset asset) implements EstateChange {}

  /**
   * An asset goes, with its impacts and its dependencies; none may depend on it any more. The
   * numbers of its requirements are not given out again.
   */
  record AssetRemoved(String asset) implements EstateChange {}

  /** A new unit without goals. */
  record UnitAdded(String unit) implements EstateChange {}

  /** A unit goes; it has no goals any more. */
  record UnitRemoved(String unit) implements EstateChange {}

  /** A goal is new, moves to another unit, or gets another importance. */
  record GoalSet(String goal, String unit, Level importance) implements EstateChange {}

  /** A goal goes; no factor is linked to it any more. */
  record GoalRemoved(String goal) implements EstateChange {}

  /** A new factor without links. */
  record FactorAdded(String factor) implements EstateChange {}

  /** A factor goes; nothing is linked to it any more. */
  record FactorRemoved(String factor) implements EstateChange {}
}
