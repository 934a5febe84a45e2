package org.concordat.server.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.DefenceFront;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.TreeTooLarge;
import org.concordat.formats.attacks.Amounts;
import org.concordat.formats.drawing.FrontChart;
import org.concordat.server.web.Surroundings;

/** A front of a tree that is drawn as a chart. */
enum TreeFront {
  PROBABILITY,
  TIME,
  PRICE,
  SUCCESS;

  /** The front of that name. */
  static Optional<TreeFront> of(String word) {
    return Arrays.stream(values()).filter(front -> front.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Draws it as SVG; what would take too much work is drawn as nothing.
   *
   * @param on the countermeasures that are on
   */
  String draw(AttackTree tree, Set<String> on, Surroundings here) {
    try {
      return drawn(tree, on, here);
    } catch (TreeTooLarge _) {
      return FrontChart.draw(here.text("attacks.chart.tooLarge"), "", "", List.of());
    }
  }

  private String drawn(AttackTree tree, Set<String> on, Surroundings here) throws TreeTooLarge {
    Analysis analysis = Analysis.of(tree, on, Limits.WHILE_TYPING);
    String cost = tree.units().cost();
    String attack = unit(here.text("attacks.chart.across.attack"), cost);
    String measures = unit(here.text("attacks.chart.across.measures"), cost);
    String heading = here.text("attacks.chart." + word());
    String up = here.text("attacks.chart.up." + word());
    return switch (this) {
      case PROBABILITY ->
          FrontChart.draw(
              heading,
              attack,
              up,
              attacks(tree, analysis.costAgainstProbability(), Attack::probability, here));
      case TIME ->
          FrontChart.draw(
              heading,
              attack,
              unit(up, tree.units().time()),
              attacks(
                  tree,
                  analysis.costAgainstTime(),
                  a -> a.time().orElse(Double.POSITIVE_INFINITY),
                  here));
      case PRICE ->
          FrontChart.draw(
              heading, measures, unit(up, cost), plans(tree, on, DefenceFront.Aim.COST, here));
      case SUCCESS ->
          FrontChart.draw(heading, measures, up, plans(tree, on, DefenceFront.Aim.SUCCESS, here));
    };
  }

  private static String unit(String what, String unit) {
    return unit.isBlank() ? what : what + ", " + unit;
  }

  private interface Height {
    double of(Attack attack);
  }

  private static List<FrontChart.Point> attacks(
      AttackTree tree, List<Attack> attacks, Height height, Surroundings here) {
    List<FrontChart.Point> points = new ArrayList<>();
    for (Attack attack : attacks) {
      points.add(point(tree, attack.cost(), height.of(attack), attack.steps(), here));
    }
    return points;
  }

  private static List<FrontChart.Point> plans(
      AttackTree tree, Set<String> on, DefenceFront.Aim aim, Surroundings here)
      throws TreeTooLarge {
    return DefenceFront.of(tree, on, aim, Limits.WHILE_TYPING).stream()
        .map(plan -> point(tree, plan.cost(), plan.value(), plan.countermeasures(), here))
        .toList();
  }

  private static FrontChart.Point point(
      AttackTree tree, double across, double up, List<String> ids, Surroundings here) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(tree.node(id).name().isBlank() ? id : tree.node(id).name()));
    String what = names.isEmpty() ? here.text("attacks.chart.nothing") : String.join("; ", names);
    return new FrontChart.Point(
        across, up, Amounts.number(across) + ", " + Amounts.number(up) + ": " + what);
  }
}
