package org.concordat.server.budget.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.server.alignment.ConflictPage;
import org.concordat.server.budget.BudgetWish;
import org.concordat.server.budget.Budgets;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what forms ask for and says what came of it. */
@Component
class BudgetSaving {
  private final Budgets budgets;

  BudgetSaving(Budgets budgets) {
    this.budgets = budgets;
  }

  Answer save(Caller caller, HttpServletRequest request, List<BudgetWish> wishes, String back) {
    Budgets.Saved saved =
        budgets.save(
            caller.tenant(),
            caller.attribution(
                SurroundingsFactory.requestId(request), request.getParameter("reason")),
            wishes);
    return switch (saved) {
      case Budgets.Saved.Done(int changed) ->
          Redirect.to(back).saying(changed == 0 ? "budget.unchanged" : "budget.saved", changed);
      case Budgets.Saved.Conflict(BudgetWish wish, Object present) ->
          ConflictPage.of(request, wanted(wish), present, "tag");
      case Budgets.Saved.Unsound(List<Finding> findings) -> refused(findings);
    };
  }

  private static @Nullable Object wanted(BudgetWish wish) {
    return switch (wish) {
      case BudgetWish.OfControl of -> of.wanted();
      case BudgetWish.OfFrame of -> new Budgets.Frame(of.years(), of.together(), of.budgets());
    };
  }

  static ErrorPage refused(List<Finding> findings) {
    return new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
  }
}
