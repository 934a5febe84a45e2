package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Why each control is in a plan or not, as far as the plan itself tells. */
public final class Standings {
  private final BudgetCase given;
  private final Plan plan;
  private final Reach reach;
  private final Map<String, BudgetControl> controls = new HashMap<>();

  private Standings(BudgetProblem problem, Plan plan) {
    this.given = problem.given();
    this.plan = plan;
    reach = new Reach(problem);
    given.controls().forEach(c -> controls.put(c.id(), c));
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
        reach.better(
            Plan.of(Map.of(control.id(), control.earliest())), Plan.NOTHING, List.of(control));
    Integer start = plan.starts().get(control.id());
    return start == null ? out(control, alone) : in(control, start, alone);
  }

  private Standing in(BudgetControl control, int start, double alone) {
    Map<String, Integer> starts = new HashMap<>(plan.starts());
    starts.remove(control.id());
    boolean isMoving = true;
    while (isMoving) {
      isMoving =
          starts
              .keySet()
              .removeIf(
                  id ->
                      known(id).needs().stream()
                          .anyMatch(n -> plan.has(n) && !starts.containsKey(n)));
    }
    Plan without = Plan.of(starts);
    List<BudgetControl> gone =
        plan.starts().keySet().stream().filter(id -> !without.has(id)).map(this::known).toList();
    return new Standing(
        control.id(),
        start,
        alone,
        reach.better(plan, without, gone),
        reach.bettered(plan, without, gone),
        List.of());
  }

  private BudgetControl known(String id) {
    return Objects.requireNonNull(controls.get(id), id);
  }

  private Standing out(BudgetControl control, double alone) {
    Set<String> bundle = new LinkedHashSet<>();
    collect(control.id(), bundle);
    int year = control.earliest();
    for (String id : bundle) {
      year = Math.max(year, known(id).earliest());
      for (String needed : known(id).needs()) {
        year = Math.max(year, plan.starts().getOrDefault(needed, 1));
      }
    }
    Map<String, Integer> starts = new HashMap<>(plan.starts());
    for (String id : bundle) {
      starts.put(id, year);
    }
    Plan more = Plan.of(starts);
    List<BudgetControl> added = bundle.stream().map(this::known).toList();
    double beyond = reach.better(more, plan, added);
    return new Standing(
        control.id(),
        0,
        alone,
        beyond,
        reach.bettered(more, plan, added),
        blockers(control, added, more, beyond));
  }

  /** The control and whatever it needs that is neither in the plan nor in place. */
  private void collect(String id, Set<String> bundle) {
    BudgetControl control = controls.get(id);
    if (control != null && !control.inPlace() && !plan.has(id) && bundle.add(id)) {
      control.needs().forEach(needed -> collect(needed, bundle));
    }
  }

  private List<Blocker> blockers(
      BudgetControl control, List<BudgetControl> bundle, Plan more, double beyond) {
    List<Blocker> blockers = new ArrayList<>();
    if (beyond <= 1e-12) {
      blockers.add(new Blocker.Nothing());
    }
    for (BudgetControl other : given.controls()) {
      if ((other.inPlace() || plan.has(other.id()))
          && bundle.stream()
              .anyMatch(
                  each ->
                      other.excludes().contains(each.id())
                          || each.excludes().contains(other.id()))) {
        blockers.add(new Blocker.Excluded(other.id()));
      }
    }
    bundle.stream()
        .filter(each -> !each.equals(control))
        .forEach(each -> blockers.add(new Blocker.Needs(each.id())));
    for (Budget budget : given.budgets()) {
      List<Long> spent = PlanFigures.spent(given, more, budget.resource());
      for (int year = 0; year < spent.size(); year++) {
        long missing = spent.get(year) - budget.years().get(year).thousandths();
        if (missing > 0) {
          blockers.add(new Blocker.Shortfall(budget.resource(), year + 1, missing));
        }
      }
    }
    return blockers;
  }
}
