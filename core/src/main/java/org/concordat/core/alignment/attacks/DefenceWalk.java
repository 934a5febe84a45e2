package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The front of defences, plan by plan: the next one is the cheapest that leaves the attacker worse
 * off than all before it.
 *
 * <p>A set of countermeasures that does not, made as large as it can be without doing so, is a
 * reason: any plan that does has something outside of it. The cheapest sets that keep all reasons
 * so far are tried until one does (implicit hitting sets: E. Moreno-Centeno, R. M. Karp, <i>The
 * implicit hitting set approach to solve combinatorial optimization problems</i>, 2013). Each try
 * takes a diagram over the steps alone, which stays small where one over all choices does not.
 */
final class DefenceWalk {
  private static final String ANSWER = "choosing among all countermeasures";

  /** So many times the nodes of one diagram all tries may take together. */
  private static final int DIAGRAMS = 10;

  /** For so many choices of the limits there is one try: a try is some hundred times the work. */
  private static final int CHOICES = 50;

  private final AttackTree tree;
  private final Set<String> kept;
  private final DefenceFront.Aim aim;
  private final Limits limits;
  private final List<TreeNode.Countermeasure> countermeasures;
  private final double[] costs;
  private final Figures figures;
  private final Circuit open;
  private final BitSet choices = new BitSet();
  private final Map<BitSet, Met> met = new HashMap<>();
  private long nodes;

  /** What the attacker meets, and the attack that is behind it, where there is one. */
  private record Met(double value, @Nullable BitSet attack) {}

  private DefenceWalk(AttackTree tree, Set<String> kept, DefenceFront.Aim aim, Limits limits) {
    this.tree = tree;
    this.kept = kept;
    this.aim = aim;
    this.limits = limits;
    countermeasures = tree.countermeasures();
    costs = DefenceFront.costs(countermeasures);
    figures = new Figures(tree);
    open = Circuit.open(tree, kept);
    for (int c = 0; c < costs.length; c++) {
      if (!kept.contains(countermeasures.get(c).id())) {
        choices.set(c);
      }
    }
  }

  static List<DefencePlan> of(
      AttackTree tree, Set<String> kept, DefenceFront.Aim aim, Limits limits) throws TreeTooLarge {
    return new DefenceWalk(tree, kept, aim, limits).plans();
  }

  private List<DefencePlan> plans() throws TreeTooLarge {
    List<DefencePlan> plans = new ArrayList<>();
    HittingSets reasons = new HittingSets(costs);
    double value = met(new BitSet()).value;
    double best = met(choices).value;
    plans.add(plan(new BitSet(), value));
    while (aim.isBetter(best, value)) {
      BitSet chosen = reasons.cheapest();
      Met here = met(chosen);
      while (!aim.isBetter(here.value, value)) {
        reasons.add(outside(chosen, here, value));
        chosen = reasons.cheapest();
        here = met(chosen);
      }
      value = here.value;
      DefencePlan plan = plan(chosen, value);
      if (plan.cost() <= plans.getLast().cost()) {
        plans.removeLast();
      }
      plans.add(plan);
    }
    return plans;
  }

  /** What any plan must have something of that leaves the attacker worse off than that. */
  private BitSet outside(BitSet chosen, Met here, double value) throws TreeTooLarge {
    BitSet large = (BitSet) chosen.clone();
    List<Integer> others = new ArrayList<>();
    choices.stream().filter(c -> !large.get(c)).forEach(others::add);
    // What is cheap stays outside, so that reasons lead to cheap plans soon.
    others.sort(Comparator.comparingDouble((Integer c) -> costs[c]).reversed());
    for (int c : others) {
      large.set(c);
      boolean isWorse =
          here.attack == null
              ? aim.isBetter(met(large).value, value)
              : !open.holds(here.attack, large);
      if (isWorse) {
        large.clear(c);
      }
    }
    BitSet outside = (BitSet) choices.clone();
    outside.andNot(large);
    return outside;
  }

  private Met met(BitSet chosen) throws TreeTooLarge {
    Met known = met.get(chosen);
    if (known == null) {
      known = reckoned(chosen);
      met.put((BitSet) chosen.clone(), known);
    }
    return known;
  }

  private Met reckoned(BitSet chosen) throws TreeTooLarge {
    Set<String> on = new LinkedHashSet<>(kept);
    chosen.stream().forEach(c -> on.add(countermeasures.get(c).id()));
    Diagram diagram = Diagram.of(Circuit.under(tree, on), limits, ANSWER);
    nodes += diagram.size();
    int tries = Math.max(1, limits.choices() / CHOICES);
    if (met.size() >= tries || nodes > (long) DIAGRAMS * limits.diagramNodes()) {
      throw new TreeTooLarge(ANSWER, tries + " sets of countermeasures that are tried");
    }
    return switch (aim) {
      case COST -> met(diagram, BestAttack.By.COST, figures.cost);
      case LIKELIEST -> met(diagram, BestAttack.By.PROBABILITY, figures.probability);
      case SUCCESS ->
          new Met(new SuccessProbability(diagram, figures.probability).at(diagram.root()), null);
    };
  }

  private static Met met(Diagram diagram, BestAttack.By by, double[] values) {
    BestAttack best = new BestAttack(diagram, by, values);
    return new Met(best.at(diagram.root()), diagram.root() == Bdd.FALSE ? null : best.attack());
  }

  private DefencePlan plan(BitSet chosen, double value) {
    return new DefencePlan(
        chosen.stream().mapToObj(c -> countermeasures.get(c).id()).toList(),
        chosen.stream().mapToDouble(c -> costs[c]).sum(),
        value);
  }
}
