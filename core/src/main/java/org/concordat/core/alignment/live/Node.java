package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;

/** An asset with all that hangs on it. */
final class Node {
  /** Where the columns of tables keep the asset; not given out again. */
  final int slot;

  Held<Asset> held;
  final Bag<Dependency> dependencies = new Bag<>();
  final Bag<Dependency> dependents = new Bag<>();
  final Bag<Impact.RequirementImpact> impacts = new Bag<>();

  /**
   * The number of the first requirement in the estate; the others follow in the order of the
   * properties' names.
   */
  int firstRequirement;

  Node(int slot, Held<Asset> held) {
    this.slot = slot;
    this.held = held;
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
