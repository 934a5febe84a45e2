package org.concordat.core.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A standard, framework or law as the controls that it is made of. */
public final class Catalogue {
  private final String id;
  private final String title;
  private final @Nullable String version;
  private final @Nullable String source;
  private final @Nullable String licence;
  private final List<Control> controls;
  private final Map<String, Control> byId = new HashMap<>();
  private final Map<String, Control> byKey = new HashMap<>();
  private final Map<String, List<Control>> parts = new HashMap<>();
  private final List<Control> roots = new ArrayList<>();

  /**
   * A catalogue.
   *
   * @param id unique among all catalogues
   * @param version null when it has none
   * @param source where the list of controls comes from, or null when not known
   * @param licence under which licence, or null when not known
   * @param controls in the order of the standard
   * @throws IllegalArgumentException when two controls have the same id in whatever spelling, a
   *     parent is no control of the catalogue, or controls are parts of themselves
   */
  public Catalogue(
      String id,
      String title,
      @Nullable String version,
      @Nullable String source,
      @Nullable String licence,
      List<Control> controls) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a catalogue needs an id");
    }
    this.id = id;
    this.title = title;
    this.version = version;
    this.source = source;
    this.licence = licence;
    this.controls = List.copyOf(controls);
    for (Control control : this.controls) {
      byId.put(control.id(), control);
      if (byKey.putIfAbsent(ControlIds.key(control.id()), control) != null) {
        throw new IllegalArgumentException(
            "catalogue " + id + " has control " + control.id() + " twice");
      }
    }
    for (Control control : this.controls) {
      (control.parent() == null
              ? roots
              : parts.computeIfAbsent(existing(control.parent()).id(), _ -> new ArrayList<>()))
          .add(control);
    }
    refuseCircles();
  }

  public Catalogue(String id, String title, List<Control> controls) {
    this(id, title, null, null, null, controls);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public @Nullable String version() {
    return version;
  }

  public @Nullable String source() {
    return source;
  }

  public @Nullable String licence() {
    return licence;
  }

  /** All controls, in the order of the standard. */
  public List<Control> controls() {
    return controls;
  }

  /** The controls that are part of no other, in the order of the standard. */
  public List<Control> roots() {
    return List.copyOf(roots);
  }

  /** The parts of a control, in the order of the standard. */
  public List<Control> parts(Control control) {
    return List.copyOf(parts.getOrDefault(control.id(), List.of()));
  }

  /** The control that this one is a part of. */
  public Optional<Control> parent(Control control) {
    return control.parent() == null ? Optional.empty() : find(control.parent());
  }

  /** The control of that id, in whatever spelling. */
  public Optional<Control> find(String spelling) {
    Control exact = byId.get(spelling);
    return Optional.ofNullable(exact == null ? byKey.get(ControlIds.key(spelling)) : exact);
  }

  private Control existing(String spelling) {
    return find(spelling)
        .orElseThrow(
            () -> new IllegalArgumentException("catalogue " + id + " has no control " + spelling));
  }

  private void refuseCircles() {
    Set<String> reached = new HashSet<>();
    List<Control> open = new ArrayList<>(roots);
    while (!open.isEmpty()) {
      Control control = open.removeLast();
      reached.add(control.id());
      open.addAll(parts.getOrDefault(control.id(), List.of()));
    }
    for (Control control : controls) {
      if (!reached.contains(control.id())) {
        throw new IllegalArgumentException(
            "control " + control.id() + " of catalogue " + id + " is a part of itself");
      }
    }
  }

  /** Whether both say the same of the same controls in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Catalogue that
        && id.equals(that.id)
        && title.equals(that.title)
        && Objects.equals(version, that.version)
        && Objects.equals(source, that.source)
        && Objects.equals(licence, that.licence)
        && controls.equals(that.controls);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, version, controls);
  }

  @Override
  public String toString() {
    return id;
  }
}
