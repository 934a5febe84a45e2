package org.concordat.server.deciding.pages;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * What needs another look, and why.
 *
 * @param due how much in all
 * @param judges whether the reader may say that something is still right
 * @param edits whether the reader may set the intervals and record incidents
 */
public record ReviewsPage(
    TableView table,
    int due,
    ReviewIntervals intervals,
    List<IncidentRow> incidents,
    LocalDate today,
    boolean judges,
    boolean edits)
    implements TablePage {
  public ReviewsPage {
    incidents = List.copyOf(incidents);
  }

  /** An incident that was recorded. */
  public record IncidentRow(Incident incident, Cell requirement) {}

  @Override
  public String template() {
    return "deciding/reviews";
  }
}
