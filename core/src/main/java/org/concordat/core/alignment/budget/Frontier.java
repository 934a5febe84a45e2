package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What each amount of money buys: the points at which more money first leaves less.
 *
 * <p>Money runs over parts of a whole: in every year the same part of what the year would have. The
 * whole is the case's own money budget times a stretch, or, without one, what all controls take,
 * spread evenly. Other resources keep their budgets.
 *
 * @param points by rising money, each leaving less than the one before
 * @param isComplete whether every breakpoint is among them, each proved; otherwise they stand at a
 *     stated resolution and what lies between is not known, only bounded by its neighbours
 * @param whole the money of each year that a share of 1 means
 */
public record Frontier(List<FrontierPoint> points, boolean isComplete, List<Long> whole) {
  public Frontier {
    points = List.copyOf(points);
    whole = List.copyOf(whole);
  }

  /**
   * How a frontier is found.
   *
   * @param searches at most so many searches for the exact walk; 0 to take the resolution at once
   * @param resolution so many evenly spaced shares when the walk does not come to its end
   * @param each asked for the limits of each search, so that each may have its own time
   */
  public record Effort(int searches, int resolution, Supplier<SolveLimits> each) {}

  /**
   * The frontier. The exact walk (the epsilon-constraint method: Haimes, Lasdon, Wismer, <i>On a
   * bicriterion formulation of the problems of integrated system identification and system
   * optimization</i>, 1971) begins with the whole, and each next search may spend a little less
   * than the last plan takes.
   */
  public static Frontier of(BudgetProblem problem, PlanSolver solver, Effort effort) {
    return new Walk(problem, solver, effort).run();
  }

  /** The point with the most money within a share of the whole. */
  public Optional<FrontierPoint> within(double share) {
    return points.stream().filter(p -> p.share() <= share + 1e-12).reduce((_, later) -> later);
  }

  /**
   * The indexes of the points by what their plans take, each leaving less than all that take less.
   * Over several years a plan that needs a larger share of each year may take less in all, and then
   * stands for those that it beats.
   */
  public List<Integer> byMoney() {
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, points.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> points.get(i).money())
                .thenComparing(i -> points.get(i).residual()))
        .forEach(
            i -> {
              if (order.isEmpty()
                  || points.get(i).residual() < points.get(order.getLast()).residual() - 1e-9) {
                order.add(i);
              }
            });
    return order;
  }

  private static final class Walk {
    private final BudgetProblem problem;
    private final PlanSolver solver;
    private final Effort effort;
    private final List<Long> whole;
    private final List<FrontierPoint> found = new ArrayList<>();

    Walk(BudgetProblem problem, PlanSolver solver, Effort effort) {
      this.problem = problem;
      this.solver = solver;
      this.effort = effort;
      whole = whole(problem.given());
    }

    private static List<Long> whole(BudgetCase given) {
      long all = 0;
      for (BudgetControl control : given.controls()) {
        if (!control.inPlace()) {
          Outlay outlay = control.outlay(Budget.MONEY);
          all += outlay.once().thousandths() + outlay.yearly().thousandths() * given.years();
        }
      }
      long[] years = new long[given.years()];
      Optional<Budget> budget = given.budget(Budget.MONEY);
      long own =
          budget.stream().flatMap(b -> b.years().stream()).mapToLong(Quantity::thousandths).sum();
      for (int year = 0; year < years.length; year++) {
        // As much as it would take to afford everything in each year, in the proportions given.
        double part =
            own == 0
                ? 1
                : (double) budget.orElseThrow().years().get(year).thousandths()
                    * years.length
                    / own;
        years[year] = Math.min(Quantity.LARGEST, (long) Math.ceil(all * part));
      }
      return java.util.Arrays.stream(years).boxed().toList();
    }

    Frontier run() {
      boolean isComplete = effort.searches() > 0 && walk();
      if (!isComplete) {
        atResolution();
      }
      found.sort(
          Comparator.comparingDouble(FrontierPoint::share)
              .thenComparing(Comparator.comparingDouble(FrontierPoint::residual).reversed()));
      return new Frontier(undominated(), isComplete, whole);
    }

    /** Returns whether it came to the end, each search to its proof. */
    private boolean walk() {
      double share = 1;
      for (int search = 0; search < effort.searches(); search++) {
        Outcome outcome = solver.solve(at(share), Conditions.NONE, effort.each().get());
        if (!(outcome instanceof Outcome.Solved solved) || !solved.isProved()) {
          return false;
        }
        FrontierPoint point = add(solved);
        if (point.share() <= 0) {
          return true;
        }
        share = below(point.share());
      }
      return false;
    }

    /** The largest share that leaves less in some year than this one does. */
    private double below(double share) {
      double next = 0;
      for (long year : whole) {
        long thousandths = amount(year, share);
        if (thousandths > 0) {
          next = Math.max(next, (thousandths - 1 + 0.5) / year);
        }
      }
      return Math.min(next, Math.nextDown(share));
    }

    private static long amount(long year, double share) {
      return (long) Math.floor(year * share + 1e-6);
    }

    private BudgetProblem at(double share) {
      List<Quantity> years = new ArrayList<>();
      for (long year : whole) {
        years.add(new Quantity(Math.min(Quantity.LARGEST, amount(year, share))));
      }
      return problem.with(problem.given().with(new Budget(Budget.MONEY, years)));
    }

    private FrontierPoint add(Outcome.Solved solved) {
      PlanFigures figures = PlanFigures.of(problem, solved.plan());
      List<Long> spent = figures.spent().getOrDefault(Budget.MONEY, List.of());
      double share = 0;
      for (int year = 0; year < spent.size(); year++) {
        if (spent.get(year) > 0) {
          share = Math.max(share, (double) spent.get(year) / Math.max(1, whole.get(year)));
        }
      }
      FrontierPoint point =
          new FrontierPoint(
              figures.total(Budget.MONEY),
              share,
              solved.plan(),
              solved.residual(),
              solved.isProved() ? solved.residual() : solved.bound());
      found.add(point);
      return point;
    }

    private void atResolution() {
      Plan last = null;
      for (int step = 0; step <= effort.resolution(); step++) {
        if (effort.each().get().isStopped().getAsBoolean()) {
          return;
        }
        // Shares lie closer together where little money buys much.
        double share = Math.pow((double) step / effort.resolution(), 1.5);
        Outcome outcome =
            solver.solve(at(share), Conditions.NONE.startingAt(last), effort.each().get());
        if (outcome instanceof Outcome.Solved solved) {
          last = solved.plan();
          add(solved);
        }
      }
    }

    /** By rising share, only what leaves less than everything cheaper. */
    private List<FrontierPoint> undominated() {
      List<FrontierPoint> points = new ArrayList<>();
      for (FrontierPoint point : found) {
        if (points.isEmpty() || point.residual() < points.getLast().residual() - 1e-9) {
          if (!points.isEmpty() && points.getLast().share() >= point.share() - 1e-15) {
            points.removeLast();
          }
          points.add(point);
        }
      }
      // A bound at more money holds at less money too.
      double bound = 0;
      for (int i = points.size() - 1; i >= 0; i--) {
        FrontierPoint point = points.get(i);
        bound = Math.max(bound, point.bound());
        points.set(
            i,
            new FrontierPoint(
                point.money(),
                point.share(),
                point.plan(),
                point.residual(),
                Math.min(bound, point.residual())));
      }
      return Collections.unmodifiableList(points);
    }
  }
}
