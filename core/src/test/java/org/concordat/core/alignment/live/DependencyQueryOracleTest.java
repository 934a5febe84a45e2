package org.concordat.core.alignment.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.junit.jupiter.api.Test;

/** Pages of dependencies against a list that is plainly filtered and sorted, after changes. */
class DependencyQueryOracleTest {
  private static final int SEQUENCES = 150;
  private static final int LISTS = 8;
  private static final int QUERIES = 12;

  private int rows;

  @Test
  void a_page_is_a_part_of_the_list_filtered_and_sorted_plainly() {
    for (long seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      LiveWorkspace live = LiveWorkspace.of(RandomWorkspaces.of(seed, 3 + random.nextInt(25)));
      RandomChanges dice = new RandomChanges(random);
      for (int list = 0; list < LISTS; list++) {
        Workspace value = live.read(Snapshot::workspace);
        for (int i = 0; i < QUERIES; i++) {
          assertPage("seed " + seed + ", list " + list, live, value, query(random, value));
        }
        List<WorkspaceChange> changes = dice.of(value);
        if (live.check(changes) instanceof Verdict.Sound) {
          live.apply(changes);
        }
      }
    }
    assertThat(rows).as("rows that were compared").isGreaterThan(15_000);
  }

  private static DependencyQuery query(Random random, Workspace value) {
    List<DependencyQuery.Order> orders = List.of(DependencyQuery.Order.values());
    List<AssetKind> kinds = List.of(AssetKind.values());
    String asset =
        value.assets().isEmpty()
            ? "none"
            : value.assets().get(random.nextInt(value.assets().size())).id();
    return new DependencyQuery(
        QueryOracleTest.words(random),
        QueryOracleTest.maybe(random, asset),
        QueryOracleTest.unit(random, value),
        QueryOracleTest.maybe(random, kinds.get(random.nextInt(kinds.size()))),
        QueryOracleTest.maybe(random, kinds.get(random.nextInt(kinds.size()))),
        random.nextInt(6) == 0,
        orders.get(random.nextInt(orders.size())),
        random.nextBoolean(),
        random.nextInt(3) == 0 ? random.nextInt(20) : 0,
        1 + random.nextInt(30));
  }

  private void assertPage(String name, LiveWorkspace live, Workspace value, DependencyQuery query) {
    Map<String, Asset> assets = new HashMap<>();
    value.assets().forEach(asset -> assets.put(asset.id(), asset));
    List<DependencyRow> all =
        value.dependencies().stream()
            .map(d -> row(d, assets))
            .filter(row -> matches(query, row))
            .sorted(comparator(query, value))
            .toList();
    List<DependencyRow> expected = all.stream().skip(query.offset()).limit(query.limit()).toList();
    rows += expected.size();

    Page<DependencyRow> page = live.read(snapshot -> snapshot.dependencies(query));

    assertThat(page.rows()).as(name + ", " + query).isEqualTo(expected);
    assertThat(page.total()).as(name + ", " + query).isEqualTo(all.size());
  }

  private static DependencyRow row(Dependency dependency, Map<String, Asset> assets) {
    return new DependencyRow(
        dependency,
        Objects.requireNonNull(assets.get(dependency.from())),
        Objects.requireNonNull(assets.get(dependency.on())));
  }

  private static boolean matches(DependencyQuery query, DependencyRow row) {
    Dependency dependency = row.dependency();
    return QueryOracleTest.hasWords(query.text(), row.from(), row.on())
        && (query.asset() == null
            || query.asset().equals(dependency.from())
            || query.asset().equals(dependency.on()))
        && QueryOracleTest.isOf(query.unit(), row.from())
        && (query.kind() == null || query.kind() == row.from().kind())
        && (query.onKind() == null || query.onKind() == row.on().kind())
        && (!query.redundant() || dependency.redundancy() != null);
  }

  /** The plain list stands in the order of adding, which a stable sort keeps for equal rows. */
  private static Comparator<DependencyRow> comparator(DependencyQuery query, Workspace value) {
    return switch (query.order()) {
      case FROM ->
          way(query, Comparator.comparing(row -> QueryOracleTest.bare(row.from().name())))
              .thenComparing(row -> row.from().id())
              .thenComparing(row -> QueryOracleTest.bare(row.on().name()))
              .thenComparing(row -> row.on().id());
      case ON ->
          way(query, Comparator.comparing(row -> QueryOracleTest.bare(row.on().name())))
              .thenComparing(row -> row.on().id())
              .thenComparing(row -> QueryOracleTest.bare(row.from().name()))
              .thenComparing(row -> row.from().id());
      case STRENGTH ->
          way(query, Comparator.comparing(row -> row.dependency().strengthOn(value.scale())))
              .thenComparing(
                  comparator(DependencyQuery.ALL.ascendingBy(DependencyQuery.Order.FROM), value));
    };
  }

  private static Comparator<DependencyRow> way(
      DependencyQuery query, Comparator<DependencyRow> ascending) {
    return query.descending() ? ascending.reversed() : ascending;
  }
}
