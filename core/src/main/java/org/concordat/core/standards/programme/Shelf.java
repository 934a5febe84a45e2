package org.concordat.core.standards.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Crosswalk;

/** Catalogues and crosswalks that an organisation can take into use, such as those that we ship. */
public final class Shelf {
  public static final Shelf EMPTY = new Shelf(List.of(), List.of());

  private final Map<String, Catalogue> catalogues = new LinkedHashMap<>();
  private final Map<String, Crosswalk> crosswalks = new LinkedHashMap<>();

  /** A shelf with these; of two with the same id the first counts. */
  public Shelf(List<Catalogue> catalogues, List<Crosswalk> crosswalks) {
    catalogues.forEach(catalogue -> this.catalogues.putIfAbsent(catalogue.id(), catalogue));
    crosswalks.forEach(crosswalk -> this.crosswalks.putIfAbsent(crosswalk.id(), crosswalk));
  }

  /** All catalogues, in the order in which they were given. */
  public List<Catalogue> catalogues() {
    return new ArrayList<>(catalogues.values());
  }

  public Optional<Catalogue> catalogue(String id) {
    return Optional.ofNullable(catalogues.get(id));
  }

  /** All crosswalks, in the order in which they were given. */
  public List<Crosswalk> crosswalks() {
    return new ArrayList<>(crosswalks.values());
  }

  public Optional<Crosswalk> crosswalk(String id) {
    return Optional.ofNullable(crosswalks.get(id));
  }
}
