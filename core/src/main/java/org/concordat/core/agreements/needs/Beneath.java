package org.concordat.core.agreements.needs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/** The requirements that a requirement's need is handed down to, each with a shortest way. */
public final class Beneath {
  private final Requirement start;
  private final Map<Requirement, Requirement> cameFrom = new LinkedHashMap<>();
  private final UnitNeeds organisation;

  private Beneath(UnitNeeds organisation, Requirement start) {
    this.organisation = organisation;
    this.start = start;
  }

  /** What is beneath a requirement; nearest first. */
  public static Beneath of(UnitNeeds organisation, Requirement start) {
    Beneath beneath = new Beneath(organisation, start);
    beneath.search();
    return beneath;
  }

  private void search() {
    Deque<Requirement> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Requirement from = open.remove();
      for (Dependency dependency : organisation.dependenciesOf(from.asset())) {
        Requirement on = handed(from, dependency);
        if (on != null && !on.equals(start) && cameFrom.putIfAbsent(on, from) == null) {
          open.add(on);
        }
      }
    }
  }

  private @Nullable Requirement handed(Requirement from, Dependency dependency) {
    SortedMap<String, String> carries = dependency.carries();
    String property = carries == null ? from.property() : carries.get(from.property());
    Asset on = organisation.asset(dependency.on());
    return property != null && on != null && on.properties().contains(property)
        ? new Requirement(on.id(), property)
        : null;
  }

  /** Everything beneath, nearest first, without the start. */
  public Set<Requirement> all() {
    return cameFrom.keySet();
  }

  /** A shortest way from the start to a requirement beneath, both included. */
  public List<Requirement> wayTo(Requirement end) {
    List<Requirement> way = new ArrayList<>();
    for (Requirement at = end; at != null; at = cameFrom.get(at)) {
      way.addFirst(at);
    }
    return List.copyOf(way);
  }

  /**
   * The IT assets that carry the requirement: the technical ones among its asset and those beneath;
   * the asset alone where none is technical.
   */
  public List<String> carriers() {
    Set<String> carriers = new LinkedHashSet<>();
    addTechnical(start.asset(), carriers);
    cameFrom.keySet().forEach(r -> addTechnical(r.asset(), carriers));
    return carriers.isEmpty() ? List.of(start.asset()) : List.copyOf(carriers);
  }

  private void addTechnical(String id, Set<String> carriers) {
    Asset asset = organisation.asset(id);
    if (asset != null && asset.kind() == AssetKind.TECHNICAL) {
      carriers.add(id);
    }
  }
}
