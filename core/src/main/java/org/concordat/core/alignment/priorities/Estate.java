package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.versions.PartedMap;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The compact graph of one organisation at one moment: requirements, dependencies, factors and
 * goals in flat arrays, no object per edge.
 *
 * <p>Requirements are numbered from 0, those of one asset next to each other in the order of their
 * properties' names. Memory: about 30 bytes an asset (three properties, three dependencies each
 * come to 100) beside the ids, and 30 more a dependency once a rationale or a change asks for the
 * way back.
 *
 * <p>An estate changes only through {@link Priorities#apply}. While nobody changes it, several
 * threads may read it; {@link #copy} makes one that changes apart.
 */
public final class Estate {
  final Arithmetic arithmetic;
  final UnitNumbers units;
  Vision vision;
  final RequirementLinks links;
  Transfers transfers;

  private List<String[]> propertySets;
  private Map<List<String>, Integer> setNumbers;

  int assets;
  String[] assetIds;
  private int[] assetSet;
  int[] firstRequirement;
  int[] assetOf;

  Edges edges;

  /** Requirements of assets that were removed: their numbers stay, without links and needs. */
  private BitSet gone = new BitSet();

  private int goneRequirements;

  private volatile @Nullable PartedMap<String, Integer> assetNumbers;
  private volatile int @Nullable [] order;

  /** Whether the vision, the ways, the assets, the dependencies are shared with another estate. */
  private boolean sharesVision;

  private boolean sharesTransfers;
  private boolean sharesAssets;
  private boolean sharesEdges;

  /** See {@link #inOrder}, once it was asked for. */
  private volatile @Nullable Estate orderly;

  Estate(EstateBuilder builder) {
    arithmetic = builder.arithmetic;
    units = new UnitNumbers(builder.units);
    propertySets = builder.propertySets;
    setNumbers = builder.setNumbers;
    transfers = builder.transfers;
    assets = builder.assets.size();
    assetIds = builder.assets.toArray(String[]::new);
    assetSet = builder.assetSets.toArray();
    firstRequirement = new int[assets + 1];
    for (int a = 0; a < assets; a++) {
      firstRequirement[a + 1] = firstRequirement[a] + propertySets.get(assetSet[a]).length;
    }
    assetOf = new int[firstRequirement[assets]];
    for (int a = 0; a < assets; a++) {
      Arrays.fill(assetOf, firstRequirement[a], firstRequirement[a + 1], a);
    }
    edges =
        new Edges(
            assets,
            builder.edgeFrom.values(),
            builder.edgeOn.values(),
            builder.edgeWay.values(),
            builder.edgeFrom.size(),
            putsParallelTogether());
    vision = builder.vision();
    links = builder.requirementLinks(requirements(), firstRequirement);
  }

  private Estate(Estate shared) {
    arithmetic = shared.arithmetic;
    units = shared.units.copy();
    vision = shared.vision;
    links = shared.links.copy();
    transfers = shared.transfers;
    propertySets = shared.propertySets;
    setNumbers = shared.setNumbers;
    assets = shared.assets;
    assetIds = shared.assetIds;
    assetSet = shared.assetSet;
    firstRequirement = shared.firstRequirement;
    assetOf = shared.assetOf;
    edges = shared.edges;
    gone = shared.gone;
    goneRequirements = shared.goneRequirements;
    PartedMap<String, Integer> numbers = shared.assetNumbers;
    assetNumbers = numbers == null ? null : numbers.copy();
    order = shared.order;
    orderly = shared.orderly;
    share();
  }

  private void share() {
    sharesVision = true;
    sharesTransfers = true;
    sharesAssets = true;
    sharesEdges = true;
  }

  /** The same estate, to be changed apart: shares all that neither of the two changes. */
  Estate copy() {
    share();
    return new Estate(this);
  }

  /** The vision, to be changed. */
  Vision changingVision() {
    if (sharesVision) {
      vision = vision.copy();
      sharesVision = false;
    }
    return vision;
  }

  private Transfers changingTransfers() {
    if (sharesTransfers) {
      propertySets = new ArrayList<>(propertySets);
      setNumbers = new HashMap<>(setNumbers);
      transfers = transfers.copy(propertySets);
      sharesTransfers = false;
    }
    return transfers;
  }

  private void changeAssets() {
    if (sharesAssets) {
      assetIds = assetIds.clone();
      assetSet = assetSet.clone();
      firstRequirement = firstRequirement.clone();
      assetOf = assetOf.clone();
      gone = (BitSet) gone.clone();
      sharesAssets = false;
    }
    orderly = null;
  }

  private Edges changingEdges() {
    if (sharesEdges) {
      edges = edges.copy();
      sharesEdges = false;
    }
    orderly = null;
    return edges;
  }

  /** Cumulating needs the dependencies of one asset on another side by side. */
  private boolean putsParallelTogether() {
    return arithmetic.cumulation() > 0;
  }

  /** Puts dependencies and assets that were added later in order with the others. */
  void layOutAgain() {
    if (!edges.isInOrder(assets)) {
      edges = edges.laidOutAgain(assets, putsParallelTogether());
      sharesEdges = false;
    }
  }

  /**
   * An estate of the same assets and dependencies with all of them in order, not to be changed. Of
   * factors, goals and links it may know what they were before.
   */
  Estate inOrder() {
    if (edges.isInOrder(assets)) {
      return this;
    }
    Estate sorted = orderly;
    if (sorted == null) {
      sorted = copy();
      sorted.layOutAgain();
      orderly = sorted;
    }
    return sorted;
  }

  /**
   * The estate of a workspace.
   *
   * @param workspace without errors; one with errors fails with an unspecified exception
   */
  public static Estate of(Workspace workspace) {
    return WorkspaceEstate.of(workspace);
  }

  /** How many numbers were given to requirements, those of removed assets among them. */
  public int requirements() {
    return firstRequirement[assets];
  }

  /** How many requirements are gone with their assets; their numbers are not given out again. */
  public int goneRequirements() {
    return goneRequirements;
  }

  /** Whether a number is that of a requirement that went with its asset. */
  public boolean isGone(int requirement) {
    return gone.get(requirement);
  }

  /** The units' ids, in the order in which they were added. */
  public List<String> units() {
    return units.all().mapToObj(units::id).toList();
  }

  public Requirement requirement(int number) {
    return new Requirement(assetIds[assetOf[number]], property(number));
  }

  /** The property that a requirement is about. */
  public String property(int number) {
    int asset = assetOf[number];
    return propertiesOf(asset)[number - firstRequirement[asset]];
  }

  String requirementId(int number) {
    return assetIds[assetOf[number]] + "/" + property(number);
  }

  private String[] propertiesOf(int asset) {
    return propertySets.get(assetSet[asset]);
  }

  /** The number of properties of the asset that has most. */
  int widestPropertySet() {
    return propertySets.stream().mapToInt(set -> set.length).max().orElse(0);
  }

  /** The number of a requirement, or -1 when the estate has none of that name. */
  public int number(Requirement requirement) {
    int asset = asset(requirement.asset());
    if (asset < 0) {
      return -1;
    }
    int property = Arrays.binarySearch(propertiesOf(asset), requirement.property());
    return property < 0 ? -1 : firstRequirement[asset] + property;
  }

  /** The number of an asset, or -1. */
  int asset(String id) {
    Integer number = assetNumbers().get(id);
    return number == null ? -1 : number;
  }

  private PartedMap<String, Integer> assetNumbers() {
    PartedMap<String, Integer> numbers = assetNumbers;
    if (numbers == null) {
      numbers = new PartedMap<>(assets);
      for (int a = 0; a < assets; a++) {
        numbers.put(assetIds[a], a);
      }
      assetNumbers = numbers;
    }
    return numbers;
  }

  /** Compares requirements by their ids, without making the ids: assets are put in order once. */
  int compareById(int one, int other) {
    int[] ranks = order();
    int byAsset = Integer.compare(ranks[assetOf[one]], ranks[assetOf[other]]);
    return byAsset != 0 ? byAsset : Integer.compare(one, other);
  }

  /** The numbers of all assets, those that are gone among them, by id. */
  int[] assetsById() {
    int[] ranks = order();
    int[] sorted = new int[ranks.length];
    for (int asset = 0; asset < ranks.length; asset++) {
      sorted[ranks[asset]] = asset;
    }
    return sorted;
  }

  private int[] order() {
    int[] ranks = order;
    if (ranks == null) {
      ranks = new int[assets];
      Integer[] sorted = new Integer[assets];
      Arrays.setAll(sorted, a -> a);
      Arrays.parallelSort(
          sorted, (one, other) -> compareByRequirementId(assetIds[one], assetIds[other]));
      for (int i = 0; i < assets; i++) {
        ranks[sorted[i]] = i;
      }
      order = ranks;
    }
    return ranks;
  }

  /**
   * Compares the ids of assets as the beginnings of their requirements' ids: with the slash that
   * follows them, which sorts after {@code -} and {@code .}.
   */
  public static int compareByRequirementId(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Character.compare(one.charAt(i), other.charAt(i));
      }
    }
    if (one.length() == other.length()) {
      return 0;
    }
    return one.length() > common
        ? Character.compare(one.charAt(common), '/')
        : Character.compare('/', other.charAt(common));
  }

  /** Replaces all dependencies of one asset; they have been checked. */
  void replaceDependencies(int from, List<Dependency> dependencies) {
    int[] on = new int[dependencies.size()];
    int[] ways = new int[on.length];
    for (int i = 0; i < on.length; i++) {
      Dependency dependency = dependencies.get(i);
      on[i] = asset(dependency.on());
      ways[i] = way(from, on[i], dependency, isCapped(dependency, dependencies));
    }
    changingEdges().replace(from, on, ways);
  }

  /**
   * Whether dependencies may be added.
   *
   * @throws IllegalArgumentException when one names an asset that does not exist
   */
  void checkDependencies(List<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      if (asset(dependency.on()) < 0) {
        throw new IllegalArgumentException("no asset '" + dependency.on() + "'");
      }
      if (dependency.redundancy() != null && arithmetic.isProduct()) {
        throw new IllegalArgumentException("redundancy cannot go with a product");
      }
    }
  }

  /** The number of the way by which a dependency hands needs on. */
  private int way(int from, int on, Dependency dependency, boolean capped) {
    int fromSet = assetSet[from];
    int onSet = assetSet[on];
    int strength = dependency.strengthOn(arithmetic.scale()).number();
    int known = transfers.find(fromSet, onSet, strength, dependency.carries(), capped);
    return known >= 0
        ? known
        : changingTransfers().number(fromSet, onSet, strength, dependency.carries(), capped);
  }

  /** Whether redundancy caps a dependency: fewer members of its group are needed than there are. */
  static boolean isCapped(Dependency dependency, List<Dependency> siblings) {
    Redundancy redundancy = dependency.redundancy();
    if (redundancy == null) {
      return false;
    }
    long members =
        siblings.stream()
            .filter(
                s -> s.redundancy() != null && s.redundancy().group().equals(redundancy.group()))
            .map(Dependency::on)
            .distinct()
            .count();
    return redundancy.needs() < members;
  }

  /** Adds an asset without dependencies and impacts; returns its number. */
  int addAsset(String id, List<String> properties) {
    changeAssets();
    PartedMap<String, Integer> numbers = assetNumbers();
    Integer known = setNumbers.get(properties.stream().sorted().toList());
    if (known == null) {
      changingTransfers();
      known = propertySet(properties, propertySets, setNumbers);
    }
    int set = known;
    int size = propertySets.get(set).length;
    int before = requirements();
    if (assets == assetIds.length) {
      int larger = Math.max(16, assets + assets / 8);
      assetIds = Arrays.copyOf(assetIds, larger);
      assetSet = Arrays.copyOf(assetSet, larger);
      firstRequirement = Arrays.copyOf(firstRequirement, larger + 1);
    }
    if (before + size > assetOf.length) {
      assetOf = Arrays.copyOf(assetOf, Math.max(before + size, before + before / 8));
    }
    int asset = assets++;
    assetIds[asset] = id;
    assetSet[asset] = set;
    firstRequirement[asset + 1] = before + size;
    Arrays.fill(assetOf, before, before + size, asset);
    numbers.put(id, asset);
    order = null;
    return asset;
  }

  int[] requirementsOf(int asset) {
    return IntStream.range(firstRequirement[asset], firstRequirement[asset + 1]).toArray();
  }

  /** Forgets an asset without dependencies and impacts, on which none depends. */
  void removeAsset(int asset) {
    changeAssets();
    assetNumbers().remove(assetIds[asset]);
    gone.set(firstRequirement[asset], firstRequirement[asset + 1]);
    goneRequirements += firstRequirement[asset + 1] - firstRequirement[asset];
  }

  /** The number of a set of properties, which are kept in the order of their names. */
  static int propertySet(
      List<String> properties, List<String[]> sets, Map<List<String>, Integer> numbers) {
    List<String> sorted = properties.stream().sorted().toList();
    return numbers.computeIfAbsent(
        sorted,
        names -> {
          sets.add(names.toArray(String[]::new));
          return sets.size() - 1;
        });
  }
}
