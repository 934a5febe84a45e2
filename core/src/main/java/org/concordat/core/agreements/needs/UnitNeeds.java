package org.concordat.core.agreements.needs;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The needs of every unit of an organisation at one moment, and the dependencies that carry them.
 * {@link WorkspaceNeeds} answers from a whole workspace.
 */
public interface UnitNeeds {
  ImpactScale scale();

  List<Unit> units();

  List<Asset> assets();

  /** The asset of that id, or null. */
  @Nullable Asset asset(String id);

  /** What an asset depends on. */
  List<Dependency> dependenciesOf(String asset);

  /**
   * A requirement by the goals of one unit alone: need, own part and best reasons.
   *
   * @param paths how many reasons at the most
   * @throws IllegalArgumentException when there is no such unit or requirement
   */
  Priority of(String unit, Requirement requirement, int paths);

  /**
   * What levels come to beneath: the least fixed point of needs with these as own scores.
   *
   * @param levels numbers of levels; requirements that do not exist count for nothing
   * @return the number of the level that each requirement shows; those that show none are left out
   */
  Map<Requirement, Integer> carriedDown(Map<Requirement, Integer> levels);

  /** The number of the level that a unit's need of a requirement shows; 0 for none. */
  default int needNumber(String unit, Requirement requirement) {
    return scale().shownNumber(of(unit, requirement, 0).score());
  }

  /** Whether there is such a requirement. */
  default boolean exists(Requirement requirement) {
    Asset asset = asset(requirement.asset());
    return asset != null && asset.properties().contains(requirement.property());
  }
}
