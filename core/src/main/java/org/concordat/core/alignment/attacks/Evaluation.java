package org.concordat.core.alignment.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * All that a tree comes to in one state of the defence. An answer that would take too much work is
 * left out, with a message that says so.
 *
 * @param on the countermeasures that are on
 * @param isPossible whether any attack is left
 * @param cheapest the attack of the least cost
 * @param likeliest the attack of the highest probability
 * @param easiest the attack of the least skill
 * @param fastest the attack of the least time
 * @param success probability that an attacker succeeds who tries everything
 * @param costAgainstProbability see {@link Analysis#costAgainstProbability}
 * @param costAgainstTime see {@link Analysis#costAgainstTime}
 * @param effects what each countermeasure changes
 * @param plansByCost what to add so that attacks cost more, see {@link DefenceFront}
 * @param plansBySuccess what to add so that success gets unlikelier
 * @param unknown which values are missing
 * @param tooLarge one message for each kind of answer that is left out
 */
public record Evaluation(
    Set<String> on,
    boolean isPossible,
    Optional<Attack> cheapest,
    Optional<Attack> likeliest,
    Optional<Attack> easiest,
    Optional<Attack> fastest,
    OptionalDouble success,
    List<Attack> costAgainstProbability,
    List<Attack> costAgainstTime,
    List<CountermeasureEffect> effects,
    List<DefencePlan> plansByCost,
    List<DefencePlan> plansBySuccess,
    UnknownValues unknown,
    List<String> tooLarge) {
  /**
   * Reckons everything.
   *
   * @throws IllegalArgumentException when the tree has no such countermeasure
   */
  public static Evaluation of(AttackTree tree, Set<String> on, Limits limits) {
    Analysis analysis = Analysis.of(tree, on, limits);
    Attempts attempts = new Attempts();
    return new Evaluation(
        analysis.on(),
        analysis.isPossible(),
        attempts.orElse(analysis::cheapest, Optional.empty()),
        attempts.orElse(analysis::likeliest, Optional.empty()),
        attempts.orElse(analysis::easiest, Optional.empty()),
        attempts.orElse(analysis::fastest, Optional.empty()),
        attempts.orElse(() -> OptionalDouble.of(analysis.success()), OptionalDouble.empty()),
        attempts.orElse(analysis::costAgainstProbability, List.of()),
        attempts.orElse(analysis::costAgainstTime, List.of()),
        attempts.orElse(() -> CountermeasureEffect.all(tree, on, limits), List.of()),
        attempts.orElse(() -> DefenceFront.of(tree, on, DefenceFront.Aim.COST, limits), List.of()),
        attempts.orElse(
            () -> DefenceFront.of(tree, on, DefenceFront.Aim.SUCCESS, limits), List.of()),
        analysis.unknown(),
        List.copyOf(attempts.messages));
  }

  /** Tries answers, and keeps what is said of those that are too much work. */
  private static final class Attempts {
    private final List<String> messages = new ArrayList<>();

    interface Answer<T> {
      T give() throws TreeTooLarge;
    }

    <T> T orElse(Answer<T> answer, T otherwise) {
      try {
        return answer.give();
      } catch (TreeTooLarge e) {
        String message = String.valueOf(e.getMessage());
        if (!messages.contains(message)) {
          messages.add(message);
        }
        return otherwise;
      }
    }
  }
}
