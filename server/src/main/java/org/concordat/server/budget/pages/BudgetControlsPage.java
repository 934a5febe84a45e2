package org.concordat.server.budget.pages;

import java.util.List;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * The controls that a budget may be spent on.
 *
 * @param fields the names of the form's columns, by which a new one is made
 * @param offered how many controls of standards could be taken over
 */
public record BudgetControlsPage(
    TableView table, BudgetCase given, List<String> fields, int offered, boolean edits)
    implements TablePage {
  public BudgetControlsPage {
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return "budget/controls";
  }
}
