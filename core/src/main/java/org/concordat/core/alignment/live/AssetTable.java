package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.PriorityView;

/**
 * What tables of assets are searched and sorted by in one version, in columns by the slots of the
 * assets.
 */
final class AssetTable {
  /** How the rows of one order stand, either way; equal ones by id, so that the order is total. */
  private record Sorting(SortedSlots ascending, SortedSlots descending) {
    void change(int slot) {
      ascending.change(slot);
      descending.change(slot);
    }

    void changeAll() {
      ascending.changeAll();
      descending.changeAll();
    }
  }

  private Node[] nodes = {};

  /** Id, name and description, folded, each in its line. */
  private String[] texts = {};

  private String[] names = {};
  private int slots;

  /** Whether the nodes, and the texts and names, are another version's as well. */
  private boolean sharesNodes;

  private boolean sharesTexts;

  /** By unit: its place by name. */
  private Map<String, Integer> unitPlaces = Map.of();

  private final Scores scores;
  private final Map<AssetQuery.Order, Sorting> sortings = new EnumMap<>(AssetQuery.Order.class);

  /** Within the order of requirements' ids the slash behind an id sorts after a hyphen. */
  private final SortedSlots byRequirementId;

  AssetTable(Store store, Frame frame, Scores scores) {
    this.scores = scores;
    for (AssetQuery.Order order : AssetQuery.Order.values()) {
      sortings.put(
          order,
          new Sorting(
              new SortedSlots(sorter(comparing(order), 1)),
              new SortedSlots(sorter(comparing(order), -1))));
    }
    byRequirementId = new SortedSlots(sorter(this::compareByRequirementId));
    useUnits(frame);
    store.nodes().forEach(this::put);
    scores.use(this);
  }

  private AssetTable(AssetTable shared, Scores scores) {
    this.scores = scores;
    nodes = shared.nodes;
    texts = shared.texts;
    names = shared.names;
    slots = shared.slots;
    sharesNodes = true;
    sharesTexts = true;
    unitPlaces = shared.unitPlaces;
    shared.sortings.forEach(
        (order, sorting) ->
            sortings.put(
                order,
                new Sorting(
                    sorting.ascending.next(sorter(comparing(order), 1)),
                    sorting.descending.next(sorter(comparing(order), -1)))));
    byRequirementId = shared.byRequirementId.next(sorter(this::compareByRequirementId));
    scores.use(this);
  }

  /**
   * The columns of the version that comes after this one, to be told what changes.
   *
   * @param next its scores
   */
  AssetTable next(Scores next) {
    return new AssetTable(this, next);
  }

  /** Ascending or descending, equal ones by id. */
  private SortedSlots.Sorter sorter(SortedSlots.Order order, int sign) {
    return sorter(
        (one, other) -> {
          int result = sign * order.compare(one, other);
          return result != 0 ? result : nodes[one].id().compareTo(nodes[other].id());
        });
  }

  private SortedSlots.Sorter sorter(SortedSlots.Order order) {
    return new SortedSlots.Sorter(order, this::isPresent, () -> SortedSlots.sort(present(), order));
  }

  private int compareByRequirementId(int one, int other) {
    return Estate.compareByRequirementId(nodes[one].id(), nodes[other].id());
  }

  /** The slots that hold assets, as they come. */
  IntStream present() {
    return IntStream.range(0, slots).filter(this::isPresent);
  }

  private SortedSlots.Order comparing(AssetQuery.Order order) {
    return switch (order) {
      case ID -> (one, other) -> nodes[one].id().compareTo(nodes[other].id());
      case NAME -> (one, other) -> names[one].compareTo(names[other]);
      case KIND -> (one, other) -> asset(one).kind().compareTo(asset(other).kind());
      case UNIT -> (one, other) -> Integer.compare(unitPlace(one), unitPlace(other));
      case HIGHEST_NEED -> (one, other) -> Long.compare(needKey(one), needKey(other));
    };
  }

  private Asset asset(int slot) {
    return nodes[slot].asset();
  }

  private int unitPlace(int slot) {
    String unit = asset(slot).unit();
    return unit == null ? Integer.MAX_VALUE : Objects.requireNonNull(unitPlaces.get(unit));
  }

  private long needKey(int slot) {
    return PriorityView.key(scores.highestNeed(nodes[slot]));
  }

  private boolean isPresent(int slot) {
    return slot < slots && nodes[slot] != null;
  }

  /** An asset is new, or has other texts, another kind, unit or other properties. */
  void put(Node node) {
    int slot = node.slot;
    if (slot >= nodes.length) {
      int larger = Math.max(slot + 1, Math.max(64, slot + slot / 8));
      nodes = Arrays.copyOf(nodes, larger);
      texts = Arrays.copyOf(texts, larger);
      names = Arrays.copyOf(names, larger);
      sharesNodes = false;
      sharesTexts = false;
    }
    slots = Math.max(slots, slot + 1);
    replace(node);
    if (sharesTexts) {
      texts = texts.clone();
      names = names.clone();
      sharesTexts = false;
    }
    Asset asset = node.asset();
    names[slot] = Folded.text(asset.name());
    String start = Folded.text(asset.id()) + "\n" + names[slot];
    texts[slot] =
        asset.description() == null ? start : start + "\n" + Folded.text(asset.description());
    change(slot);
  }

  /** Something else hangs on an asset than before. */
  void replace(Node node) {
    ownNodes()[node.slot] = node;
  }

  void remove(Node node) {
    Arrays.fill(ownNodes(), node.slot, node.slot + 1, null);
    change(node.slot);
  }

  private Node[] ownNodes() {
    if (sharesNodes) {
      nodes = nodes.clone();
      sharesNodes = false;
    }
    return nodes;
  }

  private void change(int slot) {
    sortings.values().forEach(sorting -> sorting.change(slot));
    byRequirementId.change(slot);
  }

  /** The needs of an asset's requirements moved. */
  void moved(Node node) {
    sorting(AssetQuery.Order.HIGHEST_NEED).change(node.slot);
  }

  /** Units were added, removed or renamed. */
  void useUnits(Frame frame) {
    List<Unit> sorted = new ArrayList<>(frame.units.values());
    sorted.sort(
        Comparator.comparing((Unit unit) -> Folded.text(unit.name())).thenComparing(Unit::id));
    unitPlaces = HashMap.newHashMap(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      unitPlaces.put(sorted.get(i).id(), i);
    }
    sorting(AssetQuery.Order.UNIT).changeAll();
  }

  /** All scores were reckoned anew. */
  void changeScores() {
    sorting(AssetQuery.Order.HIGHEST_NEED).changeAll();
  }

  private Sorting sorting(AssetQuery.Order order) {
    return Objects.requireNonNull(sortings.get(order));
  }

  Node node(int slot) {
    return nodes[slot];
  }

  /** The name of an asset without what does not count when sorting. */
  String foldedName(int slot) {
    return names[slot];
  }

  /** The slots in an order, not to be written to. */
  int[] sorted(AssetQuery.Order order, boolean descending) {
    Sorting sorting = sorting(order);
    return (descending ? sorting.descending : sorting.ascending).sorted();
  }

  /** The assets in the order of their requirements' ids. */
  Iterable<Node> byRequirementId() {
    return () -> IntStream.of(byRequirementId.sorted()).mapToObj(slot -> nodes[slot]).iterator();
  }

  /** Whether every word occurs in the asset's id, name or description. */
  boolean contains(int slot, List<String> foldedWords) {
    for (String word : foldedWords) {
      if (!texts[slot].contains(word)) {
        return false;
      }
    }
    return true;
  }
}
