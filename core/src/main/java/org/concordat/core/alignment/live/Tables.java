package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.jspecify.annotations.Nullable;

/** Answers questions for pages of assets and of priorities. */
final class Tables {
  private final AssetTable table;
  private final Scores scores;
  private final ImpactScale scale;

  Tables(AssetTable table, Scores scores, ImpactScale scale) {
    this.table = table;
    this.scores = scores;
    this.scale = scale;
  }

  Page<AssetRow> assets(AssetQuery query) {
    int[] sorted = table.sorted(query.order(), query.descending());
    List<AssetRow> rows = new ArrayList<>();
    IntPredicate filter = filter(query);
    int total = page(sorted, filter, query.offset(), query.limit(), slot -> rows.add(row(slot)));
    return new Page<>(rows, total, query.offset());
  }

  /** Told of a row of a page. */
  private interface RowVisitor {
    void visit(int row);
  }

  /** Visits the rows of a page and returns how many there are on all pages. */
  private static int page(
      int[] sorted, @Nullable IntPredicate filter, int offset, int limit, RowVisitor visitor) {
    if (filter == null) {
      for (int i = offset; i < sorted.length && i - offset < limit; i++) {
        visitor.visit(sorted[i]);
      }
      return sorted.length;
    }
    int total = 0;
    for (int row : sorted) {
      if (filter.test(row)) {
        if (total >= offset && total - offset < limit) {
          visitor.visit(row);
        }
        total++;
      }
    }
    return total;
  }

  private AssetRow row(int slot) {
    Node node = table.node(slot);
    int highest = scores.highest(node);
    double need = highest < 0 ? 0 : scores.all().need(highest);
    return new AssetRow(
        node.asset(),
        need,
        scale.shownName(need),
        highest < 0 ? 0 : scores.all().rank(highest),
        node.dependencies.size(),
        node.dependents.size(),
        links(node));
  }

  private static int links(Node node) {
    Set<Impact.Link> links = new HashSet<>();
    node.impacts.each(held -> links.add(held.entry().link()));
    return links.size();
  }

  private @Nullable IntPredicate filter(AssetQuery query) {
    List<IntPredicate> all = new ArrayList<>();
    addAssetFilters(all, query.kind() == null ? null : asset -> asset.kind() == query.kind());
    addAssetFilters(all, filter(query.unit()));
    String property = query.property();
    addAssetFilters(all, property == null ? null : asset -> asset.properties().contains(property));
    if (query.withoutImpact()) {
      all.add(slot -> table.node(slot).impacts.isEmpty());
    }
    if (query.minimumLevel() != null) {
      int least = query.minimumLevel().number();
      all.add(slot -> scale.shownNumber(scores.highestNeed(table.node(slot))) >= least);
    }
    addText(all, query.text());
    return all.stream().reduce(IntPredicate::and).orElse(null);
  }

  private void addAssetFilters(List<IntPredicate> all, @Nullable Predicate<Asset> filter) {
    if (filter != null) {
      all.add(slot -> filter.test(table.node(slot).asset()));
    }
  }

  private void addText(List<IntPredicate> all, String text) {
    List<String> words = Folded.words(text);
    if (!words.isEmpty()) {
      all.add(slot -> table.contains(slot, words));
    }
  }

  private static @Nullable Predicate<Asset> filter(UnitFilter unit) {
    return switch (unit) {
      case UnitFilter.Any _ -> null;
      case UnitFilter.None _ -> asset -> asset.unit() == null;
      case UnitFilter.One(String id) -> asset -> id.equals(asset.unit());
    };
  }

  Page<PriorityRow> priorities(PriorityQuery query) {
    String view = query.unitView();
    int[] ranking = scores.ranking(view);
    List<PriorityRow> rows = new ArrayList<>();
    int total =
        page(
            ranking,
            filter(query, scores.view(view)),
            query.offset(),
            query.limit(),
            requirement ->
                rows.add(
                    new PriorityRow(
                        scores.node(requirement).asset(),
                        scores.priority(requirement, view, query.units(), query.paths()))));
    return new Page<>(rows, total, query.offset());
  }

  List<Priority> top(@Nullable String unit, int n, int paths) {
    int[] ranking = scores.ranking(unit);
    List<Priority> top = new ArrayList<>();
    for (int i = 0; i < Math.min(n, ranking.length); i++) {
      top.add(scores.priority(ranking[i], unit, true, paths));
    }
    return top;
  }

  private @Nullable IntPredicate filter(PriorityQuery query, PriorityView view) {
    List<IntPredicate> all = new ArrayList<>();
    if (!query.includeNone()) {
      all.add(requirement -> view.need(requirement) > 0);
    }
    if (query.minimumLevel() != null) {
      int least = query.minimumLevel().number();
      all.add(requirement -> scale.shownNumber(view.need(requirement)) >= least);
    }
    String property = query.property();
    if (property != null) {
      all.add(requirement -> scores.property(requirement).equals(property));
    }
    BitSet slots = slots(query);
    if (slots != null) {
      all.add(requirement -> slots.get(scores.slot(requirement)));
    }
    return all.stream().reduce(IntPredicate::and).orElse(null);
  }

  /** The assets that a query asks for, each looked at once; null for all. */
  private @Nullable BitSet slots(PriorityQuery query) {
    IntPredicate filter =
        filter(AssetQuery.ALL.withText(query.text()).withKind(query.kind()).withUnit(query.unit()));
    if (filter == null) {
      return null;
    }
    BitSet slots = new BitSet();
    table.present().filter(filter).forEach(slots::set);
    return slots;
  }
}
