package org.concordat.formats.drawing;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priority;

/** Says priorities in words, for those who cannot see a picture. */
final class Reasons {
  private static final int SPOKEN = 3;

  private Reasons() {}

  /** Describes what comes first and why. */
  static void describe(Picture picture, List<Priority> ranked, Names names, ImpactScale scale) {
    ranked.stream()
        .filter(p -> p.score() > 0)
        .limit(SPOKEN)
        .forEach(p -> picture.describe(of(p, names, scale)));
  }

  /** Such as "Rank 1: Claims / integrity, critical, because Fraud hurts Pay what is due." */
  static String of(Priority priority, Names names, ImpactScale scale) {
    String rank = Integer.toString(priority.rank());
    String requirement = names.requirement(priority.requirement());
    String level = names.level(scale, scale.shownNumber(priority.score()));
    return priority.rationale().isEmpty()
        ? names.say(Phrase.RANK, rank, requirement, level)
        : names.say(
            Phrase.RANK_BECAUSE,
            rank,
            requirement,
            level,
            names.reason(priority.rationale().getFirst()));
  }
}
