package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;

/**
 * What a plan spends and what it leaves.
 *
 * @param spent thousandths for each year, by resource
 * @param residuals the residual of each year, in units of priority
 * @param rows what is reached of each requirement in the last year, in the order of the needs
 */
public record PlanFigures(
    Map<String, List<Long>> spent, List<Double> residuals, List<RequirementFigures> rows) {
  public PlanFigures {
    spent = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(spent));
    residuals = List.copyOf(residuals);
    rows = List.copyOf(rows);
  }

  /**
   * What is reached of a requirement in the last year.
   *
   * @param reached the number of the level that the controls in operation reach, 0 for none
   * @param residual the part of the need's score that is not met
   * @param by the ids of the controls in operation that serve it, best first
   */
  public record RequirementFigures(Need need, int reached, double residual, List<String> by) {
    public RequirementFigures {
      by = List.copyOf(by);
    }
  }

  /** The residual of the plan: the mean over years. */
  public double residual() {
    return residuals.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** What is spent of a resource over all years, in thousandths. */
  public long total(String resource) {
    return spent.getOrDefault(resource, List.of()).stream().mapToLong(Long::longValue).sum();
  }

  /** The figures of a plan. Costs a look at each service for each year. */
  public static PlanFigures of(BudgetProblem problem, Plan plan) {
    BudgetCase given = problem.given();
    Map<String, List<Long>> spent = new LinkedHashMap<>();
    for (String resource : given.resources()) {
      spent.put(resource, spent(given, plan, resource));
    }
    List<Double> residuals = new ArrayList<>();
    List<RequirementFigures> last = List.of();
    for (int year = 1; year <= given.years(); year++) {
      last = reached(problem, plan, year);
      residuals.add(last.stream().mapToDouble(RequirementFigures::residual).sum());
    }
    return new PlanFigures(spent, residuals, last);
  }

  /** What a plan spends of a resource in each year, in thousandths. */
  static List<Long> spent(BudgetCase given, Plan plan, String resource) {
    long[] years = new long[given.years()];
    for (BudgetControl control : given.controls()) {
      Integer start = plan.starts().get(control.id());
      if (start != null) {
        Outlay outlay = control.outlay(resource);
        years[start - 1] += outlay.once().thousandths();
        for (int year = start; year <= years.length; year++) {
          years[year - 1] += outlay.yearly().thousandths();
        }
      }
    }
    return java.util.Arrays.stream(years).boxed().toList();
  }

  private record Serving(String control, int level) {}

  private static List<RequirementFigures> reached(BudgetProblem problem, Plan plan, int year) {
    Map<Requirement, List<Serving>> serving = new HashMap<>();
    for (BudgetControl control : problem.given().controls()) {
      if (plan.isRunning(control, year)) {
        for (Service service : control.serves()) {
          serving
              .computeIfAbsent(service.requirement(), _ -> new ArrayList<>())
              .add(new Serving(control.id(), service.level().number()));
        }
      }
    }
    List<RequirementFigures> rows = new ArrayList<>();
    for (Need need : problem.needs()) {
      List<Serving> by = serving.getOrDefault(need.requirement(), List.of());
      int reached =
          switch (problem.given().together()) {
            case BEST -> by.stream().mapToInt(Serving::level).max().orElse(0);
            case ADDING -> by.stream().mapToInt(Serving::level).sum();
          };
      List<String> best =
          by.stream()
              .sorted(java.util.Comparator.comparingInt(Serving::level).reversed())
              .map(Serving::control)
              .toList();
      rows.add(new RequirementFigures(need, reached, need.residual(reached), best));
    }
    return rows;
  }
}
