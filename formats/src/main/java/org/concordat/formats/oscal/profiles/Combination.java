package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalValue;
import org.concordat.formats.oscal.profiles.ControlSelection.Loose;
import org.concordat.formats.oscal.profiles.ControlSelection.Selected;

/** What becomes of controls and parameters that several imports select. */
enum Combination {
  /** All stay, and clash. */
  KEEP,
  /** The first stays. */
  USE_FIRST,
  /** The first takes over what the others have and it has not. */
  MERGE;

  static Combination of(String method) {
    return switch (method) {
      case "use-first" -> USE_FIRST;
      case "merge" -> MERGE;
      default -> KEEP;
    };
  }

  /** The selected controls of all imports, in their order. */
  List<Selected> controls(List<ControlSelection> selections, Consumer<String> clash) {
    List<Selected> combined = new ArrayList<>();
    Map<String, Selected> first = new HashMap<>();
    for (ControlSelection selection : selections) {
      Map<Selected, Selected> standsFor = new HashMap<>();
      for (Selected selected : selection.controls()) {
        Selected known = first.get(selected.id());
        if (known == null || this == KEEP) {
          if (known != null) {
            clash.accept(selected.id());
          }
          Selected parent = selected.parent();
          Selected placed = selected.under(parent == null ? null : standsFor.get(parent));
          combined.add(placed);
          first.putIfAbsent(selected.id(), placed);
          standsFor.put(selected, placed);
        } else {
          standsFor.put(selected, known);
          if (this == MERGE) {
            merge(selected.control(), known.control());
          }
        }
      }
    }
    return combined;
  }

  /**
   * The parameters without a control of all imports, in their order. Of those of one id that clash,
   * the ones to which controls of their own import refer go before the others.
   */
  List<Loose> parameters(List<ControlSelection> selections) {
    Map<String, List<Loose>> used = new HashMap<>();
    Map<String, List<Loose>> all = new LinkedHashMap<>();
    for (ControlSelection selection : selections) {
      References references = References.ofControls(selection.controls());
      for (Loose loose : selection.parameters()) {
        String id = loose.parameter().text("id");
        all.computeIfAbsent(id, _ -> new ArrayList<>()).add(loose);
        if (references.mean(id)) {
          used.computeIfAbsent(id, _ -> new ArrayList<>()).add(loose);
        }
      }
    }
    List<Loose> combined = new ArrayList<>();
    all.forEach(
        (id, loose) -> combined.addAll(combined(used.getOrDefault(id, loose.subList(0, 1)))));
    return combined;
  }

  private List<Loose> combined(List<Loose> clashing) {
    Loose first = clashing.getFirst();
    List<Loose> combined = new ArrayList<>(List.of(first));
    for (Loose other : clashing.subList(1, clashing.size())) {
      switch (this) {
        case KEEP -> {
          if (!other.parameter().equals(first.parameter())) {
            combined.add(other);
          }
        }
        case USE_FIRST -> {}
        case MERGE -> merge(other.parameter(), first.parameter());
      }
    }
    return combined;
  }

  /** Adds what only the other has; what both have is there once. */
  private static void merge(OscalObject other, OscalObject into) {
    for (String name : other.names()) {
      OscalValue theirs = other.get(name);
      OscalValue ours = into.get(name);
      if (theirs != null && ours == null) {
        into.set(name, theirs);
      } else if (theirs instanceof OscalList added && ours instanceof OscalList list) {
        for (OscalValue item : added.items()) {
          if (!list.items().contains(item)) {
            list.add(item);
          }
        }
      }
    }
  }
}
