package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.DefenceFront;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.TreeTooLarge;
import org.concordat.formats.attacks.Amounts;
import org.concordat.formats.yaml.Words;

/**
 * A front of an attack tree as a chart. Their names are those of the rows in {@link
 * org.concordat.formats.attacks.EvaluationTable}.
 */
public enum TreeFront {
  /** Cost of an attack against its probability. */
  COST_PROBABILITY,
  /** Cost of an attack against its time. */
  COST_TIME,
  /** Price of further countermeasures against the cost of the cheapest attack. */
  PLAN_COST,
  /** Price of further countermeasures against the probability that an attacker succeeds. */
  PLAN_SUCCESS;

  /**
   * The words of these charts.
   *
   * @param heading what a chart shows
   * @param up what its vertical axis counts
   * @param ofAttack what the horizontal axis counts where it is about attacks
   * @param ofMeasures and where it is about countermeasures
   * @param none what a point says without any node
   * @param missing what is said where there is no attack at all, and what that means
   * @param tooLarge what is said of a front that takes too much work, and why
   * @param number how numbers are written
   */
  public record Sayings(
      Function<TreeFront, String> heading,
      Function<TreeFront, String> up,
      String ofAttack,
      String ofMeasures,
      String none,
      List<String> missing,
      List<String> tooLarge,
      DoubleFunction<String> number) {
    public Sayings {
      missing = List.copyOf(missing);
      tooLarge = List.copyOf(tooLarge);
    }

    /** The words of programs and of the command line. */
    public static final Sayings ENGLISH =
        new Sayings(
            front ->
                switch (front) {
                  case COST_PROBABILITY -> "What more money buys an attacker: probability";
                  case COST_TIME -> "What more money buys an attacker: time";
                  case PLAN_COST -> "What further countermeasures buy: dearer attacks";
                  case PLAN_SUCCESS -> "What further countermeasures buy: less success";
                },
            front ->
                switch (front) {
                  case COST_PROBABILITY -> "probability";
                  case COST_TIME -> "time";
                  case PLAN_COST -> "cost of the cheapest attack";
                  case PLAN_SUCCESS -> "probability of success";
                },
            "cost of the attack",
            "price of further countermeasures",
            "nothing",
            List.of("There is nothing to choose between.", "No attack is possible."),
            List.of("This front is not drawn.", "It takes too much work."),
            Amounts::number);
  }

  /** Its name, such as {@code cost-probability}. */
  public String word() {
    return Words.of(this);
  }

  /** The front of that name. */
  public static Optional<TreeFront> of(String word) {
    return Words.find(TreeFront.class, word);
  }

  /**
   * Draws it as a complete SVG document. What would take too much work is drawn as a message that
   * says so.
   *
   * @param on the countermeasures that are on
   * @throws IllegalArgumentException when the tree has no such countermeasure
   */
  public String draw(AttackTree tree, Set<String> on, Limits limits, Sayings sayings) {
    try {
      return FrontChart.draw(
          legend(tree, sayings, sayings.missing()), points(tree, on, limits, sayings));
    } catch (TreeTooLarge _) {
      return FrontChart.draw(legend(tree, sayings, sayings.tooLarge()), List.of());
    }
  }

  private FrontChart.Legend legend(AttackTree tree, Sayings sayings, List<String> nothing) {
    String cost = tree.units().cost();
    return new FrontChart.Legend(
        sayings.heading().apply(this),
        unit(
            switch (this) {
              case COST_PROBABILITY, COST_TIME -> sayings.ofAttack();
              case PLAN_COST, PLAN_SUCCESS -> sayings.ofMeasures();
            },
            cost),
        unit(
            sayings.up().apply(this),
            switch (this) {
              case COST_TIME -> tree.units().time();
              case PLAN_COST -> cost;
              case COST_PROBABILITY, PLAN_SUCCESS -> "";
            }),
        nothing,
        sayings.number());
  }

  private static String unit(String what, String unit) {
    return unit.isBlank() ? what : what + ", " + unit;
  }

  private List<FrontChart.Point> points(
      AttackTree tree, Set<String> on, Limits limits, Sayings sayings) throws TreeTooLarge {
    return switch (this) {
      case COST_PROBABILITY ->
          attacks(
              tree,
              Analysis.of(tree, on, limits).costAgainstProbability(),
              Attack::probability,
              sayings);
      case COST_TIME ->
          attacks(
              tree,
              Analysis.of(tree, on, limits).costAgainstTime(),
              attack -> attack.time().orElse(Double.POSITIVE_INFINITY),
              sayings);
      case PLAN_COST -> plans(tree, on, DefenceFront.Aim.COST, limits, sayings);
      case PLAN_SUCCESS -> plans(tree, on, DefenceFront.Aim.SUCCESS, limits, sayings);
    };
  }

  private static List<FrontChart.Point> attacks(
      AttackTree tree, List<Attack> attacks, ToDoubleFunction<Attack> height, Sayings sayings) {
    return attacks.stream()
        .map(a -> point(tree, a.cost(), height.applyAsDouble(a), a.steps(), sayings))
        .toList();
  }

  private static List<FrontChart.Point> plans(
      AttackTree tree, Set<String> on, DefenceFront.Aim aim, Limits limits, Sayings sayings)
      throws TreeTooLarge {
    return DefenceFront.of(tree, on, aim, limits).stream()
        .map(plan -> point(tree, plan.cost(), plan.value(), plan.countermeasures(), sayings))
        .toList();
  }

  private static FrontChart.Point point(
      AttackTree tree, double across, double up, List<String> ids, Sayings sayings) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(tree.node(id).name().isBlank() ? id : tree.node(id).name()));
    String what = names.isEmpty() ? sayings.none() : String.join("; ", names);
    return new FrontChart.Point(
        across,
        up,
        sayings.number().apply(across) + "; " + sayings.number().apply(up) + ": " + what);
  }
}
