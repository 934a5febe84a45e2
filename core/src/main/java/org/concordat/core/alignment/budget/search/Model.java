package org.concordat.core.alignment.budget.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Need;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.Together;

/**
 * A problem as arrays. Controls that are in place are left out, and what they reach is taken off
 * the needs.
 *
 * <p>What can be gained is a list of <i>rows</i>: row g is worth {@code weight * min(cap, sum of
 * amounts of its controls in operation)} in each year. When the best control counts, each level of
 * a requirement is a row with cap 1 and amounts 1, whose controls are those that reach the level;
 * when levels add up, each requirement is one row. Rows with the same controls are one row.
 *
 * <p>Years count from 0 here; a start of {@link #years} means never.
 */
final class Model {
  /** Units that a score of 1 is worth: levels of up to sixteen steps divide it exactly. */
  static final long UNIT = 720_720_000L;

  final List<BudgetControl> controls;
  final int years;

  /** By control: the rows that it serves, and with how much. */
  final int[][] rowsOf;

  final int[][] amountsOf;

  final long[] weight;
  final int[] cap;

  /** By limited resource and control, in thousandths. */
  final long[][] once;

  final long[][] yearly;

  /** By limited resource and year, in thousandths. */
  final long[][] budget;

  /** What each control needs: pairs of a dependent and a needed control. */
  final int[][] needs;

  /** Controls that may not be together: pairs, each once. */
  final int[][] exclusions;

  /** By control: the first start, and the last. */
  final int[] first;

  final int[] last;

  /** The money of each control over a year of operation and its start: to choose among equals. */
  final long[] money;

  /** No two plans differ in value by less than this. */
  final long grain;

  private Model(Builder builder) {
    controls = builder.controls;
    years = builder.given.years();
    rowsOf = builder.rowsOf;
    amountsOf = builder.amountsOf;
    weight = builder.weight;
    cap = builder.cap;
    once = builder.once;
    yearly = builder.yearly;
    budget = builder.budget;
    needs = builder.needs.toArray(int[][]::new);
    exclusions = builder.exclusions.toArray(int[][]::new);
    first = builder.first;
    last = builder.last;
    money =
        controls.stream()
            .mapToLong(
                c ->
                    c.outlay(Budget.MONEY).once().thousandths()
                        + c.outlay(Budget.MONEY).yearly().thousandths())
            .toArray();
    grain = Math.max(1, Arrays.stream(weight).reduce(0, Model::greatestDivisor));
  }

  static Model of(BudgetProblem problem) {
    return new Model(new Builder(problem));
  }

  int size() {
    return controls.size();
  }

  int rows() {
    return weight.length;
  }

  /** What a control takes of a resource in a year when it starts in another. */
  long spending(int resource, int control, int start, int year) {
    if (start > year || start >= years) {
      return 0;
    }
    return yearly[resource][control] + (start == year ? once[resource][control] : 0);
  }

  private static long greatestDivisor(long a, long b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }

  /** What a row is made of; equal ones become one. */
  private record RowKey(int cap, List<Integer> controls, List<Integer> amounts) {}

  private static final class Builder {
    final BudgetCase given;
    final List<BudgetControl> controls;
    final int[][] rowsOf;
    final int[][] amountsOf;
    final long[] weight;
    final int[] cap;
    final long[][] once;
    final long[][] yearly;
    final long[][] budget;
    final List<int[]> needs = new ArrayList<>();
    final List<int[]> exclusions = new ArrayList<>();
    final int[] first;
    final int[] last;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<RowKey, Long> rows = new LinkedHashMap<>();

    Builder(BudgetProblem problem) {
      given = problem.given();
      controls = given.controls().stream().filter(c -> !c.inPlace()).toList();
      for (int c = 0; c < controls.size(); c++) {
        numbers.put(controls.get(c).id(), c);
      }
      gatherRows(problem);
      weight = rows.values().stream().mapToLong(Long::longValue).toArray();
      cap = rows.keySet().stream().mapToInt(RowKey::cap).toArray();
      rowsOf = new int[controls.size()][];
      amountsOf = new int[controls.size()][];
      turnRows();
      List<Budget> limits = List.copyOf(given.budgets());
      once = new long[limits.size()][];
      yearly = new long[limits.size()][];
      budget = new long[limits.size()][];
      for (int k = 0; k < limits.size(); k++) {
        String resource = limits.get(k).resource();
        once[k] =
            controls.stream().mapToLong(c -> c.outlay(resource).once().thousandths()).toArray();
        yearly[k] =
            controls.stream().mapToLong(c -> c.outlay(resource).yearly().thousandths()).toArray();
        budget[k] = limits.get(k).years().stream().mapToLong(q -> q.thousandths()).toArray();
      }
      first = controls.stream().mapToInt(c -> c.earliest() - 1).toArray();
      last = new int[controls.size()];
      Arrays.fill(last, given.years());
      link();
    }

