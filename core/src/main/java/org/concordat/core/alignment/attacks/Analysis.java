package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a tree comes to while certain countermeasures are on. All answers are exact also where nodes
 * are shared: an attack is a set of steps, and a step that serves several goals is paid once.
 *
 * <p>Answers are reckoned when they are asked for, and the decision diagram behind them once.
 */
public final class Analysis {
  private final AttackTree tree;
  private final Set<String> on;
  private final Limits limits;
  private final Circuit circuit;
  private final Figures figures;
  private final List<TreeNode.AttackStep> steps;
  private @Nullable Diagram diagram;

  private Analysis(AttackTree tree, Set<String> on, Limits limits) {
    this.tree = tree;
    this.on = Set.copyOf(on);
    this.limits = limits;
    this.circuit = Circuit.under(tree, on);
    this.figures = new Figures(tree);
    this.steps = tree.steps();
  }

  /**
   * The tree while exactly these countermeasures are on.
   *
   * @throws IllegalArgumentException when the tree has no such countermeasure
   */
  public static Analysis of(AttackTree tree, Set<String> on, Limits limits) {
    checkCountermeasures(tree, on);
    return new Analysis(tree, on, limits);
  }

  static void checkCountermeasures(AttackTree tree, Set<String> ids) {
    Set<String> strangers = new LinkedHashSet<>(ids);
    tree.countermeasures().forEach(c -> strangers.remove(c.id()));
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException(
          "attack tree '" + tree.id() + "' has no countermeasure " + strangers);
    }
  }

  public AttackTree tree() {
    return tree;
  }

  /** The countermeasures that are on. */
  public Set<String> on() {
    return on;
  }

  /** Whether there is any attack left. */
  public boolean isPossible() {
    return circuit.holds(circuit.steps());
  }

  /** The attack that costs least; empty when none is possible. */
  public Optional<Attack> cheapest() throws TreeTooLarge {
    return best(BestAttack.By.COST, figures.cost);
  }

  /** The attack whose steps all succeed with the highest probability. */
  public Optional<Attack> likeliest() throws TreeTooLarge {
    return best(BestAttack.By.PROBABILITY, figures.probability);
  }

  /** The attack that takes the least skill. */
  public Optional<Attack> easiest() throws TreeTooLarge {
    return best(BestAttack.By.SKILL, figures.skill);
  }

  private Optional<Attack> best(BestAttack.By by, double[] values) throws TreeTooLarge {
    return isPossible()
        ? Optional.of(attack(new BestAttack(diagram(), by, values).attack()))
        : Optional.empty();
  }

  /** The attack that takes the least time; empty when none can be carried out. */
  public Optional<Attack> fastest() throws TreeTooLarge {
    List<TimeFront.Point> front = timeFront(circuit.steps(), new double[steps.size()]);
    return front.isEmpty()
        ? Optional.empty()
        : Optional.of(attack(front.getFirst().steps(), front.getFirst().time()));
  }

  /**
   * The probability that the root is reached at all when every step is tried and succeeds or fails
   * independently of the others.
   */
  public double success() throws TreeTooLarge {
    Diagram made = diagram();
    return new SuccessProbability(made, figures.probability).at(made.root());
  }

  /** The attacks that no other one beats in both cost and probability, by rising cost. */
  public List<Attack> costAgainstProbability() throws TreeTooLarge {
    List<Attack> front = new ArrayList<>();
    for (BitSet attack :
        new CostLikelihoodFront(diagram(), figures.cost, figures.probability, limits).attacks()) {
      front.add(attack(attack));
    }
    return front;
  }

  /** The attacks that no other one beats in both cost and time, by rising cost. */
  public List<Attack> costAgainstTime() throws TreeTooLarge {
    List<Attack> front = new ArrayList<>();
    for (TimeFront.Point point : timeFront(circuit.steps(), figures.cost)) {
      front.add(attack(point.steps(), point.time()));
    }
    return front;
  }

  private List<TimeFront.Point> timeFront(BitSet allowed, double[] costs) throws TreeTooLarge {
    return new TimeFront(circuit, allowed, costs, figures.time, limits).ofRoot();
  }

  /** Which values of which steps are missing. */
  public UnknownValues unknown() {
    return new UnknownValues(
        missing(StepValues::cost),
        missing(StepValues::probability),
        missing(StepValues::skill),
        missing(StepValues::time));
  }

  private List<String> missing(Function<StepValues, @Nullable Object> value) {
    return circuit.steps().stream()
        .mapToObj(steps::get)
        .filter(step -> value.apply(step.values()) == null)
        .map(TreeNode.AttackStep::id)
        .toList();
  }

  /** How many nodes the decision diagram has: a measure of how hard the tree is. */
  public int diagramSize() throws TreeTooLarge {
    return diagram().size();
  }

  private Diagram diagram() throws TreeTooLarge {
    Diagram made = diagram;
    if (made == null) {
      made = Diagram.of(circuit, limits, "evaluating this tree");
      diagram = made;
    }
    return made;
  }

  private Attack attack(BitSet done) throws TreeTooLarge {
    BitSet minimal = circuit.minimal(done);
    List<TimeFront.Point> ways = timeFront(minimal, new double[steps.size()]);
    return described(
        minimal,
        ways.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ways.getFirst().time()));
  }

  /** An attack whose time is known, and may rest on steps that it could do without. */
  private Attack attack(BitSet done, double time) {
    return described(done, OptionalDouble.of(time));
  }

  private Attack described(BitSet done, OptionalDouble time) {
    double cost = 0;
    double probability = 1;
    double skill = 0;
    List<String> ids = new ArrayList<>();
    for (int step = done.nextSetBit(0); step >= 0; step = done.nextSetBit(step + 1)) {
      ids.add(steps.get(step).id());
      cost += figures.cost[step];
      probability *= figures.probability[step];
      skill = Math.max(skill, figures.skill[step]);
    }
    return new Attack(ids, cost, probability, (int) skill, time);
  }
}
