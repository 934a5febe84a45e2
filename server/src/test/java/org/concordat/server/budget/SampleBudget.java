package org.concordat.server.budget;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.budget.BudgetFile;
import org.concordat.server.database.Attribution;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;

/** The budget question of the example, put into an organisation that has the example's model. */
public final class SampleBudget {
  private SampleBudget() {}

  /** The file of the example. */
  public static Path file() {
    return Path.of("../examples/budget/controls.yaml");
  }

  /** Puts it into the organisation. */
  public static void into(RunningServer server, People people) {
    BudgetCase given;
    try {
      given =
          BudgetFile.read(
              file(),
              server.part(Models.class).of(people.tenant()).read(Snapshot::workspace),
              BudgetRows.NOTHING);
    } catch (IOException | InvalidInput e) {
      throw new AssertionError(e);
    }
    Budgets budgets = server.part(Budgets.class);
    BudgetCase before = budgets.of(people.tenant());
    List<BudgetWish> wishes = new ArrayList<>(Budgets.wishes(before, given.controls()));
    wishes.add(
        new BudgetWish.OfFrame(
            given.years(), given.together(), given.budgets(), Budgets.frameTag(before)));
    Budgets.Saved saved = budgets.save(people.tenant(), Attribution.ofServer("test"), wishes);
    if (!(saved instanceof Budgets.Saved.Done)) {
      throw new AssertionError(saved);
    }
  }

  /** Lets somebody search the plan, and waits for it. */
  public static void search(RunningServer server, People people, Visitor officer) {
    officer.post("/budget/searches");
    BudgetRuns runs = server.part(BudgetRuns.class);
    for (int i = 0; i < 1_200 && runs.latest(people.tenant(), null).isEmpty(); i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
