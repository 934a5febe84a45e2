package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.core.standards.programme.Bindings;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.web.PageModel;

/**
 * What binds the organisation, or somebody in it.
 *
 * @param asked whose obligations are shown
 * @param places all places that obligations name
 * @param data all kinds of data that obligations name
 * @param all how many obligations there are
 */
public record ObligationsPage(
    Bindings asked,
    List<Row> rows,
    List<Unit> units,
    List<String> places,
    List<String> data,
    int all,
    boolean edits)
    implements PageModel {
  public ObligationsPage {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
    places = List.copyOf(places);
    data = List.copyOf(data);
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
