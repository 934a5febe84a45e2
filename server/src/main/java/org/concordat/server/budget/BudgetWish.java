package org.concordat.server.budget;

import java.util.List;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Together;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a budget question, and of which state it was decided. */
public sealed interface BudgetWish {
  /** The tag of what somebody saw. */
  String tag();

  /**
   * A control shall be so, or be gone.
   *
   * @param wanted null to remove it
   */
  record OfControl(String id, @Nullable BudgetControl wanted, String tag) implements BudgetWish {}

  /** Horizon and budgets shall be so. */
  record OfFrame(int years, Together together, List<Budget> budgets, String tag)
      implements BudgetWish {
    public OfFrame {
      budgets = List.copyOf(budgets);
    }
  }
}
