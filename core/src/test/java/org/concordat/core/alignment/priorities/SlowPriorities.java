package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The oracle that the engine is held against: the definition of a priority written down sentence by
 * sentence, in exact arithmetic, for small workspaces without errors. It shares no code with the
 * engine.
 *
 * <p>Where the definition leaves room:
 *
 * <ul>
 *   <li>With an average, a score need not be the weight of a level, and then cumulation is not
 *       monotone: a handed 1/2 shows level 2 of 3, and where it displaces several of level 1 the
 *       inherited score falls from 2/3 to 1/2. What is computed is the fixed point that contains
 *       nothing but what the own scores cause: first the least one without cumulation, then upwards
 *       from there with it. Starting cumulation at once may leave a passing 2/3 that a cycle keeps
 *       alive for ever.
 *   <li>A path score includes the cap of a redundancy group, and no cumulation.
 *   <li>Parallel dependencies give the same path several times; the best score is listed once, and
 *       among equal ones the highest levels.
 * </ul>
 */
final class SlowPriorities {
  /** One requirement's figures; {@code level} is a number, 0 for none. */
  record Need(
      int rank, Fraction score, int level, Fraction own, SortedMap<String, Fraction> units) {}

  /** One cycle-free path with the levels of its links and, last, of the goal. */
  record Path(List<String> ids, List<Integer> levels, Fraction score) {}

  /** A pair of properties that a dependency carries. */
  private record Carry(Requirement from, Requirement on, int strength, boolean capped) {}

  private record Handed(Requirement by, Fraction score) {}

  private final Workspace workspace;
  private final int n;
  private final Map<String, Integer> importances = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> factorLinks = new TreeMap<>();
  private final Map<Requirement, Map<String, Integer>> requirementLinks = new TreeMap<>();
  private final Set<Requirement> requirements = new TreeSet<>();
  private final List<Carry> carries = new ArrayList<>();
  private final Map<Requirement, Fraction> own = new TreeMap<>();
  private final Map<Requirement, Fraction> needs;

  private SlowPriorities(Workspace workspace, @Nullable String onlyUnit) {
    this.workspace = workspace;
    this.n = workspace.scale().size();
    for (Unit unit : workspace.units()) {
      if (onlyUnit == null || unit.id().equals(onlyUnit)) {
        for (Goal goal : unit.goals()) {
          importances.put(goal.id(), goal.importanceOn(workspace.scale()).number());
        }
      }
    }
    readLinks();
    readRequirementsAndCarries();
    requirements.forEach(r -> own.put(r, ownScore(r)));
    needs = upwards(upwards(own, false), true);
  }

  /** The priorities by the goals of all units. */
  static SlowPriorities of(Workspace workspace) {
    return new SlowPriorities(workspace, null);
  }

  /** The priorities by the goals of one unit alone. */
  static SlowPriorities ofUnit(Workspace workspace, String unit) {
    return new SlowPriorities(workspace, unit);
  }

  /** Score, rank and the rest, by requirement in the order of the ids. */
  SortedMap<Requirement, Need> needs() {
    Map<String, SlowPriorities> byUnit = new TreeMap<>();
    workspace.units().forEach(u -> byUnit.put(u.id(), ofUnit(workspace, u.id())));
    SortedMap<Requirement, Need> result = new TreeMap<>();
    for (Requirement r : requirements) {
      SortedMap<String, Fraction> units = new TreeMap<>();
      byUnit.forEach((unit, priorities) -> units.put(unit, priorities.score(r)));
      result.put(r, new Need(rank(r), score(r), score(r).level(n), own(r), units));
    }
    return result;
  }

