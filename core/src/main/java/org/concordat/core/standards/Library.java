package org.concordat.core.standards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Catalogues and the crosswalks between them, whose ids agree. */
public final class Library {
  private final Map<String, Catalogue> catalogues = new LinkedHashMap<>();
  private final List<Crosswalk> crosswalks = new ArrayList<>();

  /**
   * A library. The ends of all mappings are kept as their catalogues spell them.
   *
   * @throws IllegalArgumentException when an id stands twice among the catalogues or among the
   *     crosswalks, or a crosswalk speaks of a catalogue or a control that is not there
   */
  public Library(List<Catalogue> catalogues, List<Crosswalk> crosswalks) {
    for (Catalogue catalogue : catalogues) {
      if (this.catalogues.putIfAbsent(catalogue.id(), catalogue) != null) {
        throw new IllegalArgumentException("catalogue " + catalogue.id() + " stands twice");
      }
    }
    Set<String> ids = new HashSet<>();
    for (Crosswalk crosswalk : crosswalks) {
      if (!ids.add(crosswalk.id())) {
        throw new IllegalArgumentException("crosswalk " + crosswalk.id() + " stands twice");
      }
      this.crosswalks.add(spelt(crosswalk));
    }
  }

  private Crosswalk spelt(Crosswalk crosswalk) {
    Catalogue source = existing(crosswalk, crosswalk.source());
    Catalogue target = existing(crosswalk, crosswalk.target());
    List<Mapping> mappings =
        crosswalk.mappings().stream()
            .map(
                m ->
                    m.between(
                        existing(crosswalk, source, m.source()).id(),
                        existing(crosswalk, target, m.target()).id()))
            .toList();
    return crosswalk.with(mappings);
  }

  private Catalogue existing(Crosswalk crosswalk, String id) {
    return catalogue(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "crosswalk " + crosswalk.id() + " speaks of catalogue " + id));
  }

  private static Control existing(Crosswalk crosswalk, Catalogue catalogue, String spelling) {
    return catalogue
        .find(spelling)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "crosswalk %s speaks of control %s, which catalogue %s does not have"
                        .formatted(crosswalk.id(), spelling, catalogue.id())));
  }

  /**
   * This library and others' catalogues and crosswalks, which come first and take the place of what
   * has the same id. A crosswalk of this library goes with a catalogue that is replaced, for it
   * speaks of the one that was there before.
   */
  public Library with(List<Catalogue> others, List<Crosswalk> otherCrosswalks) {
    Set<String> replaced = new HashSet<>();
    others.forEach(c -> replaced.add(c.id()));
    Set<String> named = new HashSet<>();
    otherCrosswalks.forEach(c -> named.add(c.id()));
    List<Catalogue> allCatalogues = new ArrayList<>(others);
    catalogues.values().stream()
        .filter(c -> !replaced.contains(c.id()))
        .forEach(allCatalogues::add);
    List<Crosswalk> allCrosswalks = new ArrayList<>(otherCrosswalks);
    crosswalks.stream()
        .filter(c -> !named.contains(c.id()))
        .filter(c -> !replaced.contains(c.source()) && !replaced.contains(c.target()))
        .forEach(allCrosswalks::add);
    return new Library(allCatalogues, allCrosswalks);
  }

  /** All catalogues, in the order in which they were given. */
  public List<Catalogue> catalogues() {
    return List.copyOf(catalogues.values());
  }

  public Optional<Catalogue> catalogue(String id) {
    return Optional.ofNullable(catalogues.get(id));
  }

  /** All crosswalks, in the order in which they were given. */
  public List<Crosswalk> crosswalks() {
    return List.copyOf(crosswalks);
  }
}
