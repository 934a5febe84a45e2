package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {
  private static List<Priority> ranked(Workspace workspace) {
    return Priorities.of(workspace).list(Integer.MAX_VALUE, 1);
  }

  @Test
  void a_cell_shows_the_level_in_words_and_in_shade() {
    Workspace workspace = Insurers.of(20, Insurers.scale(5), 7);
    List<Priority> ranked = ranked(workspace);

    Drawn drawn = Drawn.assertSound(HeatMap.draw(workspace, ranked, 60));

    assertThat(drawn.titles("need")).hasSize(ranked.size());
    drawn
        .elements("g", "need")
        .forEach(
            cell -> {
              String shade =
                  ((org.w3c.dom.Element) cell.getElementsByTagName("rect").item(0))
                      .getAttribute("class");
              String words = cell.getElementsByTagName("text").item(0).getTextContent();
              int level = workspace.scale().names().indexOf(words) + 1;
              assertThat(shade).endsWith(" " + Theme.area(level));
            });
    drawn.assertTextInside("need");
    Drawn.assertApart(drawn.boxes("need"));
  }

  @Test
  void assets_come_by_their_highest_need_and_every_name_is_there() {
    Workspace workspace = Insurers.of(20, ImpactScale.DEFAULT, 7);
    List<Priority> ranked = ranked(workspace);

    Drawn drawn = Drawn.parsed(HeatMap.draw(workspace, ranked, 60));

    Names names = new Names(workspace);
    List<String> byRank =
        ranked.stream().map(p -> p.requirement().asset()).distinct().map(names::asset).toList();
    assertThat(drawn.titles("asset").stream().map(t -> t.substring(0, t.indexOf(" ("))))
        .containsExactlyElementsOf(byRank);
  }

  @Test
  void units_may_group_the_rows() {
    Workspace workspace = Insurers.of(20, ImpactScale.DEFAULT, 7);

    Drawn drawn =
        Drawn.assertSound(HeatMap.draw(workspace, ranked(workspace), 60, HeatMap.Rows.BY_UNIT));

    assertThat(drawn.titles("unit"))
        .containsExactlyInAnyOrder(
            "Claims handling", "Sales and customer service", "Product development", "No unit")
        .endsWith("No unit");
    assertThat(drawn.titles("asset")).hasSize(20);
    Drawn.assertApart(drawn.boxes("need"));
  }

  @Test
  void beyond_the_limit_the_rest_is_counted() {
    Workspace workspace = Insurers.of(100, ImpactScale.DEFAULT, 3);

    Drawn drawn = Drawn.parsed(HeatMap.draw(workspace, ranked(workspace), 60));

    assertThat(drawn.titles("asset")).hasSize(60);
    assertThat(drawn.description()).contains("40 assets that are needed less or as much");
  }

  @Test
  void own_properties_have_their_names_and_too_many_are_counted() {
    Workspace insurer = Insurers.small();
    List<String> properties = new ArrayList<>();
    List<PropertyDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      properties.add("p" + i);
      definitions.add(new PropertyDefinition("p" + i, "Own property " + i, null));
    }
    List<Asset> assets =
        Stream.concat(
                insurer.assets().stream(),
                Stream.of(new Asset("own", "Own", AssetKind.SERVICE, null, properties)))
            .toList();
    Workspace workspace =
        new Workspace(
            insurer.organisation(),
            insurer.scale(),
            insurer.combination(),
            insurer.inheritance(),
            definitions,
            insurer.units(),
            insurer.factors(),
            assets,
            insurer.dependencies(),
            insurer.impacts(),
            List.of());

    Drawn drawn = Drawn.assertSound(HeatMap.draw(workspace, ranked(workspace), 60));

    assertThat(drawn.titles("property"))
        .hasSize(HeatMap.MOST_PROPERTIES)
        .contains("Own property 1");
    assertThat(drawn.description()).containsPattern("Not drawn, for want of room: \\d properties");
    Drawn.assertApart(drawn.boxes("need"));
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "60, 3", "60, 10", "200, 100"})
  void nothing_overlaps_on_any_scale(int assets, int levels) {
    Workspace workspace = Insurers.of(assets, Insurers.scale(levels), 5);

    Drawn drawn = Drawn.assertSound(HeatMap.draw(workspace, ranked(workspace), 60));

    Drawn.assertApart(drawn.boxes("need"));
    drawn.assertTextInside("need");
  }

  @Test
  void the_same_workspace_gives_the_same_bytes() {
    assertThat(HeatMap.draw(Insurers.small(), ranked(Insurers.small()), 60))
        .isEqualTo(HeatMap.draw(Insurers.small(), ranked(Insurers.small()), 60));
  }

  @Test
  void without_assets_or_needs_the_picture_says_what_to_do() {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    Workspace idle =
        new Workspace(
            empty.organisation(),
            empty.scale(),
            empty.combination(),
            empty.inheritance(),
            List.of(),
            List.of(),
            List.of(),
            Insurers.small().assets(),
            List.of(),
            List.of(),
            List.of());

    assertThat(Drawn.assertSound(HeatMap.draw(empty, List.of(), 60)).description())
        .contains("no assets", "Add assets");
    assertThat(Drawn.assertSound(HeatMap.draw(idle, ranked(idle), 60)).description())
        .contains("Nothing is needed yet", "Add units");
  }

  @Test
  void a_limit_below_one_is_refused() {
    assertThatThrownBy(() -> HeatMap.draw(Insurers.small(), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit: 0");
  }
}
