package org.concordat.server.deciding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityShifts;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.jspecify.annotations.Nullable;

/**
 * What changes do to the priorities: which move, through which path, for which unit.
 *
 * @param moved how many scores are other than before, those that came or went among them
 * @param shifts those that move furthest
 */
public record DraftEffect(int moved, List<Shift> shifts) {
  /** So many of those that moved are told of. */
  public static final int SHOWN = 20;

  /** Of larger models it is not tried out which change moves what: it would take seconds. */
  private static final int TRIED_OUT = 2_000;

  public DraftEffect {
    shifts = List.copyOf(shifts);
  }

  /**
   * A requirement that moves.
   *
   * @param name the asset's name
   * @param before where it stands, or null when it is not there
   * @param after where it would stand, or null when it would not be there
   * @param units those whose own need shows another level
   * @param causes the places of the changes that move it, from 0; empty when it was not tried out
   */
  public record Shift(
      Requirement requirement,
      String name,
      @Nullable Standing before,
      @Nullable Standing after,
      List<UnitShift> units,
      List<Integer> causes) {
    public Shift {
      units = List.copyOf(units);
      causes = List.copyOf(causes);
    }
  }

  /**
   * Where a requirement stands.
   *
   * @param path the best reason, or null for none
   */
  public record Standing(int rank, double score, LevelView level, @Nullable PathView path) {}

  /** A unit for which a requirement moves. */
  public record UnitShift(String id, String name, LevelView before, LevelView after) {}

  /**
   * What the changes from one model to another do.
   *
   * @param changes between the two
   */
  public static DraftEffect between(
      LiveWorkspace today,
      LiveWorkspace ahead,
      List<Priorities.Moved> moved,
      List<WorkspaceChange> changes) {
    List<Requirement> furthest =
        moved.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Priorities.Moved each) -> -Math.abs(each.now() - each.before()))
                    .thenComparing(each -> -Math.max(each.now(), each.before()))
                    .thenComparing(Priorities.Moved::requirement))
            .limit(SHOWN)
            .map(Priorities.Moved::requirement)
            .toList();
    Map<Requirement, Seen> before = today.read(model -> seen(furthest, model));
    Map<Requirement, Seen> after = ahead.read(model -> seen(furthest, model));
    Map<Requirement, List<Integer>> causes = causes(today, ahead, changes);
    List<Shift> shifts = new ArrayList<>();
    for (Requirement requirement : furthest) {
      Seen was = before.get(requirement);
      Seen is = after.get(requirement);
      Seen named = is == null ? was : is;
      shifts.add(
          new Shift(
              requirement,
              named == null ? requirement.asset() : named.name,
              was == null ? null : was.standing,
              is == null ? null : is.standing,
              units(was, is),
              causes.getOrDefault(requirement, List.of())));
    }
    return new DraftEffect(moved.size(), shifts);
  }

  /** A requirement in one of the two models. */
  private record Seen(String name, Standing standing, Map<String, UnitSeen> units) {}

  private record UnitSeen(String name, LevelView level) {}

  private static Map<Requirement, Seen> seen(List<Requirement> requirements, Snapshot model) {
    Map<Requirement, Seen> seen = new HashMap<>();
    for (Requirement requirement : requirements) {
      Asset asset = model.asset(requirement.asset());
      if (asset != null && asset.properties().contains(requirement.property())) {
        Priority priority = model.priority(requirement, 1);
        Map<String, UnitSeen> units = new LinkedHashMap<>();
        for (Unit unit : model.units()) {
          double need = priority.units().getOrDefault(unit.id(), 0.0);
          units.put(unit.id(), new UnitSeen(unit.name(), LevelView.of(model.scale(), need)));
        }
        PathView path =
            priority.rationale().isEmpty()
                ? null
                : PathView.of(priority.rationale().getFirst(), model);
        LevelView level = LevelView.of(model.scale(), priority.score());
        seen.put(
            requirement,
            new Seen(
                asset.name(), new Standing(priority.rank(), priority.score(), level, path), units));
      }
    }
    return seen;
  }

  private static List<UnitShift> units(@Nullable Seen was, @Nullable Seen is) {
    Map<String, UnitSeen> before = was == null ? Map.of() : was.units;
    Map<String, UnitSeen> after = is == null ? Map.of() : is.units;
    Map<String, UnitSeen> all = new LinkedHashMap<>(before);
    after.forEach(all::putIfAbsent);
    UnitSeen nothing = new UnitSeen("", new LevelView("none", 0));
    List<UnitShift> shifts = new ArrayList<>();
    all.forEach(
        (id, unit) -> {
          LevelView from = before.getOrDefault(id, nothing).level;
          LevelView to = after.getOrDefault(id, nothing).level;
          if (!from.equals(to)) {
            shifts.add(new UnitShift(id, unit.name, from, to));
          }
        });
    return shifts;
  }

  private static Map<Requirement, List<Integer>> causes(
      LiveWorkspace today, LiveWorkspace ahead, List<WorkspaceChange> changes) {
    if (changes.size() < 2 || today.read(Snapshot::assetCount) > TRIED_OUT) {
      return Map.of();
    }
    Map<Requirement, List<Integer>> causes = new HashMap<>();
    PriorityShifts.between(today.read(Snapshot::workspace), ahead.read(Snapshot::workspace))
        .moved()
        .forEach(
            shift ->
                causes.put(
                    shift.requirement(),
                    shift.causes().stream().map(changes::indexOf).filter(p -> p >= 0).toList()));
    return causes;
  }
}
