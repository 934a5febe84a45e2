package org.concordat.core.alignment.priorities;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;

/**
 * How much a requirement is needed, and why.
 *
 * @param rank from 1; requirements of equal score share a rank and the next rank counts them all
 * @param score the need, in [0, 1]
 * @param level the name of the level that the score shows, or {@code none}
 * @param own the part of the need that does not come over dependencies, in [0, 1]
 * @param units the need of each unit's goals alone, by the unit's id, in the order of the workspace
 * @param rationale the best paths, best first
 */
public record Priority(
    Requirement requirement,
    int rank,
    double score,
    String level,
    double own,
    Map<String, Double> units,
    List<RationalePath> rationale) {
  public Priority {
    units = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(units));
    rationale = List.copyOf(rationale);
  }
}
