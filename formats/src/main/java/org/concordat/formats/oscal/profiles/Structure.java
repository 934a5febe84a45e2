package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalValue;
import org.concordat.formats.oscal.profiles.ControlMatch.Meant;
import org.concordat.formats.oscal.profiles.ControlSelection.Loose;
import org.concordat.formats.oscal.profiles.ControlSelection.Selected;
import org.jspecify.annotations.Nullable;

/** Arranges the selected controls in the catalogue that a profile becomes. */
final class Structure {
  private static final Set<String> MEMBERS = Set.of("params", "controls", "groups");
  private static final Set<String> DIRECTIVES = Set.of("insert-controls", "groups");

  private final OscalObject catalogue;
  private final List<Selected> controls;
  private final Consumer<String> warning;

  /** The groups that were made, by the path of their ids. */
  private final Map<String, OscalObject> groups = new HashMap<>();

  private Structure(OscalObject catalogue, List<Selected> controls, Consumer<String> warning) {
    this.catalogue = catalogue;
    this.controls = controls;
    this.warning = warning;
  }

  /**
   * Fills the catalogue.
   *
   * @param merge the directive of the profile
   */
  static Structure fill(
      OscalObject catalogue, OscalObject merge, List<Selected> controls, Consumer<String> warning) {
    Structure structure = new Structure(catalogue, controls, warning);
    if (merge.has("custom")) {
      structure.custom(merge.object("custom"));
    } else if (merge.text("as-is").equals("true")) {
      structure.asIs();
    } else {
      controls.forEach(selected -> catalogue.list("controls").add(selected.control()));
    }
    return structure;
  }

  private void asIs() {
    for (Selected selected : controls) {
      Selected parent = selected.parent();
      OscalObject holder = parent == null ? group(selected.groups()) : parent.control();
      holder.list("controls").add(selected.control());
    }
  }

  /** The group of that path, made when there is none; the catalogue for an empty path. */
  private OscalObject group(List<OscalObject> path) {
    OscalObject holder = catalogue;
    StringBuilder key = new StringBuilder();
    for (OscalObject original : path) {
      key.append('\n').append(name(original));
      OscalObject known = groups.get(key.toString());
      if (known == null) {
        known = without(original, MEMBERS);
        groups.put(key.toString(), known);
        holder.list("groups").add(known);
      }
      holder = known;
    }
    return holder;
  }

  private static String name(OscalObject group) {
    String id = group.text("id");
    return id.isEmpty() ? "title " + group.text("title") : id;
  }

  private static OscalObject without(OscalObject original, Set<String> names) {
    OscalObject copy = new OscalObject();
    for (String name : original.names()) {
      OscalValue member = original.get(name);
      if (member != null && !names.contains(name)) {
        copy.set(name, member.copy());
      }
    }
    return copy;
  }

  private void custom(OscalObject custom) {
    Set<Selected> used = new HashSet<>();
    fill(catalogue, custom, used);
    for (Selected selected : controls) {
      if (!used.contains(selected)) {
        warning.accept(
            "the control '" + selected.id() + "' is imported and has no place in the structure");
      }
    }
  }

  private void fill(OscalObject holder, OscalObject directive, Set<Selected> used) {
    for (OscalObject insert : directive.objects("insert-controls")) {
      insert(holder, insert, used);
    }
    for (OscalObject group : directive.objects("groups")) {
      OscalObject made = without(group, DIRECTIVES);
      holder.list("groups").add(made);
      fill(made, group, used);
    }
  }

  private void insert(OscalObject holder, OscalObject insert, Set<Selected> used) {
    boolean all = insert.has("include-all") || !insert.has("include-controls");
    ControlMatch included = ControlMatch.of(insert.objects("include-controls"));
    ControlMatch excluded = ControlMatch.of(insert.objects("exclude-controls"));
    List<Selected> chosen = new ArrayList<>();
    Map<Selected, Boolean> withChildren = new HashMap<>();
    for (Selected selected : controls) {
      Meant meant = included.meant(selected.id());
      boolean isTop = all ? selected.parent() == null : meant != Meant.NOT;
      if (isTop && excluded.meant(selected.id()) == Meant.NOT) {
        chosen.add(selected);
        withChildren.put(selected, all || meant == Meant.WITH_CHILDREN);
      }
    }
    for (String id : included.unused()) {
      warning.accept("the structure names the control '" + id + "', which is not imported");
    }
    Comparator<Selected> byId = Comparator.comparing(Selected::id);
    switch (insert.text("order")) {
      case "ascending" -> chosen.sort(byId);
      case "descending" -> chosen.sort(byId.reversed());
      default -> {}
    }
    for (Selected selected : chosen) {
      OscalObject placed = placed(selected, used);
      holder.list("controls").add(placed);
      if (withChildren.getOrDefault(selected, false)) {
        children(selected, placed, excluded, used);
      }
    }
  }

  private void children(
      Selected parent, OscalObject placed, ControlMatch excluded, Set<Selected> used) {
    for (Selected selected : controls) {
      if (selected.parent() == parent && excluded.meant(selected.id()) == Meant.NOT) {
        OscalObject child = placed(selected, used);
        placed.list("controls").add(child);
        children(selected, child, excluded, used);
      }
    }
  }

  /** The control, or a copy of it when it has a place already. */
  private static OscalObject placed(Selected selected, Set<Selected> used) {
    return used.add(selected)
        ? selected.control()
        : without(selected.control(), Set.of("controls"));
  }

  /** Puts a parameter where it stood, as far as its groups are still there. */
  void add(Loose loose, boolean isAsIs) {
    OscalObject holder = catalogue;
    StringBuilder key = new StringBuilder();
    for (OscalObject original : loose.groups()) {
      key.append('\n').append(name(original));
      @Nullable OscalObject group = isAsIs ? groups.get(key.toString()) : null;
      if (group == null) {
        break;
      }
      holder = group;
    }
    holder.list("params").add(loose.parameter());
  }
}
