package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions for pages of dependencies. It keeps nothing of its own: assets are kept sorted
 * by name, and each has its few dependencies at hand, so a page is found by walking over the
 * assets. A strength is found by counting first how many dependencies have which.
 */
final class DependencyTable {
  private final Store store;
  private final AssetTable assets;
  private final ImpactScale scale;

  DependencyTable(Store store, AssetTable assets, ImpactScale scale) {
    this.store = store;
    this.assets = assets;
    this.scale = scale;
  }

  Page<DependencyRow> page(DependencyQuery query) {
    Rows rows = new Rows(query.offset(), query.limit());
    @Nullable Predicate<Dependency> filter = filter(query);
    switch (query.order()) {
      case FROM -> walk(Side.FROM, query.descending(), filter, rows);
      case ON -> walk(Side.ON, query.descending(), filter, rows);
      case STRENGTH -> byStrength(query.descending(), filter, rows);
    }
    return new Page<>(rows.taken.stream().map(this::row).toList(), rows.total, query.offset());
  }

  private DependencyRow row(Dependency dependency) {
    return new DependencyRow(
        dependency, store.node(dependency.from()).asset(), store.node(dependency.on()).asset());
  }

  /** The two ends that one may walk along. */
  private enum Side {
    FROM(node -> node.dependencies, Dependency::on),
    ON(node -> node.dependents, Dependency::from);

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    final Function<Node, Bag<Dependency>> own;

    @SuppressWarnings("ImmutableEnumChecker")
    final Function<Dependency, String> other;

    Side(Function<Node, Bag<Dependency>> own, Function<Dependency, String> other) {
      this.own = own;
      this.other = other;
    }
  }

  /** The rows of one page, and how many there are on all pages. */
  private static final class Rows {
    private final int offset;
    private final int limit;
    final List<Dependency> taken = new ArrayList<>();
    int total;

    Rows(int offset, int limit) {
      this.offset = offset;
      this.limit = limit;
    }

    /** Whether none of the next so many rows is on the page. */
    boolean passes(int count) {
      return total + count <= offset || total >= offset + limit;
    }

    void skip(int count) {
      total += count;
    }

    void add(Dependency dependency) {
      if (total >= offset && total < offset + limit) {
        taken.add(dependency);
      }
      total++;
    }
  }

  /** Offers all dependencies that pass the filter in the order of the assets at one side. */
  private void walk(
      Side side, boolean descending, @Nullable Predicate<Dependency> filter, Rows rows) {
    for (int slot : assets.sorted(AssetQuery.Order.NAME, descending)) {
      Bag<Dependency> bag = side.own.apply(assets.node(slot));
      if (bag.isEmpty()) {
        continue;
      }
      int count = filter == null ? bag.size() : bag.count(filter);
      if (rows.passes(count)) {
        rows.skip(count);
      } else {
        sorted(bag, side).stream().filter(d -> filter == null || filter.test(d)).forEach(rows::add);
      }
    }
  }

  /** The dependencies of one asset by the names of the assets at the other side. */
  private List<Dependency> sorted(Bag<Dependency> bag, Side side) {
    List<Dependency> all = bag.entries();
    all.sort(
        Comparator.comparing(
                (Dependency dependency) ->
                    assets.foldedName(store.node(side.other.apply(dependency)).slot))
            .thenComparing(side.other));
    return all;
  }

  private void byStrength(boolean descending, @Nullable Predicate<Dependency> filter, Rows rows) {
    int levels = scale.size();
    int[] counts = new int[levels + 1];
    for (Node node : store.nodes()) {
      node.dependencies.each(
          held -> {
            if (filter == null || filter.test(held.entry())) {
              counts[strength(held.entry())]++;
            }
          });
    }
    for (int i = 1; i <= levels; i++) {
      int level = descending ? levels + 1 - i : i;
      if (rows.passes(counts[level])) {
        rows.skip(counts[level]);
      } else {
        Predicate<Dependency> ofLevel = dependency -> strength(dependency) == level;
        walk(Side.FROM, false, filter == null ? ofLevel : ofLevel.and(filter), rows);
      }
    }
  }

  private int strength(Dependency dependency) {
    return dependency.strengthOn(scale).number();
  }

  private @Nullable Predicate<Dependency> filter(DependencyQuery query) {
    List<Predicate<Dependency>> all = new ArrayList<>();
    String asset = query.asset();
    if (asset != null) {
      all.add(dependency -> dependency.from().equals(asset) || dependency.on().equals(asset));
    }
    if (query.redundant()) {
      all.add(dependency -> dependency.redundancy() != null);
    }
    if (query.kind() != null) {
      all.add(dependency -> from(dependency).kind() == query.kind());
    }
    if (query.onKind() != null) {
      all.add(dependency -> store.node(dependency.on()).asset().kind() == query.onKind());
    }
    switch (query.unit()) {
      case UnitFilter.Any _ -> {}
      case UnitFilter.None _ -> all.add(dependency -> from(dependency).unit() == null);
      case UnitFilter.One(String id) -> all.add(d -> id.equals(from(d).unit()));
    }
    for (String word : Folded.words(query.text())) {
      BitSet slots = new BitSet();
      assets.present().filter(slot -> assets.contains(slot, List.of(word))).forEach(slots::set);
      all.add(d -> slots.get(store.node(d.from()).slot) || slots.get(store.node(d.on()).slot));
    }
    return all.stream().reduce(Predicate::and).orElse(null);
  }

  private Asset from(Dependency dependency) {
    return store.node(dependency.from()).asset();
  }
}
