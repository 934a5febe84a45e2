package org.concordat.core.agreements.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.concordat.core.alignment.Requirement;

/** Something that somebody should look at again, with its reason. */
public sealed interface Lesson {
  /**
   * A target was always met with at least half of its budget left.
   *
   * @param windows how many in a row
   * @param worst the worst value among them, which could be the threshold
   */
  record AlwaysMetWithSlack(String target, String line, int windows, BigDecimal worst)
      implements Lesson {}

  /**
   * A target was never met.
   *
   * @param windows how many in a row
   * @param best the best value among them, which could be the threshold
   */
  record NeverMet(String target, String line, int windows, BigDecimal best) implements Lesson {}

  /**
   * The targets of a line were breached again and again, and nobody was harmed: perhaps the need is
   * lower than judged.
   *
   * @param breaches how many windows were breached
   * @param last the last day of the last of them
   */
  record BreachedWithoutHarm(String line, Requirement requirement, int breaches, LocalDate last)
      implements Lesson {}
}
