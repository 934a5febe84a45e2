package org.concordat.cli.budget;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.core.alignment.budget.Blocker;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;

/** Plans and their reasons as sentences. */
final class BudgetWords {
  private BudgetWords() {}

  static String name(BudgetCase given, String id) {
    return given.control(id).map(BudgetControl::name).orElse(id);
  }

  /** A figure of priority, to three digits behind the point. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** How sure a plan is. */
  static String certainty(Outcome.Solved solved) {
    return switch (solved.end()) {
      case PROVED -> "No plan within these budgets leaves less: this is proved.";
      case ENOUGH, NODES, STOPPED ->
          "The search ended before its proof: a plan could leave %s less at most."
              .formatted(figure(solved.gap()));
    };
  }

  static String outlay(BudgetControl control) {
    return control.outlays().entrySet().stream()
        .filter(e -> !e.getValue().isNothing())
        .map(e -> outlay(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String outlay(String resource, Outlay outlay) {
    String once = outlay.once().thousandths() == 0 ? "" : outlay.once().toString();
    String yearly = outlay.yearly().thousandths() == 0 ? "" : outlay.yearly() + " a year";
    String joined = once.isEmpty() || yearly.isEmpty() ? once + yearly : once + " and " + yearly;
    return joined + " " + resource;
  }

  static String why(Standing standing, BudgetCase given) {
    if (standing.start() > 0) {
      return "brings %s beyond the others".formatted(figure(standing.beyond()));
    }
    return standing.blockers().isEmpty()
        ? "would bring " + figure(standing.beyond())
        : standing.blockers().stream()
            .limit(2)
            .map(b -> blocker(b, given))
            .collect(Collectors.joining("; "));
  }

  static String blocker(Blocker blocker, BudgetCase given) {
    return switch (blocker) {
      case Blocker.Shortfall(String resource, int year, long missing) ->
          "%s %s missing in year %d".formatted(Quantity.text(missing), resource, year);
      case Blocker.Excluded(String by) -> "excluded by " + name(given, by);
      case Blocker.Needs(String control) -> "needs " + name(given, control) + " too";
      case Blocker.Nothing() -> "brings nothing that the others do not reach";
    };
  }

  static String price(EntryPrice price, BudgetControl control) {
    return switch (price.kind()) {
      case AS_GOOD -> "A plan with it is just as good; another one was chosen among equals.";
      case NEVER ->
          "It would not enter even if it cost nothing: its effort, or what it needs or excludes,"
              + " keeps it out, or others reach what it serves.";
      case UNKNOWN -> "The searches ended before its price was known; allow more time.";
      case PRICE -> {
        Outlay money = control.outlay(Budget.MONEY);
        String at =
            "%s once and %s a year"
                .formatted(
                    part(money.once(), price.enters()), part(money.yearly(), price.enters()));
        String sure =
            price.stays() - price.enters() <= EntryPrice.RESOLUTION
                ? ""
                : " It is certain only from %.0f %% of its price on that it stays out."
                    .formatted(100 * price.stays());
        yield "It enters when it costs %s or less (%.1f %% of its price).%s"
            .formatted(at, 100 * price.enters(), sure);
      }
    };
  }

  private static String part(Quantity full, double part) {
    return Quantity.text((long) Math.floor(full.thousandths() * part));
  }

  static String names(List<String> ids, BudgetCase given) {
    return ids.stream().map(id -> name(given, id)).collect(Collectors.joining(", "));
  }
}
