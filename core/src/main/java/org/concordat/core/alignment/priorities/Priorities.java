package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The priorities of an organisation's security requirements, each with its reason, kept up to date
 * by {@link #apply}.
 *
 * <p>Needs of all goals are reckoned at once; those of each unit alone, and rationale paths, when
 * they are first asked for. Not safe for several threads at a time.
 */
public final class Priorities {
  private static final int ALL_UNITS = -1;

  private final Estate estate;

  /** The unit whose goals alone count, or {@link #ALL_UNITS}. */
  private final int focus;

  private final Needs needs;
  private final ScoreBoard board = new ScoreBoard();
  private final Needs[] byUnit;
  private @Nullable RationaleSearch search;

  private Priorities(Estate estate, int focus) {
    this.estate = estate;
    this.focus = focus;
    this.needs = new Needs(estate, focus);
    this.byUnit = new Needs[estate.units().size()];
    if (focus != ALL_UNITS) {
      byUnit[focus] = needs;
    }
    board.addAll(needs.need);
  }

  /** The priorities by the goals of all units. */
  public static Priorities of(Estate estate) {
    return new Priorities(estate, ALL_UNITS);
  }

  /**
   * The priorities by the goals of all units.
   *
   * @param workspace without errors
   */
  public static Priorities of(Workspace workspace) {
    return of(Estate.of(workspace));
  }

  /**
   * The priorities by the goals of one unit alone.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public static Priorities ofUnit(Estate estate, String unit) {
    int number = estate.units().indexOf(unit);
    if (number < 0) {
      throw new IllegalArgumentException("no unit '" + unit + "'");
    }
    return new Priorities(estate, number);
  }

  /**
   * The priorities by the goals of one unit alone.
   *
   * @param workspace without errors
   * @throws IllegalArgumentException when there is no such unit
   */
  public static Priorities ofUnit(Workspace workspace, String unit) {
    return ofUnit(Estate.of(workspace), unit);
  }

  /** How many requirements there are. */
  public int size() {
    return estate.requirements();
  }

  /**
   * The first requirements by rank; those of equal rank by id.
   *
   * @param top how many at the most
   * @param paths how many rationale paths each has at the most
   */
  public List<Priority> list(int top, int paths) {
    List<Priority> list = new ArrayList<>();
    for (int requirement : first(top)) {
      list.add(priority(requirement, paths));
    }
    return list;
  }

  /** The numbers of the first requirements, by a heap that holds the best so far, worst on top. */
  private List<Integer> first(int top) {
    if (top <= 0) {
      return List.of();
    }
    Comparator<Integer> worstFirst =
        (one, other) -> {
          int byScore =
              Long.compare(ScoreBoard.key(needs.need[one]), ScoreBoard.key(needs.need[other]));
          return byScore != 0 ? byScore : -estate.compareById(one, other);
        };
    int count = size();
    if (top >= count) {
      List<Integer> all = new ArrayList<>(count);
      for (int requirement = 0; requirement < count; requirement++) {
        all.add(requirement);
      }
      all.sort(worstFirst.reversed());
      return all;
    }
    PriorityQueue<Integer> best = new PriorityQueue<>(top, worstFirst);
    for (int requirement = 0; requirement < count; requirement++) {
      if (best.size() < top) {
        best.add(requirement);
      } else if (worstFirst.compare(requirement, best.element()) > 0) {
        best.remove();
        best.add(requirement);
      }
    }
    List<Integer> sorted = new ArrayList<>(best);
    sorted.sort(worstFirst.reversed());
    return sorted;
  }

  /**
   * One requirement's priority.
   *
   * @param paths how many rationale paths at the most
   * @throws IllegalArgumentException when there is no such requirement
   */
  public Priority of(Requirement requirement, int paths) {
    return priority(known(requirement), paths);
  }

  private Priority priority(int requirement, int paths) {
    double score = needs.need[requirement];
    return new Priority(
        estate.requirement(requirement),
        board.rank(score),
        score,
        estate.arithmetic.scale().shownName(score),
        needs.own[requirement],
        units(requirement),
        paths <= 0 ? List.of() : search().best(requirement, paths));
  }

  private Map<String, Double> units(int requirement) {
    Map<String, Double> units = new LinkedHashMap<>();
    for (int unit = 0; unit < byUnit.length; unit++) {
      if (focus == ALL_UNITS || focus == unit) {
        units.put(estate.units().get(unit), needsOf(unit).need[requirement]);
      }
    }
    return units;
  }

  private Needs needsOf(int unit) {
    Needs ofUnit = byUnit[unit];
    if (ofUnit == null) {
      ofUnit = new Needs(estate, unit);
      byUnit[unit] = ofUnit;
    }
    return ofUnit;
  }

  private RationaleSearch search() {
    RationaleSearch current = search;
    if (current == null) {
      current = new RationaleSearch(estate, focus);
      search = current;
    }
    return current;
  }

  /**
   * The score of a requirement, in [0, 1].
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  public double need(Requirement requirement) {
    return needs.need[known(requirement)];
  }

  /**
   * The rank of a requirement, from 1.
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  public int rank(Requirement requirement) {
    return board.rank(need(requirement));
  }

  private int known(Requirement requirement) {
    int number = estate.number(requirement);
    if (number < 0) {
      throw new IllegalArgumentException("no requirement '" + requirement.id() + "'");
    }
    return number;
  }

  /**
   * A requirement whose score a change moved.
   *
   * @param before the score before the change
   * @param now the score after it
   */
  public record Moved(Requirement requirement, double before, double now) {}

  /**
   * Changes the estate and mends the priorities.
   *
   * @return the requirements whose scores moved; a rank may move without its score
   * @throws IllegalArgumentException when the change names something that does not exist, or an
   *     asset that does; nothing is changed then
   */
  public List<Moved> apply(EstateChange change) {
    List<Moved> moved = new ArrayList<>();
    Needs.Listener listener =
        (requirement, before, now) -> {
          board.remove(before);
          board.add(now);
          moved.add(new Moved(estate.requirement(requirement), before, now));
        };
    switch (change) {
      case EstateChange.RequirementImpactSet(var requirement, var factor, var level) -> {
        int number = known(requirement);
        estate.links.link(number, estate.vision.factor(factor), number(level));
        mend(new int[] {number}, new int[0], listener);
      }
      case EstateChange.FactorImpactSet(var factor, var goal, var level) -> {
        int number = estate.vision.factor(factor);
        estate.vision.link(number, estate.vision.goal(goal), number(level));
        mend(new int[0], new int[] {number}, listener);
      }
      case EstateChange.GoalImportanceSet(var goal, var importance) -> {
        int number = estate.vision.goal(goal);
        estate.vision.importance[number] = number(importance);
        mend(new int[0], estate.vision.factorsOf(number), listener);
      }
      case EstateChange.DependenciesSet set -> replaceDependencies(set, listener);
      case EstateChange.AssetAdded(var asset) -> addAsset(asset.id(), asset.properties());
    }
    search = null;
    return moved;
  }

  private int number(@Nullable Level level) {
    if (level == null) {
      return 0;
    }
    if (level.number() > estate.arithmetic.levels()) {
      throw new IllegalArgumentException("the scale has no level " + level.number());
    }
    return level.number();
  }

  private void mend(int[] relinked, int[] factors, Needs.Listener listener) {
    needs.update(relinked, factors, Needs.Handover.NONE, listener);
    for (Needs ofUnit : byUnit) {
      if (ofUnit != null && ofUnit != needs) {
        ofUnit.update(relinked, factors, Needs.Handover.NONE, (requirement, before, now) -> {});
      }
    }
  }

  private void replaceDependencies(EstateChange.DependenciesSet set, Needs.Listener listener) {
    int asset = estate.asset(set.asset());
    if (asset < 0) {
      throw new IllegalArgumentException("no asset '" + set.asset() + "'");
    }
    estate.checkDependencies(set.dependencies());
    List<Needs> views = new ArrayList<>();
    views.add(needs);
    for (Needs ofUnit : byUnit) {
      if (ofUnit != null && ofUnit != needs) {
        views.add(ofUnit);
      }
    }
    List<Map<Needs.Handed, Double>> before = views.stream().map(v -> v.handedBy(asset)).toList();
    estate.replaceDependencies(asset, set.dependencies());
    for (int i = 0; i < views.size(); i++) {
      Needs view = views.get(i);
      Needs.Handover handover = new Needs.Handover(before.get(i), view.handedBy(asset));
      view.update(
          new int[0],
          new int[0],
          handover,
          view == needs ? listener : (requirement, was, now) -> {});
    }
  }

  private void addAsset(String id, List<String> properties) {
    if (estate.asset(id) >= 0) {
      throw new IllegalArgumentException("the asset '" + id + "' exists");
    }
    int before = size();
    estate.addAsset(id, properties);
    needs.grow();
    for (Needs ofUnit : byUnit) {
      if (ofUnit != null && ofUnit != needs) {
        ofUnit.grow();
      }
    }
    for (int requirement = before; requirement < size(); requirement++) {
      board.add(0);
    }
  }
}
