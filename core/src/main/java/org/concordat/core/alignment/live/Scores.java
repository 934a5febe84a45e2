package org.concordat.core.alignment.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.EstateChange;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The priorities of the assets of one version of a store: joins the numbers of requirements with
 * nodes. Several threads may ask at a time.
 */
final class Scores {
  private final Estate estate;
  private final Priorities priorities;

  /** By slot: the number of the first requirement; the others follow by the properties' names. */
  private int[] firstOf;

  /** By requirement: the slot of the node. Filters go through them all. */
  private int[] slotOf;

  /** Whether the numbers are another version's as well. */
  private boolean sharesNumbers;

  /** The requirements by rank, within a rank by id. */
  private final SortedSlots ranking;

  /** The same by unit, as far as they were asked for. */
  private final Map<String, SortedSlots> unitRankings = new ConcurrentHashMap<>();

  private @Nullable AssetTable table;

  /** The priorities of a workspace whose assets are those of the store. */
  Scores(Workspace workspace, Store store) {
    estate = Estate.of(workspace);
    priorities = Priorities.of(estate);
    firstOf = new int[store.slots()];
    slotOf = new int[estate.requirements()];
    ranking = new SortedSlots(sorter(null));
    store.nodes().forEach(this::number);
  }

  private Scores(Scores shared) {
    // Before the priorities are copied: what moves for a unit is heard only where these have its
    // needs, and whoever asks meanwhile for another unit's ranking has them reckoned first.
    shared.unitRankings.forEach(
        (unit, sorted) -> unitRankings.put(unit, sorted.next(sorter(unit))));
    priorities = shared.priorities.copy();
    estate = priorities.estate();
    firstOf = shared.firstOf;
    slotOf = shared.slotOf;
    sharesNumbers = true;
    ranking = shared.ranking.next(sorter(null));
  }

  /** The scores of the version that comes after this one, to be told what changes. */
  Scores next() {
    return new Scores(this);
  }

  /**
   * How requirements are sorted by rank.
   *
   * @param unit the unit whose goals alone count, or null
   */
  private SortedSlots.Sorter sorter(@Nullable String unit) {
    return new SortedSlots.Sorter(
        (one, other) -> compareRanks(view(unit), one, other),
        this::isPresent,
        () -> rank(view(unit)));
  }

  private void number(Node node) {
    List<String> properties = Node.sortedProperties(node.asset());
    if (sharesNumbers) {
      firstOf = firstOf.clone();
      slotOf = slotOf.clone();
      sharesNumbers = false;
    }
    if (firstOf.length <= node.slot) {
      firstOf = Arrays.copyOf(firstOf, node.slot + 1 + node.slot / 8);
    }
    if (properties.isEmpty()) {
      firstOf[node.slot] = 0;
      return;
    }
    int first = estate.number(new Requirement(node.id(), properties.getFirst()));
    firstOf[node.slot] = first;
    if (slotOf.length < first + properties.size()) {
      slotOf = Arrays.copyOf(slotOf, first + properties.size() + first / 8);
    }
    Arrays.fill(slotOf, first, first + properties.size(), node.slot);
  }

  /** Says where the nodes are. */
  void use(AssetTable nodes) {
    table = nodes;
  }

  private AssetTable table() {
    return Objects.requireNonNull(table);
  }

  /** The number of the first requirement of an asset. */
  int first(Node node) {
    return firstOf[node.slot];
  }

  /** Changes the estate; an asset that is added or removed must be in the store. */
  List<Priorities.Moved> apply(EstateChange change, Store store) {
    List<Priorities.Moved> moved = priorities.apply(change, this::changeUnitRank);
    switch (change) {
      case EstateChange.AssetAdded(var asset) -> {
        Node node = store.node(asset.id());
        number(node);
        changeRanks(node);
      }
      case EstateChange.AssetRemoved(var asset) -> {
        changeRanks(store.node(asset));
      }
      case EstateChange.RequirementImpactSet _,
          EstateChange.FactorImpactSet _,
          EstateChange.GoalImportanceSet _,
          EstateChange.DependenciesSet _,
          EstateChange.UnitAdded _,
          EstateChange.GoalSet _,
          EstateChange.GoalRemoved _,
          EstateChange.FactorAdded _,
          EstateChange.FactorRemoved _ -> {}
      case EstateChange.UnitRemoved(var unit) -> unitRankings.remove(unit);
    }
    for (Priorities.Moved each : moved) {
      int number = estate.number(each.requirement());
      if (number >= 0) {
        ranking.change(number);
      }
    }
    return moved;
  }

