package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people state of a budget question. May break rules; {@link BudgetRules} says which.
 *
 * @param years the planning horizon, from 1 to {@value #LONGEST}
 * @param budgets at most one for each resource
 */
public record BudgetCase(
    int years, Together together, List<Budget> budgets, List<BudgetControl> controls) {
  public static final int LONGEST = 10;
  public static final int MOST_CONTROLS = 2_000;
  public static final int MOST_SERVICES = 200_000;

  public BudgetCase {
    budgets = List.copyOf(budgets);
    controls = List.copyOf(controls);
  }

  /** The budget of a resource, if it has one. */
  public Optional<Budget> budget(String resource) {
    return budgets.stream().filter(b -> b.resource().equals(resource)).findFirst();
  }

  public Optional<BudgetControl> control(String id) {
    return controls.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** Money first, then the others as they are named in budgets and controls. */
  public List<String> resources() {
    Set<String> all = new LinkedHashSet<>();
    all.add(Budget.MONEY);
    budgets.forEach(b -> all.add(b.resource()));
    controls.forEach(c -> all.addAll(c.outlays().keySet()));
    return List.copyOf(all);
  }

  /** The same with another budget in place of the one for its resource. */
  public BudgetCase with(Budget budget) {
    List<Budget> others = new ArrayList<>(budgets);
    others.removeIf(b -> b.resource().equals(budget.resource()));
    others.add(budget);
    return new BudgetCase(years, together, others, controls);
  }

  /** The same without a budget for that resource. */
  public BudgetCase without(String resource) {
    return new BudgetCase(
        years,
        together,
        budgets.stream().filter(b -> !b.resource().equals(resource)).toList(),
        controls);
  }

  /** The same with that control in place of the one with its id. */
  public BudgetCase with(BudgetControl control) {
    return new BudgetCase(
        years,
        together,
        budgets,
        controls.stream().map(c -> c.id().equals(control.id()) ? control : c).toList());
  }
}
