package org.concordat.server.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.DefencePlan;
import org.concordat.core.alignment.attacks.Evaluation;
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

  /** Draws it as SVG. */
  String draw(AttackTree tree, Evaluation evaluation) {
    String cost = unit("cost of the attack", tree.units().cost());
    String price = unit("price of further countermeasures", tree.units().cost());
    return switch (this) {
      case PROBABILITY ->
          FrontChart.draw(
              "What more money buys an attacker: probability",
              cost,
              "probability",
              attacks(tree, evaluation.costAgainstProbability(), Attack::probability));
      case TIME ->
          FrontChart.draw(
              "What more money buys an attacker: time",
              cost,
              unit("time", tree.units().time()),
              attacks(
                  tree,
                  evaluation.costAgainstTime(),
                  a -> a.time().orElse(Double.POSITIVE_INFINITY)));
      case PRICE ->
          FrontChart.draw(
              "What further countermeasures buy: dearer attacks",
              price,
              unit("cost of the cheapest attack", tree.units().cost()),
              plans(tree, evaluation.plansByCost()));
      case SUCCESS ->
          FrontChart.draw(
              "What further countermeasures buy: less success",
              price,
              "probability of success",
              plans(tree, evaluation.plansBySuccess()));
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

  private static List<FrontChart.Point> plans(AttackTree tree, List<DefencePlan> plans) {
    return plans.stream()
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
