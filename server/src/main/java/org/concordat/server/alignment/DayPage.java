package org.concordat.server.alignment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.server.web.PageModel;

/**
 * The priorities as they were at the end of a day.
 *
 * @param rows the first requirements of that day
 */
public record DayPage(LocalDate day, List<PrioritiesPage.Row> rows) implements PageModel {
  public DayPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "alignment/day";
  }
}
