package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.versions.PartedMap;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The long lists of one version of a workspace, found by what they refer to. A copy shares with
 * this one what neither of the two changes.
 */
final class Store {
  private record OriginKey(Origin.Kind kind, String id) {}

  private static final Bag<RequirementImpact> NO_IMPACTS = new Bag<>();
  private static final Bag<FactorImpact> NO_FACTOR_IMPACTS = new Bag<>();
  private static final Bag<Origin> NO_ORIGINS = new Bag<>();

  private final Object owner = new Object();
  private final PartedMap<String, Node> nodes;
  private int slots;
  private final Map<String, Bag<RequirementImpact>> impactsOn = new HashMap<>();
  private final Map<String, Bag<FactorImpact>> impactsOfFactor = new HashMap<>();
  private final PartedMap<OriginKey, Bag<Origin>> origins;

  /** The nodes that this version has copied to change them. */
  private List<Node> copied = new ArrayList<>();

  private long nextPlace;
  private int dependencies;
  private int impacts;
  private int originCount;

  /** The lists of a workspace without errors. */
  Store(Workspace workspace) {
    nodes = new PartedMap<>(workspace.assets().size());
    origins = new PartedMap<>(workspace.assets().size());
    workspace.assets().forEach(asset -> add(asset, nextPlace++));
    workspace.dependencies().forEach(dependency -> add(dependency, nextPlace++));
    workspace.impacts().forEach(impact -> add(impact, nextPlace++));
    workspace.origins().forEach(origin -> add(origin, nextPlace++));
  }

  private Store(Store shared) {
    nodes = shared.nodes.copy();
    slots = shared.slots;
    shared.impactsOn.forEach((factor, bag) -> impactsOn.put(factor, bag.copy()));
    shared.impactsOfFactor.forEach((factor, bag) -> impactsOfFactor.put(factor, bag.copy()));
    origins = shared.origins.copy();
    nextPlace = shared.nextPlace;
    dependencies = shared.dependencies;
    impacts = shared.impacts;
    originCount = shared.originCount;
  }

  /** The lists of the next version, to be changed apart. */
  Store copy() {
    return new Store(this);
  }

  /** The nodes that are others than in the version before; new ones are not among them. */
  List<Node> takeCopied() {
    List<Node> taken = copied;
    copied = List.of();
    return taken;
  }

  /** A place behind all others. */
  long newPlace() {
    return nextPlace++;
  }

  // Assets

  @Nullable Node find(String asset) {
    return nodes.get(asset);
  }

  Node node(String asset) {
    return Objects.requireNonNull(nodes.get(asset), asset);
  }

  /** A node that may be changed, for this version has it for itself. */
  Node changing(String asset) {
    Node node = node(asset);
    if (node.owner == owner) {
      return node;
    }
    Node own = node.copy(owner);
    nodes.put(asset, own);
    copied.add(own);
    return own;
  }

  Iterable<Node> nodes() {
    return nodes.values();
  }

  int assetCount() {
    return nodes.size();
  }

  /** How many slots were given to assets, those of removed ones among them. */
  int slots() {
    return slots;
  }

  int dependencyCount() {
    return dependencies;
  }

  int impactCount() {
    return impacts;
  }

  Node add(Asset asset, long place) {
    Node node = new Node(owner, slots++, new Held<>(place, asset));
    nodes.put(asset.id(), node);
    return node;
  }

  void remove(Node node) {
    nodes.remove(node.id());
  }

  // Dependencies

  void add(Dependency dependency, long place) {
    Held<Dependency> held = new Held<>(place, dependency);
    changing(dependency.from()).dependencies.add(held);
    changing(dependency.on()).dependents.add(held);
    dependencies++;
  }

  /** Removes the first entry that equals this one and returns its place. */
  long remove(Dependency dependency) {
    Node from = changing(dependency.from());
    Held<Dependency> held = Objects.requireNonNull(from.dependencies.first(dependency));
    from.dependencies.remove(held);
    changing(dependency.on()).dependents.remove(held);
    dependencies--;
    return held.place();
  }

  int count(Dependency dependency) {
    Node from = nodes.get(dependency.from());
    return from == null ? 0 : from.dependencies.count(dependency);
  }

  // Impacts

  void add(Impact impact, long place) {
    switch (impact) {
      case RequirementImpact of -> {
        Held<RequirementImpact> held = new Held<>(place, of);
        changing(of.requirement().asset()).impacts.add(held);
        impactsOn.computeIfAbsent(of.factor(), _ -> new Bag<>()).add(held);
      }
      case FactorImpact of ->
          impactsOfFactor.computeIfAbsent(of.factor(), _ -> new Bag<>()).add(new Held<>(place, of));
    }
    impacts++;
  }

  /** Removes the first entry that equals this one and returns its place. */
  long remove(Impact impact) {
    impacts--;
    return switch (impact) {
      case RequirementImpact of -> {
        Bag<RequirementImpact> own = changing(of.requirement().asset()).impacts;
        Held<RequirementImpact> held = Objects.requireNonNull(own.first(of));
        own.remove(held);
        impactsOn(of.factor()).remove(held);
        yield held.place();
      }
      case FactorImpact of -> {
        Bag<FactorImpact> own = impactsOfFactor(of.factor());
        Held<FactorImpact> held = Objects.requireNonNull(own.first(of));
        own.remove(held);
        yield held.place();
      }
    };
  }

