package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/**
 * A workspace between two changes. Valid only within the function that {@link LiveWorkspace#read}
 * gives it to; what it returns may be kept.
 *
 * <p>Entries are looked up in constant time, and lists of entries take time in their own length.
 * What is not there gives null or an empty list, unless it says otherwise.
 */
public interface Snapshot {
  /** Counts the changes since the workspace was taken into memory, from 0. */
  long revision();

  /** The whole value. Takes time linear in it when first asked for at a revision. */
  Workspace workspace();

  Organisation organisation();

  ImpactScale scale();

  Combination combination();

  Inheritance inheritance();

  List<PropertyDefinition> properties();

  List<Unit> units();

  @Nullable Unit unit(String id);

  /** A goal with the unit that has it. */
  @Nullable OwnedGoal goal(String id);

  List<Factor> factors();

  @Nullable Factor factor(String id);

  @Nullable Asset asset(String id);

  int assetCount();

  int dependencyCount();

  /** How many judgements there are, of requirements and of factors. */
  int impactCount();

  int requirementCount();

  /** The judgements of the links from a requirement to factors. */
  List<Impact.RequirementImpact> impactsOf(Requirement requirement);

  /** The judgements of the links from a factor to goals. */
  List<Impact.FactorImpact> impactsOfFactor(String factor);

  /** The judgements of the links from requirements to a factor. */
  List<Impact.RequirementImpact> impactsOn(String factor);

  /** The judgements of one link. */
  List<Judgement> judgements(Impact.Link link);

  /** What an asset depends on. */
  List<Dependency> dependenciesOf(String asset);

  /** What depends on an asset. */
  List<Dependency> dependentsOn(String asset);

  /** Where an entry came from. */
  List<Origin> origins(Origin.Kind kind, String id);

  Page<AssetRow> assets(AssetQuery query);

  /** A page of dependencies. Takes time linear in the assets, and with a filter in all of them. */
  Page<DependencyRow> dependencies(DependencyQuery query);

  /**
   * A page of priorities.
   *
   * @throws IllegalArgumentException when there is no unit {@link PriorityQuery#unitView}
   */
  Page<PriorityRow> priorities(PriorityQuery query);

  /**
   * A requirement's priority by the goals of all units.
   *
   * @param paths how many rationale paths at the most
   * @throws IllegalArgumentException when there is no such requirement
   */
  Priority priority(Requirement requirement, int paths);

  /**
   * A requirement's priority by the goals of one unit alone.
   *
   * @param paths how many rationale paths at the most
   * @throws IllegalArgumentException when there is no such requirement or no such unit
   */
  Priority priorityForUnit(String unit, Requirement requirement, int paths);

  /**
   * The score of a requirement, in [0, 1].
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  double need(Requirement requirement);

  /**
   * The rank of a requirement, from 1.
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  int rank(Requirement requirement);

  /**
   * The first requirements by rank; those of equal rank by id.
   *
   * @param n how many at the most
   * @param paths how many rationale paths each has at the most
   */
  List<Priority> top(int n, int paths);

  /**
   * The first requirements by the goals of one unit alone.
   *
   * @param n how many at the most
   * @param paths how many rationale paths each has at the most
   * @throws IllegalArgumentException when there is no such unit
   */
  List<Priority> topOfUnit(String unit, int n, int paths);
}
