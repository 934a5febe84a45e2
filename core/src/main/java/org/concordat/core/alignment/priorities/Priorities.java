package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The priorities of an organisation's security requirements, each with its reason, kept up to date
 * by {@link #apply}.
 *
 * <p>Needs of all goals are reckoned at once; those of each unit alone, and rationale paths, when
 * they are first asked for. Several threads may ask at a time, as long as nobody changes anything;
 * {@link #copy} makes priorities that change apart from these.
 */
public final class Priorities {
  private final Estate estate;
  private final PriorityView main;

  /** By the number of the unit, once they were asked for. */
  private final Map<Integer, PriorityView> byUnit = new ConcurrentHashMap<>();

  private Priorities(Estate estate, int focus) {
    this.estate = estate;
    this.main = new PriorityView(estate, focus);
    if (focus != PriorityView.ALL_UNITS) {
      byUnit.put(focus, main);
    }
  }

  private Priorities(Priorities shared) {
    estate = shared.estate.copy();
    main = shared.main.copy(estate);
    shared.byUnit.forEach(
        (unit, view) -> byUnit.put(unit, view == shared.main ? main : view.copy(estate)));
  }

  /**
   * The same priorities, to be changed apart from these, which many may read meanwhile. Takes
   * little time and memory: the two share all that neither of them changes.
   */
  public Priorities copy() {
    return new Priorities(this);
  }

  /** The estate that these are the priorities of. */
  public Estate estate() {
    return estate;
  }

  /** The priorities by the goals of all units. */
  public static Priorities of(Estate estate) {
    return new Priorities(estate, PriorityView.ALL_UNITS);
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
    return new Priorities(estate, number(estate, unit));
  }

  private static int number(Estate estate, String unit) {
    int number = estate.units.of(unit);
    if (number < 0) {
      throw new IllegalArgumentException("no unit '" + unit + "'");
    }
    return number;
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
    return estate.requirements() - estate.goneRequirements();
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
              Long.compare(ScoreBoard.key(main.need(one)), ScoreBoard.key(main.need(other)));
          return byScore != 0 ? byScore : -estate.compareById(one, other);
        };
    int count = estate.requirements();
    if (top >= size()) {
      return Arrays.stream(byRank()).boxed().toList();
    }
    PriorityQueue<Integer> best = new PriorityQueue<>(top, worstFirst);
    for (int requirement = 0; requirement < count; requirement++) {
      if (estate.isGone(requirement)) {
        continue;
      }
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
   * The numbers of all requirements by rank, those of equal rank by id. Takes linear time, and n
   * log n to put the assets in order the first time.
   */
  public int[] byRank() {
    int[] listed = new int[size()];
    int[] placed = new int[size()];
    for (int asset : estate.assetsById()) {
      for (int requirement : estate.requirementsOf(asset)) {
        if (!estate.isGone(requirement)) {
          int rank = main.rank(requirement) - 1;
          listed[rank + placed[rank]++] = requirement;
        }
      }
    }
    return listed;
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

  /**
   * One requirement's priority, by number.
   *
   * @param requirement a number in the estate
   * @param paths how many rationale paths at the most
   */
  public Priority priority(int requirement, int paths) {
    return main.priority(requirement, paths, unitViews());
  }

  private List<PriorityView> unitViews() {
    if (main.unit != PriorityView.ALL_UNITS) {
      return List.of(main);
    }
    return estate.units.all().mapToObj(this::ofUnit).toList();
  }

  private PriorityView ofUnit(int unit) {
    return byUnit.computeIfAbsent(unit, number -> new PriorityView(estate, number));
  }

  /** These priorities by number. */
  public PriorityView view() {
    return main;
  }

  /**
   * The priorities by the goals of one unit alone, kept up to date together with these.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public PriorityView viewOf(String unit) {
    return ofUnit(number(estate, unit));
  }

  /**
   * The score of a requirement, in [0, 1].
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  public double need(Requirement requirement) {
    return main.need(known(requirement));
  }

  /**
   * The rank of a requirement, from 1.
   *
   * @throws IllegalArgumentException when there is no such requirement
   */
  public int rank(Requirement requirement) {
    return main.rank(known(requirement));
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
    return apply(change, (_, _) -> {});
  }

  /** Hears of a requirement whose score by the goals of one unit alone moved. */
  public interface UnitListener {
    void moved(String unit, int requirement);
  }

  /**
   * The same.
   *
   * @param others hears what moved by the goals of units that were asked for before
   */
  public List<Moved> apply(EstateChange change, UnitListener others) {
    List<Moved> moved = new ArrayList<>();
    Heard listener =
        new Heard(
            (requirement, before, now) ->
                moved.add(new Moved(estate.requirement(requirement), before, now)),
            others);
    switch (change) {
      case EstateChange.RequirementImpactSet(var requirement, var factor, var level) -> {
        int number = known(requirement);
        estate.links.link(number, estate.vision.factor(factor), number(level));
        mend(new int[] {number}, new int[0], listener);
      }
      case EstateChange.FactorImpactSet(var factor, var goal, var level) -> {
        int number = estate.vision.factor(factor);
        estate.changingVision().link(number, estate.vision.goal(goal), number(level));
        mend(new int[0], new int[] {number}, listener);
      }
      case EstateChange.GoalImportanceSet(var goal, var importance) -> {
        int number = estate.vision.goal(goal);
        estate.changingVision().importance[number] = number(importance);
        mend(new int[0], estate.vision.factorsOf(number), listener);
      }
      case EstateChange.DependenciesSet set -> {
        int asset = known(set.asset());
        estate.checkDependencies(set.dependencies());
        replaceDependencies(asset, set.dependencies(), listener);
      }
      case EstateChange.AssetAdded(var asset) -> addAsset(asset.id(), asset.properties());
      case EstateChange.AssetRemoved(var asset) -> removeAsset(known(asset), listener);
      case EstateChange.UnitAdded(var unit) -> addUnit(unit);
      case EstateChange.UnitRemoved(var unit) -> removeUnit(unit);
      case EstateChange.GoalSet(var goal, var unit, var importance) ->
          setGoal(goal, number(estate, unit), number(importance), listener);
      case EstateChange.GoalRemoved(var goal) -> estate.changingVision().removeGoal(goal);
      case EstateChange.FactorAdded(var factor) -> addFactor(factor);
      case EstateChange.FactorRemoved(var factor) -> removeFactor(factor);
    }
    return moved;
  }

  private int known(String asset) {
    int number = estate.asset(asset);
    if (number < 0) {
      throw new IllegalArgumentException("no asset '" + asset + "'");
    }
    return number;
  }

  private int number(@Nullable Level level) {
    return level == null ? 0 : estate.arithmetic.checked(level);
  }

  /** The views that there are, this one first. */
  private List<PriorityView> views() {
    List<PriorityView> views = new ArrayList<>();
    views.add(main);
    byUnit.values().stream().filter(view -> view.unit != main.unit).forEach(views::add);
    return views;
  }

  private void mend(int[] relinked, int[] factors, Heard listener) {
    for (PriorityView view : views()) {
      view.update(relinked, factors, Needs.Handover.NONE, heardOf(view, listener));
    }
  }

  /** Who hears of what moves by the goals of these priorities, and by those of other units. */
  private record Heard(Needs.Listener main, UnitListener others) {}

  private Needs.Listener heardOf(PriorityView view, Heard listener) {
    if (view == main) {
      return listener.main;
    }
    String unit = estate.units.id(view.unit);
    return (requirement, before, now) -> listener.others.moved(unit, requirement);
  }

  private void replaceDependencies(int asset, List<Dependency> dependencies, Heard listener) {
    List<PriorityView> views = views();
    List<Map<Needs.Handed, Double>> before =
        views.stream().map(view -> view.needs.handedBy(asset)).toList();
    estate.replaceDependencies(asset, dependencies);
    for (int i = 0; i < views.size(); i++) {
      PriorityView view = views.get(i);
      Needs.Handover handover = new Needs.Handover(before.get(i), view.needs.handedBy(asset));
      view.update(new int[0], new int[0], handover, heardOf(view, listener));
    }
  }

  private void addAsset(String id, List<String> properties) {
    if (estate.asset(id) >= 0) {
      throw new IllegalArgumentException("the asset '" + id + "' exists");
    }
    int before = estate.requirements();
    estate.addAsset(id, properties);
    views().forEach(view -> view.grow(before));
  }

  /** Cuts all that the asset hangs on, so that its requirements come to 0, and then forgets it. */
  private void removeAsset(int asset, Heard listener) {
    estate.edges.eachOn(
        asset,
        edge -> {
          if (estate.edges.from[edge] != asset) {
            throw new IllegalArgumentException(
                "'"
                    + estate.assetIds[estate.edges.from[edge]]
                    + "' still depends on '"
                    + estate.assetIds[asset]
                    + "'");
          }
        });
    replaceDependencies(asset, List.of(), listener);
    int[] requirements = estate.requirementsOf(asset);
    for (int requirement : requirements) {
      estate.links.unlink(requirement);
    }
    mend(requirements, new int[0], listener);
    for (PriorityView view : views()) {
      for (int requirement : requirements) {
        view.remove(requirement);
      }
    }
    estate.removeAsset(asset);
  }

  private void addUnit(String id) {
    if (estate.units.of(id) >= 0) {
      throw new IllegalArgumentException("the unit '" + id + "' exists");
    }
    estate.units.add(id);
  }

  private void removeUnit(String id) {
    int unit = number(estate, id);
    if (estate.vision.hasGoals(unit) || unit == main.unit) {
      throw new IllegalArgumentException("the unit '" + id + "' still has goals, or is looked at");
    }
    estate.units.remove(unit);
    byUnit.remove(unit);
  }

  private void setGoal(String id, int unit, int importance, Heard listener) {
    Vision vision = estate.changingVision();
    if (!vision.hasGoal(id)) {
      vision.addGoal(id, unit, importance);
      return;
    }
    int goal = vision.goal(id);
    vision.unitOfGoal[goal] = unit;
    vision.importance[goal] = importance;
    mend(new int[0], vision.factorsOf(goal), listener);
  }

  private void addFactor(String id) {
    if (estate.vision.hasFactor(id)) {
      throw new IllegalArgumentException("the factor '" + id + "' exists");
    }
    estate.changingVision().addFactor(id);
    estate.links.addFactor();
    views().forEach(PriorityView::addFactor);
  }

  private void removeFactor(String id) {
    if (estate.links.anyLinkedTo(estate.vision.factor(id))) {
      throw new IllegalArgumentException(
          "requirements are still linked to the factor '" + id + "'");
    }
    estate.changingVision().removeFactor(id);
  }
}