    private record Serving(int control, int level) {}

    private void gatherRows(BudgetProblem problem) {
      Map<Requirement, List<Serving>> serving = new HashMap<>();
      Map<Requirement, Integer> best = new HashMap<>();
      Map<Requirement, Integer> sum = new HashMap<>();
      for (BudgetControl control : given.controls()) {
        for (Service service : control.serves()) {
          int level = service.level().number();
          Integer number = numbers.get(control.id());
          if (number == null) {
            best.merge(service.requirement(), level, Math::max);
            sum.merge(service.requirement(), level, Integer::sum);
          } else {
            serving
                .computeIfAbsent(service.requirement(), _ -> new ArrayList<>())
                .add(new Serving(number, level));
          }
        }
      }
      for (Need need : problem.needs()) {
        List<Serving> by = serving.getOrDefault(need.requirement(), List.of());
        long step = Math.round(need.score() * UNIT / need.level());
        if (given.together() == Together.ADDING) {
          int open = need.level() - sum.getOrDefault(need.requirement(), 0);
          if (open > 0) {
            addRow(open, by, step);
          }
        } else {
          int reached = best.getOrDefault(need.requirement(), 0);
          for (int level = reached + 1; level <= need.level(); level++) {
            int wanted = level;
            addRow(
                1,
                by.stream()
                    .filter(s -> s.level >= wanted)
                    .map(s -> new Serving(s.control, 1))
                    .toList(),
                step);
          }
        }
      }
    }

    private void addRow(int most, List<Serving> by, long step) {
      if (!by.isEmpty()) {
        RowKey key =
            new RowKey(
                most,
                by.stream().map(Serving::control).toList(),
                by.stream().map(s -> Math.min(most, s.level)).toList());
        rows.merge(key, step, Long::sum);
      }
    }

    private void turnRows() {
      int[] sizes = new int[controls.size()];
      rows.keySet().forEach(key -> key.controls.forEach(c -> sizes[c]++));
      for (int c = 0; c < sizes.length; c++) {
        rowsOf[c] = new int[sizes[c]];
        amountsOf[c] = new int[sizes[c]];
      }
      int[] at = new int[controls.size()];
      int row = 0;
      for (RowKey key : rows.keySet()) {
        for (int i = 0; i < key.controls.size(); i++) {
          int c = key.controls.get(i);
          rowsOf[c][at[c]] = row;
          amountsOf[c][at[c]++] = key.amounts.get(i);
        }
        row++;
      }
    }

    private void link() {
      Map<String, BudgetControl> inPlace = new HashMap<>();
      given.controls().stream().filter(BudgetControl::inPlace).forEach(c -> inPlace.put(c.id(), c));
      for (int c = 0; c < controls.size(); c++) {
        for (String needed : controls.get(c).needs()) {
          if (!inPlace.containsKey(needed)) {
            needs.add(new int[] {c, number(needed)});
          }
        }
        for (String excluded : controls.get(c).excludes()) {
          if (inPlace.containsKey(excluded)) {
            first[c] = given.years();
          } else {
            exclude(c, number(excluded));
          }
        }
      }
      for (BudgetControl control : inPlace.values()) {
        for (String excluded : control.excludes()) {
          if (!inPlace.containsKey(excluded)) {
            first[number(excluded)] = given.years();
          }
        }
      }
    }

    private void exclude(int a, int b) {
      int[] pair = {Math.min(a, b), Math.max(a, b)};
      if (exclusions.stream().noneMatch(p -> Arrays.equals(p, pair))) {
        exclusions.add(pair);
      }
    }

    private int number(String id) {
      Integer number = numbers.get(id);
      if (number == null) {
        throw new IllegalArgumentException("there is no control '" + id + "'");
      }
      return number;
    }
  }
}
