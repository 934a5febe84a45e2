package org.concordat.server.budget.pages;

import java.util.List;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * One control, and why it is in the plan or not.
 *
 * @param fields its texts by the columns of the form
 * @param standing how it stands to the last plan, or null
 * @param price what the last search for its price has found, or null
 * @param budget the page of the plan, for its words
 */
public record BudgetControlPage(
    BudgetControl control,
    String tag,
    List<Field> fields,
    @Nullable Standing standing,
    @Nullable EntryPrice price,
    BudgetPage budget,
    boolean edits)
    implements PageModel {
  public BudgetControlPage {
    fields = List.copyOf(fields);
  }

  /** A field of the form. */
  public record Field(String column, String value) {
    /** What it is called. */
    public String label(Surroundings here) {
      String text = here.textOr("budget.column." + column.replace(' ', '-'), "");
      if (!text.isEmpty()) {
        return text;
      }
      int space = column.lastIndexOf(' ');
      String resource = BudgetPage.resource(here, column.substring(0, Math.max(0, space)));
      return here.text("budget.column." + column.substring(space + 1), resource);
    }

    public boolean isLong() {
      return column.equals("serves");
    }
  }

  @Override
  public String template() {
    return "budget/control";
  }

  /** What part of its money comes to, in words. */
  public String priced(Surroundings here, EntryPrice found) {
    var money = control.outlay(Budget.MONEY);
    return here.text(
        "budget.onceAndYearly",
        part(here, money.once(), found.enters()),
        part(here, money.yearly(), found.enters()));
  }

  private static String part(Surroundings here, Quantity full, double part) {
    return BudgetPage.amount(here, (long) Math.floor(full.thousandths() * part));
  }
}
