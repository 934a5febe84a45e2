package org.concordat.core.standards.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.inference.Known;

/**
 * The work for two catalogues together, by what their crosswalks prove: a control that another one
 * of the list covers is no work of its own. Only controls without parts are listed, for a whole is
 * done part by part.
 *
 * @param items first those of the first catalogue, each in the order of its catalogue
 */
public record JointControls(List<Item> items) {
  public JointControls {
    items = List.copyOf(items);
  }

  /**
   * A control to do once.
   *
   * @param covers the controls of the other catalogue that are done with it
   * @param touches the controls of the other catalogue with which it certainly has something in
   *     common, and which remain work of their own
   */
  public record Item(ControlRef control, String title, List<Known> covers, List<Known> touches) {
    public Item {
      covers = List.copyOf(covers);
      touches = List.copyOf(touches);
    }
  }

  /**
   * The joint work.
   *
   * @throws IllegalArgumentException when the inference knows one of the catalogues not
   */
  public static JointControls of(Inference inference, Catalogue first, Catalogue second) {
    Map<ControlRef, Control> leaves = new LinkedHashMap<>();
    addLeaves(first, leaves);
    addLeaves(second, leaves);
    Map<ControlRef, ControlRef> coveredBy = new HashMap<>();
    Map<ControlRef, List<Known>> known = new HashMap<>();
    for (ControlRef leaf : leaves.keySet()) {
      String other = leaf.catalogue().equals(first.id()) ? second.id() : first.id();
      List<Known> pairs =
          inference.of(leaf, other).stream().filter(k -> leaves.containsKey(k.target())).toList();
      known.put(leaf, pairs);
      for (Known pair : pairs) {
        boolean isEqual = pair.relations().equals(Relations.of(Relation.EQUAL));
        boolean isLaterTwin = isEqual && leaf.catalogue().equals(second.id());
        if (pair.relations().within(Relations.COVERING) && !isLaterTwin) {
          coveredBy.putIfAbsent(pair.target(), leaf);
        }
      }
    }
    List<Item> items = new ArrayList<>();
    leaves.forEach(
        (leaf, control) -> {
          if (!coveredBy.containsKey(leaf)) {
            items.add(item(leaf, control, known.getOrDefault(leaf, List.of())));
          }
        });
    return new JointControls(items);
  }

  private static void addLeaves(Catalogue catalogue, Map<ControlRef, Control> leaves) {
    for (Control control : catalogue.controls()) {
      if (!control.withdrawn() && catalogue.parts(control).isEmpty()) {
        leaves.put(new ControlRef(catalogue.id(), control.id()), control);
      }
    }
  }

  private static Item item(ControlRef leaf, Control control, List<Known> known) {
    List<Known> covers = new ArrayList<>();
    List<Known> touches = new ArrayList<>();
    for (Known pair : known) {
      if (pair.relations().within(Relations.COVERING)) {
        covers.add(pair);
      } else if (!pair.relations().contains(Relation.NONE)) {
        touches.add(pair);
      }
    }
    return new Item(leaf, control.title(), covers, touches);
  }
}
