package org.concordat.core.alignment.priorities;

import java.util.List;
import org.concordat.core.alignment.Level;

/**
 * One reason for a priority: a path from a requirement over dependent requirements, a factor and a
 * goal.
 *
 * @param path ids: the requirement, the requirements that hand their need on to it (each depends on
 *     the one before), the factor, the goal
 * @param levels the level of each link of the path and, last, the importance of the goal: as many
 *     as the path has ids
 * @param score what the path alone would give, in (0, 1]
 */
public record RationalePath(List<String> path, List<Level> levels, double score) {
  public RationalePath {
    path = List.copyOf(path);
    levels = List.copyOf(levels);
  }

  public String factor() {
    return path.get(path.size() - 2);
  }

  public String goal() {
    return path.getLast();
  }
}
