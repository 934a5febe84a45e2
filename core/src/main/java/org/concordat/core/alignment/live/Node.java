package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;

/** An asset with all that hangs on it, as of one version or several. */
final class Node {
  /** Where the columns of tables keep the asset; not given out again. */
  final int slot;

  /** Stands for the version that may change this; others make their own copy first. */
  final Object owner;

  Held<Asset> held;
  final Bag<Dependency> dependencies;
  final Bag<Dependency> dependents;
  final Bag<Impact.RequirementImpact> impacts;

  Node(Object owner, int slot, Held<Asset> held) {
    this(owner, slot, held, new Bag<>(), new Bag<>(), new Bag<>());
  }

  private Node(
      Object owner,
      int slot,
      Held<Asset> held,
      Bag<Dependency> dependencies,
      Bag<Dependency> dependents,
      Bag<Impact.RequirementImpact> impacts) {
    this.owner = owner;
    this.slot = slot;
    this.held = held;
    this.dependencies = dependencies;
    this.dependents = dependents;
    this.impacts = impacts;
  }

  /** The same asset for another version. */
  Node copy(Object newOwner) {
    return new Node(newOwner, slot, held, dependencies.copy(), dependents.copy(), impacts.copy());
  }

  Asset asset() {
    return held.entry();
  }

  String id() {
    return held.entry().id();
  }

  /** The properties in the order in which the estate numbers them. */
  static List<String> sortedProperties(Asset asset) {
    return asset.properties().stream().sorted().toList();
  }

  /** Whether two assets are the same but for the order of their properties. */
  static boolean isSame(Asset one, Asset other) {
    return sortedProperties(one).equals(sortedProperties(other))
        && one.equals(
            new Asset(
                other.id(),
                other.name(),
                other.kind(),
                other.unit(),
                other.description(),
                one.properties()));
  }
}
