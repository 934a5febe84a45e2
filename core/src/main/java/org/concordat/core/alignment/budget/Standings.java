package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.PlanFigures.RequirementFigures;

/** Why each control is in a plan or not, as far as the plan itself tells. */
public final class Standings {
  private final BudgetProblem problem;
  private final BudgetCase given;
  private final Plan plan;
  private final PlanFigures figures;

  private Standings(BudgetProblem problem, Plan plan) {
    this.problem = problem;
    this.given = problem.given();
    this.plan = plan;
    figures = PlanFigures.of(problem, plan);
  }

  /** How a control that is not in place stands to a plan. */
  public static Standing of(BudgetProblem problem, Plan plan, BudgetControl control) {
    return new Standings(problem, plan).of(control);
  }

  /** How all controls that are not in place stand to a plan, in their order. */
  public static List<Standing> all(BudgetProblem problem, Plan plan) {
    Standings standings = new Standings(problem, plan);
    return problem.given().controls().stream()
        .filter(c -> !c.inPlace())
        .map(standings::of)
        .toList();
  }

  private Standing of(BudgetControl control) {
    double alone =
        residual(Plan.NOTHING) - residual(Plan.of(Map.of(control.id(), control.earliest())));
    Integer start = plan.starts().get(control.id());
    if (start != null) {
      Plan without = without(control.id());
      PlanFigures left = PlanFigures.of(problem, without);
      return new Standing(
          control.id(),
          start,
          alone,
          left.residual() - figures.residual(),
          changed(left, figures),
          List.of());
    }
    Set<String> bundle = new LinkedHashSet<>();
    collect(control.id(), bundle);
    int year = control.earliest();
    for (String id : bundle) {
      BudgetControl each = given.control(id).orElseThrow();
      year = Math.max(year, each.earliest());
      for (String needed : each.needs()) {
        year = Math.max(year, plan.starts().getOrDefault(needed, 1));
      }
    }
    Map<String, Integer> starts = new TreeMap<>(plan.starts());
    for (String id : bundle) {
      starts.put(id, year);
    }
    PlanFigures more = PlanFigures.of(problem, Plan.of(starts));
    return new Standing(
        control.id(),
        0,
        alone,
        figures.residual() - more.residual(),
        changed(figures, more),
        blockers(control, bundle, more));
  }

  private double residual(Plan other) {
    return PlanFigures.of(problem, other).residual();
  }

  /** The requirements that the second leaves less of than the first, in the last year. */
  private static List<Requirement> changed(PlanFigures worse, PlanFigures better) {
    List<Requirement> changed = new ArrayList<>();
    for (int i = 0; i < worse.rows().size(); i++) {
      RequirementFigures row = worse.rows().get(i);
      if (row.residual() > better.rows().get(i).residual() + 1e-12) {
        changed.add(row.need().requirement());
      }
    }
    return changed;
  }

  private Plan without(String control) {
    Map<String, Integer> starts = new HashMap<>(plan.starts());
    starts.remove(control);
    boolean isMoving = true;
    while (isMoving) {
      isMoving =
          starts
              .keySet()
              .removeIf(
                  id ->
                      given.control(id).orElseThrow().needs().stream()
                          .anyMatch(n -> plan.has(n) && !starts.containsKey(n)));
    }
    return Plan.of(starts);
  }

  /** The control and whatever it needs that is neither in the plan nor in place. */
  private void collect(String id, Set<String> bundle) {
    Optional<BudgetControl> control = given.control(id);
    if (control.isPresent() && !control.get().inPlace() && !plan.has(id) && bundle.add(id)) {
      control.get().needs().forEach(needed -> collect(needed, bundle));
    }
  }

  private List<Blocker> blockers(BudgetControl control, Set<String> bundle, PlanFigures more) {
    List<Blocker> blockers = new ArrayList<>();
    if (figures.residual() - more.residual() <= 1e-12) {
      blockers.add(new Blocker.Nothing());
    }
    for (BudgetControl other : given.controls()) {
      if ((other.inPlace() || plan.has(other.id()))
          && bundle.stream().anyMatch(id -> isExcluded(id, other))) {
        blockers.add(new Blocker.Excluded(other.id()));
      }
    }
    bundle.stream()
        .filter(id -> !id.equals(control.id()))
        .forEach(id -> blockers.add(new Blocker.Needs(id)));
    for (Budget budget : given.budgets()) {
      List<Long> spent = more.spent().getOrDefault(budget.resource(), List.of());
      for (int year = 0; year < spent.size(); year++) {
        long missing = spent.get(year) - budget.years().get(year).thousandths();
        if (missing > 0) {
          blockers.add(new Blocker.Shortfall(budget.resource(), year + 1, missing));
        }
      }
    }
    return blockers;
  }

  private boolean isExcluded(String id, BudgetControl other) {
    return other.excludes().contains(id)
        || given.control(id).orElseThrow().excludes().contains(other.id());
  }
}
