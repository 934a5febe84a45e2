package org.concordat.cli.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.FrontierPoint;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;
import org.jspecify.annotations.Nullable;

/** Tells a plan, its frontier and its reasons to people, and as rows to programs. */
public final class PlanReport {
  private final BudgetProblem problem;
  private final BudgetCase given;
  private final Outcome.Solved solved;
  private final List<Standing> standings;
  private final PlanFigures figures;

  public PlanReport(BudgetProblem problem, Outcome.Solved solved, List<Standing> standings) {
    this.problem = problem;
    given = problem.given();
    this.solved = solved;
    this.standings = standings;
    figures = PlanFigures.of(problem, solved.plan());
  }

  /** The plan: what starts when and why, what it spends and leaves. */
  public void tell(TableFormat format, Terminal terminal) {
    if (format == TableFormat.CSV) {
      Tables.write(rows(), format, terminal);
      return;
    }
    terminal.line("");
    Tables.write(controls(), format, terminal);
    terminal.line("");
    Tables.write(years(), format, terminal);
    terminal.line("");
    terminal.paragraph(
        0,
        "All requirements together need %s. The plan leaves %s of it on average over %s. %s"
            .formatted(
                BudgetWords.figure(problem.total()),
                BudgetWords.figure(solved.residual()),
                given.years() == 1 ? "the year" : given.years() + " years",
                BudgetWords.certainty(solved)));
  }

  private Table controls() {
    Table.Builder table =
        Table.of(
            Table.column("start", "Year"),
            Table.elastic("control", "Control"),
            Table.elastic("outlay", "Takes"),
            Table.elastic("why", "Why"));
    List<Standing> sorted = new ArrayList<>(standings);
    sorted.sort(
        Comparator.comparingInt((Standing s) -> s.start() == 0 ? Integer.MAX_VALUE : s.start())
            .thenComparing(Comparator.comparingDouble(Standing::beyond).reversed()));
    for (BudgetControl control : given.controls()) {
      if (control.inPlace()) {
        table.row(
            Cell.of("in place", Tone.QUIET),
            Cell.named(control.name(), control.id()),
            Cell.nothing(),
            Cell.nothing());
      }
    }
    for (Standing standing : sorted) {
      BudgetControl control = given.control(standing.control()).orElseThrow();
      table.row(
          standing.start() > 0
              ? Cell.of(Integer.toString(standing.start()), Tone.STRONG)
              : Cell.of("out", Tone.QUIET),
          Cell.named(control.name(), control.id()),
          Cell.of(BudgetWords.outlay(control)),
          Cell.of(BudgetWords.why(standing, given)));
    }
    return table.build();
  }

