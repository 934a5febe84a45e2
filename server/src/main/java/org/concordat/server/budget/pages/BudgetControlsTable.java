package org.concordat.server.budget.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.formats.budget.ControlTable;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.Table;

/** The list of controls, each with how it stands to the last plan. */
final class BudgetControlsTable {
  static final Table<BudgetPage, BudgetControl> TABLE =
      new Table<>(
          "budget-controls",
          "budget.controls.title",
          "/budget-controls",
          List.of(
              Column.<BudgetPage, BudgetControl>of(
                      "name",
                      "budget.column.name",
                      (_, c) ->
                          new Cell.Link(new Cell.Text(c.name()), "/budget-controls/" + c.id()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<BudgetPage, BudgetControl>of(
                      "id", "budget.column.id", (_, c) -> Cell.of(c.id()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<BudgetPage, BudgetControl>of(
                      "plan", "budget.column.plan", (p, c) -> plan(p, c))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.<BudgetPage, BudgetControl>ofNumbers(
                      "once", "budget.column.moneyOnce", (_, c) -> money(c, false))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<BudgetPage, BudgetControl>ofNumbers(
                      "yearly", "budget.column.moneyYearly", (_, c) -> money(c, true))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.of("effort", "budget.column.effort", (_, c) -> effort(c)),
              Column.<BudgetPage, BudgetControl>ofNumbers(
                      "serves", "budget.column.serves", (_, c) -> new Cell.Count(c.serves().size()))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.of("needs", "budget.column.needs", (p, c) -> names(p, c.needs())),
              Column.of("excludes", "budget.column.excludes", (p, c) -> names(p, c.excludes())),
              Column.<BudgetPage, BudgetControl>ofNumbers(
                      "beyond", "budget.column.beyond", (p, c) -> beyond(p, c))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<BudgetPage, BudgetControl>of(
                      "implements",
                      "budget.column.implements",
                      (_, c) ->
                          c.implementing() == null
                              ? Cell.nothing()
                              : Cell.of(ControlTable.text(c.implementing())))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>(
                  "plan",
                  "budget.column.plan",
                  _ ->
                      List.of(
                          new FilterField.Option("in", Cell.word("budget.in")),
                          new FilterField.Option("out", Cell.word("budget.out")),
                          new FilterField.Option("place", Cell.word("budget.inPlace"))))),
          BudgetControlsTable::find,
          BudgetControl::id);

  private BudgetControlsTable() {}

  private static int start(BudgetPage page, BudgetControl control) {
    return page.shown() == null
        ? 0
        : page.shown().in().stream()
            .filter(s -> s.control().equals(control.id()))
            .mapToInt(Standing::start)
            .findFirst()
            .orElse(0);
  }

  private static String state(BudgetPage page, BudgetControl control) {
    return control.inPlace() ? "place" : start(page, control) > 0 ? "in" : "out";
  }

  private static Cell plan(BudgetPage page, BudgetControl control) {
    if (control.inPlace()) {
      return new Cell.Badge(Cell.word("budget.inPlace"), 1);
    }
    if (page.shown() == null) {
      return Cell.nothing();
    }
    int start = start(page, control);
    return start == 0
        ? new Cell.Quiet(Cell.word("budget.out"))
        : new Cell.Badge(
            new Cell.Joined(List.of(Cell.word("budget.year"), new Cell.Count(start)), " "), 3);
  }

  private static Cell money(BudgetControl control, boolean isYearly) {
    var outlay = control.outlay(Budget.MONEY);
    long thousandths = (isYearly ? outlay.yearly() : outlay.once()).thousandths();
    return thousandths == 0
        ? Cell.nothing()
        : thousandths % 1_000 == 0
            ? new Cell.Count(thousandths / 1_000)
            : new Cell.Figure(thousandths / 1_000.0);
  }

  private static Cell effort(BudgetControl control) {
    List<Cell> parts = new ArrayList<>();
    control
        .outlays()
        .forEach(
            (resource, outlay) -> {
              if (!resource.equals(Budget.MONEY)) {
                parts.add(
                    Cell.of(
                        resource
                            + " "
                            + outlay.once()
                            + (outlay.yearly().thousandths() == 0 ? "" : " + " + outlay.yearly())));
              }
            });
    return new Cell.Joined(parts, ", ");
  }

  private static Cell names(BudgetPage page, List<String> ids) {
    return new Cell.Joined(
        ids.stream()
            .<Cell>map(id -> new Cell.Link(Cell.of(page.name(id)), "/budget-controls/" + id))
            .toList(),
        ", ");
  }

  private static double beyondOf(BudgetPage page, BudgetControl control) {
    if (page.shown() == null) {
      return 0;
    }
    List<Standing> all = new ArrayList<>(page.shown().in());
    all.addAll(page.shown().out());
    return all.stream()
        .filter(s -> s.control().equals(control.id()))
        .mapToDouble(Standing::beyond)
        .findFirst()
        .orElse(0);
  }

  private static Cell beyond(BudgetPage page, BudgetControl control) {
    return page.shown() == null || control.inPlace()
        ? Cell.nothing()
        : new Cell.Figure(beyondOf(page, control));
  }

  private static Table.Found<BudgetControl> find(
      BudgetPage page, Asked asked, int offset, int limit) {
    Comparator<BudgetControl> order =
        switch (asked.column()) {
          case "plan" ->
              Comparator.comparing(c -> start(page, c) == 0 ? Integer.MAX_VALUE : start(page, c));
          case "once" -> Comparator.comparing(c -> c.outlay(Budget.MONEY).once());
          case "yearly" -> Comparator.comparing(c -> c.outlay(Budget.MONEY).yearly());
          case "serves" -> Comparator.comparing(c -> c.serves().size());
          case "beyond" -> Comparator.comparing(c -> beyondOf(page, c));
          default -> Comparator.comparing(c -> c.name().toLowerCase(Locale.ROOT));
        };
    String words = asked.filter("q").toLowerCase(Locale.ROOT);
    List<BudgetControl> found =
        page.given().controls().stream()
            .filter(
                c ->
                    List.of(words.split(" ", -1)).stream()
                        .allMatch((c.id() + " " + c.name()).toLowerCase(Locale.ROOT)::contains))
            .filter(
                c -> asked.filter("plan").isEmpty() || asked.filter("plan").equals(state(page, c)))
            .sorted(asked.isDescending() ? order.reversed() : order)
            .toList();
    return new Table.Found<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }
}
