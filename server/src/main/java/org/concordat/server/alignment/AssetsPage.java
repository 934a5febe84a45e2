package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.server.web.PageModel;

/**
 * Assets.
 *
 * @param total how many the filter leaves
 * @param all how many there are
 * @param adds whether the reader may add some
 * @param edits whether the reader may change any of them
 */
public record AssetsPage(
    AssetFilter filter,
    List<AssetRow> rows,
    int total,
    int all,
    List<Unit> units,
    List<String> properties,
    ImpactScale scale,
    boolean adds,
    boolean edits)
    implements PageModel {
  /** So many rows a page has. */
  static final int ROWS = 50;

  public AssetsPage {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
    properties = List.copyOf(properties);
  }

  /** The highest need of an asset's requirements. */
  public LevelView level(AssetRow row) {
    return LevelView.of(scale, row.highestNeed());
  }

  /** A unit's name. */
  public String unitName(String id) {
    return units.stream().filter(u -> u.id().equals(id)).map(Unit::name).findFirst().orElse(id);
  }

  @Override
  public String template() {
    return "alignment/assets";
  }
}