  int count(Impact impact) {
    return switch (impact) {
      case RequirementImpact of -> {
        Node node = nodes.get(of.requirement().asset());
        yield node == null ? 0 : node.impacts.count(of);
      }
      case FactorImpact of -> impactsOfFactor(of.factor()).count(of);
    };
  }

  Bag<RequirementImpact> impactsOn(String factor) {
    return impactsOn.getOrDefault(factor, NO_IMPACTS);
  }

  Bag<FactorImpact> impactsOfFactor(String factor) {
    return impactsOfFactor.getOrDefault(factor, NO_FACTOR_IMPACTS);
  }

  /** All judgements of one link. */
  List<Impact> judged(Impact.Link link) {
    List<Impact> judged = new ArrayList<>();
    int slash = link.from().indexOf('/');
    if (slash >= 0) {
      Node node = nodes.get(link.from().substring(0, slash));
      String property = link.from().substring(slash + 1);
      if (node != null) {
        node.impacts.each(
            held -> {
              if (held.entry().factor().equals(link.to())
                  && held.entry().requirement().property().equals(property)) {
                judged.add(held.entry());
              }
            });
      }
    } else {
      impactsOfFactor(link.from())
          .each(
              held -> {
                if (held.entry().goal().equals(link.to())) {
                  judged.add(held.entry());
                }
              });
    }
    return judged;
  }

  /** The impacts of factors on a goal. */
  List<FactorImpact> impactsOnGoal(String goal) {
    List<FactorImpact> found = new ArrayList<>();
    impactsOfFactor
        .values()
        .forEach(
            bag ->
                bag.each(
                    held -> {
                      if (held.entry().goal().equals(goal)) {
                        found.add(held.entry());
                      }
                    }));
    return found;
  }

  // Origins

  void add(Origin origin, long place) {
    Bag<Origin> bag = origins(origin.kind(), origin.id()).copy();
    bag.add(new Held<>(place, origin));
    origins.put(new OriginKey(origin.kind(), origin.id()), bag);
    originCount++;
  }

  /** Removes the first entry that equals this one and returns its place. */
  long remove(Origin origin) {
    Bag<Origin> bag = origins(origin.kind(), origin.id()).copy();
    Held<Origin> held = Objects.requireNonNull(bag.first(origin));
    bag.remove(held);
    if (bag.isEmpty()) {
      origins.remove(new OriginKey(origin.kind(), origin.id()));
    } else {
      origins.put(new OriginKey(origin.kind(), origin.id()), bag);
    }
    originCount--;
    return held.place();
  }

  Bag<Origin> origins(Origin.Kind kind, String id) {
    Bag<Origin> bag = origins.get(new OriginKey(kind, id));
    return bag == null ? NO_ORIGINS : bag;
  }

  /** An origin of the same element of the same source, if there is one. */
  @Nullable Origin originOf(Origin like) {
    for (Bag<Origin> bag : origins.values()) {
      for (Origin origin : bag.entries()) {
        if (origin.kind() == like.kind()
            && origin.source().equals(like.source())
            && origin.element().equals(like.element())) {
          return origin;
        }
      }
    }
    return null;
  }

  // The whole

  /** The workspace with these short lists, each long list in the order of its places. */
  Workspace workspace(Frame frame) {
    List<Held<Asset>> assets = new ArrayList<>(nodes.size());
    List<Held<Dependency>> allDependencies = new ArrayList<>(dependencies);
    List<Held<? extends Impact>> allImpacts = new ArrayList<>(impacts);
    List<Held<Origin>> allOrigins = new ArrayList<>(originCount);
    for (Node node : nodes.values()) {
      assets.add(node.held);
      node.dependencies.each(allDependencies::add);
      node.impacts.each(allImpacts::add);
    }
    impactsOfFactor.values().forEach(bag -> bag.each(allImpacts::add));
    for (Bag<Origin> bag : origins.values()) {
      bag.each(allOrigins::add);
    }
    Workspace settings = frame.workspace;
    return new Workspace(
        settings.organisation(),
        settings.scale(),
        settings.combination(),
        settings.inheritance(),
        settings.properties(),
        settings.units(),
        settings.factors(),
        inOrder(assets),
        inOrder(allDependencies),
        inOrder(allImpacts),
        inOrder(allOrigins));
  }

  private static <T> List<T> inOrder(List<? extends Held<? extends T>> entries) {
    Held<?>[] sorted = entries.toArray(Held<?>[]::new);
    Arrays.parallelSort(sorted, (one, other) -> Long.compare(one.place(), other.place()));
    List<T> result = new ArrayList<>(sorted.length);
    for (Held<?> held : sorted) {
      @SuppressWarnings("unchecked")
      T entry = (T) held.entry();
      result.add(entry);
    }
    return result;
  }
}
