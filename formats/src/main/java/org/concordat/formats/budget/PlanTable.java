package org.concordat.formats.budget;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.core.alignment.budget.Blocker;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.FrontierPoint;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.formats.tables.RowWriter;

/** Plans and frontiers as rows of a file. Names and order of the columns are a promise. */
public final class PlanTable {
  private static final List<String> FRONTIER =
      List.of("money", "share", "residual", "bound", "controls", "starts");

  private PlanTable() {}

  /** Writes how all controls stand to a plan and finishes the file; its stream stays open. */
  public static void write(BudgetCase given, List<Standing> standings, RowWriter rows)
      throws IOException {
    try (rows) {
      rows.write(header(given));
      for (Standing standing : standings) {
        rows.write(row(standing, given));
      }
    }
  }

  /** Writes a whole frontier and finishes the file; its stream stays open. */
  public static void write(Frontier frontier, RowWriter rows) throws IOException {
    try (rows) {
      rows.write(FRONTIER);
      for (FrontierPoint point : frontier.points()) {
        rows.write(row(point));
      }
    }
  }

  private static List<String> header(BudgetCase given) {
    List<String> header =
        new ArrayList<>(List.of("id", "name", "start", "alone", "beyond", "blockers"));
    for (String resource : given.resources()) {
      header.add(resource + " once");
      header.add(resource + " yearly");
    }
    return header;
  }

  /** How a control stands to a plan; a start of 0 means that it is not in it. */
  private static List<Object> row(Standing standing, BudgetCase given) {
    BudgetControl control = given.control(standing.control()).orElseThrow();
    List<Object> row = new ArrayList<>();
    row.add(control.id());
    row.add(control.name());
    row.add(standing.start());
    row.add(standing.alone());
    row.add(standing.beyond());
    row.add(standing.blockers().stream().map(PlanTable::word).collect(Collectors.joining("; ")));
    for (String resource : given.resources()) {
      row.add(control.outlay(resource).once().thousandths() / 1_000.0);
      row.add(control.outlay(resource).yearly().thousandths() / 1_000.0);
    }
    return row;
  }

  private static String word(Blocker blocker) {
    return switch (blocker) {
      case Blocker.Shortfall(String resource, int year, long missing) ->
          "short of " + Quantity.text(missing) + " " + resource + " in year " + year;
      case Blocker.Excluded(String by) -> "excluded by " + by;
      case Blocker.Needs(String needed) -> "needs " + needed;
      case Blocker.Nothing() -> "brings nothing more";
    };
  }

  private static List<Object> row(FrontierPoint point) {
    return List.of(
        point.money() / 1_000.0,
        point.share(),
        point.residual(),
        point.bound(),
        point.plan().starts().size(),
        point.plan().starts().entrySet().stream()
            .map(start -> start.getKey() + "=" + start.getValue())
            .collect(Collectors.joining("; ")));
  }
}
