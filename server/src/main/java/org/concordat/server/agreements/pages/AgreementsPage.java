package org.concordat.server.agreements.pages;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * All agreements, and drafting one.
 *
 * @param all how many there are
 * @param units that have no agreement in the making
 * @param unit the one to draft for, or an empty text
 * @param drafts whether the reader may draft
 * @param services how many services are offered
 * @param today the day on which a draft's term would begin at the earliest
 */
public record AgreementsPage(
    TableView table,
    int all,
    List<Unit> units,
    String unit,
    boolean drafts,
    int services,
    LocalDate today)
    implements TablePage {
  public AgreementsPage {
    units = List.copyOf(units);
  }

  @Override
  public String template() {
    return "agreements/agreements";
  }
}
