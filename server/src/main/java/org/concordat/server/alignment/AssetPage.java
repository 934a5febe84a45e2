package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.PageModel;

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
    List<PrioritiesPage.Row> requirements,
    List<Linked> on,
    List<Linked> dependents,
    List<Unit> units,
    List<String> properties,
    boolean edits)
    implements PageModel {
  public AssetPage {
    requirements = List.copyOf(requirements);
    on = List.copyOf(on);
    dependents = List.copyOf(dependents);
    units = List.copyOf(units);
    properties = List.copyOf(properties);
  }

  /**
   * An asset at the other end of dependencies.
   *
   * @param tag the entry tag of the dependencies between the two
   */
  public record Linked(String id, String name, LevelView strength, String tag) {}

  @Override
  public String template() {
    return "alignment/asset";
  }
}
