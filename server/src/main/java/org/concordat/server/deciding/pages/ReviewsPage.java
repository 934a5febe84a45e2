package org.concordat.server.deciding.pages;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * What needs another look, and why.
 *
 * @param due how much in all
 * @param factors the damage that an incident may have done
 * @param levels how bad it may have been, the lowest first
 * @param judges whether the reader may say that something is still right
 * @param edits whether the reader may set the intervals and record incidents
 */
public record ReviewsPage(
    TableView table,
    int due,
    ReviewIntervals intervals,
    List<IncidentRow> incidents,
    List<Factor> factors,
    List<String> levels,
    LocalDate today,
    boolean judges,
    boolean edits)
    implements TablePage {
  public ReviewsPage {
    incidents = List.copyOf(incidents);
    factors = List.copyOf(factors);
    levels = List.copyOf(levels);
  }

  /**
   * An incident that was recorded.
   *
   * @param harms the damage that it did
   */
  public record IncidentRow(Incident incident, Cell requirement, List<Cell> harms) {
    public IncidentRow {
      harms = List.copyOf(harms);
    }
  }

  @Override
  public String template() {
    return "deciding/reviews";
  }
}
