package org.concordat.core.alignment.rounds;

/** How many votes a judge has when a middle answer is sought. */
public enum Weighting {
  /** One judge, one vote. */
  EQUAL,
  /** As many votes as {@link Awareness.Training#weight} says. */
  BY_TRAINING;

  /** The votes of a judge, 1 or more. */
  public int votes(Judge judge) {
    return switch (this) {
      case EQUAL -> 1;
      case BY_TRAINING -> judge.awareness().training().weight();
    };
  }
}
