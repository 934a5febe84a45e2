package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.profiles.ControlMatch.Meant;
import org.jspecify.annotations.Nullable;

/**
 * What one import selects from its catalogue, in the order of the catalogue. Exclusion goes before
 * inclusion; an import without any inclusion means all.
 */
final class ControlSelection {
  /** A selected control. Its object holds no other controls. */
  static final class Selected {
    private final String id;
    private final OscalObject control;
    private final List<OscalObject> groups;
    private final @Nullable Selected parent;

    private Selected(OscalObject control, List<OscalObject> groups, @Nullable Selected parent) {
      this.id = control.text("id");
      this.control = control;
      this.groups = groups;
      this.parent = parent;
    }

    String id() {
      return id;
    }

    OscalObject control() {
      return control;
    }

    /** The groups that it stands in, the outermost first, as the catalogue has them. */
    List<OscalObject> groups() {
      return groups;
    }

    /** The nearest control around it that is selected as well. */
    @Nullable Selected parent() {
      return parent;
    }

    Selected under(@Nullable Selected other) {
      return new Selected(control, groups, other);
    }
  }

  /**
   * A parameter that belongs to no selected control, and counts when something refers to it.
   *
   * @param groups the groups that it stands in, the outermost first
   */
  record Loose(OscalObject parameter, List<OscalObject> groups) {}

  private final boolean all;
  private final ControlMatch included;
  private final ControlMatch excluded;
  private final List<Selected> controls = new ArrayList<>();
  private final List<Loose> parameters = new ArrayList<>();
  private final Set<String> left = new HashSet<>();

  private ControlSelection(OscalObject selection) {
    this.all = selection.has("include-all") || !selection.has("include-controls");
    this.included = ControlMatch.of(selection.objects("include-controls"));
    this.excluded = ControlMatch.of(selection.objects("exclude-controls"));
  }

  /** Selects from the root of a catalogue, which stays as it is. */
  static ControlSelection of(OscalObject importing, OscalObject catalogue) {
    ControlSelection selection = new ControlSelection(importing);
    selection.container(catalogue, List.of());
    return selection;
  }

  List<Selected> controls() {
    return controls;
  }

  List<Loose> parameters() {
    return parameters;
  }

  /** The ids that are to be included and that the catalogue does not have. */
  Set<String> missing() {
    return included.unused();
  }

  /** The ids of the controls that were not selected. */
  Set<String> left() {
    return left;
  }

  private void container(OscalObject container, List<OscalObject> groups) {
    loosen(container, groups);
    for (OscalObject control : container.objects("controls")) {
      control(control, groups, null, false, false);
    }
    for (OscalObject group : container.objects("groups")) {
      List<OscalObject> inside = new ArrayList<>(groups);
      inside.add(group);
      container(group, List.copyOf(inside));
    }
  }

  private void control(
      OscalObject control,
      List<OscalObject> groups,
      @Nullable Selected around,
      boolean includedByParent,
      boolean excludedByParent) {
    String id = control.text("id");
    Meant in = included.meant(id);
    Meant out = excluded.meant(id);
    boolean isIncluded = all || includedByParent || in != Meant.NOT;
    boolean isExcluded = excludedByParent || out != Meant.NOT;
    Selected parent = around;
    if (isIncluded && !isExcluded) {
      OscalObject alone = new OscalObject();
      for (String name : control.names()) {
        var member = control.get(name);
        if (member != null && !name.equals("controls")) {
          alone.set(name, member.copy());
        }
      }
      parent = new Selected(alone, groups, around);
      controls.add(parent);
    } else {
      left.add(id);
      loosen(control, groups);
    }
    for (OscalObject child : control.objects("controls")) {
      control(
          child,
          groups,
          parent,
          includedByParent || in == Meant.WITH_CHILDREN,
          excludedByParent || out == Meant.WITH_CHILDREN);
    }
  }

  private void loosen(OscalObject container, List<OscalObject> groups) {
    for (OscalObject parameter : container.objects("params")) {
      parameters.add(new Loose(parameter.copy(), groups));
    }
  }
}
