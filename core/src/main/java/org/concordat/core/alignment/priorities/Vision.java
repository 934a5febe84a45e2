package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Factors, goals and the links between them, by number. There are thousands at the most, so they
 * are kept plainly.
 */
final class Vision {
  /** The unit of a goal that was removed; not that of all units. */
  private static final int GONE = Integer.MIN_VALUE;

  /** By number, those that were removed among them. */
  final List<String> factors;

  final List<String> goals;
  private final Map<String, Integer> factorNumbers = new HashMap<>();
  private final Map<String, Integer> goalNumbers = new HashMap<>();
  int[] unitOfGoal;
  int[] importance;

  /** By factor: the goals that it is linked to, and the levels of these links. */
  int[][] goalsOf;

  int[][] levelsOf;

  Vision(
      List<String> factors,
      List<String> goals,
      int[] unitOfGoal,
      int[] importance,
      int[][] goalsOf,
      int[][] levelsOf) {
    this.factors = new ArrayList<>(factors);
    this.goals = new ArrayList<>(goals);
    this.unitOfGoal = unitOfGoal;
    this.importance = importance;
    this.goalsOf = goalsOf;
    this.levelsOf = levelsOf;
    number(this.factors, factorNumbers);
    number(this.goals, goalNumbers);
  }

  /** The same, to be changed apart; arrays of single factors are replaced as wholes. */
  Vision copy() {
    Vision copy =
        new Vision(
            factors,
            goals,
            unitOfGoal.clone(),
            importance.clone(),
            goalsOf.clone(),
            levelsOf.clone());
    copy.factorNumbers.keySet().retainAll(factorNumbers.keySet());
    copy.factorNumbers.putAll(factorNumbers);
    copy.goalNumbers.keySet().retainAll(goalNumbers.keySet());
    copy.goalNumbers.putAll(goalNumbers);
    return copy;
  }

  private static void number(List<String> ids, Map<String, Integer> numbers) {
    for (int i = 0; i < ids.size(); i++) {
      numbers.put(ids.get(i), i);
    }
  }

  int factor(String id) {
    return known(factorNumbers.get(id), "factor", id);
  }

  int goal(String id) {
    return known(goalNumbers.get(id), "goal", id);
  }

  boolean hasFactor(String id) {
    return factorNumbers.containsKey(id);
  }

  boolean hasGoal(String id) {
    return goalNumbers.containsKey(id);
  }

  /** Adds a factor without links. */
  void addFactor(String id) {
    factorNumbers.put(id, factors.size());
    factors.add(id);
    goalsOf = Arrays.copyOf(goalsOf, factors.size());
    levelsOf = Arrays.copyOf(levelsOf, factors.size());
    goalsOf[factors.size() - 1] = new int[0];
    levelsOf[factors.size() - 1] = new int[0];
  }

  /** Adds a goal without links. */
  void addGoal(String id, int unit, int importanceOfGoal) {
    goalNumbers.put(id, goals.size());
    goals.add(id);
    unitOfGoal = with(unitOfGoal, unit);
    importance = with(importance, importanceOfGoal);
  }

  /** Forgets the name of a factor without links; its number is not given out again. */
  void removeFactor(String id) {
    if (goalsOf[factor(id)].length > 0) {
      throw new IllegalArgumentException("the factor '" + id + "' still has goals");
    }
    factorNumbers.remove(id);
  }

  /** Forgets the name of a goal without links; its number is not given out again. */
  void removeGoal(String id) {
    int number = goal(id);
    if (factorsOf(number).length > 0) {
      throw new IllegalArgumentException("the goal '" + id + "' still has factors");
    }
    goalNumbers.remove(id);
    unitOfGoal[number] = GONE;
  }

  boolean hasGoals(int unit) {
    return Arrays.stream(unitOfGoal).anyMatch(of -> of == unit);
  }

  private static int known(@Nullable Integer number, String what, String id) {
    if (number == null) {
      throw new IllegalArgumentException("no " + what + " '" + id + "'");
    }
    return number;
  }

  /**
   * Sets the level of a link between a factor and a goal.
   *
   * @param level 0 to take the link away
   */
  void link(int factor, int goal, int level) {
    int[] linked = goalsOf[factor];
    int[] levels = levelsOf[factor];
    int place = 0;
    while (place < linked.length && linked[place] != goal) {
      place++;
    }
    if (place < linked.length && level > 0) {
      levelsOf[factor] = levels.clone();
      levelsOf[factor][place] = level;
    } else if (place < linked.length) {
      goalsOf[factor] = without(linked, place);
      levelsOf[factor] = without(levels, place);
    } else if (level > 0) {
      goalsOf[factor] = with(linked, goal);
      levelsOf[factor] = with(levels, level);
    }
  }

  /** The level of a link between a factor and a goal, 0 for none. */
  int level(int factor, int goal) {
    for (int place = 0; place < goalsOf[factor].length; place++) {
      if (goalsOf[factor][place] == goal) {
        return levelsOf[factor][place];
      }
    }
    return 0;
  }

  static int[] with(int[] values, int value) {
    int[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = value;
    return longer;
  }

  static int[] without(int[] values, int place) {
    int[] shorter = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, place + 1, shorter, place, shorter.length - place);
    return shorter;
  }

  /** The factors that are linked to a goal. */
  int[] factorsOf(int goal) {
    IntList found = new IntList();
    for (int factor = 0; factor < goalsOf.length; factor++) {
      for (int linked : goalsOf[factor]) {
        if (linked == goal) {
          found.add(factor);
        }
      }
    }
    return found.toArray();
  }

  /** Whether a goal counts: {@code unit} is a unit's number, or -1 for the goals of all units. */
  boolean counts(int goal, int unit) {
    return unit < 0 || unitOfGoal[goal] == unit;
  }

  /**
   * {@code V(c)} of every factor.
   *
   * @param unit the unit whose goals alone count, or -1 for all
   */
  double[] values(Arithmetic arithmetic, int unit) {
    double[] values = new double[goalsOf.length];
    for (int factor = 0; factor < values.length; factor++) {
      values[factor] = value(arithmetic, unit, factor);
    }
    return values;
  }

  double value(Arithmetic arithmetic, int unit, int factor) {
    int[] linked = goalsOf[factor];
    double[] alternatives = new double[linked.length];
    int count = 0;
    for (int i = 0; i < linked.length; i++) {
      if (counts(linked[i], unit)) {
        alternatives[count++] =
            arithmetic.along(levelsOf[factor][i], arithmetic.weight(importance[linked[i]]));
      }
    }
    return arithmetic.across(alternatives, count);
  }
}
