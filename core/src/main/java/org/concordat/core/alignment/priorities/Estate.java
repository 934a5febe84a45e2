package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
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
 * <p>An estate changes only through {@link Priorities#apply}, and belongs to one thread at a time.
 */
public final class Estate {
  /** The way of a dependency that is no more. */
  static final int DEAD = -1;

  final Arithmetic arithmetic;
  final UnitNumbers units;
  final Vision vision;
  final RequirementLinks links;
  final Transfers transfers;

  private final List<String[]> propertySets;
  private final Map<List<String>, Integer> setNumbers;

  int assets;
  String[] assetIds;
  private int[] assetSet;
  int[] firstRequirement;
  int[] assetOf;

  /** Dependencies in the order of the asset that depends; those added later stand behind. */
  int[] edgeFrom;

  int[] edgeOn;
  int[] edgeWay;
  private int edges;

  /** By asset: the first of its dependencies in order; those of asset a end where a + 1 begins. */
  int[] outStart;

  /** How many assets the order covers. */
  private int laidOut;

  private int @Nullable [] inStart;
  private int @Nullable [] inEdges;
  private final LaterEdges laterOut = new LaterEdges();
  private final LaterEdges laterIn = new LaterEdges();

  /** Requirements of assets that were removed: their numbers stay, without links and needs. */
  private final BitSet gone = new BitSet();

  private int goneRequirements;

  private @Nullable Map<String, Integer> assetNumbers;
  private int @Nullable [] order;

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
    edgeFrom = builder.edgeFrom.values();
    edgeOn = builder.edgeOn.values();
    edgeWay = builder.edgeWay.values();
    edges = builder.edgeFrom.size();
    outStart = layOut();
    vision = builder.vision();
    links = builder.requirementLinks(requirements(), firstRequirement);
  }

  /**
   * Counting sort of the living dependencies by the asset that depends; returns the starts.
   *
   * <p>Where needs cumulate, those of one asset are in the order of the asset beneath, so that
   * parallel ones stand together.
   */
  private int[] layOut() {
    if (arithmetic.cumulation() > 0) {
      sortEdges(edgeOn);
    }
    return sortEdges(edgeFrom);
  }

  private int[] sortEdges(int[] key) {
    int[] start = new int[assets + 1];
    for (int e = 0; e < edges; e++) {
      if (edgeWay[e] != DEAD) {
        start[key[e] + 1]++;
      }
    }
    for (int a = 0; a < assets; a++) {
      start[a + 1] += start[a];
    }
    int[] next = Arrays.copyOf(start, assets);
    int living = start[assets];
    int[] from = new int[living];
    int[] on = new int[living];
    int[] way = new int[living];
    for (int e = 0; e < edges; e++) {
      if (edgeWay[e] != DEAD) {
        int place = next[key[e]]++;
        from[place] = edgeFrom[e];
        on[place] = edgeOn[e];
        way[place] = edgeWay[e];
      }
    }
    edgeFrom = from;
    edgeOn = on;
    edgeWay = way;
    edges = living;
    laidOut = assets;
    return start;
  }

  /** Puts dependencies and assets that were added later in order with the others. */
  void layOutAgain() {
    if (laterOut.isEmpty() && laidOut == assets) {
      return;
    }
    outStart = layOut();
    laterOut.clear();
    laterIn.clear();
    inStart = null;
    inEdges = null;
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

  boolean isGone(int requirement) {
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
    Map<String, Integer> numbers = assetNumbers;
    if (numbers == null) {
      numbers = HashMap.newHashMap(assets);
      for (int a = 0; a < assets; a++) {
        numbers.put(assetIds[a], a);
      }
      assetNumbers = numbers;
    }
    return numbers.getOrDefault(id, -1);
  }

  /** Compares requirements by their ids, without making the ids: assets are put in order once. */
  int compareById(int one, int other) {
    int[] ranks = order();
    int byAsset = Integer.compare(ranks[assetOf[one]], ranks[assetOf[other]]);
    return byAsset != 0 ? byAsset : Integer.compare(one, other);
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

  /** The dependencies on an asset: calls back with each that is alive. */
  void eachDependencyOn(int asset, EdgeVisitor visitor) {
    wayBack();
    if (asset < laidOut && inStart != null && inEdges != null) {
      for (int i = inStart[asset]; i < inStart[asset + 1]; i++) {
        if (edgeWay[inEdges[i]] != DEAD) {
          visitor.visit(inEdges[i]);
        }
      }
    }
    for (int edge : laterIn.of(asset)) {
      if (edgeWay[edge] != DEAD) {
        visitor.visit(edge);
      }
    }
  }

  /** Whether any living dependency on an asset is as asked. */
  boolean anyDependencyOn(int asset, IntPredicate asked) {
    wayBack();
    if (asset < laidOut && inStart != null && inEdges != null) {
      for (int i = inStart[asset]; i < inStart[asset + 1]; i++) {
        if (edgeWay[inEdges[i]] != DEAD && asked.test(inEdges[i])) {
          return true;
        }
      }
    }
    for (int edge : laterIn.of(asset)) {
      if (edgeWay[edge] != DEAD && asked.test(edge)) {
        return true;
      }
    }
    return false;
  }

  /** The dependencies of an asset: calls back with each that is alive. */
  void eachDependencyOf(int asset, EdgeVisitor visitor) {
    if (asset < laidOut) {
      for (int edge = outStart[asset]; edge < outStart[asset + 1]; edge++) {
        if (edgeWay[edge] != DEAD) {
          visitor.visit(edge);
        }
      }
    }
    for (int edge : laterOut.of(asset)) {
      if (edgeWay[edge] != DEAD) {
        visitor.visit(edge);
      }
    }
  }

  /** Told of one dependency. */
  interface EdgeVisitor {
    void visit(int edge);
  }

  /** Lays out the way from each asset to those that depend on it, when first asked for. */
  void wayBack() {
    if (inStart != null) {
      return;
    }
    int count = outStart[laidOut];
    int[] start = new int[laidOut + 1];
    for (int e = 0; e < count; e++) {
      start[edgeOn[e] + 1]++;
    }
    for (int a = 0; a < laidOut; a++) {
      start[a + 1] += start[a];
    }
    int[] next = Arrays.copyOf(start, laidOut);
    int[] sorted = new int[count];
    for (int e = 0; e < count; e++) {
      sorted[next[edgeOn[e]]++] = e;
    }
    inStart = start;
    inEdges = sorted;
  }

  /** Replaces all dependencies of one asset; they have been checked. */
  void replaceDependencies(int from, List<Dependency> dependencies) {
    wayBack();
    eachDependencyOf(from, edge -> edgeWay[edge] = DEAD);
    int[] added = new int[dependencies.size()];
    for (int i = 0; i < added.length; i++) {
      Dependency dependency = dependencies.get(i);
      added[i] =
          addEdge(from, asset(dependency.on()), dependency, isCapped(dependency, dependencies));
    }
    laterOut.put(from, added);
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

  private int addEdge(int from, int on, Dependency dependency, boolean capped) {
    if (edges == edgeOn.length) {
      int larger = Math.max(16, edges + edges / 8);
      edgeFrom = Arrays.copyOf(edgeFrom, larger);
      edgeOn = Arrays.copyOf(edgeOn, larger);
      edgeWay = Arrays.copyOf(edgeWay, larger);
    }
    int edge = edges++;
    edgeFrom[edge] = from;
    edgeOn[edge] = on;
    edgeWay[edge] =
        transfers.number(
            assetSet[from],
            assetSet[on],
            dependency.strengthOn(arithmetic.scale()).number(),
            dependency.carries(),
            capped);
    laterIn.add(on, edge);
    return edge;
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
    wayBack();
    asset(id);
    int set = propertySet(properties, propertySets, setNumbers);
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
    if (assetNumbers != null) {
      assetNumbers.put(id, asset);
    }
    order = null;
    return asset;
  }

  int[] requirementsOf(int asset) {
    return IntStream.range(firstRequirement[asset], firstRequirement[asset + 1]).toArray();
  }

  /** Forgets an asset without dependencies and impacts, on which none depends. */
  void removeAsset(int asset) {
    asset(assetIds[asset]);
    if (assetNumbers != null) {
      assetNumbers.remove(assetIds[asset]);
    }
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
