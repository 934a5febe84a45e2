package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependencyMapTest {
  private static Workspace of(List<Asset> assets, List<Dependency> dependencies) {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    return new Workspace(
        empty.organisation(),
        empty.scale(),
        empty.combination(),
        empty.inheritance(),
        List.of(),
        List.of(),
        List.of(),
        assets,
        dependencies,
        List.of(),
        List.of());
  }

  private static Asset asset(String id, AssetKind kind) {
    return new Asset(id, "The " + id, kind, null, List.of("availability"));
  }

  private static Priority priority(String asset, int rank, double score) {
    return new Priority(
        new Requirement(asset, "availability"),
        rank,
        score,
        ImpactScale.DEFAULT.shownName(score),
        score,
        Map.of(),
        List.of());
  }

  private static Drawn drawn(Workspace workspace, Priority... ranked) {
    return Drawn.assertSound(
        DependencyMap.draw(workspace, List.of(ranked), DependencyMap.Options.DEFAULT));
  }

  private static Drawn.Rect box(Drawn drawn, String name) {
    return drawn.boxes("asset").get(place(drawn, name));
  }

  private static int place(Drawn drawn, String name) {
    return IntStream.range(0, drawn.titles("asset").size())
        .filter(i -> drawn.titles("asset").get(i).startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_depended_on_stands_beneath_and_arrows_point_to_it() {
    Drawn drawn =
        drawn(
            of(
                List.of(
                    asset("server", AssetKind.TECHNICAL),
                    asset("claims", AssetKind.PROCESS),
                    asset("data", AssetKind.INFORMATION)),
                List.of(new Dependency("claims", "data"), new Dependency("data", "server"))));

    assertThat(box(drawn, "The claims").y()).isLessThan(box(drawn, "The data").y());
    assertThat(box(drawn, "The data").y()).isLessThan(box(drawn, "The server").y());
    assertThat(drawn.titles("arrow"))
        .containsExactlyInAnyOrder(
            "The claims depends on The data: critical", "The data depends on The server: critical");
    assertThat(drawn.texts()).contains("Business", "Data and IT");
  }

  @Test
  void business_stands_above_technology_even_where_technology_depends_on_business() {
    Drawn drawn =
        drawn(
            of(
                List.of(asset("server", AssetKind.TECHNICAL), asset("staff", AssetKind.PEOPLE)),
                List.of(new Dependency("server", "staff"))));

    assertThat(box(drawn, "The staff").y()).isLessThan(box(drawn, "The server").y());
  }

  @Test
  void parts_that_do_not_hang_together_share_the_tiers() {
    Drawn drawn =
        drawn(
            of(
                List.of(
                    asset("network", AssetKind.TECHNICAL),
                    asset("firewall", AssetKind.TECHNICAL),
                    asset("claims", AssetKind.PROCESS),
                    asset("staff", AssetKind.PEOPLE)),
                List.of(new Dependency("network", "firewall"), new Dependency("claims", "staff"))));

    assertThat(box(drawn, "The staff").y()).isLessThan(box(drawn, "The network").y());
  }

  @Test
  void an_asset_shows_its_kind_and_its_highest_level() {
    Drawn drawn =
        drawn(
            of(
                List.of(asset("claims", AssetKind.PROCESS), asset("data", AssetKind.INFORMATION)),
                List.of(new Dependency("claims", "data"))),
            priority("data", 1, 1),
            priority("claims", 2, 0));

    assertThat(drawn.texts()).contains("process", "information", "critical", "none");
    assertThat(drawn.titles("asset").getFirst())
        .isEqualTo("The data (information). Rank 1: The data / availability, critical.");
  }

  @Test
  void cycles_and_loops_are_drawn() {
    Drawn drawn =
        drawn(
            of(
                List.of(
                    asset("a", AssetKind.SERVICE),
                    asset("b", AssetKind.SERVICE),
                    asset("c", AssetKind.TECHNICAL)),
                List.of(
                    new Dependency("a", "b"),
                    new Dependency("b", "a"),
                    new Dependency("b", "c"),
                    new Dependency("c", "a"),
                    new Dependency("c", "c"))));

    assertThat(drawn.titles("arrow")).hasSize(5).contains("The c depends on The c: critical");
    Drawn.assertApart(drawn.boxes("asset"));
  }

  @Test
  void redundancy_groups_are_named_on_both_sides_and_dashed() {
    Redundancy web = new Redundancy("web", 1);
    Drawn drawn =
        drawn(
            of(
                List.of(
                    asset("portal", AssetKind.SERVICE),
                    asset("one", AssetKind.TECHNICAL),
                    asset("two", AssetKind.TECHNICAL)),
                List.of(
                    new Dependency("portal", "one", null, null, web),
                    new Dependency("portal", "two", null, null, web))));

    assertThat(drawn.texts()).contains("needs 1 of 2 in web");
    assertThat(drawn.texts().stream().filter("in web of The portal"::equals)).hasSize(2);
    assertThat(
            drawn
                .elements("g", "arrow")
                .map(
                    g ->
                        ((org.w3c.dom.Element) g.getElementsByTagName("path").item(0))
                            .getAttribute("stroke-dasharray")))
        .hasSize(2)
        .doesNotContain("none");
    drawn.assertTextInside("asset");
  }

  @Test
  void assets_without_dependencies_stand_by_themselves() {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      assets.add(asset("a" + i, AssetKind.SERVICE));
    }

    Drawn drawn = drawn(of(assets, List.of()));

    Drawn.assertApart(drawn.boxes("asset"));
    assertThat(drawn.boxes("asset")).hasSize(30);
    assertThat(drawn.description()).contains("Nothing depends on anything yet", "Add dependencies");
    assertThat(drawn.viewBox().width()).isLessThan(1400);
  }

  @Test
  void beyond_the_limit_the_most_needed_stay_with_their_neighbours_and_the_rest_is_counted() {
    List<Asset> assets = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      assets.add(asset("a" + i, AssetKind.SERVICE));
      if (i > 0) {
        dependencies.add(new Dependency("a" + (i - 1), "a" + i));
      }
    }
    Workspace chain = of(assets, dependencies);

    Drawn drawn =
        Drawn.assertSound(
            DependencyMap.draw(
                chain,
                List.of(priority("a20", 1, 1), priority("a40", 2, 0.5)),
                new DependencyMap.Options(6)));

    assertThat(drawn.titles("asset").stream().map(t -> t.substring(4, t.indexOf(" ("))))
        .containsExactlyInAnyOrder("a20", "a19", "a21", "a40", "a39", "a41");
    assertThat(drawn.description()).contains("44 assets");
  }

  @Test
  void arrows_that_nobody_could_follow_are_counted_instead() {
    List<Asset> assets = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      assets.add(asset("a" + i, AssetKind.SERVICE));
      for (int j = 0; j < i; j++) {
        dependencies.add(new Dependency("a" + i, "a" + j));
      }
    }

    Drawn drawn = drawn(of(assets, dependencies));

    assertThat(drawn.titles("arrow")).hasSize(80);
    assertThat(drawn.description()).contains("110 dependencies between these assets");
  }

  @ParameterizedTest
  @CsvSource({"10, 3", "60, 5", "120, 10"})
  void nothing_overlaps_and_every_name_is_there(int size, int levels) {
    Workspace workspace = Insurers.of(size, Insurers.scale(levels), 7);

    Drawn drawn =
        Drawn.assertSound(
            DependencyMap.draw(
                workspace,
                Priorities.of(workspace).list(Integer.MAX_VALUE, 1),
                DependencyMap.Options.DEFAULT));

    Drawn.assertApart(drawn.boxes("asset"));
    drawn.assertTextInside("asset");
    assertThat(drawn.titles("asset").stream().map(t -> t.substring(0, t.indexOf(" ("))))
        .containsExactlyInAnyOrderElementsOf(workspace.assets().stream().map(Asset::name).toList());
    assertThat(drawn.boxes("asset")).allSatisfy(b -> assertThat(drawn.viewBox().holds(b)).isTrue());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void three_hundred_tangled_assets_are_drawn_in_time() {
    long seed = 99;
    Random random = new Random(seed);
    List<Asset> assets = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      assets.add(asset("a" + i, List.of(AssetKind.values()).get(random.nextInt(5))));
      for (int d = 0; d < 40; d++) {
        dependencies.add(new Dependency("a" + i, "a" + random.nextInt(1000)));
      }
    }

    String svg =
        DependencyMap.draw(
            of(assets, dependencies),
            List.of(),
            new DependencyMap.Options(DependencyMap.Options.LARGEST));

    Drawn drawn = Drawn.assertSound(svg);
    assertThat(drawn.titles("asset")).hasSize(300);
    assertThat(drawn.description()).contains("700 assets");
  }

  @Test
  void the_same_workspace_gives_the_same_bytes() {
    Workspace workspace = Insurers.of(40, ImpactScale.DEFAULT, 7);
    List<Priority> ranked = Priorities.of(workspace).list(Integer.MAX_VALUE, 1);

    assertThat(DependencyMap.draw(workspace, ranked, DependencyMap.Options.DEFAULT))
        .isEqualTo(DependencyMap.draw(workspace, ranked, DependencyMap.Options.DEFAULT));
  }

  @Test
  void without_assets_the_picture_says_what_to_do() {
    assertThat(drawn(of(List.of(), List.of())).description())
        .contains("no assets yet", "Add assets");
  }

  @Test
  void a_limit_out_of_range_is_refused() {
    assertThatThrownBy(() -> new DependencyMap.Options(0)).hasMessageContaining("limit: 0");
    assertThatThrownBy(() -> new DependencyMap.Options(301)).hasMessageContaining("limit: 301");
  }
}