  private Table years() {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.column("year", "Year"));
    given.resources().forEach(r -> columns.add(Table.column(r, "Spent: " + r)));
    columns.add(Table.column("residual", "Left unmet"));
    Table.Builder table = Table.of(columns.toArray(Table.Column[]::new));
    for (int year = 1; year <= given.years(); year++) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(year));
      for (String resource : given.resources()) {
        int index = year - 1;
        String spent = Quantity.text(figures.spent().getOrDefault(resource, List.of()).get(index));
        row.add(
            Cell.of(
                given
                    .budget(resource)
                    .map(b -> spent + " of " + b.years().get(index))
                    .orElse(spent)));
      }
      row.add(Cell.of(BudgetWords.figure(figures.residuals().get(year - 1))));
      table.row(row);
    }
    return table.build();
  }

  private Table rows() {
    List<Table.Column> columns = new ArrayList<>();
    for (String key : List.of("id", "name", "start", "alone", "beyond", "why")) {
      columns.add(Table.column(key, key));
    }
    for (String resource : given.resources()) {
      columns.add(Table.column(resource + " once", resource + " once"));
      columns.add(Table.column(resource + " yearly", resource + " yearly"));
    }
    Table.Builder table = Table.of(columns.toArray(Table.Column[]::new));
    for (Standing standing : standings) {
      BudgetControl control = given.control(standing.control()).orElseThrow();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(control.id()));
      row.add(Cell.of(control.name()));
      row.add(Cell.of(standing.start()));
      row.add(Cell.of(standing.alone()));
      row.add(Cell.of(standing.beyond()));
      row.add(Cell.of(BudgetWords.why(standing, given)));
      for (String resource : given.resources()) {
        row.add(Cell.of(control.outlay(resource).once().toString()));
        row.add(Cell.of(control.outlay(resource).yearly().toString()));
      }
      table.row(row);
    }
    return table.build();
  }

  /** The frontier: what each amount of money buys. */
  public void tell(Frontier frontier, TableFormat format, Terminal terminal) {
    Table.Builder table =
        Table.of(
            Table.column("money", "Money"),
            Table.column("residual", "Left unmet"),
            Table.column("gap", "Possibly less"),
            Table.column("controls", "Controls"),
            Table.elastic("change", "Compared with the point above"));
    FrontierPoint before = null;
    for (FrontierPoint point : frontier.points()) {
      table.row(
          Cell.of(Quantity.text(point.money())),
          Cell.of(BudgetWords.figure(point.residual())),
          Cell.of(point.isProved() ? "" : BudgetWords.figure(point.gap())),
          Cell.of(point.plan().starts().size()),
          Cell.of(change(before, point)));
      before = point;
    }
    if (format != TableFormat.CSV) {
      terminal.line("");
    }
    Tables.write(table.build(), format, terminal);
    if (format != TableFormat.CSV) {
      terminal.line("");
      terminal.paragraph(
          0,
          frontier.isComplete()
              ? "These are all points at which more money first leaves less; each is proved."
              : "The points stand at a resolution; between two of them there may be others.");
    }
  }

  private String change(@Nullable FrontierPoint before, FrontierPoint point) {
    if (before == null) {
      return "";
    }
    List<String> added = new ArrayList<>(point.plan().starts().keySet());
    added.removeAll(before.plan().starts().keySet());
    List<String> gone = new ArrayList<>(before.plan().starts().keySet());
    gone.removeAll(point.plan().starts().keySet());
    return (added.isEmpty() ? "" : "+ " + BudgetWords.names(added, given))
        + (added.isEmpty() || gone.isEmpty() ? "" : "; ")
        + (gone.isEmpty() ? "" : "- " + BudgetWords.names(gone, given));
  }

  /** Why one control is in the plan or not. */
  public void tell(
      BudgetControl control, @Nullable EntryPrice price, double without, Terminal terminal) {
    Standing standing =
        standings.stream().filter(s -> s.control().equals(control.id())).findFirst().orElseThrow();
    terminal.line("");
    terminal.line(Tone.STRONG, control.name());
    terminal.paragraph(
        2,
        "Takes "
            + BudgetWords.outlay(control)
            + "; alone it would meet "
            + BudgetWords.figure(standing.alone())
            + ".");
    if (standing.start() > 0) {
      terminal.paragraph(
          2,
          "It starts in year %d. Taken out, with nothing in its place, the plan would leave %s more."
              .formatted(standing.start(), BudgetWords.figure(standing.beyond())));
      if (!Double.isNaN(without)) {
        terminal.paragraph(
            2,
            "The best plan without it leaves %s, which is %s more."
                .formatted(
                    BudgetWords.figure(without), BudgetWords.figure(without - solved.residual())));
      }
      if (!standing.only().isEmpty()) {
        terminal.paragraph(
            2,
            "It alone serves so well: "
                + String.join(", ", standing.only().stream().map(r -> r.id()).limit(10).toList())
                + (standing.only().size() > 10 ? ", ..." : ""));
      }
      return;
    }
    terminal.paragraph(
        2,
        "It is not in the plan. Added to it, it would leave %s less, but:"
            .formatted(BudgetWords.figure(standing.beyond())));
    standing.blockers().forEach(b -> terminal.paragraph(4, "- " + BudgetWords.blocker(b, given)));
    if (price != null) {
      terminal.paragraph(2, BudgetWords.price(price, control));
      if (!Double.isNaN(price.forced())) {
        terminal.paragraph(
            2,
            "The best plan that has it leaves %s, %s more."
                .formatted(
                    BudgetWords.figure(price.forced()),
                    BudgetWords.figure(price.forced() - solved.residual())));
      }
    }
  }
}
