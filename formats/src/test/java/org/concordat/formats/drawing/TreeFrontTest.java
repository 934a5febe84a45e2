package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.formats.drawing.FrontChart.Legend;
import org.concordat.formats.drawing.FrontChart.Point;
import org.concordat.formats.drawing.TreeFront.Sayings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Charts of fronts. */
class TreeFrontTest {
  private static AttackTree example() throws Exception {
    return AttackTreeFile.read(Path.of("../examples/attack-trees/claims-standstill.yaml")).tree();
  }

  @ParameterizedTest
  @EnumSource
  void every_front_has_a_name_a_chart_and_its_points_in_words(TreeFront front) throws Exception {
    String svg = front.draw(example(), Set.of(), Limits.DEFAULT, Sayings.ENGLISH);

    Drawn drawn = Drawn.parsed(svg);
    assertThat(TreeFront.of(front.word())).contains(front);
    assertThat(drawn.titles("point")).isNotEmpty();
    assertThat(drawn.description()).contains(drawn.titles("point").getFirst());
    assertThat(drawn.texts()).contains(Sayings.ENGLISH.heading().apply(front));
  }

  @Test
  void amounts_have_their_units_on_the_axes() throws Exception {
    Drawn drawn =
        Drawn.parsed(
            TreeFront.PLAN_COST.draw(example(), Set.of(), Limits.DEFAULT, Sayings.ENGLISH));

    assertThat(drawn.texts())
        .contains("price of further countermeasures, EUR", "cost of the cheapest attack, EUR");
  }

  @Test
  void a_front_that_takes_too_much_work_says_so() throws Exception {
    String svg =
        TreeFront.COST_PROBABILITY.draw(example(), Set.of(), new Limits(3, 3, 3), Sayings.ENGLISH);

    assertThat(Drawn.parsed(svg).texts()).contains("This front is not drawn.");
  }

  @Test
  void long_titles_break_into_lines_and_lose_nothing() {
    String heading =
        "Was weitere Gegenmaßnahmen gegen den Stillstand der Schadenbearbeitung bringen, wenn"
            + " Angreifer ihre Angriffe nach der Wahrscheinlichkeit des Erfolgs auswählen können";
    String up =
        "Wahrscheinlichkeit, dass ein Angreifer Erfolg hat, der alles versucht, was es gibt";
    String across =
        "Preis weiterer Gegenmaßnahmen einschließlich der Schulungen, der Sicherungen und der"
            + " Wiederherstellung in allen Jahren des Haushalts, Euro";
    Legend legend = new Legend(heading, across, up, List.of("", ""), value -> "1.000.000,00");

    Drawn drawn =
        Drawn.parsed(FrontChart.draw(legend, List.of(new Point(0, 1, "a"), new Point(9, 0, "b"))));

    String written = String.join(" ", drawn.texts());
    assertThat(written).contains(heading, up, across).doesNotContain("\u2026");
  }
}
