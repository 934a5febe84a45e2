package org.concordat.core.alignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds the level of an impact to be.
 *
 * @param by who judged, or null
 * @param on the day of the judgement, or null
 * @param because the spoken reason, or null
 * @param agreed true for the value that the judges agreed on, which counts before all single ones
 */
public record Judgement(
    Level level,
    @Nullable String by,
    @Nullable LocalDate on,
    @Nullable String because,
    boolean agreed) {
  public static Judgement of(Level level) {
    return new Judgement(level, null, null, null, false);
  }

  /**
   * The level that counts among several judgements of one link: the agreed one; without it the
   * median, of an even number the higher of the middle two.
   *
   * @throws IllegalArgumentException when there is no judgement
   */
  public static Level counting(List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      throw new IllegalArgumentException("a link without a judgement has no level");
    }
    for (Judgement judgement : judgements) {
      if (judgement.agreed()) {
        return judgement.level();
      }
    }
    return judgements.stream().map(Judgement::level).sorted().toList().get(judgements.size() / 2);
  }
}
