package org.concordat.core.alignment.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.EstateChange;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The priorities of the assets of a store: joins the numbers of requirements with nodes.
 *
 * <p>The engine serves one thread at a time, except for needs and ranks; so whatever makes it work
 * is synchronised here.
 */
final class Scores {
  private final Estate estate;
  private final Priorities priorities;
  private Node[] nodeOf;

  /** The slots of the nodes: filters go through them all. */
  private int[] slotOf;

  /** The requirements by rank, within a rank by id. */
  private final SortedSlots ranking =
      new SortedSlots(this::compareRanks, this::isPresent, () -> rank(all()));

  /** The same by unit, as long as nothing changes. */
  private final Map<String, int[]> unitRankings = new HashMap<>();

  private Iterable<Node> byRequirementId = List.of();

  /** The priorities of a workspace whose assets are those of the store. */
  Scores(Workspace workspace, Store store) {
    estate = Estate.of(workspace);
    priorities = Priorities.of(estate);
    nodeOf = new Node[estate.requirements()];
    slotOf = new int[estate.requirements()];
    store.nodes().forEach(this::number);
  }

  private void number(Node node) {
    List<String> properties = Node.sortedProperties(node.asset());
    if (properties.isEmpty()) {
      node.firstRequirement = 0;
      return;
    }
    int first = estate.number(new Requirement(node.id(), properties.getFirst()));
    node.firstRequirement = first;
    if (nodeOf.length < first + properties.size()) {
      int larger = Math.max(first + properties.size(), first + first / 8);
      nodeOf = Arrays.copyOf(nodeOf, larger);
      slotOf = Arrays.copyOf(slotOf, larger);
    }
    Arrays.fill(nodeOf, first, first + properties.size(), node);
    Arrays.fill(slotOf, first, first + properties.size(), node.slot);
  }

  /** Says how to go through the assets in the order of their requirements' ids. */
  void use(Iterable<Node> orderedNodes) {
    byRequirementId = orderedNodes;
  }

  /** Changes the estate; an asset that is added or removed must be in the store. */
  List<Priorities.Moved> apply(EstateChange change, Store store) {
    List<Priorities.Moved> moved = priorities.apply(change);
    switch (change) {
      case EstateChange.AssetAdded(var asset) -> {
        Node node = store.node(asset.id());
        number(node);
        changeRanks(node);
      }
      case EstateChange.AssetRemoved(var asset) -> {
        Node node = store.node(asset);
        int end = node.firstRequirement + node.asset().properties().size();
        Arrays.fill(nodeOf, node.firstRequirement, end, null);
        changeRanks(node);
      }
      case EstateChange.RequirementImpactSet _,
          EstateChange.FactorImpactSet _,
          EstateChange.GoalImportanceSet _,
          EstateChange.DependenciesSet _,
          EstateChange.UnitAdded _,
          EstateChange.UnitRemoved _,
          EstateChange.GoalSet _,
          EstateChange.GoalRemoved _,
          EstateChange.FactorAdded _,
          EstateChange.FactorRemoved _ -> {}
    }
    for (Priorities.Moved each : moved) {
      int number = estate.number(each.requirement());
      if (number >= 0) {
        ranking.change(number);
      }
    }
    unitRankings.clear();
    return moved;
  }

  private void changeRanks(Node node) {
    int end = node.firstRequirement + node.asset().properties().size();
    for (int requirement = node.firstRequirement; requirement < end; requirement++) {
      ranking.change(requirement);
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
  synchronized PriorityView view(@Nullable String unit) {
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
    return nodeOf[requirement];
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
  synchronized Priority priority(int requirement, @Nullable String unit, boolean units, int paths) {
    if (unit == null && units) {
      return priorities.priority(requirement, paths);
    }
    return view(unit).priority(requirement, paths, units);
  }

  /** The number of the requirement of an asset that has the highest need, or -1. */
  int highest(Node node) {
    int count = node.asset().properties().size();
    int highest = count == 0 ? -1 : node.firstRequirement;
    PriorityView view = priorities.view();
    for (int i = 1; i < count; i++) {
      if (view.need(node.firstRequirement + i) > view.need(highest)) {
        highest = node.firstRequirement + i;
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
    return unit == null ? ranking.sorted() : rankingOfUnit(unit);
  }

  private synchronized int[] rankingOfUnit(String unit) {
    return unitRankings.computeIfAbsent(unit, _ -> rank(view(unit)));
  }

  /** The places of removed assets are empty. */
  private boolean isPresent(int requirement) {
    return nodeOf[requirement] != null;
  }

  private int compareRanks(int one, int other) {
    PriorityView view = all();
    int byNeed = Long.compare(PriorityView.key(view.need(other)), PriorityView.key(view.need(one)));
    if (byNeed != 0) {
      return byNeed;
    }
    int byAsset = Estate.compareByRequirementId(nodeOf[one].id(), nodeOf[other].id());
    return byAsset != 0 ? byAsset : Integer.compare(one, other);
  }

  /** A rank counts all that come before, so it is the place of the first of its requirements. */
  private int[] rank(PriorityView view) {
    int[] sorted = new int[size()];
    int[] filled = new int[size()];
    for (Node node : byRequirementId) {
      int end = node.firstRequirement + node.asset().properties().size();
      for (int requirement = node.firstRequirement; requirement < end; requirement++) {
        int start = view.rank(requirement) - 1;
        sorted[start + filled[start]++] = requirement;
      }
    }
    return sorted;
  }
}
