package org.concordat.core.alignment.attacks;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The slow and obvious oracle: says what holds by reading the tree aloud, and tries every set of
 * steps, every set of countermeasures and every way to choose.
 */
final class EveryAttack {
  private final AttackTree tree;
  private final Set<String> on;

  EveryAttack(AttackTree tree, Set<String> on) {
    this.tree = tree;
    this.on = on;
  }

  static List<Set<String>> subsets(List<String> all) {
    List<Set<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<String> subset = new LinkedHashSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  boolean succeeds(Set<String> done) {
    return works(tree.root(), done);
  }

  private boolean works(String id, Set<String> done) {
    TreeNode node = tree.node(id);
    boolean isReached =
        switch (node) {
          case TreeNode.AttackStep step -> done.contains(step.id());
          case TreeNode.Countermeasure measure -> on.contains(measure.id());
          case TreeNode.Gate gate ->
              gate.refinement() == Refinement.OR
                  ? gate.parts().stream().anyMatch(p -> works(p, done))
                  : gate.parts().stream().allMatch(p -> works(p, done));
        };
    return isReached && node.counteredBy().stream().noneMatch(c -> works(c, done));
  }

  List<Set<String>> attacks() {
    return subsets(tree.steps().stream().map(TreeNode.AttackStep::id).toList()).stream()
        .filter(this::succeeds)
        .toList();
  }

  double cost(Set<String> steps) {
    return sum(steps, v -> v.cost() == null ? 0 : v.cost());
  }

  double probability(Set<String> steps) {
    return values(steps)
        .mapToDouble(v -> v.probability() == null ? 1 : v.probability())
        .reduce(1, (a, b) -> a * b);
  }

  int skill(Set<String> steps) {
    return values(steps).mapToInt(v -> v.skill() == null ? 0 : v.skill()).max().orElse(0);
  }

  private double sum(Set<String> steps, ToDoubleFunction<StepValues> value) {
    return values(steps).mapToDouble(value).sum();
  }

  private Stream<StepValues> values(Set<String> steps) {
    return tree.steps().stream().filter(s -> steps.contains(s.id())).map(s -> s.values());
  }

  /** Everything is tried; each outcome has its probability. */
  double success() {
    List<String> all = tree.steps().stream().map(TreeNode.AttackStep::id).toList();
    double success = 0;
    for (Set<String> succeeded : subsets(all)) {
      Set<String> failed = new HashSet<>(all);
      failed.removeAll(succeeded);
      double chance = probability(succeeded);
      for (String step : failed) {
        chance *= 1 - probability(Set.of(step));
      }
      success += succeeds(succeeded) ? chance : 0;
    }
    return success;
  }

  /** A way to reach the root: what it does, and how long that takes, if its orders agree. */
  record Way(Set<String> steps, double cost, double time) {}

  /** Every way to reach the root, with one choice for each node. */
  List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    choose(List.of(tree.root()), new HashMap<>(), chosen -> ways.add(way(chosen)));
    return ways.stream().filter(w -> Double.isFinite(w.time())).toList();
  }

  /** Goes on with the first open node; a node of the defender is open when it is to be undone. */
  private void choose(
      List<String> open,
      Map<String, List<String>> chosen,
      Consumer<Map<String, List<String>>> end) {
    if (open.isEmpty()) {
      end.accept(chosen);
      return;
    }
    String id = open.getFirst();
    List<String> rest = open.subList(1, open.size());
    if (chosen.containsKey(id)) {
      choose(rest, chosen, end);
      return;
    }
    for (List<String> choice : choices(tree.node(id))) {
      Map<String, List<String>> more = new HashMap<>(chosen);
      more.put(id, choice);
      choose(Stream.concat(choice.stream(), rest.stream()).toList(), more, end);
    }
  }

  private List<List<String>> choices(TreeNode node) {
    List<List<String>> choices = new ArrayList<>();
    if (node.actor() == Actor.ATTACKER) {
      boolean isOr = node instanceof TreeNode.Gate g && g.refinement() == Refinement.OR;
      List<List<String>> own =
          isOr ? node.parts().stream().map(List::of).toList() : List.of(node.parts());
      for (List<String> parts : own) {
        choices.add(Stream.concat(parts.stream(), node.counteredBy().stream()).toList());
      }
      return choices;
    }
    switch (node) {
      case TreeNode.Countermeasure measure -> {
        if (!on.contains(measure.id())) {
          return List.of(List.of());
        }
      }
      case TreeNode.Gate gate -> {
        if (gate.refinement() == Refinement.OR) {
          choices.add(gate.parts());
        } else {
          gate.parts().forEach(p -> choices.add(List.of(p)));
        }
      }
      case TreeNode.AttackStep step -> throw new AssertionError(step);
    }
    node.counteredBy().forEach(c -> choices.add(List.of(c)));
    return choices;
  }

  private Way way(Map<String, List<String>> chosen) {
    Map<String, Set<String>> after = new HashMap<>();
    for (String id : chosen.keySet()) {
      if (tree.node(id) instanceof TreeNode.Gate gate
          && gate.actor() == Actor.ATTACKER
          && gate.refinement() == Refinement.SAND) {
        Set<String> before = new LinkedHashSet<>();
        for (String part : gate.parts()) {
          Set<String> steps = steps(part, chosen);
          for (String step : steps) {
            if (!before.contains(step)) {
              after.computeIfAbsent(step, _ -> new HashSet<>()).addAll(before);
            }
          }
          before.addAll(steps);
        }
      }
    }
    Set<String> steps = steps(tree.root(), chosen);
    double time = 0;
    for (String step : steps) {
      time = Math.max(time, end(step, after, Set.of()));
    }
    return new Way(steps, cost(steps), time);
  }

  private Set<String> steps(String id, Map<String, List<String>> chosen) {
    Set<String> steps = new LinkedHashSet<>();
    if (tree.node(id) instanceof TreeNode.AttackStep) {
      steps.add(id);
    }
    chosen.getOrDefault(id, List.of()).forEach(next -> steps.addAll(steps(next, chosen)));
    return steps;
  }

  private double end(String step, Map<String, Set<String>> after, Set<String> awaited) {
    if (awaited.contains(step)) {
      return Double.POSITIVE_INFINITY;
    }
    Set<String> more = Stream.concat(awaited.stream(), Stream.of(step)).collect(toSet());
    double begin = 0;
    for (String before : after.getOrDefault(step, Set.of())) {
      begin = Math.max(begin, end(before, after, more));
    }
    Double time = ((TreeNode.AttackStep) tree.node(step)).values().time();
    return begin + (time == null ? 0 : time);
  }
}
