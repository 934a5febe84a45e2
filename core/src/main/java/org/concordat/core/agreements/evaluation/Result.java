package org.concordat.core.agreements.evaluation;

import java.math.BigDecimal;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Term;
import org.jspecify.annotations.Nullable;

/**
 * What came of a target in a window.
 *
 * @param line the line of the target
 * @param window the days
 * @param records how many records count
 * @param late how many of them arrived after the close
 * @param value null when nothing can be reckoned
 * @param slack how far the value is on the good side of the threshold, below 0 on the bad one; null
 *     without a value
 * @param budgetLeft the part of what may be missed that is left: 1 when nothing was missed, 0 on
 *     the threshold, below 0 when breached; null without a value or where the target allows nothing
 * @param credit what is due; nothing until the window is closed
 * @param settled what the window came to at its close, when late records have changed it since;
 *     null otherwise
 */
public record Result(
    String target,
    String line,
    Term window,
    Phase phase,
    Verdict verdict,
    long records,
    long late,
    @Nullable BigDecimal value,
    @Nullable BigDecimal slack,
    @Nullable BigDecimal budgetLeft,
    Money credit,
    @Nullable Settled settled) {
  /** What a window came to at its close. */
  public record Settled(Verdict verdict, @Nullable BigDecimal value, Money credit) {}

  /** The same with another credit. */
  Result withCredit(Money other) {
    return new Result(
        target,
        line,
        window,
        phase,
        verdict,
        records,
        late,
        value,
        slack,
        budgetLeft,
        other,
        settled);
  }
}
