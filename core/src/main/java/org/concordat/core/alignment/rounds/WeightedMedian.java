package org.concordat.core.alignment.rounds;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The middle of answers that have different numbers of votes.
 *
 * <p>It is the lowest answer for which more than half of all votes go to it or to lower ones. With
 * one vote each that is the median, of an even number the higher of the middle two, as {@link
 * org.concordat.core.alignment.Judgement#counting} has it.
 */
public final class WeightedMedian {
  private WeightedMedian() {}

  /**
   * An answer with its votes.
   *
   * @param step as {@link Answer#step} tells it
   * @param votes 1 or more
   */
  public record Vote(int step, int votes) {
    public Vote {
      if (votes < 1) {
        throw new IllegalArgumentException("an answer has at least one vote, not " + votes);
      }
    }
  }

  /** The median of some votes, or empty when there are none. */
  public static OptionalInt of(List<Vote> votes) {
    long all = votes.stream().mapToLong(Vote::votes).sum();
    long below = 0;
    for (Vote vote : votes.stream().sorted(Comparator.comparingInt(Vote::step)).toList()) {
      below += vote.votes();
      if (2 * below > all) {
        return OptionalInt.of(vote.step());
      }
    }
    return OptionalInt.empty();
  }
}
