package org.concordat.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Need;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Plan;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.SolveLimits;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.alignment.budget.search.Solvers;

/**
 * One year's budget spent on 300 controls for 2 000 requirements: our search, the plain greedy
 * choice, and the integer program given to every library that is there, in the same run.
 *
 * <pre>
 * bench/run SpendBudget CONTROLS REQUIREMENTS SECONDS
 * </pre>
 */
public final class SpendBudget {
  private static final int LEVELS = 3;

  private SpendBudget() {}

  /** Runs all and prints a line for each. */
  public static void main(String[] args) {
    int controls = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    int requirements = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    BudgetProblem problem = problem(controls, requirements, 1);
    System.out.printf(
        Locale.ROOT,
        "%d controls, %d requirements that need %.1f; a quarter of all money%n",
        controls,
        requirements,
        problem.total());
    long began = System.nanoTime();
    Plan greedy = greedy(problem);
    tell("greedy", began, PlanFigures.of(problem, greedy).residual(), null);
    for (int limit : new int[] {1, 5}) {
      solve(problem, Solvers.OWN, limit);
    }
    for (String name : Solvers.names()) {
      if (!name.equals(Solvers.TOGETHER)) {
        solve(problem, name, seconds);
      }
    }
  }

  private static void solve(BudgetProblem problem, String name, int seconds) {
    PlanSolver solver = Solvers.find(name, Duration.ofSeconds(seconds)).orElseThrow();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    Outcome outcome =
        solver.solve(
            problem,
            Conditions.NONE,
            new SolveLimits(Integer.MAX_VALUE, () -> System.nanoTime() > end));
    String what = name + ", " + seconds + " s";
    if (outcome instanceof Outcome.Solved solved) {
      tell(what + ", " + solved.end(), start, solved.residual(), solved.bound());
    } else {
      System.out.printf(Locale.ROOT, "%-28s has no plan%n", what);
    }
  }

  private static void tell(String what, long start, double residual, Double bound) {
    System.out.printf(
        Locale.ROOT,
        "%-28s leaves %10.3f  bound %10s  after %7.2f s%n",
        what,
        residual,
        bound == null ? "-" : String.format(Locale.ROOT, "%.3f", bound),
        (System.nanoTime() - start) / 1e9);
  }

  /** Random controls that serve 5 to 44 requirements each and cost 5 000 to 99 000. */
  static BudgetProblem problem(int controls, int requirements, long seed) {
    Random random = new Random(seed);
    List<Need> needs = new ArrayList<>();
    for (int r = 0; r < requirements; r++) {
      int level = 1 + random.nextInt(LEVELS);
      needs.add(new Need(requirement(r), (double) level / LEVELS, level));
    }
    long all = 0;
    List<BudgetControl> list = new ArrayList<>();
    for (int c = 0; c < controls; c++) {
      Map<Requirement, Service> serves = new TreeMap<>();
      for (int i = 5 + random.nextInt(40); i > 0; i--) {
        Requirement served = requirement(random.nextInt(requirements));
        serves.put(served, new Service(served, Level.of(1 + random.nextInt(LEVELS))));
      }
      long cost = 1_000L * (5 + random.nextInt(95));
      all += cost;
      list.add(
          new BudgetControl(
              "c" + c,
              "Control " + c,
              Map.of(Budget.MONEY, Outlay.once(cost)),
              List.copyOf(serves.values()),
              List.of(),
              List.of(),
              1,
              false,
              null));
    }
    Budget budget = new Budget(Budget.MONEY, Collections.nCopies(1, Quantity.of(all / 4)));
    return new BudgetProblem(new BudgetCase(1, Together.BEST, List.of(budget), list), needs);
  }

  private static Requirement requirement(int number) {
    return new Requirement("asset-" + number, "integrity");
  }

  /** Whatever brings most for its money comes next, as long as it fits. */
  static Plan greedy(BudgetProblem problem) {
    Map<Requirement, Need> needs = new HashMap<>();
    problem.needs().forEach(need -> needs.put(need.requirement(), need));
    Map<Requirement, Integer> reached = new HashMap<>();
    long left = problem.given().budgets().getFirst().years().getFirst().thousandths();
    Map<String, Integer> starts = new TreeMap<>();
    while (true) {
      BudgetControl best = null;
      double most = 0;
      for (BudgetControl control : problem.given().controls()) {
        long cost = control.outlay(Budget.MONEY).once().thousandths();
        if (!starts.containsKey(control.id()) && cost <= left) {
          double gain = 0;
          for (Service service : control.serves()) {
            Need need = needs.get(service.requirement());
            int before = reached.getOrDefault(service.requirement(), 0);
            int after = Math.max(before, service.level().number());
            gain += need.residual(before) - need.residual(after);
          }
          if (gain / cost > most) {
            most = gain / cost;
            best = control;
          }
        }
      }
      if (best == null) {
        return Plan.of(starts);
      }
      best.serves().forEach(s -> reached.merge(s.requirement(), s.level().number(), Math::max));
      starts.put(best.id(), 1);
      left -= best.outlay(Budget.MONEY).once().thousandths();
    }
  }
}
