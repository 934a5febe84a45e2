package org.concordat.core.alignment.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.PathWording;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityShifts;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/**
 * What changes do to the priorities: which move, through which path, for which unit.
 *
 * @param moved how many scores are other than before, those that came or went among them
 * @param forUnits how many others show another level for a unit alone; 0 where that was not tried
 *     out, and between scales that differ
 * @param shifts those that move furthest; after those whose score moves, the others
 */
public record DraftEffect(int moved, int forUnits, List<Shift> shifts) {
  public DraftEffect {
    shifts = List.copyOf(shifts);
  }

  /**
   * How much is told.
   *
   * @param shown how many of those that move are told of
   * @param assets up to so many assets it is tried out which change moves what, and what moves for
   *     a unit alone: each change and each unit costs a few runs of the engine
   */
  public record Extent(int shown, int assets) {
    /** What a page shows at once. */
    public static final Extent AT_ONCE = new Extent(20, 2_000);
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
   * @param score the need, in [0, 1]
   * @param level the name of the level that it shows
   * @param reason the best path, or null for none
   */
  public record Standing(int rank, double score, String level, @Nullable Reason reason) {}

  /**
   * Why a requirement stands there.
   *
   * @param levels the names of the levels of the path
   * @param words the path in a line
   */
  public record Reason(RationalePath path, List<String> levels, String words) {
    public Reason {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A unit for which a requirement moves.
   *
   * @param needBefore by its goals alone, in [0, 1]
   * @param before the name of the level that this shows
   */
  public record UnitShift(
      String id, String name, double needBefore, String before, double needAfter, String after) {}

  /**
   * What changes do.
   *
   * @param today the model without them
   * @param ahead the same with them
   */
  public static DraftEffect between(
      LiveWorkspace today,
      LiveWorkspace.Prepared ahead,
      List<WorkspaceChange> changes,
      Extent extent) {
    List<Priorities.Moved> moved = ahead.applied().moved();
    List<Requirement> furthest =
        moved.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Priorities.Moved each) -> -Math.abs(each.now() - each.before()))
                    .thenComparing(each -> -Math.max(each.now(), each.before()))
                    .thenComparing(Priorities.Moved::requirement))
            .limit(extent.shown)
            .map(Priorities.Moved::requirement)
            .toList();
    LiveWorkspace after = ahead.live();
    List<Requirement> alone =
        today.read(Snapshot::assetCount) <= extent.assets
            ? UnitShifts.beside(moved, today, after)
            : List.of();
    List<Requirement> told =
        Stream.concat(furthest.stream(), alone.stream()).limit(extent.shown).toList();
    Map<Requirement, Seen> was = today.read(model -> seen(told, model));
    Map<Requirement, Seen> is = after.read(model -> seen(told, model));
    Map<Requirement, List<Integer>> causes = causes(today, after, told, changes, extent);
    return new DraftEffect(
        moved.size(),
        alone.size(),
        told.stream()
            .map(
                each ->
                    shift(each, was.get(each), is.get(each), causes.getOrDefault(each, List.of())))
            .toList());
  }

  private static Shift shift(
      Requirement requirement, @Nullable Seen was, @Nullable Seen is, List<Integer> causes) {
    Seen named = is == null ? was : is;
    return new Shift(
        requirement,
        named == null ? requirement.asset() : named.name,
        was == null ? null : was.standing,
        is == null ? null : is.standing,
        units(was, is),
        causes);
  }

  /** A requirement in one of the two models. */
  private record Seen(String name, Standing standing, Map<String, UnitSeen> units) {}

  private record UnitSeen(String name, double need, String level) {}

  private static Map<Requirement, Seen> seen(List<Requirement> requirements, Snapshot model) {
    ImpactScale scale = model.scale();
    Map<Requirement, Seen> seen = new HashMap<>();
    for (Requirement requirement : requirements) {
      Asset asset = model.asset(requirement.asset());
      if (asset != null && asset.properties().contains(requirement.property())) {
        Priority priority = model.priority(requirement, 1);
        Map<String, UnitSeen> units = new LinkedHashMap<>();
        for (Unit unit : model.units()) {
          double need = priority.units().getOrDefault(unit.id(), 0.0);
          units.put(unit.id(), new UnitSeen(unit.name(), need, scale.shownName(need)));
        }
        Standing standing =
            new Standing(
                priority.rank(), priority.score(), priority.level(), reason(priority, model));
        seen.put(requirement, new Seen(asset.name(), standing, units));
      }
    }
    return seen;
  }

  private static @Nullable Reason reason(Priority priority, Snapshot model) {
    if (priority.rationale().isEmpty()) {
      return null;
    }
    RationalePath path = priority.rationale().getFirst();
    ImpactScale scale = model.scale();
    return new Reason(
        path,
        path.levels().stream().map(scale::name).toList(),
        new PathWording(scale, new ModelNames(model)).describe(path));
  }

  private static List<UnitShift> units(@Nullable Seen was, @Nullable Seen is) {
    Map<String, UnitSeen> before = was == null ? Map.of() : was.units;
    Map<String, UnitSeen> after = is == null ? Map.of() : is.units;
    Map<String, UnitSeen> all = new LinkedHashMap<>(before);
    after.forEach(all::putIfAbsent);
    UnitSeen nothing = new UnitSeen("", 0, ImpactScale.NONE);
    List<UnitShift> shifts = new ArrayList<>();
    all.forEach(
        (id, unit) -> {
          UnitSeen from = before.getOrDefault(id, nothing);
          UnitSeen to = after.getOrDefault(id, nothing);
          if (!from.level.equals(to.level)) {
            shifts.add(new UnitShift(id, unit.name, from.need, from.level, to.need, to.level));
          }
        });
    return shifts;
  }

  private static Map<Requirement, List<Integer>> causes(
      LiveWorkspace today,
      LiveWorkspace ahead,
      List<Requirement> moved,
      List<WorkspaceChange> changes,
      Extent extent) {
    Map<Requirement, List<Integer>> causes = new HashMap<>();
    if (changes.size() == 1) {
      moved.forEach(requirement -> causes.put(requirement, List.of(0)));
    } else if (today.read(Snapshot::assetCount) <= extent.assets) {
      Map<WorkspaceChange, Integer> places = new HashMap<>();
      IntStream.range(0, changes.size()).forEach(i -> places.putIfAbsent(changes.get(i), i));
      PriorityShifts.between(today.read(Snapshot::workspace), ahead.read(Snapshot::workspace))
          .moved()
          .forEach(
              shift ->
                  causes.put(
                      shift.requirement(),
                      shift.causes().stream()
                          .map(c -> places.getOrDefault(c, -1))
                          .filter(p -> p >= 0)
                          .toList()));
    }
    return causes;
  }
}
