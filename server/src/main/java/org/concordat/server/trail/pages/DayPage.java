package org.concordat.server.trail.pages;

import java.time.LocalDate;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The priorities at the end of a past day, beside those of today.
 *
 * @param comparison null when there was no model yet
 */
public record DayPage(LocalDate day, @Nullable Comparison comparison) implements PageModel {
  @Override
  public String template() {
    return "trail/day";
  }
}
