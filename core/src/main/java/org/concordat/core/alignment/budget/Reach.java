package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Requirement;

/** What plans reach of requirements: compares plans that differ in few controls, by those alone. */
final class Reach {
  private final BudgetCase given;
  private final Map<Requirement, Need> needs = new HashMap<>();
  private final Map<Requirement, List<Serving>> serving = new HashMap<>();

  private record Serving(BudgetControl control, int level) {}

  Reach(BudgetProblem problem) {
    given = problem.given();
    problem.needs().forEach(need -> needs.put(need.requirement(), need));
    for (BudgetControl control : given.controls()) {
      for (Service service : control.serves()) {
        if (needs.containsKey(service.requirement())) {
          serving
              .computeIfAbsent(service.requirement(), _ -> new ArrayList<>())
              .add(new Serving(control, service.level().number()));
        }
      }
    }
  }

  /**
   * By how much a plan leaves less than another, as the mean over years.
   *
   * @param touched the controls in which they differ
   */
  double better(Plan plan, Plan than, Collection<BudgetControl> touched) {
    double sum = 0;
    for (Requirement requirement : served(touched)) {
      for (int year = 1; year <= given.years(); year++) {
        sum += residual(requirement, than, year) - residual(requirement, plan, year);
      }
    }
    return sum / given.years();
  }

  /** The requirements of which a plan leaves less than another in the last year. */
  List<Requirement> bettered(Plan plan, Plan than, Collection<BudgetControl> touched) {
    return served(touched).stream()
        .filter(r -> residual(r, plan, given.years()) < residual(r, than, given.years()) - 1e-12)
        .toList();
  }

  private Set<Requirement> served(Collection<BudgetControl> controls) {
    Set<Requirement> served = new LinkedHashSet<>();
    for (BudgetControl control : controls) {
      for (Service service : control.serves()) {
        if (needs.containsKey(service.requirement())) {
          served.add(service.requirement());
        }
      }
    }
    return served;
  }

  private double residual(Requirement requirement, Plan plan, int year) {
    int best = 0;
    int sum = 0;
    for (Serving each : serving.getOrDefault(requirement, List.of())) {
      if (plan.isRunning(each.control, year)) {
        best = Math.max(best, each.level);
        sum += each.level;
      }
    }
    Need need = needs.get(requirement);
    return need == null
        ? 0
        : need.residual(
            switch (given.together()) {
              case BEST -> best;
              case ADDING -> sum;
            });
  }
}
