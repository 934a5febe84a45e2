package org.concordat.core.alignment;

import java.time.LocalDate;
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
}
