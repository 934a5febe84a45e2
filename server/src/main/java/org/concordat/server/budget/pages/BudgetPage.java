package org.concordat.server.budget.pages;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.core.alignment.budget.Blocker;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.formats.yaml.Words;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * A budget and how it is spent best.
 *
 * @param total what all requirements need
 * @param tag of horizon and budgets
 * @param run the last search, or null
 * @param shown the plan that is shown, or null
 * @param solvers who may search
 * @param isStale whether controls, budgets or priorities have changed since the search
 * @param edits whether the reader may change it
 */
public record BudgetPage(
    BudgetCase given,
    double total,
    String tag,
    @Nullable BudgetRun run,
    @Nullable Shown shown,
    List<String> solvers,
    boolean isStale,
    boolean edits)
    implements PageModel {
  public BudgetPage {
    solvers = List.copyOf(solvers);
  }

  /**
   * A plan as it is shown.
   *
   * @param point the index of the frontier's point that it belongs to, -1 for the plan within the
   *     budget
   * @param residual what it leaves
   * @param gap how much better a plan could be at most
   * @param isProved whether none is better
   * @param in the controls that are in it, by year
   * @param out those that are not, the one that would bring most first
   * @param chart null when there is no frontier
   */
  public record Shown(
      int point,
      double residual,
      double gap,
      boolean isProved,
      boolean isComplete,
      PlanFigures figures,
      List<Standing> in,
      List<Standing> out,
      @Nullable FrontierChart chart) {
    public Shown {
      in = List.copyOf(in);
      out = List.copyOf(out);
    }
  }

  @Override
  public String template() {
    return "budget/plan";
  }

  /** What a solver is called. */
  public static String solver(Surroundings here, String name) {
    return here.textOr("budget.solver." + name, here.text("budget.solver.library", name));
  }

  /** How texts call a constant. */
  public static String word(Enum<?> constant) {
    return Words.of(constant);
  }

  /** The name of a control. */
  public String name(String id) {
    return given.control(id).map(BudgetControl::name).orElse(id);
  }

  /** The control of a standing. */
  public BudgetControl control(Standing standing) {
    return given.control(standing.control()).orElseThrow();
  }

  /** Amounts of a budget as one types them. */
  public static String amounts(Budget budget) {
    return budget.resource()
        + " = "
        + budget.years().stream().map(Quantity::toString).collect(Collectors.joining("; "));
  }

  /** An amount in thousandths with the reader's separators. */
  public static String amount(Surroundings here, long thousandths) {
    NumberFormat format = NumberFormat.getNumberInstance(here.locale());
    return format.format(thousandths / 1_000.0);
  }

  /** What a resource is called. */
  public static String resource(Surroundings here, String resource) {
    return here.textOr("budget.resource." + resource.toLowerCase(Locale.ROOT), resource);
  }

  /** What a control takes, in words. */
  public static String outlays(Surroundings here, BudgetControl control) {
    return control.outlays().entrySet().stream()
        .filter(e -> !e.getValue().isNothing())
        .map(e -> resource(here, e.getKey()) + " " + outlay(here, e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String outlay(Surroundings here, Outlay outlay) {
    String once = amount(here, outlay.once().thousandths());
    String yearly = amount(here, outlay.yearly().thousandths());
    if (outlay.yearly().thousandths() == 0) {
      return once;
    }
    return outlay.once().thousandths() == 0
        ? here.text("budget.yearly", yearly)
        : here.text("budget.onceAndYearly", once, yearly);
  }

  /** Why something is out, in words. */
  public String blocker(Surroundings here, Blocker blocker) {
    return switch (blocker) {
      case Blocker.Shortfall(String resource, int year, long missing) ->
          here.text("budget.blocker.short", resource(here, resource), amount(here, missing), year);
      case Blocker.Excluded(String by) -> here.text("budget.blocker.excluded", name(by));
      case Blocker.Needs(String control) -> here.text("budget.blocker.needs", name(control));
      case Blocker.Nothing() -> here.text("budget.blocker.nothing");
    };
  }
}
