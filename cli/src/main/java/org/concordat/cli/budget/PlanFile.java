package org.concordat.cli.budget;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.cli.output.FileForm;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.formats.budget.BudgetJson;
import org.concordat.formats.budget.FrontierPicture;
import org.concordat.formats.budget.PlanTable;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or the frontier when there is one, as a file; the same that the pages and the API give.
 *
 * @param frontier null for the plan alone
 */
public record PlanFile(
    BudgetProblem problem,
    Outcome.Solved solved,
    List<Standing> standings,
    @Nullable Frontier frontier) {
  public PlanFile {
    standings = List.copyOf(standings);
  }

  /**
   * Writes it; the stream stays open.
   *
   * @throws IllegalArgumentException for a picture without a frontier
   */
  public void write(FileForm form, OutputStream out) throws IOException {
    switch (form) {
      case CSV -> table(RowWriter.csv(out));
      case XLSX -> table(RowWriter.xlsx(out, frontier == null ? "Plan" : "Frontier", 1));
      case JSON -> BudgetJson.write(problem, solved, standings, frontier, out);
      case SVG -> {
        if (frontier == null) {
          throw new IllegalArgumentException("a plan is no picture");
        }
        out.write(
            FrontierPicture.draw(frontier, FrontierPicture.Words.ENGLISH)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void table(RowWriter rows) throws IOException {
    if (frontier == null) {
      PlanTable.write(problem.given(), standings, rows);
    } else {
      PlanTable.write(frontier, rows);
    }
  }
}
