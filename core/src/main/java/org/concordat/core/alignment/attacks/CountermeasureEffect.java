package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one countermeasure changes while all others stay as they are.
 *
 * @param countermeasure its id
 * @param isOn whether it is on in the state that is asked about
 * @param without the outcome while it is off
 * @param with the outcome while it is on
 */
public record CountermeasureEffect(
    String countermeasure, boolean isOn, Outcome without, Outcome with) {
  /** Whether it changes any figure at all, as things stand. */
  public boolean isFelt() {
    return !without.equals(with);
  }

  /** The effect of each countermeasure of the tree, in its order. */
  public static List<CountermeasureEffect> all(AttackTree tree, Set<String> on, Limits limits)
      throws TreeTooLarge {
    Outcome today = Outcome.of(Analysis.of(tree, on, limits));
    List<CountermeasureEffect> effects = new ArrayList<>();
    for (TreeNode.Countermeasure countermeasure : tree.countermeasures()) {
      boolean isOn = on.contains(countermeasure.id());
      Set<String> other = new LinkedHashSet<>(on);
      if (isOn) {
        other.remove(countermeasure.id());
      } else {
        other.add(countermeasure.id());
      }
      Outcome turned = Outcome.of(Analysis.of(tree, other, limits));
      effects.add(
          new CountermeasureEffect(
              countermeasure.id(), isOn, isOn ? turned : today, isOn ? today : turned));
    }
    return effects;
  }
}
