package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;

/**
 * Assets.
 *
 * @param all how many there are
 * @param adds whether the reader may add some
 * @param edits whether the reader may change any of them
 */
public record AssetsPage(
    TableView table,
    int all,
    List<Unit> units,
    List<String> properties,
    boolean adds,
    boolean edits)
    implements TablePage {
  public AssetsPage {
    units = List.copyOf(units);
    properties = List.copyOf(properties);
  }

  @Override
  public String template() {
    return "alignment/assets";
  }
}
