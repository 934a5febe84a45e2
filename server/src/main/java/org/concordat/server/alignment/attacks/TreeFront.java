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
  String draw(AttackTree tree, Set<String> on) {
    try {
      return drawn(tree, on);
    } catch (TreeTooLarge tooLarge) {
      return FrontChart.draw(String.valueOf(tooLarge.getMessage()), "", "", List.of());
    }
  }

  private String drawn(AttackTree tree, Set<String> on) throws TreeTooLarge {
    Analysis analysis = Analysis.of(tree, on, Limits.WHILE_TYPING);
    String cost = unit("cost of the attack", tree.units().cost());
    String price = unit("price of further countermeasures", tree.units().cost());
    return switch (this) {
      case PROBABILITY ->
          FrontChart.draw(
              "What more money buys an attacker: probability",
              cost,
              "probability",
              attacks(tree, analysis.costAgainstProbability(), Attack::probability));
      case TIME ->
          FrontChart.draw(
              "What more money buys an attacker: time",
              cost,
              unit("time", tree.units().time()),
              attacks(
                  tree,
                  analysis.costAgainstTime(),
                  a -> a.time().orElse(Double.POSITIVE_INFINITY)));
      case PRICE ->
          FrontChart.draw(
              "What further countermeasures buy: dearer attacks",
              price,
              unit("cost of the cheapest attack", tree.units().cost()),
              plans(tree, on, DefenceFront.Aim.COST));
      case SUCCESS ->
          FrontChart.draw(
              "What further countermeasures buy: less success",
              price,
              "probability of success",
              plans(tree, on, DefenceFront.Aim.SUCCESS));
    };
  }

  private static String unit(String what, String unit) {
    return unit.isBlank() ? what : what + ", " + unit;
  }

  private interface Height {
    double of(Attack attack);
  }

  private static List<FrontChart.Point> attacks(
      AttackTree tree, List<Attack> attacks, Height height) {
    List<FrontChart.Point> points = new ArrayList<>();
    for (Attack attack : attacks) {
      points.add(point(tree, attack.cost(), height.of(attack), attack.steps()));
    }
    return points;
  }

  private static List<FrontChart.Point> plans(AttackTree tree, Set<String> on, DefenceFront.Aim aim)
      throws TreeTooLarge {
    return DefenceFront.of(tree, on, aim, Limits.WHILE_TYPING).stream()
        .map(plan -> point(tree, plan.cost(), plan.value(), plan.countermeasures()))
        .toList();
  }

  private static FrontChart.Point point(
      AttackTree tree, double across, double up, List<String> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(tree.node(id).name().isBlank() ? id : tree.node(id).name()));
    String what = names.isEmpty() ? "nothing" : String.join("; ", names);
    return new FrontChart.Point(
        across, up, Amounts.number(across) + ", " + Amounts.number(up) + ": " + what);
  }
}
