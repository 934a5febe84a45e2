package org.concordat.core.agreements.learning;

import java.math.BigDecimal;
import java.util.List;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

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
   * A judgement of what breaking a requirement does to a factor is due for re-assessment.
   *
   * @param judged what counts now; null when nobody judged it
   * @param incidents the ids of those that show otherwise, in the order of their days
   * @param seen the highest level among them
   */
  record ReassessmentDue(
      Requirement requirement,
      String factor,
      @Nullable Level judged,
      Level seen,
      Contradiction contradiction,
      List<String> incidents)
      implements Lesson {
    public ReassessmentDue {
      incidents = List.copyOf(incidents);
    }
  }

  /** How reality contradicts a judgement. */
  enum Contradiction {
    HIGHER_THAN_JUDGED,
    NOT_JUDGED,
    LOWER_EVERY_TIME
  }

  /**
   * The targets of a line were breached again and again, and nobody was harmed: perhaps the need is
   * lower than judged.
   *
   * @param breaches how many windows were breached
   */
  record BreachedWithoutHarm(String line, Requirement requirement, int breaches)
      implements Lesson {}
}
