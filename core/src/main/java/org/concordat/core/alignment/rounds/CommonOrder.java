package org.concordat.core.alignment.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Impact.Link;

/**
 * The order in which judges who ranked links put them all together: by the mean of their places.
 *
 * <p>A judge who placed only some tells only of these; so that they do not all seem grave, a place
 * counts as the part of this judge's links that stands before it, half of those at the same place
 * and of the link itself included: between 0, the first, and 1, the last.
 *
 * @param placed the gravest first, those at one place in the order of the round; links that nobody
 *     placed are left out
 */
public record CommonOrder(List<Placed> placed) {
  public CommonOrder {
    placed = List.copyOf(placed);
  }

  /**
   * A link in the common order.
   *
   * @param place the mean of its places, from 0 for first to 1 for last
   * @param judges how many placed it
   */
  public record Placed(Link link, double place, int judges) {}

  /** The common order of the answers to a round that asks for an order. */
  public static CommonOrder of(RoundAnswers round) {
    Ratings ratings = round.ratings();
    List<Placed> placed = new ArrayList<>();
    for (int unit = 0; unit < ratings.units(); unit++) {
      double sum = 0;
      int judges = 0;
      for (int judge = 0; judge < ratings.judges(); judge++) {
        if (ratings.has(unit, judge)) {
          sum += place(ratings, unit, judge);
          judges++;
        }
      }
      if (judges > 0) {
        placed.add(new Placed(round.links().get(unit), sum / judges, judges));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    return new CommonOrder(placed);
  }

  private static double place(Ratings ratings, int unit, int judge) {
    int own = ratings.value(unit, judge);
    int[] others =
        IntStream.range(0, ratings.units())
            .filter(other -> ratings.has(other, judge))
            .map(other -> ratings.value(other, judge))
            .toArray();
    long before = IntStream.of(others).filter(value -> value < own).count();
    long same = IntStream.of(others).filter(value -> value == own).count();
    return (before + same / 2.0) / others.length;
  }
}
