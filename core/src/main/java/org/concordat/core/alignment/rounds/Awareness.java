package org.concordat.core.alignment.rounds;

import org.jspecify.annotations.Nullable;

/**
 * How well a judge knows information security.
 *
 * @param role what the judge does in the organisation, in the judge's words, or null
 */
public record Awareness(Training training, @Nullable String role) {
  /** Nothing is known of it. */
  public static final Awareness UNSTATED = new Awareness(Training.NONE, null);

  /** What a judge has learnt of information security. */
  public enum Training {
    /** Nothing, or nothing that was stated. */
    NONE(1),
    /** The training that everybody in the organisation gets. */
    BASIC(2),
    /** Training of their own for judging or managing risks. */
    ADVANCED(3);

    private final int weight;

    Training(int weight) {
      this.weight = weight;
    }

    /** How many votes such a judge has where training weighs in. */
    public int weight() {
      return weight;
    }
  }
}
