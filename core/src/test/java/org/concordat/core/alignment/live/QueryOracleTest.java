package org.concordat.core.alignment.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages against lists that are plainly filtered and sorted, after random changes. */
class QueryOracleTest {
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
        String name = "seed " + seed + ", list " + list;
        Workspace value = live.read(Snapshot::workspace);
        Priorities priorities = Priorities.of(value);
        for (int i = 0; i < QUERIES; i++) {
          assertAssets(name, live, value, priorities, assetQuery(random, value));
          assertPriorities(name, live, value, priorityQuery(random, value));
        }
        List<WorkspaceChange> changes = dice.of(value);
        if (live.check(changes) instanceof Verdict.Sound) {
          live.apply(changes);
        }
      }
    }
    assertThat(rows).as("rows that were compared").isGreaterThan(50_000);
  }

  static <T> @Nullable T maybe(Random random, @Nullable T value) {
    return random.nextInt(4) == 0 ? value : null;
  }

  static String words(Random random) {
    return random.nextInt(3) > 0
        ? ""
        : List.of("asset", "A1", "ÖKO", "oko 1", "strasse", "resume of", " x ", "a2 asset", "zz")
            .get(random.nextInt(9));
  }

  static UnitFilter unit(Random random, Workspace value) {
    return switch (random.nextInt(6)) {
      case 0 -> UnitFilter.NONE;
      case 1 ->
          value.units().isEmpty() ? UnitFilter.of("none") : UnitFilter.of(anyUnit(random, value));
      default -> UnitFilter.ANY;
    };
  }

  private static String anyUnit(Random random, Workspace value) {
    return value.units().get(random.nextInt(value.units().size())).id();
  }

  private static AssetQuery assetQuery(Random random, Workspace value) {
    List<AssetQuery.Order> orders = List.of(AssetQuery.Order.values());
    List<AssetKind> kinds = List.of(AssetKind.values());
    return new AssetQuery(
        words(random),
        maybe(random, kinds.get(random.nextInt(kinds.size()))),
        unit(random, value),
        maybe(random, random.nextBoolean() ? "integrity" : "traceability"),
        maybe(random, Level.of(1 + random.nextInt(value.scale().size()))),
        random.nextInt(5) == 0,
        orders.get(random.nextInt(orders.size())),
        random.nextBoolean(),
        random.nextInt(3) == 0 ? random.nextInt(20) : 0,
        1 + random.nextInt(30));
  }

  private void assertAssets(
      String name, LiveWorkspace live, Workspace value, Priorities priorities, AssetQuery query) {
    List<AssetRow> all =
        value.assets().stream()
            .map(asset -> row(asset, value, priorities))
            .filter(row -> matches(query, value.scale(), row))
            .sorted(comparator(query, value))
            .toList();
    Page<AssetRow> page = live.read(snapshot -> snapshot.assets(query));
    assertPage(name + ", " + query, page, all, query.offset(), query.limit());
  }

  private <T> void assertPage(String name, Page<T> page, List<T> all, int offset, int limit) {
    List<T> expected = all.stream().skip(offset).limit(limit).toList();
    rows += expected.size();
    assertThat(page.rows()).as(name).isEqualTo(expected);
    assertThat(page.total()).as(name).isEqualTo(all.size());
    assertThat(page.hasMore())
        .as(name)
        .isEqualTo(offset + limit < all.size() && offset < all.size());
  }

  private static AssetRow row(Asset asset, Workspace value, Priorities priorities) {
    Optional<Requirement> highest =
        asset.properties().stream()
            .map(property -> new Requirement(asset.id(), property))
            .max(Comparator.comparing(priorities::need));
    double need = highest.map(priorities::need).orElse(0.0);
    return new AssetRow(
        asset,
        need,
        value.scale().shownName(need),
        highest.map(priorities::rank).orElse(0),
        (int) value.dependencies().stream().filter(d -> d.from().equals(asset.id())).count(),
        (int) value.dependencies().stream().filter(d -> d.on().equals(asset.id())).count(),
        (int) links(value, asset.id()).distinct().count());
  }

  private static Stream<Impact.Link> links(Workspace value, String asset) {
    return value.impacts().stream()
        .map(Impact::link)
        .filter(link -> link.from().startsWith(asset + "/"));
  }

  private static boolean matches(AssetQuery query, ImpactScale scale, AssetRow row) {
    Asset asset = row.asset();
    return hasWords(query.text(), asset)
        && (query.kind() == null || query.kind() == asset.kind())
        && isOf(query.unit(), asset)
        && (query.property() == null || asset.properties().contains(query.property()))
        && (query.minimumLevel() == null
            || scale.shownNumber(row.highestNeed()) >= query.minimumLevel().number())
        && (!query.withoutImpact() || row.impacts() == 0);
  }

  static boolean hasWords(String words, Asset... assets) {
    return Arrays.stream(words.split(" "))
        .allMatch(
            word ->
                Arrays.stream(assets)
                    .map(a -> bare(a.id() + "\n" + a.name() + "\n" + a.description()))
                    .anyMatch(text -> text.contains(bare(word))));
  }

  /** Decomposed, without marks, with ss for a sharp s, in lower case. */
  static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .replace("ß", "ss")
        .toLowerCase(Locale.ROOT);
  }

  static boolean isOf(UnitFilter filter, Asset asset) {
    return filter.equals(UnitFilter.ANY)
        || (filter.equals(UnitFilter.NONE) && asset.unit() == null)
        || (asset.unit() != null && filter.equals(UnitFilter.of(asset.unit())));
  }

  private static Comparator<AssetRow> comparator(AssetQuery query, Workspace value) {
    Comparator<AssetRow> comparator =
        switch (query.order()) {
          case ID -> Comparator.comparing(row -> row.asset().id());
          case NAME -> Comparator.comparing(row -> bare(row.asset().name()));
          case KIND -> Comparator.comparing(row -> row.asset().kind());
          case UNIT ->
              Comparator.comparing(
                  row -> unitKey(row.asset().unit(), value),
                  Comparator.nullsLast(Comparator.naturalOrder()));
          case HIGHEST_NEED -> Comparator.comparing(row -> Math.round(row.highestNeed() * 1e9));
        };
    return (query.descending() ? comparator.reversed() : comparator)
        .thenComparing(row -> row.asset().id());
  }

  private static @Nullable String unitKey(@Nullable String id, Workspace value) {
    return value.units().stream()
        .filter(unit -> unit.id().equals(id))
        .map(unit -> bare(unit.name()) + "\n" + unit.id())
        .findFirst()
        .orElse(null);
  }

  private static PriorityQuery priorityQuery(Random random, Workspace value) {
    List<AssetKind> kinds = List.of(AssetKind.values());
    return new PriorityQuery(
        words(random),
        maybe(random, random.nextBoolean() ? "integrity" : "availability"),
        maybe(random, kinds.get(random.nextInt(kinds.size()))),
        unit(random, value),
        value.units().isEmpty() ? null : maybe(random, anyUnit(random, value)),
        maybe(random, Level.of(1 + random.nextInt(value.scale().size()))),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(3),
        random.nextInt(3) == 0 ? random.nextInt(20) : 0,
        1 + random.nextInt(30));
  }

  private void assertPriorities(
      String name, LiveWorkspace live, Workspace value, PriorityQuery query) {
    Priorities priorities =
        query.unitView() == null
            ? Priorities.of(value)
            : Priorities.ofUnit(value, query.unitView());
    List<PriorityRow> all =
        priorities.list(priorities.size(), query.paths()).stream()
            .map(priority -> new PriorityRow(asset(value, priority), told(priority, query)))
            .filter(row -> matches(query, value, row))
            .toList();
    Page<PriorityRow> page = live.read(snapshot -> snapshot.priorities(query));
    assertPage(name + ", " + query, page, all, query.offset(), query.limit());
  }

  private static Asset asset(Workspace value, Priority priority) {
    return value.assets().stream()
        .filter(asset -> asset.id().equals(priority.requirement().asset()))
        .findFirst()
        .orElseThrow();
  }

  private static Priority told(Priority priority, PriorityQuery query) {
    return query.units()
        ? priority
        : new Priority(
            priority.requirement(),
            priority.rank(),
            priority.score(),
            priority.level(),
            priority.own(),
            Map.of(),
            priority.rationale());
  }

  private static boolean matches(PriorityQuery query, Workspace value, PriorityRow row) {
    Priority priority = row.priority();
    return hasWords(query.text(), row.asset())
        && (query.property() == null || query.property().equals(priority.requirement().property()))
        && (query.kind() == null || query.kind() == row.asset().kind())
        && isOf(query.unit(), row.asset())
        && (query.minimumLevel() == null
            || value.scale().shownNumber(priority.score()) >= query.minimumLevel().number())
        && (query.includeNone() || priority.score() > 0);
  }

  @Test
  void every_unit_of_the_workspace_can_be_looked_through() {
    Workspace value = RandomWorkspaces.of(7, 20);
    LiveWorkspace live = LiveWorkspace.of(value);
    for (Unit unit : value.units()) {
      Page<PriorityRow> page =
          live.read(s -> s.priorities(PriorityQuery.ALL.seenBy(unit.id()).withRows(0, 500)));
      assertThat(page.rows())
          .allSatisfy(
              row ->
                  assertThat(row.priority().units())
                      .containsExactly(Map.entry(unit.id(), row.priority().score())));
    }
    assertThat(value.units()).isNotEmpty();
  }
}
