package org.concordat.core.agreements;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a target asks: a measure on the good side of a threshold, in every window.
 *
 * @param threshold in the measure's scale; a share is in [0, 1], a time or a count at least 0
 * @param method how and by whom it is measured, in words
 * @param minimumRecords a window with fewer records is not judged; at least 1
 * @param credits none on the good side of the threshold; kept mildest first, and the worse a value
 *     the larger the part
 */
public record TargetTerms(
    Measure measure,
    Direction direction,
    BigDecimal threshold,
    Window window,
    String method,
    int minimumRecords,
    List<CreditTier> credits) {
  public TargetTerms {
    threshold = Numbers.plain(threshold);
    checkScale(measure.scale(), threshold);
    Texts.paragraph(method, "a method of measuring");
    if (minimumRecords < 1) {
      throw new IllegalArgumentException(
          "a window is judged by 1 record or more, not " + minimumRecords);
    }
    Comparator<CreditTier> byLimit = Comparator.comparing(CreditTier::worseThan);
    credits =
        credits.stream()
            .sorted(
                switch (direction) {
                  case AT_LEAST -> byLimit.reversed();
                  case AT_MOST -> byLimit;
                })
            .toList();
    checkCredits(direction, threshold, credits);
  }

  private static void checkScale(Measure.Scale scale, BigDecimal threshold) {
    boolean isInside =
        switch (scale) {
          case SHARE -> threshold.signum() >= 0 && threshold.compareTo(BigDecimal.ONE) <= 0;
          case SECONDS, COUNT -> threshold.signum() >= 0;
          case AS_SAMPLED -> true;
        };
    if (!isInside) {
      throw new IllegalArgumentException(
          threshold
              + (scale == Measure.Scale.SHARE
                  ? " is no share: write 0.995 for 99.5 %"
                  : " is below 0"));
    }
  }

  private static void checkCredits(
      Direction direction, BigDecimal threshold, List<CreditTier> credits) {
    CreditTier before = null;
    for (CreditTier tier : credits) {
      if (direction.slack(tier.worseThan(), threshold).signum() > 0) {
        throw new IllegalArgumentException(
            "a credit for values worse than "
                + tier.worseThan()
                + " would be due while "
                + threshold
                + " is met");
      }
      if (before != null
          && (before.worseThan().compareTo(tier.worseThan()) == 0
              || before.part().compareTo(tier.part()) >= 0)) {
        throw new IllegalArgumentException(
            "credits grow as values get worse: look at the one for worse than " + tier.worseThan());
      }
      before = tier;
    }
  }

  /** The part of the line's price that is due for a value; 0 while the target is met. */
  public BigDecimal creditFor(BigDecimal value) {
    return creditFor(limit -> direction.slack(value, limit).signum() < 0);
  }

  /**
   * The part of the line's price that is due.
   *
   * @param isWorse whether the value is on the bad side of a limit
   */
  public BigDecimal creditFor(Predicate<BigDecimal> isWorse) {
    BigDecimal part = BigDecimal.ZERO;
    for (CreditTier tier : credits) {
      if (isWorse.test(tier.worseThan())) {
        part = tier.part();
      }
    }
    return part;
  }
}
