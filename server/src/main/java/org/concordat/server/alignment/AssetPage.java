package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One asset.
 *
 * @param tag its entry tag
 * @param requirements its requirements with their priorities
 * @param on what it depends on
 * @param dependents what depends on it
 * @param edits whether the reader may change it
 */
public record AssetPage(
    Asset asset,
    String tag,
    List<RankedRow> requirements,
    List<Linked> on,
    List<Linked> dependents,
    List<Unit> units,
    List<String> properties,
    ImpactScale scale,
    boolean edits)
    implements PageModel {
  public AssetPage {
    requirements = List.copyOf(requirements);
    on = List.copyOf(on);
    dependents = List.copyOf(dependents);
    units = List.copyOf(units);
    properties = List.copyOf(properties);
  }

  /** An asset at the other end of a dependency. */
  public record Linked(String id, String name, LevelView strength) {}

  /** The name of the unit that the asset belongs to, or null for none. */
  public @Nullable String unitName() {
    return units.stream()
        .filter(unit -> unit.id().equals(asset.unit()))
        .map(Unit::name)
        .findFirst()
        .orElse(null);
  }

  @Override
  public String template() {
    return "alignment/asset";
  }
}
