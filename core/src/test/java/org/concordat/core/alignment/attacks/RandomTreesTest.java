package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.concordat.core.alignment.attacks.EveryAttack.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random small graphs with shared nodes, sequences and defences, against every possible attack. */
class RandomTreesTest {
  private static final int ROUNDS = 400;

  static LongStream seeds() {
    return LongStream.range(0, ROUNDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_figure_is_that_of_trying_every_attack(long seed) throws Exception {
    AttackTree tree = random(new Random(seed));
    for (Set<String> on : EveryAttack.subsets(ids(tree))) {
      checkAttacks(tree, on);
      checkTimes(tree, on);
    }
  }

  private static void checkAttacks(AttackTree tree, Set<String> on) throws Exception {
    EveryAttack oracle = new EveryAttack(tree, on);
    List<Set<String>> attacks = oracle.attacks();
    Analysis analysis = Analysis.of(tree, on, Limits.DEFAULT);

    assertThat(analysis.isPossible()).isEqualTo(!attacks.isEmpty());
    assertThat(analysis.success()).isCloseTo(oracle.success(), within(1e-9));
    if (attacks.isEmpty()) {
      assertThat(analysis.cheapest()).isEmpty();
      assertThat(analysis.costAgainstProbability()).isEmpty();
      return;
    }
    Attack cheapest = analysis.cheapest().orElseThrow();
    checkAttack(oracle, cheapest);
    assertThat(cheapest.cost())
        .isEqualTo(attacks.stream().mapToDouble(oracle::cost).min().orElseThrow());
    Attack easiest = analysis.easiest().orElseThrow();
    checkAttack(oracle, easiest);
    assertThat(easiest.skill())
        .isEqualTo(attacks.stream().mapToInt(oracle::skill).min().orElseThrow());
    Attack likeliest = analysis.likeliest().orElseThrow();
    checkAttack(oracle, likeliest);
    assertThat(likeliest.probability())
        .isEqualTo(attacks.stream().mapToDouble(oracle::probability).max().orElseThrow());
    List<Attack> front = analysis.costAgainstProbability();
    front.forEach(attack -> checkAttack(oracle, attack));
    assertThat(front.stream().map(a -> List.of(a.cost(), a.probability())).toList())
        .isEqualTo(front(oracle, attacks));
  }

  /** Every step is needed, and the values are those of the steps. */
  private static void checkAttack(EveryAttack oracle, Attack attack) {
    Set<String> steps = new LinkedHashSet<>(attack.steps());
    assertThat(oracle.succeeds(steps)).isTrue();
    for (String step : steps) {
      Set<String> fewer = new HashSet<>(steps);
      fewer.remove(step);
      assertThat(oracle.succeeds(fewer)).as(step + " of " + steps).isFalse();
    }
    assertThat(attack.cost()).isEqualTo(oracle.cost(steps));
    assertThat(attack.probability()).isEqualTo(oracle.probability(steps));
    assertThat(attack.skill()).isEqualTo(oracle.skill(steps));
    OptionalDouble time =
        oracle.ways().stream()
            .filter(w -> steps.containsAll(w.steps()))
            .mapToDouble(Way::time)
            .min();
    assertThat(attack.time()).isEqualTo(time);
  }

  private static List<List<Double>> front(EveryAttack oracle, List<Set<String>> attacks) {
    TreeMap<Double, Double> likeliest = new TreeMap<>();
    attacks.forEach(a -> likeliest.merge(oracle.cost(a), oracle.probability(a), Math::max));
    List<List<Double>> front = new ArrayList<>();
    double reached = -1;
    for (var point : likeliest.entrySet()) {
      if (point.getValue() > reached) {
        front.add(List.of(point.getKey(), point.getValue()));
        reached = point.getValue();
      }
    }
    return front;
  }

  private static void checkTimes(AttackTree tree, Set<String> on) throws Exception {
    List<Way> ways = new ArrayList<>(new EveryAttack(tree, on).ways());
    Analysis analysis = Analysis.of(tree, on, Limits.DEFAULT);
    ways.sort(Comparator.comparingDouble(Way::cost).thenComparingDouble(Way::time));
    List<List<Double>> front = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Way way : ways) {
      if (way.time() < least) {
        front.add(List.of(way.cost(), way.time()));
        least = way.time();
      }
    }
    assertThat(
            analysis.costAgainstTime().stream()
                .map(a -> List.of(a.cost(), a.time().orElseThrow()))
                .toList())
        .isEqualTo(front);
    assertThat(analysis.fastest().map(a -> a.time().orElseThrow()).orElse(-1.0))
        .isEqualTo(ways.stream().mapToDouble(Way::time).min().orElse(-1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_plan_is_that_of_trying_every_set_of_countermeasures(long seed) throws Exception {
    Random random = new Random(seed);
    AttackTree tree = random(random);
    Set<String> kept = new HashSet<>(ids(tree));
    kept.removeIf(_ -> random.nextInt(3) > 0);
    for (DefenceFront.Aim aim : DefenceFront.Aim.values()) {
      checkFront(DefenceFront.byDiagram(tree, kept, aim, Limits.DEFAULT), tree, kept, aim);
      checkFront(DefenceWalk.of(tree, kept, aim, Limits.DEFAULT), tree, kept, aim);
    }
  }

  private static void checkFront(
      List<DefencePlan> front, AttackTree tree, Set<String> kept, DefenceFront.Aim aim) {
    assertThat(front.stream().map(p -> List.of(p.cost(), rounded(p.value()))).toList())
        .as(aim.name())
        .isEqualTo(plans(tree, kept, aim));
    for (DefencePlan plan : front) {
      Set<String> on = new HashSet<>(kept);
      on.addAll(plan.countermeasures());
      assertThat(rounded(value(new EveryAttack(tree, on), aim))).isEqualTo(rounded(plan.value()));
    }
  }

  private static List<List<Double>> plans(AttackTree tree, Set<String> kept, DefenceFront.Aim aim) {
    List<String> free = ids(tree).stream().filter(c -> !kept.contains(c)).toList();
    List<List<Double>> all = new ArrayList<>();
    for (Set<String> added : EveryAttack.subsets(free)) {
      Set<String> on = new HashSet<>(kept);
      on.addAll(added);
      double cost =
          tree.countermeasures().stream()
              .filter(c -> added.contains(c.id()))
              .mapToDouble(c -> c.cost() == null ? 0 : c.cost())
              .sum();
      all.add(List.of(cost, rounded(value(new EveryAttack(tree, on), aim))));
    }
    return all.stream()
        .filter(p -> all.stream().noneMatch(q -> beats(q, p, aim)))
        .distinct()
        .sorted(Comparator.comparingDouble(List::getFirst))
        .toList();
  }

  private static boolean beats(List<Double> one, List<Double> other, DefenceFront.Aim aim) {
    double sign = aim == DefenceFront.Aim.COST ? -1 : 1;
    double a = sign * one.getLast();
    double b = sign * other.getLast();
    return one.getFirst() <= other.getFirst()
        && a <= b
        && (one.getFirst() < other.getFirst() || a < b);
  }

  private static double value(EveryAttack oracle, DefenceFront.Aim aim) {
    return switch (aim) {
      case COST ->
          oracle.attacks().stream()
              .mapToDouble(oracle::cost)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      case LIKELIEST -> oracle.attacks().stream().mapToDouble(oracle::probability).max().orElse(0);
      case SUCCESS -> oracle.success();
    };
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e9) / 1e9 : value;
  }

  private static List<String> ids(AttackTree tree) {
    return tree.countermeasures().stream().map(TreeNode.Countermeasure::id).toList();
  }

  /** Nodes name nodes before them, so that there are no circles and much is shared. */
  static AttackTree random(Random random) {
    Plant plant = new Plant();
    List<String> attacks = new ArrayList<>();
    List<String> defences = new ArrayList<>();
    int steps = 3 + random.nextInt(4);
    for (int i = 0; i < steps; i++) {
      attacks.add("a" + i);
      plant.step(
          "a" + i,
          random.nextInt(6) == 0 ? null : (double) random.nextInt(8),
          random.nextInt(6) == 0 ? null : random.nextInt(5) / 4.0,
          random.nextInt(6) == 0 ? null : random.nextInt(5),
          random.nextInt(6) == 0 ? null : (double) random.nextInt(8));
    }
    int measures = random.nextInt(4);
    for (int i = 0; i < measures; i++) {
      plant.measure("d" + i, random.nextInt(6));
      defences.add("d" + i);
      counter(plant, random, "d" + i, attacks, 4);
    }
    int gates = 2 + random.nextInt(5);
    for (int i = 0; i < gates; i++) {
      boolean isDefence = defences.size() > 1 && random.nextInt(4) == 0;
      List<String> own = isDefence ? defences : attacks;
      String[] parts = some(random, own);
      String id = "g" + i;
      Refinement refinement = List.of(Refinement.values()).get(random.nextInt(3));
      plant =
          isDefence
              ? plant.defence(id, refinement, parts)
              : switch (refinement) {
                case OR -> plant.or(id, parts);
                case AND -> plant.and(id, parts);
                case SAND -> plant.sand(id, parts);
              };
      counter(plant, random, id, isDefence ? attacks : defences, 2);
      own.add(id);
    }
    plant.or("root", attacks.getLast(), attacks.get(random.nextInt(attacks.size() - 1)));
    counter(plant, random, "root", defences, 4);
    return plant.tree();
  }

  private static void counter(
      Plant plant, Random random, String id, List<String> others, int oneIn) {
    if (!others.isEmpty() && random.nextInt(oneIn) == 0) {
      plant.counter(id, others.get(random.nextInt(others.size())));
    }
  }

  private static String[] some(Random random, List<String> all) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled
        .subList(0, Math.min(shuffled.size(), 1 + random.nextInt(3)))
        .toArray(String[]::new);
  }
}
