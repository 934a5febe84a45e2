package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sets of countermeasures between which there is something to choose: by rising cost, each
 * leaves the attacker worse off than all before it. After B. Fila, W. Wideł, <i>Exploiting
 * attack–defense trees to find an optimal set of countermeasures</i>, 2020, by the method of D. V.
 * Copae, R. Soltani, M. Lopuhaä-Zwakenberg, <i>Attack-Defense Trees with Offensive and Defensive
 * Attributes</i>, 2025: in a decision diagram that asks for the countermeasures first, every node
 * beneath them is what the attacker meets.
 */
public final class DefenceFront {
  /** What the defender wants of the attacker. */
  public enum Aim {
    /** The cheapest attack shall cost much; without an attack the value is infinite. */
    COST,
    /** The likeliest attack shall be unlikely. */
    LIKELIEST,
    /** It shall be unlikely that an attacker succeeds who tries everything. */
    SUCCESS;

    boolean isBetter(double one, double other) {
      return this == COST ? one > other * (1 + Front.NOISE) : one < other * (1 - Front.NOISE);
    }
  }

  private final Diagram diagram;
  private final Aim aim;
  private final double[] costs;
  private final List<TreeNode.Countermeasure> countermeasures;
  private final int limit;
  private final Front[] fronts;

  private DefenceFront(
      Diagram diagram, Aim aim, List<TreeNode.Countermeasure> countermeasures, int limit) {
    this.diagram = diagram;
    this.aim = aim;
    this.countermeasures = countermeasures;
    this.limit = limit;
    this.fronts = Front.none(diagram.size());
    this.costs = costs(countermeasures);
  }

  /** What each costs; 0 where that is not known. */
  static double[] costs(List<TreeNode.Countermeasure> countermeasures) {
    return countermeasures.stream()
        .mapToDouble(
            c -> {
              @Nullable Double cost = c.cost();
              return cost == null ? 0 : cost;
            })
        .toArray();
  }

  /**
   * The front, from adding nothing on. Where the diagram of all choices is too large, the plans are
   * found one after the other by {@link DefenceWalk}, which gives the same front.
   *
   * @param kept the countermeasures that are on in any case and cost nothing more
   * @throws IllegalArgumentException when the tree has no such countermeasure
   */
  public static List<DefencePlan> of(AttackTree tree, Set<String> kept, Aim aim, Limits limits)
      throws TreeTooLarge {
    Analysis.checkCountermeasures(tree, kept);
    try {
      return byDiagram(tree, kept, aim, limits);
    } catch (TreeTooLarge _) {
      return DefenceWalk.of(tree, kept, aim, limits);
    }
  }

  /** The front by one diagram of all choices and steps. */
  static List<DefencePlan> byDiagram(AttackTree tree, Set<String> kept, Aim aim, Limits limits)
      throws TreeTooLarge {
    Diagram diagram =
        Diagram.of(Circuit.open(tree, kept), limits, "choosing among all countermeasures");
    DefenceFront front =
        new DefenceFront(diagram, aim, tree.countermeasures(), limits.frontPoints());
    front.reckon(new Figures(tree));
    return front.plans();
  }

  /** The last plan of a front that a budget pays for. A front begins with a plan that is free. */
  public static DefencePlan within(List<DefencePlan> front, double budget) {
    DefencePlan best = front.getFirst();
    for (DefencePlan plan : front) {
      if (plan.cost() <= budget) {
        best = plan;
      }
    }
    return best;
  }

  private void reckon(Figures figures) throws TreeTooLarge {
    double[] met = met(figures);
    long points = 0;
    for (int node : diagram.upwards()) {
      if (diagram.isEnd(node) || !diagram.isChoice(node)) {
        fronts[node] = Front.of(met[node]);
      } else {
        // The variable of a choice is true while the countermeasure is off.
        fronts[node] =
            Front.ofChoice(
                fronts[diagram.high(node)],
                fronts[diagram.low(node)],
                costs[diagram.leaf(node)],
                value -> value,
                aim::isBetter);
      }
      points += fronts[node].size();
      if (points > limit) {
        throw new TreeTooLarge("choosing among all countermeasures", limit + " points of fronts");
      }
    }
  }

  /** What the attacker meets at each node beneath the choices. */
  private double[] met(Figures figures) {
    double[] met = new double[fronts.length];
    switch (aim) {
      case COST -> {
        BestAttack best = new BestAttack(diagram, BestAttack.By.COST, figures.cost);
        Arrays.setAll(met, best::at);
      }
      case LIKELIEST -> {
        BestAttack best = new BestAttack(diagram, BestAttack.By.PROBABILITY, figures.probability);
        Arrays.setAll(met, best::at);
      }
      case SUCCESS -> {
        SuccessProbability success = new SuccessProbability(diagram, figures.probability);
        Arrays.setAll(met, success::at);
      }
    }
    return met;
  }

  private List<DefencePlan> plans() {
    List<DefencePlan> plans = new ArrayList<>();
    Front front = fronts[diagram.root()];
    for (int k = 0; k < front.size(); k++) {
      BitSet chosen = new BitSet();
      int node = diagram.root();
      int point = k;
      while (!diagram.isEnd(node) && diagram.isChoice(node)) {
        boolean isOn = fronts[node].isTaken(point);
        point = fronts[node].next(point);
        if (isOn) {
          chosen.set(diagram.leaf(node));
        }
        node = isOn ? diagram.low(node) : diagram.high(node);
      }
      plans.add(
          new DefencePlan(
              chosen.stream().mapToObj(c -> countermeasures.get(c).id()).toList(),
              front.cost(k),
              front.value(k)));
    }
    return plans;
  }
}
