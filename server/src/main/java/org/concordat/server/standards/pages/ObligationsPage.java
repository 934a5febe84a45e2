package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * What binds the organisation, or somebody in it.
 *
 * @param all how many obligations there are
 * @param edits whether the reader may add others
 */
public record ObligationsPage(TableView table, List<Unit> units, int all, boolean edits)
    implements TablePage {
  public ObligationsPage {
    units = List.copyOf(units);
  }

  /**
   * An obligation.
   *
   * @param unitNames the names of the units that it binds
   * @param coverage how far the controls that it leads to are covered
   * @param overdue whether it should have been looked at again
   */
  public record Row(
      Obligation obligation, List<String> unitNames, CoverageView coverage, boolean overdue) {
    public Row {
      unitNames = List.copyOf(unitNames);
    }
  }

  public ObligationKind[] kinds() {
    return ObligationKind.values();
  }

  @Override
  public String template() {
    return "standards/obligations";
  }
}
