package org.concordat.core.alignment.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;

/** Finds what stands at one score and yet shows another level for a unit. */
final class UnitShifts {
  private UnitShifts() {}

  /** A requirement and how far the need of a unit moves at most. */
  private record Far(Requirement requirement, double most) {}

  /**
   * Those that show another level for a unit; the furthest first. Takes a run of the engine for
   * each unit, and time linear in requirements times units.
   *
   * @param moved those whose score moves, which are left out
   */
  static List<Requirement> beside(
      List<Priorities.Moved> moved, LiveWorkspace today, LiveWorkspace ahead) {
    ImpactScale scale = today.read(Snapshot::scale);
    if (!scale.equals(ahead.read(Snapshot::scale))) {
      return List.of();
    }
    Set<Requirement> known = new HashSet<>();
    moved.forEach(each -> known.add(each.requirement()));
    Map<Requirement, Map<String, Double>> before = today.read(UnitShifts::needs);
    List<Far> far = new ArrayList<>();
    ahead
        .read(UnitShifts::needs)
        .forEach(
            (requirement, after) -> {
              double most =
                  known.contains(requirement)
                      ? 0
                      : most(before.getOrDefault(requirement, Map.of()), after, scale);
              if (most > 0) {
                far.add(new Far(requirement, most));
              }
            });
    far.sort(Comparator.comparingDouble((Far each) -> -each.most).thenComparing(Far::requirement));
    return far.stream().map(Far::requirement).toList();
  }

  private static Map<Requirement, Map<String, Double>> needs(Snapshot model) {
    Map<Requirement, Map<String, Double>> needs = new TreeMap<>();
    for (Asset asset : model.workspace().assets()) {
      for (String property : asset.properties()) {
        Requirement requirement = new Requirement(asset.id(), property);
        needs.put(requirement, model.priority(requirement, 0).units());
      }
    }
    return needs;
  }

  /** How far a unit's need moves at most, of those that show another level. */
  private static double most(
      Map<String, Double> before, Map<String, Double> after, ImpactScale scale) {
    Set<String> units = new HashSet<>(before.keySet());
    units.addAll(after.keySet());
    double most = 0;
    for (String unit : units) {
      double was = before.getOrDefault(unit, 0.0);
      double is = after.getOrDefault(unit, 0.0);
      if (scale.shownNumber(was) != scale.shownNumber(is)) {
        most = Math.max(most, Math.abs(was - is));
      }
    }
    return most;
  }
}
