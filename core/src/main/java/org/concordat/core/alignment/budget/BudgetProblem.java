package org.concordat.core.alignment.budget;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;

/**
 * A budget question together with what the priorities say.
 *
 * @param given keeps the rules of {@link BudgetRules}
 * @param needs the requirements that have a need, each once; controls may serve others, which
 *     counts nothing
 */
public record BudgetProblem(BudgetCase given, List<Need> needs) {
  public BudgetProblem {
    needs = List.copyOf(needs);
  }

  /** The question with the needs of all goals. */
  public static BudgetProblem of(BudgetCase given, Priorities priorities, ImpactScale scale) {
    return of(given, priorities.list(Integer.MAX_VALUE, 0), scale);
  }

  /** The question with these priorities; those without a score are no needs. */
  public static BudgetProblem of(BudgetCase given, List<Priority> priorities, ImpactScale scale) {
    List<Need> needs = new ArrayList<>();
    for (Priority priority : priorities) {
      if (priority.score() > 0) {
        needs.add(
            new Need(
                priority.requirement(), priority.score(), scale.shownNumber(priority.score())));
      }
    }
    return new BudgetProblem(given, needs);
  }

  /** The same needs under another question. */
  public BudgetProblem with(BudgetCase other) {
    return new BudgetProblem(other, needs);
  }

  /** What the requirements need in all: the residual when nothing is in operation. */
  public double total() {
    return needs.stream().mapToDouble(Need::score).sum();
  }
}
