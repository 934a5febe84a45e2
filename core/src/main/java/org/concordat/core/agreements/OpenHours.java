package org.concordat.core.agreements;

import java.time.LocalTime;

/**
 * Hours of a day in local time.
 *
 * @param until after {@code from}; {@link LocalTime#MIDNIGHT} stands for the end of the day
 */
public record OpenHours(LocalTime from, LocalTime until) {
  public static final OpenHours WHOLE_DAY = new OpenHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public OpenHours {
    if (!until.equals(LocalTime.MIDNIGHT) && !until.isAfter(from)) {
      throw new IllegalArgumentException(
          "hours end after they start, not %s-%s".formatted(from, until));
    }
  }

  boolean isUntilMidnight() {
    return until.equals(LocalTime.MIDNIGHT);
  }

  @Override
  public String toString() {
    return from + "-" + (isUntilMidnight() ? "24:00" : until);
  }
}
