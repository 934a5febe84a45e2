package org.concordat.core.alignment.rounds;

import java.util.List;
import java.util.OptionalDouble;
import org.concordat.core.alignment.Impact.Link;
import org.jspecify.annotations.Nullable;

/**
 * How far the judges agree about one link.
 *
 * @param counts how many gave each answer: no impact first, then the levels, lowest first
 * @param unknown how many said that they do not know
 * @param spread the answers, or null when nobody gave one
 * @param disagreement see {@link Reliability#disagreement}
 */
public record LinkAgreement(
    Link link,
    List<Integer> counts,
    int unknown,
    @Nullable Spread spread,
    OptionalDouble disagreement) {
  public LinkAgreement {
    counts = List.copyOf(counts);
  }

  /**
   * The answers to a link, as steps (see {@link Answer#step}).
   *
   * @param median the middle, see {@link WeightedMedian}
   * @param dispersion in [0, 1], see {@link Dispersion}
   */
  public record Spread(int lowest, int highest, int median, double dispersion) {}

  /** How many gave an answer. */
  public int answers() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether the judges differ. */
  public boolean isDivided() {
    return spread != null && spread.lowest < spread.highest;
  }
}
