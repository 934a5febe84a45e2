package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;

/**
 * A library with its controls and mappings numbered: controls catalogue by catalogue, mappings
 * crosswalk by crosswalk, each in the order of the library.
 */
final class Network {
  /** The label of a step from a part to its parent, in place of the number of a mapping. */
  static final int PART = -1;

  private final Map<String, Catalogue> catalogues;
  private final List<ControlRef> controls;
  private final Map<String, Map<String, Integer>> numbers;
  private final int[] parents;
  private final List<Crosswalk> crosswalks;
  private final List<Published> mappings;
  private final int[] sources;
  private final int[] targets;

  private Network(
      Map<String, Catalogue> catalogues,
      List<ControlRef> controls,
      Map<String, Map<String, Integer>> numbers,
      int[] parents,
      List<Crosswalk> crosswalks,
      List<Published> mappings,
      int[] sources,
      int[] targets) {
    this.catalogues = catalogues;
    this.controls = controls;
    this.numbers = numbers;
    this.parents = parents;
    this.crosswalks = crosswalks;
    this.mappings = mappings;
    this.sources = sources;
    this.targets = targets;
  }

  static Network of(Library library) {
    Map<String, Catalogue> catalogues = new HashMap<>();
    List<ControlRef> controls = new ArrayList<>();
    Map<String, Map<String, Integer>> numbers = new HashMap<>();
    for (Catalogue catalogue : library.catalogues()) {
      catalogues.put(catalogue.id(), catalogue);
      Map<String, Integer> own = new HashMap<>();
      for (Control control : catalogue.controls()) {
        own.put(control.id(), controls.size());
        controls.add(new ControlRef(catalogue.id(), control.id()));
      }
      numbers.put(catalogue.id(), own);
    }
    int[] parents = new int[controls.size()];
    for (int i = 0; i < parents.length; i++) {
      ControlRef control = controls.get(i);
      Map<String, Integer> own = numbers.getOrDefault(control.catalogue(), Map.of());
      parents[i] =
          Optional.ofNullable(catalogues.get(control.catalogue()))
              .flatMap(c -> c.find(control.control()).flatMap(c::parent))
              .map(parent -> own.getOrDefault(parent.id(), -1))
              .orElse(-1);
    }
    List<Published> mappings = new ArrayList<>();
    for (Crosswalk crosswalk : library.crosswalks()) {
      for (Mapping mapping : crosswalk.mappings()) {
        mappings.add(Published.of(crosswalk, mapping));
      }
    }
    return new Network(
        catalogues,
        controls,
        numbers,
        parents,
        library.crosswalks(),
        mappings,
        mappings.stream().mapToInt(m -> number(m.source(), numbers)).toArray(),
        mappings.stream().mapToInt(m -> number(m.target(), numbers)).toArray());
  }

  /**
   * This network with one more mapping, the last of its crosswalk.
   *
   * @throws IllegalArgumentException when there is no such crosswalk or control
   */
  Network plus(String crosswalk, Mapping mapping) {
    Published added = spelt(crosswalk, mapping);
    int at = 0;
    for (int i = order(crosswalk); i >= 0 && at == 0; i--) {
      at = 1 + lastOf(crosswalks.get(i).id());
    }
    List<Published> more = new ArrayList<>(mappings);
    more.add(at, added);
    return with(
        more,
        inserted(sources, at, number(added.source(), numbers)),
        inserted(targets, at, number(added.target(), numbers)));
  }

  /** The number of the last mapping of a crosswalk, or -1. */
  private int lastOf(String crosswalk) {
    int last = mappings.size() - 1;
    while (last >= 0 && !mappings.get(last).crosswalk().equals(crosswalk)) {
      last--;
    }
    return last;
  }

  /**
   * This network without one mapping that says the same.
   *
   * @throws IllegalArgumentException when there is none
   */
  Network minus(String crosswalk, Mapping mapping) {
    Published removed = spelt(crosswalk, mapping);
    int at = mappings.indexOf(removed);
    if (at < 0) {
      throw new IllegalArgumentException("there is no mapping " + removed);
    }
    List<Published> fewer = new ArrayList<>(mappings);
    fewer.remove(at);
    return with(fewer, without(sources, at), without(targets, at));
  }

  private Network with(List<Published> changed, int[] changedSources, int[] changedTargets) {
    return new Network(
        catalogues,
        controls,
        numbers,
        parents,
        crosswalks,
        changed,
        changedSources,
        changedTargets);
  }

  private static int[] inserted(int[] values, int at, int value) {
    int[] more = new int[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return more;
  }

  private static int[] without(int[] values, int at) {
    int[] fewer = new int[values.length - 1];
    System.arraycopy(values, 0, fewer, 0, at);
    System.arraycopy(values, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  private static int number(ControlRef control, Map<String, Map<String, Integer>> numbers) {
    return numbers.getOrDefault(control.catalogue(), Map.of()).getOrDefault(control.control(), -1);
  }

  /** The mapping with the ids as the catalogues spell them. */
  Published spelt(String crosswalk, Mapping mapping) {
    Crosswalk where = crosswalks.get(order(crosswalk));
    return new Published(
        crosswalk,
        spelt(where.source(), mapping.source()),
        mapping.statement(),
        spelt(where.target(), mapping.target()));
  }

  private ControlRef spelt(String catalogue, String control) {
    return Optional.ofNullable(catalogues.get(catalogue))
        .flatMap(c -> c.find(control))
        .map(c -> new ControlRef(catalogue, c.id()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "catalogue " + catalogue + " has no control " + control));
  }

  private int order(String crosswalk) {
    for (int i = 0; i < crosswalks.size(); i++) {
      if (crosswalks.get(i).id().equals(crosswalk)) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no crosswalk " + crosswalk);
  }

  int size() {
    return controls.size();
  }

  ControlRef control(int number) {
    return controls.get(number);
  }

  /** The number of the control, which must be spelt as its catalogue does. */
  Optional<Integer> number(ControlRef control) {
    return Optional.ofNullable(
        numbers.getOrDefault(control.catalogue(), Map.of()).get(control.control()));
  }

  Optional<Catalogue> catalogue(String id) {
    return Optional.ofNullable(catalogues.get(id));
  }

  /** The number of the parent, or -1. */
  int parent(int control) {
    return parents[control];
  }

  List<Published> mappings() {
    return mappings;
  }

  int source(int mapping) {
    return sources[mapping];
  }

  int target(int mapping) {
    return targets[mapping];
  }
}
