package org.concordat.server.alignment.attacks;

import java.util.LinkedHashSet;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.TreeNode;
import org.jspecify.annotations.Nullable;

/** Which countermeasures somebody wants to think of as on. */
final class DefenceState {
  private DefenceState() {}

  /**
   * The countermeasures of an address.
   *
   * @param with not null when the address says which; otherwise those count that are in place
   * @param on the ids; those that are gone by now are left out
   */
  static Set<String> of(AttackTree tree, @Nullable String with, @Nullable Set<String> on) {
    if (with == null) {
      return tree.inPlace();
    }
    Set<String> wanted = new LinkedHashSet<>();
    for (TreeNode.Countermeasure measure : tree.countermeasures()) {
      if (on != null && on.contains(measure.id())) {
        wanted.add(measure.id());
      }
    }
    return wanted;
  }
}
