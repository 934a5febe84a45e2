package org.concordat.formats.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.Quantity;

/**
 * A budget as people write it into one line: {@code money = 60000; 40000}, with a semicolon between
 * years wherever they write it. So a comma can only be that of a decimal fraction, as in {@code
 * 1200,50}; it has one or two digits behind it, and nobody's {@code 60000,400} is read as something
 * else than was meant.
 */
public final class BudgetLine {
  /** What a line looks like, for messages to people. */
  public static final String SHAPE =
      "RESOURCE = AMOUNT; AMOUNT, with a semicolon between years, each " + Quantity.SHAPE;

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]{1,2}");

  private BudgetLine() {}

  /**
   * Reads a line; one amount counts for every year.
   *
   * @param years how many years one amount counts for
   * @return empty when it is no budget
   */
  public static Optional<Budget> parse(String line, int years) {
    int equals = line.indexOf('=');
    if (equals < 1) {
      return Optional.empty();
    }
    List<Quantity> amounts = new ArrayList<>();
    for (String text : line.substring(equals + 1).split(";", -1)) {
      Optional<Quantity> amount = amount(text.strip());
      if (amount.isEmpty()) {
        return Optional.empty();
      }
      amounts.add(amount.get());
    }
    return Optional.of(
        new Budget(
            line.substring(0, equals).strip(),
            amounts.size() == 1 ? Collections.nCopies(years, amounts.getFirst()) : amounts));
  }

  /** The amount that a person wrote, with a point or a comma; empty when it is none. */
  static Optional<Quantity> amount(String text) {
    return Quantity.parse(DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
  }
}