  /** The requirements as they are listed: by rank, then by id. */
  List<Requirement> listed() {
    return requirements.stream()
        .sorted(Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  Fraction score(Requirement requirement) {
    return Objects.requireNonNull(needs.get(requirement));
  }

  Fraction own(Requirement requirement) {
    return Objects.requireNonNull(own.get(requirement));
  }

  /** One more than the number of requirements that are needed more. */
  int rank(Requirement requirement) {
    return 1
        + (int) needs.values().stream().filter(s -> s.compareTo(score(requirement)) > 0).count();
  }

  /** All cycle-free paths: best first, then the fewer steps, then the lower ids. */
  List<Path> rationale(Requirement requirement) {
    Map<List<String>, Path> best = new HashMap<>();
    Set<Requirement> visited = new TreeSet<>(List.of(requirement));
    for (Path path : pathsFrom(requirement, visited)) {
      best.merge(path.ids(), path, (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
    }
    return best.values().stream().sorted(BEST_FIRST).toList();
  }

  private static final Comparator<Path> BEST_FIRST =
      Comparator.comparing(Path::score)
          .reversed()
          .thenComparingInt(path -> path.ids().size())
          .thenComparing(Path::ids, SlowPriorities::lexicographically)
          .thenComparing(Path::levels, (a, b) -> lexicographically(b, a));

  private static <T extends Comparable<T>> int lexicographically(List<T> left, List<T> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private void readLinks() {
    Map<Impact.Link, List<Judgement>> judgements = new LinkedHashMap<>();
    for (Impact impact : workspace.impacts()) {
      judgements.computeIfAbsent(impact.link(), k -> new ArrayList<>()).add(impact.judgement());
    }
    for (Impact impact : workspace.impacts()) {
      int level = counting(Objects.requireNonNull(judgements.get(impact.link())));
      switch (impact) {
        case RequirementImpact(Requirement requirement, String factor, Judgement ignored) ->
            requirementLinks.computeIfAbsent(requirement, k -> new TreeMap<>()).put(factor, level);
        case FactorImpact(String factor, String goal, Judgement ignored) -> {
          if (importances.containsKey(goal)) {
            factorLinks.computeIfAbsent(factor, k -> new TreeMap<>()).put(goal, level);
          }
        }
      }
    }
  }

  /** The agreed level, else the median, of an even count the higher of the middle two. */
  private static int counting(List<Judgement> judgements) {
    List<Judgement> agreed = judgements.stream().filter(Judgement::agreed).toList();
    List<Integer> levels =
        (agreed.isEmpty() ? judgements : agreed)
            .stream().map(j -> j.level().number()).sorted().toList();
    return levels.get(levels.size() / 2);
  }

  private void readRequirementsAndCarries() {
    Map<String, Asset> assets = new HashMap<>();
    for (Asset asset : workspace.assets()) {
      assets.put(asset.id(), asset);
      asset.properties().forEach(p -> requirements.add(new Requirement(asset.id(), p)));
    }
    for (Dependency dependency : workspace.dependencies()) {
      SortedMap<String, String> carried = dependency.carries();
      if (carried == null) {
        carried = new TreeMap<>();
        List<String> offered = Objects.requireNonNull(assets.get(dependency.on())).properties();
        for (String p : Objects.requireNonNull(assets.get(dependency.from())).properties()) {
          if (offered.contains(p)) {
            carried.put(p, p);
          }
        }
      }
      int strength = dependency.strengthOn(workspace.scale()).number();
      carried.forEach(
          (from, on) ->
              carries.add(
                  new Carry(
                      new Requirement(dependency.from(), from),
                      new Requirement(dependency.on(), on),
                      strength,
                      on.equals(SecurityProperty.AVAILABILITY) && isSpare(dependency))));
    }
  }

  /** Whether fewer members of the dependency's group are needed than there are. */
  private boolean isSpare(Dependency dependency) {
    Redundancy redundancy = dependency.redundancy();
    if (redundancy == null) {
      return false;
    }
    Set<String> members = new TreeSet<>();
    for (Dependency other : workspace.dependencies()) {
      Redundancy others = other.redundancy();
      if (other.from().equals(dependency.from())
          && others != null
          && others.group().equals(redundancy.group())) {
        members.add(other.on());
      }
    }
    return redundancy.needs() < members.size();
  }

  private Fraction weight(int level) {
    return Fraction.of(level, n);
  }

  private Fraction along(int link, Fraction score) {
    if (score.isZero()) {
      return Fraction.ZERO;
    }
    return switch (workspace.combination().along()) {
      case Along.WeakestLink() -> weight(link).min(score);
      case Along.Product() -> weight(link).times(score);
      case Along.Matrix(List<List<Level>> rows) ->
          weight(rows.get(link - 1).get(score.level(n) - 1).number());
    };
  }

  private Fraction across(List<Fraction> alternatives) {
    if (alternatives.isEmpty()) {
      return Fraction.ZERO;
    }
    return switch (workspace.combination().across()) {
      case Across.MAXIMUM -> alternatives.stream().reduce(Fraction.ZERO, Fraction::max);
      case Across.AVERAGE ->
          alternatives.stream().reduce(Fraction.ZERO, Fraction::plus).over(alternatives.size());
    };
  }

  private Fraction factorValue(String factor) {
    List<Fraction> alternatives = new ArrayList<>();
    factorLinks
        .getOrDefault(factor, Map.of())
        .forEach((goal, level) -> alternatives.add(along(level, weight(importance(goal)))));
    return across(alternatives);
  }

  private Fraction ownScore(Requirement requirement) {
    List<Fraction> alternatives = new ArrayList<>();
    requirementLinks
        .getOrDefault(requirement, Map.of())
        .forEach((factor, level) -> alternatives.add(along(level, factorValue(factor))));
    return across(alternatives);
  }

  private int importance(String goal) {
    return Objects.requireNonNull(importances.get(goal));
  }

  /** Hands scores on, all at once and again, until nothing changes. */
  private Map<Requirement, Fraction> upwards(Map<Requirement, Fraction> start, boolean cumulation) {
    Map<Requirement, Fraction> scores = start;
    // Every requirement rises at most through the finitely many scores of simple paths and levels.
    for (int round = 0; round < 100_000; round++) {
      Map<Requirement, Fraction> next = new TreeMap<>();
      for (Requirement r : requirements) {
        next.put(r, own(r).max(inherited(r, scores, cumulation)));
      }
      if (next.equals(scores)) {
        return scores;
      }
      scores = next;
    }
    throw new AssertionError("no fixed point is reached in " + workspace);
  }

  private Fraction inherited(
      Requirement requirement, Map<Requirement, Fraction> scores, boolean cumulation) {
    List<Handed> handed = new ArrayList<>();
    for (Carry carry : carries) {
      if (carry.on().equals(requirement)) {
        Fraction score = hand(carry, Objects.requireNonNull(scores.get(carry.from())));
        if (!score.isZero()) {
          handed.add(new Handed(carry.from(), score));
        }
      }
    }
    Fraction highest = handed.stream().map(Handed::score).reduce(Fraction.ZERO, Fraction::max);
    Integer count = workspace.inheritance().cumulation();
    if (!cumulation || count == null || highest.isZero()) {
      return highest;
    }
    int level = highest.level(n);
    long handing =
        handed.stream().filter(h -> h.score().level(n) == level).map(Handed::by).distinct().count();
    return handing >= count ? highest.max(weight(Math.min(n, level + 1))) : highest;
  }

  private Fraction hand(Carry carry, Fraction score) {
    Fraction handed = along(carry.strength(), score);
    return carry.capped() ? handed.min(weight(Math.max(1, handed.level(n) - 1))) : handed;
  }

  private List<Path> pathsFrom(Requirement requirement, Set<Requirement> visited) {
    List<Path> paths = new ArrayList<>();
    requirementLinks
        .getOrDefault(requirement, Map.of())
        .forEach(
            (factor, a) ->
                factorLinks
                    .getOrDefault(factor, Map.of())
                    .forEach(
                        (goal, b) ->
                            paths.add(
                                new Path(
                                    List.of(requirement.id(), factor, goal),
                                    List.of(a, b, importance(goal)),
                                    along(a, along(b, weight(importance(goal))))))));
    for (Carry carry : carries) {
      if (carry.on().equals(requirement) && visited.add(carry.from())) {
        for (Path rest : pathsFrom(carry.from(), visited)) {
          paths.add(
              new Path(
                  Stream.concat(Stream.of(requirement.id()), rest.ids().stream()).toList(),
                  Stream.concat(Stream.of(carry.strength()), rest.levels().stream()).toList(),
                  hand(carry, rest.score())));
        }
        visited.remove(carry.from());
      }
    }
    return paths;
  }
}
