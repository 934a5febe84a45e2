package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Inheritance;
import org.jspecify.annotations.Nullable;

/**
 * Builds an estate piece by piece, by number, without an object per dependency: for sources that
 * are too large for a {@link org.concordat.core.workspace.Workspace}.
 *
 * <p>Everything is numbered from 0 in the order in which it is added. What is referred to must have
 * been added before.
 */
public final class EstateBuilder {
  final Arithmetic arithmetic;
  final List<String> units = new ArrayList<>();
  final List<String> assets = new ArrayList<>();
  final IntList assetSets = new IntList();
  final List<String[]> propertySets = new ArrayList<>();
  final Map<List<String>, Integer> setNumbers = new HashMap<>();
  final Transfers transfers = new Transfers(propertySets);
  final IntList edgeFrom = new IntList();
  final IntList edgeOn = new IntList();
  final IntList edgeWay = new IntList();

  private final List<String> factors = new ArrayList<>();
  private final List<String> goals = new ArrayList<>();
  private final IntList unitOfGoal = new IntList();
  private final IntList importance = new IntList();
  private final IntList visionFactor = new IntList();
  private final IntList visionGoal = new IntList();
  private final IntList visionLevel = new IntList();
  private final IntList linkAsset = new IntList();
  private final IntList linkProperty = new IntList();
  private final IntList linkFactor = new IntList();
  private final IntList linkLevel = new IntList();

  /** An empty estate. */
  public EstateBuilder(ImpactScale scale, Combination combination, Inheritance inheritance) {
    Integer cumulation = inheritance.cumulation();
    arithmetic = new Arithmetic(scale, combination, cumulation == null ? 0 : cumulation);
  }

  public int unit(String id) {
    units.add(id);
    return units.size() - 1;
  }

  public int goal(String id, int unit, Level importanceOfGoal) {
    goals.add(id);
    unitOfGoal.add(unit);
    importance.add(importanceOfGoal.number());
    return goals.size() - 1;
  }

  public int factor(String id) {
    factors.add(id);
    return factors.size() - 1;
  }

  public int asset(String id, List<String> properties) {
    assets.add(id);
    assetSets.add(Estate.propertySet(properties, propertySets, setNumbers));
    return assets.size() - 1;
  }

  /** Links a factor to a goal; a link may be given once. */
  public void impact(int factor, int goal, Level level) {
    visionFactor.add(factor);
    visionGoal.add(goal);
    visionLevel.add(level.number());
  }

  /**
   * Links a requirement to a factor; a link may be given once.
   *
   * @throws IllegalArgumentException when the asset has no such property
   */
  public void impact(int asset, String property, int factor, Level level) {
    linkAsset.add(asset);
    linkProperty.add(place(assetSets.get(asset), property));
    linkFactor.add(factor);
    linkLevel.add(level.number());
  }

  private int place(int set, String property) {
    int place = Arrays.binarySearch(propertySets.get(set), property);
    if (place < 0) {
      throw new IllegalArgumentException("the asset has no property '" + property + "'");
    }
    return place;
  }

  /** A dependency that carries each property that both assets have to itself. */
  public void dependency(int from, int on, Level strength) {
    dependency(from, on, strength, null, false);
  }

  /**
   * A dependency.
   *
   * @param carries which property of {@code from} needs which of {@code on}; null for each that
   *     both have, to itself
   * @param redundant whether what is handed on for availability is capped, because fewer members of
   *     a redundancy group are needed than there are
   */
  public void dependency(
      int from,
      int on,
      Level strength,
      @Nullable SortedMap<String, String> carries,
      boolean redundant) {
    if (redundant && arithmetic.isProduct()) {
      throw new IllegalArgumentException(
          "redundancy speaks of levels and cannot go with a product");
    }
    edgeFrom.add(from);
    edgeOn.add(on);
    edgeWay.add(
        transfers.number(
            assetSets.get(from), assetSets.get(on), strength.number(), carries, redundant));
  }

  /** The estate; the builder is of no use afterwards. */
  public Estate build() {
    return new Estate(this);
  }

  Vision vision() {
    IntList[] goalsOf = new IntList[factors.size()];
    IntList[] levelsOf = new IntList[factors.size()];
    Arrays.setAll(goalsOf, f -> new IntList(4));
    Arrays.setAll(levelsOf, f -> new IntList(4));
    for (int i = 0; i < visionFactor.size(); i++) {
      goalsOf[visionFactor.get(i)].add(visionGoal.get(i));
      levelsOf[visionFactor.get(i)].add(visionLevel.get(i));
    }
    return new Vision(
        factors,
        goals,
        unitOfGoal.toArray(),
        importance.toArray(),
        arrays(goalsOf),
        arrays(levelsOf));
  }

  private static int[][] arrays(IntList[] lists) {
    return Arrays.stream(lists).map(IntList::toArray).toArray(int[][]::new);
  }

  RequirementLinks requirementLinks(int requirements, int[] firstRequirement) {
    IntList requirement = new IntList(linkAsset.size());
    for (int i = 0; i < linkAsset.size(); i++) {
      requirement.add(firstRequirement[linkAsset.get(i)] + linkProperty.get(i));
    }
    return new RequirementLinks(requirements, factors.size(), requirement, linkFactor, linkLevel);
  }
}
