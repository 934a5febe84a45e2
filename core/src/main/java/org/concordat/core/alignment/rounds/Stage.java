package org.concordat.core.alignment.rounds;

import java.util.Optional;

/** The life of a round. It goes one way, and each step is taken by whoever leads the round. */
public enum Stage {
  /** Links and judges are being chosen; nobody is asked yet. */
  DRAFT,
  /** Each judge answers apart and sees nobody else's answers. */
  OPEN,
  /** Nobody answers any more; agreement and differences are shown. */
  CLOSED,
  /** The judges look at what divides them, and may answer anew; agreed values are recorded. */
  CONVERGING,
  /** What was agreed stands; nothing changes any more. */
  CONCLUDED;

  /** The stage after this one, or empty after the last. */
  public Optional<Stage> next() {
    return switch (this) {
      case DRAFT -> Optional.of(OPEN);
      case OPEN -> Optional.of(CLOSED);
      case CLOSED -> Optional.of(CONVERGING);
      case CONVERGING -> Optional.of(CONCLUDED);
      case CONCLUDED -> Optional.empty();
    };
  }

  /** Whether links and judges may still be chosen. */
  public boolean isPrepared() {
    return this == DRAFT;
  }

  /** Whether judges answer for the first time. */
  public boolean takesFirstAnswers() {
    return this == OPEN;
  }

  /** Whether judges may revise what they said before the round was closed. */
  public boolean takesRevisions() {
    return this == CONVERGING;
  }

  /** Whether answers, without names, are shown to others than those who gave them. */
  public boolean showsAnswers() {
    return switch (this) {
      case DRAFT, OPEN -> false;
      case CLOSED, CONVERGING, CONCLUDED -> true;
    };
  }

  /** Whether an agreed value may be recorded. */
  public boolean takesAgreements() {
    return this == CONVERGING;
  }
}
