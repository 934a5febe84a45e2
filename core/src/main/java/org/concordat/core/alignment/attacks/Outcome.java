package org.concordat.core.alignment.attacks;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The four least values and the probability of success of one state of the defence, without the
 * attacks behind them.
 *
 * @param cost of the cheapest attack; empty when none is possible, as are all others
 * @param skill of the easiest attack
 * @param time of the fastest attack; empty also when sequences contradict each other
 * @param likeliest probability of the likeliest attack, 0 when none is possible
 * @param success probability that an attacker succeeds who tries everything
 */
public record Outcome(
    OptionalDouble cost, OptionalInt skill, OptionalDouble time, double likeliest, double success) {
  /** The outcome of an analysis. */
  public static Outcome of(Analysis analysis) throws TreeTooLarge {
    Optional<Attack> cheapest = analysis.cheapest();
    Optional<Attack> easiest = analysis.easiest();
    Optional<Attack> fastest = analysis.fastest();
    return new Outcome(
        cheapest.map(a -> OptionalDouble.of(a.cost())).orElse(OptionalDouble.empty()),
        easiest.map(a -> OptionalInt.of(a.skill())).orElse(OptionalInt.empty()),
        fastest.map(Attack::time).orElse(OptionalDouble.empty()),
        analysis.likeliest().map(Attack::probability).orElse(0.0),
        analysis.success());
  }
}