  private void changeRanks(Node node) {
    int end = first(node) + node.asset().properties().size();
    for (int requirement = first(node); requirement < end; requirement++) {
      int changed = requirement;
      ranking.change(changed);
      unitRankings.values().forEach(each -> each.change(changed));
    }
  }

  private void changeUnitRank(String unit, int requirement) {
    SortedSlots sorted = unitRankings.get(unit);
    if (sorted != null) {
      sorted.change(requirement);
    }
  }

  /** Whether so many numbers belong to nothing any more that starting over is better. */
  boolean isWorn() {
    return estate.goneRequirements() > 1_000 + estate.requirements() / 4;
  }

  int size() {
    return priorities.size();
  }

  PriorityView all() {
    return priorities.view();
  }

  /**
   * The priorities by the goals of a unit alone, or of all for null.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  PriorityView view(@Nullable String unit) {
    return unit == null ? priorities.view() : priorities.viewOf(unit);
  }

  /**
   * The number of a requirement.
   *
   * @throws IllegalArgumentException when there is none
   */
  int number(Requirement requirement) {
    int number = estate.number(requirement);
    if (number < 0) {
      throw new IllegalArgumentException("no requirement '" + requirement.id() + "'");
    }
    return number;
  }

  /** The asset that a requirement is of. */
  Node node(int requirement) {
    return table().node(slotOf[requirement]);
  }

  /** The slot of the asset that a requirement is of. */
  int slot(int requirement) {
    return slotOf[requirement];
  }

  /** The property of a requirement. */
  String property(int requirement) {
    return estate.property(requirement);
  }

  /** A priority; with the needs of each unit, when they are asked for and the view is all. */
  Priority priority(int requirement, @Nullable String unit, boolean units, int paths) {
    if (unit == null && units) {
      return priorities.priority(requirement, paths);
    }
    return view(unit).priority(requirement, paths, units);
  }

  /** The number of the requirement of an asset that has the highest need, or -1. */
  int highest(Node node) {
    int count = node.asset().properties().size();
    int first = first(node);
    int highest = count == 0 ? -1 : first;
    PriorityView view = priorities.view();
    for (int i = 1; i < count; i++) {
      if (view.need(first + i) > view.need(highest)) {
        highest = first + i;
      }
    }
    return highest;
  }

  double highestNeed(Node node) {
    int highest = highest(node);
    return highest < 0 ? 0 : priorities.view().need(highest);
  }

  /**
   * The requirements by rank, within a rank by id, not to be written to.
   *
   * @param unit the unit whose goals alone count, or null
   * @throws IllegalArgumentException when there is no such unit
   */
  int[] ranking(@Nullable String unit) {
    return unit == null ? ranking.sorted() : unitRanking(unit).sorted();
  }

  private SortedSlots unitRanking(String unit) {
    // What moves for the unit is heard from here on, and before anything is sorted.
    PriorityView _ = view(unit);
    return unitRankings.computeIfAbsent(unit, _ -> new SortedSlots(sorter(unit)));
  }

  /** The places of removed assets are empty. */
  private boolean isPresent(int requirement) {
    return !estate.isGone(requirement);
  }

  private int compareRanks(PriorityView view, int one, int other) {
    int byNeed = Long.compare(PriorityView.key(view.need(other)), PriorityView.key(view.need(one)));
    if (byNeed != 0) {
      return byNeed;
    }
    int byAsset = Estate.compareByRequirementId(node(one).id(), node(other).id());
    return byAsset != 0 ? byAsset : Integer.compare(one, other);
  }

  /** A rank counts all that come before, so it is the place of the first of its requirements. */
  private int[] rank(PriorityView view) {
    int[] sorted = new int[size()];
    int[] filled = new int[size()];
    for (Node node : table().byRequirementId()) {
      int end = first(node) + node.asset().properties().size();
      for (int requirement = first(node); requirement < end; requirement++) {
        int start = view.rank(requirement) - 1;
        sorted[start + filled[start]++] = requirement;
      }
    }
    return sorted;
  }
}
