package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/** Small budget questions of every kind, and their answer by trying everything. */
public final class RandomCases {
  private RandomCases() {}

  public static Requirement requirement(int number) {
    return new Requirement("asset-" + number, "integrity");
  }

  /** A question with up to six controls and three years; the same for the same seed. */
  public static BudgetProblem problem(long seed) {
    Random random = new Random(seed);
    int years = 1 + random.nextInt(3);
    int count = 2 + random.nextInt(years == 3 ? 4 : 6);
    List<Need> needs = new ArrayList<>();
    int levels = 2 + random.nextInt(3);
    int requirements = 1 + random.nextInt(8);
    for (int r = 0; r < requirements; r++) {
      int level = 1 + random.nextInt(levels);
      double score =
          random.nextInt(4) == 0 ? 0.05 + 0.9 * random.nextDouble() : (double) level / levels;
      needs.add(new Need(requirement(r), score, level));
    }
    List<BudgetControl> controls = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      controls.add(control(random, c, count, years, levels, requirements));
    }
    List<Budget> budgets = new ArrayList<>();
    for (String resource : List.of(Budget.MONEY, "engineer-days")) {
      if (random.nextInt(5) > 0) {
        List<Quantity> amounts = new ArrayList<>();
        for (int year = 0; year < years; year++) {
          amounts.add(Quantity.of(random.nextInt(3 + 6 * count)));
        }
        budgets.add(new Budget(resource, amounts));
      }
    }
    Together together = random.nextInt(3) == 0 ? Together.ADDING : Together.BEST;
    return new BudgetProblem(new BudgetCase(years, together, budgets, controls), needs);
  }

  private static BudgetControl control(
      Random random, int number, int count, int years, int levels, int requirements) {
    Map<Requirement, Service> serves = new TreeMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      Requirement served = requirement(random.nextInt(requirements));
      serves.put(served, new Service(served, Level.of(1 + random.nextInt(levels))));
    }
    Map<String, Outlay> outlays = new TreeMap<>();
    outlays.put(Budget.MONEY, Outlay.of(random.nextInt(20), random.nextInt(4)));
    if (random.nextBoolean()) {
      outlays.put("engineer-days", Outlay.of(random.nextInt(12), random.nextInt(3)));
    }
    List<String> needed = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    int other = random.nextInt(count);
    if (other != number) {
      switch (random.nextInt(6)) {
        case 0, 1 -> needed.add("c" + other);
        case 2 -> excluded.add("c" + other);
        default -> {}
      }
    }
    boolean inPlace = random.nextInt(8) == 0;
    return new BudgetControl(
        "c" + number,
        "Control " + number,
        outlays,
        List.copyOf(serves.values()),
        needed,
        excluded,
        1 + (random.nextInt(4) == 0 ? random.nextInt(years) : 0),
        inPlace,
        null);
  }

  /** A plan and what it leaves, or infinity where no plan keeps the rules. */
  public record Best(Plan plan, double residual) {}

  /** The best plan by trying every start of every control. */
  public static Best byTryingAll(BudgetProblem problem, Conditions conditions) {
    List<BudgetControl> open =
        problem.given().controls().stream().filter(c -> !c.inPlace()).toList();
    Best best = new Best(Plan.NOTHING, Double.POSITIVE_INFINITY);
    int[] starts = new int[open.size()];
    while (true) {
      TreeMap<String, Integer> chosen = new TreeMap<>();
      for (int c = 0; c < starts.length; c++) {
        if (starts[c] > 0) {
          chosen.put(open.get(c).id(), starts[c]);
        }
      }
      Plan plan = new Plan(chosen);
      if (isAllowed(problem.given(), plan)
          && conditions.without().stream().noneMatch(plan::has)
          && conditions.with().stream()
              .allMatch(
                  id -> plan.has(id) || problem.given().control(id).orElseThrow().inPlace())) {
        double residual = residual(problem, plan);
        if (residual < best.residual - 1e-12) {
          best = new Best(plan, residual);
        }
      }
      int c = 0;
      while (c < starts.length && ++starts[c] > problem.given().years()) {
        starts[c++] = 0;
      }
      if (c == starts.length) {
        return best;
      }
    }
  }

  /** Whether a plan keeps budgets, needs, exclusions and earliest years. */
  public static boolean isAllowed(BudgetCase given, Plan plan) {
    for (BudgetControl control : given.controls()) {
      Integer start = plan.starts().get(control.id());
      for (String other : control.excludes()) {
        boolean isHere = control.inPlace() || start != null;
        boolean isThere = given.control(other).orElseThrow().inPlace() || plan.has(other);
        if (isHere && isThere && (start != null || plan.has(other))) {
          return false;
        }
      }
      if (start == null) {
        continue;
      }
      if (start < control.earliest()) {
        return false;
      }
      for (String needed : control.needs()) {
        Integer before = plan.starts().get(needed);
        if (!given.control(needed).orElseThrow().inPlace() && (before == null || before > start)) {
          return false;
        }
      }
    }
    for (Budget budget : given.budgets()) {
      for (int year = 1; year <= given.years(); year++) {
        long spent = 0;
        for (BudgetControl control : given.controls()) {
          Integer start = plan.starts().get(control.id());
          Outlay outlay = control.outlays().get(budget.resource());
          if (start != null && outlay != null && start <= year) {
            spent += outlay.yearly().thousandths();
            spent += start == year ? outlay.once().thousandths() : 0;
          }
        }
        if (spent > budget.years().get(year - 1).thousandths()) {
          return false;
        }
      }
    }
    return true;
  }

  /** The residual as docs/budget.md defines it, written out. */
  public static double residual(BudgetProblem problem, Plan plan) {
    double sum = 0;
    for (int year = 1; year <= problem.given().years(); year++) {
      for (Need need : problem.needs()) {
        int reached = 0;
        for (BudgetControl control : problem.given().controls()) {
          Integer start = plan.starts().get(control.id());
          if (control.inPlace() || (start != null && start <= year)) {
            for (Service service : control.serves()) {
              if (service.requirement().equals(need.requirement())) {
                int level = service.level().number();
                reached =
                    problem.given().together() == Together.BEST
                        ? Math.max(reached, level)
                        : reached + level;
              }
            }
          }
        }
        sum += need.score() * Math.max(0, need.level() - reached) / need.level();
      }
    }
    return sum / problem.given().years();
  }
}
