package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class ImpactDiagramTest {
  private static final String[] CARDS = {"need", "factor", "goal"};

  /**
   * handle-claim/availability -critical-> delay -marginal-> fast, and claims-db inherits from it;
   * claims-db/integrity -negligible-> delay.
   */
  static Workspace claims() {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme & Sons", null));
    return new Workspace(
        empty.organisation(),
        empty.scale(),
        empty.combination(),
        empty.inheritance(),
        List.of(),
        List.of(
            new Unit(
                "claims",
                "Claims handling",
                ValueDiscipline.OPERATIONAL_EXCELLENCE,
                List.of(new Goal("fast", "Settle within a day", null)))),
        List.of(new Factor("delay", "Loss of time", true)),
        List.of(
            new Asset(
                "claims-db",
                "Claims database",
                AssetKind.INFORMATION,
                "claims",
                List.of("integrity", "availability")),
            new Asset(
                "handle-claim",
                "Handle claim",
                AssetKind.PROCESS,
                "claims",
                List.of("availability"))),
        List.of(new Dependency("handle-claim", "claims-db")),
        List.of(
            impact("handle-claim/availability", "delay", 3),
            impact("claims-db/integrity", "delay", 1),
            new Impact.FactorImpact("delay", "fast", Judgement.of(Level.of(2)))),
        List.of());
  }

  private static Impact impact(String requirement, String factor, int level) {
    return new Impact.RequirementImpact(
        Requirement.parse(requirement).orElseThrow(), factor, Judgement.of(Level.of(level)));
  }

  private static Priority priority(String requirement, int rank, double score, String... path) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      levels.add(Level.of(2));
    }
    List<RationalePath> rationale =
        path.length == 0 ? List.of() : List.of(new RationalePath(List.of(path), levels, score));
    return new Priority(
        Requirement.parse(requirement).orElseThrow(),
        rank,
        score,
        ImpactScale.DEFAULT.shownName(score),
        score,
        Map.of(),
        rationale);
  }

  static List<Priority> ranked(Workspace workspace) {
    return Priorities.of(workspace).list(Integer.MAX_VALUE, 3);
  }

  @Test
  void each_requirement_factor_and_goal_stands_in_its_column_with_the_unit_above() {
    Workspace claims = claims();

    Drawn drawn = Drawn.assertSound(ImpactDiagram.draw(claims, ranked(claims), 60));

    assertThat(drawn.texts())
        .contains(
            "Impact diagram: Acme & Sons",
            "Handle claim / availability",
            "Claims database / availability",
            "Claims database / integrity",
            "Loss of time",
            "Settle within a day",
            "importance: critical",
            "Claims handling",
            "operational excellence");
    List<Drawn.Rect> boxes = drawn.boxes(CARDS);
    assertThat(boxes).hasSize(5);
    Drawn.assertApart(boxes);
  }

  @Test
  void an_inherited_need_is_dashed_and_says_over_what_it_came() {
    List<Priority> byHand =
        List.of(
            priority(
                "claims-db/availability",
                1,
                2.0 / 3,
                "claims-db/availability",
                "handle-claim/availability",
                "delay",
                "fast"),
            priority(
                "handle-claim/availability",
                1,
                2.0 / 3,
                "handle-claim/availability",
                "delay",
                "fast"));

    Drawn drawn = Drawn.assertSound(ImpactDiagram.draw(claims(), byHand, 60));

    assertThat(drawn.texts()).contains("via Handle claim / availability");
    List<Element> lines =
        drawn.elements("path", "edge").filter(p -> p.getAttribute("d").contains("C")).toList();
    assertThat(lines.stream().map(p -> p.getAttribute("stroke-dasharray")))
        .filteredOn(d -> !d.equals("none"))
        .hasSize(1);
  }

  @Test
  void steps_repeat_a_property_only_where_it_changes() {
    RationalePath path =
        new RationalePath(
            List.of("a/x", "claims-db/x", "handle-claim/x", "claims-db/y", "delay", "fast"),
            List.of(),
            1);

    assertThat(new Names(claims()).steps(path))
        .isEqualTo("via Claims database / x, then Handle claim, then Claims database / y");
  }

  @Test
  void the_best_path_stands_out_and_every_other_link_stands_back() {
    Workspace claims = claims();
    List<Priority> one = List.of(priority("claims-db/integrity", 1, 0.3));

    Drawn without = Drawn.parsed(ImpactDiagram.draw(claims, one, 60));
    Drawn with = Drawn.parsed(ImpactDiagram.draw(claims, ranked(claims), 60));

    assertThat(curves(without)).allMatch(c -> c.contains("faint"));
    assertThat(curves(with)).noneMatch(c -> c.contains("faint"));
  }

  private static List<String> curves(Drawn drawn) {
    return drawn
        .elements("path", "edge")
        .filter(p -> p.getAttribute("d").contains("C"))
        .map(p -> p.getAttribute("class"))
        .toList();
  }

  @Test
  void a_higher_level_has_a_heavier_line_on_every_scale() {
    for (int levels = 2; levels <= 100; levels++) {
      ImpactScale scale = Insurers.scale(levels);
      for (int level = 2; level <= levels; level++) {
        assertThat(Marks.weight(scale, level)).isGreaterThan(Marks.weight(scale, level - 1));
        assertThat(Marks.faintWeight(scale, level)).isLessThanOrEqualTo(Marks.weight(scale, level));
      }
    }
  }

  @Test
  void the_legend_and_the_badges_use_the_names_of_the_organisation_s_own_levels() {
    Workspace workspace = Insurers.of(20, Insurers.scale(5), 7);

    Drawn drawn = Drawn.parsed(ImpactDiagram.draw(workspace, ranked(workspace), 60));

    assertThat(drawn.texts()).containsAll(workspace.scale().names());
  }

  @Test
  void a_long_scale_names_its_ends_and_not_all_of_it() {
    Workspace workspace = Insurers.of(4, Insurers.scale(100), 7);

    String svg = ImpactDiagram.draw(workspace, ranked(workspace), 60);

    assertThat(svg).contains(">level 1<", ">level 100<");
    assertThat(svg.split("class=\"edge l", -1).length).isLessThan(60);
  }

  @Test
  void beyond_the_limit_the_first_are_drawn_and_the_rest_is_counted() {
    Workspace workspace = Insurers.of(100, ImpactScale.DEFAULT, 3);
    List<Priority> ranked = ranked(workspace);
    int needed = (int) ranked.stream().filter(p -> p.score() > 0).count();
    assertThat(needed).isGreaterThan(60);

    Drawn drawn = Drawn.assertSound(ImpactDiagram.draw(workspace, ranked, 60));

    assertThat(drawn.titles("need")).hasSize(60);
    assertThat(drawn.titles("need").getFirst())
        .startsWith("Rank 1: " + new Names(workspace).requirement(ranked.getFirst().requirement()));
    assertThat(drawn.description())
        .contains(needed - 60 + " requirements that are needed less or as much")
        .contains(ranked.size() - needed + " requirements");
  }

  @Test
  void factors_and_goals_are_limited_too() {
    Workspace claims = claims();
    List<Impact> impacts = new ArrayList<>(claims.impacts());
    for (int i = 0; i < 500; i++) {
      impacts.add(impact("handle-claim/availability", "f" + i, 2));
    }
    Workspace many = with(claims, claims.assets(), impacts);

    Drawn drawn =
        Drawn.assertSound(
            ImpactDiagram.draw(
                many,
                List.of(
                    priority(
                        "handle-claim/availability",
                        1,
                        0.5,
                        "handle-claim/availability",
                        "delay",
                        "fast")),
                3));

    assertThat(drawn.titles("factor")).hasSize(6).contains("Loss of time");
    assertThat(drawn.description()).contains("495 factors");
  }

  private static Workspace with(Workspace workspace, List<Asset> assets, List<Impact> impacts) {
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        workspace.units(),
        workspace.factors(),
        assets,
        workspace.dependencies(),
        impacts,
        List.of());
  }

  @Test
  void the_description_gives_the_first_three_with_their_reasons() {
    Workspace claims = claims();

    String description = Drawn.parsed(ImpactDiagram.draw(claims, ranked(claims), 60)).description();

    assertThat(description)
        .contains("3 requirements over 1 factor to 1 goal of 1 unit.")
        .contains("Rank 1: Handle claim / availability, marginal, because Loss of time hurts")
        .contains("because via Handle claim / availability, Loss of time hurts Settle within a day")
        .contains("Rank 3: Claims database / integrity, negligible");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 3", "20, 5", "60, 3", "200, 10"})
  void nothing_overlaps_and_all_text_is_inside_its_box(int assets, int levels) {
    Workspace workspace = Insurers.of(assets, Insurers.scale(levels), 11);

    Drawn drawn = Drawn.assertSound(ImpactDiagram.draw(workspace, ranked(workspace), 60));

    Drawn.assertApart(drawn.boxes(CARDS));
    for (String card : CARDS) {
      drawn.assertTextInside(card);
    }
  }

  @Test
  void the_order_has_fewer_crossings_than_the_order_of_the_file() {
    Workspace workspace = Insurers.of(60, ImpactScale.DEFAULT, 5);
    ImpactGraph graph = ImpactGraph.of(workspace, ranked(workspace), 60, new Names(workspace));
    List<Integer> factors =
        java.util.stream.IntStream.range(0, graph.factors().size()).boxed().toList();
    List<Integer> goals =
        java.util.stream.IntStream.range(0, graph.targets().size()).boxed().toList();

    long ordered = ImpactOrder.crossings(graph, ImpactOrder.of(graph));

    assertThat(ordered)
        .isLessThan(ImpactOrder.crossings(graph, new ImpactOrder(factors, goals)))
        .isLessThan(
            ImpactOrder.crossings(graph, new ImpactOrder(factors.reversed(), goals.reversed())));
  }

  @Test
  void the_same_workspace_gives_the_same_bytes() {
    assertThat(ImpactDiagram.draw(claims(), ranked(claims()), 60))
        .isEqualTo(ImpactDiagram.draw(claims(), ranked(claims()), 60));
  }

  @Test
  @Timeout(60)
  void hostile_names_are_harmless() {
    String markup = "</title><script>alert(1)</script>\u0000\u202e";
    Workspace claims = claims();
    List<Asset> hostile =
        List.of(
            new Asset(
                "claims-db",
                markup + "x".repeat(1_000_000),
                AssetKind.INFORMATION,
                null,
                List.of("integrity", "availability")),
            new Asset(
                "handle-claim",
                "\u05ea\u05d1\u05d9\u05e2\u05d4 \ud83d\ude80\ud83d\ude80 \u7406\u8d54",
                AssetKind.PROCESS,
                null,
                List.of("availability")));
    Workspace workspace = with(claims, hostile, claims.impacts());

    String svg = ImpactDiagram.draw(workspace, ranked(workspace), 60);

    Drawn drawn = Drawn.assertSound(svg);
    assertThat(svg.length()).isLessThan(100_000);
    drawn.assertTextInside("need");
    assertThat(drawn.titles("need")).anyMatch(t -> t.contains("</title><script>alert(1)"));
    assertThat(drawn.titles("need")).anyMatch(t -> t.contains("\u7406\u8d54"));
  }

  @Test
  void without_goals_impacts_or_assets_the_picture_says_what_to_do() {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    List<Priority> unneeded = List.of(priority("a/x", 1, 0));

    assertThat(message(ImpactDiagram.draw(empty, List.of(), 60)))
        .contains("no assets yet", "Add assets");
    assertThat(message(ImpactDiagram.draw(empty, unneeded, 60)))
        .contains("no goals yet", "Add the organisation's units");
    assertThat(message(ImpactDiagram.draw(claims(), unneeded, 60)))
        .contains("No requirement reaches a goal", "Add impacts");
  }

  private static String message(String svg) {
    Drawn drawn = Drawn.assertSound(svg);
    assertThat(drawn.elements("rect", "message")).hasSize(1);
    assertThat(drawn.description()).isNotBlank();
    return String.join(" ", drawn.texts());
  }

  @Test
  void a_limit_below_one_is_refused() {
    assertThatThrownBy(() -> ImpactDiagram.draw(claims(), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit: 0");
  }
}
